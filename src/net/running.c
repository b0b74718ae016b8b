#include "net/running.h"

#include <sys/resource.h>

#include "base/limits.h"

bool
running_fits(struct transfer *const *running, size_t n, const struct transfer_target *to)
{
	size_t at_host = 0, at_platform = 0;

	for (size_t i = 0; i < n; i++) {
		at_host += str_eq_icase(running[i]->target.host, to->host);
		at_platform += str_eq_icase(running[i]->target.platform, to->platform);
	}
	return at_host < LIMIT_PER_HOST && at_platform < LIMIT_PER_PLATFORM;
}

size_t
running_cap(size_t most)
{
	struct rlimit files;
	size_t cap = getrlimit(RLIMIT_NOFILE, &files) == 0 ? (size_t)files.rlim_cur / RUNNING_FILES : most;

	return most < cap ? most : cap ? cap : 1;
}

static bool
is_old(const struct transfer *t, int64_t now_ms, int64_t ms)
{
	return now_ms - t->started_ms >= ms;
}

size_t
running_busy(struct transfer *const *running, size_t n, int64_t now_ms, int64_t quiet_ms)
{
	size_t busy = 0;

	for (size_t i = 0; i < n; i++)
		busy += running[i]->header_bytes || running[i]->has_proxy || !is_old(running[i], now_ms, quiet_ms);
	return busy;
}

size_t
running_users(struct transfer *const *running, size_t n, int64_t now_ms, void **users, size_t room)
{
	size_t found = 0;

	for (size_t i = 0; i < n && found < room; i++)
		if (is_old(running[i], now_ms, RUNNING_OLD_MS))
			users[found++] = running[i]->user;
	return found;
}

/* The one that has come farthest: it is the first to be whole. */
static bool
is_before(const struct transfer *t, const struct transfer *other)
{
	return !other || t->share.n > other->share.n || (t->share.n == other->share.n && t->paused_ms < other->paused_ms);
}

struct transfer *
running_still(struct transfer *const *running, size_t n, struct room *room)
{
	struct transfer *first = NULL;
	int64_t now_ms = clock_mono_ms();

	room->slow = room->n_still = 0;
	for (size_t i = 0; i < n; i++) {
		struct transfer *t = running[i];

		room->n_still += t->paused_ms != 0;
		if (t->paused_ms && is_before(t, first))
			first = t;
		else if (!t->paused_ms && room_is_slow(&t->share, now_ms))
			room->slow += room_of(room, &t->share);
	}
	room->is_still = room->n_still == n;
	return first;
}

/* The one that has come least far. */
static struct transfer *
smallest(struct transfer *const *running, size_t n)
{
	struct transfer *small = NULL;

	for (size_t i = 0; i < n; i++)
		if (running[i]->paused_ms && (!small || running[i]->share.n < small->share.n))
			small = running[i];
	return small;
}

struct transfer *
running_next(struct transfer *const *running, size_t n, struct room *room)
{
	struct transfer *t = running_still(running, n, room);

	if (!t || room_grow(room, &t->share, clock_mono_ms()))
		return t;
	t = smallest(running, n);
	return room_grow(room, &t->share, clock_mono_ms()) ? t : NULL;
}
