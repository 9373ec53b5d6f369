"""faults.py BUILD LIBRARY: what the tools do when the system says no, with tests/faults.c preloaded.

Every allocation of a run on a small input fails, once each and from then on; every read, write and what else the tools ask for
fails in turn. Wanted: exit status 4, one message, standard output a beginning of what it would have been that ends with a row, a
file of -o as it was and nothing beside it. What may pass (EINTR, EAGAIN) has to change nothing. Prints TAP.
"""
import os
import subprocess
import sys
import tempfile

build, library = map(os.path.abspath, sys.argv[1:3])
data = os.path.abspath('testdata')
MOST = 100000  # calls of a run: more is a loop


def fields(text):
    return text.split()


# Arguments of a run; @ is the folder of test data. What is read from standard input stands behind <.
RUNS = [fields(line) for line in '''
poc-extract @/mali.txt
poc-extract --by=pair --provenance --excel --hxl @/people/api-mali-1.json
poc-extract --change --check @/people/api-mali-1.json
poc-extract -e ISO-8859-1 @/people/years-as-columns-latin1.csv
poc-extract -o new @/mali.txt
poc-extract -c MLI,NER -y 2015-2019 @/mali.txt
budget-series @/mali.txt
budget-series --check --against-file=@/mali.txt @/html/mali-tables.html
budget-series --schema
budget-series -o link @/mali.txt
gap-calc @/mali.txt @/mali.txt
gap-calc --group-by=year @/mali.txt
gap-calc --change --below=50 @/mali.txt
gap-calc --need=a --have=b < need.csv
donors-list @/contributions.txt
donors-list --by=donor @/contributions.txt
donors-list --top=3 -o new @/contributions.txt
donors-list @/html/contributions-table.html
'''.strip().splitlines()]
PASSES = ('EINTR', 'EAGAIN')
CALLS = [('alloc', 'ENOMEM'), ('alloc+', 'ENOMEM'), ('read', 'EIO'), ('read', 'EINTR'), ('read', 'EAGAIN'),
         ('write', 'ENOSPC'), ('write', 'EIO'), ('write', 'EPIPE'), ('write', 'EINTR'), ('write', 'EAGAIN'), ('open', 'EACCES'),
         ('open', 'EINTR'), ('fsync', 'EIO'), ('fchmod', 'EPERM'), ('rename', 'EACCES'), ('close', 'EIO')]


def run(words, where, fault=None):
    """(status, output, messages, the files there, whether it came so far)"""
    words = [word.replace('@', data) for word in words]
    source = '/dev/null'
    if '<' in words:
        source = os.path.join(where, words.pop())
        words.pop()
    with open(os.path.join(where, 'new'), 'w', encoding='ascii') as file:
        file.write('old\n')
    if not os.path.islink(os.path.join(where, 'link')):
        os.symlink('new', os.path.join(where, 'link'))
    ours, theirs = os.pipe()
    # descriptor 7 is where the library tells
    env = {'PATH': build, 'LC_ALL': 'C'}
    if fault:
        env |= {'FAULT': fault, 'LD_PRELOAD': library}
    with open(source, 'rb') as given:
        done = subprocess.run([os.path.join(build, words[0]), *words[1:]], stdin=given, capture_output=True, cwd=where, env=env,
                              preexec_fn=lambda: os.dup2(theirs, 7), close_fds=False, timeout=60, check=False)
    os.close(theirs)
    reached = os.read(ours, 1) == b'x'
    os.close(ours)
    files = {}
    for name in sorted(os.listdir(where)):
        with open(os.path.join(where, name), 'rb') as file:
            files[name] = file.read()
    for name in set(files) - {'new', 'link', 'need.csv'}:
        os.remove(os.path.join(where, name))
    return done.returncode, done.stdout, done.stderr.decode('utf-8', 'replace'), files, reached


def whole_rows(part, whole):
    return whole.startswith(part) and (part == b'' or part.endswith(b'\n'))


def objections(got, want, old, error):
    """What is wrong with a run in which something failed."""
    status, output, messages, files, _ = got
    if error in PASSES:
        if got[:4] != want[:4]:
            yield f'changed something: status {status}, {messages.strip()!r}'
        return
    if got[:4] == want[:4]:
        return  # it was not needed: the system's library has another way
    if status == 2 and 'no such encoding is known here' in messages:
        return  # all that iconv tells when it cannot load one
    if status != 4:
        yield f'status {status}: {messages.strip()!r}'
    if messages.count('\n') - want[2].count('\n') > 1 or ': error: ' not in messages:
        yield f'not one message: {messages.strip()!r}'
    if not whole_rows(output, want[1]):
        yield f'output is not a beginning of the rows: {output[-80:]!r}'
    if files != old:
        yield f'files are not as before: {files.keys()}'


def main():
    number = failed = 0
    with tempfile.TemporaryDirectory() as where:
        with open(os.path.join(where, 'need.csv'), 'w', encoding='ascii') as file:
            file.write('x,a,b\n1,10,5\n2,8,9.5\n')
        for words in RUNS:
            want = run(words, where)
            old = want[3] | {'new': b'old\n', 'link': b'old\n'}
            for call, error in CALLS:
                plus = '+' if call.endswith('+') else ''
                bad, n = [], 0
                while n < MOST:
                    n += 1
                    got = run(words, where, f'{call.rstrip("+")}:{n}{plus}:{error}')
                    if not got[4]:
                        break
                    bad += [f'# number {n}: {said}' for said in objections(got, want, old, error)]
                number += 1
                failed += bool(bad)
                print(f'{"not " if bad else ""}ok {number} {" ".join(words)}: {call} fails with {error}, {n - 1} times')
                for said in bad[:5]:
                    print(said)
    print(f'1..{number}')
    return failed > 0


sys.exit(main())
