#include "front/front_index.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/tr.h"
#include "front/front_signal.h"
#include "store/index.h"
#include "store/index_apart.h"
#include "store/index_settle.h"
#include "store/wal.h"
#include "sync/sync_rest.h"

/* How long a first index is made apart: who searches meanwhile finds the newest posts only, who brings posts in himself waits for it. */
enum { APART_MS = 3000 };

static volatile sig_atomic_t index_is_stopped;

static void
stop(void)
{
	index_is_stopped = 1;
}

static bool
wants_stop(void *user)
{
	(void)user;
	return index_is_stopped;
}

/* Whether the sync goes on, is through, or is gone. */
enum word { WORD_NONE, WORD_MORE, WORD_END, WORD_GONE };

/* What it has said last, after at most timeout_ms (-1: it is waited for). */
static enum word
hear(int timeout_ms)
{
	struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
	char bytes[64];
	ssize_t n;

	if (poll(&p, 1, timeout_ms) <= 0)
		return WORD_NONE;
	n = read(STDIN_FILENO, bytes, sizeof bytes);
	if (n <= 0)
		return WORD_GONE;
	return bytes[n - 1] == SYNC_REST_END ? WORD_END : WORD_MORE;
}

/* Opens the cache, which others may hold: it is tried again with each word of the sync. */
static int
open_store(struct store **s, enum word *word, struct err *err)
{
	while (store_open(s, STORE_WRITE, NULL, err) < 0) {
		if (err->code != ERR_BUSY || *word == WORD_END || *word == WORD_GONE || index_is_stopped)
			return -1;
		*word = hear(-1);
	}
	return 0;
}

/* How long may be waited for the next word. */
static int
wait_ms(const struct store *s, int64_t apart_until_ms)
{
	int64_t left = apart_until_ms - clock_mono_ms();

	return !index_apart_is_on(s) ? -1 : left > 0 ? (int)left : 0;
}

/* An index that is made apart is done when it has all, or has taken its time. Posts that have changed meanwhile are left behind it. */
static int
end_apart(struct store *s, bool has_all, int64_t apart_until_ms, int64_t *left, struct err *err)
{
	if (!index_apart_is_on(s) || (!has_all && wait_ms(s, apart_until_ms)))
		return 0;
	return index_apart_end(s, err) < 0 ? -1 : index_left(s, left, err);
}

/*
 * Few posts are left alone until the sync says that they are enough: each slice becomes a part of the index, and parts are merged.
 * While the sync goes on it may hold the cache for long, storing large feeds: then all waits for its next word.
 */
static int
run_slices(struct store *s, enum word word, struct err *err)
{
	int64_t left = 0, least, apart_until_ms = clock_mono_ms() + APART_MS;
	bool is_done, is_held;

	while (!index_is_stopped && word != WORD_GONE) {
		least = word == WORD_END ? 1 : INDEX_ENOUGH;
		is_held = (word != WORD_NONE || left >= least) && index_run_on(s, INDEX_SLICE, least, &is_done, err) < 0;
		if (is_held && (err->code != ERR_BUSY || word == WORD_END))
			return -1;
		if (index_left(s, &left, err) < 0 || end_apart(s, word == WORD_END && !left, apart_until_ms, &left, err) < 0)
			return -1;
		if (word == WORD_END && !left)
			return 0;
		if (word != WORD_END)
			word = hear(is_held || left < INDEX_ENOUGH ? wait_ms(s, apart_until_ms) : 0);
	}
	return index_apart_end(s, err);
}

/* When all is in; it is no failure of the sync where that cannot be done just now. */
static void
settle(struct store *s)
{
	bool is_done = false;

	while (!is_done && !index_is_stopped)
		is_done |= index_settle(s, INDEX_SETTLE_PAGES, &is_done, NULL) < 0;
}

int
front_index(int argc, char **argv, struct err *err)
{
	struct store *s = NULL;
	enum word word = WORD_NONE;
	int rc;

	(void)argv;
	if (argc > 1)
		return err_set(err, ERR_USAGE, tr("this program is run by sosik: see ‘sosik help sync’"));
	front_signal_catch(stop);
	rc = open_store(&s, &word, err);
	if (!rc) {
		store_watch(s, wants_stop, NULL);
		wal_watch(s);
		(void)index_apart_begin(s, NULL);
		rc = run_slices(s, word, err);
		if (!rc)
			settle(s);
		store_close(s);
	}
	if (front_signal_got())
		return 128 + front_signal_got();
	return rc < 0 && err->code == ERR_BUSY ? err_status(ERR_BUSY) : rc; /* the sync knows what to say of it */
}
