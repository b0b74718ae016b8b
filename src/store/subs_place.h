/*
 * Where a line of the feeds file stood, for undo: its text, the lines around it
 * and its number; and the same as a member of a line of the journal:
 *
 *	{"url": …, "text": …, "after": …, "before": …, "under": …, "over": …, "number": …}
 */
#ifndef STORE_SUBS_PLACE_H
#define STORE_SUBS_PLACE_H

#include "base/arena.h"
#include "store/line.h"

struct subs_place {
	struct str text;          /* without the line end */
	struct str after, before; /* empty at the ends of the file, and for what cannot be told in JSON */
	struct str under, over;   /* the nearest that are not blank and not gone, too; empty when there are none */
	int64_t number;           /* of lines before it */
};

/* The byte of file at which the line goes in: between the lines it stood between, else behind or before one of them, else under or over the nearest that is left, else at the end. */
size_t subs_place_of(struct str file, const struct subs_place *place);

/* Appends those of the lines of n addresses, which are gone from now, that file has; behind another with a comma. They are found again one after another, in their order in the file. */
void subs_place_list(struct buf *out, struct str file, struct str now, const struct str *urls, size_t n);

/* Slices of the object. False for what is no line of a feed. */
bool subs_place_read(const json_t *from, struct subs_place *ret);

#endif
