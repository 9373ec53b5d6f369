#!/usr/bin/env python3
"""terminal.py [OPTION]... COMMAND: runs a command of the shell whose standard error is a terminal, and prints what that got.

    --out           so is standard output
    --in=TEXT       so is standard input; TEXT is typed there (\\n is Return), then Ctrl-D
    --signal=S:SIG  after S seconds the command gets the signal of that name

Control characters are printed as Python writes them. The last line is "status N".
"""
import os, pty, select, signal, sys, time

options, command = {}, None
for word in sys.argv[1:]:
    if word.startswith('--') and command is None:
        name, _, value = word[2:].partition('=')
        options.setdefault(name, []).append(value)
    else:
        command = word
master, slave = pty.openpty()
pid = os.fork()
if pid == 0:
    os.setsid()
    os.dup2(slave, 2)
    if 'out' in options:
        os.dup2(slave, 1)
    if 'in' in options:
        os.dup2(slave, 0)
    for fd in (master, slave):
        os.close(fd)
    os.execvp('bash', ['bash', '-c', 'exec ' + command])
os.close(slave)
for text in options.get('in', []):
    os.write(master, text.encode().decode('unicode_escape').encode('latin-1') + b'\x04')
waiting = sorted((float(s), getattr(signal, 'SIG' + n)) for s, _, n in (o.partition(':') for o in options.get('signal', [])))
begun, said = time.monotonic(), b''
while time.monotonic() - begun < 30:
    if waiting and time.monotonic() - begun > waiting[0][0]:
        os.kill(pid, waiting.pop(0)[1])
    if select.select([master], [], [], 0.05)[0]:
        try:
            more = os.read(master, 65536)
        except OSError:
            break
        if not more:
            break
        said += more
else:
    os.kill(pid, signal.SIGKILL)
    print('it did not end')
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
for line in said.decode().split('\r\n'):
    print(ascii(line)[1:-1].replace("\\'", "'"))
print('status', status)
