/*
 * Aliases of tags: other names that the user's config gives to a tag. They live
 * beside the connection, not in the cache: what is written is always the tag's
 * own name, and a query for an alias finds the tag and, too, what is called so.
 */
#ifndef STORE_ALIAS_H
#define STORE_ALIAS_H

#include "base/buf.h"
#include "store/store.h"

/* From now on alias means the tag of that name; what an alias means already stays. */
int alias_add(struct store *s, struct str alias, struct str name, struct err *err);

/* The name that a change or a person means: appends the tag's own name for an alias, also in front of a "/", else what is given. */
int alias_resolve(struct store *s, struct str name, struct buf *out, struct err *err);

#endif
