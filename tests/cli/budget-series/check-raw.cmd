printf 'operation,year,pillar,budget,unit\nMali,2018,total,0.30000000000000004,musd\nMali,2018,p1,0.1,musd\nMali,2018,p4,0.2,musd\n' | budget-series --no-header --check --precision=raw
