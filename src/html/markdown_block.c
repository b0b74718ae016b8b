#include "html/markdown_block.h"

#include "html/markdown_start.h"
#include "html/markdown_tag.h"

enum { TAB = 4 };

/* ---- going on */

static bool
goes_on_item(struct markdown_state *p, const struct markdown_block *item)
{
	if (!markdown_scan_is_blank(p->line) && markdown_scan_indent(p->line) < item->indent)
		return false;
	markdown_state_skip_blanks(p, item->indent);
	return item->first || !markdown_scan_is_blank(p->line);
}

static bool
goes_on_quote(struct markdown_state *p, struct markdown_block *quote)
{
	size_t indent = markdown_scan_indent(p->line);

	if (indent >= MARKDOWN_STATE_CODE || indent >= p->line.n || p->line.p[indent] != '>')
		return false;
	markdown_state_skip(p, indent + 1);
	markdown_state_skip_blanks(p, 1);
	quote->last_line = p->number;
	return true;
}

static bool
goes_on_code(struct markdown_state *p, const struct markdown_block *code)
{
	bool is_short = markdown_scan_indent(p->line) < MARKDOWN_STATE_CODE;

	if (code->fence.n) {
		markdown_state_skip_blanks(p, code->indent);
		return true;
	}
	if (is_short && !markdown_scan_is_blank(p->line))
		return false;
	markdown_state_skip_blanks(p, MARKDOWN_STATE_CODE);
	return true;
}

/* Whether the line goes on the block; takes off what says so. */
static bool
goes_on(struct markdown_state *p, struct markdown_block *b)
{
	switch (b->kind) {
	case MARKDOWN_QUOTE:
		return goes_on_quote(p, b);
	case MARKDOWN_LIST:
		return true;
	case MARKDOWN_ITEM:
		return goes_on_item(p, b);
	case MARKDOWN_CODE:
		return goes_on_code(p, b);
	case MARKDOWN_HTML:
		return b->level <= MARKDOWN_TAG_LAST_WITH_END || !markdown_scan_is_blank(p->line);
	case MARKDOWN_PARA:
	case MARKDOWN_TABLE:
		return !markdown_scan_is_blank(p->line);
	default:
		return false;
	}
}

/* ---- lines */

/* True when the line was the end of a block of code. */
static bool
ends_code(struct markdown_state *p)
{
	struct markdown_block *code = markdown_state_matched(p);
	size_t indent = markdown_scan_indent(p->line);

	if (p->n_matched < p->n_open || code->kind != MARKDOWN_CODE || !code->fence.n || indent >= MARKDOWN_STATE_CODE)
		return false;
	if (!markdown_scan_is_fence_end(str_sub(p->line, indent, p->line.n), &code->fence))
		return false;
	code->last_line = p->number;
	markdown_state_close_to(p, p->n_open - 1);
	return true;
}

/* Adds what is no start of a block to the open leaf, or to a new paragraph. */
static void
add_text(struct markdown_state *p)
{
	struct markdown_block *b;
	bool is_blank = markdown_scan_is_blank(p->line);

	if (is_blank || markdown_state_innermost(p)->kind != MARKDOWN_PARA)
		markdown_state_close_to(p, p->n_matched);
	b = markdown_state_innermost(p);
	if (b->kind == MARKDOWN_CODE || b->kind == MARKDOWN_HTML) {
		markdown_state_add_line(p, b, p->line);
		if (b->kind == MARKDOWN_HTML && markdown_tag_ends_block(b->level, p->line))
			markdown_state_close_to(p, p->n_open - 1);
		return;
	}
	if (is_blank)
		return;
	markdown_state_skip_blanks(p, p->line.n);
	if (b->kind != MARKDOWN_PARA && b->kind != MARKDOWN_TABLE)
		b = markdown_state_add(p, MARKDOWN_PARA);
	markdown_state_add_line(p, b, p->line);
}

static void
take_line(struct markdown_state *p)
{
	enum markdown_kind kind;

	p->number++;
	for (p->n_matched = 1; p->n_matched < p->n_open; p->n_matched++)
		if (!goes_on(p, p->open[p->n_matched]))
			break;
	if (ends_code(p))
		return;
	kind = markdown_state_matched(p)->kind;
	if (kind != MARKDOWN_CODE && kind != MARKDOWN_HTML) {
		enum markdown_start start;

		while ((start = markdown_start_block(p)) == MARKDOWN_START_BOX)
			;
		if (start == MARKDOWN_START_LEAF)
			return;
	}
	add_text(p);
}

/* The line with tabs among the marks it begins with as blanks. */
static struct str
without_tabs(struct markdown_state *p, struct str line)
{
	struct str marks = str_lit(" \t>-+*.)0123456789");
	size_t i, col = 0;

	if (str_find_char(line, '\t') == line.n)
		return line;
	buf_clear(&p->tabless);
	for (i = 0; i < line.n && memchr(marks.p, line.p[i], marks.n); i++) {
		size_t n = line.p[i] == '\t' ? TAB - col % TAB : 1;

		(void)buf_fill(&p->tabless, line.p[i] == '\t' ? ' ' : line.p[i], n);
		col += n;
	}
	(void)buf_add(&p->tabless, str_sub(line, i, line.n));
	return buf_str(&p->tabless);
}

struct markdown_block *
markdown_block_parse(struct arena *a, struct str markdown, struct markdown_link_names *names)
{
	struct markdown_state p = { .arena = a, .names = names, .n_open = 1 };
	struct markdown_block *root = arena_new(a, struct markdown_block, 1);
	struct str line;

	root->kind = MARKDOWN_ROOT;
	p.open[0] = root;
	while (str_line(&markdown, &line)) {
		p.line = without_tabs(&p, line);
		take_line(&p);
	}
	markdown_state_close_to(&p, 0);
	buf_free(&p.text);
	buf_free(&p.tabless);
	return root;
}
