#!/usr/bin/env python3
"""pages.py TEMPLATE FOLDER NUMBER: writes so many pages like the template into the folder, each of some country and with budget and
expenditure of its own, and prints what gap-calc --group-by=operation,year must say of them all. Figures are whole millionths
here; nothing is asked of the tools."""
import os, random, re, sys
from decimal import Decimal, ROUND_HALF_EVEN

template, folder, number = open(sys.argv[1], encoding='utf-8').read(), sys.argv[2], int(sys.argv[3])
dice = random.Random(7)
countries = ['Mali', 'Chad', 'Niger', 'Burundi', 'Kenya', 'Côte d’Ivoire', 'Syrian Arab Republic', 'Cameroon']
years = range(2015, 2021)
pillars = ['p1', 'p2', 'p3', 'p4']


def literal(millionths):
    return 'null' if millionths is None else '%d.%06d' % divmod(millionths, 10 ** 6)


def chart(series):
    return '{"categories":[%s],%s}' % (','.join(map(str, years)), ','.join(
        '"%s":[%s]' % (name, ','.join(map(literal, figures))) for name, figures in series.items()))


def total(series):
    return [None if None in column else sum(column) for column in zip(*series.values())]


def page(country):
    budget = {p: [dice.randrange(1, 50 * 10 ** 6) for _ in years] for p in pillars}
    spent = {p: [dice.randrange(0, figure + 1) for figure in budget[p]] for p in pillars}
    for figures in spent.values():
        figures[-1] = None
    charts = ' '.join(map(chart, [{'budget': total(budget), 'expenditure': total(spent)}, budget, spent]))
    text = template.replace('Opération: Mali', 'Opération: ' + country)
    text, replaced = re.subn(r'(?m)^2019 \{"categories".*$', lambda _: '2019 ' + charts, text)
    assert replaced == 1
    return text, zip(years, total(budget), total(spent))


def plain(figure):
    return format(figure.normalize(), 'f') if figure else '0'


def share(part, whole):
    return format((part * 100 / whole).quantize(Decimal('.01'), ROUND_HALF_EVEN), 'f')


files = []
for n in range(number):
    name = ['page %d.txt', "it's %d.txt", 'east/%d "x".txt', 'west/two\nlines %d.txt', '-%d.txt'][n % 5] % n
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    country = dice.choice(countries)
    text, figures = page(country)
    with open(path, 'w', encoding='utf-8') as out:
        out.write(text)
    files.append((name.encode(), country, list(figures)))

sums = {}
for name, country, figures in sorted(files):
    for year, budget, spent in figures:
        if spent is not None:
            was = sums.setdefault((country, year), [Decimal(0), Decimal(0)])
            was[0] += Decimal(budget).scaleb(-6)
            was[1] += Decimal(spent).scaleb(-6)
print('operation,year,budget,funding,expenditure,unit,against,gap,gap_pct,covered_pct')
for (country, year), (budget, spent) in sums.items():
    gap = budget - spent
    print(country, year, plain(budget), '', plain(spent), 'musd', 'expenditure', plain(gap), share(gap, budget), share(spent, budget),
          sep=',')
