#!/usr/bin/env python3
"""attacks.py [--long] BUILD: input that is made to take time or memory, or to get into what it has no business in.

Every case is a text of a pattern that goes on and on, made while it is read, and what a tool has to do with it: which exit status,
what it has to say, how much memory it may hold at the most. With --long the texts are as long as an attacker may make them (a
gigabyte in one field); otherwise short enough for every day. Each pattern is also given to valgrind, a text of it and one of twice
the length: how many instructions a byte takes is bounded, and the same in both, so every byte is looked at a bounded number of
times, whatever stands before it; of what a page's reader looks ahead for, those times are counted, too. No clock is asked. Prints TAP.
"""
import fcntl
import json
import os
import re
import subprocess
import sys
import tempfile
from functools import cache
from itertools import cycle, islice, repeat

LONG = '--long' in sys.argv
BUILD = os.path.abspath([word for word in sys.argv[1:] if word[0] != '-'][0])
MB = 1 << 20
MEMORY = 32 * MB          # what a filter that streams may hold
FULL = 1000 * MB if LONG else 24 * MB   # longer than anything that may be kept whole
MANY = 10 ** 7 if LONG else 3 * 10 ** 5
MILLION = 10 ** 6 if LONG else 10 ** 5
SAMPLE = 200_000 if LONG else 50_000    # bytes that instructions are counted for, and twice as many
STEPS = 1500              # instructions that a byte may take
LINEAR = 1.05             # how many times as many a byte may take in a text of twice the length; 2 is quadratic
LOOKS = 24                # how many times a byte of a page may be looked at, each look at 8 or 32 of them together counted for all


