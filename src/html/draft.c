#include "html/draft.h"

#include "html/draft_line.h"
#include "text/clean.h"

/* Boxes in boxes; doc_read takes LIMIT_XML_DEPTH elements, inline ones included. */
enum { DRAFT_DEPTH = 64 };

void
draft_init(struct draft *p, struct arena *a)
{
	*p = (struct draft){ .arena = a };
}

void
draft_free(struct draft *p)
{
	vec_free(&p->list);
	vec_free(&p->runs);
	vec_free(&p->links);
	vec_free(&p->open);
	buf_free(&p->text);
	buf_free(&p->scratch);
}

uint32_t
draft_link(struct draft *p, struct str url)
{
	if (!url.n)
		return 0;
	*vec_add(&p->links) = url;
	return (uint32_t)p->links.n;
}

/* ---- lines */

static struct draft_run *
add_mark(struct draft *p)
{
	struct draft_run *run = vec_add(&p->runs);

	*run = (struct draft_run){ .at = p->text.n, .n = strlen(p->mark) };
	(void)buf_puts(&p->text, p->mark);
	p->mark = NULL;
	return run;
}

static bool
is_same_style(const struct draft_style *a, const struct draft_style *b)
{
	return a->bits == b->bits && a->link == b->link && a->size == b->size;
}

void
draft_text(struct draft *p, struct str s, struct draft_style style)
{
	size_t at = p->text.n;
	struct draft_run *last = p->runs.n > p->line_run ? &p->runs.v[p->runs.n - 1] : NULL;
	bool is_first = at == p->line_at, is_clean = draft_line_is_clean(s);

	if (is_first)
		p->indent += draft_line_indent(s, p->keeps_blanks);
	if (!is_clean)
		s = is_first && !str_trim(s).n ? STR_NONE : clean_inlined(&p->scratch, s); /* none: what stands between two blocks */
	if (p->mark && is_first && str_trim(s).n)
		last = add_mark(p);
	(is_clean ? draft_line_add : draft_line_fold)(&p->text, p->line_at, s);
	at = last ? last->at + last->n : p->line_at;
	if (p->text.n == at)
		return;
	if (last && is_same_style(&last->style, &style))
		last->n += p->text.n - at;
	else
		*vec_add(&p->runs) = (struct draft_run){ at, p->text.n - at, style };
}

/* Takes the space off the end of the line being built. */
static void
trim_line(struct draft *p)
{
	struct draft_run *last;

	if (p->text.n == p->line_at || p->text.p[p->text.n - 1] != ' ')
		return;
	buf_truncate(&p->text, p->text.n - 1);
	last = &p->runs.v[p->runs.n - 1];
	if (!--last->n)
		p->runs.n--;
}

static struct draft_part *
add(struct draft *p, enum draft_kind kind, enum dom_tag tag)
{
	struct draft_part *part = vec_add(&p->list);

	*part = (struct draft_part){ .kind = kind, .tag = tag, .at = p->text.n, .run = p->runs.n };
	return part;
}

enum dom_tag
draft_inside(const struct draft *p)
{
	return p->open.n ? p->list.v[p->open.v[p->open.n - 1]].tag : DOM_TEXT;
}

static bool
is_list(enum dom_tag tag)
{
	return tag == DOM_UL || tag == DOM_OL;
}

static bool
is_cell(enum dom_tag tag)
{
	return tag == DOM_TD || tag == DOM_TH;
}

bool
draft_is_in_cell(const struct draft *p)
{
	return is_cell(draft_inside(p));
}

static void
push(struct draft *p, enum dom_tag tag)
{
	*vec_add(&p->open) = p->list.n;
	add(p, DRAFT_OPEN, tag);
}

/* Opens the item that what comes now must be in. */
static void
imply_item(struct draft *p, enum dom_tag line)
{
	enum dom_tag in = draft_inside(p);

	if (is_list(in))
		push(p, DOM_LI);
	else if (in == DOM_DL && line != DOM_DT)
		push(p, DOM_DD);
	else
		return;
	p->list.v[p->list.n - 1].is_implied = true;
}

bool
draft_end_line(struct draft *p, enum dom_tag tag)
{
	struct draft_part *line;

	size_t indent = p->indent;
	bool continues = p->continues;

	p->indent = 0;
	p->continues = false;
	trim_line(p);
	if (p->text.n == p->line_at)
		return false;
	imply_item(p, tag);
	line = add(p, DRAFT_LINE, tag);
	line->indent = (uint8_t)(indent < UINT8_MAX ? indent : UINT8_MAX);
	line->at = p->line_at;
	line->n = p->text.n - p->line_at;
	line->run = p->line_run;
	line->n_runs = p->runs.n - p->line_run;
	line->size = draft_line_size(p, line);
	line->is_continued = continues && !p->has_blank;
	line->has_blank = p->has_blank;
	line->endnote = p->endnote;
	p->has_blank = false;
	p->endnote = 0;
	p->line_at = p->text.n;
	p->line_run = p->runs.n;
	return true;
}

void
draft_break(struct draft *p, enum dom_tag tag)
{
	bool has_text = draft_end_line(p, tag);

	p->continues = has_text;
	p->has_blank = p->has_blank || !has_text;
}

/* ---- code, pictures, rules */

/* Adds a part that holds s, which is no running text. */
static struct draft_part *
add_object(struct draft *p, enum draft_kind kind, struct str s)
{
	struct draft_part *part;

	(void)draft_end_line(p, DOM_P);
	imply_item(p, DOM_P);
	part = add(p, kind, DOM_OTHER);
	(void)buf_add(&p->text, s);
	part->n = p->text.n - part->at;
	p->line_at = p->text.n;
	p->has_blank = false;
	return part;
}

