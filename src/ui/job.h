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
	struct buf remarks;  /* a line for each thing that is good to know */
	struct buf failures; /* a line for each feed that failed: its number, TAB, why */
};

/* Zero-initialise with JOB_INIT. */
#define JOB_INIT { .out = -1, .err = -1 }

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

/* The same as an error; otherwise is said where it wrote nothing, with the status in the place of its "%d". */
void job_blame(const struct job *job, int status, const char *otherwise, struct err *err);

/* Asks it to end and waits for that. */
void job_stop(struct job *job);

#endif
