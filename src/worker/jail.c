#include "worker/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/sanitized.h"
#include "base/tr.h"

/* What the kernel knows of Landlock may be newer than its header here. */
struct landlock_attr {
	uint64_t fs, net, scoped;
};

/* What is used: memory, and in rare cases a clock that the kernel does not map, and random bytes. */
static const int calls_allowed[] = {
	SCMP_SYS(close), SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(clock_gettime),
	SCMP_SYS(getrandom), SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group),
};

/* What the sanitizer's runtime does on its own account while it reports. */
static const int calls_of_sanitizer[] = {
	SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction), SCMP_SYS(sigaltstack),
	SCMP_SYS(tgkill), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(futex), SCMP_SYS(sched_yield),
	SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(gettimeofday),
};

bool
jail_is_sanitized(void)
{
	return IS_SANITIZED;
}

static int
set_limits(const struct jail_limits *allowed, struct err *err)
{
	const struct {
		int what;
		rlim_t soft, hard;
	} limits[] = {
		{ RLIMIT_NOFILE, 0, 0 }, /* what is open stays */
		{ RLIMIT_FSIZE, 0, 0 },
		{ RLIMIT_CORE, 0, 0 },
		{ RLIMIT_NPROC, 0, 0 },
		{ RLIMIT_MEMLOCK, 0, 0 },
		{ RLIMIT_CPU, (rlim_t)allowed->cpu_s, RLIM_INFINITY },
		{ RLIMIT_AS, (rlim_t)allowed->memory_mb << 20, (rlim_t)allowed->memory_mb << 20 },
	};
	size_t n = sizeof limits / sizeof *limits - IS_SANITIZED; /* the sanitizer's shadow takes terabytes of addresses */

	for (size_t i = 0; i < n; i++) {
		struct rlimit limit = { limits[i].soft, limits[i].hard };
		struct rlimit old;

		if (!getrlimit(limits[i].what, &old) && old.rlim_max < limit.rlim_max)
			limit.rlim_max = old.rlim_max;
		if (limit.rlim_cur > limit.rlim_max)
			limit.rlim_cur = limit.rlim_max;
		if (setrlimit(limits[i].what, &limit) < 0)
			return err_errno(err, ERR_FAILED, tr("cannot limit the worker"));
	}
	return 0;
}

/* A rule set without one rule: nothing it governs is allowed. Kernels without Landlock go without. */
static int
deny_files(struct err *err)
{
	/* Rights of versions 1 to 5 of the interface; bits a kernel does not know make it refuse the set. */
	static const uint64_t fs_rights[] = { 0, 0x1fff, 0x3fff, 0x7fff, 0x7fff, 0xffff };
	enum { VERSIONS = sizeof fs_rights / sizeof *fs_rights };
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	struct landlock_attr attr = { 0 };
	size_t size = sizeof attr;
	long set, rc;

	if (version < 1)
		return 0;
	attr.fs = fs_rights[version < VERSIONS ? version : VERSIONS - 1];
	attr.net = version >= 4 ? 0x3 : 0;
	attr.scoped = version >= 6 ? 0x3 : 0;
	if (version < 6)
		size = version < 4 ? sizeof attr.fs : sizeof attr.fs + sizeof attr.net;
	set = syscall(SYS_landlock_create_ruleset, &attr, size, 0);
	if (set < 0)
		return err_errno(err, ERR_FAILED, tr("cannot make a Landlock rule set"));
	rc = syscall(SYS_landlock_restrict_self, set, 0);
	(void)close((int)set);
	if (rc < 0)
		return err_errno(err, ERR_FAILED, tr("cannot enter the Landlock domain"));
	return 0;
}

static int
allow_all(scmp_filter_ctx filter, const int *calls, size_t n)
{
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++)
		rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0);
	return rc;
}

/* Jobs come in on standard input, answers go out on standard output; there is nothing else to read or write. */
static int
allow_talk(scmp_filter_ctx filter)
{
	int rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(read), 1, SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO, 0));

	if (!rc)
		rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, STDOUT_FILENO, 0));
	if (!rc && IS_SANITIZED)
		rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO, 0));
	return rc;
}

static int
load_filter(scmp_filter_ctx filter)
{
	int rc = allow_all(filter, calls_allowed, sizeof calls_allowed / sizeof *calls_allowed);

	if (!rc && IS_SANITIZED)
		rc = allow_all(filter, calls_of_sanitizer, sizeof calls_of_sanitizer / sizeof *calls_of_sanitizer);
	if (!rc)
		rc = allow_talk(filter);
	/* Memory, but none that can be run or is a file's or another's; descriptors can be counted, not made. */
	if (!rc)
		rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
			SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS | MAP_TYPE, MAP_ANONYMOUS | MAP_PRIVATE));
	if (!rc)
		rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
			SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	if (!rc)
		rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, F_GETFD, 0));
	return rc ? rc : seccomp_load(filter);
}

static int
filter_calls(struct err *err)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	int rc = filter ? load_filter(filter) : -ENOMEM;

	if (filter)
		seccomp_release(filter);
	if (!rc)
		return 0;
	errno = -rc;
	return err_errno(err, ERR_FAILED, tr("cannot load the system call filter"));
}

int
jail_enter(const struct jail_limits *allowed, struct err *err)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return err_errno(err, ERR_FAILED, tr("cannot give up privileges"));
	if (deny_files(err) < 0 || set_limits(allowed, err) < 0)
		return -1;
	return filter_calls(err);
}

static int
count_descriptors(void)
{
	int n = 0;

	for (int fd = 0; fd < 1024; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

void
jail_try(struct jail_probe *ret)
{
	static char name[] = "true";
	static char *const args[] = { name, NULL };
	static char *const environment[] = { NULL };

	*ret = (struct jail_probe){ .descriptors = count_descriptors() };
	if (open("/etc/passwd", O_RDONLY | O_CLOEXEC) < 0)
		ret->open = errno;
	if (socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0) < 0)
		ret->socket = errno;
	if (execve("/bin/true", args, environment) < 0)
		ret->exec = errno;
}
