poc-extract -t RDP <people/other-api-mali-2.json