/* s without blank lines at its start and blanks at its end. */
static struct str
trim_code(struct str s)
{
	while (s.n && (s.p[s.n - 1] == '\n' || s.p[s.n - 1] == ' '))
		s.n--;
	for (size_t end; (end = str_find_char(s, '\n')) < s.n && !str_trim(str_sub(s, 0, end)).n;)
		s = str_sub(s, end + 1, s.n);
	return s;
}

void
draft_code(struct draft *p, struct str text, struct str lang)
{
	struct buf clean = { 0 };
	struct str code;

	clean_text(&clean, text);
	code = trim_code(buf_str(&clean));
	if (str_trim(code).n && draft_is_in_cell(p) && str_find_char(code, '\n') == code.n)
		draft_text(p, code, (struct draft_style){ .bits = DRAFT_CODE_TEXT });
	else if (str_trim(code).n)
		add_object(p, DRAFT_CODE, code)->note = lang;
	buf_free(&clean);
}

/* What a picture without words is called: the last name in its address. */
static struct str
file_name(struct str src)
{
	struct str path = str_sub(src, 0, str_find_char(src, '?'));
	size_t at = path.n;

	while (at > 0 && path.p[at - 1] != '/')
		at--;
	return at < path.n ? str_sub(path, at, path.n) : src;
}

struct draft_part *
draft_image(struct draft *p, struct str src, struct str alt)
{
	struct draft_style style = { .size = 0 };
	struct draft_part *image = NULL;
	struct buf line = { 0 };

	clean_line(&line, alt);
	if (draft_is_in_cell(p)) {
		style.link = draft_link(p, src);
		draft_text(p, line.n ? buf_str(&line) : file_name(src), style);
	} else {
		image = add_object(p, DRAFT_IMAGE, buf_str(&line));
		image->note = src;
	}
	buf_free(&line);
	return image;
}

static bool
is_last(const struct draft *p, enum draft_kind kind, enum dom_tag tag)
{
	const struct draft_part *last = p->list.n ? &p->list.v[p->list.n - 1] : NULL;

	return last && last->kind == kind && last->tag == tag;
}

void
draft_rule(struct draft *p)
{
	enum dom_tag in;

	(void)draft_end_line(p, DOM_P);
	in = draft_inside(p);
	if (p->open.n && in != DOM_BLOCKQUOTE && in != DOM_DETAILS && (in != DOM_LI || is_last(p, DRAFT_OPEN, DOM_LI)))
		return;
	if (!p->list.n || p->list.v[p->list.n - 1].kind != DRAFT_RULE)
		add_object(p, DRAFT_RULE, STR_NONE);
}

/* ---- boxes */

/* Takes the end of the box that closed last away again. */
static void
reopen(struct draft *p)
{
	size_t at = p->list.v[--p->list.n].box;

	*vec_add(&p->open) = at;
}

/* A list inside of a list stands in the item before it. */
static void
into_item(struct draft *p)
{
	if (!is_list(draft_inside(p)))
		return;
	if (is_last(p, DRAFT_CLOSE, DOM_LI))
		reopen(p);
	else
		imply_item(p, DOM_P);
}

/* An item outside of a list gets one, the same as the item before it. */
static void
into_list(struct draft *p)
{
	if (draft_inside(p) == DOM_LI && p->list.v[p->open.v[p->open.n - 1]].is_implied)
		draft_close_to(p, p->open.n - 1);
	if (is_list(draft_inside(p)))
		return;
	if (is_last(p, DRAFT_CLOSE, DOM_UL) && p->list.v[p->list.n - 1].is_implied) {
		reopen(p);
		return;
	}
	push(p, DOM_UL);
	p->list.v[p->list.n - 1].is_implied = true;
}

static bool
may_open(const struct draft *p, enum dom_tag tag)
{
	enum dom_tag in = draft_inside(p);

	if (is_cell(tag))
		return in == DOM_TR;
	if (tag == DOM_TR)
		return in == DOM_TABLE;
	if (tag == DOM_DD)
		return in == DOM_DL;
	return p->open.n < DRAFT_DEPTH && !is_cell(in) && in != DOM_TABLE && in != DOM_TR;
}

struct draft_part *
draft_open(struct draft *p, enum dom_tag tag)
{
	(void)draft_end_line(p, DOM_P);
	if (draft_inside(p) == DOM_DD && tag == DOM_DD && p->list.v[p->open.v[p->open.n - 1]].is_implied)
		draft_close_to(p, p->open.n - 1);
	if (!may_open(p, tag))
		return NULL;
	if (tag == DOM_LI)
		into_list(p);
	else if (is_list(tag))
		into_item(p);
	else if (tag != DOM_DD)
		imply_item(p, tag);
	push(p, tag);
	return &p->list.v[p->list.n - 1];
}

/* A figure without a picture is none. */
static bool
is_needless(const struct draft *p, size_t at)
{
	if (p->list.v[at].tag != DOM_FIGURE)
		return false;
	while (++at < p->list.n)
		if (p->list.v[at].kind == DRAFT_IMAGE)
			return false;
	return true;
}

static void
close_box(struct draft *p, size_t at, const struct draft_part *open)
{
	struct draft_part *close = add(p, DRAFT_CLOSE, open->tag);

	close->box = at;
	close->is_implied = open->is_implied;
	close->is_dropped = is_needless(p, at);
	p->list.v[at].is_dropped = close->is_dropped;
}

static void
close_one(struct draft *p)
{
	size_t at = p->open.v[--p->open.n];
	struct draft_part open = p->list.v[at];

	if (at + 1 == p->list.n && !is_cell(open.tag))
		p->list.n--;
	else
		close_box(p, at, &open);
}

void
draft_close_to(struct draft *p, size_t n)
{
	while (p->open.n > n)
		close_one(p);
}
