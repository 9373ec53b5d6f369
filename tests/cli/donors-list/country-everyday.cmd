# What people call countries in three letters, in either case.
for word in CAR DRC frg GER HOL KSA LEB PRC ROK RSA SUI SWI uae ZAM; do
	donors-list --country=$word mali.txt 2>&1 | sed -n 1p
	test "${PIPESTATUS[0]}" = 2 || echo "status of $word"
done
