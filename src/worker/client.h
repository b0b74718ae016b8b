/*
 * The parent's side of a worker: starts sosik-worker, hands it bytes, pulls
 * checked answers, ends and replaces it when it dies, hangs or breaks the
 * rules.
 */
#ifndef WORKER_CLIENT_H
#define WORKER_CLIENT_H

#include <sys/types.h>

#include "feed/blogroll.h"
#include "page/page_kind.h"
#include "worker/client_job.h"

struct client; /* one worker process */

/* A post as it came from the worker and passed the checks. Slices are valid until the next client_next(). */
struct client_post {
	struct post post;  /* summary and content only for RECORD_RAW */
	struct str xhtml;  /* clean, for RECORD_FEED; may be empty */
	struct str excerpt, image;
	int64_t letters, source; /* source: the hash of what it was made from, 0 without a key */
	bool is_cut;
};

/* The fields of struct page_result (page/page.h); of RECORD_HTML, RECORD_TEXT and RECORD_MARKDOWN what tidying finds. */
struct client_article {
	enum page_kind kind;
	struct str xhtml, title, author, byline, site, image, language, excerpt, canonical, next, go;
	int64_t published, updated, letters;
	bool is_teaser, is_cut;
};

/* One feed of a list (feed/blogroll.h). */
struct client_entry {
	struct str url, name, line, what;
	struct str *tags;
	size_t n_tags;
	int64_t every_min, place, number;
	enum blogroll_problem problem;
};

/* What a worker met when it tried to get out of its jail: errno values, 0 where it worked. */
struct client_probe {
	int64_t open, socket, exec;
	int64_t descriptors; /* open ones */
};

enum client_got { CLIENT_UNPACKED, CLIENT_POST, CLIENT_KNOWN, CLIENT_ARTICLE, CLIENT_FEED_LINK, CLIENT_ENTRY, CLIENT_PROBE, CLIENT_DONE };

struct client_answer {
	enum client_got got;
	enum unpacked unpacked;          /* CLIENT_UNPACKED, before all others */
	struct client_post post;
	int64_t known;                   /* CLIENT_KNOWN: a post that is as it was, by its place in the job's hashes */
	struct client_article article;
	struct str link_url, link_title; /* CLIENT_FEED_LINK */
	enum record_link link_kind;
	struct client_entry entry;
	struct client_probe probe;       /* CLIENT_PROBE */
	struct feed feed;                /* CLIENT_DONE of a feed; of a page its title and generator */
	struct str code;                 /* CLIENT_DONE of a page, may be empty */
	enum feed_problem problem;       /* CLIENT_DONE */
	enum blogroll_format roll;       /* CLIENT_DONE of a list; its repairs are feed.repairs */
};

/* Starts a worker and waits until it is jailed and ready. */
int client_open(struct client **ret, struct err *err);

/* The same without waiting: who gives it its first job does, unless it is ready by then. */
int client_open_early(struct client **ret, struct err *err);

/* The same for a first job with these bytes: where they are plain (text/charset.h), the worker starts in half the time. */
int client_open_for(struct client **ret, struct str bytes, struct err *err);

/* As client_open(), or client_open_early(), with another program in the place of sosik-worker, by its path: for tests. */
int client_open_program(struct client **ret, const char *program, bool is_early, struct err *err);

/* Hands it a job: all of bytes, so that the worker holds them before it answers. One job at a time. */
int client_start(struct client *c, enum record_task task, struct str url, struct str content_type, struct str bytes, struct err *err);

/* The same with all that a job may say. */
int client_start_job(struct client *c, const struct client_job *job, struct str bytes, struct err *err);

/*
 * The same for whoever may not wait: what the socket does not take now goes with
 * client_push(), and bytes are to stay as they are until then (client_is_sending()).
 * Where client_has_room(), a second job may be given before the first is done; its
 * answers follow behind CLIENT_DONE of the first. When the worker fails, the second
 * is lost with it and has to be given again.
 */
int client_give(struct client *c, const struct client_job *job, struct str bytes, struct err *err);
void client_push(struct client *c);
bool client_has_room(const struct client *c);
bool client_is_sending(const struct client *c);

/* Where the part of its bytes begins that is not handed on yet, while it is sending. */
const char *client_sending(const struct client *c);

/* Waits for the next answer. 1 with *ret; -1 when the worker died, broke the rules or passed a limit: it has been ended, its job failed, and the next client_start() starts a new one. After CLIENT_DONE the job is over. */
int client_next(struct client *c, struct client_answer *ret, struct err *err);

/* The same, waiting at most timeout_ms: 0 when no whole answer has come in yet. */
int client_poll(struct client *c, int timeout_ms, struct client_answer *ret, struct err *err);

/* Its socket, to be waited on together with others while a job runs; -1 when there is no process. */
int client_fd(const struct client *c);

/* True from client_start() or client_give() to CLIENT_DONE of the last job, or a failure. */
bool client_is_busy(const struct client *c);

/* Its process, 0 when there is none. */
pid_t client_pid(const struct client *c);

/* The code of a problem (text/feed_why.h), and its words; "" for FEED_OK. */
const char *client_problem_code(enum feed_problem problem);
const char *client_problem(enum feed_problem problem);

/* Ends the worker; NULL is allowed. */
void client_close(struct client *c);

#endif
