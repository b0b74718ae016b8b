/*
 * What the reader has done by a child: `sosik-sync sync --progress`, or
 * `sosik-sync fulltext --progress`. It tells one line a feed or a post
 * (sync/progress.h); nothing here waits.
 */
#ifndef UI_JOB_H
#define UI_JOB_H

#include <sys/types.h>

#include "base/buf.h"
#include "base/err.h"

enum { JOB_LINE_MAX = 64 << 10 };

struct progress;

struct job {
	pid_t pid;      /* 0: none is running */
	int out, err;   /* pipes from it, -1 when closed */
	struct buf line, complaint; /* what came of a line; the last of its standard error */
	int64_t done, total, failed, added; /* added: posts of a sync, or full texts */
	int64_t texts, all_texts; /* full texts that a sync fetches behind its feeds; 0 of 0: none */
	int64_t indexed, all_indexed; /* posts that it brings into the search index at last, the same */
	int64_t letters;     /* of the last full text, and what is said of it; of `add` its first line */
	struct buf note;
	void (*told)(void *user, const struct progress *line); /* of a picture; NULL: nobody is told */
	void *told_user;
	int64_t failed_feed; /* the first one that failed, and why; of a post only that */
	struct buf failure;
	struct buf failures; /* a line for each feed that failed: its number, TAB, why */
};

/* Zero-initialise with JOB_INIT. */
#define JOB_INIT { .out = -1, .err = -1 }

/*
 * Starts a sync of all feeds (0), or of one: by its number, as all users of the machine see the words of a command, and its URL may hold a
 * password. Forced, one is asked that is paused. samples: folder of samples, or NULL.
 */
enum job_sync { JOB_SYNC_POLITE, JOB_SYNC_FORCED };
int job_start(struct job *job, enum job_sync how, const char *samples, int64_t feed_id, struct err *err);

/* The same of what `sosik sync` has as an operand: a feed by name, or "#tag"; nothing for all. */
int job_start_named(struct job *job, enum job_sync how, const char *samples, struct str which, struct err *err);

/* Starts looking for the feed of an address, to subscribe to it. */
int job_start_add(struct job *job, struct str url, struct err *err);

/* Starts fetching the full texts of n posts; those that are there already are left out, or fetched anew. */
enum job_texts { JOB_TEXTS_MISSING, JOB_TEXTS_ANEW };
int job_start_texts(struct job *job, enum job_texts which, const char *samples, const int64_t *ids, size_t n, struct err *err);

/* Starts fetching pictures of a post (sync/pictures.h). */
int job_start_images(struct job *job, const char *samples, int64_t post_id, const struct str *urls, size_t n, struct err *err);

/* Starts taking the feeds of a file along, that of another reader. */
int job_start_import(struct job *job, const char *file, struct err *err);

static inline bool
job_is_running(const struct job *job)
{
	return job->pid != 0;
}

/* Reads what the child wrote, without waiting. True when it told of feeds. */
bool job_read(struct job *job);

/* Looks whether the child has ended (after SIGCHLD); true once when it has, with its exit status. */
bool job_reap(struct job *job, int *status);

/* The last line that it wrote on its standard error, without the name of the program before it. */
struct str job_complaint(const struct job *job);

/* Asks it to end and waits for that. */
void job_stop(struct job *job);

#endif
