#include "html/tidy_walk.h"

#include "html/tidy_card.h"
#include "html/tidy_code.h"
#include "html/tidy_image.h"
#include "html/tidy_leaf.h"
#include "html/tidy_link.h"
#include "html/tidy_list.h"
#include "html/tidy_note.h"
#include "html/tidy_style.h"
#include "html/tidy_table.h"

/* Hidden text of fewer bytes is never what a page is about. */
enum { LETTERS_MANY = 600 };

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
	const char *behind;     /* a mark that goes behind its text */
	uint16_t endnote;       /* the footnote that it is, 0 for none */
	int number;             /* of the next item of an ol, */
	int step;               /* and what it is from the one before; 0 outside of one */
	bool is_block, is_para;
};

struct walk {
	struct draft *parts;
	const struct dom_node *root;
	size_t letters; /* of all the text, hidden or not; 0 until somebody asks */
	struct str base;
	const struct tidy_endnotes *notes;
	struct context now;
	vec(struct frame) frames;
};

static void
end_line(struct walk *w)
{
	(void)draft_end_line(w->parts, w->now.line);
}

/* ---- text */

static size_t
count_letters(const struct dom_node *top)
{
	size_t n = 0;

	for (const struct dom_node *node = top; node; node = dom_next(node, top))
		n += node->tag == DOM_TEXT ? str_trim(node->text).n : 0;
	return n;
}

static struct tidy_leaf
leaf_here(const struct walk *w)
{
	return (struct tidy_leaf){ w->parts, w->base, w->now.style, w->now.line, w->now.is_noscript };
}

/* A noscript of some pages holds its picture as text. */
static void
add_escaped_image(struct walk *w, struct str text)
{
	struct tidy_leaf leaf = leaf_here(w);
	const struct dom_node *img = str_has(text, "<img") ? dom_find(dom_parse(w->parts->arena, text, NULL), DOM_IMG) : NULL;

	if (img)
		(void)tidy_leaf_add(&leaf, img, TIDY_RULE_IMAGE, TIDY_CLASS_NONE);
}

static void
add_text(struct walk *w, struct str text)
{
	struct str line;

	if (w->now.is_noscript) {
		add_escaped_image(w, text);
		return; /* a word to those without scripts */
	}
	w->parts->keeps_blanks = w->now.keeps_lines;
	while (w->now.keeps_lines && str_find_char(text, '\n') < text.n) {
		(void)str_cut(text, '\n', &line, &text);
		draft_text(w->parts, line, w->now.style);
		draft_break(w->parts, w->now.line);
	}
	draft_text(w->parts, text, w->now.style);
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
	now->keeps_lines = now->keeps_lines || style->keeps_lines;
	if (style->size > 0)
		now->style.size = style->size;
}

/* What the text of a link is linked to: nothing for one that leads nowhere. */
static void
enter_link(struct walk *w, const struct dom_node *a)
{
	struct str (*address)(struct arena *, struct str, struct str) = a->is_inner ? tidy_link_web : tidy_link_page;

	w->now.style.link = draft_link(w->parts, address(w->parts->arena, w->base, dom_attr(a, "href")));
}

/* The number of a footnote in the text, in brackets and raised, whatever it looked like. */
static void
add_note_name(struct walk *w, uint16_t number)
{
	struct draft_style style = w->now.style;

	style.bits |= DRAFT_SUP;
	style.link = draft_link(w->parts, arena_printf(w->parts->arena, "#%d", number));
	draft_text(w->parts, arena_printf(w->parts->arena, "[%d]", number), style);
}

