#include "page/piece.h"

#include "base/buf.h"
#include "base/vec.h"
#include "text/clean.h"

struct reader {
	struct arena *a;
	const struct gauge *g;
	vec(struct piece) list;
	struct piece now;      /* the line being read */
	uint32_t root, parent; /* of the article, and of the nodes of that line */
};

/* Lines of lists and tables belong together, those of code say nothing by themselves. */
static void
read_place(const struct gauge *g, uint32_t at, uint32_t root, struct piece *piece)
{
	for (; at > root; at = g->nodes[at].parent) {
		enum dom_tag tag = g->nodes[at].node->tag;

		piece->is_item = piece->is_item || tag == DOM_LI;
		if (tag == DOM_PRE || tag == DOM_CODE || g->nodes[at].is_data || tag == DOM_DL || tag == DOM_BLOCKQUOTE)
			piece->is_kept = true;
	}
}

static void
add_text(struct buf *text, const struct gauge *g, uint32_t at)
{
	for (uint32_t i = at; i < g->nodes[at].end; i++) {
		if (g->nodes[i].is_gone)
			i = g->nodes[i].end - 1;
		else if (g->nodes[i].node->tag == DOM_TEXT)
			(void)buf_add(text, g->nodes[i].node->text);
	}
}

/* What the nodes of a line say. */
static struct str
text_of(struct reader *r, const struct piece *piece)
{
	struct buf text = { 0 }, line = { 0 };
	struct str ret;

	for (uint32_t i = piece->from; i; i = i == piece->last ? 0 : r->g->nodes[i].end)
		if (!r->g->nodes[i].is_gone)
			add_text(&text, r->g, i);
	clean_line(&line, buf_str(&text));
	ret = arena_dup(r->a, str_trim(buf_str(&line)));
	buf_free(&text);
	buf_free(&line);
	return ret;
}

/* Ends the line being read. */
static void
end_piece(struct reader *r)
{
	const struct gauge_node *block = &r->g->nodes[r->parent];
	struct piece *piece = &r->now;

	if (piece->letters) {
		piece->text = text_of(r, piece);
		piece->tag = block->node->tag;
		piece->is_whole = piece->letters == block->sum.letters;
		read_place(r->g, r->parent, r->root, piece);
		*vec_add(&r->list) = *piece;
	}
	*piece = (struct piece){ 0 };
}

static void
extend_piece(struct reader *r, uint32_t at)
{
	const struct gauge_node *node = &r->g->nodes[at];

	if (r->now.from && r->parent != node->parent)
		end_piece(r);
	r->parent = node->parent;
	if (!r->now.from)
		r->now.from = at;
	r->now.last = at;
	r->now.letters += node->sum.letters;
	r->now.linked += node->sum.linked;
	r->now.outward += node->sum.outward;
}

void
piece_read(struct arena *a, const struct gauge *g, uint32_t at, struct piece_list *ret)
{
	struct reader r = { .a = a, .g = g, .root = at };

	for (uint32_t i = at + 1; i < g->nodes[at].end; i++) {
		const struct gauge_node *node = &g->nodes[i];

		if (!node->is_phrasing || node->node->tag == DOM_BR)
			end_piece(&r);
		else if (!node->is_gone)
			extend_piece(&r, i);
		if (node->is_gone || node->is_phrasing)
			i = node->end - 1;
	}
	end_piece(&r);
	*ret = (struct piece_list){ arena_new(a, struct piece, r.list.n + 1), r.list.n };
	for (size_t i = 0; i < r.list.n; i++)
		ret->v[i] = r.list.v[i];
	vec_free(&r.list);
}

void
piece_caption(struct gauge *g, const struct piece *piece)
{
	struct gauge_node *block = &g->nodes[g->nodes[piece->from].parent];

	if (piece->is_whole && (piece->tag == DOM_P || piece->tag == DOM_DIV))
		block->is_caption = true;
}

void
piece_drop(struct gauge *g, const struct piece *piece)
{
	for (uint32_t i = piece->from; i; i = i == piece->last ? 0 : g->nodes[i].end)
		gauge_drop(g, i);
}
