#include "html/part.h"

#include "html/part_line.h"
#include "text/clean.h"

/* Boxes in boxes; doc_read takes LIMIT_XML_DEPTH elements, inline ones included. */
enum { PART_DEPTH = 64 };

void
part_init(struct parts *p, struct arena *a)
{
	*p = (struct parts){ .arena = a };
}

void
part_free(struct parts *p)
{
	vec_free(&p->list);
	vec_free(&p->runs);
	vec_free(&p->links);
	vec_free(&p->open);
	buf_free(&p->text);
	buf_free(&p->scratch);
}

struct str
part_text_of(const struct parts *p, const struct part *part)
{
	return str_sub(buf_str(&p->text), part->at, part->at + part->n);
}

uint32_t
part_link(struct parts *p, struct str url)
{
	if (!url.n)
		return 0;
	*vec_add(&p->links) = url;
	return (uint32_t)p->links.n;
}

/* ---- lines */

static bool
is_same_style(const struct part_style *a, const struct part_style *b)
{
	return a->bits == b->bits && a->link == b->link && a->size == b->size;
}

void
part_text(struct parts *p, struct str s, struct part_style style)
{
	size_t at = p->text.n;
	struct part_run *last = p->runs.n > p->line_run ? &p->runs.v[p->runs.n - 1] : NULL;

	buf_clear(&p->scratch);
	clean_inline(&p->scratch, s);
	part_line_fold(&p->text, p->line_at, buf_str(&p->scratch));
	if (p->text.n == at)
		return;
	if (last && is_same_style(&last->style, &style))
		last->n += p->text.n - at;
	else
		*vec_add(&p->runs) = (struct part_run){ at, p->text.n - at, style };
}

/* Takes the space off the end of the line being built. */
static void
trim_line(struct parts *p)
{
	struct part_run *last;

	if (p->text.n == p->line_at || p->text.p[p->text.n - 1] != ' ')
		return;
	buf_truncate(&p->text, p->text.n - 1);
	last = &p->runs.v[p->runs.n - 1];
	if (!--last->n)
		p->runs.n--;
}

static struct part *
add(struct parts *p, enum part_kind kind, enum dom_tag tag)
{
	struct part *part = vec_add(&p->list);

	*part = (struct part){ .kind = kind, .tag = tag, .at = p->text.n, .run = p->runs.n };
	return part;
}

enum dom_tag
part_inside(const struct parts *p)
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

static void
push(struct parts *p, enum dom_tag tag)
{
	*vec_add(&p->open) = p->list.n;
	add(p, PART_OPEN, tag);
}

/* Opens the item that what comes now must be in. */
static void
imply_item(struct parts *p, enum dom_tag line)
{
	enum dom_tag in = part_inside(p);

	if (is_list(in))
		push(p, DOM_LI);
	else if (in == DOM_DL && line != DOM_DT)
		push(p, DOM_DD);
	else
		return;
	p->list.v[p->list.n - 1].is_implied = true;
}

bool
part_end_line(struct parts *p, enum dom_tag tag)
{
	struct part *line;

	trim_line(p);
	if (p->text.n == p->line_at)
		return false;
	imply_item(p, tag);
	line = add(p, PART_LINE, tag);
	line->at = p->line_at;
	line->n = p->text.n - p->line_at;
	line->run = p->line_run;
	line->n_runs = p->runs.n - p->line_run;
	line->size = part_line_size(p, line);
	line->has_blank = p->has_blank;
	p->has_blank = false;
	p->line_at = p->text.n;
	p->line_run = p->runs.n;
	return true;
}

/* ---- code, pictures, rules */

/* Adds a part that holds s, which is no running text. */
static struct part *
add_object(struct parts *p, enum part_kind kind, struct str s)
{
	struct part *part;

	(void)part_end_line(p, DOM_P);
	imply_item(p, DOM_P);
	part = add(p, kind, DOM_OTHER);
	(void)buf_add(&p->text, s);
	part->n = p->text.n - part->at;
	p->line_at = p->text.n;
	p->has_blank = false;
	return part;
}

