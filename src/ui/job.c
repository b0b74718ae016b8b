#include "ui/job.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/proc.h"
#include "sync/progress.h"

#define COMPLAINS "sosik: " /* as a complaint begins */

static void
close_fd(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);
	*fd = -1;
}

/* The text of a post that did not fail says what is the matter with it. */
static void
take_post(struct job *job, const struct progress *p)
{
	buf_clear(&job->note);
	job->letters = p->letters;
	job->added += !strcmp(p->outcome, "ok");
	if (strcmp(p->outcome, "failed") != 0)
		(void)buf_add(&job->note, p->text);
}

/* How far a sync is with what comes behind its feeds. */
static void
take_step(struct job *job, const struct progress *p)
{
	*(p->kind == PROGRESS_TEXTS ? &job->texts : &job->indexed) = p->done;
	*(p->kind == PROGRESS_TEXTS ? &job->all_texts : &job->all_indexed) = p->total;
}

static void
take_line(struct job *job, struct str line)
{
	struct progress p;

	if (!progress_read(line, &p)) {
		if (str_starts(line, COMPLAINS))
			(void)buf_add(&job->complaint, line);
		else if (!job->note.n)
			(void)buf_add(&job->note, line); /* `add` says in its first line what it did */
		return;
	}
	if (p.kind == PROGRESS_IMAGE) {
		if (job->told)
			job->told(job->told_user, &p);
		return;
	}
	if (p.kind == PROGRESS_TEXTS || p.kind == PROGRESS_INDEX) {
		take_step(job, &p);
		return;
	}
	if (p.kind == PROGRESS_REMARK) {
		(void)buf_printf(&job->remarks, "%.*s\n", STR(p.text));
		return;
	}
	job->total = p.total;
	if (p.kind == PROGRESS_END) {
		job->failed = p.failed;
		job->added = p.added;
		return;
	}
	job->done = p.done;
	job->added += p.added;
	if (p.kind == PROGRESS_POST)
		take_post(job, &p);
	if (strcmp(p.outcome, "failed") != 0)
		return;
	(void)buf_printf(&job->failures, "%" PRId64 "\t%.*s\n", p.feed_id, STR(p.text));
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

struct str
job_complaint(const struct job *job)
{
	struct str rest = str_trim(buf_str(&job->complaint)), line = STR_NONE;

	while (str_line(&rest, &line))
		continue;
	return str_starts(line, COMPLAINS) ? str_sub(line, strlen(COMPLAINS), line.n) : line;
}

void
job_blame(const struct job *job, int status, const char *otherwise, struct err *err)
{
	struct str complaint = job_complaint(job);

	if (complaint.n)
		(void)err_set(err, ERR_FAILED, "%.*s", STR(complaint));
	else
		(void)err_set(err, ERR_FAILED, otherwise, status);
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
	buf_free(&job->note);
	buf_free(&job->failure);
	buf_free(&job->failures);
	buf_free(&job->remarks);
}
