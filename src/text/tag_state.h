/*
 * What a post is, written as a tag is put on and taken off: +read, -star, +숨김.
 * The one list of such words, for changes as people type them and for rules.
 */
#ifndef TEXT_TAG_STATE_H
#define TEXT_TAG_STATE_H

#include "base/err.h"
#include "base/str.h"

enum tag_state { TAG_STATE_READ, TAG_STATE_STAR, TAG_STATE_HIDE, TAG_STATES };

/* Whether a word without its sign is one of them. *is_on: what it says when it is put on; false for unread, unstar, unhide. */
bool tag_state(struct str word, enum tag_state *state, bool *is_on);

/* The name that a tag is to have, as typed, with "#" or without. -1 with ERR_USAGE for one of them without: put on, it would be the state. */
int tag_state_apart(struct str typed, struct str *name, struct err *err);

/* All of them, i from 0; NULL behind the last. */
const char *tag_state_word(size_t i);

#endif
