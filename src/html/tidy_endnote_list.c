#include "html/tidy_endnote_list.h"

#include "base/num.h"
#include "html/draft_line.h"

struct lists {
	struct draft *parts, made;
	vec(size_t) open; /* the boxes around what comes: indices of their starts in made */
	bool has_own;     /* the innermost is a list of ours */
};

/* ---- the number that a note begins with */

static size_t
skip_any(struct str s, size_t at, const char *set)
{
	while (at < s.n && strchr(set, s.p[at]))
		at++;
	return at;
}

/*
 * Bytes at the start of s, the text of a note, that only number it: "[3] ", "3. ", or what is left of
 * it without the link that it was; 0 for none. It may be all of s.
 */
static size_t
label_len(struct str s, int note, bool is_raised)
{
	size_t at = skip_any(s, 0, "[(^ "), digits = at, end;
	struct str rest = str_sub(s, at, s.n);
	int64_t number = num_take(&rest, 4);

	at = s.n - rest.n;
	if (number >= 0 && number != note)
		return 0;
	end = skip_any(s, at, "]).: ");
	if (number >= 0 && end == at + (at < s.n && s.p[at] == ' ') && !is_raised)
		return 0; /* "3 days": a blank alone does not make a number of it */
	if (number < 0 && (end == digits || s.p[0] == '('))
		return 0;
	return end;
}

static size_t
label_of(const struct draft *parts, const struct draft_part *line)
{
	const struct draft_run *first = line->n_runs ? &parts->runs.v[line->run] : NULL;

	return label_len(draft_text_of(parts, line), line->endnote, first && first->style.bits & DRAFT_SUP);
}

/* A number that is a line of its own: the note is what stands below it. */
static void
drop_lone_labels(struct draft *parts)
{
	for (size_t i = 0; i + 1 < parts->list.n; i++) {
		struct draft_part *line = &parts->list.v[i], *next = line + 1;

		if (line->kind != DRAFT_LINE || !line->endnote || next->kind != DRAFT_LINE || next->endnote)
			continue;
		if (label_of(parts, line) < line->n)
			continue;
		next->endnote = line->endnote;
		line->is_dropped = true;
	}
}

/* ---- lists */

static struct draft_part *
innermost(struct lists *l, size_t up)
{
	return l->open.n > up ? &l->made.list.v[l->open.v[l->open.n - 1 - up]] : NULL;
}

static struct draft_part *
open_box(struct lists *l, enum dom_tag tag)
{
	*vec_add(&l->open) = l->made.list.n;
	return draft_line_box(&l->made, DRAFT_OPEN, tag);
}

static void
close_own(struct lists *l)
{
	if (!l->has_own)
		return;
	l->has_own = false;
	l->open.n--;
	(void)draft_line_box(&l->made, DRAFT_CLOSE, DOM_OL);
}

/* Gives the innermost item and its list the number of a note. */
static void
number_item(struct lists *l, int note)
{
	struct draft_part *item = innermost(l, 0), *list = innermost(l, 1);
	bool is_first = item == list + 1;

	list->tag = DOM_OL;
	if (is_first)
		list->start = note;
	item->start = note;
	item->has_number = !is_first && note != list->next;
	list->next = note + 1;
}

/* A note that stands in no list. */
static void
add_item(struct lists *l, const struct draft_part *line)
{
	if (!l->has_own)
		(void)open_box(l, DOM_OL);
	l->has_own = true;
	(void)open_box(l, DOM_LI);
	number_item(l, line->endnote);
	*vec_add(&l->made.list) = *line;
	l->open.n--;
	(void)draft_line_box(&l->made, DRAFT_CLOSE, DOM_LI);
}

static void
add_note(struct lists *l, struct draft_part *line)
{
	size_t n = label_of(l->parts, line);
	const struct draft_part *box = innermost(l, l->has_own), *last = l->made.list.n ? &l->made.list.v[l->made.list.n - 1] : NULL;

	if (n && n < line->n)
		draft_line_cut(l->parts, line, n);
	if (line->tag == DOM_P && (!box || box->tag == DOM_BLOCKQUOTE || box->tag == DOM_DETAILS)) {
		add_item(l, line);
		return;
	}
	close_own(l);
	if (box && box->tag == DOM_LI && last == innermost(l, 0))
		number_item(l, line->endnote);
	*vec_add(&l->made.list) = *line;
}

static void
add_part(struct lists *l, const struct draft_part *part)
{
	struct draft_part copy = *part;

	if (part->kind == DRAFT_LINE && part->endnote) {
		add_note(l, &copy);
		return;
	}
	close_own(l);
	if (part->kind == DRAFT_OPEN)
		*vec_add(&l->open) = l->made.list.n;
	if (part->kind == DRAFT_CLOSE) {
		copy.tag = innermost(l, 0)->tag;
		l->open.n--;
	}
	*vec_add(&l->made.list) = copy;
}

static bool
has_notes(const struct draft *parts)
{
	for (size_t i = 0; i < parts->list.n; i++)
		if (parts->list.v[i].endnote)
			return true;
	return false;
}

void
tidy_endnote_list(struct draft *parts)
{
	struct lists l = { .parts = parts };

	if (!has_notes(parts))
		return;
	drop_lone_labels(parts);
	for (size_t i = 0; i < parts->list.n; i++)
		if (!parts->list.v[i].is_dropped)
			add_part(&l, &parts->list.v[i]);
	close_own(&l);
	free(parts->list.v);
	parts->list.v = l.made.list.v;
	parts->list.n = l.made.list.n;
	parts->list.cap = l.made.list.cap;
	vec_free(&l.open);
}
