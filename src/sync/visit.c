#include "sync/visit.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/map.h"
#include "base/tr.h"
#include "net/http_link.h"
#include "sync/ahead.h"
#include "sync/platform.h"
#include "text/clean.h"
#include "text/feed_why.h"
#include "text/url.h"

enum { VISIT_WAIT_MS = 250 }; /* between two looks of whoever is idle meanwhile */

struct visit_desk {
	struct fetch *fetch;
	struct ahead ahead;
	struct sync_pool *pool;
	struct visit_opts opts;
	struct map asked; /* in this search: how it went, struct err */
	struct arena arena; /* of the search */
};

int
visit_open(struct visit_desk **ret, const struct visit_opts *opts, struct err *err)
{
	struct visit_desk *desk = mem_zalloc(1, sizeof *desk);

	if (fetch_open(&desk->fetch, opts->fetch, err) < 0) {
		visit_close(desk);
		return -1;
	}
	desk->ahead.fetch = desk->fetch;
	desk->pool = sync_pool_open(1);
	desk->opts = *opts;
	*ret = desk;
	return 0;
}

void
visit_begin(struct visit_desk *desk)
{
	map_free(&desk->asked);
	arena_reset(&desk->arena);
}

/* Notes that url is asked: where how it goes is kept, NULL when it may not be asked. */
static struct err *
note(struct visit_desk *desk, struct str url, struct err *err)
{
	void **seen;

	if (desk->asked.n >= LIMIT_DISCOVER && !map_find(&desk->asked, url)) {
		err_set(err, ERR_LIMIT, tr("no feed in the %d places that were looked at"), LIMIT_DISCOVER);
		return NULL;
	}
	seen = map_at(&desk->asked, url);
	if (*seen) {
		*err = *(struct err *)*seen;
		return NULL;
	}
	return *seen = arena_new(&desk->arena, struct err, 1);
}

/* The next answer to what is asked now. */
static bool
next_answer(struct visit_desk *desk, struct fetch_answer *answer)
{
	if (fetch_next(desk->fetch, VISIT_WAIT_MS, answer) <= 0) {
		if (desk->opts.idle)
			desk->opts.idle(desk->opts.idler, false);
		return false;
	}
	if (!answer->user)
		return true;
	ahead_keep(&desk->ahead, answer);
	return false;
}

/* What has been asked ahead, where an answer came; that nobody answered may be our own fault, who did not listen. */
static bool
take_ahead(struct visit_desk *desk, struct str url, struct fetch_answer *answer)
{
	const struct fetch_answer *found = NULL;

	while (ahead_find(&desk->ahead, url, &found) && !found && fetch_pending(desk->fetch))
		(void)next_answer(desk, answer);
	if (!found || (found->class != FETCH_OK && found->class != FETCH_HTTP))
		return false;
	*answer = *found;
	return true;
}

static int
fetch_url(struct visit_desk *desk, struct str url, struct fetch_answer *answer, struct visit *ret)
{
	struct fetch_request request = { .url = url, .cookie = str_of(platform_cookie(url)), .max_bytes = LIMIT_FEED_BYTES };
	bool is_here = take_ahead(desk, url, answer);

	if (!is_here)
		fetch_add(desk->fetch, &request);
	while (is_here || fetch_pending(desk->fetch)) {
		if (!is_here && !next_answer(desk, answer))
			continue;
		ret->is_unreachable = answer->class == FETCH_NETWORK || answer->status == 429 || answer->status == 503;
		ret->is_gone = answer->status == 404 || answer->status == 410;
		ret->is_missing = ret->is_gone || answer->status == 403 || answer->status == 406;
		ret->is_unsafe = answer->is_unsafe;
		ret->is_refused = answer->class == FETCH_REFUSED;
		ret->url = arena_dup(&desk->arena, answer->url);
		if (answer->class == FETCH_OK)
			return 0;
		return err_set(&ret->err, answer->err.code, "%s%s", answer->err.text,
			answer->status == 401 && desk->opts.at_login && str_is(feed_why_reason(answer->why), "status") ? desk->opts.at_login : "");
	}
	return err_set(&ret->err, ERR_NETWORK, tr("no answer"));
}

