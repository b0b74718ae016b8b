#include "sync/sync_errand.h"

#include <jansson.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/proc.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/posts_json.h"
#include "text/clean.h"
#include "text/json_out.h"

enum { ERRAND_STEP_MS = 200 }; /* between two looks whether the sync is over */

/* ---- running */

/* Whether it has ended by itself, in time and before the sync is over. */
static bool
ends(pid_t pid, const struct sync_errand_watch *watch)
{
	int64_t end_ms = clock_mono_ms() + LIMIT_PROGRAM_S * 1000;

	while (clock_mono_ms() < end_ms && !watch->is_over(watch->of))
		if (proc_wait_end(pid, ERRAND_STEP_MS))
			return true;
	return false;
}

/* Waits for the end of a program that was started; one that does not end is ended, with what it started. */
static int
wait_for(pid_t pid, const char *name, const struct sync_errand_watch *watch, struct err *err)
{
	bool has_ended = ends(pid, watch);
	int status;

	if (!has_ended)
		proc_kill_all(pid);
	status = proc_wait(pid);
	if (!has_ended && watch->is_over(watch->of))
		return err_set(err, ERR_STOPPED, tr("%s was ended with the sync"), name);
	if (!has_ended)
		return err_set(err, ERR_LIMIT, tr("%s took longer than %d seconds and was ended"), name, LIMIT_PROGRAM_S);
	return status ? err_set(err, ERR_FAILED, tr("%s ended with status %d"), name, status) : 0;
}

static int
run(const char *const *argv, int in, const struct sync_errand_watch *watch, struct err *err)
{
	struct err why = { 0 };
	pid_t pid;

	if (proc_start_apart(argv, (struct proc_io){ in, PROC_NULL, PROC_SAME }, &pid, &why) < 0)
		return err_set(err, ERR_NOT_FOUND, "%s", why.text);
	return wait_for(pid, argv[0], watch, err);
}

/* ---- telling */

/* Foreign text as a word of a command line: one that begins with "-" is no option. */
static const char *
word(struct arena *a, struct str text)
{
	struct buf line = { 0 };
	const char *ret;

	clean_line(&line, text);
	ret = arena_printf(a, "%s%.*s", line.n && line.p[0] == '-' ? " " : "", STR(buf_str(&line))).p;
	buf_free(&line);
	return ret;
}

int
sync_errand_tell(const char *const *argv, struct str title, struct str below, const struct sync_errand_watch *watch,
	struct err *err)
{
	vec(const char *) words = { 0 };
	struct arena a = { 0 };
	int rc;

	*vec_add(&words) = path_home(&a, argv[0]);
	for (argv++; *argv; argv++)
		*vec_add(&words) = *argv;
	*vec_add(&words) = word(&a, title);
	*vec_add(&words) = word(&a, below);
	*vec_add(&words) = NULL;
	rc = run(words.v, PROC_NULL, watch, err);
	vec_free(&words);
	arena_free(&a);
	return rc;
}

/* ---- programs */

static json_t *
object_of(const struct posts_row *row, struct str html)
{
	json_t *object = json_pack("{s:i, s:I, s:I, s:b, s:b, s:b}", "v", 1, "id", (json_int_t)row->id, "feed_id", (json_int_t)row->feed_id,
		"read", row->is_read, "starred", row->is_starred, "hidden", row->is_hidden);

	posts_json(object, row);
	json_out_text(object, "html", html);
	return object;
}

/* The line in a file of its own without a name: the program may read it when it likes, or not at all. */
static int
open_line(json_t *object, struct err *err)
{
	char *text = json_dumps(object, JSON_COMPACT);
	int fd = memfd_create("post", MFD_CLOEXEC);

	if (fd < 0 || !text || file_write_fd(fd, text, strlen(text)) < 0 || file_write_fd(fd, "\n", 1) < 0 || lseek(fd, 0, SEEK_SET) < 0) {
		err_errno(err, ERR_IO, "%s", tr("cannot hand a post to a program"));
		if (fd >= 0)
			(void)close(fd);
		fd = -1;
	}
	free(text);
	return fd;
}

int
sync_errand_exec(struct store *s, const char *const *argv, int64_t post, const struct sync_errand_watch *watch,
	struct err *err)
{
	vec(const char *) words = { 0 };
	struct arena a = { 0 };
	struct posts_row row;
	struct str html;
	json_t *object = NULL;
	int fd = -1, rc = -1;

	if (posts_get(s, &a, post, &row, err) < 0 || posts_text(s, &a, post, &html, err) < 0)
		goto out;
	object = object_of(&row, html);
	fd = open_line(object, err);
	if (fd < 0)
		goto out;
	*vec_add(&words) = path_home(&a, argv[0]);
	for (argv++; *argv; argv++)
		*vec_add(&words) = *argv;
	*vec_add(&words) = NULL;
	rc = run(words.v, fd, watch, err);
	(void)close(fd);
out:
	json_decref(object);
	vec_free(&words);
	arena_free(&a);
	return rc;
}
