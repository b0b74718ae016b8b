#include "sync/sync_proxy.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/feed_why.h"

void
sync_proxy_add(struct sync_proxy *p, struct str why)
{
	size_t i = 0;

	while (i < p->v.n && !str_eq(p->v.v[i].why, why))
		i++;
	if (i == p->v.n)
		*vec_add(&p->v) = (struct sync_proxy_fault){ arena_dup(&p->a, why), 0 };
	p->v.v[i].feeds++;
}

void
sync_proxy_tell(const struct sync_proxy *p, void (*notice)(void *user, const char *text), void *user)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < p->v.n && notice; i++) {
		size_t n = p->v.v[i].feeds;

		buf_clear(&text);
		feed_why_text(&text, p->v.v[i].why);
		(void)buf_printf(&text, tr_n(" (%zu feed); see ‘proxy’ in sosik(5), and http_proxy and https_proxy in the environment",
			" (%zu feeds); see ‘proxy’ in sosik(5), and http_proxy and https_proxy in the environment", n), n);
		notice(user, buf_cstr(&text));
	}
	buf_free(&text);
}

void
sync_proxy_free(struct sync_proxy *p)
{
	vec_free(&p->v);
	arena_free(&p->a);
}
