/*
 * Tags of the feeds file: the posts of a feed are found by them, but only the
 * file changes them. Where a command cannot, it says in which lines they stand.
 */
#ifndef CMD_CMD_FEED_TAGS_H
#define CMD_CMD_FEED_TAGS_H

#include "base/err.h"
#include "base/str.h"

/* Says where the tag, or one under it, stands; nothing where no line has it or the file cannot be read. */
void cmd_feed_tags_tell(struct str name);

/* For an error that is ERR_NOT_FOUND as no post has the tag: where a line of the file has it that is said instead. */
void cmd_feed_tags_explain(struct str name, struct err *err);

#endif
