#include "sync/fulltext_errand.h"

#include "base/limits.h"
#include "store/feeds.h"
#include "store/full_why.h"
#include "store/identity.h"
#include "sync/fulltext_address.h"
#include "sync/fulltext_join.h"
#include "sync/fulltext_judge.h"
#include "text/url.h"
#include "text/url_near.h"

enum { FULLTEXT_BYTES = LIMIT_RECORD / 2 }; /* of all pages: half of what goes through a worker in one piece */

int
fulltext_errand_open(struct fulltext_errand *e, struct store *s, int64_t id, struct err *err)
{
	struct feeds_row feed;

	*e = (struct fulltext_errand){ .xhtml = BUF_CAPPED(FULLTEXT_BYTES) };
	if (posts_get(s, &e->arena, id, &e->post, err) < 0 || feeds_get(s, &e->arena, e->post.feed_id, &feed, err) < 0)
		return -1;
	e->feed_url = feed.url;
	e->site = feed.site;
	return 0;
}

void
fulltext_errand_free(struct fulltext_errand *e)
{
	arena_free(&e->arena);
	vec_free(&e->asked);
	buf_free(&e->xhtml);
}

static void
ask(struct fulltext_errand *e, struct str url)
{
	e->url = arena_dup(&e->arena, url);
	*vec_add(&e->asked) = e->url;
}

int
fulltext_errand_begin(struct fulltext_errand *e, struct fulltext_why *why)
{
	struct buf url = { 0 };

	if (!url_is_web(e->post.link)) {
		fulltext_why_set(why, FULL_REFUSED, "no-link");
		return -1;
	}
	if (!url_near_may_lead(e->feed_url, e->post.link)) {
		fulltext_why_set(why, FULL_REFUSED, "internal %.*s", STR(str_sub(url_host(e->post.link), 0, 100)));
		return -1;
	}
	fulltext_address(&url, e->post.link);
	ask(e, buf_str(&url));
	buf_free(&url);
	return 0;
}

enum sync_access_when
fulltext_errand_way(const struct fulltext_errand *e, struct sync_access *access, const struct access **ret, struct err *err)
{
	return access ? sync_access_get(access, e->feed_url, e->url, ret, err) : SYNC_ACCESS_NOW;
}

struct sync_job *
fulltext_errand_job(const struct fetch_answer *answer)
{
	struct sync_job *job = sync_pool_job();

	job->task = RECORD_PAGE;
	job->url = arena_dup(&job->arena, answer->url);
	job->content_type = arena_dup(&job->arena, answer->content_type);
	(void)buf_add(&job->body, answer->body);
	return job;
}

static bool
was_asked(const struct fulltext_errand *e, struct str url)
{
	for (size_t i = 0; i < e->asked.n; i++)
		if (str_eq(e->asked.v[i], url))
			return true;
	return false;
}

/* Whether a page at from may lead on to url, as far as safety goes. */
static bool
may_lead(struct str from, struct str url)
{
	bool is_downgrade = str_starts_icase(from, "https:") && !str_starts_icase(url, "https:");

	return url_is_web(url) && !is_downgrade && url_near_may_lead(from, url);
}

/* Of a page without a text. */
static const enum full_how hows[] = {
	[PAGE_ARTICLE] = FULL_NO_ARTICLE, [PAGE_NONE] = FULL_NO_ARTICLE, [PAGE_LOGIN] = FULL_LOGIN, [PAGE_CONSENT] = FULL_CONSENT,
	[PAGE_CHALLENGE] = FULL_CHALLENGE, [PAGE_GONE] = FULL_MISSING, [PAGE_GO] = FULL_NO_ARTICLE,
	[PAGE_FEED] = FULL_NO_ARTICLE, [PAGE_PDF] = FULL_NO_ARTICLE, [PAGE_IMAGE] = FULL_NO_ARTICLE, [PAGE_OTHER] = FULL_NO_ARTICLE,
};

/* A page that is only a way to another one of its site. */
static enum fulltext_step
go_on(struct fulltext_errand *e, const struct sync_job *job, struct fulltext_why *why)
{
	struct str to = job->article.go;

	if (e->ways++ < LIMIT_PAGE_WAYS && may_lead(job->url, to) && url_near_site(job->url, to) && !was_asked(e, to)) {
		ask(e, to);
		return FULLTEXT_GOES_ON;
	}
	fulltext_why_set(why, FULL_NO_ARTICLE, "leads-on %.*s", STR(str_sub(to, 0, 200)));
	return FULLTEXT_BREAKS;
}

static void
note_first(struct fulltext_errand *e, const struct sync_job *job)
{
	e->title = arena_dup(&e->arena, job->article.title);
	e->author = arena_dup(&e->arena, job->article.author);
	e->published = job->article.published;
	e->canonical = arena_dup(&e->arena, job->article.canonical.n ? job->article.canonical : job->url);
	e->page_url = arena_dup(&e->arena, job->url);
}

