#include "front/front_index.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/tr.h"
#include "front/front_signal.h"
#include "store/index.h"
#include "store/index_settle.h"
#include "sync/sync_rest.h"

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

/* What it has said last. */
static enum word
hear(bool waits)
{
	struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
	char bytes[64];
	ssize_t n;

	if (poll(&p, 1, waits ? -1 : 0) <= 0)
		return WORD_NONE;
	n = read(STDIN_FILENO, bytes, sizeof bytes);
	if (n <= 0)
		return WORD_GONE;
	return bytes[n - 1] == SYNC_REST_END ? WORD_END : WORD_MORE;
}

/* Few posts are left alone until more have come: each slice becomes a part of the index, and parts are merged. */
static int
run(struct store *s, struct err *err)
{
	enum word word = WORD_NONE;
	int64_t left = 0;
	bool is_done;

	while (!index_is_stopped && word != WORD_GONE) {
		if ((word == WORD_END || left >= INDEX_ENOUGH) && index_run(s, INDEX_SLICE, &is_done, err) < 0)
			return -1;
		if (index_behind(s, &left, err) < 0)
			return -1;
		if (word == WORD_END && !left)
			return 0;
		if (word != WORD_END)
			word = hear(left < INDEX_ENOUGH);
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
	int rc;

	(void)argv;
	if (argc > 1)
		return err_set(err, ERR_USAGE, tr("this program is run by sosik: see ‘sosik help sync’"));
	front_signal_catch(stop);
	if (store_open(&s, STORE_WRITE, NULL, err) < 0)
		return -1;
	store_watch(s, wants_stop, NULL);
	rc = run(s, err);
	if (!rc)
		settle(s);
	store_close(s);
	if (front_signal_got())
		return 128 + front_signal_got();
	return rc;
}
