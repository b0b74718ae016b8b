#include "sync/sync_packed.h"

#include "sync/sync_weight.h"

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

bool
sync_packed_again(struct sync_job *job)
{
	if (job->coding == UNPACK_NONE || job->unpacked != UNPACK_LARGE)
		return false;
	job->is_large = true;
	job->weight = 0;
	job->unpacked = UNPACK_WHOLE;
	job->problem = FEED_OK;
	job->feed = (struct feed){ 0 };
	job->posts.n = job->links.n = 0;
	job->code = STR_NONE;
	return true;
}
