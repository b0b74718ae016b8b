#include "html/markdown_start.h"

#include "html/markdown_table.h"
#include "html/markdown_tag.h"

static bool
is_in_para(const struct markdown_state *p)
{
	return markdown_state_matched(p)->kind == MARKDOWN_PARA;
}

/* Whether the line may be a further one of a paragraph whose boxes it does not go on. */
static bool
may_be_lazy(const struct markdown_state *p)
{
	return markdown_state_innermost(p)->kind == MARKDOWN_PARA;
}

/* Whether one more box, and a leaf in it, may be opened. */
static bool
has_room(const struct markdown_state *p)
{
	return p->n_matched + 3 <= MARKDOWN_DEPTH;
}

static enum markdown_start
start_quote(struct markdown_state *p)
{
	if (!str_starts(p->line, ">") || !has_room(p))
		return MARKDOWN_START_NONE;
	markdown_state_skip(p, 1);
	markdown_state_skip_blanks(p, 1);
	markdown_state_add(p, MARKDOWN_QUOTE);
	return MARKDOWN_START_BOX;
}

static enum markdown_start
start_heading(struct markdown_state *p)
{
	struct str title;
	int level = markdown_scan_heading(p->line, &title);
	struct markdown_block *b;

	if (!level)
		return MARKDOWN_START_NONE;
	b = markdown_state_add(p, MARKDOWN_HEADING);
	b->level = level;
	b->text = arena_dup(p->arena, title);
	return MARKDOWN_START_LEAF;
}

static enum markdown_start
start_fence(struct markdown_state *p)
{
	struct markdown_fence fence;
	struct markdown_block *b;

	if (!markdown_scan_fence(p->line, &fence))
		return MARKDOWN_START_NONE;
	b = markdown_state_add(p, MARKDOWN_CODE);
	b->fence = fence;
	b->fence.info = arena_dup(p->arena, fence.info);
	return MARKDOWN_START_LEAF;
}

static enum markdown_start
start_html(struct markdown_state *p)
{
	int kind = markdown_tag_block(p->line);
	struct markdown_block *b;

	if (!kind || (kind == MARKDOWN_TAG_ANY && may_be_lazy(p)))
		return MARKDOWN_START_NONE;
	b = markdown_state_add(p, MARKDOWN_HTML);
	b->level = kind;
	markdown_state_add_line(p, b, p->line);
	if (markdown_tag_ends_block(kind, p->line))
		markdown_state_close_to(p, p->n_open - 1);
	return MARKDOWN_START_LEAF;
}

/* The line under a title. */
static enum markdown_start
start_underline(struct markdown_state *p)
{
	struct markdown_block *b = markdown_state_matched(p);
	int level = is_in_para(p) ? markdown_scan_underline(p->line) : 0;

	if (!level)
		return MARKDOWN_START_NONE;
	markdown_state_close_to(p, p->n_matched - 1);
	p->n_matched--;
	if (b->kind == MARKDOWN_NONE)
		return MARKDOWN_START_NONE;
	b->kind = MARKDOWN_HEADING;
	b->level = level;
	b->last_line = p->number;
	return MARKDOWN_START_LEAF;
}

static enum markdown_start
start_table(struct markdown_state *p)
{
	struct markdown_block *b = markdown_state_matched(p);
	size_t head, at = b->at;
	struct str lines = str_sub(buf_str(&p->text), at, at + b->n);

	if (!is_in_para(p) || !markdown_table_begins(lines, p->line, &head))
		return MARKDOWN_START_NONE;
	if (head) {
		b->n = head;
		b = markdown_state_add(p, MARKDOWN_TABLE);
	}
	b->kind = MARKDOWN_TABLE;
	b->at = at + head;
	markdown_state_add_line(p, b, p->line);
	return MARKDOWN_START_LEAF;
}

static enum markdown_start
start_rule(struct markdown_state *p)
{
	if (!markdown_scan_is_rule(p->line))
		return MARKDOWN_START_NONE;
	markdown_state_add(p, MARKDOWN_RULE);
	return MARKDOWN_START_LEAF;
}

