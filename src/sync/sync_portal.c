#include "sync/sync_portal.h"

#include "base/map.h"
#include "base/tr.h"
#include "text/josa.h"
#include "text/url.h"
#include "text/url_platform.h"

enum {
	PORTAL_SITES = 2,   /* that have to answer alike */
	PORTAL_PAGES = 3,   /* the same, by the titles of their pages alone: ‘404’ stands on many */
	PORTAL_TITLE = 200, /* bytes: that of an article is longer, and no login */
	PORTAL_LATE_S = 7 * 24 * 3600, /* of late: a blog that has closed for good leads to a login, too */
};

void
sync_portal_begin(struct sync_portal *p, const struct feeds_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i].last_ok > p->last_good && !url_is_internal_host(url_host(rows[i].url)))
			p->last_good = rows[i].last_ok;
}

/* It was taken for the network's before, and since then the network has let others come: so it is what a blog left behind. */
static bool
was_let_pass(const struct sync_portal *p, const struct feeds_row *feed)
{
	return str_has_head(feed->error, str_lit("portal")) && p->last_good > feed->last_try;
}

/* It failed so when last asked, and that was no network's fault. */
static bool
is_as_before(const struct feeds_row *feed, struct str why)
{
	return feed->fails && str_eq(feed->error, why);
}

bool
sync_portal_own(struct sync_portal *p, const struct feeds_row *feed, struct str why)
{
	bool is_own = was_let_pass(p, feed) || is_as_before(feed, why);

	p->n_own += is_own;
	return is_own;
}

void
sync_portal_good(struct sync_portal *p, struct str url)
{
	p->has_good |= !url_is_internal_host(url_host(url));
}

static bool
add(struct sync_portal *p, const struct feeds_row *feed, struct sync_portal_answer answer)
{
	struct str host = url_host(feed->url);

	if (url_is_internal_host(host))
		return false;
	answer.feed = feed->id;
	answer.site = arena_dup(&p->a, url_platform(host));
	answer.place = arena_dup(&p->a, answer.place);
	*vec_add(&p->v) = answer;
	return !p->has_good;
}

bool
sync_portal_odd(struct sync_portal *p, const struct feeds_row *feed, struct str led_to, struct str title, bool is_login)
{
	is_login &= feed->last_ok != CLOCK_NONE && clock_now() - feed->last_ok < PORTAL_LATE_S;
	if (led_to.n && !str_eq_icase(url_platform(led_to), url_platform(url_host(feed->url))))
		return add(p, feed, (struct sync_portal_answer){ .place = led_to, .is_login = is_login });
	return title.n && title.n <= PORTAL_TITLE && add(p, feed, (struct sync_portal_answer){ .place = title, .is_title = true });
}

bool
sync_portal_untrusted(struct sync_portal *p, const struct feeds_row *feed)
{
	return add(p, feed, (struct sync_portal_answer){ .place = STR_NONE });
}

struct count {
	size_t sites;
	struct str place; /* as it was said first */
};

/* An answer's place, in small letters as hosts and titles are compared, and its site behind it. */
static struct str
key_of(struct buf *out, const struct sync_portal_answer *answer, struct str *place)
{
	buf_clear(out);
	(void)buf_add(out, answer->place);
	(void)buf_putc(out, '\0');
	(void)buf_add(out, answer->site);
	for (size_t i = 0; i < out->n; i++)
		out->p[i] = str_lower(out->p[i]);
	*place = str_new(out->p, answer->place.n);
	return buf_str(out);
}

static struct count *
count_at(struct map *counts, struct arena *a, struct str low, struct str place)
{
	struct count **at = (struct count **)map_at(counts, low);

	if (!*at) {
		*at = arena_new(a, struct count, 1);
		(*at)->place = place;
	}
	return *at;
}

/* How many sites have to answer so. */
static size_t
proof_of(const struct sync_portal *p, const struct sync_portal_answer *answer)
{
	if (answer->is_login && p->v.n + p->n_own == p->asked)
		return 1;
	return answer->is_title ? PORTAL_PAGES : PORTAL_SITES;
}

bool
sync_portal_find(const struct sync_portal *p, struct str *place, size_t *n)
{
	struct map counts = { 0 }, seen = { 0 }; /* struct count by place; places with their sites */
	struct arena a = { 0 };
	struct buf key = { 0 };

	*n = 0;
	for (size_t i = 0; i < p->v.n && !p->has_good; i++) {
		const struct sync_portal_answer *answer = &p->v.v[i];
		struct str low;
		void **was = map_at(&seen, key_of(&key, answer, &low));
		struct count *count = count_at(&counts, &a, low, answer->place);

		count->sites += !*was;
		*was = count;
		if (count->sites < proof_of(p, answer) || count->sites <= *n)
			continue;
		*n = count->sites;
		*place = count->place;
	}
	map_free(&counts);
	map_free(&seen);
	arena_free(&a);
	buf_free(&key);
	return *n > 0;
}

void
sync_portal_code(struct buf *out, struct str place)
{
	if (place.n)
		(void)buf_printf(out, "portal %.*s", STR(place));
	else
		(void)buf_puts(out, "portal-tls");
}

static int
excuse(const struct sync_portal *p, struct store *s, struct str place, struct err *err)
{
	struct buf why = { 0 };
	int rc = store_begin(s, err);

	if (rc < 0)
		return -1;
	sync_portal_code(&why, place);
	for (size_t i = 0; i < p->v.n && !rc; i++)
		if (str_eq_icase(p->v.v[i].place, place))
			rc = feeds_excuse(s, p->v.v[i].feed, buf_str(&why), err);
	if (rc < 0)
		store_rollback(s);
	else
		rc = store_commit(s, err);
	buf_free(&why);
	return rc;
}

void
sync_portal_tell(struct buf *out, struct str place, size_t n)
{
	struct buf text = { 0 };

	if (place.n)
		(void)buf_printf(&text, tr_n("the network answers in the place of %zu host, by %.*s: log in to it, then sync again",
			"the network answers in the place of %zu hosts, by %.*s: log in to it, then sync again", n), n, STR(place));
	else
		(void)buf_printf(&text, tr_n("%zu host has no certificate to be trusted, and no other has answered: the network answers in its place, or the clock is wrong",
			"%zu hosts have no certificate to be trusted, and no other has answered: the network answers in their place, or the clock is wrong", n), n);
	josa_apply(out, buf_str(&text));
	buf_free(&text);
}

int
sync_portal_end(const struct sync_portal *p, struct store *s, void (*notice)(void *user, const char *text), void *user,
	struct err *err)
{
	struct buf text = { 0 };
	struct str place;
	size_t n;

	if (!sync_portal_find(p, &place, &n))
		return 0;
	if (excuse(p, s, place, err) < 0)
		return -1;
	sync_portal_tell(&text, place, n);
	if (notice)
		notice(user, buf_cstr(&text));
	buf_free(&text);
	return 0;
}

void
sync_portal_free(struct sync_portal *p)
{
	vec_free(&p->v);
	arena_free(&p->a);
}
