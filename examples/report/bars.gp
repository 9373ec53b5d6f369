# Bars from left to right, each under its name and its figure: types of people, pillars, contributions.
load "common.gp"
set xrange [low:top]; set yrange [rows + 0.1:0]
plot file using (0 * $2):1:(0):2:($1 + 0.52):($1 + 0.86):(colour[$4]) with boxxyerror lc rgb variable, \
	file using (0 * $3):1:(0):3:($1 + 0.60):($1 + 0.78):(colour[1]) with boxxyerror lc rgb variable fs solid 1 noborder, \
	file using (low):($1 + 0.24):5 with labels left tc rgb "#262626", \
	file using (top):($1 + 0.24):6 with labels right tc rgb "#262626"
