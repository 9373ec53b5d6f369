cat pages/south-eastern-europe-heading-projected.txt pages/made-up-people-without-heading.txt | poc-extract
