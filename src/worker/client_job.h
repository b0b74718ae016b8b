/*
 * What a worker is told to do, as the record that begins a job.
 */
#ifndef WORKER_CLIENT_JOB_H
#define WORKER_CLIENT_JOB_H

#include "worker/record.h"

/* What a task has no use for is NULL or empty (worker/client.h). */
struct client_job {
	enum record_task task;
	const char *const *marks;
	const char *code_start;
	const struct page_rule *rule;
	struct str url, content_type;
};

/* Appends the record. */
void client_job_begin(struct buf *out, const struct client_job *job);

#endif
