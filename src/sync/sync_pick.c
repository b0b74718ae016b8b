#include "sync/sync_pick.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/map.h"
#include "base/tr.h"
#include "store/interval.h"

/* Whether its time has come. One that is gone is left alone, unless all are forced. */
static bool
may_ask(const struct sync_opts *opts, const struct map *lines, const struct feeds_row *row, int64_t now)
{
	const struct subs_feed *line;
	int64_t every_s = 0;

	if (opts->is_forced)
		return true;
	if (row->status == FEEDS_GONE)
		return false;
	if (!opts->is_due_only)
		return true;
	line = map_find(lines, row->url);
	for (size_t i = 0; line && i < line->n_options; i++)
		if (str_is(line->options[i].key, "every"))
			every_s = subs_interval(line->options[i].value);
	return interval_is_due(row->due, row->last_try, every_s, now);
}

/* That one was named which is not asked. */
static void
tell_gone(const struct sync_opts *opts, const struct feeds_row *feed)
{
	struct buf text = { 0 };

	if (!opts->remark || opts->is_forced || feed->status != FEEDS_GONE)
		return;
	(void)buf_printf(&text, tr("%.*s: gone, no longer asked; ‘--force’ asks again"), STR(feed->name));
	opts->remark(opts->user, buf_cstr(&text));
	buf_free(&text);
}

/* That none of so many is asked since none is due. */
static void
tell_none_due(const struct sync_opts *opts, size_t n)
{
	struct buf text = { 0 };

	if (!opts->remark || !n)
		return;
	(void)buf_printf(&text, tr("no feed is due (of %zu)"), n);
	opts->remark(opts->user, buf_cstr(&text));
	buf_free(&text);
}

/* Marks the feeds that a word names: "#tag" with all tags below it, or a feed. */
static int
mark(const struct sync_opts *opts, struct str word, const struct feeds_row *rows, size_t n,
	bool *is_wanted, struct err *err)
{
	const struct feeds_row *found;
	bool has_any = false;

	if (!str_starts(word, "#")) {
		if (feeds_choose(rows, n, word, &found, err) < 0)
			return -1;
		tell_gone(opts, found);
		is_wanted[found - rows] = true;
		return 0;
	}
	for (size_t i = 0; i < n; i++)
		if (subs_has_tag(rows[i].tags, rows[i].n_tags, str_sub(word, 1, word.n)))
			has_any = is_wanted[i] = true;
	return has_any ? 0 : err_set(err, ERR_NOT_FOUND, tr("no feed has the tag ‘%.*s’"), STR(str_sub(word, 1, 101)));
}

/* When its turn is among those that are asked: a time that cannot be right is none. */
static int64_t
turn(const struct feeds_row *row)
{
	if (row->last_try == CLOCK_NONE || row->last_try > clock_now())
		return INT64_MIN;
	return row->last_try + (row->fails ? LIMIT_HELD_S : 0);
}

/* Rows are in the order of the feeds file. */
static int
by_turn(const void *a, const void *b)
{
	const struct feeds_row *one = *(const struct feeds_row *const *)a, *other = *(const struct feeds_row *const *)b;
	int64_t turn_one = turn(one), turn_other = turn(other);

	if (turn_one != turn_other)
		return turn_one < turn_other ? -1 : 1;
	return one < other ? -1 : one > other;
}

int
sync_pick_feeds(struct arena *a, const struct sync_opts *opts, const struct subs *subs,
	const struct feeds_row *rows, size_t n, const struct feeds_row **picked, size_t *n_picked, struct sync_holds *holds,
	struct err *err)
{
	bool *is_wanted = arena_new(a, bool, n + 1);
	int64_t now = clock_now();
	size_t n_meant = 0, n_held = 0;
	struct map lines = { 0 }; /* of the feeds file, by address */

	for (size_t i = 0; i < opts->n_only; i++)
		if (mark(opts, str_of(opts->only[i]), rows, n, is_wanted, err) < 0)
			return -1;
	for (size_t i = 0; i < subs->n; i++)
		*map_at(&lines, subs->feeds[i].url) = &subs->feeds[i];
	*n_picked = 0;
	for (size_t i = 0; i < n; i++) {
		bool is_meant = rows[i].status != FEEDS_HIDDEN && (!opts->n_only || is_wanted[i]);

		n_meant += is_meant;
		if (!is_meant || !may_ask(opts, &lines, &rows[i], now))
			continue;
		if (!opts->is_forced && interval_is_held(rows[i].held_until, now)) {
			sync_holds_count(holds, rows[i].url, rows[i].held_until);
			n_held++;
		} else
			picked[(*n_picked)++] = &rows[i];
	}
	qsort(picked, *n_picked, sizeof(const struct feeds_row *), by_turn);
	if (opts->is_due_only && !*n_picked && !n_held)
		tell_none_due(opts, n_meant);
	map_free(&lines);
	return 0;
}
