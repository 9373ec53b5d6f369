"""pieces.py BUILD LIBRARY [--all]: what the tools write does not depend on how the input comes in, with tests/pieces.c preloaded.

Every file of testdata, and the same with what $POC_CORPUS/data holds, goes through the tools of sweep.py whole and in pieces of each
size: output, messages (their lines and columns among them) and status have to be the same. A piece as long as the file is the
whole of it, so short files take few runs. Without --all, a few sizes and testdata alone; with it, four minutes on two cores for
testdata and 25 MB beside it. Prints TAP.
"""
import os
import sys

import sweep

FEW = ['1', '7', '4096']
ALL = ['1', '2', '3', '7', 'any', '63', '64', '65', '4095', '4096', '4097', '65536', '262143', '262144']


def counts(piece):
    """The bytes of a piece, or some of them."""
    return int(piece) if piece.isdigit() else 1


def corpus(folder):
    """All files below a folder."""
    return sorted(os.path.join(here, name) for here, _, names in os.walk(folder) for name in names)


def main():
    build, library = map(os.path.abspath, sys.argv[1:3])
    long = '--all' in sys.argv[3:]
    files = sweep.testdata()
    data = os.path.join(os.environ.get('POC_CORPUS', ''), 'data')
    if long and os.path.isabs(data) and os.path.isdir(data):
        files += corpus(data)
    wants = {}

    def whole(task, path):
        """The result to compare with, worked out once."""
        if (task, path) not in wants:
            wants[task, path] = sweep.result(build, task, path)
        return wants[task, path]

    number = failed = 0
    for task in sweep.TASKS:
        for piece in ALL if long else FEW:
            given = [path for path in files if os.path.getsize(path) > counts(piece)]

            def compare(path, task=task, piece=piece):
                got = sweep.result(build, task, path, LD_PRELOAD=library, PIECE=piece)
                return [f'{path}: {said}' for said in sweep.first_difference(whole(task, path), got)]

            wrong = [said for some in sweep.each(compare, given) for said in some]
            number += 1
            failed += sweep.report(number, f'{" ".join([task[0], *task[1]])}: {len(given)} files in pieces of {piece}', wrong)
    print(f'1..{number}')
    return failed > 0


sys.exit(main())
