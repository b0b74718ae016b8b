/*
 * Commands and posts that the search index does not have yet.
 */
#ifndef CMD_CMD_INDEX_H
#define CMD_CMD_INDEX_H

#include "store/store.h"

struct query;

/* Before posts that a query finds are changed: brings those in that it cannot judge, with a status line on a terminal. */
int cmd_index_see(struct store *s, const struct query *query, struct err *err);

/* Says how many there are, for a command that only reads. */
int cmd_index_tell(struct store *s, const struct query *query, struct err *err);

#endif
