/*
 * What another reader knew of a post: what comes with its subscriptions.
 */
#ifndef STORE_SUBSCRIBE_POST_H
#define STORE_SUBSCRIBE_POST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { SUBSCRIBE_POST_FLAGS = 26 };

struct subscribe_post {
	struct str feed;  /* the feed's address, in any form */
	struct str guid, title, link; /* clean lines; guid is empty where the feed gave none */
	int64_t published;
	bool is_read, is_starred, is_hidden;
	char flags[SUBSCRIBE_POST_FLAGS + 1]; /* a-z, each once: tags flag/x */
};

/* How many there were of each that was not so already. */
struct subscribe_count {
	int64_t read, starred, hidden, tagged;
	int64_t strange; /* of feeds that are not subscribed */
};

#endif
