budget-series pages/made-up-charts-that-fit-both-ways.txt
