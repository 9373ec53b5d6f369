printf 'Donor,Amount (US$)\nGovernment of Spain,5\nPrivate donors in Bermuda,6\nBank of Ireland,7\n' | donors-list --no-header
