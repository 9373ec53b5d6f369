(printf 'Data collated by UNHCR\r\n\r\n"Residing in, or returned to, Mali"\r\n'; cat people/hxl-mali.csv) | poc-extract
