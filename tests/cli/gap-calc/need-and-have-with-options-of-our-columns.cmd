for o in --change --against=funding --against-file=x -pp1 -uusd --unit-in=usd --complete -y2018 -cMLI --check; do gap-calc --need=a --have=b $o </dev/null 2>&1 | head -n 1; done; true
