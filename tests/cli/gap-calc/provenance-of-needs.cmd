printf 'a,b,note\n10,4,"two\nlines"\n8,2,x\n' | gap-calc --provenance --need=a --have=b
