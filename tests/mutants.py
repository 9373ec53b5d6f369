#!/usr/bin/env python3
"""mutants.py [-n COUNT] [-s SEED] [-f FILE] [-g TEXT] [-j TREES] [-k] [-q]: whether the tests notice when the code is wrong.

Changes one place of lib/ at a time in a copy of the tree (a comparison the other way or one step off, a number one more, a condition
turned, a statement left out), builds, and runs tests until the first fails: the unit tests named most like the module, the cases,
the oracles, the other unit tests, and what takes long at last (behaviour, faults, pieces, attacks; not with -q). What a change
slows down is not looked at: that is bench/instructions'. A mutant that no test notices survives and is shown. What does not
compile, or compiles to the same machine code, is no mutant and not counted.

Some survivors are no faults: the change makes no difference, or only to speed. They are listed in tests/mutants.known, a line each:
FILE:FUNCTION, what the line was, what it became, and why that is none, tabs between. They survive, but are explained; no test is run for
them, but with -k: what is listed there and killed all the same is said at the end then.

An endless loop is ended by the time that it computes, and counts as killed; what only waits, by a clock that gives it many times
what the test takes on the code as it is. So a slow machine kills nobody.

Prints a line for each mutant, and at the end two shares of all of them: how many were killed, and how many were killed or are
explained. The latter is to be all: status 1 if one survives that is not explained.
"""
import argparse
import collections
import concurrent.futures
import functools
import glob
import hashlib
import itertools
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KNOWN = os.path.join(TOP, 'tests', 'mutants.known')

# What is changed, and into what. Blanks stand around operators in our style, so that -> and templates of includes are no case.
CHANGES = [
    (r' < ', ' <= '), (r' <= ', ' < '), (r' > ', ' >= '), (r' >= ', ' > '), (r' == ', ' != '), (r' != ', ' == '),
    (r' && ', ' || '), (r' \|\| ', ' && '), (r' \+ 1\b', ' + 2'), (r' - 1\b', ' - 0'), (r' \+ ', ' - '), (r' - ', ' + '),
    (r'\btrue\b', 'false'), (r'\bfalse\b', 'true'), (r'\b1\b', '2'), (r'\b0\b', '1'), (r'\b([2-9]|[1-9][0-9]+)\b', r'(\1 + 1)'),
    (r'^(\t+(?:else )?(?:if|while)) (\(.*\))( \{)?$', r'\1 (!\2)\3'), (r'\+\+', '--'), (r' & ', ' | '), (r' \| ', ' & '),
    (r'^(\t++)(?!return\b|break\b|case\b|static\b|const\b|struct\b|enum\b|size_t\b|char\b|bool\b|unsigned\b|int\b|uint|goto\b|continue\b)'
     r'[^{}]*;$', r'\1;'),
]


def places(path):
    """All that can be changed in a file: (line number, the line, what it becomes, the function that it is of)."""
    with open(path, encoding='utf-8') as file:
        lines = file.read().split('\n')
    comment, function = False, ''
    for number, line in enumerate(lines):
        begun = re.match(r'(\w+)\(', line)
        function = begun[1] if begun else function
        comment = comment or '/*' in line
        if comment or not line.startswith('\t') or '"' in line or "'" in line or '_Static_assert' in line:
            comment = comment and '*/' not in line
            continue
        for pattern, into in CHANGES:
            for found in re.finditer(pattern, line):
                now = line[:found.start()] + found.expand(into) + line[found.end():]
                if now != line:
                    yield number, line, now, function



# What a process of a test may take: seconds of computing (unit tests that take long: more), bytes of memory, of a file.
COMPUTES, MEMORY, FILE = 20, 4 << 30, 1 << 30

# Tests of everything, from the quickest; then those that take long.
QUICK = ['cases', 'decimal-oracle', 'gap-oracle', 'people-oracle']
LONG = ['replay', 'pieces', *sorted(glob.glob('tests/*.bats', root_dir=TOP)), 'attacks', 'faults']
ORACLES = {'decimal-oracle': 'decimal-calc', 'gap-oracle': 'gap-calc', 'people-oracle': 'poc-extract'}


