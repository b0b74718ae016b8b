/*
 * Records of a worker to checked answers (worker/check.h).
 */
#ifndef WORKER_DECODE_H
#define WORKER_DECODE_H

#include "worker/client.h"

/*
 * Reads one record; what it needs beyond slices of the record is in a. -1 when it breaks a rule: *why says which, for
 * the error. A post whose XHTML is not clean loses that alone, and is cut: its worker has not looked at it.
 */
int decode_answer(struct arena *a, struct record record, struct client_answer *ret, const char **why);

#endif
