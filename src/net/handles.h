/*
 * Handles of curl that are not in use, to be used again with their connections.
 */
#ifndef NET_HANDLES_H
#define NET_HANDLES_H

#include "base/vec.h"
#include "net/transfer.h"

/* Zero-initialise; free with handles_free(). */
struct handles {
	vec(CURL *) v;
};

/* One for a transfer, which sets all options anew; NULL where there is none. */
CURL *handles_take(struct handles *h);

/* A transfer is through with its handle; of those that wait no more than most are kept. */
void handles_give(struct handles *h, struct transfer *t, size_t most);

void handles_free(struct handles *h);

#endif
