#include "worker/client.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/proc.h"
#include "base/tr.h"
#include "text/charset.h"
#include "text/feed_why.h"
#include "worker/client_send.h"
#include "worker/client_spawn.h"
#include "worker/client_wait.h"
#include "worker/decode.h"

enum {
	CLIENT_JOBS = 2,          /* at once: while one is worked on, the next is on its way */
	CLIENT_CHUNK = 64 << 10,  /* what is read at once */
	CLIENT_KEEP = 1 << 20,    /* a buffer that has grown over it is given back after an answer */
	CLIENT_END_MS = 500,
};

struct client {
	struct path program;
	bool is_plain;       /* started without converters */
	pid_t pid;           /* 0: none */
	bool is_ready;       /* it has said so */
	int fd;
	int jobs;            /* that it has; answers are of the first */
	struct client_send send; /* of the last */
	struct client_wait wait; /* for the first */
	size_t n_known[CLIENT_JOBS]; /* hashes of each */
	size_t got;          /* bytes answered in this job */
	struct buf in;       /* what has come in, from taken on not yet looked at */
	size_t taken;
	struct arena arena;  /* of the last answer */
};

/* Ends the process, if it has not ended by itself, and says with which status. */
static int
end_process(struct client *c, bool is_killed)
{
	int status = 0;

	c->jobs = 0;
	client_send_clear(&c->send);
	if (!c->pid)
		return 0;
	if (is_killed)
		(void)kill(c->pid, SIGKILL);
	(void)close(c->fd);
	status = proc_wait(c->pid);
	c->pid = 0;
	c->fd = -1;
	return status;
}

/* It was alive but broke a rule or a limit. */
static int
fail(struct client *c, struct err *err, enum err_code code, const char *text)
{
	(void)end_process(c, true);
	return err_set(err, code, "%s", text);
}

/* It is gone: says how it died. */
static int
fail_dead(struct client *c, struct err *err)
{
	int status;

	(void)proc_wait_end(c->pid, CLIENT_END_MS); /* its socket is closed just before it has ended; one that closed it on purpose is told to go */
	status = end_process(c, true);
	if (status == 128 + SIGXCPU)
		return err_set(err, ERR_LIMIT, tr("reading it took more than %d seconds of work"), LIMIT_WORKER_CPU_S);
	if (status == 74)
		return err_set(err, ERR_LIMIT, tr("reading it took more than %d MB of memory"), LIMIT_WORKER_MEMORY_MB);
	if (status == 77)
		return err_set(err, ERR_FAILED, tr("sosik-worker could not be jailed; the kernel lacks seccomp"));
	if (status > 128)
		return err_set(err, ERR_FORMAT, tr("the program that reads it crashed (signal %d)"), status - 128);
	return err_set(err, ERR_FORMAT, tr("the program that reads it ended (status %d)"), status);
}

/* As client_wait_for(); -1 fails the job. */
static int
wait_for(struct client *c, short events, int timeout_ms, struct err *err)
{
	int got = client_wait_for(&c->wait, c->fd, events, timeout_ms);

	return got < 0 ? fail(c, err, ERR_LIMIT, tr("reading it took too long")) : got;
}

/* Reads what is there: 1, 0 nothing, -1 the worker is gone. */
static int
receive(struct client *c, struct err *err)
{
	char *to;
	ssize_t n;

	if (c->taken) {
		memmove(c->in.p, c->in.p + c->taken, c->in.n - c->taken);
		buf_truncate(&c->in, c->in.n - c->taken);
		c->taken = 0;
	}
	to = buf_reserve(&c->in, CLIENT_CHUNK);
	if (!to)
		return fail(c, err, ERR_FORMAT, tr("the program that reads it answered too much"));
	do
		n = recv(c->fd, to, CLIENT_CHUNK, MSG_DONTWAIT);
	while (n < 0 && errno == EINTR);
	if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
		return 0;
	if (n <= 0)
		return fail_dead(c, err);
	c->in.n += (size_t)n;
	c->got += (size_t)n;
	if (c->got > LIMIT_ANSWER)
		return fail(c, err, ERR_LIMIT, tr("the program that reads it answered too much"));
	return 1;
}

