/*
 * Where a line of the feeds file stands, for undo: its text, the lines around
 * it and its number; and the same as a member of a line of the journal:
 *
 *	{"url": …, "text": …, "after": …, "before": …, "number": …}
 */
#ifndef STORE_SUBS_PLACE_H
#define STORE_SUBS_PLACE_H

#include "base/arena.h"
#include "store/line.h"

struct subs_place {
	struct str text;          /* without the line end */
	struct str after, before; /* empty at the ends of the file, and for what cannot be told in JSON */
	int64_t number;           /* of lines before it */
};

/* The places of the lines of n addresses; the text of one that has none stays empty. Slices of file. */
void subs_place_find(struct str file, const struct str *urls, size_t n, struct subs_place *ret);

/* The byte of file at which the line goes in: between the lines it stood between, else behind or before one of them, else at the end. */
size_t subs_place_of(struct str file, const struct subs_place *place);

/* Appends one to a list, behind another with a comma. */
void subs_place_add(struct buf *out, struct str url, const struct subs_place *place);

/* Slices of the object. False for what is no line of a feed. */
bool subs_place_read(const json_t *from, struct subs_place *ret);

#endif
