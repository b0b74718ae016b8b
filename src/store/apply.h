/*
 * Lines of the journal onto the cache, inside a transaction of the caller. What
 * a line does depends only on the lines before it, so that the cache can be
 * made again from the journal.
 */
#ifndef STORE_APPLY_H
#define STORE_APPLY_H

#include "store/line.h"
#include "store/store.h"

/* A whole line, which begins at place in the journal. What it does not know it leaves alone. */
int apply_line(struct store *s, const json_t *line, int64_t place, struct err *err);

/* One part to the posts in temp.act; tag is empty unless it is about one. */
int apply_part(struct store *s, enum line_part part, struct str tag, struct err *err);

/* A line that can be undone, which begins at place, of the action that began with the line first: what was undone before cannot be done again. */
int apply_action(struct store *s, int64_t seq, int64_t place, int64_t first, struct err *err);

/* The tag of that name, made when there is none. */
int apply_tag(struct store *s, struct str name, int64_t *id, struct err *err);

/* Numbers kept in meta. */
int apply_get(struct store *s, const char *key, int64_t *ret, struct err *err);
int apply_set(struct store *s, const char *key, int64_t value, struct err *err);

#endif
