/*
 * The sync that the reader starts as a child: `sosik-sync sync --progress`.
 * It tells one line a feed (sync/progress.h); nothing here waits.
 */
#ifndef UI_JOB_H
#define UI_JOB_H

#include <sys/types.h>

#include "base/buf.h"
#include "base/err.h"

enum { JOB_LINE_MAX = 64 << 10 };

struct job {
	pid_t pid;      /* 0: none is running */
	int out, err;   /* pipes from it, -1 when closed */
	struct buf line, complaint; /* what came of a line; the last of its standard error */
	int64_t done, total, failed, added;
	int64_t failed_feed; /* the first one that failed, and why */
	struct buf failure;
};

/* Zero-initialise with JOB_INIT. */
#define JOB_INIT { .out = -1, .err = -1 }

/* Starts a sync of all feeds, or of one by its URL. samples: folder of samples, or NULL. */
int job_start(struct job *job, const char *samples, struct str feed_url, struct err *err);

static inline bool
job_is_running(const struct job *job)
{
	return job->pid != 0;
}

/* Reads what the child wrote, without waiting. True when it told of feeds. */
bool job_read(struct job *job);

/* Looks whether the child has ended (after SIGCHLD); true once when it has, with its exit status. */
bool job_reap(struct job *job, int *status);

/* Asks it to end and waits for that. */
void job_stop(struct job *job);

#endif