/* The page is not the post's. */
static int
is_another(struct fulltext_why *why)
{
	fulltext_why_set(why, FULL_OTHER, "other");
	return -1;
}

static enum fulltext_step
take_article(struct fulltext_errand *e, const struct sync_job *job, struct fulltext_why *why)
{
	struct str next = job->article.next;
	enum fulltext_join join;

	if (!e->pages && fulltext_address_is_home(job->url, e->post.link, e->site)) {
		(void)is_another(why);
		return FULLTEXT_BREAKS;
	}
	if (!e->pages)
		note_first(e, job);
	join = fulltext_join(&e->xhtml, job->article.xhtml);
	if (join == FULLTEXT_JOIN_SAME)
		return FULLTEXT_ENDS; /* a server that gives its one page under every number */
	if (join == FULLTEXT_JOIN_FULL) {
		fulltext_why_set(why, e->pages ? FULL_PART : FULL_LIMIT, "long %d", FULLTEXT_BYTES >> 20);
		return FULLTEXT_BREAKS;
	}
	e->pages++;
	e->letters += job->article.letters;
	if (job->article.is_teaser) {
		fulltext_why_set(why, FULL_PART, "members");
		return FULLTEXT_BREAKS;
	}
	if (job->article.is_cut) {
		fulltext_why_set(why, FULL_PART, "long %d", LIMIT_PAGE_BYTES >> 20);
		return FULLTEXT_BREAKS;
	}
	if (!next.n || was_asked(e, next) || !may_lead(job->url, next) || !url_near_host(job->url, next))
		return FULLTEXT_ENDS;
	if (e->pages == LIMIT_PAGES) {
		fulltext_why_set(why, FULL_PART, "pages %d", LIMIT_PAGES);
		return FULLTEXT_BREAKS;
	}
	ask(e, next);
	return FULLTEXT_GOES_ON;
}

enum fulltext_step
fulltext_errand_take(struct fulltext_errand *e, const struct sync_job *job, struct fulltext_why *why)
{
	const struct client_article *article = &job->article;

	*vec_add(&e->asked) = arena_dup(&e->arena, job->url); /* where redirects ended */
	if (job->is_failed) {
		fulltext_why_set(why, FULL_BROKEN, "broken");
		why->told = job->err;
		return FULLTEXT_BREAKS;
	}
	if (article->kind == PAGE_GO)
		return go_on(e, job, why);
	if (article->kind == PAGE_ARTICLE && article->xhtml.n)
		return take_article(e, job, why);
	fulltext_why_set(why, hows[article->kind], "%s", full_why_page(article->kind));
	return FULLTEXT_BREAKS;
}

/* What the page calls its address; a home page is none of a post. */
static struct str
address_of(struct fulltext_errand *e)
{
	struct buf form = { 0 }, site = { 0 };
	struct str made = STR_NONE;

	identity_link(&form, e->canonical);
	identity_link(&site, e->site);
	if (!str_eq(buf_str(&form), buf_str(&site)))
		made = arena_dup(&e->arena, buf_str(&form));
	buf_free(&form);
	buf_free(&site);
	return made;
}

static enum full_how
judge(struct fulltext_errand *e, struct store *s)
{
	struct fulltext_judge judge = { .title = e->post.title, .page_title = e->title, .page_text = buf_str(&e->xhtml),
		.is_above = fulltext_address_is_above(e->page_url, e->post.link) };
	struct arena a = { 0 };
	enum full_how how;

	if (full_feed_text(s, &a, e->post.id, &judge.text, NULL) < 0 || !judge.text.n)
		judge.text = e->post.excerpt;
	how = fulltext_judge(&judge);
	arena_free(&a);
	return how;
}

int
fulltext_errand_text(struct fulltext_errand *e, struct store *s, const struct fulltext_why *broke_off, struct full_text *ret,
	struct fulltext_why *why)
{
	enum full_how how = judge(e, s);

	*ret = (struct full_text){ .xhtml = buf_str(&e->xhtml), .url = e->page_url, .pages = (int64_t)e->pages, .how = how,
		.is_part = broke_off != NULL };
	if (how == FULL_OTHER)
		return is_another(why);
	ret->canonical = address_of(e);
	ret->author = e->author;
	ret->published = e->published;
	ret->letters = e->letters;
	if (broke_off)
		ret->error = str_of(broke_off->code.text);
	else if (how == FULL_SHORTER)
		ret->error = str_lit("shorter");
	if (broke_off && how == FULL_FINE)
		ret->how = FULL_PART;
	return 0;
}
