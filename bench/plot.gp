# The plot of bench/run; data, out and rows are given. A line of data: PLACE NAME MEDIAN LEAST MOST GOAL FAILED (MEDIAN 0: a heading)
set terminal pngcairo size 1000, 90 + 19 * rows font "sans,11"
set output out
set title "Time of others, as a multiple of ours (user and system time, one core; logarithmic)" font "sans,12"
set logscale x
set xrange [0.2:500]
set xtics (0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500) out nomirror
set yrange [-rows:0]
set grid xtics lc rgb "#dddddd"
set border 1
set key below
set lmargin 24
set style fill solid noborder
set ytics out scale 0 nomirror
set arrow from 1, graph 0 to 1, graph 1 nohead lw 2 lc rgb "#444444" front
shown(condition, x) = condition ? x : NaN
plot data using (shown($3 > 0 && $7 == 0, $3)):1:(1):3:($1 - 0.38):($1 + 0.38):yticlabels(2) with boxxyerror lc rgb "#5b8db8" title "median", \
     data using (shown($3 > 0 && $7 == 1, $3)):1:(1):3:($1 - 0.38):($1 + 0.38) with boxxyerror lc rgb "#d98c5f" title "median, goal not met", \
     data using (shown($3 > 0, $3)):1:4:5 with xerrorbars pt 0 lw 1.5 lc rgb "#222222" title "least and most", \
     data using (shown($6 > 0, $6)):1:(0):(0.45) with vectors nohead lw 3 lc rgb "#c0392b" title "goal", \
     data using (shown($6 > 0, $6)):1:(0):(-0.45) with vectors nohead lw 3 lc rgb "#c0392b" notitle
