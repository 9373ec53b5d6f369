printf '\xef\xbb\xbfneeded,got,a\r\n10,4,b\r\n' | gap-calc --need=needed --have=got
