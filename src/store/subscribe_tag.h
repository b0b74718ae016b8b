/*
 * Tagging a feed as an action, which undo takes back: its line in the feeds
 * file gets tags and loses them.
 */
#ifndef STORE_SUBSCRIBE_TAG_H
#define STORE_SUBSCRIBE_TAG_H

#include "store/store.h"

struct subscribe_tags {
	const struct str *add, *remove;
	size_t n_add, n_remove;
};

/* Of add what the feed lacks, of remove what it has. *is_changed: whether that is any. ERR_NOT_FOUND for an address that is not in the file. */
int subscribe_tag(struct store *s, struct str url, const struct subscribe_tags *tags, bool *is_changed, struct err *err);

#endif