void
visit_ahead(struct visit_desk *desk, struct str url)
{
	ahead_ask(&desk->ahead, url, str_of(platform_cookie(url)));
}

void
visit_done(struct visit_desk *desk, struct str url)
{
	ahead_drop(&desk->ahead, url);
}

/* ---- the Link header */

static bool
is_feed_type(struct str type)
{
	return str_has(type, "rss") || str_has(type, "atom") || str_has(type, "feed+json") || str_has(type, "rdf+xml");
}

static void
add_header_links(struct sync_job *job, struct str header, struct str base)
{
	struct http_link link;

	while (http_link_next(&header, &link)) {
		struct buf url = BUF_CAPPED(LIMIT_URL), title = { 0 };

		url_resolve(&url, base, link.target);
		clean_line(&title, link.title);
		if (!url.full && url_is_web(buf_str(&url)) && (str_has_word(link.rel, "feed") ||
			(str_has_word(link.rel, "alternate") && is_feed_type(link.type))))
			*vec_add(&job->links) = (struct sync_link){ RECORD_LINK_FEED, arena_dup(&job->arena, buf_str(&url)),
				arena_dup(&job->arena, buf_str(&title)) };
		buf_free(&url);
		buf_free(&title);
	}
}

/* ---- reading */

static struct sync_job *
read_answer(struct visit_desk *desk, const struct fetch_answer *answer, const char *const *marks, const char *code_start)
{
	struct sync_job *job = sync_pool_job(), *done = NULL;

	job->url = arena_dup(&job->arena, answer->url);
	job->content_type = arena_dup(&job->arena, answer->content_type);
	job->marks = marks;
	job->code_start = code_start;
	buf_add(&job->body, answer->body);
	sync_pool_add(desk->pool, job);
	while (!done) {
		done = sync_pool_next(desk->pool, VISIT_WAIT_MS);
		if (!done && desk->opts.idle)
			desk->opts.idle(desk->opts.idler, false);
	}
	return done;
}

static enum visit_got
got_of(const struct sync_job *job)
{
	if (job->is_failed || job->problem == FEED_BROKEN || job->problem == FEED_TOO_LARGE)
		return VISIT_FAILED;
	if (job->problem == FEED_OK)
		return VISIT_FEED;
	return job->problem == FEED_IS_HTML ? VISIT_PAGE : VISIT_NEITHER;
}

static void
look(struct visit_desk *desk, struct str url, const char *const *marks, const char *code_start, struct visit *ret)
{
	struct fetch_answer answer = { 0 };

	if (fetch_url(desk, url, &answer, ret) < 0)
		return;
	ret->job = read_answer(desk, &answer, marks, code_start);
	ret->got = got_of(ret->job);
	ret->url = ret->job->url;
	ret->moved_to = arena_dup(&ret->job->arena, answer.moved_to);
	add_header_links(ret->job, answer.links, ret->url);
	if (ret->job->is_failed)
		ret->err = ret->job->err;
	else if (ret->got != VISIT_FEED)
		err_set(&ret->err, ERR_FORMAT, "%s", client_problem(ret->job->problem));
}

void
visit_url(struct visit_desk *desk, struct str url, const char *const *marks, const char *code_start, struct visit *ret)
{
	struct err *kept;

	*ret = (struct visit){ .got = VISIT_FAILED, .url = url };
	kept = note(desk, url, &ret->err);
	if (!kept)
		return;
	look(desk, url, marks, code_start, ret);
	*kept = ret->err;
}

void
visit_free(struct visit *visit)
{
	sync_pool_free_job(visit->job);
	visit->job = NULL;
}

void
visit_close(struct visit_desk *desk)
{
	if (!desk)
		return;
	fetch_close(desk->fetch);
	ahead_free(&desk->ahead);
	sync_pool_close(desk->pool);
	map_free(&desk->asked);
	arena_free(&desk->arena);
	free(desk);
}