def ends_well(words, where, clock, computes, **more):
    """Whether a command ends with 0 and no line "not ok", in time."""
    limits = ['sh', '-c', f'ulimit -c 0 && ulimit -t {computes} && ulimit -v {MEMORY >> 10} && ulimit -f {FILE >> 9} && exec "$@"', 'sh']
    with subprocess.Popen(limits + words, cwd=where, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          env=os.environ | more, process_group=0) as done:
        def end():
            try:
                os.killpg(done.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        timer = threading.Timer(clock, end)
        timer.start()
        if any(line.startswith(b'not ok') for line in done.stdout):
            end()
        os.waitid(os.P_PID, done.pid, os.WEXITED | os.WNOWAIT)  # its number stays its own until whatever it started is ended, too
        timer.cancel()
        end()
    return done.returncode == 0


class Tree:
    """A copy of the tree, built in m."""

    def __init__(self, at, of, threads):
        self.at, self.threads = at, str(threads)
        shutil.copytree(of, at, ignore=shutil.ignore_patterns('build', '.git'), symlinks=True)

    def make(self, *what):
        return ends_well(['make', '-s', 'DEPS=no', 'LTO=', 'B=m', 'CFLAGS=-O2', *what], self.at, 1200, 600)

    def objects(self, *names):
        """The machine code of some modules, or of all."""
        found = []
        for name in names or sorted(glob.glob('m/*/*.o', root_dir=self.at)):
            with open(os.path.join(self.at, name), 'rb') as file:
                found.append(file.read())
        return found

    def passes(self, test, clock, computes):
        """Whether a test passes."""
        words = [os.path.join('m', test)]
        if test == 'cases':
            words = ['tests/cases']
        elif test == 'replay':
            words = ['tests/fuzz/replay']
        elif test in ORACLES:
            words = ['python3', f'tests/{test}.py', f'm/{ORACLES[test]}']
        elif test in ('faults', 'pieces', 'attacks'):
            words = ['python3', f'tests/{test}.py', 'm']
            if test != 'attacks':
                subprocess.run(['cc', '-shared', '-fPIC', '-O1', '-o', f'm/{test}.so', f'tests/{test}.c', '-ldl'], cwd=self.at, check=True)
                words.append(f'm/{test}.so')
        elif test.endswith('.bats'):
            words = ['bats', '--tap', test]
        build = os.path.join(self.at, 'm') if test.endswith('.bats') else 'm'
        return ends_well(words, self.at, clock, computes, BUILD=build, FIRST='yes', OMP_NUM_THREADS=self.threads,
                         CMOCKA_MESSAGE_OUTPUT='TAP')

    def units(self):
        said = subprocess.run(['make', '-s', '--no-print-directory', '-f', '-', 'say'], cwd=self.at, capture_output=True, text=True,
                              input='include Makefile\nsay:\n\t@echo $(UNIT)\n', check=True)
        return said.stdout.split()


class Tests:
    """The tests, and how long each takes on a tree with nothing changed."""

    def __init__(self, plain, long):
        self.plain, self.units, self.long, self.one = plain, plain.units(), long, threading.Lock()
        self.programs = ['all', 'm/decimal-calc', *(f'm/unit-{unit}' for unit in self.units)]
        if not plain.make(*self.programs):
            sys.exit('mutants: the code does not build before anything was changed')

    @functools.cache
    def limits(self, test):
        """The clock and the seconds of computing for a test. Measured when first asked for: some are never."""
        then = time.monotonic()
        if not self.plain.passes(test, 3600, 600):
            print(f'mutants: {test} fails before anything was changed', file=sys.stderr, flush=True)
            os._exit(2)
        took = time.monotonic() - then
        return 60 + 10 * took, int(5 + 10 * took) if test.startswith('unit-') else COMPUTES

    def notices(self, tree, test):
        with self.one:
            limits = self.limits(test)
        return not tree.passes(test, *limits)

    def near(self, module):
        """Unit tests named like a module, at least in what they begin with; its own is the first, however short its name."""
        alike = {unit: len(os.path.commonprefix([unit, module])) - len(unit) / 100 for unit in self.units}
        found = [unit for unit in alike if unit == module or alike[unit] >= 3.5]
        return sorted(found, key=lambda unit: (unit != module, -alike[unit]))

    def noticed(self, tree, name):
        """Which test notices that a file was changed; '': it survives; None: it is no change, or no program."""
        module, kind = os.path.splitext(os.path.basename(name))
        own = [f'm/lib/{module}.o'] if kind == '.c' else []
        if own and (not tree.make(*own) or tree.objects(*own) == self.plain.objects(*own)):
            return None
        near = self.near(module)
        for unit in near:
            if not tree.make(f'm/unit-{unit}'):
                return None
            if self.notices(tree, f'unit-{unit}'):
                return f'unit-{unit}'
        if not tree.make('all') or not own and tree.objects() == self.plain.objects():
            return None
        for test in QUICK:
            if (test != 'decimal-oracle' or tree.make('m/decimal-calc')) and self.notices(tree, test):
                return test
        if not tree.make(*self.programs):
            return 'compiler'
        others = [f'unit-{unit}' for unit in self.units if unit not in near]
        for test in others + (LONG if self.long else []):
            if self.notices(tree, test):
                return test
        return ''


def change(place):
    """What is changed, wherever it stands in its file."""
    return place[0], place[2].strip(), place[3].strip()


def entry(place):
    """The same, as it stands in the list of the known."""
    return f'{place[0]}:{place[4]}', *change(place)[1:]


def shuffled(everything, seed):
    """All places in an order that depends on the seed and on each of them alone: a change of the code leaves the others as they are."""
    order, times = {}, collections.Counter()
    for place in dict.fromkeys(everything):
        order[place] = hashlib.sha256(repr((seed, *change(place) * (1 + times[change(place)]))).encode()).digest()
        times[change(place)] += 1
    return sorted(order, key=order.get)


def known():
    if not os.path.exists(KNOWN):
        return set()
    with open(KNOWN, encoding='utf-8') as file:
        return {tuple(line.split('\t')[:3]) for line in file.read().splitlines() if line and not line.startswith('#')}


def share(some, of):
    """In hundredths, rounded down: 100 is all of them."""
    return f'{some * 1000 // max(1, of) / 10:.1f} %'


def mutate(tree, tests, place):
    """What becomes of one place: as noticed() has it."""
    name, number, was, now, _ = place
    path = os.path.join(tree.at, name)
    shutil.copy2(path, path + '.was')
    with open(path, encoding='utf-8') as file:
        lines = file.read().split('\n')
    assert lines[number] == was
    lines[number] = now
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))
    by = tests.noticed(tree, name)
    os.replace(path + '.was', path)
    os.utime(path)
    return by


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('-n', metavar='COUNT', dest='count', type=int, default=100)
    parser.add_argument('-s', metavar='SEED', dest='seed', type=int, default=1)
    parser.add_argument('-f', metavar='FILE', dest='files', action='append', help='only of these, as lib/csvin.c')
    parser.add_argument('-g', metavar='TEXT', dest='text', default='', help='only lines with this in them')
    parser.add_argument('-j', metavar='TREES', dest='trees', type=int, default=os.cpu_count(), help='so many mutants at once')
    parser.add_argument('-k', dest='again', action='store_true', help='run the tests for what is known, too')
    parser.add_argument('-q', dest='long', action='store_false', help='without the tests that take long')
    o = parser.parse_args()
    files = o.files or sorted(glob.glob('lib/*.[ch]', root_dir=TOP))
    everything = [(name, *place) for name in files for place in places(os.path.join(TOP, name)) if o.text in place[1]]
    chosen = iter(shuffled(everything, o.seed))
    listed, killed, survivors, wrong = known(), 0, [], []
    with tempfile.TemporaryDirectory() as temporary, concurrent.futures.ThreadPoolExecutor(o.trees) as pool:
        threads = max(1, (os.cpu_count() or 1) // o.trees)
        tests = Tests(Tree(os.path.join(temporary, 'plain'), TOP, threads), o.long)
        trees = queue.SimpleQueue()
        for n in range(o.trees):
            trees.put(Tree(os.path.join(temporary, str(n)), tests.plain.at, threads))

        def one(place):
            tree = trees.get()
            by = mutate(tree, tests, place) if o.again or entry(place) not in listed else ''
            trees.put(tree)
            if by is not None:
                print(f'{by or "SURVIVES":<18} {place[0]}:{place[1] + 1}: {place[2].strip()}  =>  {place[3].strip()}', flush=True)
            return place, by

        while batch := list(itertools.islice(chosen, o.count - killed - len(survivors))):
            for place, by in pool.map(one, batch):
                if by:
                    killed += 1
                    wrong += [place] if entry(place) in listed else []
                elif by is not None:
                    survivors.append(entry(place))
    for name, number, was, now, _ in wrong:
        print(f'listed in tests/mutants.known, but killed: {name}:{number + 1}: {was.strip()}  =>  {now.strip()}')
    count, unexplained = killed + len(survivors), sum(s not in listed for s in survivors)
    print(f'{count} mutants: {killed} killed, {len(survivors) - unexplained} explained, {unexplained} unexplained')
    print(f'killed: {share(killed, count)} of all; killed or explained: {share(count - unexplained, count)} of all')
    return int(unexplained > 0)


sys.exit(main())
