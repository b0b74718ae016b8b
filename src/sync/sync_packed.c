#include "sync/sync_packed.h"

#include "base/mem.h"
#include "sync/sync_weight.h"

enum {
	PACKED_ROOM = 512 << 10, /* bytes of a body that are kept */
	PACKED_LARGE = 1 << 20,  /* of one behind which pages that were freed between others go back to the system */
};

bool
sync_packed_weigh(struct sync_job *job, size_t workers, struct buf *room)
{
	size_t size = unpack_size(buf_str(&job->body), job->coding), weight = sync_weight_unseen(size);

	if (job->coding != UNPACK_NONE && !job->is_large && size <= RECORD_PACKED_MOST && weight <= WEIGHT_ALL / workers) {
		job->weight = weight;
		return true;
	}
	job->unpacked = unpack_into(&job->body, job->coding, room);
	job->coding = UNPACK_NONE;
	job->weight = sync_weight(job->task, buf_str(&job->body));
	return unpack_is_readable(job->unpacked);
}

size_t
sync_packed_least(const struct sync_job *job)
{
	return sync_weight_least(job->coding == UNPACK_NONE ? job->body.n : unpack_size(buf_str(&job->body), job->coding));
}

bool
sync_packed_look(struct sync_job *job)
{
	if (job->coding == UNPACK_NONE || job->is_large)
		return false;
	job->is_large = true;
	job->weight = 0;
	return true;
}

void
sync_packed_drop(struct sync_job *job, struct buf *room)
{
	const bool is_large = job->body.cap > PACKED_LARGE;

	if (job->body.cap > room->cap && job->body.cap <= PACKED_ROOM) {
		buf_free(room);
		*room = job->body;
		job->body = BUF_CAPPED(job->body.max);
	}
	buf_free(&job->body);
	if (is_large)
		mem_trim();
}

bool
sync_packed_again(struct sync_job *job)
{
	if (job->coding == UNPACK_NONE || job->unpacked != UNPACK_LARGE)
		return false;
	(void)sync_packed_look(job);
	job->unpacked = UNPACK_WHOLE;
	job->problem = FEED_OK;
	job->feed = (struct feed){ 0 };
	job->posts.n = job->links.n = 0;
	job->code = STR_NONE;
	return true;
}
