#include "net/pace.h"

#include "text/url.h"

int64_t
pace_left(const struct pace *p, struct str host, int64_t now_ms)
{
	const int64_t *began = map_find(&p->hosts, host);

	return began && now_ms - *began < p->gap_ms ? p->gap_ms - (now_ms - *began) : 0;
}

void
pace_begin(struct pace *p, struct str host, int64_t now_ms)
{
	void **at;

	if (!p->gap_ms || url_is_internal_host(host))
		return;
	at = map_at(&p->hosts, host);
	if (!*at)
		*at = arena_new(&p->arena, int64_t, 1);
	*(int64_t *)*at = now_ms;
}

void
pace_hold(struct pace *p, struct str host)
{
	*map_at(&p->held, arena_dup(&p->arena, host)) = p;
}

bool
pace_is_held(const struct pace *p, struct str host)
{
	return map_find(&p->held, host);
}

void
pace_free(struct pace *p)
{
	map_free(&p->held);
	map_free(&p->hosts);
	arena_free(&p->arena);
}
