# Browsers copy headings as pages show them, in capitals: the second page is no part of the first.
printf '%s\n' 'Operation: Mali' 'People of Concern' '2019 3' '[["Refugees",3]]' 'OPERATION: OPÉRATION: NIGER' \
	'PEOPLE OF CONCERN - 2018 [PROJECTED]' '[["IDPs",2]]' | poc-extract --no-header
