printf ',,#draft\nasked,got,note\n5,3,x\n' | gap-calc --need=asked --have=got
