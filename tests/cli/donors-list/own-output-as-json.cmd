jq -Rn "[inputs]|.[1:]|map(split(\",\")|{date:.[0],donor:.[1],iso3:.[2],donor_type:.[3],amount:.[4],unit:.[5],recipient:.[6]})" donors/made-up-sums.csv | donors-list
