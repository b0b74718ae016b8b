#include "sync/sync_holds.h"

#include "base/tr.h"
#include "store/hold.h"
#include "text/date.h"
#include "text/josa.h"
#include "text/url.h"
#include "text/url_platform.h"

static struct sync_hold *
at_place(struct sync_holds *h, struct str place)
{
	struct sync_hold *hold;

	for (size_t i = 0; i < h->v.n; i++)
		if (str_eq_icase(h->v.v[i].place, place))
			return &h->v.v[i];
	hold = vec_add(&h->v);
	*hold = (struct sync_hold){ .place = arena_dup(&h->a, place), .until = CLOCK_NONE };
	return hold;
}

void
sync_holds_count(struct sync_holds *h, struct str url, int64_t until)
{
	struct sync_hold *hold = at_place(h, url_platform(url_host(url)));

	hold->n++;
	if (until > hold->until)
		hold->until = until;
}

int
sync_holds_add(struct sync_holds *h, struct store *s, struct fetch *fetch, struct str url, int64_t until, struct err *err)
{
	struct str place = url_platform(url_host(url));
	struct sync_hold *hold;

	if (url_is_internal_host(place))
		return 0;
	hold = at_place(h, place);
	if (until > hold->until)
		hold->until = until;
	fetch_hold(fetch, hold->place);
	return hold_set(s, hold->place, until, clock_now(), err);
}

void
sync_holds_tell(const struct sync_holds *h, void (*remark)(void *user, const char *text), void *user)
{
	struct buf when = { 0 }, text = { 0 }, line = { 0 };

	for (size_t i = 0; i < h->v.n; i++) {
		const struct sync_hold *hold = &h->v.v[i];

		if (!hold->n)
			continue;
		buf_clear(&when);
		buf_clear(&text);
		buf_clear(&line);
		date_list_clock(&when, hold->until, clock_now());
		(void)buf_printf(&text, tr_n("%.*s wants to be left alone until %s: %zu feed was not asked",
			"%.*s wants to be left alone until %s: %zu feeds were not asked", hold->n), STR(hold->place), buf_cstr(&when), hold->n);
		josa_apply(&line, buf_str(&text));
		remark(user, buf_cstr(&line));
	}
	buf_free(&when);
	buf_free(&text);
	buf_free(&line);
}

void
sync_holds_free(struct sync_holds *h)
{
	vec_free(&h->v);
	arena_free(&h->a);
}
