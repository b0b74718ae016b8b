/*
 * Unsubscribing, renaming and moving as actions, which undo takes back.
 */
#ifndef STORE_SUBSCRIBE_LINE_H
#define STORE_SUBSCRIBE_LINE_H

#include "store/store.h"
#include "store/subs.h"

/* Takes the lines of these addresses out; those that have none are passed over. Undo puts them back where they stood, as they read. */
int subscribe_line_remove(struct store *s, const struct str *urls, size_t n, struct err *err);

/* Gives the feed a name; an empty one takes its own back. *is_changed: whether it was not called so; may be NULL. ERR_NOT_FOUND for an address that is not in the file. */
int subscribe_line_rename(struct store *s, struct str url, struct str name, bool *is_changed, struct err *err);

enum subscribe_moved {
	SUBSCRIBE_MOVED,
	SUBSCRIBE_NOT_THERE, /* from is not in the file, nor to with posts of from to be had */
	SUBSCRIBE_SAME,      /* to is the address that it has */
	SUBSCRIBE_TAKEN,     /* there is a line for the new address already */
	SUBSCRIBE_BOUND,     /* its line has options that are for the old place alone (asking_is_own()) */
};

struct subscribe_move {
	struct str from, to;
	enum subscribe_moved outcome; /* set by it */
};

/* Gives feeds another address, those that can be; from one that is not subscribed any more to one that is their posts go over. they keep their posts, names, tags and all that was done to them. ERR_USAGE for what is no web address; nothing is done then. */
int subscribe_line_move(struct store *s, struct subscribe_move *moves, size_t n, struct err *err);

#endif
