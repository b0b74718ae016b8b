#include "sync/sync_pick.h"

#include "base/tr.h"

enum {
	PICK_EVERY_S = 3600,        /* what most readers use, and hosts are used to */
	PICK_EVERY_MIN_S = 5 * 60,
	PICK_BACK_OFF_S = 24 * 3600,
	PICK_DOUBLINGS = 5,
};

int64_t
sync_pick_due(const struct feeds_row *row, int64_t every_s)
{
	int64_t wait = every_s ? every_s : PICK_EVERY_S;
	int64_t due;

	if (row->last_try == CLOCK_NONE)
		return row->held_until;
	if (wait < PICK_EVERY_MIN_S)
		wait = PICK_EVERY_MIN_S;
	for (int64_t i = 0; i < row->fails && i < PICK_DOUBLINGS && wait < PICK_BACK_OFF_S; i++)
		wait = wait * 2 < PICK_BACK_OFF_S ? wait * 2 : PICK_BACK_OFF_S;
	due = row->last_try + wait;
	return row->held_until > due ? row->held_until : due;
}

static int64_t
every_of(const struct subs *subs, struct str url)
{
	for (size_t i = 0; i < subs->n; i++) {
		if (!str_eq(subs->feeds[i].url, url))
			continue;
		for (size_t j = 0; j < subs->feeds[i].n_options; j++)
			if (str_is(subs->feeds[i].options[j].key, "every"))
				return subs_interval(subs->feeds[i].options[j].value);
	}
	return 0;
}

/* A feed that failed with Retry-After is left alone until then; a good answer's max-age counts only for what is due. */
static bool
may_ask(const struct sync_opts *opts, const struct subs *subs, const struct feeds_row *row, int64_t now)
{
	if (row->status == FEEDS_HIDDEN)
		return false;
	if (opts->is_forced)
		return true;
	if (row->status == FEEDS_GONE || (row->error.n && row->held_until > now))
		return false;
	return !opts->is_due_only || sync_pick_due(row, every_of(subs, row->url)) <= now;
}

/* Marks the feeds that a word names: "#tag" with all tags below it, or a feed. */
static int
mark(struct store *s, struct arena *a, struct str word, const struct feeds_row *rows, size_t n, bool *is_wanted,
	struct err *err)
{
	struct feeds_row found;
	bool has_any = false;

	if (!str_starts(word, "#")) {
		if (feeds_find(s, a, word, &found, err) < 0)
			return -1;
		for (size_t i = 0; i < n; i++)
			is_wanted[i] |= rows[i].id == found.id;
		return 0;
	}
	for (size_t i = 0; i < n; i++)
		if (subs_has_tag(rows[i].tags, rows[i].n_tags, str_sub(word, 1, word.n)))
			has_any = is_wanted[i] = true;
	return has_any ? 0 : err_set(err, ERR_NOT_FOUND, tr("no feed has the tag ‘%.*s’"), STR(str_sub(word, 0, 100)));
}

int
sync_pick_feeds(struct store *s, struct arena *a, const struct sync_opts *opts, const struct subs *subs,
	const struct feeds_row *rows, size_t n, const struct feeds_row **picked, size_t *n_picked, struct err *err)
{
	bool *is_wanted = arena_new(a, bool, n + 1);
	int64_t now = clock_now();

	for (size_t i = 0; i < opts->n_only; i++)
		if (mark(s, a, str_of(opts->only[i]), rows, n, is_wanted, err) < 0)
			return -1;
	*n_picked = 0;
	for (size_t i = 0; i < n; i++)
		if ((!opts->n_only || is_wanted[i]) && may_ask(opts, subs, &rows[i], now))
			picked[(*n_picked)++] = &rows[i];
	return 0;
}
