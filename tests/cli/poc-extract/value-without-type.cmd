printf 'Country / territory of asylum/residence,Origin,Year,Value\nCanada,Albania,1959,17\nCanada,Austria,1959,17\n' | poc-extract --no-header --type-in=RST
