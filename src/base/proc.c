#include "base/proc.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

extern char **environ;

static int
add_descriptor(posix_spawn_file_actions_t *actions, int from, int to)
{
	if (from == PROC_SAME)
		return 0;
	if (from == PROC_NULL)
		return posix_spawn_file_actions_addopen(actions, to, "/dev/null", to ? O_WRONLY : O_RDONLY, 0);
	return posix_spawn_file_actions_adddup2(actions, from, to);
}

/* All signals, but for those that nohup or a shell in the background had us ignore: they are not for what we start, either. SIGTERM is: we end it by that. */
static void
fill_default(sigset_t *set)
{
	static const int numbers[] = { SIGHUP, SIGINT, SIGQUIT };
	struct sigaction now;

	sigfillset(set);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (!sigaction(numbers[i], NULL, &now) && now.sa_handler == SIG_IGN)
			sigdelset(set, numbers[i]);
}

/* A child starts with no signal blocked, and with none ignored of our own accord. */
static int
set_signals(posix_spawnattr_t *attr, bool is_apart)
{
	sigset_t none, ours;

	sigemptyset(&none);
	fill_default(&ours);
	if (posix_spawnattr_setsigmask(attr, &none) || posix_spawnattr_setsigdefault(attr, &ours) || posix_spawnattr_setpgroup(attr, 0))
		return -1;
	return posix_spawnattr_setflags(attr,
		(short)(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (is_apart ? POSIX_SPAWN_SETPGROUP : 0)));
}

/* What a program of the user's gets to see of our environment; a "*" at the end stands for anything. */
static const char *const shared[] = {
	"HOME", "LOGNAME", "USER", "SHELL", "PATH", "PWD", "TERM", "TMPDIR", "TZ", "LANG", "LANGUAGE", "LC_*",
	"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "XDG_*", "BROWSER", "SSH_AUTH_SOCK",
	"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
};

static bool
is_shared(const char *variable)
{
	struct str name;

	str_cut(str_of(variable), '=', &name, NULL);
	for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
		struct str pattern = str_of(shared[i]);

		if (str_is(name, shared[i]) || (str_ends(pattern, "*") && str_eq(str_sub(name, 0, pattern.n - 1), str_sub(pattern, 0, pattern.n - 1))))
			return true;
	}
	return false;
}

/* Free the list with free(); its strings are the environment's. */
static char **
environment_shared(void)
{
	size_t n = 0, k = 0;
	char **list;

	while (environ[n])
		n++;
	list = mem_zalloc(n + 1, sizeof *list);
	for (size_t i = 0; i < n; i++)
		if (is_shared(environ[i]))
			list[k++] = environ[i];
	return list;
}

static int
start(const char *const argv[], struct proc_io io, bool is_apart, char **environment, pid_t *pid, struct err *err)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	union {
		const char *const *given;
		char *const *mutable;
	} args = { argv }; /* POSIX: the strings are not changed */
	int rc;

	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attr);
	rc = add_descriptor(&actions, io.in, 0);
	if (!rc)
		rc = add_descriptor(&actions, io.out, 1);
	if (!rc)
		rc = add_descriptor(&actions, io.err, 2);
	if (!rc)
		rc = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
	if (!rc)
		rc = set_signals(&attr, is_apart);
	if (!rc)
		rc = posix_spawnp(pid, argv[0], &actions, &attr, args.mutable, environment);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&actions);
	if (!rc)
		return 0;
	errno = rc;
	return err_errno(err, ERR_FAILED, tr("cannot run %s"), argv[0]);
}

int
proc_start(const char *const argv[], struct proc_io io, pid_t *pid, struct err *err)
{
	return start(argv, io, false, environ, pid, err);
}

int
proc_start_apart(const char *const argv[], struct proc_io io, pid_t *pid, struct err *err)
{
	char **environment = environment_shared();
	int rc = start(argv, io, true, environment, pid, err);

	free(environment);
	return rc;
}

int
proc_start_beside(const char *const argv[], struct proc_io io, pid_t *pid, struct err *err)
{
	return start(argv, io, true, environ, pid, err);
}

void
proc_kill_all(pid_t pid)
{
	(void)kill(-pid, SIGKILL);
}

int
proc_wait(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return 127;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool
proc_wait_end(pid_t pid, int timeout_ms)
{
	struct pollfd p = { .fd = pidfd_open(pid, 0), .events = POLLIN };
	int n;

	if (p.fd < 0)
		return true;
	do
		n = poll(&p, 1, timeout_ms);
	while (n < 0 && errno == EINTR);
	(void)close(p.fd);
	return n > 0;
}

int
proc_end_fd(pid_t pid, struct err *err)
{
	int fd = pidfd_open(pid, 0);

	return fd >= 0 ? fd : err_errno(err, ERR_FAILED, "%s", tr("cannot wait for a program"));
}

void
proc_renew_cpu(pid_t pid, int seconds)
{
	struct timespec used;
	struct rlimit limit;
	clockid_t id;

	if (clock_getcpuclockid(pid, &id) || clock_gettime(id, &used) < 0)
		return;
	if (prlimit(pid, RLIMIT_CPU, NULL, &limit) < 0)
		return;
	limit.rlim_cur = (rlim_t)(used.tv_sec + 1 + seconds);
	if (limit.rlim_cur > limit.rlim_max)
		limit.rlim_cur = limit.rlim_max;
	(void)prlimit(pid, RLIMIT_CPU, &limit, NULL);
}
