#!/usr/bin/env python3
"""slow.py HOW PAGE COMMAND...: runs a command whose input or output is awkward; its output goes to standard output.

HOW  bytes       the page comes through a pipe, a byte at a time, with pauses; the first ones one by one
     lines       a line at a time
     stops       the same, and the command is stopped and continued (SIGSTOP, SIGCONT), and its window resized (SIGWINCH)
     nonblocking its standard input and output are pipes that do not block, and the other ends are slow
The status is the command's. Fails if it does not end by itself.
"""
import array
import fcntl
import os
import signal
import subprocess
import sys
import termios
import threading
import time


def pieces(page, how):
    """The page in pieces that are written one by one."""
    if how in ('lines', 'stops'):
        return page.splitlines(keepends=True)
    if how == 'bytes':
        return [page[i:i + 1] for i in range(len(page))]
    return [page[i:i + 5000] for i in range(0, len(page), 5000)]


def drained(fd, child):
    """Waits until the command has read what is in the pipe: what looks at the first bytes gets them one by one."""
    waiting = array.array('i', [1])
    while waiting[0] and child.poll() is None:
        fcntl.ioctl(fd, termios.FIONREAD, waiting)
        time.sleep(0.001)


def main():
    how, path, command = sys.argv[1], sys.argv[2], sys.argv[3:]
    with open(path, 'rb') as f:
        page = f.read()
    # pipes of our own: Popen's would be given a blocking mode
    read_in, write_in = os.pipe()
    read_out, write_out = os.pipe()
    if how == 'nonblocking':
        os.set_blocking(read_in, False)
        os.set_blocking(write_out, False)
    child = subprocess.Popen(command, stdin=read_in, stdout=write_out)
    os.close(write_out)
    got = []

    def collect():
        while data := os.read(read_out, 3000 if how == 'nonblocking' else 1 << 16):
            got.append(data)
            if how == 'nonblocking':
                time.sleep(0.001)

    reader = threading.Thread(target=collect)
    reader.start()
    for i, piece in enumerate(pieces(page, how)):
        if i == 10:
            os.close(read_in)
        try:
            while piece:
                piece = piece[os.write(write_in, piece):]
        except BrokenPipeError:
            break
        if how == 'stops':
            for number in (signal.SIGWINCH, signal.SIGSTOP, signal.SIGCONT):
                child.send_signal(number)
        if i < 10 and how == 'bytes':
            drained(read_in, child)
        elif i % 50 == 0 or how == 'stops':
            time.sleep(0.001)
    os.close(write_in)
    reader.join(60)
    if reader.is_alive():
        child.kill()
        sys.exit('the command hangs')
    sys.stdout.buffer.write(b''.join(got))
    return child.wait(60)


if __name__ == '__main__':
    sys.exit(main())
