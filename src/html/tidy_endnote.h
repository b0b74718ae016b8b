/*
 * Footnotes in foreign HTML: a link raised above the text or answered by one
 * that leads back names a note, what it leads to is the note.
 */
#ifndef HTML_TIDY_ENDNOTE_H
#define HTML_TIDY_ENDNOTE_H

#include "html/draft.h"

/* A note, or an element that names one. */
struct tidy_endnote {
	const struct dom_node *node;
	uint16_t number; /* of the note, 1, 2, …: that in the text where it is one */
	bool is_name;
};

struct tidy_endnotes {
	vec(struct tidy_endnote) list; /* in the order of their nodes' addresses */
};

/*
 * Finds the notes in the roots, parts of the page at base. The links back from them are dropped: a
 * note knows by its number where it is named. Links to sections are marked (is_inner). Free with
 * tidy_endnote_free().
 */
void tidy_endnote_find(struct tidy_endnotes *ret, struct arena *a, struct dom_node *const *roots, size_t n, struct str base);
void tidy_endnote_free(struct tidy_endnotes *notes);

/* The number of the note that the element names (is_name) or is; 0 for none. */
uint16_t tidy_endnote_number(const struct tidy_endnotes *notes, const struct dom_node *node, bool is_name);

#endif
