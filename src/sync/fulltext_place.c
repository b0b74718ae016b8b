#include "sync/fulltext_place.h"

#include "base/limits.h"
#include "store/hold.h"
#include "text/url.h"
#include "text/url_platform.h"

struct place {
	int64_t held_until;
	int asked;          /* of a host: under way */
	int dead;           /* of a host: in a row that nobody answered */
	bool is_excused;    /* the last time it was not its fault */
};

static struct place *
at(struct fulltext_places *p, struct str name)
{
	void **slot = map_at(&p->map, name);

	if (!*slot)
		*slot = arena_new(&p->arena, struct place, 1);
	return *slot;
}

/* Who speaks when one asks to be left alone: a platform for all of its hosts, a host of one's own network for one port. */
static struct str
speaker(struct str url)
{
	struct url parts = { 0 };

	url_split(url, &parts);
	if (!url_is_internal_host(parts.host))
		return url_platform(parts.host);
	return parts.port.n ? str_new(parts.host.p, (size_t)(parts.port.p + parts.port.n - parts.host.p)) : parts.host;
}

int
fulltext_place_read(struct fulltext_places *p, struct store *s, struct err *err)
{
	struct hold *held;
	size_t n;

	if (hold_list(s, &p->arena, clock_now(), &held, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		at(p, held[i].place)->held_until = held[i].until;
	return 0;
}

enum fulltext_turn
fulltext_place_turn(struct fulltext_places *p, struct str url, struct fulltext_why *why)
{
	const struct str host = url_host(url);
	int64_t until = at(p, speaker(url))->held_until;

	if (until > clock_now()) {
		fulltext_why_set(why, FULL_HTTP, "left-alone %.*s", STR(host));
		why->until = until;
		return FULLTEXT_TURN_NEVER;
	}
	if (at(p, host)->dead >= LIMIT_FULL_DEAD) {
		fulltext_why_set(why, FULL_UNREACHED, "unreached %.*s", STR(str_sub(host, 0, 100)));
		why->is_excused = at(p, host)->is_excused;
		return FULLTEXT_TURN_NEVER;
	}
	return at(p, host)->asked < LIMIT_PER_HOST ? FULLTEXT_TURN_NOW : FULLTEXT_TURN_LATER;
}

void
fulltext_place_begin(struct fulltext_places *p, struct str url)
{
	at(p, url_host(url))->asked++;
}

int
fulltext_place_end(struct fulltext_places *p, struct store *s, struct str url, const struct fetch_answer *answer, struct err *err)
{
	struct place *place = at(p, url_host(url));
	struct str name = speaker(answer->url);

	place->asked--;
	place->dead = answer->class == FETCH_NETWORK ? place->dead + 1 : 0;
	place->is_excused = fetch_is_excused(answer);
	if (answer->class != FETCH_HTTP || answer->held_until == CLOCK_NONE)
		return 0;
	at(p, name)->held_until = answer->held_until;
	return url_is_internal_host(url_host(answer->url)) ? 0 : hold_set(s, name, answer->held_until, clock_now(), err);
}

void
fulltext_place_free(struct fulltext_places *p)
{
	map_free(&p->map);
	arena_free(&p->arena);
}
