# A code holds from where it stands, for the name that had none, or another one, before.
people() { printf 'People of Concern - %s\n[["Refugees",%s]]\n' "$@"; }
{
	echo 'Operation: Narnia'
	people 2018 5
	echo "{\"longitude\":38,\"iso_codes\":\"'KEN'\"}"
	people 2019 6
	echo "{\"longitude\":19,\"iso_codes\":\"'TCD'\"}"
	people 2020 7
} | poc-extract
