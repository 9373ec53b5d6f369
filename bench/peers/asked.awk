# The gap between column 21 and column 41.
BEGIN { FS = OFS = "," }
NR == 1 { print $0 ",gap,gap_pct,covered_pct"; next }
$21 == 0 { print $0, $21 - $41, "", ""; next }
{ printf "%s,%d,%.2f,%.2f\n", $0, $21 - $41, 100 * ($21 - $41) / $21, 100 * $41 / $21 }
