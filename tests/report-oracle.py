#!/usr/bin/env python3
"""report-oracle.py figures REPORT PAGE: holds the report of a page against the tools' output, row by row and chart by chart.
report-oracle.py refuses PAGE REPORT...: sees to it that each of these is found to be wrong.
report-oracle.py alone REPORT: nothing in the report comes from elsewhere, and no script is in it.
report-oracle.py contrast REPORT: its colours, light and dark, can be read and told apart."""
import csv, functools, re, subprocess, sys
from decimal import Decimal
from html.parser import HTMLParser

class Node:
    def __init__(self, tag, attrs, parent):
        self.tag, self.attrs, self.parent, self.parts = tag, dict(attrs), parent, []
    def all(self, tag, **attrs):
        """Every node of that tag below, in order."""
        found = []
        for part in self.parts:
            if isinstance(part, Node):
                if part.tag == tag and all(part.attrs.get(k.rstrip('_')) == v for k, v in attrs.items()):
                    found.append(part)
                found += part.all(tag, **attrs)
        return found
    def text(self):
        return ''.join(p if isinstance(p, str) else p.text() for p in self.parts).strip()

class Page(HTMLParser):
    """A tree of a page; what is opened must be closed."""
    void = 'meta link br img hr input'.split()
    def __init__(self, text):
        super().__init__()
        self.root = self.at = Node('', {}, None)
        self.feed(text)
        assert self.at is self.root, f'<{self.at.tag}> is not closed'
    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs, self.at)
        self.at.parts.append(node)
        if tag not in self.void:
            self.at = node
    def handle_startendtag(self, tag, attrs):
        self.at.parts.append(Node(tag, attrs, self.at))
    def handle_endtag(self, tag):
        assert self.at.tag == tag, f'</{tag}> closes <{self.at.tag}>'
        self.at = self.at.parent
    def handle_data(self, data):
        self.at.parts.append(data)

def same(what, wanted, got):
    if wanted != got:
        sys.exit(f'{what}\nwanted: {wanted}\ngot:    {got}')

@functools.cache
def tool(*command):
    run = subprocess.run(command, capture_output=True, text=True)
    return list(csv.DictReader(run.stdout.splitlines()))

def number(text):
    return Decimal(text.replace(',', '').replace('−', '-').replace('$', '').replace('%', ''))

def value(node):
    """The exact figure of a node, "" without one; what is shown of it must be a rounding of it."""
    found = node.all('data') if node.tag != 'data' else [node]
    if not found:
        return ''
    exact, shown = Decimal(found[0].attrs['value']), found[0].text()
    seen = re.fullmatch(r'[+−]?\$?([0-9,.]+)( million)?', shown)
    assert seen, f'"{shown}" is shown for {exact}'
    shown = number(seen[1])
    places = -shown.as_tuple().exponent
    near = [abs(exact) * scale for scale in (1, 10 ** 6)]
    assert any(abs(n - shown) * 2 <= Decimal(10) ** -places for n in near), f'{shown} is shown for {exact}'
    assert ('−' in seen[0]) <= (exact < 0), f'{seen[0]} is shown for {exact}'
    return found[0].attrs['value']

def rows(table):
    return [[c for c in tr.parts if isinstance(c, Node)] for tr in table.all('tbody')[0].all('tr')]

def heads(table):
    return [th.text() for th in table.all('thead')[0].all('th')]

def boxes(svg, *classes):
    """What of the chart's rectangles have that class: (width, height) each."""
    found = []
    for p in svg.all('polygon'):
        if p.attrs.get('class') in classes:
            xy = [tuple(map(float, q.split(','))) for q in p.attrs['points'].split()]
            xs, ys = zip(*xy)
            found.append((max(xs) - min(xs), max(ys) - min(ys)))
    return found

def proportional(what, lengths, values):
    same(f'{what}: bars', len(values), len(lengths))
    top, longest = max(values), max(lengths)
    for length, v in zip(lengths, values):
        wanted = float(v / top) * longest
        assert abs(length - wanted) <= 1.5, f'{what}: {v} has a bar of {length}, not {wanted}'

def texts(svg):
    return [t.text() for t in svg.all('text')]

