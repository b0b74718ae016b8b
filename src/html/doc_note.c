#include "html/doc_note.h"

#include <stdlib.h>

#include "base/mem.h"

enum { NUMBERS = UINT16_MAX + 1 };

/* What is known of a number while the notes are settled. */
enum { IS_NAMED = 1, IS_NOTE = 2 };

/* All spans of a document, those in cells included; zero-initialise but for doc. */
struct spans {
	const struct doc *doc;
	size_t block, row, cell, next; /* next: in the block's own, then in the cell's */
	bool is_in_cells;
};

/* The spans where the walk is; false where it is beyond the block. */
static bool
list_at(const struct spans *s, struct doc_span **list, size_t *n)
{
	const struct doc_block *b = &s->doc->blocks[s->block];

	*list = b->spans;
	*n = b->n_spans;
	if (!s->is_in_cells)
		return true;
	if (s->row >= b->n_rows)
		return false;
	*n = 0;
	if (s->cell < b->rows[s->row].n) {
		*list = b->rows[s->row].cells[s->cell].spans;
		*n = b->rows[s->row].cells[s->cell].n_spans;
	}
	return true;
}

/* To the next list of spans in the block. */
static void
step(struct spans *s)
{
	const struct doc_block *b = &s->doc->blocks[s->block];

	s->next = 0;
	if (!s->is_in_cells)
		s->is_in_cells = true;
	else if (++s->cell >= b->rows[s->row].n) {
		s->cell = 0;
		s->row++;
	}
}

/* The next span, or NULL. */
static struct doc_span *
next_span(struct spans *s)
{
	struct doc_span *list;
	size_t n;

	while (s->block < s->doc->n) {
		if (!list_at(s, &list, &n))
			*s = (struct spans){ .doc = s->doc, .block = s->block + 1 };
		else if (s->next < n)
			return &list[s->next++];
		else
			step(s);
	}
	return NULL;
}

void
doc_note_settle(struct doc *doc)
{
	unsigned char *known = NULL;
	struct spans spans = { .doc = doc };
	struct doc_span *span;

	for (size_t i = 0; i < doc->n; i++) {
		struct doc_block *b = &doc->blocks[i];

		if (b->note && !known)
			known = mem_zalloc(NUMBERS, 1);
		if (b->note && known[b->note])
			b->note = 0;
		else if (b->note)
			known[b->note] = IS_NOTE;
	}
	while ((span = next_span(&spans)) != NULL) {
		if (!span->note || !known || !known[span->note])
			span->note = 0;
		else
			known[span->note] |= IS_NAMED;
	}
	for (size_t i = 0; i < doc->n && known; i++)
		if (!(known[doc->blocks[i].note] & IS_NAMED))
			doc->blocks[i].note = 0;
	free(known);
}

struct doc_note_place
doc_note_find(const struct doc *doc, uint16_t number)
{
	size_t i = 0;

	while (i < doc->n && doc->blocks[i].note != number)
		i++;
	return (struct doc_note_place){ i, 0 };
}

struct doc_note_place
doc_note_name(const struct doc *doc, uint16_t number)
{
	struct spans spans = { .doc = doc };
	struct doc_span *span;

	while ((span = next_span(&spans)) != NULL)
		if (span->note == number)
			return (struct doc_note_place){ spans.block, spans.is_in_cells ? 0 : span->at };
	return (struct doc_note_place){ doc->n, 0 };
}

bool
doc_note_is_first(const struct doc *doc, const struct doc_span *span)
{
	struct spans spans = { .doc = doc };
	const struct doc_span *first;

	while ((first = next_span(&spans)) != NULL)
		if (first->note == span->note)
			return first == span;
	return false;
}

struct doc_note_place
doc_note_next(const struct doc *doc, struct doc_note_place from, uint16_t *number)
{
	struct spans spans = { .doc = doc, .block = from.block };
	struct doc_span *span;

	while ((span = next_span(&spans)) != NULL) {
		bool is_before = spans.block == from.block && !spans.is_in_cells && span->at < from.at;

		if (!span->note || is_before)
			continue;
		*number = span->note;
		return (struct doc_note_place){ spans.block, spans.is_in_cells ? 0 : span->at };
	}
	return (struct doc_note_place){ doc->n, 0 };
}
