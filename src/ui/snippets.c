#include "ui/snippets.h"

#include "html/doc_read.h"
#include "html/hit.h"
#include "html/outline.h"
#include "text/width.h"
#include "ui/theme.h"

enum { SECTION_PART = 3 /* of the row it may take */, BEFORE_PART = 3 /* and what stands before the place, of the rest */ };

void
snippets_free(struct snippets *s)
{
	arena_free(&s->arena);
	vec_free(&s->made);
}

bool
snippets_has_words(const struct query *query)
{
	bool has = query && query->kind == QUERY_TEXT;

	for (size_t i = 0; query && i < query->n && !has && query->kind != QUERY_NOT; i++)
		has = snippets_has_words(query->parts[i]);
	return has;
}

const struct snippet *
snippets_find(const struct snippets *s, const struct posts_row *row)
{
	for (size_t i = 0; i < s->made.n; i++)
		if (s->made.v[i].id == row->id && s->made.v[i].letters == row->letters)
			return &s->made.v[i];
	return NULL;
}

/* Keeps what was found in the article. */
static void
keep(struct snippets *s, const struct posts_row *row, const struct doc *doc, const struct hit *hit)
{
	struct snippet made = { .id = row->id, .letters = row->letters, .text = arena_dup(&s->arena, hit->text), .n_spans = hit->n_spans };
	struct buf section = { 0 };

	made.spans = arena_new(&s->arena, struct find_match_span, hit->n_spans);
	for (size_t i = 0; i < hit->n_spans; i++)
		made.spans[i] = hit->spans[i];
	if (hit->section >= 0)
		hit_section(&section, doc, hit->section);
	made.section = arena_dup(&s->arena, buf_str(&section));
	*vec_add(&s->made) = made;
	buf_free(&section);
}

int
snippets_make(struct snippets *s, struct store *store, const struct find_match *match, const struct posts_row *row, struct err *err)
{
	struct arena a = { 0 };
	struct doc doc = { 0 };
	struct hit hit = { .section = -1 };
	struct str xhtml;
	int rc;

	if (s->made.n == SNIPPETS_MAX) {
		s->made.n = 0;
		arena_reset(&s->arena);
	}
	rc = posts_text(store, &a, row->id, &xhtml, err);
	if (!rc && !xhtml.n)
		doc_read_text(&a, row->excerpt, &doc);
	else if (!rc)
		rc = doc_read(&a, xhtml, &doc, err);
	if (!rc) {
		outline_find(&a, &doc, row->title);
		hit_find(&a, &doc, match, HIT_LETTERS, &hit);
	}
	keep(s, row, &doc, &hit); /* an empty one is not tried again */
	arena_free(&a);
	return rc;
}

/* Where the text begins to be shown, so that the first place is in sight in so many columns: 0, or at a word before it. */
static size_t
begin_at(const struct snippet *snippet, int cols)
{
	size_t at = snippet->n_spans ? snippet->spans[0].from : 0, end = snippet->n_spans ? snippet->spans[0].to : 0;
	size_t from = 0;

	if (!at || width_str(str_sub(snippet->text, 0, end)) <= cols)
		return 0;
	while (from < at && width_str(str_sub(snippet->text, from, at)) > cols / BEFORE_PART) {
		size_t blank = from + str_find_char(str_sub(snippet->text, from, at), ' ');

		if (blank >= at)
			break;
		from = blank + 1;
	}
	return from;
}

static void
put(struct screen *s, struct screen_box *box, unsigned style, struct str text)
{
	int cols = box->cols > 0 ? screen_put(s, box->row, box->col, box->cols, style, text) : 0;

	box->col += cols;
	box->cols = cols < width_str(text) ? 0 : box->cols - cols; /* behind what was cut comes nothing */
}

/* The text from a place on, what was found in it marked; "…" at the end where it does not fit. */
static void
put_text(struct screen *s, struct screen_box box, const struct snippet *snippet, size_t from)
{
	bool is_cut = width_str(str_sub(snippet->text, from, snippet->text.n)) > box.cols;
	int ellipsis = width_str(str_lit("…"));
	struct screen_box rest = box;

	rest.cols -= is_cut ? ellipsis : 0;
	for (size_t i = 0; i < snippet->n_spans && rest.cols > 0; i++) {
		const struct find_match_span *span = &snippet->spans[i];

		if (span->from < from)
			continue;
		put(s, &rest, THEME_READ, str_sub(snippet->text, from, span->from));
		put(s, &rest, THEME_READ | THEME_HIT, str_sub(snippet->text, span->from, span->to));
		from = span->to;
	}
	put(s, &rest, THEME_READ, str_sub(snippet->text, from, snippet->text.n));
	if (is_cut)
		(void)screen_put(s, rest.row, rest.col, ellipsis, THEME_READ, str_lit("…"));
}

void
snippets_draw(struct screen *s, struct screen_box box, const struct snippet *snippet)
{
	int section = width_str(snippet->section), most = box.cols / SECTION_PART;
	size_t from;

	if (snippet->section.n) {
		section = section < most ? section : most;
		screen_fit(s, box.row, box.col, section, THEME_MUTED, snippet->section);
		box.col += section + 2;
		box.cols -= section + 2;
	}
	from = begin_at(snippet, box.cols);
	if (from)
		put(s, &box, THEME_READ, str_lit("…"));
	put_text(s, box, snippet, from);
}
