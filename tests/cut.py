#!/usr/bin/env python3
"""cut.py [--every=N] BUILD PAGE: cuts a page at every byte (every Nth), and checks what the tools make of the rest.

An operation's page: from "People of Concern" to the end of the third chart the page is cut behind every byte. Of each piece:
  - every cell that is printed and not empty is the whole page's, in the same row (operation, year, and code or pillar);
  - a piece that ends inside a JSON value has status 3, and so has one that ends in the figure of a total;
  - a piece whose status is not 0 has a message, and the tool's name begins it; a sum is printed for a whole piece only;
  - no tool dies by a signal, hangs, or ends with a status that no input has.
A list of contributions (--contributions): from its heading to the end of the page,
  - every cell that is printed and not empty is the whole page's, in the same row, counted from the first;
  - but a line that is missing as a whole may have said that private donors gave it: the last row may say government.
Prints a line for each kind of failure with the first piece that shows it; the status is 1 if there is any.
"""
import argparse
import csv
import html
import io
import multiprocessing
import os
import re
import signal
import sys
import tempfile

TOOLS = {  # the command, the columns that name a row, whether the rows are sums, and how many bytes apart the pieces are
    'poc-extract': (['poc-extract'], ['operation', 'year', 'code'], False, 1),
    'budget-series': (['budget-series'], ['operation', 'year', 'pillar'], False, 1),
    'gap-calc': (['gap-calc'], ['operation', 'year', 'pillar'], False, 1),
    'gap-calc, grouped': (['gap-calc', '--group-by=operation,pillar'], ['operation', 'pillar'], True, 13),
}
# The page's JSON as it stands in the file: plain, or in HTML with its quotes written as entities.
QUOTE = rb'(?:"|&quot;)'
VALUES = re.compile(rb'\[\[' + QUOTE + rb'Refugees' + QUOTE + rb'.*?\]\]|\{' + QUOTE + rb'categories' + QUOTE + rb'.*?\]\}', re.S)
# The end of a piece that stops in a total: "2019 275,7", or the same in cells.
TOTAL = re.compile(rb'(?:^|\n)(?:<tr>)?(?:<td>)?20\d\d(?:</td>)?\s?(?:<td>)?\s?\d[\d,]*\Z')


class Runner:
    """Runs a command on a piece of a page; files instead of pipes, for thousands of runs."""

    def __init__(self, build):
        self.build = build
        self.file = [tempfile.TemporaryFile() for _ in range(3)]
        signal.signal(signal.SIGALRM, self.hangs)
        self.pid = 0

    def hangs(self, *_):
        os.kill(self.pid, signal.SIGKILL)

    def __call__(self, command, piece):
        """Exit status (negative: the signal), standard output and standard error."""
        for file in self.file:
            file.seek(0)
            file.truncate()
        self.file[0].write(piece)
        self.file[0].seek(0)
        dup = [(os.POSIX_SPAWN_DUP2, file.fileno(), n) for n, file in enumerate(self.file)]
        signal.alarm(20)
        self.pid = os.posix_spawn(os.path.join(self.build, command[0]), command, os.environ, file_actions=dup)
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        signal.alarm(0)
        for file in self.file[1:]:
            file.seek(0)
        return status, self.file[1].read(), self.file[2].read()


def rows(out, key):
    """The rows of a table as (key, row), in order."""
    table = csv.DictReader(io.StringIO(out.decode('utf-8'), newline=''))
    return [(tuple(row[k] for k in key), row) for row in table]


def wrong(name, whole, got, in_value, in_total):
    """What is wrong with a tool's answer to a piece; nothing, if it is right."""
    command, key, sums, _ = TOOLS[name]
    status, out, err = got
    if status < 0:
        return 'hangs, or is killed by a signal' if -status == signal.SIGKILL else f'dies by signal {-status}'
    if status not in (0, 1, 3):
        return f'status {status}'
    if in_value and status != 3:
        return f'status {status} inside a JSON value'
    if in_total and name == 'poc-extract' and status != 3:
        return f'status {status} inside a total'
    if (status == 0) != (err == b''):
        return f'status {status}, and {"a" if err else "no"} message'
    if status == 3 and not re.match(rb'%s: -:\d+(:\d+)?: error: ' % command[0].encode(), err):
        return f'a message without its place: {err.decode(errors="replace").splitlines()[0]}'
    seen = set()
    for k, row in rows(out, key):
        if sums and status == 3:
            return 'a sum of what was cut'
        if k not in whole:
            return f'a row that the whole page has not: {",".join(row.values())}'
        if k in seen:
            return f'a row twice: {",".join(row.values())}'
        seen.add(k)
        for column, cell in row.items():
            # a sum's parts may be complete and fewer; its unit and operation may not be others
            if cell and cell != whole[k][column] and not (sums and column not in ('unit', 'operation', 'against')):
                return f'{column} is {cell}, not {whole[k][column]}, in {",".join(k)}'
    return None


