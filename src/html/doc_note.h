/*
 * Footnotes of an article: spans that name one and blocks that are one, by
 * their number.
 */
#ifndef HTML_DOC_NOTE_H
#define HTML_DOC_NOTE_H

#include "html/doc.h"

/* A place in the text of a block; the start of a table for what is in it. block is doc->n where there is none. */
struct doc_note_place {
	size_t block, at;
};

/* Forgets names of which there is no note, and notes that nothing names; of two notes of a number the first stays. */
void doc_note_settle(struct doc *doc);

/* Where note number begins; where it is named first. */
struct doc_note_place doc_note_find(const struct doc *doc, uint16_t number);
struct doc_note_place doc_note_name(const struct doc *doc, uint16_t number);

/* True for the first of the spans of the document that name the same note. */
bool doc_note_is_first(const struct doc *doc, const struct doc_span *span);

/* The first name at or behind a place, and its number in *number. */
struct doc_note_place doc_note_next(const struct doc *doc, struct doc_note_place from, uint16_t *number);

#endif
