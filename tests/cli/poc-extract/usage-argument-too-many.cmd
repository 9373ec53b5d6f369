poc-extract --zeros=yes