def flood(pattern, count, before='', behind=''):
    """Pieces of a text: a pattern over and over."""
    pattern = pattern.encode() if isinstance(pattern, str) else pattern
    yield before.encode()
    once = max(1, 65536 // len(pattern))
    yield from repeat(pattern * once, count // once)
    yield pattern * (count % once)
    yield behind.encode()


def size(pattern, of):
    return of // len(pattern.encode() if isinstance(pattern, str) else pattern)


# NAME, tool and options, the text: (pattern, how often, what stands before and behind), statuses, what is said.
# A page: how lines, brackets, quotes, tags and entities may be piled up. Whether anything is found in it does not matter.
TEXT = ['poc-extract', '--from=text']
HTML = ['poc-extract', '--from=html']
MONEY = ['budget-series', '--from=text']
DONORS = ['donors-list', '--from=text']
PAGE = 'Operation: Mali\n\nPeople of Concern\n\n'
GIFTS = 'Latest contributions\n\n'
PILES = [
    (TEXT, PAGE, ['[', '{', '[[', '{{{{', '[{', '"', '\\', '{"', '[["', '[{"', '{"a":', '[["a",', '{"\\', '[["\\"', '[[1],', ']', '}',
                  '{"a"}', '[["a",1]]', '[\n', '{\n', '[[\n', '{"\n', '[ ', '{\n\n', '[["a",1]]\n', '{"a":1}\n', '2019 1\n',
                  '2019\n', '2019', '| ', '2019 | ', '125%\n', '- ', '\u2022 ', '\u2022', '\u00a0', ' ', '\t', '\n', ' \n', '\r\n', '< ',
                  '<\n', '\0', 'People of Concern\n', 'Operation: Mali\n', 'Operation:', 'Operation:\n', 'People of Concern ',
                  '\ufeff', 'a ', 'a  ', 'é', '\u2028']),
    (MONEY, 'Operation: Mali\n\nBudgets and Expenditure\n\n', ['{"categories":[2015],"budget":[1]}\n', '{"categories":[', '2015\n',
                  '{"categories":[2015],"budget":[1],"expenditure":[null]}', '{"budget":', '{"categories":[2015,2016],"budget":[1]} x\n']),
    (DONORS, GIFTS, ['private donors\n', '30-JUN-2020\n', '\u2022 30-JUN-2020\n\u2022 Spain\n', '$1\n', '$', 'Spain\n', '\u2022 \n']),
    (HTML, '<html>', ['</html>', '<', '<a', '<a>', '<a ', '<!--', '<!', '<?', '</', '</a>', '<p>', '<li>', '<ul><li>', '<table><tr><td>', '<td>',
                  '<script>', '<style>', '<a b="', "<a b='", '<a b=c', '<a data-x=\'{"a":1}\'>', '<a data-x="{&quot;', '&', '&amp;',
                  '&amp;amp;', '&#', '&#x', '&#x110000;', '&#65;', '&lt;', '&nbsp;', '&zzzzzzzz', '-->', '<pre>', '<br>', '<html>',
                  '</html><html>', '[[', '{"', '{"<b>', '<h2>People of Concern</h2>', '<title>', '<textarea>', ']]>',
                  '<![CDATA[']),
    (['poc-extract', '--from=json'], '', ['[', '{"a":', '[[', '{', '"', '[1,', '[1],', '{"a":1}', '{"a":1}\n', '1 ', '"\\u0041', '"\\ud800',
                  '[{"a":1},', '[["a",1],', '{"a":[', '{"a":{"b":', '"\\', 'null ', '-', '1', '0', '1.', '1e', ' ', '\n']),
    (['poc-extract', '--from=csv'], 'year,coa_name,refugees\n', ['"', '""', ',', '"a', '"a"\n', 'a"b', 'a"b\n', '2019,Mali,1\n',
                  '2019,"Mali",1\n', '2019,"Ma""li",1\n', '"2019\n",', '\r', '\r\n', '\n', ' ', ' \n', 'a', 'year,coa_name,refugees\n',
                  '2019,"Mali\n",1\n', '2019, Mali ,1\n', '\u00a0']),
    (['gap-calc', '--need=a', '--have=b'], 'a,b\n', ['1,2\n', '"1","2"\n', '1e9,2\n', '9.99999999999999999,1\n', '0.1,1e-5\n', '"']),
    (['donors-list'], 'date,donor,amount\n', ['2020-01-01,Spain,1\n', '"', '2020-01-01,"Spain,",1\n', '01/02/2020,X,$1\n']),
]

# What is larger than anything that may be kept, or deeper, or more; and what such things are called.
HUGE = [
    ('10 million [', ['poc-extract', '--from=json'], ('[', MANY), {3}, 'no table|inside one another'),
    ('{"a": over and over', ['poc-extract', '--from=json'], ('{"a":', MILLION), {3}, 'inside one another'),
    ('10 million [ in a page', TEXT, ('[', MANY, PAGE), {1, 3}, 'error'),
    ('a field without end', ['poc-extract', '--from=csv'], ('a', FULL, 'year,coa_name,refugees\n2019,'), {3}, r'longer than 16 MiB'),
    ('a quote without end', ['poc-extract', '--from=csv'], ('a', FULL, 'year,coa_name,refugees\n2019,"'), {3}, r'longer than 16 MiB|never ends'),
    ('a quote without end over lines', ['poc-extract', '--from=csv'], ('a,b\n', FULL // 4, 'year,coa_name,refugees\n2019,"'), {3},
     r'longer than 16 MiB|never ends'),
    ('a string without end', ['poc-extract', '--from=json'], ('a', FULL, '[{"year":"'), {3}, r'longer than 16 MiB'),
    ('a number without end', ['poc-extract', '--from=json'], ('1', FULL, '[{"year":'), {3}, r'longer than 16 MiB'),
    ('a line without end', TEXT, ('a', FULL), {3}, r'longer than 16 MiB'),
    ('a value in a page without end', TEXT, ('[1],\n', FULL // 5, PAGE + '[["a",1],'), {3}, r'longer than 16 MiB'),
    ('a tag without end', HTML, ('a', FULL, '<html><a b="'), {1, 3}, 'error'),
    ('a comment without end', HTML, ('a\n', FULL // 2, '<html><!--'), {1, 3}, 'error'),
    ('blanks without end', TEXT, (' ', FULL), {1, 3}, 'error'),
    ('lines without end', TEXT, ('a b c\n', FULL // 6), {1}, 'no population figures'),
    ('a million columns', ['poc-extract', '--from=csv'], (',c', MILLION, 'year,coa_name,refugees', '\n2019,Mali,1\n'), {3}, 'field'),
    ('a million fields', ['poc-extract', '--from=csv'], (',1', MILLION, 'year,coa_name,refugees\n2019,Mali,1', '\n'), {3}, 'fields'),
    ('a million keys', ['poc-extract', '--from=json'], (',"k":1', MILLION, '[{"year":2019', '}]'), {1, 3}, 'error'),
    ('a million categories', ['budget-series'], (',2015', MILLION, '{"categories":[2015', '],"budget":[1]}'), {3},
     '"budget" has 1 value'),
    ('a number of a million digits', ['poc-extract'], ('1', MILLION, 'year,coa_name,refugees\n2019,Mali,', '\n'), {3}, 'digits|exact'),
    ('1e999999999', ['gap-calc', '--need=a', '--have=b'], ('1e999999999,1\n', 1, 'a,b\n'), {3}, 'exact|number'),
    ('1e-999999999', ['gap-calc', '--need=a', '--have=b'], ('1e-999999999,1\n', 1, 'a,b\n'), {3}, 'exact|number'),
    ('the same key twice', ['poc-extract', '--from=json'], ('"refugees":1,', 2, '[{"year":2019,"coa_name":"Mali",', '"coa_iso":"MLI"}]'),
     {0, 3}, ''),
    ('half a pair of surrogates', ['poc-extract', '--from=json'],
     ('\\ud800', 3, '[{"year":2019,"coa_name":"', '","refugees":1}]'), {0, 3}, ''),
    ('NUL in a table', ['poc-extract', '--from=csv'], ('2019,Ma\0li,1\n', 3, 'year,coa_name,refugees\n'), {0, 3}, ''),
    ('a byte order mark in the middle', ['poc-extract', '--from=csv'], ('2019,\ufeffMali,1\n', 3, 'year,coa_name,refugees\n'), {0}, ''),
    ('UTF-16', ['poc-extract'], ('year,coa_name,refugees\n2019,Mali,1\n'.encode('utf-16'), 1), {3}, '--encoding=UTF-16'),
    ('carriage returns alone', ['poc-extract', '--from=csv'], ('2019,Mali,1\r', 3, 'year,coa_name,refugees\r'), {3}, "tr '.r' '.n'"),
    ('no UTF-8', ['poc-extract'], (b'2019,M\xe9li,1\n', 3, 'year,coa_name,refugees\n'), {3}, '--encoding'),
]


def run(words, pieces):
    """(status, output, what is said, the most memory) of a tool that reads the pieces from a pipe."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        tool = subprocess.Popen([os.path.join(BUILD, words[0]), *words[1:]], stdin=subprocess.PIPE, stdout=out, stderr=said)
        try:
            for piece in pieces:
                tool.stdin.write(piece)
            tool.stdin.close()
        except BrokenPipeError:
            pass  # it has read enough
        _, status, used = os.wait4(tool.pid, 0)
        tool.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said.seek(0)
        return tool.returncode, out.read(MB), said.read(MB).decode('utf-8', 'replace'), used.ru_maxrss * 1024


def counted(tool, found, words, stdin, write=lambda: None):
    """What a tool of valgrind counts of a run that reads stdin, which `write` fills meanwhile."""
    with tempfile.TemporaryFile() as out:
        run_it = ['valgrind', f'--tool={tool}', f'--{tool}-out-file=/dev/null', os.path.join(BUILD, words[0]), *words[1:]]
        with subprocess.Popen(run_it, stdin=stdin, stdout=subprocess.DEVNULL, stderr=out) as process:
            write()
            process.wait()
        out.seek(0)
        return int(re.search(found, out.read())[1].replace(b',', b''))


def steps(words, pieces):
    """(instructions, bytes) of a run"""
    with tempfile.TemporaryFile() as file:
        for piece in pieces:
            file.write(piece)
        n = file.tell()
        file.seek(0)
        return counted('callgrind', rb'Collected : (\d+)', words, file), n


def read(words, pieces):
    """
    (bytes read of memory that was allocated: of the text, of copies of it, of what is kept; bytes of the text) of a run. The text
    comes in pieces of at most a page of memory: what is looked at anew with each would come to much.
    """
    text = b''.join(pieces)
    out, into = os.pipe()
    fcntl.fcntl(into, fcntl.F_SETPIPE_SZ, 4096)

    def write():
        os.close(out)
        with open(into, 'wb') as pipe:
            pipe.write(text)
    return counted('dhat', rb'Reads: +([\d,]+) bytes', words, out, write), len(text)


@cache
def start(words, before):
    """Instructions of a run on what stands before a pattern: they are no matter of the text's length."""
    return steps(words, [before.encode()])[0]


def growth(words, before, text):
    """(instructions a byte, how many times as many in a text of twice the length); text(1) and text(2) have what is `before`."""
    begun = start(tuple(words), before)
    (once, n), (twice, _) = (steps(words, text(times)) for times in (1, 2))
    # where nothing is read any more, both are next to nothing
    return (once - begun) / n, (twice - begun) / max(once - begun, begun) / 2


class Tap:
    """Counts tests, and prints what they say."""
    number = failed = 0

    def test(self, name, objections):
        self.number += 1
        self.failed += bool(objections)
        print(f'{"not " if objections else ""}ok {self.number} {name!a}', flush=True)
        for said in objections:
            print('#', said)


def huge(tap):
    for name, words, text, statuses, said in HUGE:
        status, _, messages, memory = run(words, flood(*text))
        bad = []
        if status not in statuses:
            bad.append(f'status {status}: {messages[:200]!a}')
        if not re.search(said, messages) or (status != 0 and not messages):
            bad.append(f'says {messages[:200]!a}')
        if any(len(line) > 2000 for line in messages.split('\n')):
            bad.append('says too much')
        if memory > MEMORY and 'million' not in name:
            bad.append(f'holds {memory / MB:.1f} MiB')
        tap.test(name, bad)


def piles(tap):
    for words, before, patterns in PILES:
        bad = []
        for pattern in patterns:
            once = size(pattern, SAMPLE)
            status, _, messages, _ = run(words, flood(pattern, once, before))
            if status not in (0, 1, 3) or (status and not messages):
                bad.append(f'{pattern!a}: status {status}: {messages[:200]!a}')
            if LONG or pattern in patterns[:EVERY_DAY]:
                taken, more = growth(words, before, lambda times, p=pattern, n=once: flood(p, n * times, before))
                if taken > STEPS:
                    bad.append(f'{pattern!a}: {taken:.0f} instructions a byte')
                if more > LINEAR:
                    bad.append(f'{pattern!a}: {more:.2f} times as many instructions a byte where the text is twice as long')
                most[0] = max(most[0], (taken, f'{" ".join(words)} {pattern!a}'))
                most[1] = max(most[1], (more, f'{" ".join(words)} {pattern!a}'))
        tap.test(f'{" ".join(words)}: piles of {len(patterns)} patterns', bad)


# What makes a reader of pages look ahead: for the end of a value, of a string, of a tag.
AHEAD = ['{', '[', '"', '\\', '{{{{', '[[[[', '{"', '["\\"', '{"a":', '[["a",']


def looks(tap):
    """How many times each byte is looked at: what is read more of where the text is longer."""
    for words, before in (TEXT, PAGE), (HTML, '<html>'), (HTML, '<html><a b=\''):
        bad = []
        for pattern in AHEAD if LONG else AHEAD[:4]:
            once = size(pattern, SAMPLE)
            (few, n), (many, double) = (read(words, flood(pattern, once * times, before)) for times in (1, 2))
            each = (many - few) / (double - n)
            if not 1 <= each <= LOOKS:
                bad.append(f'{pattern!a}: looks {each:.1f} times at each byte')
            most[2] = max(most[2], (each, f'{" ".join(words)} {before!a} {pattern!a}'))
        tap.test(f'{" ".join(words)}: looks ahead behind {before!a}', bad)


def escapes(tap):
    """Names pass through as they are; messages show what a terminal would obey."""
    name = '\x1b[2J\x1b]0;x\x07Mali'
    status, out, messages, _ = run(['poc-extract', '-v'], [f'year,coa_name,refugees\n2019,{name},1\n2019,{name},x\n'.encode()])
    tap.test('escapes in a name pass', [] if name.encode() in out and status == 3 else [f'{status} {out!a}'])
    _, _, messages, _ = run(['poc-extract'], [f'year,coa_name,refugees\n2019,Mali,{name}\n'.encode()])
    tap.test('escapes in a message do not', [] if '\\x1B[2J' in messages and '\x1b' not in messages else [messages])
    _, out, _, _ = run(['poc-extract', '--excel'], ['year,coa_name,refugees\n2019,=cmd|\' /C calc\'!A0,1\n'.encode()])
    tap.test('a formula is text for a spreadsheet', [] if b"\n'=cmd|" in out else [f'{out!a}'])


# What is kept by its key, of ever new keys: tool and options, header, a row of which the key's number is to be put in, and how
# many bytes of memory a key may take, with a name of 23 letters.
GROUPS = [
    (['poc-extract'], 'Year,Country of Asylum,Country of Origin,Refugees', '2020,%s,Mali,1', 200),
    (['poc-extract', '--by=pair', '--change', '--check'], 'Year,Country of Asylum,Country of Origin,Refugees', '2020,Mali,%s,1', 700),
    (['budget-series', '--check'], 'operation,year,pillar,budget', '%s,2020,total,1', 500),
    (['gap-calc', '--group-by=operation,year', '--change'], 'operation,year,pillar,budget,expenditure', '%s,2020,total,2,1', 1100),
    (['donors-list', '--by=donor'], 'date,donor,amount', '2020-06-30,%s,1', 400),
]


def groups(tap):
    """
    Sums of ever new things, with names that differ in one place only: the time of each does not grow with their number. The seed of
    their hash is another one in every run, see tests/unit/index.c for what that is good for; rows come in the order of the input.
    """
    for words, header, row, bytes_each in GROUPS:
        def rows(count, header=header, row=row):
            names = ('a' * 8 * (i % 3) + f'{i:07d}' + 'b' * 8 for i in range(count))
            yield header.encode() + b'\n'
            for some in iter(lambda: [row % name for name in islice(names, 10000)], []):
                yield ('\n'.join(some) + '\n').encode()
        few = 8000 if LONG else 2000
        _, more = growth(words, header + '\n', lambda times, rows=rows: rows(times * few))
        bad = [f'{more:.2f} times as many instructions a byte where there are twice as many'] if more > LINEAR else []
        out = [run(words, rows(few))[1] for _ in range(2)]
        found = re.findall(rb'0*([0-9]+)bbbbbbbb', out[0])
        if found != [b'%d' % i for i in range(few)]:
            bad.append(f'rows are not in the order of the input: {found[:5]}')
        if out[0] != out[1]:
            bad.append('another run gives something else')
        _, _, _, memory = run(words, rows(MILLION))
        each = (memory - 4 * MB) / MILLION
        if each > bytes_each:
            bad.append(f'{each:.0f} bytes of memory each')
        tap.test(f'{" ".join(words)}: sums of ever more things', bad)
        print(f'# {each:.0f} bytes of memory each')


def place(name, places=2048):
    """Where lib/names.c has a name: no secret, and this is how to make names that all have the same place."""
    odd, cut = 0x9e3779b97f4a7c15, (1 << 64) - 1
    number, rest = len(name) * odd & cut, name
    while len(rest) > 8:
        number = (number ^ int.from_bytes(rest[:8], 'little')) * odd & cut
        number ^= number >> 32
        rest = rest[8:]
    number ^= int.from_bytes(name[-8:], 'little')
    number = (number ^ number >> 32) * odd & cut
    number = (number ^ number >> 29) * odd & cut
    return (number >> 32) & (places - 1)


def names(tap):
    """Names that push one another out of the table of what is worked out once: no worse than names that never come again."""
    every = [b'Donor %07d' % i for i in range(400_000)]
    rivals = list(islice((name for name in every if place(name) == 0), 64))
    friends = [next(name for name in every if place(name) == 8 * i) for i in range(64)]
    count = 8000 if LONG else 2000

    def text(some):
        return lambda times: [b'date,donor,amount\n' + b''.join(b'2020-06-30,%s,1\n' % name for name in
                                                                islice(cycle(some), times * count))]
    (rival, more), (friend, _), (new, _) = (growth(['donors-list'], 'date,donor,amount\n', text(some))
                                            for some in (rivals, friends, every))
    bad = [f'{more:.2f} times as many instructions a byte in a text of twice the length'] if more > LINEAR else []
    if rival > new * 1.1:
        bad.append(f'{rival:.0f} instructions a byte, and {new:.0f} for names that never come again')
    if rival < friend * 1.5:
        bad.append(f'{rival:.0f} instructions a byte, and {friend:.0f} for other names: this test sees nothing')
    tap.test('donors-list: names that are made to have the same place', bad)


def spelled(word, count):
    """The word in so many spellings that mean the same, but are other names."""
    for i in range(count):
        yield ''.join(letter + ' ' * (i >> place & 1) for place, letter in enumerate(word[:-1])) + word[-1]


def flow(sources, destinations):
    return json.dumps([{'amountUSD': 1, 'date': '2020-01-01', 'boundary': 'incoming', 'sourceObjects': sources,
                        'destinationObjects': destinations}])


# Records that have ever more of something: name, tool and options, the text with n of them.
WIDE = [
    ('objects of a flow', ['donors-list'], lambda n: flow(
        [{'type': 'Organization', 'name': f'N{i}', 'organizationTypes': ['NGOs']} for i in range(n)],
        [{'type': 'Location', 'name': f'L{i}'} for i in range(n)])),
    ('spellings of a type and kinds in an object', ['donors-list'], lambda n: flow(
        [{'name': 'Spain', **dict.fromkeys(spelled('type', 8), 'Organization'),
          **dict.fromkeys(spelled('organizationTypes', n), 'NGOs')}], [])),
    ('spellings of a column', ['poc-extract'], lambda n: ','.join(['year', 'coa_name', *spelled('refugeesunderunhcrsmandate', n)])
     + '\n2019,Mali' + ',1' * n + '\n'),
    ('columns', ['poc-extract'], lambda n: 'year,coa_name,refugees' + ''.join(f',c{i}' for i in range(n)) + '\n2019,Mali,1' + ',1' * n
     + '\n'),
    ('keys', ['poc-extract'], lambda n: json.dumps([{'year': 2019, 'coa_name': 'Mali', 'refugees': 1, **{f'k{i}': 1 for i in range(n)}}])),
    ('keys that no other record has', ['poc-extract'], lambda n: '\n'.join(
        json.dumps({'year': 2019, 'coa_name': 'Mali', 'refugees': 1, f'k{i}': 1}) for i in range(n))),
    ('labels', ['poc-extract', '--check'], lambda n: 'Operation: Mali\n\nPeople of Concern\n\n2019 1\n'
     + json.dumps([[f'Label {i}', 1] for i in range(n)]) + '\n'),
    ('series', ['budget-series'], lambda n: json.dumps({'categories': [2015], 'budget': [1], **{f's{i}': [1] for i in range(n)}})),
    ('recipients', ['donors-list'], lambda n: 'date,donor,amount,recipient\n2020-01-01,Spain,1,' + ';'.join(f'N{i}' for i in range(n))
     + '\n'),
    ('a donor\'s words', ['donors-list'], lambda n: 'date,donor,amount\n2020-01-01,' + 'Government of ' * n + 'Spain,1\n'),
]


def wide(tap):
    """A record may have any number of values, as long as it has 16 MiB: the time of each does not grow with their number."""
    count = 20000 if LONG else 4000
    for name, words, text in WIDE if LONG else WIDE[:3]:
        _, more = growth(words, text(1), lambda times, text=text: [text(times * count).encode()])
        # names are longer where there are more of them, and the tables that hold them are filled more or less
        tap.test(f'{words[0]}: ever more {name}', [f'{more:.2f} times as many instructions a byte'] if more > 1.3 else [])


EVERY_DAY = 3  # patterns of each kind that are given to valgrind every day
most = [(0, ''), (0, ''), (0, '')]


def main():
    tap = Tap()
    huge(tap)
    escapes(tap)
    groups(tap)
    names(tap)
    wide(tap)
    piles(tap)
    looks(tap)
    print(f'# at the most {most[0][0]:.0f} instructions a byte: {most[0][1]}')
    print(f'# at the most {most[1][0]:.3f} times as many where the text is twice as long: {most[1][1]}')
    print(f'# at the most {most[2][0]:.1f} times each byte is looked at: {most[2][1]}')
    print(f'1..{tap.number}')
    return tap.failed > 0


sys.exit(main())
