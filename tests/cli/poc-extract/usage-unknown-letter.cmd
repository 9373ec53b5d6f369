poc-extract -Z
