/*
 * A worker in a mood: stands in the place of sosik-worker, hands everything on
 * to the real one, whose path is in REAL_WORKER, and does what a body orders:
 *
 *	ORDER:hang    never answers again     ORDER:crash   ends by SIGSEGV
 *	ORDER:exit    ends with status 3      ORDER:memory  ends as one without memory does
 *	ORDER:babble  answers what is no answer
 */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/proc.h"
#include "worker/record.h"

enum { PART = 64 << 10, STATUS_MEMORY = 74 };

static void
hang(void)
{
	for (;;)
		(void)pause();
}

static void
crash(void)
{
	(void)signal(SIGSEGV, SIG_DFL);
	(void)raise(SIGSEGV);
}

static void
leave(void)
{
	_exit(3);
}

static void
run_out(void)
{
	_exit(STATUS_MEMORY);
}

static void
babble(void)
{
	static const char noise[] = "this is no record, but it is long enough to be taken for the head of one\n";

	(void)file_write_fd(STDOUT_FILENO, noise, sizeof noise);
	hang();
}

static void
obey(struct str bytes)
{
	static const struct {
		const char *order;
		void (*act)(void);
	} orders[] = { { "ORDER:hang", hang }, { "ORDER:crash", crash }, { "ORDER:exit", leave }, { "ORDER:memory", run_out },
		{ "ORDER:babble", babble } };

	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
		if (str_has(bytes, orders[i].order))
			orders[i].act();
}

/* A job goes to the real worker when the one before it is answered: orders are obeyed in their turn. */
struct talk {
	int to;              /* the real worker */
	struct buf in, out;  /* what has come from the parent, from the worker, and is not yet looked at */
	size_t n;            /* jobs that it has */
};

/* Hands on the records of one job at most. */
static void
pass_job(struct talk *t)
{
	struct str rest = buf_str(&t->in);
	struct record record;

	while (!t->n && record_take(&rest, &record) > 0) {
		struct str whole = str_sub(buf_str(&t->in), 0, t->in.n - rest.n);

		obey(whole);
		(void)file_write_fd(t->to, whole.p, whole.n);
		t->n += record.kind == RECORD_RUN;
		memmove(t->in.p, rest.p, rest.n);
		buf_truncate(&t->in, rest.n);
		rest = buf_str(&t->in);
	}
}

static void
pass_answer(struct talk *t, struct str bytes)
{
	struct str rest;
	struct record record;

	(void)file_write_fd(STDOUT_FILENO, bytes.p, bytes.n);
	(void)buf_add(&t->out, bytes);
	rest = buf_str(&t->out);
	while (record_take(&rest, &record) > 0)
		t->n -= record.kind == RECORD_DONE;
	memmove(t->out.p, t->out.p + (t->out.n - rest.n), rest.n);
	buf_truncate(&t->out, rest.n);
}

/* Reads what there is; false at the end. */
static bool
take(int fd, struct str *ret)
{
	static char part[PART];
	ssize_t n = read(fd, part, sizeof part);

	*ret = str_new(part, n > 0 ? (size_t)n : 0);
	return n > 0;
}

int
main(int argc, char **argv)
{
	const char *const args[] = { getenv("REAL_WORKER"), argc > 1 ? argv[1] : NULL, NULL };
	struct pollfd ends[2] = { { .fd = STDIN_FILENO, .events = POLLIN }, { .events = POLLIN } };
	struct talk t = { 0 };
	struct str bytes;
	int pair[2];
	pid_t pid;

	if (!args[0] || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0 ||
	    proc_start(args, (struct proc_io){ pair[1], pair[1], PROC_SAME }, &pid, NULL) < 0)
		return 1;
	(void)close(pair[1]);
	t.to = ends[1].fd = pair[0];
	for (;;) {
		(void)poll(ends, 2, -1);
		if (ends[0].revents && !take(STDIN_FILENO, &bytes))
			return 0;
		if (ends[0].revents)
			(void)buf_add(&t.in, bytes);
		if (ends[1].revents && !take(pair[0], &bytes))
			return 0;
		if (ends[1].revents)
			pass_answer(&t, bytes);
		pass_job(&t);
	}
}
