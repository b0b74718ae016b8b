/*
 * What every format of a digest says.
 */
#ifndef CMD_CMD_DIGEST_PART_H
#define CMD_CMD_DIGEST_PART_H

#include "cmd/cmd_digest.h"

/* Whole minutes to read a post; 0 where it has no text. */
int cmd_digest_part_minutes(const struct posts_row *row);

/* Append: "sosik, 2026년 …"; "12 posts · 4 feeds · about 45 min", or that there is nothing new; what the limit leaves out. */
void cmd_digest_part_title(struct buf *out, const struct cmd_digest *d);
void cmd_digest_part_sum(struct buf *out, const struct cmd_digest *d);
void cmd_digest_part_left(struct buf *out, const struct cmd_digest *d);

/* Append what a post is called, and the line below: its number · author · date · about 3 min · #tags. */
void cmd_digest_part_headline(struct buf *out, const struct posts_row *row);
void cmd_digest_part_byline(struct buf *out, const struct posts_row *row);

#endif
