#include "worker/client_spawn.h"

#include <sys/socket.h>
#include <unistd.h>

#include "base/proc.h"
#include "base/tr.h"
#include "worker/record.h"

int
client_spawn(const char *program, bool is_plain, pid_t *pid, struct err *err)
{
	const char *const argv[] = { program, is_plain ? RECORD_PLAIN : NULL, NULL };
	int pair[2], size = 1 << 20, rc;

	*pid = 0;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0)
		return err_errno(err, ERR_FAILED, tr("cannot make a socket"));
	(void)setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
	(void)setsockopt(pair[1], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
	rc = proc_start(argv, (struct proc_io){ .in = pair[1], .out = pair[1], .err = PROC_SAME }, pid, err);
	(void)close(pair[1]);
	if (!rc)
		return pair[0];
	*pid = 0;
	(void)close(pair[0]);
	return -1;
}