/* The line that comes is the footnote that the element is or stands in front of. */
static uint16_t
begin_note(struct walk *w, const struct dom_node *node)
{
	uint16_t number = tidy_endnote_number(w->notes, node, false);

	if (number)
		w->parts->endnote = number;
	return number;
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

static bool
begins_with_digit(const struct dom_node *top)
{
	struct str s = STR_NONE;

	for (const struct dom_node *node = top; node && !s.n; node = dom_next(node, top))
		s = node->tag == DOM_TEXT ? str_trim(node->text) : STR_NONE;
	return s.n && str_is_digit(s.p[0]);
}

/* An item in a cell is a line that begins with a sign; one of a list that is taken apart keeps its number. */
static void
mark_item(struct walk *w, const struct dom_node *li)
{
	struct frame *list = w->frames.n ? &w->frames.v[w->frames.n - 1] : NULL;
	bool is_ordered = list && list->step;

	if (is_ordered && (!w->now.is_loose || !begins_with_digit(li)))
		w->parts->mark = arena_printf(w->parts->arena, "%d. ", list->number).p;
	else if (!w->now.is_loose)
		w->parts->mark = "• ";
	if (is_ordered)
		list->number += list->step;
}

static void
enter_box(struct walk *w, const struct dom_node *node, enum dom_tag tag)
{
	bool is_item = tag == DOM_LI || tag == DOM_DD || tag == DOM_TR;

	if (w->now.line != DOM_FIGCAPTION)
		w->now.line = DOM_P;
	if (!is_item || !w->now.is_loose)
		(void)draft_open(w->parts, tag);
	if (tag == DOM_LI && (draft_is_in_cell(w->parts) || w->now.is_loose))
		mark_item(w, node);
	else if (tag == DOM_LI)
		tidy_list_item(w->parts, node);
	w->now.is_loose = w->now.is_loose && is_item;
}

/* Deals with an element whose content is walked through. */
static void
enter_block(struct walk *w, const struct dom_node *node, enum tidy_action action, enum dom_tag tag)
{
	switch (action) {
	case TIDY_RULE_LINE:
		if (w->now.line != DOM_SUMMARY) /* a heading in one is what sums up */
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

/* ---- what is left out */

static bool
is_heading_anchor(const struct walk *w, const struct dom_node *node, enum tidy_class meaning)
{
	return w->now.line >= DOM_H1 && w->now.line <= DOM_H6 && tidy_note_is_anchor(node, meaning == TIDY_CLASS_ANCHOR);
}

/* Text that is hidden until a click, or until a script shows the page: then it holds most of it. */
static bool
is_shown_later(struct walk *w, const struct dom_node *node, enum tidy_class meaning)
{
	size_t letters;

	if (meaning == TIDY_CLASS_SHOWN || str_is(dom_attr(node, "role"), "tabpanel"))
		return true;
	letters = count_letters(node);
	w->letters = w->letters ? w->letters : count_letters(w->root);
	return letters > LETTERS_MANY && letters > w->letters / 2;
}

static bool
is_left_out(struct walk *w, const struct dom_node *node, enum tidy_class meaning, const struct tidy_style *style)
{
	if (style->is_hidden && !is_shown_later(w, node, meaning))
		return true;
	if (node->tag == DOM_A && (is_heading_anchor(w, node, meaning) || tidy_note_is_way_back(node)))
		return true;
	return meaning == TIDY_CLASS_TOC && tidy_note_is_contents(node);
}

/* ---- elements */

static bool
is_inline(enum tidy_action action)
{
	return action == TIDY_RULE_THROUGH || action == TIDY_RULE_STYLE || action == TIDY_RULE_LINK || action == TIDY_RULE_AROUND;
}

/* The rule for an element, also where what is in it tells more than its name. */
static struct tidy_rule
rule_of(const struct dom_node *node, enum tidy_class meaning)
{
	struct tidy_rule rule = tidy_rule_find(node, meaning);
	bool is_code = (node->tag == DOM_CODE && tidy_code_has_lines(node)) ||
	    (node->tag == DOM_TABLE && tidy_code_is_table(node)) || (rule.action == TIDY_RULE_PARA && tidy_code_is_box(node));

	if (is_code)
		rule.action = TIDY_RULE_CODE;
	if (node->tag == DOM_A && rule.action == TIDY_RULE_LINK && tidy_image_is_link(node))
		rule.action = TIDY_RULE_IMAGE;
	if (node->tag == DOM_A && rule.action == TIDY_RULE_LINK && tidy_card_is_link(node))
		rule.action = TIDY_RULE_CARD;
	return rule;
}

/* Puts marks around what is in a q or rt; the one behind it is added when it is left. */
static void
enter_around(struct walk *w, const struct dom_node *node, struct frame *frame)
{
	frame->behind = node->tag == DOM_Q ? "”" : ")";
	draft_text(w->parts, node->tag == DOM_Q ? str_lit("“") : str_lit("("), w->now.style);
}

static void
enter_content(struct walk *w, const struct dom_node *node, const struct tidy_rule *rule, struct frame *frame)
{
	if (rule->action == TIDY_RULE_STYLE)
		w->now.style.bits |= (uint16_t)rule->style;
	else if (rule->action == TIDY_RULE_LINK)
		enter_link(w, node);
	else if (rule->action == TIDY_RULE_AROUND)
		enter_around(w, node, frame);
	else
		enter_block(w, node, rule->action, rule->tag);
	if (rule->action != TIDY_RULE_LIST || rule->tag != DOM_OL)
		return;
	frame->number = tidy_list_start(node);
	frame->step = dom_has_attr(node, "reversed") ? -1 : 1;
}

/* Enters an element; true when its content is to be walked. */
static bool
enter(struct walk *w, const struct dom_node *node)
{
	enum tidy_class meaning = tidy_class_find(node);
	struct tidy_rule rule = rule_of(node, meaning);
	struct tidy_leaf leaf = leaf_here(w);
	struct frame frame = { .outer = w->now };
	uint16_t name = tidy_endnote_number(w->notes, node, true);
	struct tidy_style style;

	if (name) {
		add_note_name(w, name);
		return false;
	}
	tidy_style_read(node, w->now.style.size, &style);
	if (is_left_out(w, node, meaning, &style) || tidy_leaf_add(&leaf, node, rule.action, meaning))
		return false;
	frame.is_block = !is_inline(rule.action);
	frame.is_para = rule.action == TIDY_RULE_PARA;
	if (frame.is_block)
		end_line(w);
	frame.endnote = begin_note(w, node);
	frame.n_parts = w->parts->list.n;
	frame.n_open = w->parts->open.n;
	enter_content(w, node, &rule, &frame);
	take_style(&w->now, &style);
	w->now.is_noscript = w->now.is_noscript || node->tag == DOM_NOSCRIPT;
	*vec_add(&w->frames) = frame;
	return true;
}

static void
leave(struct walk *w)
{
	struct frame frame = w->frames.v[--w->frames.n];

	if (frame.behind)
		draft_text(w->parts, str_of(frame.behind), frame.outer.style);
	if (frame.is_block)
		end_line(w);
	if (frame.is_para && w->parts->list.n == frame.n_parts)
		w->parts->has_blank = true;
	if (frame.is_block && frame.endnote == w->parts->endnote)
		w->parts->endnote = 0;
	if (frame.is_block) {
		draft_close_to(w->parts, frame.n_open);
		w->parts->mark = NULL;
	}
	w->now = frame.outer;
}

void
tidy_walk(struct draft *parts, const struct dom_node *root, struct str base, const struct tidy_endnotes *notes)
{
	struct walk w = { .parts = parts, .root = root, .base = base, .notes = notes, .now = { .line = DOM_P } };
	const struct dom_node *at = root;

	while (at) {
		bool is_entered = !at->is_dropped && at->tag != DOM_TEXT && enter(&w, at);

		if (at->tag == DOM_TEXT && !at->is_dropped)
			add_text(&w, at->text);
		if (at->is_dropped)
			(void)begin_note(&w, at); /* a way back that stands where the note does */
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