void
part_code(struct parts *p, struct str text, struct str lang)
{
	struct str code;

	buf_clear(&p->scratch);
	clean_text(&p->scratch, text);
	code = buf_str(&p->scratch);
	while (code.n && (code.p[code.n - 1] == '\n' || code.p[code.n - 1] == ' '))
		code.n--;
	for (size_t end; (end = str_find_char(code, '\n')) < code.n && !str_trim(str_sub(code, 0, end)).n;)
		code = str_sub(code, end + 1, code.n);
	if (!str_trim(code).n)
		return;
	if (is_cell(part_inside(p)))
		part_text(p, code, (struct part_style){ .bits = PART_CODE_TEXT });
	else
		add_object(p, PART_CODE, code)->note = lang;
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

void
part_image(struct parts *p, struct str src, struct str alt)
{
	struct buf line = { 0 };

	clean_line(&line, alt);
	if (is_cell(part_inside(p)))
		part_text(p, line.n ? buf_str(&line) : file_name(src), (struct part_style){ .link = part_link(p, src) });
	else
		add_object(p, PART_IMAGE, buf_str(&line))->note = src;
	buf_free(&line);
}

void
part_rule(struct parts *p)
{
	(void)part_end_line(p, DOM_P);
	if (p->open.n && part_inside(p) != DOM_BLOCKQUOTE)
		return;
	if (!p->list.n || p->list.v[p->list.n - 1].kind != PART_RULE)
		add_object(p, PART_RULE, STR_NONE);
}

/* ---- boxes */

static bool
is_last(const struct parts *p, enum part_kind kind, enum dom_tag tag)
{
	const struct part *last = p->list.n ? &p->list.v[p->list.n - 1] : NULL;

	return last && last->kind == kind && last->tag == tag;
}

/* Takes the end of the box that closed last away again. */
static void
reopen(struct parts *p)
{
	size_t at = p->list.v[--p->list.n].box;

	*vec_add(&p->open) = at;
}

/* A list inside of a list stands in the item before it. */
static void
into_item(struct parts *p)
{
	if (!is_list(part_inside(p)))
		return;
	if (is_last(p, PART_CLOSE, DOM_LI))
		reopen(p);
	else
		imply_item(p, DOM_P);
}

/* An item outside of a list gets one, the same as the item before it. */
static void
into_list(struct parts *p)
{
	if (part_inside(p) == DOM_LI && p->list.v[p->open.v[p->open.n - 1]].is_implied)
		part_close_to(p, p->open.n - 1);
	if (is_list(part_inside(p)))
		return;
	if (is_last(p, PART_CLOSE, DOM_UL) && p->list.v[p->list.n - 1].is_implied) {
		reopen(p);
		return;
	}
	push(p, DOM_UL);
	p->list.v[p->list.n - 1].is_implied = true;
}

static bool
may_open(const struct parts *p, enum dom_tag tag)
{
	enum dom_tag in = part_inside(p);

	if (is_cell(tag))
		return in == DOM_TR;
	if (tag == DOM_TR)
		return in == DOM_TABLE;
	if (tag == DOM_DD)
		return in == DOM_DL;
	return p->open.n < PART_DEPTH && !is_cell(in) && in != DOM_TABLE && in != DOM_TR;
}

struct part *
part_open(struct parts *p, enum dom_tag tag)
{
	(void)part_end_line(p, DOM_P);
	if (part_inside(p) == DOM_DD && tag == DOM_DD && p->list.v[p->open.v[p->open.n - 1]].is_implied)
		part_close_to(p, p->open.n - 1);
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
is_needless(const struct parts *p, size_t at)
{
	if (p->list.v[at].tag != DOM_FIGURE)
		return false;
	while (++at < p->list.n)
		if (p->list.v[at].kind == PART_IMAGE)
			return false;
	return true;
}

static void
close_box(struct parts *p, size_t at, const struct part *open)
{
	struct part *close = add(p, PART_CLOSE, open->tag);

	close->box = at;
	close->is_implied = open->is_implied;
	close->is_dropped = is_needless(p, at);
	p->list.v[at].is_dropped = close->is_dropped;
}

static void
close_one(struct parts *p)
{
	size_t at = p->open.v[--p->open.n];
	struct part open = p->list.v[at];

	if (at + 1 == p->list.n && !is_cell(open.tag))
		p->list.n--;
	else
		close_box(p, at, &open);
}

void
part_close_to(struct parts *p, size_t n)
{
	while (p->open.n > n)
		close_one(p);
}
