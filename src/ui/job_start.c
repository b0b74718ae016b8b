#include "ui/job_start.h"

#include <assert.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/path.h"
#include "base/proc.h"
#include "base/tr.h"

enum { ARGS_MAX = 80 };

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

/* to: where its standard output goes, and its standard error then is what we read; -1: we read both. */
static int
start_child(struct job *job, const char *const args[], int in, int to, struct err *err)
{
	int out[2], errs[2], rc;

	if (make_pipes(out, errs, err) < 0)
		return -1;
	rc = proc_start(args, (struct proc_io){ in, to >= 0 ? to : out[1], to >= 0 ? out[1] : errs[1] }, &job->pid, err);
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

/* Words of a command line. */
struct words {
	const char *v[ARGS_MAX];
	size_t n;
};

static void
add_word(struct words *words, const char *word)
{
	assert(words->n < ARGS_MAX - 1);
	words->v[words->n++] = word;
	words->v[words->n] = NULL;
}

static void
add_samples(struct words *words, const char *samples)
{
	if (!samples)
		return;
	add_word(words, "--samples");
	add_word(words, samples);
}

/* Forgets the child of before. */
static void
forget(struct job *job)
{
	job_stop(job);
	*job = (struct job){ .out = -1, .err = -1, .line = BUF_CAPPED(JOB_LINE_MAX), .complaint = BUF_CAPPED(JOB_LINE_MAX),
		.note = BUF_CAPPED(JOB_LINE_MAX), .failure = BUF_CAPPED(JOB_LINE_MAX), .failures = BUF_CAPPED(JOB_LINE_MAX) };
}

static int
start(struct job *job, const struct words *words, int in, struct err *err)
{
	forget(job);
	return start_child(job, words->v, in, -1, err);
}

int
job_start_named(struct job *job, enum job_sync how, const char *samples, struct str which, struct err *err)
{
	struct arena a = { 0 };
	struct path program;
	struct words words = { 0 };
	int rc;

	if (path_program(&program, "sosik-sync", err) < 0)
		return -1;
	add_word(&words, program.p);
	add_word(&words, "sync");
	add_word(&words, "--progress");
	if (how == JOB_SYNC_FORCED)
		add_word(&words, "--force");
	add_samples(&words, samples);
	add_word(&words, "--");
	if (which.n)
		add_word(&words, arena_cstr(&a, which));
	rc = start(job, &words, PROC_NULL, err);
	arena_free(&a);
	return rc;
}

int
job_start(struct job *job, enum job_sync how, const char *samples, int64_t feed_id, struct err *err)
{
	struct buf number = { 0 };
	int rc;

	if (feed_id)
		(void)buf_printf(&number, "%" PRId64, feed_id);
	rc = job_start_named(job, how, samples, buf_str(&number), err);
	buf_free(&number);
	return rc;
}

int
job_start_add(struct job *job, struct str url, struct err *err)
{
	struct arena a = { 0 };
	struct path program;
	struct words words = { 0 };
	int rc;

	if (path_program(&program, "sosik-sync", err) < 0)
		return -1;
	add_word(&words, program.p);
	add_word(&words, "add");
	add_word(&words, "--");
	add_word(&words, arena_cstr(&a, url));
	rc = start(job, &words, PROC_NULL, err);
	arena_free(&a);
	return rc;
}

int
job_start_texts(struct job *job, enum job_texts which, const char *samples, const int64_t *ids, size_t n, struct err *err)
{
	struct arena a = { 0 };
	struct path program;
	struct words words = { 0 };
	int rc;

	if (path_program(&program, "sosik-sync", err) < 0)
		return -1;
	add_word(&words, program.p);
	add_word(&words, "fulltext");
	add_word(&words, "--progress");
	if (which == JOB_TEXTS_ANEW)
		add_word(&words, "--force");
	add_samples(&words, samples);
	add_word(&words, "--");
	for (size_t i = 0; i < n; i++)
		add_word(&words, arena_printf(&a, "id:%" PRId64, ids[i]).p);
	rc = start(job, &words, PROC_NULL, err);
	arena_free(&a);
	return rc;
}

/* A file in memory with the addresses, one a line, to be read from its beginning; -1 with *err. */
static int
write_urls(const struct str *urls, size_t n, struct err *err)
{
	struct buf lines = { 0 };
	int fd = memfd_create("urls", MFD_CLOEXEC);

	for (size_t i = 0; i < n; i++) {
		(void)buf_add(&lines, urls[i]);
		(void)buf_putc(&lines, '\n');
	}
	if (fd < 0 || file_write_fd(fd, lines.p, lines.n) < 0 || lseek(fd, 0, SEEK_SET) < 0) {
		err_errno(err, ERR_FAILED, tr("cannot make a pipe"));
		close_fd(&fd);
	}
	buf_free(&lines);
	return fd;
}

int
job_start_images(struct job *job, const char *samples, int64_t post_id, const struct str *urls, size_t n, struct err *err)
{
	struct arena a = { 0 };
	struct path program;
	struct words words = { 0 };
	int in, rc;

	if (path_program(&program, "sosik-sync", err) < 0)
		return -1;
	in = write_urls(urls, n, err);
	if (in < 0)
		return -1;
	add_word(&words, program.p);
	add_word(&words, "images");
	add_samples(&words, samples);
	add_word(&words, "--");
	add_word(&words, arena_printf(&a, "id:%" PRId64, post_id).p);
	rc = start(job, &words, in, err);
	close_fd(&in);
	arena_free(&a);
	return rc;
}

int
job_start_import(struct job *job, const char *file, struct err *err)
{
	struct path program;
	struct words words = { 0 };

	if (path_program(&program, "sosik", err) < 0)
		return -1;
	add_word(&words, program.p);
	add_word(&words, "import");
	add_word(&words, "--");
	add_word(&words, file);
	return start(job, &words, PROC_NULL, err);
}

int
job_start_print(struct job *job, const char *const argv[], int to, struct err *err)
{
	forget(job);
	return start_child(job, argv, PROC_NULL, to, err);
}
