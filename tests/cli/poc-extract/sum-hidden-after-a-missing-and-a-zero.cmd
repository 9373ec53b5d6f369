printf '%s\n' operation,origin,year,refugees,idps Mali,Niger,2019,5,- Mali,Chad,2019,1,0 Mali,Togo,2019,2,'*' Mali,Benin,2019,0,0 | poc-extract --zeros
