printf 'donor,date,amount\n=cmd|x,2020,5\n"-a,b",2020,-5\n@x,2020-01-01,+5\n"+7",2020-01-01,\n' | donors-list --excel
