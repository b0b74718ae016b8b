#include "net/room.h"

size_t
room_of(const struct room *r, const struct room_share *share)
{
	return r->limit && share->n > ROOM_FIRST ? share->n - ROOM_FIRST : 0;
}

size_t
room_jobs(const struct room *r, size_t through, size_t jobs)
{
	bool is_full = r->n_still >= ROOM_STILL || r->behind >= r->limit;
	size_t most = is_full ? 0 : r->is_idle ? ROOM_JOBS + through : r->n_still ? 0 : ROOM_BUSY;

	return r->limit && most < jobs ? most : jobs;
}

void
room_begin(const struct room *r, struct room_share *share, int64_t now_ms)
{
	share->n = r->limit ? ROOM_FIRST : SIZE_MAX;
	share->grew_ms = now_ms;
}

static bool
has_room(const struct room *r, size_t n)
{
	size_t all = r->shares + r->behind + n;

	if (all <= r->limit)
		return true;
	return r->slow && all - r->slow <= r->limit && all <= (n <= ROOM_SMALL ? 2 : 1) * ROOM_TIMES * r->limit;
}

/* Whether it is time for one to pass the limit: where slow ones hold much already others wait for them longer. */
static bool
may_pass(const struct room *r, int64_t now_ms)
{
	int64_t patience_ms = r->slow > (ROOM_TIMES - 1) * r->limit ? ROOM_FULL_MS : ROOM_PATIENCE_MS;

	return r->is_idle && (r->is_still || now_ms - r->passed_ms >= patience_ms);
}

bool
room_grow(struct room *r, struct room_share *share, int64_t now_ms)
{
	if (!has_room(r, share->n)) {
		if (!may_pass(r, now_ms))
			return false;
		r->passed_ms = now_ms;
	}
	r->is_still = false;
	r->shares += share->n;
	share->n *= 2;
	share->grew_ms = now_ms;
	return true;
}

bool
room_fits(struct room *r, struct room_share *share, size_t n, int64_t now_ms)
{
	while (n > share->n)
		if (!room_grow(r, share, now_ms))
			return false;
	return true;
}

bool
room_is_slow(const struct room_share *share, int64_t now_ms)
{
	return now_ms - share->grew_ms >= ROOM_PATIENCE_MS;
}

void
room_keep(struct room *r, struct room_share *share, size_t n)
{
	r->shares -= room_of(r, share);
	share->n = n;
	r->shares += room_of(r, share);
}

void
room_end(struct room *r, struct room_share *share)
{
	room_keep(r, share, 0);
}
