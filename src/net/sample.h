/*
 * Answers from a folder of sample files instead of the network, as the network
 * would hand them over. Its file "index" has a line for each:
 *
 *	URL TAB file TAB content type
 */
#ifndef NET_SAMPLE_H
#define NET_SAMPLE_H

#include "base/buf.h"
#include "base/err.h"

struct sample;

/* Reads the index of the folder. */
int sample_open(struct sample **ret, const char *folder, struct err *err);

/* The bytes of url's file into *body and its type, valid while the samples are open. ERR_NETWORK when there is none. */
int sample_get(const struct sample *s, struct str url, struct buf *body, struct str *content_type, struct err *err);

void sample_close(struct sample *s);

#endif