/* The next record, waiting at most timeout_ms for it. */
static int
next_record(struct client *c, int timeout_ms, struct record *ret, struct err *err)
{
	for (;;) {
		struct str rest = str_sub(buf_str(&c->in), c->taken, c->in.n);
		int got = record_take(&rest, ret);

		if (got < 0)
			return fail(c, err, ERR_FORMAT, tr("the program that reads it broke the rules: a broken record"));
		if (got > 0) {
			c->taken = c->in.n - rest.n;
			return 1;
		}
		got = wait_for(c, POLLIN, timeout_ms, err);
		if (got <= 0)
			return got;
		if (receive(c, err) < 0)
			return -1;
	}
}

static int
start_process(struct client *c, struct err *err)
{
	c->is_ready = false;
	c->fd = client_spawn(c->program.p, c->is_plain, &c->pid, err);
	c->got = c->taken = 0;
	buf_clear(&c->in);
	return c->fd < 0 ? -1 : 0;
}

static int
wait_until_ready(struct client *c, struct err *err)
{
	struct record ready;

	client_wait_begin(&c->wait);
	if (next_record(c, -1, &ready, err) < 0)
		return -1;
	c->is_ready = ready.kind == RECORD_READY;
	return c->is_ready ? 0 : fail(c, err, ERR_FORMAT, tr("sosik-worker is of another version"));
}

static int
open_program(struct client **ret, const char *program, bool is_plain, bool is_early, struct err *err)
{
	struct client *c = mem_zalloc(1, sizeof *c);

	c->is_plain = is_plain;
	c->fd = -1;
	c->in = BUF_CAPPED(LIMIT_RECORD + 2 * CLIENT_CHUNK);
	if (path_join(&c->program, program, "", err) < 0 || start_process(c, err) < 0 || (!is_early && wait_until_ready(c, err) < 0)) {
		client_close(c);
		return -1;
	}
	*ret = c;
	return 0;
}

int
client_open_program(struct client **ret, const char *program, bool is_early, struct err *err)
{
	return open_program(ret, program, false, is_early, err);
}

static int
open_worker(struct client **ret, bool is_plain, bool is_early, struct err *err)
{
	struct path program;

	return path_program(&program, "sosik-worker", err) < 0 ? -1 : open_program(ret, program.p, is_plain, is_early, err);
}

int
client_open(struct client **ret, struct err *err)
{
	return open_worker(ret, false, false, err);
}

int
client_open_early(struct client **ret, struct err *err)
{
	return open_worker(ret, false, true, err);
}

int
client_open_for(struct client **ret, struct str bytes, struct err *err)
{
	return open_worker(ret, charset_is_plain(bytes), false, err);
}

/* No slice of the last answer is looked at any more: memory of a large one is given back where nothing stands behind it. */
static void
give_back(struct client *c)
{
	if (c->taken < c->in.n || c->in.cap <= CLIENT_KEEP)
		return;
	buf_free(&c->in);
	c->taken = 0;
}

/* The first of its jobs begins. What may have come in of its answers is kept. */
static void
begin_job(struct client *c)
{
	proc_renew_cpu(c->pid, LIMIT_WORKER_CPU_S);
	c->got = c->in.n - c->taken;
	client_wait_begin(&c->wait);
}

/* Only the first job may find that the worker has to be started anew. */
static int
make_ready(struct client *c, struct str bytes, struct err *err)
{
	if (c->is_plain && !charset_is_plain(bytes)) {
		(void)end_process(c, true);
		c->is_plain = false;
	}
	if (!c->pid && start_process(c, err) < 0)
		return -1;
	if (!c->is_ready && wait_until_ready(c, err) < 0)
		return -1;
	buf_clear(&c->in);
	c->taken = 0;
	give_back(c);
	begin_job(c);
	return 0;
}

