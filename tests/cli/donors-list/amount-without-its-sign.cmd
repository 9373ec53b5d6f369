# It is no part of the donor's name, and does not end the list as prose does.
for lines in '• Sweden €5,000' '• Norway USD 6,000' '• Norway\n7,000 |\n• Japan' '• Norway\nA sentence about 6,000\n7,000 of them'; do
	printf "Latest contributions\n12-NOV-2020\n$lines\n" | donors-list --no-header
	echo $?
done
