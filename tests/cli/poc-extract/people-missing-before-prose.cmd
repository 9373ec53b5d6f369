poc-extract pages/cameroon-people-missing-before-prose.txt