def rounds(exact, shown):
    """What a chart shows of a figure is its rounding to the places shown, or "–" for none."""
    if exact == '':
        assert shown == '–', f'"{shown}" is shown for nothing'
        return True
    n = number(shown)
    assert abs(n - Decimal(exact)) * 2 <= Decimal(10) ** n.as_tuple().exponent, f'{shown} is shown for {exact}'
    return True

def people_said(p):
    return f'{int(p["persons"]):,}' if p['persons'] else 'hidden (1 to 4)'

def check_people(article, people):
    year = max((p['year'] for p in people if p['status'] != 'projected'), default=max(p['year'] for p in people))
    planned = all(p['status'] == 'projected' for p in people)
    newest = [p for p in people if p['year'] == year and (p['status'] == 'projected') == planned]
    total = [p for p in newest if p['code'] == 'TOT']
    types = sorted((p for p in newest if p['code'] != 'TOT'), key=lambda p: -int(p['persons'] or 0))
    card = [li for li in article.all('ul', class_='key')[0].all('li') if li.text().startswith('People of concern')][0]
    assert f', {year}' in card.text(), card.text()
    if total:
        wanted = [total[0][k] for k in ('persons', 'change', 'change_pct')]
        same('total', [v for v in wanted if v], [value(d) for d in card.all('data')])
        assert not card.all('data', class_='sum')
        if total[0]['change']:
            assert ('fewer' if total[0]['change'].startswith('-') else 'more') in card.text(), card.text()
    elif any(p['status'] == 'redacted' for p in types):
        assert not card.all('data'), 'a sum of what is partly hidden'
    else:
        same('sum', str(sum(int(p['persons']) for p in types)), card.all('data', class_='sum')[0].attrs['value'])
        assert 'sum' in card.text() and 'no total' in card.text()
    figure = [f for f in article.all('figure') if f.text().startswith('People by type')][0]
    table = figure.all('table')[0]
    same('people', [[p['year'] + (' planned' if p['status'] == 'projected' else ''), p['population_type']] +
                    [p[k] for k in ('persons', 'change', 'change_pct')] for p in people],
         [[r[0].text(), r[1].text()] + [value(c) for c in r[2:]] for r in rows(table)])
    if types:
        svg = figure.all('svg')[0]
        shown = texts(svg)
        same('texts of the chart of people', [t for p in types for t in (p['population_type'], people_said(p))],
             [t for pair in zip(shown[:len(types)], shown[len(types):]) for t in pair])
        proportional('people', [w for w, h in boxes(svg, 'solid')], [int(p['persons']) for p in types if p['persons']])
        for p in types:
            assert f'{p["population_type"]}: {people_said(p)}' in svg.all('desc')[0].text()

def cover(row):
    return row[row['against']] if row['against'] else ''

