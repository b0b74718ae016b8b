#include "sync/fulltext_portal.h"

#include "base/siphash.h"
#include "base/tr.h"
#include "store/apply.h"
#include "sync/sync_portal.h"
#include "text/url.h"
#include "text/url_platform.h"

enum { PORTAL_SITES = 2 }; /* that have to be answered alike */

/* Logins of services for many sites: those that lead there have their own reasons. */
static bool
is_service(struct str host)
{
	return str_starts_icase(host, "accounts.") || str_is_icase(host, "nid.naver.com");
}

static int64_t
number_of(struct str text)
{
	static const unsigned char key[SIPHASH_KEY] = "portal";
	struct siphash h;

	siphash_init(&h, key);
	siphash_add(&h, text);
	return (int64_t)(siphash_end(h) >> 1) | 1;
}

int
fulltext_portal_read(struct fulltext_portal *p, struct store *s, struct err *err)
{
	return apply_get(s, "portal", &p->before, err);
}

void
fulltext_portal_note(struct fulltext_portal *p, struct fulltext_errand *e, const struct fetch_answer *answer)
{
	struct str host = url_host(e->url);
	struct fulltext_source *source = &e->source;

	*source = (struct fulltext_source){ 0 };
	if (url_is_internal_host(host))
		return;
	if (answer->status == FETCH_NETWORK_LOGIN) {
		*source = (struct fulltext_source){ FULLTEXT_SOURCE_PAGE, FETCH_NETWORK_LOGIN, STR_NONE };
		p->found = *source;
	} else if (answer->led_to.n && !str_eq_icase(url_platform(answer->led_to), url_platform(host))) {
		if (!is_service(answer->led_to))
			*source = (struct fulltext_source){ FULLTEXT_SOURCE_HOST, number_of(answer->led_to), arena_dup(&e->arena, answer->led_to) };
	} else if (answer->is_unsafe) {
		*source = (struct fulltext_source){ FULLTEXT_SOURCE_UNSAFE, 1, STR_NONE };
	} else if (answer->class == FETCH_OK && answer->body.n) {
		*source = (struct fulltext_source){ FULLTEXT_SOURCE_PAGE, number_of(answer->body), STR_NONE };
	}
}

/* Whether one of the first n doubts has this answer, for that site where there is one. */
static bool
has(const struct fulltext_portal *p, size_t n, int64_t number, struct str site)
{
	for (size_t i = 0; i < n; i++) {
		const struct fulltext_errand *e = p->doubts.v[i].errand;

		if (e->source.number == number && str_eq_icase(url_platform(url_host(e->url)), site))
			return true;
	}
	return false;
}

static size_t
count_sites(const struct fulltext_portal *p, int64_t number)
{
	size_t n = 0;

	for (size_t i = 0; i < p->doubts.n; i++) {
		const struct fulltext_errand *e = p->doubts.v[i].errand;

		n += e->source.number == number && !has(p, i, number, url_platform(url_host(e->url)));
	}
	return n;
}

bool
fulltext_portal_doubt(struct fulltext_portal *p, struct fulltext_errand *e, const struct fulltext_why *why)
{
	if (!e->source.number || e->source.number == p->before)
		return false;
	*vec_add(&p->doubts) = (struct fulltext_doubt){ e, *why };
	p->n_sites = count_sites(p, e->source.number);
	if (p->n_sites >= PORTAL_SITES)
		p->found = e->source;
	return true;
}

static void
put_into_words(struct buf *out, const struct fulltext_portal *p)
{
	if (p->found.kind == FULLTEXT_SOURCE_PAGE)
		(void)buf_puts(out, tr("the network answers in the place of the hosts whose pages are asked for: log in to it, then sync again"));
	else
		sync_portal_tell(out, p->found.host, p->n_sites);
}

int
fulltext_portal_end(struct fulltext_portal *p, struct store *s, void (*notice)(void *user, const char *text), void *user,
	struct err *err)
{
	struct buf text = { 0 };

	if (!p->found.number)
		return 0;
	if (apply_set(s, "portal", p->found.number, err) < 0)
		return -1;
	put_into_words(&text, p);
	if (notice)
		notice(user, buf_cstr(&text));
	buf_free(&text);
	return 0;
}

void
fulltext_portal_free(struct fulltext_portal *p)
{
	vec_free(&p->doubts);
}
