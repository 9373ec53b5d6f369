poc-extract --type=IDP,REFF mali.txt
