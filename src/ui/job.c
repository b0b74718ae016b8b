#include "ui/job.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/path.h"
#include "base/proc.h"
#include "base/tr.h"
#include "sync/progress.h"

enum { ARGS_MAX = 8 };

static void
close_fd(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);
	*fd = -1;
}

static int
make_pipes(int out[2], int errs[2], struct err *err)
{
	if (pipe2(out, O_CLOEXEC) < 0)
		return err_errno(err, ERR_FAILED, tr("cannot make a pipe"));
	if (pipe2(errs, O_CLOEXEC) < 0) {
		close_fd(&out[0]);
		close_fd(&out[1]);
		return err_errno(err, ERR_FAILED, tr("cannot make a pipe"));
	}
	(void)fcntl(out[0], F_SETFL, O_NONBLOCK);
	(void)fcntl(errs[0], F_SETFL, O_NONBLOCK);
	return 0;
}

static int
start_child(struct job *job, const char *const args[], struct err *err)
{
	int out[2], errs[2], rc;

	if (make_pipes(out, errs, err) < 0)
		return -1;
	rc = proc_start(args, (struct proc_io){ PROC_NULL, out[1], errs[1] }, &job->pid, err);
	close_fd(&out[1]);
	close_fd(&errs[1]);
	if (rc < 0) {
		job->pid = 0;
		close_fd(&out[0]);
		close_fd(&errs[0]);
		return -1;
	}
	job->out = out[0];
	job->err = errs[0];
	return 0;
}

int
job_start(struct job *job, const char *samples, struct str feed_url, struct err *err)
{
	struct buf url = { 0 };
	struct path program;
	const char *args[ARGS_MAX];
	size_t n = 0;
	int rc;

	if (path_program(&program, "sosik-sync", err) < 0)
		return -1;
	job_stop(job);
	*job = (struct job){ .out = -1, .err = -1, .line = BUF_CAPPED(JOB_LINE_MAX), .complaint = BUF_CAPPED(JOB_LINE_MAX), .failure = BUF_CAPPED(JOB_LINE_MAX) };
	(void)buf_add(&url, feed_url);
	args[n++] = program.p;
	args[n++] = "sync";
	args[n++] = "--progress";
	if (samples) {
		args[n++] = "--samples";
		args[n++] = samples;
	}
	if (url.n) {
		args[n++] = "--";
		args[n++] = buf_cstr(&url);
	}
	args[n] = NULL;
	rc = start_child(job, args, err);
	buf_free(&url);
	return rc;
}

static void
take_line(struct job *job, struct str line)
{
	struct progress p;

	if (!progress_read(line, &p))
		return;
	job->total = p.total;
	if (p.kind == PROGRESS_END) {
		job->failed = p.failed;
		job->added = p.added;
		return;
	}
	job->done = p.done;
	job->added += p.added;
	if (strcmp(p.outcome, "failed") != 0)
		return;
	if (!job->failed++) {
		job->failed_feed = p.feed_id;
		(void)buf_add(&job->failure, p.text);
	}
}

/* Hands on the whole lines of a buffer and keeps the rest; a line past the cap is dropped. */
static bool
take_lines(struct job *job)
{
	struct str rest = buf_str(&job->line), line;
	bool has_news = false;

	while (str_find_char(rest, '\n') < rest.n && str_line(&rest, &line)) {
		take_line(job, line);
		has_news = true;
	}
	memmove(job->line.p, rest.p, rest.n);
	buf_truncate(&job->line, rest.n);
	return has_news;
}

/* What there is to read, appended; closes at the end of the stream. */
static bool
read_some(int *fd, struct buf *to)
{
	char bytes[4096];
	ssize_t n;

	if (*fd < 0)
		return false;
	n = read(*fd, bytes, sizeof bytes);
	if (n < 0)
		return errno == EINTR;
	if (!n) {
		close_fd(fd);
		return false;
	}
	if (buf_add_bytes(to, bytes, (size_t)n) < 0)
		buf_clear(to);
	return true;
}

bool
job_read(struct job *job)
{
	bool has_news = false;

	while (read_some(&job->out, &job->line))
		has_news |= take_lines(job);
	while (read_some(&job->err, &job->complaint))
		continue;
	return has_news;
}

static void
clear(struct job *job)
{
	close_fd(&job->out);
	close_fd(&job->err);
	buf_free(&job->line);
	job->pid = 0;
}

bool
job_reap(struct job *job, int *status)
{
	int raw;

	if (!job->pid || waitpid(job->pid, &raw, WNOHANG) != job->pid)
		return false;
	(void)job_read(job);
	clear(job);
	*status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
	return true;
}

void
job_stop(struct job *job)
{
	if (job->pid) {
		(void)kill(job->pid, SIGTERM);
		(void)kill(job->pid, SIGCONT);
		close_fd(&job->out);
		close_fd(&job->err);
		(void)proc_wait(job->pid);
	}
	clear(job);
	buf_free(&job->complaint);
	buf_free(&job->failure);
}