def check_money(article, money):
    years = [m for m in money if m['pillar'] == 'total']
    pillars = [m for m in money if m['pillar'] != 'total']
    known = [m for m in years if m['gap']]
    cards = {li.text().split(',')[0]: li for li in article.all('ul', class_='key')[0].all('li')}
    newest = max((m for m in years if m['budget']), key=lambda m: m['year'])
    same('newest budget', [newest['budget']], [value(d) for d in cards['Budget'].all('data')])
    if known:
        last = max(known, key=lambda m: m['year'])
        same('covered', [last['covered_pct'], cover(last), last['budget']], [value(d) for d in cards['Covered'].all('data')])
        same('gap', [last['gap'], last['gap_pct']], [value(d) for d in cards['Gap'].all('data')])
        assert f'Gap, {last["year"]}' in cards['Gap'].text()
    column = dict(zip('Budget Funding Expenditure Gap'.split() + ['Gap, %', 'Covered, %'],
                      'budget funding expenditure gap gap_pct covered_pct'.split()))
    for wanted, title in (years, 'Budget'), (pillars, 'Pillars'):
        figure = [f for f in article.all('figure') if f.text().startswith(title)][0]
        if not wanted:
            same(title, 0, len(figure.all('table')))
            continue
        table = figure.all('table')[0]
        names = [column[h] for h in heads(table)[1:]]
        assert all(n in names or not any(m[n] for m in wanted) for n in column.values()), f'{title}: a column is missing'
        of = lambda m: m['year'] if m['pillar'] == 'total' else f'{m["pillar"]}, {m["year"]}'
        same(title, [[of(m)] + [m[n] for n in names] for m in wanted],
             [[r[0].text()] + [value(c) for c in r[1:]] for r in rows(table)])
    figure = [f for f in article.all('figure') if f.text().startswith('Budget')][0]
    svg = figure.all('svg')[0]
    years = years[-10:]
    n = len(years)
    shown = texts(svg)
    same('years below the columns', [m['year'] for m in years], shown[n:2 * n])
    for m, above, below in zip(years, shown[:n], shown[2 * n:]):
        rounds(m['budget'], above)
        rounds(m['covered_pct'], below)
    bars = boxes(svg, 'pale', 'solid')
    values = [Decimal(m['budget']) for m in years if m['budget']] + [Decimal(cover(m)) for m in years if m['gap']]
    proportional('budget and what covers it', [h for w, h in bars], values)
    if known:
        svg = [f for f in article.all('figure') if f.text().startswith('The gap')][0].all('svg')[0]
        proportional('gap', [h for w, h in boxes(svg, 'gapbar')], [Decimal(m['gap']) for m in years if m['gap']])
    figure = [f for f in article.all('figure') if f.text().startswith('Pillars')][0]
    if pillars:
        year = max((m['year'] for m in pillars if m['gap']), default=max(m['year'] for m in pillars if m['budget']))
        wanted = [m for m in pillars if m['year'] == year]
        assert figure.text().startswith(f'Pillars, {year}'), figure.text()
        same('pillars', len(wanted), len(boxes(figure.all('svg')[0], 'pale')))
        for m, said in zip(wanted, texts(figure.all('svg')[0])[len(wanted):]):
            seen = re.findall(r'[0-9.,]*[0-9]', said)
            for exact, shown in zip([cover(m), m['budget'], m['covered_pct']] if cover(m) else [m['budget']], seen):
                assert '<' in said or rounds(exact, shown), said

def check_gifts(page, gifts):
    section = page.root.all('section', class_='given')[0]
    if not gifts:
        assert not section.all('dd') and 'lists no contributions' in section.text()
        return
    gifts = sorted(gifts, key=lambda g: g['date'], reverse=True)
    listed, date = [], ''
    for node in section.all('dl')[0].parts:
        if isinstance(node, Node) and node.tag == 'dt':
            date = node.all('time')[0].attrs['datetime']
        elif isinstance(node, Node):
            listed.append((date, node.text().split(':')[0].split(', to ')[0], value(node)))
    wanted = []
    for g in gifts[:30]:
        kind = {'': '', 'government': '', 'private': ', private donors'}.get(g['donor_type'], ', ' + g['donor_type'])
        name = (g['donor'] or 'donor without a name') + ('' if 'private' in kind and 'rivate' in g['donor'] else kind)
        wanted.append((g['date'], name, g['amount']))
    same('contributions', wanted, listed)
    drawn = [g for g in gifts if g['amount']][:10]
    if drawn:
        svg = section.all('svg')[0]
        proportional('contributions', [w for w, h in boxes(svg, 'solid', 'private', 'multilateral', 'other', 'pale')],
                     [Decimal(g['amount']) for g in drawn])
        same('amounts in the chart', [f'${int(g["amount"]):,}' for g in drawn], texts(svg)[len(drawn):])
        for g, s in zip(drawn, texts(svg)):
            assert g['donor'][:20] in s and ('private' in s) == (g['donor_type'] == 'private'), (g, s)
    assert ('UNHCR-wide' in page.root.all('footer')[0].text()) == (not any(g['recipient'] for g in gifts))

