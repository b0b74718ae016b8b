#include "ui/article_note.h"

#include "base/tr.h"
#include "html/doc_note.h"
#include "ui/app.h"

static size_t
line_of(const struct article *a, struct doc_note_place place)
{
	return article_line_of(a, (struct article_place){ .part = ARTICLE_IN_TEXT, .block = place.block, .at = place.at });
}

/* The line of a note, with the way back to what is at the top now. */
static size_t
go_to(const struct article *a, struct article_note *way, size_t top, uint16_t number)
{
	struct doc_note_place note = doc_note_find(&a->doc, number);

	if (note.block == a->doc.n)
		return SIZE_MAX;
	*way = (struct article_note){ article_place_of(a, top), line_of(a, note), true };
	return way->line;
}

/* Where the first note in sight is named. */
static size_t
name_of_note_in_sight(const struct article *a, size_t top, size_t end)
{
	for (size_t i = top; i < end && i < a->n; i++) {
		const struct doc_block *b = a->lines[i].block < a->doc.n ? &a->doc.blocks[a->lines[i].block] : NULL;

		if (b && b->note)
			return line_of(a, doc_note_name(&a->doc, b->note));
	}
	return SIZE_MAX;
}

static size_t
find_line(const struct article *a, struct article_note *way, size_t top, int rows, int number)
{
	struct article_place place = article_place_of(a, top);
	struct doc_note_place name = { place.block, place.at };
	size_t end = top + (size_t)rows;
	uint16_t named;

	if (number)
		return number <= UINT16_MAX ? go_to(a, way, top, (uint16_t)number) : SIZE_MAX;
	if (way->is_there && way->line == top) {
		way->is_there = false;
		return article_line_of(a, way->from);
	}
	if (place.part == ARTICLE_IN_HEAD)
		name = (struct doc_note_place){ 0, 0 };
	if (place.part != ARTICLE_IN_TAIL) {
		name = doc_note_next(&a->doc, name, &named);
		if (name.block < a->doc.n && line_of(a, name) < end)
			return go_to(a, way, top, named);
	}
	return name_of_note_in_sight(a, top, end);
}

void
article_note_go(struct app *app, const struct article *a, struct article_note *way, size_t *top, int rows, int number)
{
	size_t line = find_line(a, way, *top, rows, number);

	if (line != SIZE_MAX)
		*top = line;
	else if (number)
		app_say(app, tr("there is no footnote %d"), number);
	else
		app_say(app, "%s", tr("no footnote in sight"));
}
