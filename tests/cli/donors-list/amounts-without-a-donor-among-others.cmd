printf '%s\n' '{"donor":"Sweden","amount":5}' '{"amount":7}' '{"amount":null}' '{"date":"2019"}' | donors-list --no-header
