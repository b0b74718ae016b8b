#include "base/limits.h"
#include "base/mem.h"
#include "base/tr.h"
#include "net/fetch.h"
#include "store/subscribe.h"
#include "sync/sync.h"
#include "sync/sync_pool.h"
#include "text/clean.h"
#include "text/url.h"
#include "text/utf8.h"

enum { ADD_LINKS = 8, ADD_WAIT_MS = 1000 };

/* Looking for the feed behind a URL. */
struct search {
	struct fetch *fetch;
	struct sync_pool *pool;
	struct arena arena;
	struct str found;   /* the feed's address */
	struct str title;
	struct str links[ADD_LINKS]; /* feeds that the page names */
	size_t n_links;
};

static void
copy(char *to, size_t size, struct str from)
{
	from = utf8_prefix(from, size - 1);
	if (from.n)
		memcpy(to, from.p, from.n);
	to[from.n] = '\0';
}

/* Fetches url and waits for it. */
static int
fetch_one(struct search *s, struct str url, struct fetch_answer *answer, struct err *err)
{
	struct fetch_request request = { .url = url, .max_bytes = LIMIT_FEED_BYTES };

	fetch_add(s->fetch, &request);
	while (fetch_pending(s->fetch))
		if (fetch_next(s->fetch, ADD_WAIT_MS, answer) > 0)
			return answer->class == FETCH_OK ? 0 : err_set(err, answer->err.code, "%s", answer->err.text);
	return err_set(err, ERR_NETWORK, tr("no answer"));
}

static struct sync_job *
parse(struct search *s, const struct fetch_answer *answer)
{
	struct sync_job *job = sync_pool_job(), *done = NULL;

	job->url = arena_dup(&job->arena, answer->url);
	job->content_type = arena_dup(&job->arena, answer->content_type);
	buf_add(&job->body, answer->body);
	sync_pool_add(s->pool, job);
	while (!done)
		done = sync_pool_next(s->pool, ADD_WAIT_MS);
	return done;
}

static void
keep_links(struct search *s, const struct sync_job *job)
{
	for (size_t i = 0; i < job->links.n && s->n_links < ADD_LINKS; i++)
		s->links[s->n_links++] = arena_dup(&s->arena, job->links.v[i]);
}

/* 0 when url is a feed: found and title are set. A temporary redirect leaves the address as it was asked for. */
static int
try_url(struct search *s, struct str url, bool is_page_welcome, struct err *err)
{
	struct fetch_answer answer = { 0 };
	struct sync_job *job;
	int rc = -1;

	if (fetch_one(s, url, &answer, err) < 0)
		return -1;
	job = parse(s, &answer);
	if (job->is_failed) {
		*err = job->err;
	} else if (job->problem == FEED_OK) {
		s->found = arena_dup(&s->arena, answer.moved_to.n ? answer.moved_to : url);
		s->title = arena_dup(&s->arena, job->feed.title);
		rc = 0;
	} else {
		if (is_page_welcome)
			keep_links(s, job);
		err_set(err, ERR_FORMAT, "%s", client_problem(job->problem));
	}
	sync_pool_free_job(job);
	return rc;
}

static int
search(struct search *s, struct str url, struct err *err)
{
	struct err last = { 0 };

	if (try_url(s, url, true, err) == 0)
		return 0;
	for (size_t i = 0; i < s->n_links; i++)
		if (try_url(s, s->links[i], false, &last) == 0)
			return 0;
	if (s->n_links)
		return err_set(err, ERR_FORMAT, tr("none of the feeds that this page names can be read: %s"), last.text);
	return -1;
}

/* The address as it is written into the feeds file: with a scheme, without blanks. */
static int
read_url(struct arena *a, const char *text, struct str *ret, struct err *err)
{
	struct buf url = { .max = LIMIT_URL };
	struct str given = str_trim(str_of(text));

	if (!str_has(given, "://"))
		buf_puts(&url, "https://");
	url_resolve(&url, STR_NONE, given);
	*ret = arena_dup(a, buf_str(&url));
	buf_free(&url);
	if (url_is_web(*ret) && !url.full)
		return 0;
	return err_set(err, ERR_USAGE, tr("‘%.200s’ is not a web address"), text);
}

/* An action of its own, so that undo takes it back. */
static int
add(const struct subs_feed *feed, struct err *err)
{
	enum subscribe_outcome outcome;
	struct subscribe what = { .feeds = feed, .n = 1, .outcomes = &outcome };
	struct store *store = NULL;
	int rc = store_open(&store, STORE_WRITE, NULL, err);

	if (!rc)
		rc = subscribe_add(store, &what, err);
	if (!rc && outcome != SUBSCRIBE_NEW)
		rc = err_set(err, ERR_FAILED, tr("%.*s is subscribed already"), STR(feed->url));
	store_close(store);
	return rc;
}

static int
subscribe(struct search *s, const struct sync_add *what, struct err *err)
{
	struct subs_feed feed = { .url = s->found, .name = str_of(what->name), .n_tags = what->n_tags };

	feed.tags = arena_new(&s->arena, struct str, what->n_tags + 1);
	for (size_t i = 0; i < what->n_tags; i++) {
		struct str tag = str_of(what->tags[i]);

		feed.tags[i] = str_starts(tag, "#") ? str_sub(tag, 1, tag.n) : tag;
	}
	return add(&feed, err);
}

static int
find(struct search *s, const struct sync_add *what, struct err *err)
{
	struct fetch_opts opts = { .samples = what->samples };
	struct str url;

	if (read_url(&s->arena, what->url, &url, err) < 0)
		return -1;
	if (what->is_unchecked) {
		s->found = url;
		return 0;
	}
	if (fetch_open(&s->fetch, &opts, err) < 0)
		return -1;
	s->pool = sync_pool_open(1);
	return search(s, url, err);
}

int
sync_add(const struct sync_add *what, char found[4096], char title[512], struct err *err)
{
	struct search s = { 0 };
	int rc = find(&s, what, err);

	if (!rc)
		rc = subscribe(&s, what, err);
	if (!rc) {
		copy(found, 4096, s.found);
		copy(title, 512, what->name ? str_of(what->name) : s.title);
	}
	fetch_close(s.fetch);
	sync_pool_close(s.pool);
	arena_free(&s.arena);
	return rc;
}
