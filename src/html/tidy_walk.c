#include "html/tidy_walk.h"

#include "html/tidy_card.h"
#include "html/tidy_code.h"
#include "html/tidy_link.h"
#include "html/tidy_list.h"
#include "html/tidy_module.h"
#include "html/tidy_rule.h"
#include "html/tidy_style.h"
#include "html/tidy_table.h"

/* What holds for the text inside of an element. */
struct context {
	struct draft_style style;
	enum dom_tag line; /* what a line is here */
	bool keeps_lines;
	bool is_noscript;
	bool is_loose;     /* in a list or table that is taken apart */
};

struct frame {
	struct context outer;
	size_t n_parts, n_open; /* before the element */
	bool is_block, is_para;
};

struct walk {
	struct draft *parts;
	struct str base;
	struct context now;
	vec(struct frame) frames;
};

static void
end_line(struct walk *w)
{
	(void)draft_end_line(w->parts, w->now.line);
}

/* ---- text */

static void
add_text(struct walk *w, struct str text)
{
	struct str line;

	while (w->now.keeps_lines && str_find_char(text, '\n') < text.n) {
		(void)str_cut(text, '\n', &line, &text);
		draft_text(w->parts, line, w->now.style);
		if (!draft_end_line(w->parts, w->now.line))
			w->parts->has_blank = true;
	}
	draft_text(w->parts, text, w->now.style);
}

static void
add_break(struct walk *w)
{
	if (w->now.line != DOM_P)
		draft_text(w->parts, str_lit(" "), w->now.style);
	else if (!draft_end_line(w->parts, w->now.line))
		w->parts->has_blank = true;
}

static void
add_code(struct walk *w, const struct dom_node *node, bool is_table)
{
	struct buf text = { 0 };

	end_line(w);
	tidy_code_text(&text, is_table ? tidy_code_in_table(node) : node);
	draft_code(w->parts, buf_str(&text), tidy_code_language(w->parts->arena, node));
	buf_free(&text);
}

static bool
is_emoji(const struct dom_node *img)
{
	return dom_has_class(img, "emoji") || dom_has_class(img, "wp-smiley") || dom_has_class(img, "emoticon");
}

/* The same picture once more, as a noscript beside it has it: true, and the address is kept. */
static bool
is_again(const struct walk *w, struct str src)
{
	const struct draft *p = w->parts;
	struct draft_part *last = p->list.n ? &p->list.v[p->list.n - 1] : NULL;

	if (!last || last->kind != DRAFT_IMAGE)
		return false;
	if (!last->note.n && w->now.is_noscript)
		last->note = src;
	return src.n > 0 && str_eq(last->note, src);
}

static void
add_image(struct walk *w, const struct dom_node *img)
{
	struct str alt = dom_attr(img, "alt"), src;
	struct draft_part *image;

	if (is_emoji(img) && alt.n) {
		draft_text(w->parts, alt, w->now.style);
		return;
	}
	if (!tidy_link_image(w->parts->arena, w->base, img, &src) || is_again(w, src))
		return;
	if (draft_inside(w->parts) != DOM_TD && draft_inside(w->parts) != DOM_TH)
		end_line(w);
	image = draft_image(w->parts, src, alt);
	if (image)
		tidy_link_size(img, &image->width, &image->height);
}

static void
add_media(struct walk *w, const struct dom_node *node)
{
	struct draft_style style = w->now.style;
	struct str url, title;

	if (!tidy_card_media(w->parts->arena, w->base, node, &url, &title))
		return;
	end_line(w);
	style.link = draft_link(w->parts, url);
	draft_text(w->parts, title, style);
	end_line(w);
}

static void
add_card(struct walk *w, const struct dom_node *node)
{
	struct draft_style style = w->now.style;
	struct str url, title;

	end_line(w);
	if (!tidy_card_link(w->parts->arena, w->base, node, &url, &title))
		return;
	style.link = draft_link(w->parts, url);
	draft_text(w->parts, title, style);
	end_line(w);
}

