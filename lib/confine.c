#define _GNU_SOURCE /* O_PATH, syscall() */
#include "confine.h"
#include "mem.h"

#if defined __SANITIZE_ADDRESS__ || defined CONFINE_NOT
#define WATCHED
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define WATCHED
#endif
#endif

/* The name of the machine that the kernel gives, so that no call of another one with the same number passes. */
#if defined __x86_64__ && !defined __ILP32__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define MACHINE AUDIT_ARCH_AARCH64
#elif defined __i386__
#define MACHINE AUDIT_ARCH_I386
#elif defined __s390x__
#define MACHINE AUDIT_ARCH_S390X
#endif

#if defined __linux__ && defined MACHINE && !defined WATCHED

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What may be called with any arguments: read and write what is open, memory, time, what signals do, the end. */
static const uint32_t harmless[] = {
	__NR_read, __NR_write, __NR_close, __NR_lseek, __NR_fsync, __NR_ppoll,
	__NR_brk, __NR_munmap, __NR_mremap, __NR_madvise,
	__NR_clock_gettime, __NR_setitimer, __NR_restart_syscall,
	__NR_rt_sigaction, __NR_rt_sigprocmask, __NR_rt_sigreturn, __NR_getpid, __NR_gettid, __NR_futex,
	__NR_exit, __NR_exit_group,
#ifdef __NR_poll
	__NR_poll,
#endif
#ifdef __NR__llseek
	__NR__llseek,
#endif
#ifdef __NR_sigreturn
	__NR_sigreturn,
#endif
#ifdef __NR_clock_gettime64
	__NR_clock_gettime64, __NR_ppoll_time64, __NR_futex_time64,
#endif
};

/* How raise() sends a signal, with one C library or another: the first argument says to whom, and that may be itself alone. */
static const uint32_t raising[] = {__NR_tgkill, __NR_tkill};

/* What may be called with -o: Landlock says where. */
static const uint32_t replacing[] = {
#ifdef __NR_rename
	__NR_rename, __NR_unlink,
#endif
#ifdef __NR_renameat
	__NR_renameat,
#endif
	__NR_renameat2, __NR_unlinkat,
};

/* Those with an argument that has bits which may not be set: 0 to 5 is which. */
struct restricted {
	uint32_t call, argument, bits;
};
static const struct restricted mapping[] = {
	{__NR_mprotect, 2, PROT_EXEC},
#ifdef __NR_mmap2
	{__NR_mmap2, 2, PROT_EXEC},
#else
	{__NR_mmap, 2, PROT_EXEC},
#endif
};
#define NOT_READING (O_ACCMODE | O_CREAT | O_TRUNC)
static const struct restricted opening[] = {
	{__NR_openat, 2, NOT_READING},
#ifdef __NR_open
	{__NR_open, 1, NOT_READING},
#endif
	/* to take the opening away when the last file is open: by what is PR_SET_SECCOMP but for some bits */
	{__NR_prctl, 0, ~(uint32_t)PR_SET_SECCOMP},
};

/* A program for the kernel, as it grows. */
struct filter {
	struct sock_filter code[128];
	unsigned short n;
};

static void
add(struct filter *f, unsigned short code, uint32_t k, unsigned char yes, unsigned char no)
{
	f->code[f->n++] = (struct sock_filter){code, yes, no, k};
}

static void
load(struct filter *f, size_t offset)
{
	add(f, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void
answer(struct filter *f, uint32_t with)
{
	add(f, BPF_RET | BPF_K, with, 0, 0);
}

/* Allows the calls; the number of the call at hand is loaded. */
static void
allow(struct filter *f, const uint32_t *call, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		add(f, BPF_JMP | BPF_JEQ | BPF_K, call[i], 0, 1);
		answer(f, SECCOMP_RET_ALLOW);
	}
}

/* Loads an argument of the call: the bits that matter are in its lower half. */
static void
load_argument(struct filter *f, unsigned argument)
{
	const uint16_t one = 1;
	const size_t low = *(const unsigned char *)&one ? 0 : 4;

	load(f, offsetof(struct seccomp_data, args) + argument * sizeof(uint64_t) + low);
}

/* The same of those that are restricted. */
static void
allow_restricted(struct filter *f, const struct restricted *call, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		add(f, BPF_JMP | BPF_JEQ | BPF_K, call[i].call, 0, 4);
		load_argument(f, call[i].argument);
		add(f, BPF_JMP | BPF_JSET | BPF_K, call[i].bits, 1, 0);
		answer(f, SECCOMP_RET_ALLOW);
		answer(f, SECCOMP_RET_ERRNO | EPERM);
	}
}

/* The same of signals to itself: the first thread of a program has the program's number. */
static void
allow_raising(struct filter *f)
{
	const uint32_t self = (uint32_t)getpid();

	for (size_t i = 0; i < countof(raising); i++) {
		add(f, BPF_JMP | BPF_JEQ | BPF_K, raising[i], 0, 4);
		load_argument(f, 0);
		add(f, BPF_JMP | BPF_JEQ | BPF_K, self, 0, 1);
		answer(f, SECCOMP_RET_ALLOW);
		answer(f, SECCOMP_RET_ERRNO | EPERM);
	}
}

/* What the kernel is to be asked for is written down first, and everything else refused. */
static void
limit_calls(bool more, bool replaces)
{
	static struct filter f;

	f.n = 0;
	load(&f, offsetof(struct seccomp_data, arch));
	add(&f, BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0);
	answer(&f, SECCOMP_RET_ERRNO | EPERM);
	load(&f, offsetof(struct seccomp_data, nr));
	allow(&f, harmless, countof(harmless));
	if (replaces)
		allow(&f, replacing, countof(replacing));
	add(&f, BPF_JMP | BPF_JEQ | BPF_K, __NR_ioctl, 0, 1);
	answer(&f, SECCOMP_RET_ERRNO | ENOTTY);
	allow_raising(&f);
	allow_restricted(&f, mapping, countof(mapping));
	if (more)
		allow_restricted(&f, opening, countof(opening));
	answer(&f, SECCOMP_RET_ERRNO | EPERM);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &(struct sock_fprog){f.n, f.code});
}

/* All that Landlock knew of files in its first version; later versions only add to it. */
#define FILES (LANDLOCK_ACCESS_FS_MAKE_SYM * 2 - 1)

/* No file is written, made, removed or run by its name, but for the output's in its folder; none is opened without `more`. */
static void
limit_files(bool more, const char *folder)
{
	struct landlock_ruleset_attr files = {.handled_access_fs = more ? FILES & ~(uint64_t)LANDLOCK_ACCESS_FS_READ_FILE : FILES};
	struct landlock_path_beneath_attr output = {.allowed_access = LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE};
	int rules = (int)syscall(SYS_landlock_create_ruleset, &files, sizeof files, 0);
	bool ruled = true;

	if (rules < 0)
		return;
	if (folder) {
		output.parent_fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
		ruled = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &output, 0) == 0;
		close(output.parent_fd);
	}
	/* without its rule the output could not be put in place */
	if (ruled)
		syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

/* valgrind runs the program's calls, and many of its own, in one process. */
static bool
is_watched(void)
{
	const char *loaded = getenv("LD_PRELOAD");

	return loaded && strstr(loaded, "vgpreload");
}

void
confine(bool more, const char *folder)
{
	static bool begun, ended;

	if (ended || (begun && more) || is_watched())
		return;
	if (!begun && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		limit_files(more, folder);
	begun = true;
	ended = !more;
	limit_calls(more, folder != NULL);
}

#else

void
confine(bool more, const char *folder)
{
	(void)more;
	(void)folder;
}

#endif
