#include "net/mute.h"

#include <stdio.h>

enum { PLACE_BYTES = 300 }; /* a host has 253 at most */

static struct str
place_of(const struct transfer *t, char text[PLACE_BYTES])
{
	int n = snprintf(text, PLACE_BYTES, "%.*s:%.*s", STR(str_sub(t->target.host, 0, 255)), STR(str_sub(t->target.port, 0, 5)));

	return str_new(text, (size_t)n);
}

static bool
was_silent(const struct transfer *t)
{
	return !t->header_bytes && (str_starts(t->answer.why, "no-answer") || t->breach == TRANSFER_SLOW);
}

static void
note_usual(struct mute *m, int64_t ms)
{
	if (ms)
		m->usual_ms = m->usual_ms ? (m->usual_ms * 3 + ms) / 4 : ms;
}

void
mute_note(struct mute *m, const struct transfer *t)
{
	char text[PLACE_BYTES];
	struct str place = place_of(t, text);
	int *silent = map_find(&m->places, place);

	note_usual(m, t->has_proxy ? 0 : t->answered_ms);
	if (t->has_proxy || (!silent && !was_silent(t)))
		return;
	if (!silent) {
		silent = arena_new(&m->arena, int, 1);
		*map_at(&m->places, place) = silent;
	}
	*silent = was_silent(t) ? *silent + 1 : 0;
}

bool
mute_is(const struct mute *m, const struct transfer *t)
{
	char text[PLACE_BYTES];
	const int *silent = m->places.n ? map_find(&m->places, place_of(t, text)) : NULL;

	return silent && *silent >= MUTE_AFTER;
}

int64_t
mute_wait_ms(const struct mute *m)
{
	int64_t ms = m->usual_ms * MUTE_TIMES;

	if (!ms)
		return MUTE_FIRST_MS;
	return ms < MUTE_LEAST_MS ? MUTE_LEAST_MS : ms < MUTE_MOST_MS ? ms : MUTE_MOST_MS;
}

void
mute_free(struct mute *m)
{
	map_free(&m->places);
	arena_free(&m->arena);
	*m = (struct mute){ 0 };
}
