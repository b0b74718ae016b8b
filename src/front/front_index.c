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

/* How long a first index is made apart, unless another waits to bring in posts himself: a reader who searches meanwhile finds the newest only. */
enum { APART_MS = 10000, APART_LOOK_MS = 50, REST_MS = 1000 };

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

/* What the sync has said: some posts have come, a slice of them has, it is through, it is gone. */
enum word { WORD_NONE, WORD_SOME, WORD_MORE, WORD_END, WORD_GONE };

/* Of several the one that asks most, after at most timeout_ms (-1: it is waited for). */
static enum word
hear(int timeout_ms)
{
	struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
	enum word word = WORD_SOME, one;
	char bytes[64];
	ssize_t n;

	if (poll(&p, 1, timeout_ms) <= 0)
		return WORD_NONE;
	n = read(STDIN_FILENO, bytes, sizeof bytes);
	for (ssize_t i = 0; i < n; i++) {
		one = bytes[i] == SYNC_REST_END ? WORD_END : bytes[i] == SYNC_REST_MORE ? WORD_MORE : WORD_SOME;
		word = one > word ? one : word;
	}
	return n <= 0 ? WORD_GONE : word;
}

/* The next word. Where it is long in coming the memory is there for those who fetch. */
static enum word
hear_at_rest(struct store *s)
{
	enum word word = hear(REST_MS);

	if (word != WORD_NONE || index_is_stopped)
		return word;
	index_rest(s);
	return hear(-1);
}

/* Opens the cache, which others may hold: it is tried again with each word of the sync. */
static int
open_store(struct store **s, enum word *word, struct err *err)
{
	while (store_open(s, STORE_BESIDE, NULL, err) < 0) {
		if (err->code != ERR_BUSY || *word == WORD_END || *word == WORD_GONE || index_is_stopped)
			return -1;
		*word = hear(-1);
	}
	return 0;
}

static enum word
louder(enum word a, enum word b)
{
	return a > b ? a : b;
}

/* All is told: many parts become few before anybody looks into them. */
static void
settle_apart(struct store *s, int64_t until_ms)
{
	bool is_done = false;

	while (!is_done && !index_is_stopped && !index_apart_is_wanted(s) && clock_mono_ms() < until_ms)
		if (index_apart_settle(s, INDEX_SETTLE_PAGES, &is_done, NULL) < 0)
			return;
}

/*
 * The words of what comes are told at once, and become a part of the index with each slice that the sync speaks of. Where it fails
 * all posts are brought in as they would have been without it. Returns what the sync has said so far.
 */
static enum word
run_apart(struct store *s)
{
	const int64_t until_ms = clock_mono_ms() + APART_MS;
	enum word word = WORD_NONE;
	bool is_all = false;

	if (index_apart_begin(s, NULL) < 0)
		return word;
	while (index_apart_is_on(s) && word < WORD_GONE && !index_is_stopped && !(is_all && word == WORD_END)) {
		if (clock_mono_ms() >= until_ms || index_apart_is_wanted(s))
			break;
		word = louder(word, hear(is_all && word < WORD_MORE ? APART_LOOK_MS : 0));
		if (index_apart_tell(s, &is_all, NULL) < 0 || !is_all || word != WORD_MORE)
			continue;
		(void)index_apart_cut(s, NULL);
		word = WORD_NONE;
	}
	if (index_apart_is_on(s) && is_all && word == WORD_END)
		settle_apart(s, until_ms);
	if (index_apart_is_on(s))
		(void)index_apart_end(s, NULL);
	return word;
}

/*
 * Few posts are left alone until the sync says that they are enough: each slice becomes a part of the index, and parts are merged.
 * While the sync goes on it may hold the cache for long, storing large feeds: then all waits for its next word.
 */
static int
run(struct store *s, enum word word, struct err *err)
{
	int64_t left = 0, least;
	bool is_done, is_held;

	while (!index_is_stopped && word != WORD_GONE) {
		least = word == WORD_END ? 1 : INDEX_ENOUGH;
		is_held = (word >= WORD_MORE || left >= least) && index_run_on(s, INDEX_SLICE, least, &is_done, err) < 0;
		if (is_held && (err->code != ERR_BUSY || word == WORD_END))
			return -1;
		if (index_behind(s, &left, err) < 0)
			return -1;
		if (word == WORD_END && !left)
			return 0;
		if (word != WORD_END)
			word = is_held || left < INDEX_ENOUGH ? hear_at_rest(s) : hear(0);
	}
	return 0;
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
		rc = run(s, louder(word, run_apart(s)), err);
		if (!rc)
			settle(s);
		store_close(s);
	}
	if (front_signal_got())
		return 128 + front_signal_got();
	return rc < 0 && err->code == ERR_BUSY ? err_status(ERR_BUSY) : rc; /* the sync knows what to say of it */
}
