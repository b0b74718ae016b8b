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
	struct mute_place **place;

	if (t->has_proxy)
		return;
	note_usual(m, t->is_internal ? 0 : t->answered_ms);
	place = (struct mute_place **)map_at(&m->places, place_of(t, text));
	if (!*place)
		*place = arena_new(&m->arena, struct mute_place, 1);
	(*place)->silent = was_silent(t) ? (*place)->silent + 1 : 0;
	(*place)->has_answered |= t->header_bytes > 0;
}

bool
mute_is(const struct mute *m, const struct transfer *t)
{
	char text[PLACE_BYTES];
	const struct mute_place *place = m->places.n ? map_find(&m->places, place_of(t, text)) : NULL;

	return place && place->silent >= (place->has_answered ? MUTE_LATER : MUTE_AFTER);
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
