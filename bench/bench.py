"""What bench/run and bench/growth share: the tasks, their inputs, and how a run is measured."""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import namedtuple

os.environ['LC_ALL'] = 'C'
TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.abspath(os.environ.get('BUILD', os.path.join(TOP, 'build')))
PROGRAMS = os.path.join(BUILD, 'bench')
CORE = str(max(os.sched_getaffinity(0)))
UNITS = {'k': 10 ** 3, 'M': 10 ** 6, 'G': 10 ** 9}

# A program of bench/peers that is not built lies last in the path: another one of its name goes before.
os.environ['PATH'] = os.pathsep.join([PROGRAMS, BUILD, os.environ['PATH'], os.path.join(TOP, 'bench/peers')])

# What is built: its source below bench, and the words around it.
SOURCES = {
    'measure': ('measure.c', 'gcc -O2 -static', ''),
    'generate': ('generate.c', 'gcc -O2', ''),
    'libcsv': ('peers/libcsv.c', 'gcc -O3', '-lcsv'),
    'yajl': ('peers/yajl.c', 'gcc -O3', '-lyajl'),
    'simdjson': ('peers/simdjson.cpp', 'g++ -std=c++17 -O3 -march=native', '-lsimdjson'),
}

Task = namedtuple('Task', 'name kind command')
Run = namedtuple('Run', 'wall cpu rss status')  # seconds, seconds, kB


def refuse(what):
    """What was asked for cannot be: a line on standard error, and status 2."""
    print(f'{os.path.basename(sys.argv[0])}: {what}', file=sys.stderr)
    sys.exit(2)


def bytes_of(text):
    """200M, 10k or a number."""
    found = re.fullmatch(r'([0-9]+)([kMG]?)', text)
    if not found or not int(found[1]):
        refuse(f'{text}: a size is a number of bytes, as 200M')
    return int(found[1]) * UNITS.get(found[2], 1)


def build(*names):
    """Builds what can be built; a peer whose library is not here is left out."""
    os.chdir(TOP)
    os.makedirs(PROGRAMS, exist_ok=True)
    for name in names or SOURCES:
        source, before, after = SOURCES[name]
        source, program = os.path.join('bench', source), os.path.join(PROGRAMS, name)
        if os.path.exists(program) and os.path.getmtime(program) > os.path.getmtime(source):
            continue
        words = [*before.split(), '-o', program, source, *after.split()]
        if subprocess.run(words, stderr=subprocess.DEVNULL, check=False).returncode != 0:
            if name in ('measure', 'generate'):
                sys.exit(f'{source}: cannot be built: {shlex.join(words)}')
            if os.path.exists(program):
                os.remove(program)


def lines(path, fields):
    """The lines of a table, each as that many fields; the last one has the rest."""
    with open(os.path.join(TOP, path), encoding='utf-8') as file:
        return [line.split(None, fields - 1) for line in file.read().splitlines() if line and line[0] != '#']


def tasks(wanted):
    every = [Task(*fields) for fields in lines('bench/tasks', 3)]
    unknown = set(wanted) - {task.name for task in every} - {'start'}
    if unknown:
        refuse(f'{" ".join(sorted(unknown))}: no task; tasks are: {" ".join(task.name for task in every)} start')
    return [task for task in every if not wanted or task.name in wanted]


def folder(given):
    """Where inputs are: what was given, or one for all runs."""
    path = given or os.path.join(tempfile.gettempdir(), 'poc-tools-bench')
    os.makedirs(path, exist_ok=True)
    return path


def generated(where, kind, size, *more):
    """The file with that input; made if it is not there. It is read once, so that it is in the page cache.

    What was just written lies there in smaller pieces, or larger ones, as it came, and may take twice as long to be read: so it is
    thrown out first, and read as what others have written.
    """
    path = os.path.join(where, '-'.join([kind, str(size), *map(str, more)]))
    program = os.path.join(PROGRAMS, 'generate')
    if not os.path.exists(path) or os.path.getmtime(path) < os.path.getmtime(program):
        with open(path + '.new', 'wb') as file:
            subprocess.run([program, kind, str(size), *map(str, more)], stdout=file, check=True)
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        os.rename(path + '.new', path)
    subprocess.run(['cat', path], stdout=subprocess.DEVNULL, check=True)
    return path


def words_of(command):
    return ['sh', '-c', command] if '|' in command else shlex.split(command)


def present(command):
    """What of a command is not here, or nothing."""
    return ' '.join(word for word in (shlex.split(part)[0] for part in command.split(' | ')) if not shutil.which(word))


def measure(command, path, output='/dev/null', runs=1):
    """Runs the command that often on one core; what it took together."""
    words = ['taskset', '-c', CORE, os.path.join(PROGRAMS, 'measure'), str(runs), path, output, *words_of(command)]
    said = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    if said.returncode != 0:
        return Run(0, 0, 0, said.returncode)
    wall, user, system, rss, status = said.stdout.split()
    return Run(float(wall), float(user) + float(system), int(rss), int(status))


def human(size):
    """1999000 as 2 MB."""
    for name, unit in (('GB', 10 ** 9), ('MB', 10 ** 6), ('kB', 10 ** 3)):
        if size >= unit:
            return f'{size / unit:.3g} {name}'
    return f'{size} bytes'


def machine():
    """The machine, in a line."""
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        model = re.search(r'model name\s*: (.*)', file.read())
    system = os.uname()
    gcc = subprocess.run(['gcc', '-dumpfullversion'], stdout=subprocess.PIPE, text=True, check=False).stdout.strip()
    processor = model[1] if model else system.machine
    return f'{processor}, one core of {os.cpu_count()}, {system.sysname} {system.release}, gcc {gcc}'