/* Whether an item belongs to the list. */
static bool
is_like(const struct markdown_block *list, const struct markdown_marker *marker)
{
	return list->kind == MARKDOWN_LIST && list->marker.mark == marker->mark &&
		(list->marker.number < 0) == (marker->number < 0);
}

static enum markdown_start
start_item(struct markdown_state *p, size_t indent)
{
	struct markdown_marker marker;
	struct markdown_block *item;
	struct str rest;
	size_t blanks;

	if (!has_room(p) || !markdown_scan_marker(p->line, &marker))
		return MARKDOWN_START_NONE;
	rest = str_sub(p->line, marker.n, p->line.n);
	if (is_in_para(p) && (markdown_scan_is_blank(rest) || (marker.number >= 0 && marker.number != 1)))
		return MARKDOWN_START_NONE;
	blanks = markdown_scan_indent(rest);
	if (markdown_scan_is_blank(rest) || blanks > MARKDOWN_STATE_CODE)
		blanks = 1;
	if (!is_like(markdown_state_matched(p), &marker))
		markdown_state_add(p, MARKDOWN_LIST)->marker = marker;
	item = markdown_state_add(p, MARKDOWN_ITEM);
	item->marker = marker;
	item->indent = indent + marker.n + blanks;
	markdown_state_skip(p, marker.n);
	markdown_state_skip_blanks(p, blanks);
	return MARKDOWN_START_BOX;
}

/* Footnotes that follow each other are the items of a list. */
static enum markdown_start
start_footnote(struct markdown_state *p)
{
	struct str name = markdown_scan_footnote(p->line);
	struct markdown_marker marker = { '^', 1, name.n + strlen("[^]:") };
	struct markdown_block *item;

	if (!name.n || !has_room(p))
		return MARKDOWN_START_NONE;
	if (!is_like(markdown_state_matched(p), &marker))
		markdown_state_add(p, MARKDOWN_LIST)->marker = marker;
	item = markdown_state_add(p, MARKDOWN_ITEM);
	item->marker = marker;
	item->indent = MARKDOWN_STATE_CODE;
	item->text = arena_dup(p->arena, name);
	markdown_state_skip(p, marker.n);
	markdown_state_skip_blanks(p, p->line.n);
	return MARKDOWN_START_BOX;
}

static enum markdown_start
start_indented(struct markdown_state *p)
{
	if (may_be_lazy(p) || markdown_state_matched(p)->kind == MARKDOWN_TABLE)
		return MARKDOWN_START_NONE;
	markdown_state_skip(p, MARKDOWN_STATE_CODE);
	markdown_state_add_line(p, markdown_state_add(p, MARKDOWN_CODE), p->line);
	return MARKDOWN_START_LEAF;
}

enum markdown_start
markdown_start_block(struct markdown_state *p)
{
	static enum markdown_start (*const starts[])(struct markdown_state *) = {
		start_quote, start_heading, start_fence, start_html, start_underline, start_table, start_rule, start_footnote,
	};
	size_t indent = markdown_scan_indent(p->line);
	struct str whole = p->line;
	enum markdown_start start = MARKDOWN_START_NONE;

	if (markdown_scan_is_blank(p->line))
		return MARKDOWN_START_NONE;
	if (indent >= MARKDOWN_STATE_CODE)
		return start_indented(p);
	markdown_state_skip(p, indent);
	for (size_t i = 0; i < sizeof starts / sizeof *starts && start == MARKDOWN_START_NONE; i++)
		start = starts[i](p);
	if (start == MARKDOWN_START_NONE)
		start = start_item(p, indent);
	if (start == MARKDOWN_START_NONE)
		p->line = whole;
	else if (start == MARKDOWN_START_LEAF && markdown_state_innermost(p)->kind == MARKDOWN_CODE)
		markdown_state_innermost(p)->indent = indent;
	return start;
}

