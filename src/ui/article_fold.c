#include "ui/article_fold.h"

/* The lines with other folds; the section stays at the top. */
static size_t
lay_out(struct article *a, size_t top, int section, enum wrap_mode wrap)
{
	size_t line = SIZE_MAX;

	article_lay_out(a, a->cols, wrap);
	if (section >= 0)
		line = article_section_line(a, (size_t)section);
	return line == SIZE_MAX ? top : line;
}

/* The summary of the innermost details that a block is in. */
static size_t
summary_of(const struct doc *doc, size_t block)
{
	int depth = doc->blocks[block].details;

	for (size_t i = block + 1; depth && i-- > 0 && doc->blocks[i].details >= depth;)
		if (doc->blocks[i].is_summary && doc->blocks[i].details == depth)
			return i;
	return SIZE_MAX;
}

/* The summary of the first details in lines [line, end). */
static size_t
find_summary(const struct article *a, size_t line, size_t end)
{
	size_t summary = SIZE_MAX;

	for (; line < a->n && line < end && summary == SIZE_MAX; line++)
		if (a->lines[line].block < a->doc.n)
			summary = summary_of(&a->doc, a->lines[line].block);
	return summary;
}

static void
set(bool *is_folded, enum article_folding how)
{
	*is_folded = how == ARTICLE_FOLD_TOGGLE ? !*is_folded : how == ARTICLE_FOLD_CLOSE;
}

size_t
article_fold_here(struct article *a, size_t top, int rows, enum article_folding how, enum wrap_mode wrap)
{
	int section = article_section_at(a, top);
	size_t end = top + (size_t)rows, first = article_section_line(a, 0), summary;

	summary = find_summary(a, top, section < 0 && first >= end ? end : top + 2); /* 2: below a blank */
	if (summary != SIZE_MAX) {
		set(&a->closed[summary], how);
		article_lay_out(a, a->cols, wrap);
		return article_line_of(a, (struct article_place){ .part = ARTICLE_IN_TEXT, .block = summary });
	}
	if (section < 0 && first < end)
		section = 0; /* none is at the top, but the first is in sight */
	if (section < 0)
		return top;
	set(&a->folded[section], how);
	return lay_out(a, top, section, wrap);
}

size_t
article_fold_sections(struct article *a, size_t top, bool folded, enum wrap_mode wrap)
{
	int section = article_section_at(a, top);

	for (size_t i = 0; i < a->doc.n_sections; i++)
		a->folded[i] = folded;
	while (folded && section > 0 && a->doc.sections[section].level > 1)
		section--;
	return lay_out(a, top, section, wrap);
}

/* One past the last block of the details that the block at summary sums up. */
static size_t
end_of_details(const struct doc *doc, size_t summary)
{
	int depth = doc->blocks[summary].details;
	size_t i = summary + 1;

	while (i < doc->n && doc->blocks[i].details >= depth && !(doc->blocks[i].is_summary && doc->blocks[i].details == depth))
		i++;
	return i;
}

bool
article_fold_open(struct article *a, size_t block, enum wrap_mode wrap)
{
	bool was_hidden = false;

	for (size_t i = 0; i < a->doc.n_sections; i++)
		if (a->folded[i] && a->doc.sections[i].block < block && block < a->doc.sections[i].end) {
			a->folded[i] = false;
			was_hidden = true;
		}
	for (size_t i = 0; i < block && block < a->doc.n; i++)
		if (a->closed[i] && a->doc.blocks[i].is_summary && block < end_of_details(&a->doc, i)) {
			a->closed[i] = false;
			was_hidden = true;
		}
	if (was_hidden)
		article_lay_out(a, a->cols, wrap);
	return was_hidden;
}

void
article_fold_take(struct article *a, const struct article *from)
{
	if (a->doc.n_sections == from->doc.n_sections && a->doc.n_sections)
		memcpy(a->folded, from->folded, a->doc.n_sections * sizeof *a->folded);
	if (a->doc.n == from->doc.n && a->doc.n)
		memcpy(a->closed, from->closed, a->doc.n * sizeof *a->closed);
}
