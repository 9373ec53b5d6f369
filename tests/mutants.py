#!/usr/bin/env python3
"""mutants.py [-n COUNT] [-s SEED] [-f FILE] [-v]: whether the tests notice when the code is wrong.

Takes a copy of the tree, changes one place of lib/ at a time (a comparison the other way or one step off, a number one more, a
condition turned, a statement left out), builds, and runs the tests until one fails: the module's own unit tests first, then all
unit tests, the cases and the oracles, at last the tests of behaviour. A mutant that no test notices survives and is shown. Some
survivors are no faults: the change makes no difference, or only to speed. They are listed in tests/mutants.known, as FILE, what
the line was, what it became, and why that is none; such count as explained.

Prints a line for each mutant, and at the end how many were killed; status 1 if fewer than 95 in 100, or one that is not explained.
"""
import argparse
import glob
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KNOWN = os.path.join(TOP, 'tests', 'mutants.known')
ENOUGH = 0.95

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
    """All that can be changed in a file: (line number, the line, what it becomes)."""
    with open(path, encoding='utf-8') as file:
        lines = file.read().split('\n')
    comment = False
    for number, line in enumerate(lines):
        comment = comment or '/*' in line
        if comment or not line.startswith('\t') or '"' in line or "'" in line or '_Static_assert' in line:
            comment = comment and '*/' not in line
            continue
        for pattern, into in CHANGES:
            for found in re.finditer(pattern, line):
                now = line[:found.start()] + found.expand(into) + line[found.end():]
                if now != line:
                    yield number, line, now


def run(words, where, seconds, **more):
    """Whether a command ends well, in time."""
    try:
        done = subprocess.run(words, cwd=where, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              timeout=seconds, env=os.environ | more, start_new_session=True, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def make(where, *what):
    return run(['make', '-s', 'DEPS=no', 'LTO=', 'B=m', 'CFLAGS=-O1', *what], where, 300)


def units(where):
    said = subprocess.run(['make', '-s', '--no-print-directory', '-f', '-', 'say'], cwd=where, capture_output=True, text=True,
                          input='include Makefile\nsay:\n\t@echo $(UNIT)\n', check=True)
    return said.stdout.split()


def noticed(where, module, every):
    """Which tests notice that the code of a module was changed; none: it survives."""
    if module in every:
        if not make(where, f'm/unit-{module}'):
            return 'compiler'
        if not run([f'm/unit-{module}'], where, 60):
            return f'unit-{module}'
    if not make(where, 'all', 'm/decimal-calc', *(f'm/unit-{unit}' for unit in every)):
        return 'compiler'
    if not run(['bash', '-c', 'BUILD=m tests/cases | (! grep -q "^not ok")'], where, 300):
        return 'cases'
    for unit in every:
        if not run([f'm/unit-{unit}'], where, 60):
            return f'unit-{unit}'
    if not run(['tests/run'], where, 900, BUILD='m', UNIT='', BEHAVIOUR='no'):
        return 'oracles'
    for bats in sorted(glob.glob('tests/*.bats', root_dir=where)):
        if not run(['bats', bats], where, 600, BUILD=os.path.join(where, 'm')):
            return bats
    return ''


def known():
    if not os.path.exists(KNOWN):
        return set()
    with open(KNOWN, encoding='utf-8') as file:
        return {tuple(line.split('\t')[:3]) for line in file.read().splitlines() if line and not line.startswith('#')}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('-n', metavar='COUNT', dest='count', type=int, default=100)
    parser.add_argument('-s', metavar='SEED', dest='seed', type=int, default=1)
    parser.add_argument('-f', metavar='FILE', dest='files', action='append', help='only of these, as lib/csvin.c')
    o = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        where = os.path.join(temporary, 'tree')
        shutil.copytree(TOP, where, ignore=shutil.ignore_patterns('build', '.git'), symlinks=True)
        every = units(where)
        if not make(where, 'all') or noticed(where, '', every):
            sys.exit('mutants: the tests fail before anything was changed')
        files = o.files or sorted(glob.glob('lib/*.[ch]', root_dir=TOP))
        chosen = random.Random(o.seed).sample([(name, *place) for name in files for place in places(os.path.join(TOP, name))], o.count)
        explained, killed, survivors = known(), 0, []
        for name, number, was, now in chosen:
            path = os.path.join(where, name)
            shutil.copy2(path, path + '.was')
            with open(path, encoding='utf-8') as file:
                lines = file.read().split('\n')
            lines[number] = now
            with open(path, 'w', encoding='utf-8') as file:
                file.write('\n'.join(lines))
            by = noticed(where, os.path.splitext(os.path.basename(name))[0], every)
            os.replace(path + '.was', path)
            os.utime(path)
            killed += bool(by)
            if not by:
                survivors.append((name, was.strip(), now.strip()))
            print(f'{by or "SURVIVES":<18} {name}:{number + 1}: {was.strip()}  =>  {now.strip()}', flush=True)
    unexplained = [s for s in survivors if s not in explained]
    print(f'{len(chosen)} mutants, {killed} killed, {len(survivors)} survive, {len(unexplained)} of them unexplained')
    return int(killed < ENOUGH * len(chosen) or bool(unexplained))


sys.exit(main())
