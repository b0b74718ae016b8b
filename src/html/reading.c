#include "html/reading.h"

enum { SYLLABLE_MS = 60000 / 500, WORD_MS = 60000 / 230, LINE_MS = 60000 / 30, IMAGE_MS = 60000 / 12, CELL_MS = 500, MINUTE_MS = 60000 };

static int64_t
text_ms(const struct measure *m)
{
	return (int64_t)m->syllables * SYLLABLE_MS + (int64_t)m->words * WORD_MS;
}

static int64_t
code_ms(struct str code)
{
	int64_t ms = 0;
	struct str line;

	while (str_line(&code, &line))
		ms += str_trim(line).n ? LINE_MS : 0;
	return ms;
}

static int64_t
table_ms(const struct doc_block *table)
{
	int64_t ms = text_ms(&table->measure);

	for (size_t r = 0; r < table->n_rows; r++)
		for (size_t c = 0; c < table->rows[r].n; c++)
			ms += table->rows[r].cells[c].text.n ? CELL_MS : 0;
	return ms;
}

int64_t
reading_ms(const struct doc_block *b)
{
	switch (b->kind) {
	case DOC_CODE:
		return code_ms(b->text);
	case DOC_TABLE:
		return table_ms(b);
	case DOC_IMAGE:
		return IMAGE_MS;
	default:
		return text_ms(&b->measure);
	}
}

int
reading_minutes_behind(const struct doc *doc, size_t after)
{
	int64_t ms = 0;

	for (size_t i = after + 1; i < doc->n; i++)
		ms += reading_ms(&doc->blocks[i]);
	return (int)((ms + MINUTE_MS - 1) / MINUTE_MS);
}

int
reading_minutes(const struct doc *doc)
{
	int minutes = reading_minutes_behind(doc, SIZE_MAX);

	return doc->n && !minutes ? 1 : minutes;
}

int
reading_section_minutes(const struct doc_section *section)
{
	return (int)((section->ms + MINUTE_MS / 2) / MINUTE_MS);
}
