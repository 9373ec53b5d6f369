donors-list --no-header --recipient=JOR --until=2020-01-02 donors/made-up-flows.csv