/* A formula as its author wrote it, where the page holds that. */
static void
add_math(struct walk *w, const struct dom_node *node)
{
	struct draft_style style = w->now.style;
	struct buf tex = { 0 };

	style.bits |= DRAFT_CODE_TEXT;
	if (tidy_card_formula(&tex, node))
		draft_text(w->parts, buf_str(&tex), style);
	buf_free(&tex);
}

static void
add_module(struct walk *w, const struct dom_node *script)
{
	struct tidy_module module;
	struct draft_style code = { .bits = DRAFT_CODE_TEXT };
	struct str url;

	tidy_module_read(w->parts->arena, script, &module);
	if (module.kind == TIDY_MODULE_NONE)
		return;
	end_line(w);
	url = tidy_link_web(w->parts->arena, w->base, module.url);
	if (module.kind == TIDY_MODULE_FRAME)
		add_media(w, module.frame);
	else if (module.kind == TIDY_MODULE_VIDEO && (url.n || module.text.n))
		(void)draft_image(w->parts, url, module.text);
	else if (module.kind == TIDY_MODULE_FORMULA)
		draft_text(w->parts, module.text, code);
	end_line(w);
}

/* ---- elements */

static void
take_style(struct context *now, const struct tidy_style *style)
{
	if (style->bold == TIDY_SAYS_YES)
		now->style.bits |= DRAFT_BOLD;
	if (style->bold == TIDY_SAYS_NO)
		now->style.bits &= (uint16_t)~DRAFT_BOLD;
	if (style->italic == TIDY_SAYS_YES)
		now->style.bits |= DRAFT_ITALIC;
	if (style->is_underlined)
		now->style.bits |= DRAFT_UNDERLINE;
	if (style->is_struck)
		now->style.bits |= DRAFT_STRIKE;
	if (style->keeps_lines)
		now->keeps_lines = true;
	if (style->size > 0)
		now->style.size = style->size;
}

/* What the text of a link is linked to: nothing for one that leads nowhere. */
static void
enter_link(struct walk *w, const struct dom_node *a)
{
	struct str url = tidy_link_page(w->parts->arena, w->base, dom_attr(a, "href"));

	w->now.style.link = draft_link(w->parts, url);
}

static void
enter_list(struct walk *w, const struct dom_node *node, enum dom_tag tag)
{
	struct draft_part *list;

	w->now.line = DOM_P;
	w->now.is_loose = tidy_table_list_is_loose(node);
	list = w->now.is_loose ? NULL : draft_open(w->parts, tag);
	if (list && tag == DOM_OL)
		tidy_list_open(list, node);
}

static void
enter_cell(struct walk *w, const struct dom_node *node, enum dom_tag tag)
{
	struct draft_part *cell = w->now.is_loose ? NULL : draft_open(w->parts, tag);

	w->now.line = DOM_P;
	if (!cell)
		return;
	w->parts->has_blank = false;
	tidy_table_cell(cell, node);
}

static void
enter_box(struct walk *w, const struct dom_node *node, enum dom_tag tag)
{
	bool is_item = tag == DOM_LI || tag == DOM_DD || tag == DOM_TR;

	if (w->now.line != DOM_FIGCAPTION)
		w->now.line = DOM_P;
	if (!is_item || !w->now.is_loose)
		(void)draft_open(w->parts, tag);
	if (tag == DOM_LI)
		tidy_list_item(w->parts, node);
	w->now.is_loose = w->now.is_loose && is_item;
}

/* Deals with an element whose content is walked through. */
static void
enter_block(struct walk *w, const struct dom_node *node, enum tidy_action action, enum dom_tag tag)
{
	switch (action) {
	case TIDY_RULE_LINE:
		w->now.line = tag;
		break;
	case TIDY_RULE_BOX:
		enter_box(w, node, tag);
		break;
	case TIDY_RULE_LIST:
		enter_list(w, node, tag);
		break;
	case TIDY_RULE_TABLE:
		w->now.line = DOM_P;
		w->now.is_loose = tidy_table_is_layout(node) || !draft_open(w->parts, DOM_TABLE);
		break;
	case TIDY_RULE_CELL:
		enter_cell(w, node, tag);
		break;
	default:
		break;
	}
}

