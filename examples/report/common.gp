# What the two kinds of charts share. A row of data is: its number, a value, the value inside it, a colour, and texts beside it.
set terminal svg size 360,height noenhanced font "sans-serif,12"
set output sprintf("%d.svg", n)
file = sprintf("%d.dat", n)
unset key; unset border; unset tics
set datafile separator "\t"
set lmargin at screen 0.003; set rmargin at screen 0.997; set tmargin at screen 1; set bmargin at screen 0
# solid, pale, private, multilateral, other, gap
array colour[6] = [0x0072bc, 0x6cd8fd, 0xa097e3, 0x32c189, 0xffc740, 0xd25a45]
set style fill solid 1 border lc rgb "#18375f"
