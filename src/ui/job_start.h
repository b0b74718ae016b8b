/*
 * The children that do something for the reader (ui/job.h): their words. Each
 * takes the place of the one that the job had before.
 */
#ifndef UI_JOB_START_H
#define UI_JOB_START_H

#include "ui/job.h"

/*
 * Starts a sync of all feeds (nothing), or of what `sosik sync` has as an operand: "#tag", or a feed by name or permanent id, as all users of the
 * machine see the words of a command, and its URL may hold a password. Forced, one is asked that is paused. samples: folder of samples, or NULL.
 */
enum job_sync { JOB_SYNC_POLITE, JOB_SYNC_FORCED };
int job_start(struct job *job, enum job_sync how, const char *samples, struct str which, struct err *err);

/* How an address is subscribed to: to all feeds that its page names, or to itself without being looked at. */
struct job_add {
	bool is_all, is_unchecked;
};

/* Starts looking for the feed of an address, to subscribe to it. */
int job_start_add(struct job *job, const struct job_add *how, struct str url, struct err *err);

/* Starts fetching the full texts of n posts; those that are there already are left out, or fetched anew. */
enum job_texts { JOB_TEXTS_MISSING, JOB_TEXTS_ANEW };
int job_start_texts(struct job *job, enum job_texts which, const char *samples, const int64_t *ids, size_t n, struct err *err);

/* Starts fetching pictures of a post (sync/pictures.h). */
int job_start_images(struct job *job, const char *samples, int64_t post_id, const struct str *urls, size_t n, struct err *err);

/* Starts bringing all posts that wait into the search index. */
int job_start_index(struct job *job, struct err *err);

/* Starts taking the feeds of a file along, that of another reader. */
int job_start_import(struct job *job, const char *file, struct err *err);

/* Starts a program that prints to a descriptor; what it tells and complains of comes by its standard error. */
int job_start_print(struct job *job, const char *const argv[], int to, struct err *err);

#endif
