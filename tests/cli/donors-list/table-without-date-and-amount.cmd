printf 'donor,iso3,recipient\nSpain,ESP,MLI\n' | donors-list --no-header
