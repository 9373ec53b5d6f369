printf '%s\n' '{"date":"2020-01-02","donor":"Spain","notes":[]}' '{"date":"2020-01-03","donor":"Chad","more":[{"x":1}]}' | donors-list --no-header
