# Two sections of people, each with a list, are no page of one operation; one section may have two, and the same page may come again.
mali='Operation: Mali\nPeople of Concern\n2019 3\n[["Refugees",1]]\n'
printf "$mali"'Country Office: NIGER\nPeople of Concern\n[["Refugees",2]]\n' | poc-extract --no-header --strict
echo $?
printf "$mali"'[["IDPs",2]]\n'"$mali" | poc-extract --no-header
