#include "sync/sync_pool.h"

#include <poll.h>
#include <stdlib.h>

#include "base/limits.h"

enum {
	POOL_MAX = 4,
	POOL_BACKLOG = 8 << 20, /* bytes of bodies that may wait for a worker */
};

struct sync_pool {
	struct {
		struct client *client; /* NULL: not started */
		struct sync_job *job;  /* NULL: idle */
	} workers[POOL_MAX];
	size_t n_workers;
	struct sync_job *waiting, **waiting_last;
	struct sync_job *done, **done_last;
	size_t n;              /* jobs in all three places */
	size_t waiting_bytes;
};

struct sync_job *
sync_pool_job(void)
{
	struct sync_job *job = mem_zalloc(1, sizeof *job);

	job->task = RECORD_FEED;
	job->body = BUF_CAPPED(LIMIT_FEED_BYTES);
	return job;
}

void
sync_pool_free_job(struct sync_job *job)
{
	if (!job)
		return;
	buf_free(&job->body);
	arena_free(&job->arena);
	vec_free(&job->posts);
	vec_free(&job->links);
	free(job);
}

struct sync_pool *
sync_pool_open(size_t n)
{
	struct sync_pool *p = mem_zalloc(1, sizeof *p);

	p->n_workers = n < 1 ? 1 : n > POOL_MAX ? POOL_MAX : n;
	p->waiting_last = &p->waiting;
	p->done_last = &p->done;
	return p;
}

static void
append(struct sync_job ***last, struct sync_job *job)
{
	job->next = NULL;
	**last = job;
	*last = &job->next;
}

static struct sync_job *
take_first(struct sync_job **first, struct sync_job ***last)
{
	struct sync_job *job = *first;

	*first = job->next;
	if (!*first)
		*last = first;
	return job;
}

void
sync_pool_add(struct sync_pool *p, struct sync_job *job)
{
	p->n++;
	p->waiting_bytes += job->body.n;
	append(&p->waiting_last, job);
}

static void
finish(struct sync_pool *p, size_t i)
{
	append(&p->done_last, p->workers[i].job);
	p->workers[i].job = NULL;
}

static void
fail(struct sync_pool *p, size_t i)
{
	p->workers[i].job->is_failed = true;
	finish(p, i);
}

static struct post *
copy_post(struct arena *a, const struct post *from)
{
	struct post *to = arena_new(a, struct post, 1);

	*to = *from;
	to->id = arena_dup(a, from->id);
	to->title = arena_dup(a, from->title);
	to->link = arena_dup(a, from->link);
	to->author = arena_dup(a, from->author);
	to->comments = arena_dup(a, from->comments);
	to->summary = to->content = STR_NONE;
	to->categories = arena_new(a, struct str, from->n_categories + 1);
	for (size_t i = 0; i < from->n_categories; i++)
		to->categories[i] = arena_dup(a, from->categories[i]);
	to->enclosures = arena_new(a, struct enclosure, from->n_enclosures + 1);
	for (size_t i = 0; i < from->n_enclosures; i++)
		to->enclosures[i] = (struct enclosure){ .url = arena_dup(a, from->enclosures[i].url),
			.type = arena_dup(a, from->enclosures[i].type), .length = from->enclosures[i].length };
	return to;
}

static void
collect_post(struct sync_job *job, const struct client_post *from)
{
	struct arena *a = &job->arena;
	size_t place = job->posts.n;

	*vec_add(&job->posts) = (struct merge_post){
		.post = copy_post(a, &from->post),
		.xhtml = arena_dup(a, from->xhtml),
		.excerpt = arena_dup(a, from->excerpt),
		.image = arena_dup(a, from->image),
		.letters = from->letters,
		.is_cut = from->is_cut,
		.place = place,
		.source = (uint64_t)from->source,
	};
}

static void
collect_known(struct sync_job *job, size_t known)
{
	size_t place = job->posts.n;

	*vec_add(&job->posts) = (struct merge_post){ .known = &job->source.posts[known], .place = place };
}

static void
collect_feed(struct sync_job *job, const struct client_answer *answer)
{
	struct arena *a = &job->arena;
	struct feed *feed = &job->feed;

	job->problem = answer->problem;
	job->code = arena_dup(a, answer->code);
	*feed = answer->feed;
	feed->title = arena_dup(a, feed->title);
	feed->subtitle = arena_dup(a, feed->subtitle);
	feed->author = arena_dup(a, feed->author);
	feed->rights = arena_dup(a, feed->rights);
	feed->generator = arena_dup(a, feed->generator);
	feed->link = arena_dup(a, feed->link);
	feed->id = arena_dup(a, feed->id);
	feed->language = arena_dup(a, feed->language);
	feed->image = arena_dup(a, feed->image);
}

