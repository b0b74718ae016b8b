/*
 * A feed gets the posts of an unsubscribed one, whose address it has by now,
 * or gives them back (store/line_feed.h).
 */
#ifndef STORE_APPLY_ADOPT_H
#define STORE_APPLY_ADOPT_H

#include <jansson.h>

#include "store/store.h"

/* Their marks, tags and texts go with them. The one that loses them has no address any more, until it has them back. */
int apply_adopt(struct store *s, const json_t *adopt, bool is_back, struct err *err);

#endif
