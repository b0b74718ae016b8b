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
#include "sync/sync_rest_word.h"

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
		.note = BUF_CAPPED(JOB_LINE_MAX), .failure = BUF_CAPPED(JOB_LINE_MAX), .failures = BUF_CAPPED(JOB_LINE_MAX),
		.remarks = BUF_CAPPED(JOB_LINE_MAX) };
}

/* A command line that begins with a program of ours and what it is to do. */
struct command {
	struct arena a;
	struct path program;
	struct words words;
};

static int
command_begin(struct command *c, const char *program, const char *verb, struct err *err)
{
	*c = (struct command){ 0 };
	if (path_program(&c->program, program, err) < 0)
		return -1;
	add_word(&c->words, c->program.p);
	add_word(&c->words, verb);
	return 0;
}

/* Starts it and frees it. */
static int
command_start(struct command *c, struct job *job, int in, struct err *err)
{
	int rc;

	forget(job);
	rc = start_child(job, c->words.v, in, -1, err);
	arena_free(&c->a);
	return rc;
}

int
job_start(struct job *job, enum job_sync how, const char *samples, struct str which, struct err *err)
{
	struct command c;

	if (command_begin(&c, "sosik-sync", "sync", err) < 0)
		return -1;
	add_word(&c.words, "--progress");
	if (how == JOB_SYNC_FORCED)
		add_word(&c.words, "--force");
	add_samples(&c.words, samples);
	add_word(&c.words, "--");
	if (which.n)
		add_word(&c.words, arena_cstr(&c.a, which));
	return command_start(&c, job, PROC_NULL, err);
}

int
job_start_add(struct job *job, const struct job_add *how, struct str url, struct err *err)
{
	struct command c;

	if (command_begin(&c, "sosik-sync", "add", err) < 0)
		return -1;
	if (how->is_all)
		add_word(&c.words, "--all");
	if (how->is_unchecked)
		add_word(&c.words, "--no-check");
	add_word(&c.words, "--");
	add_word(&c.words, arena_cstr(&c.a, url));
	return command_start(&c, job, PROC_NULL, err);
}

int
job_start_texts(struct job *job, enum job_texts which, const char *samples, const int64_t *ids, size_t n, struct err *err)
{
	struct command c;

	if (command_begin(&c, "sosik-sync", "fulltext", err) < 0)
		return -1;
	add_word(&c.words, "--progress");
	if (which == JOB_TEXTS_ANEW)
		add_word(&c.words, "--force");
	add_samples(&c.words, samples);
	add_word(&c.words, "--");
	for (size_t i = 0; i < n; i++)
		add_word(&c.words, arena_printf(&c.a, "id:%" PRId64, ids[i]).p);
	return command_start(&c, job, PROC_NULL, err);
}

/* A file in memory, to be read from its beginning; -1 with *err. */
static int
make_input(struct str bytes, struct err *err)
{
	int fd = memfd_create("input", MFD_CLOEXEC);

	if (fd < 0 || file_write_fd(fd, bytes.p, bytes.n) < 0 || lseek(fd, 0, SEEK_SET) < 0) {
		err_errno(err, ERR_FAILED, tr("cannot make a pipe"));
		close_fd(&fd);
	}
	return fd;
}

/* One with the addresses, one a line. */
static int
write_urls(const struct str *urls, size_t n, struct err *err)
{
	struct buf lines = { 0 };
	int fd;

	for (size_t i = 0; i < n; i++) {
		(void)buf_add(&lines, urls[i]);
		(void)buf_putc(&lines, '\n');
	}
	fd = make_input(buf_str(&lines), err);
	buf_free(&lines);
	return fd;
}

int
job_start_images(struct job *job, const char *samples, int64_t post_id, const struct str *urls, size_t n, struct err *err)
{
	struct command c;
	int in, rc;

	if (command_begin(&c, "sosik-sync", "images", err) < 0)
		return -1;
	in = write_urls(urls, n, err);
	if (in < 0)
		return -1;
	add_samples(&c.words, samples);
	add_word(&c.words, "--");
	add_word(&c.words, arena_printf(&c.a, "id:%" PRId64, post_id).p);
	rc = command_start(&c, job, in, err);
	close_fd(&in);
	return rc;
}

int
job_start_index(struct job *job, struct err *err)
{
	const char word = SYNC_REST_END; /* no sync goes on that would bring more */
	struct path program;
	const char *const argv[] = { program.p, NULL };
	int in, rc;

	if (path_program(&program, "sosik-index", err) < 0)
		return -1;
	in = make_input(str_new(&word, 1), err);
	if (in < 0)
		return -1;
	forget(job);
	rc = start_child(job, argv, in, -1, err);
	close_fd(&in);
	return rc;
}

int
job_start_import(struct job *job, const char *file, struct err *err)
{
	struct command c;

	if (command_begin(&c, "sosik", "import", err) < 0)
		return -1;
	add_word(&c.words, "--");
	add_word(&c.words, file);
	return command_start(&c, job, PROC_NULL, err);
}

int
job_start_print(struct job *job, const char *const argv[], int to, struct err *err)
{
	forget(job);
	return start_child(job, argv, PROC_NULL, to, err);
}
