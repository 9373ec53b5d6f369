"""sweep: the four tools, each with a plain and a full set of options, on any file: what comes out, on both outputs, and the status.

For tests that run the same thing in two ways and want the same bytes: tests/pieces.py, tests/anywhere.
As a program, `sweep.py BUILD OTHER [FILE...]` compares the tools of two folders on the files (all of testdata where none is named)
and prints TAP.
"""
import concurrent.futures
import os
import subprocess
import sys
import tempfile
import threading

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# What is there to be written differently: places, changes, sums, notes; bytes for spreadsheets.
OPTIONS = {
    'poc-extract': ['', '--by=pair --zeros --change --provenance --check -v'],
    'budget-series': ['', '--complete --unit=usd --provenance --check --excel --hxl -v'],
    'gap-calc': ['', '--group-by=operation,year --change --precision=3 --check -v'],
    'donors-list': ['', '--top=5 --provenance --check --excel -v'],
}
TASKS = [(tool, tuple(options.split())) for tool, sets in OPTIONS.items() for options in sets]
PATIENCE = 600  # seconds for one run
mine = threading.local()


def testdata():
    """All files of testdata, in order."""
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(os.path.join(TOP, 'testdata')) for name in names)


def encoding(path):
    """The options for a file that is not UTF-8, as its name says."""
    return ('--encoding=ISO-8859-1',) if 'latin1' in path else ()


def result(build, task, path, **env):
    """(status, output, messages); for a run that never ends, the status is a word."""
    if not hasattr(mine, 'out'):
        mine.out, mine.err = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # files are quicker than pipes
    for file in (mine.out, mine.err):
        file.seek(0)
        file.truncate()
    tool, options = task
    words = [os.path.join(build, tool), *encoding(path), *options, os.path.basename(path)]
    try:
        status = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=mine.out, stderr=mine.err, cwd=os.path.dirname(path),
                                env={'PATH': os.environ['PATH'], 'LC_ALL': 'C'} | env, timeout=PATIENCE, check=False).returncode
    except subprocess.TimeoutExpired:
        status = 'too late'
    said = []
    for file in (mine.out, mine.err):
        file.seek(0)
        said.append(file.read())
    return status, *said


def first_difference(want, got):
    """Where two results part, for a person."""
    for name, a, b in zip(('status', 'standard output', 'standard error'), want, got):
        if a == b:
            continue
        if isinstance(a, bytes):
            n = len(os.path.commonprefix([a, b]))
            a, b = a[max(0, n - 30):n + 50], b[max(0, n - 30):n + 50]
        yield f'{name}: {a!r}, here {b!r}'


def each(work, items):
    """The work on each item, as many at once as $JOBS says (2)."""
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get('JOBS', '2'))) as pool:
        return list(pool.map(work, items))


def report(number, name, wrong, most=5):
    """A line of TAP, and what is wrong; whether that is something."""
    print(f'{"not " if wrong else ""}ok {number} {name}')
    for said in wrong[:most]:
        print('#', said)
    sys.stdout.flush()
    return bool(wrong)


def main():
    here, there, *files = sys.argv[1:]
    here, there = os.path.abspath(here), os.path.abspath(there)
    files = [os.path.abspath(file) for file in files] or testdata()
    failed = 0
    for number, task in enumerate(TASKS, 1):
        def compare(path, task=task):
            want, got = result(here, task, path), result(there, task, path)
            return [f'{path}: {said}' for said in first_difference(want, got)]

        wrong = [said for some in each(compare, files) for said in some]
        failed += report(number, f'{task[0]} {" ".join(task[1])}: {len(files)} files', wrong)
    print(f'1..{len(TASKS)}')
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
