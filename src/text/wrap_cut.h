/*
 * Cutting a word that is too long for a line.
 */
#ifndef TEXT_WRAP_CUT_H
#define TEXT_WRAP_CUT_H

#include "text/wrap_word.h"

struct wrap_cut {
	size_t end; /* one past the part that goes on the line; 0 for none */
	int cols;   /* of that part, with spaces at its end */
};

/*
 * The longest part of the word, from its start, that ends at a good place within room columns; all
 * of it when it fits. Where there is no good place, none, or when it is_forced (the line is empty)
 * as much as goes in, at least one cluster.
 */
struct wrap_cut wrap_cut_word(struct str text, const struct wrap_word *word, int room, bool is_forced);

#endif
