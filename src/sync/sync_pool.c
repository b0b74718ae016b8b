#include "sync/sync_pool.h"

#include <stdlib.h>

#include "base/limits.h"
#include "sync/sync_collect.h"
#include "sync/sync_hand.h"
#include "sync/sync_packed.h"
#include "sync/sync_weight.h"

enum {
	POOL_MAX = 4,
	POOL_JOB = 16 << 10, /* bytes that one takes beside its body, about */
	POOL_HELD = 1 << 20, /* bytes of posts that are held; beyond it one worker at a time is listened to */
	POOL_DONE = 1 << 20, /* bytes of those that are done; beyond it they are to be taken first */
};

struct sync_pool {
	struct {
		struct client *client; /* NULL: not started */
		struct sync_job *job;  /* NULL: idle */
		struct sync_job *next; /* that it has beside, or NULL */
	} workers[POOL_MAX];
	size_t n_workers;
	struct sync_job *waiting, **waiting_last;
	struct sync_job *done, **done_last;
	size_t n;              /* jobs in all places */
	size_t bytes;          /* of jobs that wait */
	size_t made;           /* bytes of those that are done */
	struct buf room;       /* for a body: memory whose pages are there already */
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

/* One that cannot be started fails with its first job. */
void
sync_pool_begin(struct sync_pool *p, size_t n)
{
	for (size_t i = 0; i < n && i < p->n_workers; i++)
		if (!p->workers[i].client)
			(void)client_open_early(&p->workers[i].client, NULL);
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

/* The bytes that it takes by now. */
static void
count(struct sync_pool *p, struct sync_job *job)
{
	p->bytes -= job->counted;
	job->counted = job->body.n + POOL_JOB;
	p->bytes += job->counted;
}

void
sync_pool_add(struct sync_pool *p, struct sync_job *job)
{
	p->n++;
	count(p, job);
	append(&p->waiting_last, job);
}

static void
drop_body(struct sync_pool *p, struct sync_job *job)
{
	p->bytes -= job->counted;
	job->counted = 0;
	sync_packed_drop(job, &p->room);
}

static void
add_done(struct sync_pool *p, struct sync_job *job)
{
	drop_body(p, job);
	p->made += job->arena.total;
	append(&p->done_last, job);
}

/* The job of a worker, which goes on to its next one. */
static struct sync_job *
take_off(struct sync_pool *p, size_t i)
{
	struct sync_job *job = p->workers[i].job;

	p->workers[i].job = p->workers[i].next;
	p->workers[i].next = NULL;
	return job;
}

/* What a worker had beside the job that ended it comes first again. */
static void
put_back(struct sync_pool *p, struct sync_job *job)
{
	job->next = p->waiting;
	p->waiting = job;
	if (!job->next)
		p->waiting_last = &job->next;
}

static void
fail(struct sync_pool *p, size_t i)
{
	if (p->workers[i].next)
		put_back(p, p->workers[i].next);
	p->workers[i].next = NULL;
	p->workers[i].job->is_failed = true;
	add_done(p, take_off(p, i));
}

/* Takes what this worker has answered so far. */
static void
drain(struct sync_pool *p, size_t i)
{
	struct sync_job *job = p->workers[i].job;
	struct client_answer answer;
	int got;

	while ((got = client_poll(p->workers[i].client, 0, &answer, &job->err)) > 0) {
		sync_collect(job, &answer);
		if (answer.got != CLIENT_DONE)
			continue;
		if (sync_packed_again(job))
			put_back(p, take_off(p, i));
		else
			add_done(p, take_off(p, i));
		return;
	}
	if (got < 0)
		fail(p, i);
}

/* The first that waits. One that no worker can take has failed. */
static void
start(struct sync_pool *p, size_t i)
{
	struct sync_job *job = take_first(&p->waiting, &p->waiting_last);
	struct client **client = &p->workers[i].client;
	bool is_first = !p->workers[i].job;

	*(is_first ? &p->workers[i].job : &p->workers[i].next) = job;
	if ((*client || !client_open(client, &job->err)) && !sync_hand(*client, job))
		return;
	if (is_first) {
		fail(p, i);
		return;
	}
	p->workers[i].next = NULL;
	job->is_failed = true;
	add_done(p, job);
}

static size_t
weight_of(const struct sync_job *job)
{
	return job ? job->weight : 0;
}

/* Unpacks the first that waits, where no worker does, none before: packed they take a fourth. */
static void
weigh_first(struct sync_pool *p)
{
	struct sync_job *job;

	while ((job = p->waiting) && !job->weight) {
		bool is_readable = sync_packed_weigh(job, p->n_workers, &p->room);

		count(p, job);
		if (is_readable)
			return;
		(void)take_first(&p->waiting, &p->waiting_last);
		add_done(p, job);
	}
}

/* Whether what all workers hold at once is within its bound, however many they are, when this one has a job of such a weight. */
static bool
is_light(const struct sync_pool *p, size_t i, size_t weight)
{
	size_t all = 0;

	for (size_t k = 0; k < p->n_workers; k++) {
		size_t now = weight_of(p->workers[k].job), then = k == i ? weight : weight_of(p->workers[k].next);

		all += now > then ? now : then;
	}
	return all <= WEIGHT_ALL;
}

/* Whether this worker may have the first that waits. One that is too heavy is not unpacked before its turn; one that may only seem so is. */
static bool
may_start(struct sync_pool *p, size_t i)
{
	if (p->waiting && !is_light(p, i, sync_packed_least(p->waiting)))
		return false;
	weigh_first(p);
	if (p->waiting && !is_light(p, i, p->waiting->weight) && sync_packed_look(p->waiting))
		weigh_first(p);
	return p->waiting && is_light(p, i, p->waiting->weight);
}

/* Gives out jobs: a second worker is started only when the first is busy, and has a second job only when all are. */
static void
start_all(struct sync_pool *p)
{
	bool are_busy = true;

	for (size_t i = 0; i < p->n_workers; i++) {
		if (!p->workers[i].job && may_start(p, i))
			start(p, i);
		are_busy &= p->workers[i].job != NULL;
	}
	for (size_t i = 0; i < p->n_workers && are_busy; i++)
		if (p->workers[i].job && client_has_room(p->workers[i].client) && may_start(p, i))
			start(p, i);
}

/*
 * Sends on what is under way. What a worker works on it has whole: nothing is kept for it, unless it may turn out
 * to be more than it unpacks. A large body goes as it is sent, unless the job may have to be given again.
 */
static void
push(struct sync_pool *p, size_t i)
{
	struct sync_job *job = p->workers[i].job;

	client_push(p->workers[i].client);
	if (job->coding != UNPACK_NONE)
		return;
	if (p->workers[i].next || !client_is_sending(p->workers[i].client)) {
		drop_body(p, job);
		return;
	}
	if (!job->sent.from)
		job->sent.from = job->body.p;
	mem_trail_pass(&job->sent, client_sending(p->workers[i].client));
}

/* Whether the answers of a worker are taken now: what it has to say waits in its socket else. */
static bool
is_heard(const struct sync_pool *p, size_t i)
{
	bool is_first = true;
	size_t held = 0;

	for (size_t k = 0; k < p->n_workers; k++) {
		held += p->workers[k].job ? p->workers[k].job->arena.total : 0;
		is_first &= k >= i || !p->workers[k].job;
	}
	return p->workers[i].job && (is_first || held <= POOL_HELD);
}

/* Takes answers, gives out jobs. */
static void
pump(struct sync_pool *p)
{
	for (size_t i = 0; i < p->n_workers; i++)
		if (is_heard(p, i))
			drain(p, i);
	start_all(p);
	for (size_t i = 0; i < p->n_workers; i++)
		if (p->workers[i].job)
			push(p, i);
}

size_t
sync_pool_polled(const struct sync_pool *p, struct pollfd *polled, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n_workers && n < max; i++)
		if (p->workers[i].job)
			polled[n++] = (struct pollfd){ .fd = client_fd(p->workers[i].client),
				.events = (short)((client_is_sending(p->workers[i].client) ? POLLOUT : 0) | (is_heard(p, i) ? POLLIN : 0)) };
	return n;
}

struct sync_job *
sync_pool_next(struct sync_pool *p, int timeout_ms)
{
	struct pollfd polled[POOL_MAX];
	struct sync_job *job;

	pump(p);
	if (!p->done && timeout_ms > 0 && p->n) {
		(void)poll(polled, sync_pool_polled(p, polled, POOL_MAX), timeout_ms);
		pump(p);
	}
	if (!p->done)
		return NULL;
	job = take_first(&p->done, &p->done_last);
	p->made -= job->arena.total;
	p->n--;
	return job;
}

void
sync_pool_serve(struct sync_pool *p)
{
	if (p->made < POOL_DONE)
		pump(p);
}

bool
sync_pool_has_done(const struct sync_pool *p)
{
	return p->done;
}

size_t
sync_pool_pending(const struct sync_pool *p)
{
	return p->n;
}

size_t
sync_pool_bytes(const struct sync_pool *p)
{
	return p->bytes;
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
		sync_pool_free_job(p->workers[i].next);
	}
	free_all(p->waiting);
	free_all(p->done);
	buf_free(&p->room);
	free(p);
}