def wrong_list(whole, got, line):
    """What is wrong with the list of donors in a piece; line: what follows the last line end in it."""
    status, out, err = got
    if status not in (0, 1, 3):
        return f'status {status}'
    if (status == 0) != (err == b''):
        return f'status {status}, and {"a" if err else "no"} message'
    found = rows(out, [])
    for i, (_, row) in enumerate(found):
        if i >= len(whole):
            return f'more rows than the whole page has: {",".join(row.values())}'
        for column, cell in row.items():
            lacks_line = column == 'donor_type' and i == len(found) - 1 and line.strip(' •') in ('', row['donor'])
            if cell and cell != whole[i][1][column] and not lacks_line:
                return f'{column} is {cell}, not {whole[i][1][column]}, in row {i + 1}'
    return None


def check_lists(build, page, whole, jobs):
    """The failures among the pieces of these lengths."""
    run, failures = Runner(build), []
    for n in jobs:
        why = wrong_list(whole, run(['donors-list'], page[:n]), page[:n].rsplit(b'\n', 1)[-1].decode(errors='ignore'))
        if why:
            failures.append(('donors-list', n, why))
    return failures


def check(build, page, first, whole, values, jobs):
    """The failures among the jobs (a tool, and the length of the piece)."""
    run, failures = Runner(build), []
    for name, n in jobs:
        in_value = any(begin < n < end for begin, end in values)
        # a line that ends with the piece is whole only behind its line end, or its tag
        in_total = n < values[0][0] and TOTAL.search(page[first:n]) is not None
        why = wrong(name, whole[name], run(TOOLS[name][0], page[:n]), in_value, in_total)
        if why:
            failures.append((name, n, why))
    return failures


def whole_page(build, page):
    """What each tool makes of the whole page: its rows by their key."""
    run, whole = Runner(build), {}
    for name, (command, key, _, _) in TOOLS.items():
        status, out, err = run(command, page)
        whole[name] = dict(rows(out, key))
        if status != 0 or err or not whole[name]:
            sys.exit(f'{name}: the whole page has {len(whole[name])} rows and status {status}: {err.decode()}')
    return whole


def operation(build, path, page, pool, workers, every):
    """Where the pieces of an operation's page end, how many there are, the failures."""
    values = [m.span() for m in VALUES.finditer(page)]
    if len(values) != 4 or html.unescape(page[slice(*values[0])].decode())[:12] != '[["Refugees"':
        sys.exit(f'{path}: not the four JSON values that were expected, but {len(values)}')
    first, last = page.index(b'People of Concern'), values[-1][1]
    whole = whole_page(build, page)
    jobs = [(name, n) for n in range(first, last + 1, every) for name in TOOLS if n % TOOLS[name][3] == 0]
    return jobs, pool.starmap(check, [(build, page, first, whole, values, jobs[i::workers]) for i in range(workers)])


def contributions(build, path, page, pool, workers, every):
    """The same of a page with a list of contributions."""
    status, out, err = Runner(build)(['donors-list'], page)
    whole = rows(out, [])
    if status != 0 or err or not whole:
        sys.exit(f'donors-list: {path} has {len(whole)} rows and status {status}: {err.decode()}')
    jobs = range(page.index(b'Latest contributions'), len(page) + 1, every)
    return jobs, pool.starmap(check_lists, [(build, page, whole, jobs[i::workers]) for i in range(workers)])


def main():
    options = argparse.ArgumentParser(description='Cuts a page at every byte, and checks what the tools make of the rest.')
    options.add_argument('--every', type=int, default=1, metavar='N')
    options.add_argument('--contributions', action='store_true')
    options.add_argument('build')
    options.add_argument('page')
    options = options.parse_args()
    with open(options.page, 'rb') as f:
        page = f.read()
    workers = os.cpu_count() or 2
    cut = contributions if options.contributions else operation
    with multiprocessing.Pool(workers) as pool:
        jobs, parts = cut(options.build, options.page, page, pool, workers, options.every)
    kinds = {}
    for name, n, why in sorted((failure for part in parts for failure in part), key=lambda f: f[1]):
        kinds.setdefault((name, re.sub(r'\d+', '#', why.split(' is ')[0].split(': ')[0])), []).append((n, why))
    for (name, _), found in kinds.items():
        n, why = found[0]
        print(f'{name}: {len(found)} pieces; the first, of {n} bytes, ends {page[max(0, n - 30):n]!r}: {why}')
    print(f'{len(jobs)} pieces, {sum(map(len, kinds.values()))} wrong')
    return 1 if kinds else 0


if __name__ == '__main__':
    sys.exit(main())
