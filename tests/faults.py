"""faults.py BUILD LIBRARY [--kills N]: what the tools do when the system says no, with tests/faults.c preloaded.

Every allocation of a run on a small input fails, once each and from then on; every read, write and what else the tools ask for
fails in turn. Wanted: exit status 4, one message, standard output a beginning of what it would have been that ends with a row, a
file of -o as it was and nothing beside it. What may pass (EINTR, EAGAIN) has to change nothing.

Runs with -o are also killed, as by kill -9: before each thing that they ask the system for, and in the middle of each write. Between
two of them nothing of a file changes, so that is every moment. Wanted: the file is the old one or the new one as a whole; what is
left beside it is one temporary file, named as such, which the next runs leave alone. SIGTERM behind each thing that they ask for
leaves none. With --kills N, instead of all that, runs are
killed N times at moments of chance. Prints TAP.
"""
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

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
         ('open', 'EINTR'), ('mkstemp', 'ENOSPC'), ('fchmod', 'EPERM'), ('fsync', 'EIO'), ('rename', 'EACCES'), ('close', 'EIO'),
         ('finish', 'EIO')]
OPTIONAL = ('alloc', 'alloc+', 'open', 'finish')  # what may fail, and nothing is lost: a library has another way, an input was read
WRITING = ('write', 'close')  # what no output can do without, and what -o cannot
REPLACING = ('mkstemp', 'fchmod', 'fsync', 'rename', *WRITING)

# Runs that are killed; OWN is a page, MANY so many that the output takes several writes, and FRESH is not there before.
KILLED = [fields(line) for line in '''
poc-extract -o new @/mali.txt
budget-series -o new MANY
budget-series -o link @/mali.txt
budget-series -o new -y 1990 @/mali.txt
gap-calc -o OWN OWN
donors-list --top=3 -o FRESH @/contributions.txt
'''.strip().splitlines()]
PAGES = 200
MANY_PAGES = 1000  # for moments of chance: a run of a few thousandths of a second
TEMPORARY = re.compile(r'\.poc-tools\.[A-Za-z0-9]{6}')


def content(path):
    with open(path, 'rb') as file:
        return file.read()


def tool(words, where, fault=None, after=None):
    """(status, output, messages, whether it came so far) of a run, which is killed after so many seconds."""
    words = [word.replace('@', data) for word in words]
    source = '/dev/null'
    if '<' in words:
        source = os.path.join(where, words.pop())
        words.pop()
    ours, theirs = os.pipe()
    # descriptor 7 is where the library tells
    env = {'PATH': build, 'LC_ALL': 'C'}
    if fault:
        env |= {'FAULT': fault, 'LD_PRELOAD': library}
    with open(source, 'rb') as given, subprocess.Popen([os.path.join(build, words[0]), *words[1:]], stdin=given, stdout=subprocess.PIPE,
                                                       stderr=subprocess.PIPE, cwd=where, env=env, close_fds=False,
                                                       preexec_fn=lambda: os.dup2(theirs, 7)) as child:
        if after is not None:
            time.sleep(after)
            child.kill()
        output, messages = child.communicate(timeout=60)
    os.close(theirs)
    reached = os.read(ours, 1) == b'x'
    os.close(ours)
    return child.returncode, output, messages.decode('utf-8', 'replace'), reached


def files_in(where):
    """What the files there hold, by name; None for a link that leads nowhere."""
    paths = {name: os.path.join(where, name) for name in sorted(os.listdir(where))}
    return {name: content(path) if os.path.exists(path) else None for name, path in paths.items()}


def put(where, name, text):
    with open(os.path.join(where, name), 'wb') as file:
        file.write(text)


def run(words, where, fault=None):
    """(status, output, messages, the files there, whether it came so far)"""
    put(where, 'new', b'old\n')
    if not os.path.islink(os.path.join(where, 'link')):
        os.symlink('new', os.path.join(where, 'link'))
    status, output, messages, reached = tool(words, where, fault)
    files = files_in(where)
    for name in set(files) - {'new', 'link', 'need.csv'}:
        os.remove(os.path.join(where, name))
    return status, output, messages, files, reached


def whole_rows(part, whole):
    return whole.startswith(part) and (part == b'' or part.endswith(b'\n'))


def objections(got, want, old, call, error):
    """What is wrong with a run in which a call failed."""
    status, output, messages, files, _ = got
    if error in PASSES:
        if got[:4] != want[:4]:
            yield f'changed something: status {status}, {messages.strip()!r}'
        return
    if got[:4] == want[:4] and call in OPTIONAL:
        return
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


