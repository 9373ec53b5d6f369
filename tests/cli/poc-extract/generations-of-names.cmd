while IFS= read -r names; do printf '%s\n2019,Mali,Niger,7,1\n' "$names" | poc-extract --no-header; done <people/made-up-generations.txt
