/*
 * What a worker is told to do, as the record that begins a job.
 */
#ifndef WORKER_CLIENT_JOB_H
#define WORKER_CLIENT_JOB_H

#include "base/siphash.h"
#include "text/unpack.h"
#include "worker/record.h"

/* The posts of a feed that need not be given again: what they were made from, under a key (worker/known.h). */
struct client_known {
	const unsigned char *key; /* of SIPHASH_KEY bytes; NULL: nothing is known, nor is it asked for */
	const uint64_t *hashes;   /* rising */
	size_t n;
};

/* What a task has no use for is NULL or empty. */
struct client_job {
	enum record_task task;
	const char *const *marks; /* of a feed, should it be a page: the code in it is looked for behind these (up to NULL), the surest first */
	const char *code_start;
	const struct page_rule *rule; /* of a page: the user's for it (rule_find()) */
	struct str url, content_type;
	struct client_known known;
	enum unpack_coding coding; /* of its bytes; CLIENT_UNPACKED says when not all of it could be unpacked */
};

/* Appends the record. */
void client_job_begin(struct buf *out, const struct client_job *job);

#endif
