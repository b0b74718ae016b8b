/*
 * Bodies that come to the worker as they came over the network.
 */
#ifndef WORKER_PACKED_H
#define WORKER_PACKED_H

#include "text/unpack.h"

/* Puts what is packed into the place of the bytes, and says so in *out where that is not all there was; false when there is nothing to be read: then that is the answer to the job. */
bool packed_open(struct buf *bytes, enum unpack_coding coding, struct buf *out);

#endif
