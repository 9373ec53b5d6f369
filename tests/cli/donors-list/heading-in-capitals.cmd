printf '%s\n' 'LATEST CONTRIBUTIONS' '  • 10-NOV-2020' '    CROATIA' '    $7,000' | donors-list --no-header
