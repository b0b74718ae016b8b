#include "sync/sync_hand.h"

int
sync_hand(struct client *client, struct sync_job *job)
{
	uint64_t *hashes = arena_new(&job->arena, uint64_t, job->source.n + 1);
	struct client_job told = { job->task, job->marks, job->code_start, job->rule, job->url, job->content_type,
		.known = { job->source.has_key ? job->source.key : NULL, hashes, job->source.n }, .coding = job->coding };

	for (size_t i = 0; i < job->source.n; i++)
		hashes[i] = job->source.posts[i].hash;
	return client_give(client, &told, buf_str(&job->body), &job->err);
}
