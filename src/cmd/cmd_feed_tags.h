/*
 * Tags of the feeds file: the posts of a feed are found by them, but none of
 * them has it itself. Where a command cannot take one off it says in which lines
 * it stands.
 */
#ifndef CMD_CMD_FEED_TAGS_H
#define CMD_CMD_FEED_TAGS_H

#include "base/err.h"
#include "base/str.h"

/* Says where the tag, or one under it, stands; nothing where no line has it or the file cannot be read. */
void cmd_feed_tags_tell(struct str name);

#endif
