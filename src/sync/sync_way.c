#include "sync/sync_way.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/feed_why.h"

void
sync_way_add(struct sync_way *p, struct str why)
{
	size_t i = 0;

	while (i < p->v.n && !str_eq(p->v.v[i].why, why))
		i++;
	if (i == p->v.n)
		*vec_add(&p->v) = (struct sync_way_fault){ arena_dup(&p->a, why), 0 };
	p->v.v[i].feeds++;
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
	(void)buf_printf(out, tr_n(" (%zu feed); see ‘proxy’ in sosik(5), and http_proxy and https_proxy in the environment",
		" (%zu feeds); see ‘proxy’ in sosik(5), and http_proxy and https_proxy in the environment", n), n);
}

void
sync_way_tell(const struct sync_way *p, void (*notice)(void *user, const char *text), void *user)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < p->v.n && notice; i++) {
		buf_clear(&text);
		add_line(&text, &p->v.v[i]);
		notice(user, buf_cstr(&text));
	}
	buf_free(&text);
}

void
sync_way_free(struct sync_way *p)
{
	vec_free(&p->v);
	arena_free(&p->a);
}
