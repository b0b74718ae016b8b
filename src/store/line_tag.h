/*
 * Tags that got another name by one action: the "tags" of a line of the
 * journal, a list of {"from": …, "to": …}. All of them at once: a name that one
 * leaves another may take. What is joined with a tag that was there before
 * stands in the "parts" of the line instead, post by post, for only so can it be
 * taken apart again; they come before the "tags", and in an undo behind them.
 * Such a line has in "as", in the same form, what the action is called, and so
 * has one that changes the lines of feeds with it; "to" is empty where the tag is
 * taken off.
 */
#ifndef STORE_LINE_TAG_H
#define STORE_LINE_TAG_H

#include "store/line.h"

/* Appends one, behind another with a comma. */
void line_tag_add(struct buf *out, struct str from, struct str to);

/* Appends those of a line as JSON, for an undo each back. */
void line_tag_list(struct buf *out, const json_t *line, bool is_inverse);

/* What they did, for people: "언어 → lang", "언어 → lang (3 tags)". */
void line_tag_describe(struct buf *out, const json_t *tags);

#endif
