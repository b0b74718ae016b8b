/*
 * The child that decodes a picture: it gets the file and nothing else, and
 * what it answers is looked at before it is believed. Nothing here waits for it.
 */
#ifndef UI_DECODING_H
#define UI_DECODING_H

#include <sys/types.h>

#include "base/err.h"
#include "image/image_wire.h"

struct decoding {
	pid_t pid;  /* 0: none is running */
	int out;    /* pipe from it, -1 when closed */
	struct buf bytes;
	struct image_want want;
};

/* Zero-initialise with DECODING_INIT. */
#define DECODING_INIT { .out = -1 }

/* Starts one for the picture of this address, which is kept (store/images.h): ERR_NOT_FOUND where it is not. */
int decoding_start(struct decoding *d, struct str url, const struct image_want *want, struct err *err);

static inline bool
decoding_is_running(const struct decoding *d)
{
	return d->pid != 0;
}

/* Reads what has come. True once when that is all: *head and pixels, which are d's until the next start; IMAGE_BROKEN where the answer is none. */
bool decoding_read(struct decoding *d, struct image_wire *head, const unsigned char **pixels);

/* Ends it. */
void decoding_stop(struct decoding *d);

#endif