/* Deals with an element that has no content of its own; false for all others. */
static bool
add_leaf(struct walk *w, const struct dom_node *node, enum tidy_action action, enum tidy_class meaning)
{
	switch (action) {
	case TIDY_RULE_DROP:
		return true;
	case TIDY_RULE_BREAK:
		add_break(w);
		return true;
	case TIDY_RULE_RULE:
		end_line(w);
		draft_rule(w->parts);
		return true;
	case TIDY_RULE_IMAGE:
		add_image(w, node);
		return true;
	case TIDY_RULE_CODE:
		add_code(w, node, meaning == TIDY_CLASS_CODE_TABLE);
		return true;
	case TIDY_RULE_MEDIA:
		add_media(w, node);
		return true;
	case TIDY_RULE_MATH:
		add_math(w, node);
		return true;
	default:
		return false;
	}
}

static bool
is_heading_anchor(const struct walk *w, const struct dom_node *node)
{
	return w->now.line >= DOM_H1 && w->now.line <= DOM_H6 && str_starts(dom_attr(node, "href"), "#");
}

static bool
is_inline(enum tidy_action action)
{
	return action == TIDY_RULE_THROUGH || action == TIDY_RULE_STYLE || action == TIDY_RULE_LINK;
}

/* Enters an element; true when its content is to be walked. */
static bool
enter(struct walk *w, const struct dom_node *node)
{
	enum tidy_class meaning = tidy_class_find(node);
	struct tidy_rule rule = tidy_rule_find(node, meaning);
	struct frame frame = { .outer = w->now };
	struct tidy_style style;

	if (meaning == TIDY_CLASS_CARD) {
		add_card(w, node);
		return false;
	}
	if (meaning == TIDY_CLASS_MODULE) {
		add_module(w, node);
		return false;
	}
	tidy_style_read(node, w->now.style.size, &style);
	if (style.is_hidden || (meaning == TIDY_CLASS_ANCHOR && is_heading_anchor(w, node)) || add_leaf(w, node, rule.action, meaning))
		return false;
	frame.is_block = !is_inline(rule.action);
	frame.is_para = rule.action == TIDY_RULE_PARA;
	if (frame.is_block)
		end_line(w);
	frame.n_parts = w->parts->list.n;
	frame.n_open = w->parts->open.n;
	if (rule.action == TIDY_RULE_STYLE)
		w->now.style.bits |= (uint16_t)rule.style;
	else if (rule.action == TIDY_RULE_LINK)
		enter_link(w, node);
	else
		enter_block(w, node, rule.action, rule.tag);
	take_style(&w->now, &style);
	w->now.is_noscript = w->now.is_noscript || node->tag == DOM_NOSCRIPT;
	*vec_add(&w->frames) = frame;
	return true;
}

static void
leave(struct walk *w)
{
	struct frame frame = w->frames.v[--w->frames.n];

	if (frame.is_block)
		end_line(w);
	if (frame.is_para && w->parts->list.n == frame.n_parts)
		w->parts->has_blank = true;
	if (frame.is_block)
		draft_close_to(w->parts, frame.n_open);
	w->now = frame.outer;
}

void
tidy_walk(struct draft *parts, const struct dom_node *root, struct str base)
{
	struct walk w = { .parts = parts, .base = base, .now = { .line = DOM_P } };
	const struct dom_node *at = root;

	while (at) {
		bool is_entered = !at->is_dropped && at->tag != DOM_TEXT && enter(&w, at);

		if (at->tag == DOM_TEXT && !at->is_dropped)
			add_text(&w, at->text);
		if (is_entered && at->first) {
			at = at->first;
			continue;
		}
		if (is_entered)
			leave(&w);
		for (; at != root && !at->next; at = at->parent)
			leave(&w);
		at = at != root ? at->next : NULL;
	}
	end_line(&w);
	draft_close_to(parts, 0);
	vec_free(&w.frames);
}
