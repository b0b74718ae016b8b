#include "html/tidy.h"

#include "base/limits.h"
#include "html/draft.h"
#include "html/draft_line.h"
#include "html/tidy_alert.h"
#include "html/tidy_bare.h"
#include "html/tidy_block.h"
#include "html/tidy_bullet.h"
#include "html/tidy_embed.h"
#include "html/tidy_endnote_list.h"
#include "html/tidy_head.h"
#include "html/tidy_link.h"
#include "html/tidy_mark.h"
#include "html/tidy_serial.h"
#include "html/tidy_walk.h"
#include "html/tidy_write.h"
#include "text/clean.h"
#include "text/utf8.h"

enum {
	EXCERPT_MAX = 300,
	EXCERPT_ROOM = 2 * EXCERPT_MAX, /* with most last lines of one */
	PARTS_USUAL = 64, RUNS_USUAL = 32, /* of an article */
};

/* ---- the result */

static void
sum_up(struct arena *a, const struct draft *parts, struct tidy_result *ret)
{
	struct buf excerpt = { 0 };
	size_t from = 0, to = 0; /* text whose letters are not counted yet: most of it stands without a gap */

	(void)buf_reserve(&excerpt, EXCERPT_ROOM);
	for (size_t i = 0; i < parts->list.n; i++) {
		const struct draft_part *part = &parts->list.v[i];

		if (part->is_dropped)
			continue;
		if (part->kind == DRAFT_IMAGE && !ret->image.n)
			ret->image = arena_dup(a, part->note);
		if (part->kind != DRAFT_LINE && part->kind != DRAFT_CODE)
			continue;
		if (part->at != to) {
			ret->letters += utf8_letters(str_sub(buf_str(&parts->text), from, to));
			from = part->at;
		}
		to = part->at + part->n;
		if (part->kind == DRAFT_LINE && excerpt.n < EXCERPT_MAX) {
			if (excerpt.n)
				(void)buf_putc(&excerpt, ' ');
			(void)buf_add(&excerpt, draft_text_of(parts, part));
		}
	}
	ret->letters += utf8_letters(str_sub(buf_str(&parts->text), from, to));
	ret->excerpt = arena_dup(a, str_trim(utf8_prefix(buf_str(&excerpt), EXCERPT_MAX)));
	buf_free(&excerpt);
}

/* ---- ways in */

static void
walk(struct draft *parts, struct dom_node *const *roots, size_t n, struct str base)
{
	struct tidy_endnotes notes;

	tidy_endnote_find(&notes, parts->arena, roots, n, base);
	for (size_t i = 0; i < n; i++)
		tidy_walk(parts, roots[i], base, &notes);
	tidy_endnote_free(&notes);
}

static void
read_html(struct draft *parts, struct str html, struct str url, bool *is_cut)
{
	struct arena own = { 0 }; /* of the tree, which is large and not needed behind the walk */
	bool is_short = true;
	struct dom_node *root = dom_parse(&own, html, &is_short);

	*is_cut = *is_cut || is_short;
	walk(parts, &root, 1, tidy_link_base(parts->arena, root, url));
	arena_free(&own);
}

static void
read_text(struct draft *parts, struct str text)
{
	struct str line;

	parts->keeps_blanks = true;
	while (str_line(&text, &line)) {
		draft_text(parts, line, (struct draft_style){ 0 });
		if (!draft_end_line(parts, DOM_P))
			parts->has_blank = true;
	}
}

/* What all ways share: the rules on whole lines, and the article written out. */
static void
finish(struct arena *a, struct draft *parts, const struct tidy_input *in, struct tidy_result *ret)
{
	struct tidy_head head;
	struct buf xhtml = { 0 };
	bool is_markdown;

	if (ret->is_cut) {
		draft_text(parts, str_lit("[…]"), (struct draft_style){ 0 });
		(void)draft_end_line(parts, DOM_P);
	}
	tidy_head(parts, in->title, in->now, &head);
	draft_line_prune(parts);
	tidy_embed(parts);
	is_markdown = tidy_block(parts);
	tidy_alert(parts);
	tidy_mark(parts, is_markdown);
	tidy_bare(parts);
	tidy_bullet(parts);
	tidy_endnote_list(parts);
	(void)buf_reserve(&xhtml, parts->text.n + parts->text.n / 2);
	tidy_write(&xhtml, parts);
	ret->xhtml = arena_dup(a, buf_str(&xhtml));
	ret->title = arena_dup(a, head.title);
	ret->author = arena_dup(a, head.author);
	ret->published = head.published;
	sum_up(a, parts, ret);
	buf_free(&xhtml);
}

void
tidy_html(struct arena *a, const struct tidy_input *in, struct tidy_result *ret)
{
	struct arena own = { 0 };
	struct draft parts;
	struct str html = utf8_prefix(in->html, LIMIT_ITEM_HTML);

	*ret = (struct tidy_result){ .published = CLOCK_NONE, .is_cut = html.n < in->html.n };
	draft_init(&parts, &own);
	(void)buf_reserve(&parts.text, html.n);
	vec_reserve(&parts.list, PARTS_USUAL);
	vec_reserve(&parts.runs, RUNS_USUAL);
	if (in->is_text)
		read_text(&parts, html);
	else
		read_html(&parts, html, in->url, &ret->is_cut);
	finish(a, &parts, in, ret);
	draft_free(&parts);
	arena_free(&own);
}

void
tidy_nodes(struct arena *a, const struct tidy_input *in, struct dom_node *const *nodes, size_t n, struct tidy_result *ret)
{
	struct arena own = { 0 };
	struct draft parts;

	*ret = (struct tidy_result){ .published = CLOCK_NONE };
	draft_init(&parts, &own);
	walk(&parts, nodes, n, in->url);
	finish(a, &parts, in, ret);
	draft_free(&parts);
	arena_free(&own);
}

void
tidy_absolute(struct buf *out, struct str html, struct str base)
{
	struct arena own = { 0 };

	if (str_find_char(html, '<') == html.n)
		(void)buf_add(out, html);
	else
		tidy_serial(out, dom_parse(&own, html, NULL), base);
	arena_free(&own);
}

/* ---- small answers */

void
tidy_plain(struct buf *out, struct str html)
{
	struct arena own = { 0 };
	struct buf text = { 0 };

	if (str_find_char(html, '<') == html.n && str_find_char(html, '&') == html.n) {
		clean_line(out, html);
		return;
	}
	dom_text(&text, dom_parse(&own, utf8_prefix(html, LIMIT_ITEM_HTML), NULL));
	clean_line(out, buf_str(&text));
	buf_free(&text);
	arena_free(&own);
}
