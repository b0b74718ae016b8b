#include "store/health.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/map.h"
#include "store/full_retry.h"
#include "store/interval.h"
#include "store/store_impl.h"

const char *
health_word(enum health_state state)
{
	static const char *const words[HEALTH_STATES] = { "paused", "failing", "moved", "held", "mended", "new", "fine" };

	return words[state];
}

enum health_state
health_state_of(const struct feeds_row *feed, int64_t now)
{
	if (feed->status == FEEDS_GONE)
		return HEALTH_PAUSED;
	if (feed->fails)
		return HEALTH_FAILING;
	if (feed->moved_to.n && feed->moved_days >= FEEDS_MOVED_DAYS)
		return HEALTH_MOVED;
	if (interval_is_held(feed->held_until, now))
		return HEALTH_HELD;
	if (feed->repairs)
		return HEALTH_MENDED;
	return feed->last_ok == CLOCK_NONE ? HEALTH_NEW : HEALTH_FINE;
}

/* By state; of those that fail, the one that has failed longest first; else as in the feeds file. */
static int
compare(const void *a, const void *b)
{
	const struct health *x = a, *y = b;

	if (x->state != y->state)
		return x->state < y->state ? -1 : 1;
	if (x->state == HEALTH_FAILING && x->feed->fails != y->feed->fails)
		return x->feed->fails > y->feed->fails ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static int
read_texts(struct store *s, const struct map *by_id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_HEALTH_TEXTS, err);
	int got = -1;

	while (st && (got = stmt_step(s, st, err)) > 0) {
		int64_t id = stmt_num(st, 0);
		struct health *health = map_find(by_id, map_number(&id));

		if (!health)
			continue;
		health->texts = stmt_num(st, 1);
		health->parts = stmt_num(st, 2);
		health->textless = stmt_num(st, 3);
	}
	return got;
}

/* Posts of one feed that failed alike, the later tried the later: what most of them failed for, and the first to be tried again. */
static void
add_textless(struct health *health, sqlite3_stmt *st, struct arena *a)
{
	int64_t n = stmt_num(st, 4), again = stmt_num(st, 5), at = full_retry_at((enum full_how)stmt_num(st, 1), stmt_num(st, 3), stmt_time(st, 6));
	int64_t held_until = stmt_time(st, 7);

	if (n >= health->why.n) {
		health->why.n = n;
		health->why.held_until = held_until;
		(void)snprintf(health->why.code, sizeof health->why.code, "%.*s", STR(stmt_str(st, 2, a)));
	}
	if (!again)
		return;
	if (held_until != CLOCK_NONE && (at == CLOCK_NONE || held_until > at))
		at = held_until;
	if (!health->again || at == CLOCK_NONE || (health->again_at != CLOCK_NONE && at < health->again_at))
		health->again_at = at;
	health->again += again;
}

static int
read_textless(struct store *s, const struct map *by_id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_HEALTH_TEXTLESS, err);
	struct arena a = { 0 };
	int got = -1;

	while (st && (got = stmt_step(s, st, err)) > 0) {
		int64_t id = stmt_num(st, 0);
		struct health *health = map_find(by_id, map_number(&id));

		if (health)
			add_textless(health, st, &a);
		arena_reset(&a);
	}
	arena_free(&a);
	return got;
}

int
health_read(struct store *s, struct health *all, size_t n, struct err *err)
{
	struct map by_id = { 0 };
	int64_t now = clock_now();
	int rc;

	for (size_t i = 0; i < n; i++) {
		all[i].state = health_state_of(all[i].feed, now);
		all[i].place = i;
		all[i].again_at = CLOCK_NONE;
		if (all[i].feed->id)
			*map_at(&by_id, map_number(&all[i].feed->id)) = &all[i];
	}
	rc = read_texts(s, &by_id, err) < 0 ? -1 : read_textless(s, &by_id, err);
	map_free(&by_id);
	if (rc < 0)
		return -1;
	qsort(all, n, sizeof *all, compare);
	return 0;
}
