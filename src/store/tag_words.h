/*
 * A change of posts as people type it: "+ai -later +read". What a post is
 * (text/tag_state.h) is written as a tag is; a tag of that name is "+#read".
 */
#ifndef STORE_TAG_WORDS_H
#define STORE_TAG_WORDS_H

#include "base/arena.h"
#include "store/state.h"

/*
 * Takes the words with + or - off *rest, with the "--" that ends them. The names are checked and in NFC; all of *ret is in the
 * arena. What is put on and taken off at once is refused.
 */
int tag_words_take(struct arena *a, struct str *rest, struct state_change *ret, struct err *err);

/* All words of a text; one without a sign is a tag to add. */
int tag_words_read(struct arena *a, struct str text, struct state_change *ret, struct err *err);

/* Whether it changes anything. */
bool tag_words_any(const struct state_change *change);

#endif
