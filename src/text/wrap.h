/*
 * Line breaking as Korean wants it: at spaces only (keep-all) unless a word is
 * longer than the line, with the marks that must not begin or end a line
 * (금칙) kept where they belong.
 */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include "base/arena.h"
#include "base/buf.h"

enum wrap_mode {
	WRAP_WORD,     /* break at spaces; inside a word only when it is longer than a line */
	WRAP_SYLLABLE, /* fill lines, breaking between syllables (UAX #14 style) */
};

struct wrap_opts {
	int cols; /* of a line, at least 2 */
	int hang; /* columns less from the second line on (the caller draws the indent); at most cols / 4 count */
	enum wrap_mode mode;
};

struct wrap_line {
	size_t at, n; /* bytes of the text: where the line starts, how long it is without the blanks at its end */
	int cols;     /* columns it takes, without the hang */
};

/*
 * Breaks text, one paragraph that has been through clean_line() or clean_inline(), into lines.
 * Returns how many, at least 1 (an empty text is one empty line); *lines is in the arena.
 */
size_t wrap_text(struct arena *a, struct str text, const struct wrap_opts *opts, struct wrap_line **lines);

/*
 * Appends the line as it is shown: U+00A0 as a space, a keycap as "[1]", U+2060 left out, of a
 * sequence of emoji the first one without presentation and skin tone.
 */
void wrap_show(struct buf *out, struct str line);

/* True when the line is surely shown as it is; and where it is plain, too (text/plain.h). */
bool wrap_is_shown(struct str line);
bool wrap_is_plain(struct str line);

/* Whether wrap_fit() surely leaves s as it is but for blanks behind it. */
bool wrap_fits(struct str s, int cols);

/*
 * Appends s cleaned, cut and padded to exactly cols columns: "…" (".." when ambiguous is 2) marks a
 * cut; never half a cluster, never an opening mark before the cut.
 */
void wrap_fit(struct buf *out, struct str s, int cols);

/* The same for the name of a feed: one that is an address loses its middle, as its end tells it from others of its host. */
void wrap_fit_name(struct buf *out, struct str s, int cols);

/* The same for one that does not fit and has to be told from others by what stands from its byte `at` on: it loses what is before that, but for its beginning. */
void wrap_fit_apart(struct buf *out, struct str s, size_t at, int cols);

#endif
