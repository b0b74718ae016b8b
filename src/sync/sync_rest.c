#include "sync/sync_rest.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/path.h"
#include "base/proc.h"
#include "base/tr.h"
#include "store/compact.h"
#include "store/index.h"
#include "store/story.h"
#include "store/wal.h"

enum { TELL_MS = 100, STORIES_MS = 3000 };

int
sync_rest_begin(struct sync_rest *rest, struct store *s, const struct sync_opts *opts, struct err *err)
{
	*rest = (struct sync_rest){ .store = s, .opts = opts, .to = -1 };
	return index_behind(s, &rest->fresh, err);
}

/* ---- the process */

static int
start(struct sync_rest *rest, struct err *err)
{
	struct path program;
	const char *const argv[] = { program.p, NULL };
	int ends[2], rc;

	if (path_program(&program, "sosik-index", err) < 0)
		return -1;
	if (pipe2(ends, O_CLOEXEC) < 0)
		return err_errno(err, ERR_FAILED, tr("cannot make a pipe"));
	rc = proc_start(argv, (struct proc_io){ .in = ends[0], .out = PROC_NULL, .err = PROC_SAME }, &rest->pid, err);
	(void)close(ends[0]);
	if (rc < 0) {
		rest->pid = 0;
		(void)close(ends[1]);
		return -1;
	}
	rest->to = ends[1];
	wal_leave(rest->store, true);
	return 0;
}

/* One that has ended is found out when it is waited for. */
static void
say(const struct sync_rest *rest, char word)
{
	(void)!write(rest->to, &word, 1);
}

void
sync_rest_add(struct sync_rest *rest, int64_t n)
{
	rest->fresh += n;
	rest->untold += n;
	rest->come += n;
}

static int64_t
ahead(const struct sync_rest *rest, size_t done, size_t total)
{
	return done ? rest->come * (int64_t)(total - done) / (int64_t)done : 0;
}

/*
 * How many posts are worth a slice: as many as are still to come, so that slices become smaller towards the end and little is left
 * of the index there.
 */
static int64_t
enough(const struct sync_rest *rest, size_t done, size_t total)
{
	int64_t n = ahead(rest, done, total);

	if (!rest->pid || n > INDEX_ENOUGH)
		return INDEX_ENOUGH;
	return n < INDEX_FEW ? INDEX_FEW : n;
}

/* Where many are to come the process begins with the first, while nobody has much to do. */
void
sync_rest_step(struct sync_rest *rest, size_t done, size_t total)
{
	bool is_slice = rest->fresh >= enough(rest, done, total);
	struct err why;

	if (!is_slice && (rest->untold < INDEX_FIRST || (!rest->pid && ahead(rest, done, total) <= INDEX_SLICE)))
		return;
	rest->untold = 0;
	if (is_slice)
		rest->fresh = 0;
	if (rest->pid || start(rest, &why) == 0)
		say(rest, is_slice ? SYNC_REST_MORE : SYNC_REST_SOME);
}

static int
wait_for(struct sync_rest *rest)
{
	int status = proc_wait(rest->pid);

	rest->pid = 0;
	(void)close(rest->to);
	rest->to = -1;
	wal_leave(rest->store, false);
	return status;
}

void
sync_rest_close(struct sync_rest *rest)
{
	if (!rest->pid)
		return;
	(void)kill(rest->pid, SIGTERM);
	(void)wait_for(rest);
}

/* ---- the end */

/* Says now and then how far it is. *most: how many posts have waited at once. */
static int
tell(const struct sync_rest *rest, int64_t *told_ms, int64_t *most, struct err *err)
{
	int64_t left;

	if (!rest->opts->state || clock_mono_ms() - *told_ms < TELL_MS)
		return 0;
	*told_ms = clock_mono_ms();
	if (index_behind(rest->store, &left, err) < 0)
		return -1;
	if (left > *most)
		*most = left;
	rest->opts->state(rest->opts->user, SYNC_STEP_INDEX, (size_t)(*most - left), (size_t)*most);
	return 0;
}

/* Why it failed it has said itself, unless it was killed. That another program holds the cache is no failure. */
static void
tell_failure(const struct sync_rest *rest, int status)
{
	char text[256];

	if (status > 128)
		(void)snprintf(text, sizeof text,
		    tr("the program that makes the search index was ended (signal %d); the next sync goes on with it"), status - 128);
	else
		(void)snprintf(text, sizeof text, "%s", tr("the search index was not finished; the next sync goes on with it"));
	if (rest->opts->notice)
		rest->opts->notice(rest->opts->user, text);
}

static int
end_process(struct sync_rest *rest, bool (*is_over)(const void *user), const void *user, struct err *err)
{
	int64_t told_ms = clock_mono_ms(), most = 0;
	bool was_over = false;
	int status, rc = 0;

	wal_carry(rest->store); /* while there is nothing else to do: little is left for the end */
	do {
		if (!was_over && is_over(user)) {
			(void)kill(rest->pid, SIGTERM);
			was_over = true;
		}
		if (!rc)
			rc = tell(rest, &told_ms, &most, err);
	} while (!proc_wait_end(rest->pid, TELL_MS));
	status = wait_for(rest);
	rest->is_given_up = status != 0;
	rest->is_unwritten = status == err_status(ERR_IO);
	if (status && status != err_status(ERR_BUSY) && !was_over && !is_over(user))
		tell_failure(rest, status);
	return rc;
}

/* What another program holds too long waits for the next sync. */
static int
bring_in(struct sync_rest *rest, bool (*is_over)(const void *user), const void *user, struct err *err)
{
	int64_t told_ms = clock_mono_ms(), most = 0;
	bool is_done = false;

	while (!is_done && !rest->is_given_up && !is_over(user)) {
		if (index_run(rest->store, INDEX_SLICE, &is_done, err) < 0) {
			if (err->code != ERR_BUSY)
				return -1;
			rest->is_given_up = true;
		}
		if (tell(rest, &told_ms, &most, err) < 0)
			return -1;
	}
	return 0;
}

/* Looks for stories among the posts of a cache that knew none yet, for a while at each sync. */
static int
find_stories(struct sync_rest *rest, bool (*is_over)(const void *user), const void *user, struct err *err)
{
	int64_t end_ms = clock_mono_ms() + STORIES_MS;
	bool is_done = false;

	while (!is_done && !is_over(user) && clock_mono_ms() < end_ms)
		if (story_fill(rest->store, &is_done, err) < 0)
			return -1;
	return 0;
}

void
sync_rest_last(const struct sync_rest *rest)
{
	if (rest->pid)
		say(rest, SYNC_REST_END);
}

int
sync_rest_end(struct sync_rest *rest, bool (*is_over)(const void *user), const void *user, struct err *err)
{
	if ((rest->pid && end_process(rest, is_over, user, err) < 0) || bring_in(rest, is_over, user, err) < 0)
		return -1;
	if (find_stories(rest, is_over, user, err) < 0)
		return -1;
	(void)compact_run(rest->store, NULL); /* it is tried again next time */
	return 0;
}
