#include "page/edge.h"

#include "page/edge_words.h"
#include "page/meta_words.h"
#include "page/piece.h"

enum {
	EDGE_LINES = 12,    /* looked at from each end */
	EDGE_LETTERS = 160, /* a line longer than this is text */
	EDGE_TEXT = 100,    /* behind one longer than this, which is none of the head, the text has begun */
};

static const double EDGE_LIKENESS = .5; /* of a heading and the title of the page */

static bool
is_heading(enum dom_tag tag)
{
	return tag >= DOM_H1 && tag <= DOM_H6;
}

static bool
is_linked(const struct piece *piece, unsigned percent)
{
	return piece->linked - piece->outward > 0 && (piece->linked - piece->outward) * 100 >= piece->letters * percent;
}

/* "More: …", "Related: …" with a link behind it. */
static bool
is_pointer(const struct piece *piece)
{
	return is_linked(piece, 40) && edge_words_are_pointer(piece->text);
}

/* What is no text wherever it stands. */
static bool
is_noise(const struct piece *piece)
{
	return !piece->is_kept && !piece->is_item && !is_heading(piece->tag) && (edge_words_are_noise(piece->text) || is_pointer(piece));
}

/* In a list, what leads to other sites is a source, and its year no date of the page. */
static bool
is_byline(const struct piece *piece)
{
	return !(piece->is_item && piece->outward * 2 > piece->letters) && edge_words_are_byline(piece->text);
}

/* ---- the start */

static bool
is_opening(const struct piece *piece)
{
	if (piece->letters > EDGE_LETTERS || piece->is_kept)
		return false;
	return is_byline(piece) || edge_words_are_noise(piece->text) || is_linked(piece, 90);
}

/* The first heading is the title, unless it is one of several of its kind and says something else. */
static bool
is_title(const struct gauge *g, const struct piece_list *list)
{
	if (list->v[0].tag != DOM_H1)
		return false;
	for (size_t i = 1; i < list->n; i++)
		if (list->v[i].tag == DOM_H1)
			return !g->title.n || meta_words_likeness(list->v[0].text, g->title) >= EDGE_LIKENESS;
	return true;
}

static void
trim_start(struct gauge *g, const struct piece_list *list)
{
	for (size_t i = 0; i < list->n && i < EDGE_LINES; i++) {
		const struct piece *piece = &list->v[i];

		if (!i && is_title(g, list))
			piece_drop(g, piece);
		else if (!is_heading(piece->tag) && is_opening(piece))
			piece_drop(g, piece);
		else if (piece->letters > EDGE_TEXT)
			break;
	}
}

/* ---- the end */

static bool
is_closing(const struct piece *piece)
{
	if (piece->letters > EDGE_LETTERS * 3 || piece->is_kept)
		return false;
	return edge_words_are_closing(piece->text) || edge_words_are_noise(piece->text) ||
		(piece->letters < EDGE_LETTERS && (is_byline(piece) || (!piece->is_item && is_linked(piece, 90))));
}

/* Headings that nothing stands below any more go too. */
static void
trim_end(struct gauge *g, const struct piece_list *list)
{
	size_t n = list->n, seen = 0;

	for (; n > 0 && seen < EDGE_LINES; n--, seen++) {
		const struct piece *piece = &list->v[n - 1];

		if (g->nodes[piece->from].is_gone)
			continue;
		if (!is_closing(piece) && !is_heading(piece->tag))
			break;
		piece_drop(g, piece);
	}
}

void
edge_trim(struct arena *a, struct gauge *g, uint32_t at)
{
	struct piece_list list;

	piece_read(a, g, at, &list);
	for (size_t i = 0; i < list.n; i++)
		if (is_noise(&list.v[i]))
			piece_drop(g, &list.v[i]);
		else if (!list.v[i].is_kept && !list.v[i].is_item && edge_words_are_credit(list.v[i].text))
			piece_caption(g, &list.v[i]);
	trim_start(g, &list);
	trim_end(g, &list);
}
