budget-series pages/made-up-charts-that-fit-neither-way.txt
