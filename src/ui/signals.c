#include "ui/signals.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/proc.h"
#include "base/proc_tree.h"
#include "base/tr.h"

enum { HEED_MS = 2000 }; /* how long a program that is told to end has for it */

static const int watched[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCHLD, SIGCONT, SIGTSTP };

int
signals_open(struct signals *s, struct err *err)
{
	sigset_t blocked;

	*s = (struct signals){ .fd = -1 };
	sigemptyset(&blocked);
	for (size_t i = 0; i < sizeof watched / sizeof *watched; i++)
		sigaddset(&blocked, watched[i]);
	(void)sigprocmask(SIG_BLOCK, &blocked, &s->before);
	s->fd = signalfd(-1, &blocked, SFD_CLOEXEC | SFD_NONBLOCK);
	return s->fd >= 0 ? 0 : err_errno(err, ERR_FAILED, "%s", tr("cannot wait for signals"));
}

void
signals_close(struct signals *s)
{
	while (signals_next(s))
		continue;
	if (s->fd >= 0)
		(void)close(s->fd);
	(void)sigprocmask(SIG_SETMASK, &s->before, NULL);
}

int
signals_next(struct signals *s)
{
	struct signalfd_siginfo info;

	return read(s->fd, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

void
signals_settle(struct signals *s)
{
	int number;

	while ((number = signals_next(s)))
		if (number == SIGTERM || number == SIGHUP)
			s->ended_by = number;
}

/* Until a signal has come, or there is something to read from the terminal (-1: never); whether there is. */
static bool
wait_once(struct signals *s, int tty)
{
	struct pollfd fds[] = { { s->fd, POLLIN, 0 }, { tty, POLLIN, 0 } };

	if (poll(fds, 2, -1) < 0)
		return errno != EINTR;
	signals_settle(s);
	return fds[1].revents;
}

int
signals_wait_child(struct signals *s, pid_t pid)
{
	int status;

	while (!s->ended_by) {
		pid_t who = waitpid(pid, &status, WUNTRACED | WNOHANG);

		if (who < 0 && errno != EINTR)
			return 127;
		if (who <= 0)
			(void)wait_once(s, -1);
		else if (WIFSTOPPED(status))
			(void)kill(0, SIGSTOP);
		else
			return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	}
	proc_tree_signal(pid, s->ended_by);
	(void)proc_wait_end(pid, HEED_MS);
	return 128 + s->ended_by;
}

void
signals_wait_key(struct signals *s, int tty)
{
	struct termios before, now;
	bool is_set = !tcgetattr(tty, &before);
	char bytes[64];

	now = before;
	now.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	now.c_cc[VMIN] = 1;
	now.c_cc[VTIME] = 0;
	if (is_set)
		(void)tcsetattr(tty, TCSADRAIN, &now);
	while (!s->ended_by && !wait_once(s, tty))
		continue;
	if (!s->ended_by)
		(void)!read(tty, bytes, sizeof bytes); /* all that the key sends */
	if (is_set)
		(void)tcsetattr(tty, TCSADRAIN, &before);
}
