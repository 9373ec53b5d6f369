printf 'Operation: Mali\nPeople of Concern\n0639 is a code\n2018 | 154,432\n0639 | 275,779\n' | poc-extract