static void
collect_article(struct sync_job *job, const struct client_article *from)
{
	struct client_article *to = &job->article;
	struct str *const texts[] = { &to->xhtml, &to->title, &to->author, &to->site, &to->image, &to->language, &to->excerpt,
		&to->canonical, &to->next, &to->go };

	*to = *from;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = arena_dup(&job->arena, *texts[i]);
}

/* Takes what this worker has answered so far. */
static void
drain(struct sync_pool *p, size_t i)
{
	struct sync_job *job = p->workers[i].job;
	struct client_answer answer;
	int got;

	while ((got = client_poll(p->workers[i].client, 0, &answer, &job->err)) > 0) {
		if (answer.got == CLIENT_POST && job->posts.n < LIMIT_FEED_ITEMS)
			collect_post(job, &answer.post);
		else if (answer.got == CLIENT_KNOWN && job->posts.n < LIMIT_FEED_ITEMS)
			collect_known(job, (size_t)answer.known);
		else if (answer.got == CLIENT_ARTICLE)
			collect_article(job, &answer.article);
		else if (answer.got == CLIENT_FEED_LINK)
			*vec_add(&job->links) = (struct sync_link){ answer.link_kind, arena_dup(&job->arena, answer.link_url),
				arena_dup(&job->arena, answer.link_title) };
		if (answer.got != CLIENT_DONE)
			continue;
		collect_feed(job, &answer);
		finish(p, i);
		return;
	}
	if (got < 0)
		fail(p, i);
}

static int
start_job(struct client *client, struct sync_job *job)
{
	uint64_t *hashes = arena_new(&job->arena, uint64_t, job->source.n + 1);
	struct client_job told = { job->task, job->marks, job->code_start, job->rule, job->url, job->content_type,
		.known = { job->source.has_key ? job->source.key : NULL, hashes, job->source.n } };

	for (size_t i = 0; i < job->source.n; i++)
		hashes[i] = job->source.posts[i].hash;
	return client_start_job(client, &told, buf_str(&job->body), &job->err);
}

static void
start(struct sync_pool *p, size_t i)
{
	struct sync_job *job = take_first(&p->waiting, &p->waiting_last);
	struct client **client = &p->workers[i].client;

	p->workers[i].job = job;
	p->waiting_bytes -= job->body.n;
	if ((!*client && client_open(client, &job->err) < 0) || start_job(*client, job) < 0)
		fail(p, i);
	buf_free(&job->body);
}

/* Takes answers, gives out jobs. A second worker is started only when the first is busy. */
static void
pump(struct sync_pool *p)
{
	for (size_t i = 0; i < p->n_workers; i++) {
		if (p->workers[i].job)
			drain(p, i);
		if (!p->workers[i].job && p->waiting)
			start(p, i);
	}
}

size_t
sync_pool_sockets(const struct sync_pool *p, int *fds, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n_workers && n < max; i++)
		if (p->workers[i].job)
			fds[n++] = client_fd(p->workers[i].client);
	return n;
}

static void
wait_for_answer(const struct sync_pool *p, int timeout_ms)
{
	struct pollfd polled[POOL_MAX];
	int fds[POOL_MAX];
	size_t n = sync_pool_sockets(p, fds, POOL_MAX);

	for (size_t i = 0; i < n; i++)
		polled[i] = (struct pollfd){ .fd = fds[i], .events = POLLIN };
	(void)poll(polled, n, timeout_ms);
}

struct sync_job *
sync_pool_next(struct sync_pool *p, int timeout_ms)
{
	struct sync_job *job;

	pump(p);
	if (!p->done && timeout_ms > 0 && p->n) {
		wait_for_answer(p, timeout_ms);
		pump(p);
	}
	if (!p->done)
		return NULL;
	job = take_first(&p->done, &p->done_last);
	p->n--;
	return job;
}

size_t
sync_pool_pending(const struct sync_pool *p)
{
	return p->n;
}

bool
sync_pool_is_full(const struct sync_pool *p)
{
	return p->waiting_bytes > POOL_BACKLOG;
}

static void
free_all(struct sync_job *job)
{
	while (job) {
		struct sync_job *next = job->next;

		sync_pool_free_job(job);
		job = next;
	}
}

void
sync_pool_close(struct sync_pool *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < POOL_MAX; i++) {
		client_close(p->workers[i].client);
		sync_pool_free_job(p->workers[i].job);
	}
	free_all(p->waiting);
	free_all(p->done);
	free(p);
}
