#include "html/markdown_state.h"

struct markdown_block *
markdown_state_innermost(const struct markdown_state *p)
{
	return p->open[p->n_open - 1];
}

struct markdown_block *
markdown_state_matched(const struct markdown_state *p)
{
	return p->open[p->n_matched - 1];
}

void
markdown_state_skip(struct markdown_state *p, size_t n)
{
	p->line = str_sub(p->line, n, p->line.n);
}

void
markdown_state_skip_blanks(struct markdown_state *p, size_t max)
{
	size_t n = markdown_scan_indent(p->line);

	markdown_state_skip(p, n < max ? n : max);
}

/* ---- closing */

static struct str
without_blank_end(struct str s)
{
	while (s.n && str_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* Whether no blank line stands between its items, nor between what stands in one of them. */
static bool
is_tight(const struct markdown_block *list)
{
	for (const struct markdown_block *item = list->first; item; item = item->next) {
		if (item->next && item->next->first_line > item->last_line + 1)
			return false;
		for (const struct markdown_block *b = item->first; b; b = b->next)
			if (b->next && b->next->first_line > b->last_line + 1)
				return false;
	}
	return true;
}

static void
close_para(struct markdown_state *p, struct markdown_block *b)
{
	struct str text = str_sub(buf_str(&p->text), b->at, b->at + b->n);

	markdown_link_define(p->names, &text);
	text = str_trim(text);
	b->text = arena_dup(p->arena, text);
	if (!text.n)
		b->kind = MARKDOWN_NONE;
}

static void
close_last(struct markdown_state *p)
{
	struct markdown_block *b = p->open[--p->n_open];
	struct str text = str_sub(buf_str(&p->text), b->at, b->at + b->n);

	if (b->kind == MARKDOWN_PARA)
		close_para(p, b);
	else if (b->kind == MARKDOWN_CODE && !b->fence.n)
		b->text = arena_dup(p->arena, without_blank_end(text));
	else if (b->kind == MARKDOWN_CODE || b->kind == MARKDOWN_HTML || b->kind == MARKDOWN_TABLE)
		b->text = arena_dup(p->arena, text);
	if (b->last && b->last->last_line > b->last_line)
		b->last_line = b->last->last_line;
	if (b->kind == MARKDOWN_LIST)
		b->is_tight = is_tight(b);
}

void
markdown_state_close_to(struct markdown_state *p, size_t n)
{
	while (p->n_open > n)
		close_last(p);
}

/* ---- opening */

static bool
may_hold(enum markdown_kind outer, enum markdown_kind kind)
{
	if (outer == MARKDOWN_LIST)
		return kind == MARKDOWN_ITEM;
	return outer >= MARKDOWN_ROOT && outer <= MARKDOWN_ITEM;
}

struct markdown_block *
markdown_state_add(struct markdown_state *p, enum markdown_kind kind)
{
	struct markdown_block *b = arena_new(p->arena, struct markdown_block, 1), *parent;

	markdown_state_close_to(p, p->n_matched);
	while (!may_hold(markdown_state_innermost(p)->kind, kind))
		close_last(p);
	parent = markdown_state_innermost(p);
	*b = (struct markdown_block){ .kind = kind, .parent = parent, .first_line = p->number, .last_line = p->number };
	b->at = p->text.n;
	*(parent->last ? &parent->last->next : &parent->first) = b;
	parent->last = b;
	p->open[p->n_open++] = b;
	p->n_matched = p->n_open;
	return b;
}

void
markdown_state_add_line(struct markdown_state *p, struct markdown_block *b, struct str line)
{
	(void)buf_add(&p->text, line);
	(void)buf_putc(&p->text, '\n');
	b->n = p->text.n - b->at;
	if (!markdown_scan_is_blank(line))
		b->last_line = p->number;
}

