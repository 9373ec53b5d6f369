cat pages/made-up-totals-without-pillars.txt pages/niger-english.txt pages/made-up-totals-without-pillars.txt | budget-series
