#include "sync/sync_way.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/feed_why.h"

void
sync_way_add(struct sync_way *w, struct str why)
{
	size_t i = 0;

	while (i < w->v.n && !str_eq(w->v.v[i].why, why))
		i++;
	if (i == w->v.n)
		*vec_add(&w->v) = (struct sync_way_fault){ arena_dup(&w->a, why), 0 };
	w->v.v[i].feeds++;
}

static void
add_line(struct buf *out, const struct sync_way_fault *fault)
{
	size_t n = fault->feeds;

	if (str_has_head(fault->why, str_lit("status"))) {
		(void)buf_printf(out, tr_n("the network asks for a login (%zu feed): log in to it, by a browser, then sync again",
			"the network asks for a login (%zu feeds): log in to it, by a browser, then sync again", n), n);
		return;
	}
	feed_why_text(out, fault->why);
	if (str_has_head(fault->why, str_lit("no-answer"))) {
		(void)buf_printf(out, tr_n(": %zu more feed of it was not asked", ": %zu more feeds of it were not asked", n), n);
		return;
	}
	(void)buf_printf(out, tr_n(" (%zu feed); see ‘proxy’ in sosik(5), and http_proxy and https_proxy in the environment",
		" (%zu feeds); see ‘proxy’ in sosik(5), and http_proxy and https_proxy in the environment", n), n);
}

void
sync_way_tell(const struct sync_way *w, void (*notice)(void *user, const char *text), void *user)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < w->v.n && notice; i++) {
		buf_clear(&text);
		add_line(&text, &w->v.v[i]);
		notice(user, buf_cstr(&text));
	}
	buf_free(&text);
}

void
sync_way_free(struct sync_way *w)
{
	vec_free(&w->v);
	arena_free(&w->a);
}