bool
client_has_room(const struct client *c)
{
	return c->jobs < CLIENT_JOBS && !c->send.is_under_way;
}

bool
client_is_sending(const struct client *c)
{
	return c->send.is_under_way;
}

const char *
client_sending(const struct client *c)
{
	return c->send.left.p;
}

int
client_give(struct client *c, const struct client_job *job, struct str bytes, struct err *err)
{
	if (bytes.n > LIMIT_FEED_BYTES || job->url.n > LIMIT_URL)
		return err_set(err, ERR_LIMIT, tr("larger than %d bytes"), job->url.n > LIMIT_URL ? LIMIT_URL : LIMIT_FEED_BYTES);
	if (!c->jobs && make_ready(c, bytes, err) < 0)
		return -1;
	c->n_known[c->jobs++] = job->known.n;
	client_send_begin(&c->send, job, bytes);
	client_push(c);
	return 0;
}

void
client_push(struct client *c)
{
	if (c->send.is_under_way)
		(void)client_send_step(&c->send, c->fd); /* that it is gone is told behind what it has answered */
}

/* Gives it a job and waits until it is sent. */
int
client_start_job(struct client *c, const struct client_job *job, struct str bytes, struct err *err)
{
	if (client_give(c, job, bytes, err) < 0)
		return -1;
	for (; c->send.is_under_way; client_push(c))
		if (wait_for(c, POLLOUT, -1, err) < 0)
			return -1;
	return 0;
}

int
client_start(struct client *c, enum record_task task, struct str url, struct str content_type, struct str bytes, struct err *err)
{
	struct client_job job = { .task = task, .url = url, .content_type = content_type };

	return client_start_job(c, &job, bytes, err);
}

/* Known can only be a post that the job spoke of. */
static bool
is_told(const struct client *c, const struct client_answer *answer, const char **why)
{
	*why = N_("a number out of range");
	return answer->got != CLIENT_KNOWN || (uint64_t)answer->known < *c->n_known;
}

int
client_poll(struct client *c, int timeout_ms, struct client_answer *ret, struct err *err)
{
	struct record record;
	const char *why;
	int got;

	if (!c->jobs)
		return err_set(err, ERR_FAILED, tr("the worker has no job"));
	arena_reset(&c->arena);
	give_back(c);
	got = next_record(c, timeout_ms, &record, err);
	if (got <= 0)
		return got;
	if (decode_answer(&c->arena, record, ret, &why) < 0 || !is_told(c, ret, &why)) {
		(void)end_process(c, true);
		return err_set(err, ERR_FORMAT, tr("the program that reads it broke the rules: %s"), tr(why));
	}
	if (ret->got == CLIENT_DONE && --c->jobs) {
		c->n_known[0] = c->n_known[1];
		begin_job(c);
	}
	return 1;
}

int
client_next(struct client *c, struct client_answer *ret, struct err *err)
{
	return client_poll(c, -1, ret, err);
}

int
client_fd(const struct client *c)
{
	return c->pid ? c->fd : -1;
}

bool
client_is_busy(const struct client *c)
{
	return c->jobs;
}

pid_t
client_pid(const struct client *c)
{
	return c->pid;
}

const char *
client_problem_code(enum feed_problem problem)
{
	static const char *const codes[] = {
		[FEED_OK] = "", [FEED_EMPTY] = "empty", [FEED_IS_HTML] = "html", [FEED_IS_JSON] = "json", [FEED_IS_OTHER] = "other",
		[FEED_TOO_LARGE] = "too-large", [FEED_BROKEN] = "broken",
	};

	return codes[problem];
}

const char *
client_problem(enum feed_problem problem)
{
	return feed_why_plain(client_problem_code(problem));
}

void
client_close(struct client *c)
{
	if (!c)
		return;
	(void)end_process(c, true);
	buf_free(&c->in);
	arena_free(&c->arena);
	free(c);
}
