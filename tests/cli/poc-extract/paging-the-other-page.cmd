poc-extract -t RDP <people/api-mali-2.json
