#include "net/room.h"

static bool
has_room(const struct room *r, size_t n)
{
	return r->shares + r->behind + n <= r->limit;
}

bool
room_begin(struct room *r, size_t *share)
{
	*share = SIZE_MAX;
	if (!r->limit)
		return true;
	if (r->shares && !has_room(r, ROOM_SHARE))
		return false;
	*share = ROOM_SHARE;
	r->shares += ROOM_SHARE;
	return true;
}

bool
room_grow(struct room *r, size_t *share, bool is_still, int64_t now_ms)
{
	if (!has_room(r, *share)) {
		if (!r->is_idle || (!is_still && now_ms - r->passed_ms < ROOM_PATIENCE_MS))
			return false;
		r->passed_ms = now_ms;
	}
	r->shares += *share;
	*share *= 2;
	return true;
}

bool
room_fits(struct room *r, size_t *share, size_t n, int64_t now_ms)
{
	while (n > *share)
		if (!room_grow(r, share, false, now_ms))
			return false;
	return true;
}

void
room_end(struct room *r, size_t *share)
{
	if (r->limit)
		r->shares -= *share;
	*share = 0;
}
