#!/usr/bin/env python3
"""coverage.py [-k] [-v]: which lines and branches of lib/ and cmd/ no test runs.

Builds for counting (gcc --coverage), runs `make check` with the faults of tests/faults.py, and what a person at a terminal sees
(tests/system/terminal.bats), and asks gcovr. Every line has to be run, and 98 of 100 branches; what is not run is listed in
tests/coverage.known, a line each: FILE, the line's text, and the reason, with tabs between; lines of one text share it. A reason
that is no longer needed is an error, too. -k: keeps the counts of the run before, and only asks. -v: lists branches, too.

A program that is confined cannot write its counts, so these are not; lib/confine.c is shown by tests/confine.bats.
"""
import glob
import json
import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KNOWN = os.path.join('tests', 'coverage.known')
B = os.path.join('build', 'coverage')
CFLAGS = '-O0 -g --coverage'
MAKE = ['make', '-s', 'DEPS=no', 'LTO=', f'B={B}', f'CFLAGS={CFLAGS}', 'CPPFLAGS=-DCONFINE_NOT']
BRANCHES = 0.98
UNSEEN = ('lib/confine.c',)


def units():
    said = subprocess.run(['make', '-s', '--no-print-directory', '-f', '-', 'say'], capture_output=True, text=True, check=True,
                          input='include Makefile\nsay:\n\t@echo $(UNIT)\n')
    return said.stdout.split()


def count():
    """Runs the tests; what they say is shown."""
    names = units()
    subprocess.run([*MAKE, 'all', f'{B}/decimal-calc', *(f'{B}/unit-{name}' for name in names)], check=True)
    for path in glob.glob(f'{B}/**/*.gcda', recursive=True):
        os.remove(path)
    # CFLAGS: those of tests/fuzz/replay
    env = os.environ | {'BUILD': os.path.abspath(B), 'UNIT': ' '.join(names), 'PLAIN': 'no', 'CFLAGS': CFLAGS}
    for tests in ['tests/run'], ['bats', '--tap', 'tests/system/terminal.bats']:
        if subprocess.run(tests, env=env, check=False).returncode != 0:
            sys.exit('coverage: tests fail')


def report():
    """{file: [(line number, whether it is run, branches, branches taken)]}"""
    path = os.path.join(B, 'coverage.json')
    subprocess.run(['gcovr', '-r', '.', '--object-directory', B, '-f', 'lib/', '-f', 'cmd/', '--json', path, B], check=True)
    with open(path, encoding='utf-8') as file:
        found = json.load(file)['files']
    return {one['file']: [(line['line_number'], line['count'] > 0, len(line['branches']),
                           sum(branch['count'] > 0 for branch in line['branches']))
                          for line in one['lines'] if not line.get('gcovr/noncode')]
            for one in found if one['file'] not in UNSEEN}


def known():
    if not os.path.exists(KNOWN):
        return {}
    with open(KNOWN, encoding='utf-8') as file:
        lines = [line.split('\t') for line in file.read().splitlines() if line and line[0] != '#']
    return {(name, text): reason for name, text, reason in lines}


def main():
    os.chdir(TOP)
    if '-k' not in sys.argv:
        count()
    reasons, needed, bad = known(), set(), 0
    lines = run = branches = taken = 0
    for name, found in sorted(report().items()):
        with open(name, encoding='utf-8') as file:
            text = file.read().split('\n')
        for number, is_run, all_ways, ways in found:
            words = text[number - 1].strip()
            lines, branches, taken = lines + 1, branches + all_ways, taken + ways
            if is_run:
                run += 1
            elif (name, words) in reasons:
                needed.add((name, words))
                run += 1
            else:
                bad += 1
                print(f'{name}:{number}: not run: {words}')
            if '-v' in sys.argv and is_run and ways < all_ways:
                print(f'{name}:{number}: {ways} of {all_ways} ways: {words}')
    for name, words in sorted(set(reasons) - needed):
        bad += 1
        print(f'{KNOWN}: no longer needed: {name}: {words}')
    share = taken / branches
    print(f'{run} of {lines} lines, {taken} of {branches} branches ({share * 100:.2f} %)')
    return int(bad > 0 or share < BRANCHES)


sys.exit(main())
