/*
 * Emoji sequences (UTS #51): what may stand behind an emoji and belong to it.
 * The store and all written formats keep them; cells show the first emoji of a
 * sequence alone, as terminals do not agree on the rest (text/wrap.h: wrap_show()).
 */
#ifndef TEXT_EMOJI_H
#define TEXT_EMOJI_H

#include <stdint.h>

#include "base/buf.h"

enum {
	EMOJI_ZWJ = 0x200d,
	EMOJI_KEYCAP = 0x20e3,
};

/* What asks for a picture or for plain text (U+FE0F, U+FE0E), and skin tones: they are seen in the emoji before alone. */
bool emoji_is_tail(int32_t cp);

/*
 * True when cp, a tail, ZWJ or keycap between before and rest, belongs to an emoji that before ends
 * in. No more emoji are joined than people do: who cannot see a sequence must not miss a text.
 */
bool emoji_goes_on(struct str before, int32_t cp, struct str rest);

/* Appends s, which is clean, with the first emoji alone of each sequence; of a keycap what is in it and U+20E3 stay. */
void emoji_reduce(struct buf *out, struct str s);

#endif