def figures(report, source):
    page = Page(open(report, encoding='utf-8').read())
    people = tool('poc-extract', '--change', source)
    money = tool('gap-calc', '--unit=musd', source)
    gifts = tool('donors-list', source)
    names = list(dict.fromkeys((r['operation'], r['iso3']) for r in people + money))
    articles = page.root.all('article')
    same('operations', len(names), len(articles))
    for (name, iso3), article in zip(names, articles):
        title = article.all('h2')[0].text() if len(names) > 1 else page.root.all('h1')[0].text()
        same('name', name, title)
        its_people = [p for p in people if (p['operation'], p['iso3']) == (name, iso3)]
        its_money = [m for m in money if (m['operation'], m['iso3']) == (name, iso3)]
        if its_people:
            check_people(article, its_people)
        else:
            assert 'no figures of people' in article.text()
        if its_money:
            check_money(article, its_money)
        else:
            assert 'no budget and no expenditure' in article.text()
    check_gifts(page, gifts)
    # No figure but theirs, anywhere.
    theirs = {v for r in people + money + gifts for v in r.values()}
    for d in page.root.all('data'):
        value(d)
        assert d.attrs.get('class') == 'sum' or d.attrs['value'] in theirs, f'{d.attrs["value"]} is of no tool'
    for svg in page.root.all('svg'):
        assert svg.attrs['role'] == 'img' and svg.all('title')[0].text() and svg.all('desc')[0].text()
        same('ids', svg.attrs['aria-labelledby'].split(), [svg.all('title')[0].attrs['id'], svg.all('desc')[0].attrs['id']])
        width, height = map(float, svg.attrs['viewbox'].split()[2:])
        for t in svg.all('text'): # no text is cut: DejaVu, the widest of the fonts, has about 0.6 em a letter
            x, y, size = (float(t.attrs[k]) for k in ('x', 'y', 'font-size'))
            room = {'start': width - x, 'end': x, 'middle': 2 * min(x, width - x)}[t.attrs['text-anchor']]
            assert len(t.text()) * size * 0.6 <= room + 1, f'"{t.text()}" does not fit'
            assert size * 0.8 <= y <= height - size * 0.2, f'"{t.text()}" is cut'
    ids = re.findall(r' id="([^"]*)"', open(report, encoding='utf-8').read())
    same('ids that stand twice', len(ids), len(set(ids)))

def refuses(source, *reports):
    for report in reports:
        try:
            figures(report, source)
        except (AssertionError, SystemExit) as reason:
            assert str(reason), f'{report}: refused without a reason'
        else:
            sys.exit(f'{report}: nothing is found to be wrong in it')

def alone(report):
    text = open(report, encoding='utf-8').read()
    page = Page(text)
    for tag in 'script link img iframe object embed base form foreignobject image use'.split():
        assert not page.root.all(tag), f'<{tag}>'
    tags = re.sub(r'>[^<]*<', '><', text)
    assert not re.search(r'\s(src|href|on\w+|style|action)\s*=', tags), 'an attribute that loads or runs'
    css = page.root.all('style')[0].text()
    assert not re.search(r'url\(|@import|image-set|expression', css), 'the style loads something'

def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b

def ratio(a, b):
    a, b = sorted((luminance(a), luminance(b)))
    return (b + 0.05) / (a + 0.05)

def contrast(report):
    css = re.search(r'<style>(.*?)</style>', open(report, encoding='utf-8').read(), re.S)[1]
    modes = re.findall(r':root \{(.*?)\}', css, re.S)
    same('light and dark', 2, len(modes))
    assert re.search(r'@media screen and \(prefers-color-scheme: dark\) \{\s*:root', css)
    for name, mode in zip(('light', 'dark'), modes):
        c = dict(re.findall(r'--([\w-]+): (#[0-9a-f]{6})', mode))
        for text, ground in [(t, g) for t in ('text', 'soft', 'good', 'bad') for g in ('page', 'card')] + [('on-band', 'band')]:
            assert ratio(c[text], c[ground]) >= 4.5, f'{name}: {text} on {ground}: {ratio(c[text], c[ground]):.2f}'
        # Shapes: an edge that stands out from the page, and what lies on or beside one another of other lightness, for whoever
        # sees no colours.
        for a, b, least in [('edge', 'page', 3), ('solid', 'page', 3), ('gap', 'page', 3), ('solid', 'pale', 3),
                            ('solid', 'private', 1.5)]:
            assert ratio(c[a], c[b]) >= least, f'{name}: {a} and {b}: {ratio(c[a], c[b]):.2f}'

{'figures': figures, 'refuses': refuses, 'alone': alone, 'contrast': contrast}[sys.argv[1]](*sys.argv[2:])
