/*
 * What sosik-index is told on its standard input, a byte each: by a sync, and
 * by the reader, for which it brings in what waits.
 */
#ifndef SYNC_SYNC_REST_WORD_H
#define SYNC_SYNC_REST_WORD_H

/* Some posts have come; a slice more has; no more comes, and all is to be brought in. When who started it is gone without that it ends. */
#define SYNC_REST_SOME 's'
#define SYNC_REST_MORE 'm'
#define SYNC_REST_END 'e'

#endif
