#include "sync/sync_login.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/proc.h"
#include "base/tr.h"
#include "base/vec.h"
#include "text/clean.h"
#include "text/quoted.h"
#include "text/utf8.h"

const char *const *
sync_login_words(struct arena *a, struct str command)
{
	vec(const char *) words = { 0 };
	struct buf word = { 0 };
	const char **ret;
	size_t at = 0, quote;

	while (at < command.n) {
		if (str_is_space(command.p[at])) {
			at++;
			continue;
		}
		buf_clear(&word);
		(void)quoted_take(&word, command, &at, &quote);
		*vec_add(&words) = arena_cstr(a, buf_str(&word));
	}
	ret = arena_new(a, const char *, words.n + 1);
	for (size_t i = 0; i < words.n; i++)
		ret[i] = i ? words.v[i] : path_home(a, words.v[i]);
	buf_free(&word);
	vec_free(&words);
	return ret;
}

static enum sync_login_state
fail(struct sync_login *login)
{
	login->state = SYNC_LOGIN_FAILED;
	return login->state;
}

/* The descriptors of one that runs. */
static void
drop(struct sync_login *login)
{
	(void)close(login->fd);
	(void)close(login->end_fd);
	login->pid = 0;
}

static int
start(struct sync_login *login, struct err *err)
{
	int ends[2], rc;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return err_errno(err, ERR_FAILED, tr("cannot run %s"), login->argv[0]);
	rc = proc_start(login->argv, (struct proc_io){ PROC_NULL, ends[1], PROC_SAME }, &login->pid, err);
	(void)close(ends[1]);
	login->fd = ends[0];
	if (!rc && (login->end_fd = proc_end_fd(login->pid, err)) < 0) {
		(void)kill(login->pid, SIGKILL);
		(void)proc_wait(login->pid);
		rc = -1;
	}
	if (rc < 0)
		(void)close(ends[0]);
	return rc;
}

void
sync_login_start(struct sync_login *login)
{
	if (login->state != SYNC_LOGIN_NEW)
		return;
	login->state = SYNC_LOGIN_RUNS;
	login->end_ms = clock_mono_ms() + LIMIT_PASSWORD_S * 1000;
	if (start(login, &login->err) < 0)
		(void)fail(login);
}

/* What it wrote, all that the pipe holds: one that it gave on to another program may stay open. */
static void
take_output(struct sync_login *login)
{
	ssize_t n;

	login->out = BUF_CAPPED(LIMIT_PASSWORD);
	(void)fcntl(login->fd, F_SETFL, O_NONBLOCK);
	if (!buf_reserve(&login->out, LIMIT_PASSWORD)) /* in one place: no copy stays behind */
		return;
	while ((n = read(login->fd, login->out.p + login->out.n, LIMIT_PASSWORD - login->out.n)) != 0)
		if (n > 0)
			login->out.n += (size_t)n;
		else if (errno != EINTR)
			break;
	login->out.p[login->out.n < LIMIT_PASSWORD ? login->out.n : LIMIT_PASSWORD - 1] = '\0';
}

/* The first line of it. */
static bool
find_password(struct sync_login *login)
{
	struct str rest = buf_str(&login->out), line, at;

	if (!str_line(&rest, &line) || !line.n || line.n == LIMIT_PASSWORD || !utf8_is_valid(line))
		return false;
	for (at = line; at.n;)
		if (clean_is_control(utf8_next(&at)))
			return false;
	login->out.p[line.n] = '\0';
	login->password = login->out.p;
	return true;
}

static enum sync_login_state
settle(struct sync_login *login, int status)
{
	take_output(login);
	drop(login);
	if (status)
		err_set(&login->err, ERR_FAILED, tr("the password command %s ended with status %d"), login->argv[0], status);
	else if (!find_password(login))
		err_set(&login->err, ERR_FAILED, tr("the password command %s wrote no password in its first line"), login->argv[0]);
	else
		login->state = SYNC_LOGIN_READY;
	return login->state == SYNC_LOGIN_READY ? login->state : fail(login);
}

/* One that took too long. */
static enum sync_login_state
end(struct sync_login *login)
{
	(void)kill(login->pid, SIGKILL);
	(void)proc_wait(login->pid);
	drop(login);
	err_set(&login->err, ERR_LIMIT, tr("the password command %s took longer than %d seconds and was ended"), login->argv[0],
		LIMIT_PASSWORD_S);
	return fail(login);
}

enum sync_login_state
sync_login_step(struct sync_login *login)
{
	if (login->state != SYNC_LOGIN_RUNS)
		return login->state;
	if (proc_wait_end(login->pid, 0))
		return settle(login, proc_wait(login->pid));
	return clock_mono_ms() < login->end_ms ? login->state : end(login);
}

void
sync_login_close(struct sync_login *login)
{
	if (login->state == SYNC_LOGIN_RUNS) {
		(void)kill(login->pid, SIGKILL);
		(void)proc_wait(login->pid);
		drop(login);
	}
	if (login->out.p)
		explicit_bzero(login->out.p, login->out.cap);
	buf_free(&login->out);
	login->password = NULL;
	login->state = SYNC_LOGIN_NEW;
}
