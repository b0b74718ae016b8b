/*
 * What the forms of `sosik feeds` have in common: a feed's name in its column,
 * its JSON.
 */
#ifndef CMD_CMD_FEEDS_ROW_H
#define CMD_CMD_FEEDS_ROW_H

#include "cmd/cmd_json.h"
#include "store/feeds.h"

/* Appends the name in its column; only a terminal has a reason to cut one that is longer, unless it is but the address. */
void cmd_feeds_row_name(struct buf *line, const struct feeds_row *row);

/* The caller owns it. */
json_t *cmd_feeds_row_json(const struct feeds_row *row);

#endif