class Killed:
    """Runs of one command line with -o that are killed, one after the other, in a folder where all stays that they leave."""

    def __init__(self, words, where):
        self.words, self.where, self.left = words, where, {}
        at = words.index('-o')
        self.file = words[at + 1]
        if self.file == 'link':
            self.file = 'new'
            os.symlink('new', os.path.join(where, 'link'))
        self.old = {'FRESH': None, 'OWN': content('testdata/mali.txt')}.get(self.file, b'old\n')
        self.begin()
        self.status, self.new, *_ = tool(words[:at] + words[at + 2:], where)

    def seconds(self):
        """How long a run takes."""
        self.begin()
        begun = time.monotonic()
        tool(self.words, self.where)
        return time.monotonic() - begun

    def begin(self):
        if self.old is not None:
            put(self.where, self.file, self.old)
        elif os.path.exists(os.path.join(self.where, self.file)):
            os.remove(os.path.join(self.where, self.file))

    def objections(self, status, most=1, signalled=signal.SIGKILL):
        """What is wrong with the files behind a run, which has left so many files at the most."""
        more = set(os.listdir(self.where)) - set(self.left) - {self.file, 'link', 'MANY'}
        path = os.path.join(self.where, self.file)
        now = content(path) if os.path.exists(path) else None
        if now != self.old and (now != self.new or self.status != 0):
            yield f'the file is neither the old nor the new one, but {str(now)[-80:]}'
        if status not in (self.status, -signalled):
            yield f'status {status}'
        if len(more) > most or not all(TEMPORARY.fullmatch(name) for name in more):
            yield f'leaves {sorted(more)}'
        if status == self.status and (more or now != (self.new if status == 0 else self.old)):
            yield f'ended and left {sorted(more)}'
        for name in more:
            if not self.new.startswith(content(os.path.join(self.where, name))):
                yield f'{name} is no beginning of the new file'
        if any(self.trace(name) != trace for name, trace in self.left.items()):
            yield 'touched what another run had left'
        self.left |= {name: self.trace(name) for name in more}

    def is_new(self):
        """Whether the new file is in place."""
        path = os.path.join(self.where, self.file)
        return os.path.exists(path) and content(path) == self.new

    def trace(self, name):
        """What tells whether a file is as it was; None where it is gone."""
        path = os.path.join(self.where, name)
        if not os.path.exists(path):
            return None
        about = os.stat(path)
        return about.st_ino, about.st_size, about.st_mtime_ns

    def last(self):
        """A run that is not killed, with all there that the others have left."""
        self.begin()
        status, *_ = tool(self.words, self.where)
        if status != self.status:
            yield f'the last run: status {status}'
        yield from self.objections(status, 0)


def kill_each(words, tap):
    """Kills runs before each call, in the middle of each write, and, so that they may tidy up, behind each call."""
    with tempfile.TemporaryDirectory() as where:
        put(where, 'MANY', content('testdata/mali.txt') * PAGES)
        killed, bad, times = Killed(words, where), [], 0
        for call, signalled, most in ('kill', signal.SIGKILL, 1), ('cut', signal.SIGKILL, 1), ('term', signal.SIGTERM, 0):
            n, reached = 0, True
            while reached and n < MOST:
                n += 1
                killed.begin()
                status, _, _, reached = tool(words, where, f'{call}:{n}')
                times += reached
                if reached != (status == -signalled):
                    bad.append(f'{call} {n}: status {status}')
                bad += [f'{call} {n}: {said}' for said in killed.objections(status, most, signalled)]
        if killed.status == 0 and not killed.left:
            bad.append('no temporary file was ever left: this test sees nothing')
        bad += killed.last()
        tap(f'{" ".join(words)}: killed {times} times, {len(killed.left)} temporary files left', bad)


def kill_by_chance(times, tap):
    """Kills runs after a time of chance, up to a bit more than a run takes."""
    chance = random.Random(20190630)
    for words in KILLED:
        words = ['MANY' if word.startswith('@') else word for word in words]
        with tempfile.TemporaryDirectory() as where:
            put(where, 'MANY', content('testdata/mali.txt') * MANY_PAGES + content('testdata/contributions.txt') * MANY_PAGES)
            killed, bad, ended, fresh = Killed(words, where), [], 0, 0
            takes = min(killed.seconds() for _ in range(5))
            for _ in range(times):
                killed.begin()
                status, *_ = tool(words, where, after=chance.uniform(0, 1.2 * takes))
                ended += status == killed.status
                bad += killed.objections(status)
                fresh += killed.is_new()
            bad += killed.last()
            tap(f'{" ".join(words)}: of {times} runs killed by chance, {ended} had ended, {fresh} had put the new file in place, '
                f'{len(killed.left)} left a temporary file', bad)


def fail_each(words, where, tap):
    """Lets each call of a run fail in turn."""
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
            bad += [f'number {n}: {said}' for said in objections(got, want, old, call, error)]
        if n == 1 and call in (REPLACING if '-o' in words else WRITING):
            bad.append('never asked for, and something was written')
        tap(f'{" ".join(words)}: {call} fails with {error}, {n - 1} times', bad)


def main():
    number = failed = 0

    def tap(name, bad):
        nonlocal number, failed
        number += 1
        failed += bool(bad)
        print(f'{"not " if bad else ""}ok {number} {name}', flush=True)
        for said in bad[:5]:
            print('#', said)

    if sys.argv[3:4] == ['--kills']:
        kill_by_chance(int(sys.argv[4]), tap)
    else:
        with tempfile.TemporaryDirectory() as where:
            put(where, 'need.csv', b'x,a,b\n1,10,5\n2,8,9.5\n')
            for words in RUNS:
                fail_each(words, where, tap)
        for words in KILLED:
            kill_each(words, tap)
    print(f'1..{number}')
    return failed > 0


sys.exit(main())
