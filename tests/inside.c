/*
 * inside: a library to preload. When the program reads for the first time, and each time that it reads nothing more, what an attack
 * would want is tried from inside of it; on standard error a line, each word what could be done: "inside: open write". The last one,
 * "mute", tells that it could not send itself a signal, as it has to when a signal ends it.
 * Nothing of it does harm where it succeeds.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t parent;

__attribute__((constructor)) static void
begin(void)
{
	parent = getppid();
}

static int can_open(void) { return open("/etc/passwd", O_RDONLY); }
static int can_write(void) { return open("page.txt", O_WRONLY); }
static int can_empty(void) { return open("elsewhere/other", O_RDONLY | O_TRUNC); }
static int can_make(void) { return open("made", O_WRONLY | O_CREAT, 0666); }
static int can_rename(void) { return rename("elsewhere/other", "elsewhere/moved"); }
static int can_remove(void) { return unlink("elsewhere/victim"); }
static int can_connect(void) { return socket(AF_INET, SOCK_STREAM, 0); }
static int can_signal(void) { return kill(parent, 0); }
static int can_signal_thread(void) { return syscall(SYS_tgkill, parent, parent, 0) == 0 || syscall(SYS_tkill, parent, 0) == 0 ? 0 : -1; }

/* The two ways of C libraries. */
static int
is_mute(void)
{
	return syscall(SYS_tgkill, getpid(), gettid(), 0) == 0 && syscall(SYS_tkill, gettid(), 0) == 0 ? -1 : 0;
}

static void *
some_memory(int rights)
{
	return mmap(NULL, 4096, rights, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static int can_run_code(void) { return some_memory(PROT_READ | PROT_EXEC) == MAP_FAILED ? -1 : 0; }
static int can_run_data(void) { return mprotect(some_memory(PROT_READ | PROT_WRITE), 4096, PROT_READ | PROT_EXEC); }

/* A process of its own, for it would not come back. */
static int
can_exec(void)
{
	int status = 1;
	pid_t pid = vfork();

	if (pid == 0) {
		execl("/bin/true", "true", (char *)NULL);
		_exit(1);
	}
	return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0 ? 0 : -1;
}

/* Without a process of its own: where that is refused, this still has to be. */
static int
can_become(void)
{
	char *const none[] = {NULL};

	/* what is no program comes back, either way */
	return execve("page.txt", none, none) == -1 && errno == EPERM ? -1 : 0;
}

/* Of what prctl does, a tool still needs one thing until its last file is open: to be confined more. */
static int can_rename_itself(void) { return prctl(PR_SET_NAME, "inside", 0, 0, 0); }

static int
can_control(void)
{
	int ahead;

	return ioctl(STDIN_FILENO, FIONREAD, &ahead) == -1 && errno == ENOTTY ? -1 : 0;
}

static const struct {
	const char *name;
	int (*done)(void);
} attacks[] = {
	{"open", can_open}, {"write", can_write}, {"empty", can_empty}, {"make", can_make}, {"rename", can_rename},
	{"remove", can_remove}, {"connect", can_connect}, {"signal", can_signal}, {"thread", can_signal_thread},
	{"code", can_run_code}, {"data", can_run_data}, {"exec", can_exec}, {"become", can_become}, {"control", can_control},
	{"name", can_rename_itself}, {"mute", is_mute},
};

static void
try_all(void)
{
	char said[256] = "inside:";

	for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
		if (attacks[i].done() >= 0) {
			strcat(said, " ");
			strcat(said, attacks[i].name);
		}
	}
	strcat(said, "\n");
	if (write(STDERR_FILENO, said, strlen(said)) < 0)
		_exit(9);
}

ssize_t
read(int fd, void *to, size_t n)
{
	static ssize_t (*real)(int, void *, size_t);
	static int begun;
	ssize_t got;

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "read");
	if (!begun++)
		try_all();
	got = real(fd, to, n);
	if (got == 0)
		try_all();
	return got;
}
