#include "html/doc_box.h"

static int
depth_of(const struct doc_box *box)
{
	return box ? box->depth : 0;
}

const struct doc_box *
doc_box_common(const struct doc_box *a, const struct doc_box *b)
{
	while (a != b) {
		const struct doc_box *deeper = depth_of(a) >= depth_of(b) ? a : b;

		if (deeper == b)
			b = b->outer;
		else
			a = a->outer;
	}
	return a;
}

size_t
doc_box_path(const struct doc_box *box, const struct doc_box *end, const struct doc_box *path[DOC_BOX_DEPTH])
{
	size_t n = (size_t)(depth_of(box) - depth_of(end)), at = n;

	for (; at; box = box->outer)
		path[--at] = box;
	return n;
}
