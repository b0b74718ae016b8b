/*
 * What sosik-image says of a picture: a head, then red, green and blue of each
 * pixel from the top left on. The parent trusts neither.
 */
#ifndef IMAGE_IMAGE_WIRE_H
#define IMAGE_IMAGE_WIRE_H

#include "base/buf.h"
#include "image/image_fit.h"

enum image_problem {
	IMAGE_FINE,
	IMAGE_CUT,       /* it is not whole: what there is is shown */
	IMAGE_BROKEN,    /* nothing of it can be read */
	IMAGE_NOT_READ,  /* of a kind that is not read */
	IMAGE_TOO_LARGE, /* more pixels than we take */
	IMAGE_PROBLEMS,
};

enum { IMAGE_WIRE_HEAD = 40 };

struct image_wire {
	enum image_problem problem;
	int width, height;    /* as it is; 0 where nobody knows */
	struct image_fit fit; /* no pixels where the problem is one that leaves none */
};

void image_wire_write(struct buf *out, const struct image_wire *head);

/* Reads the head at the beginning of bytes; false where it is none, or not what was asked for. */
bool image_wire_read(struct str bytes, const struct image_want *want, struct image_wire *ret);

/* How many bytes of pixels follow. */
size_t image_wire_pixels(const struct image_wire *head);

#endif
