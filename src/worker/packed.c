#include "worker/packed.h"

#include "worker/answer.h"

bool
packed_open(struct buf *bytes, enum unpack_coding coding, struct buf *out)
{
	size_t max = bytes->max;
	enum unpacked how;

	bytes->max = RECORD_PACKED_MOST;
	how = unpack(bytes, coding);
	bytes->max = max;
	if (how != UNPACK_WHOLE)
		answer_unpacked(out, how);
	if (!unpack_is_readable(how))
		answer_done(out, FEED_BROKEN, NULL);
	return unpack_is_readable(how);
}
