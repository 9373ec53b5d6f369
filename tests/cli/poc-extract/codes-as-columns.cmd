printf '"Year","ISO3CoO","ISO3CoA","REF","IDP","OIP"\n1979,"AFG","IRN",1e+05,0,0\n1979,"UKN","IRN",300,0,0\n' | poc-extract --no-header
