poc-extract --check --type=TOT -y2019 pages/made-up-wrong-total.txt
