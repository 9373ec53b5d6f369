# Columns side by side, each over its year and its rate.
load "common.gp"
span = top - low
size = rows > 7 ? 9.5 : 12
pad = rows < 5 ? (5 - rows) / 2.0 : 0 # few columns are no wider than five
px = span / (height - 54.0) # the units of a pixel: 34 below, 20 above
set xrange [-0.5 - pad:rows - 0.5 + pad]; set yrange [low - 34 * px:top + 20 * px]
set arrow from -0.5 - pad, 0 to rows - 0.5 + pad, 0 nohead lc rgb "#bfbfbf"
plot file using ($1 + 0 * $2):(0):($1 - 0.36):($1 + 0.36):(0):2:(colour[$4]) with boxxyerror lc rgb variable, \
	file using ($1 + 0 * $3):(0):($1 - 0.2):($1 + 0.2):(0):3:(colour[1]) with boxxyerror lc rgb variable fs solid 1 noborder, \
	file using 1:($8 + 9 * px):6 with labels center tc rgb "#262626" font sprintf(",%g", size), \
	file using 1:(low - 11 * px):5 with labels center tc rgb "#262626" font sprintf(",%g", size), \
	file using 1:(low - 25 * px):7 with labels center tc rgb "#595959" font sprintf(",%g", size)
