#include "html/tidy_write.h"

#include "text/entity.h"

enum { TAG_ROOM = 23 };

struct writer {
	struct buf *out;
	const struct draft *parts;
	vec(enum dom_tag) boxes;
	bool is_first; /* nothing stands in the open cell yet */
};

/* A tag as it is written, copied at once with the zeros behind it. */
struct tag {
	char text[TAG_ROOM];
	unsigned char n;
};

#define TAG(text) { text, sizeof(text) - 1 }
#define STYLE(name) { TAG("<" name ">"), TAG("</" name ">") }
static const struct {
	struct tag start, end;
} style_tags[DRAFT_STYLES] = {
	STYLE("b"), STYLE("i"), STYLE("u"), STYLE("s"), STYLE("mark"), STYLE("sup"), STYLE("sub"), STYLE("kbd"), STYLE("code"),
};

/* Of parts: a start without its end, for something may stand there, and the end of a line or box. */
static const struct {
	struct tag start, end;
} part_tags[DOM_TAG_COUNT] = {
#define PART(tag, name, kinds) [DOM_##tag] = { TAG("<" name), TAG("</" name ">\n") },
	DOM_TAGS(PART)
#undef PART
};

/* ---- text in a line */

static void
open_link(struct writer *w, uint32_t link)
{
	struct str url = w->parts->links.v[link - 1];

	(void)buf_puts(w->out, str_starts(url, "#") ? "<a data-note=\"" : "<a href=\"");
	entity_escape(w->out, str_starts(url, "#") ? str_sub(url, 1, url.n) : url);
	(void)buf_puts(w->out, "\">");
}

static void
put_tag(struct writer *w, const struct tag *tag)
{
	struct buf *out = w->out;
	char *to = out->cap - out->n > sizeof tag->text ? out->p + out->n : buf_reserve(out, sizeof tag->text);

	if (!to)
		return;
	memcpy(to, tag->text, sizeof tag->text);
	out->n += tag->n;
}

static void
open_style(struct writer *w, const struct draft_style *style, int i)
{
	if (i >= 0)
		put_tag(w, &style_tags[i].start);
	else
		open_link(w, style->link);
}

static void
close_style(struct writer *w, int i)
{
	static const struct tag link = TAG("</a>");

	put_tag(w, i < 0 ? &link : &style_tags[i].end);
}

static bool
has_style(const struct draft_style *style, int i)
{
	return i < 0 ? style->link > 0 : (style->bits >> i & 1) != 0;
}

/* The outermost style (-1: the link) in which two runs differ. */
static int
first_change(const struct draft_style *a, const struct draft_style *b)
{
	int i = 0;

	if (a->link != b->link)
		return -1;
	while (i < DRAFT_STYLES && has_style(a, i) == has_style(b, i))
		i++;
	return i;
}

static void
change_style(struct writer *w, const struct draft_style *from, const struct draft_style *to)
{
	int change;

	if (from->link == to->link && from->bits == to->bits)
		return;
	change = first_change(from, to);
	for (int i = DRAFT_STYLES - 1; i >= change; i--)
		if (has_style(from, i))
			close_style(w, i);
	for (int i = change; i < DRAFT_STYLES; i++)
		if (has_style(to, i))
			open_style(w, to, i);
}

static void
write_text(struct writer *w, const struct draft_part *line)
{
	static const struct draft_style plain = { 0 };
	const struct draft_style *now = &plain;

	for (size_t i = line->run; i < line->run + line->n_runs; i++) {
		const struct draft_run *run = &w->parts->runs.v[i];

		change_style(w, now, &run->style);
		entity_escape(w->out, str_sub(buf_str(&w->parts->text), run->at, run->at + run->n));
		now = &run->style;
	}
	change_style(w, now, &plain);
}

/* ---- lines */

static enum dom_tag
inside(const struct writer *w)
{
	return w->boxes.n ? w->boxes.v[w->boxes.n - 1] : DOM_TEXT;
}

static bool
is_cell(enum dom_tag tag)
{
	return tag == DOM_TD || tag == DOM_TH;
}

static void
write_hints(struct writer *w, const struct draft_part *line)
{
	int tenths = (int)(line->size * 10 + 0.5f);

	if (tenths > 0 && tenths < 10000)
		(void)buf_printf(w->out, tenths % 10 ? " data-size=\"%d.%d\"" : " data-size=\"%d\"", tenths / 10,
			tenths % 10);
	if (line->has_blank && !is_cell(inside(w)))
		(void)buf_puts(w->out, " data-blank=\"1\"");
	if (line->hashes)
		(void)buf_printf(w->out, " data-hashes=\"%d\"", line->hashes);
	if (line->endnote)
		(void)buf_printf(w->out, " data-note=\"%d\"", line->endnote);
}

/* The part at or after i that is not dropped, or NULL. */
static const struct draft_part *
shown(const struct writer *w, size_t i)
{
	while (i < w->parts->list.n && w->parts->list.v[i].is_dropped)
		i++;
	return i < w->parts->list.n ? &w->parts->list.v[i] : NULL;
}

/* The line that is written straight into the box opened before i: the only one of an item. NULL otherwise. */
static const struct draft_part *
lone_line(const struct writer *w, size_t i)
{
	const struct draft_part *line = shown(w, i), *next = NULL;

	if (line)
		next = shown(w, (size_t)(line - w->parts->list.v) + 1);
	if (!line || line->kind != DRAFT_LINE || !next || line->tag != DOM_P)
		return NULL;
	if (next->kind == DRAFT_CLOSE || (next->kind == DRAFT_OPEN && (next->tag == DOM_UL || next->tag == DOM_OL)))
		return line;
	return NULL;
}

/* What a line is called where it stands. */
static enum dom_tag
line_tag(const struct writer *w, const struct draft_part *line)
{
	if ((line->tag == DOM_SUMMARY && inside(w) != DOM_DETAILS) ||
		(line->tag == DOM_CAPTION && inside(w) != DOM_TABLE) || (line->tag == DOM_DT && inside(w) != DOM_DL))
		return DOM_P;
	return line->tag;
}

static bool
has_hints(enum dom_tag tag)
{
	return tag == DOM_P || (tag >= DOM_H1 && tag <= DOM_H6);
}

/* Whether next is a line of the same paragraph as line, with nothing of its own to be noted. */
static bool
goes_on(const struct draft_part *line, const struct draft_part *next)
{
	return next && next->kind == DRAFT_LINE && next->is_continued && next->tag == line->tag &&
	    (line->tag == DOM_P || line->tag == DOM_FIGCAPTION) && next->size == line->size && !next->has_blank && !next->hashes && !line->hashes;
}

/* Writes the text of a line and of those that go on in its paragraph; returns the last one. */
static const struct draft_part *
write_lines(struct writer *w, const struct draft_part *line)
{
	const struct draft_part *next;

	write_text(w, line);
	while (goes_on(line, next = shown(w, (size_t)(line - w->parts->list.v) + 1))) {
		(void)buf_puts(w->out, "<br/>");
		line = next;
		write_text(w, line);
	}
	return line;
}

/* Returns the last line it has written. */
static const struct draft_part *
write_line(struct writer *w, const struct draft_part *line)
{
	enum dom_tag tag = line_tag(w, line);
	bool is_bare = tag == DOM_FIGCAPTION && inside(w) != DOM_FIGURE;

	if (is_cell(inside(w))) {
		if (!w->is_first)
			(void)buf_puts(w->out, "<br/>");
		w->is_first = false;
		write_text(w, line);
		return line;
	}
	if (is_bare)
		(void)buf_puts(w->out, "<figure>");
	put_tag(w, &part_tags[tag].start);
	if (has_hints(tag))
		write_hints(w, line);
	(void)buf_putc(w->out, '>');
	line = write_lines(w, line);
	if (is_bare)
		(void)buf_puts(w->out, "</figcaption></figure>\n");
	else
		put_tag(w, &part_tags[tag].end);
	return line;
}

/* ---- boxes and the rest */

/* Writes the start tag of the box at i; returns the last part it has written. */
static size_t
write_open(struct writer *w, size_t i)
{
	const struct draft_part *box = &w->parts->list.v[i], *line = NULL, *first;

	put_tag(w, &part_tags[box->tag].start);
	if (box->tag == DOM_OL && box->start != 1)
		(void)buf_printf(w->out, " start=\"%d\"", box->start);
	if (box->numbering)
		(void)buf_printf(w->out, " type=\"%c\"", box->numbering);
	if (box->has_number)
		(void)buf_printf(w->out, " value=\"%d\"", box->start);
	if (box->align)
		(void)buf_puts(w->out, box->align == DRAFT_ALIGN_RIGHT ? " data-align=\"right\"" : " data-align=\"center\"");
	if (box->colspan > 1)
		(void)buf_printf(w->out, " colspan=\"%d\"", box->colspan);
	if (box->rowspan > 1)
		(void)buf_printf(w->out, " rowspan=\"%d\"", box->rowspan);
	if (box->tag == DOM_LI || box->tag == DOM_DD)
		line = lone_line(w, i + 1);
	*vec_add(&w->boxes) = box->tag;
	first = is_cell(box->tag) ? shown(w, i + 1) : box->tag == DOM_LI ? line : NULL;
	if (first && first->kind == DRAFT_LINE)
		write_hints(w, first);
	(void)buf_putc(w->out, '>');
	w->is_first = true;
	if (!line)
		return i;
	write_text(w, line);
	return (size_t)(line - w->parts->list.v);
}

static void
write_close(struct writer *w, const struct draft_part *box)
{
	w->boxes.n--;
	put_tag(w, &part_tags[box->tag].end);
	if (is_cell(box->tag))
		buf_truncate(w->out, w->out->n - strlen("\n"));
}

static void
write_code(struct writer *w, const struct draft_part *code)
{
	(void)buf_puts(w->out, "<pre");
	if (code->note.n) {
		(void)buf_puts(w->out, " data-lang=\"");
		entity_escape(w->out, code->note);
		(void)buf_putc(w->out, '"');
	}
	(void)buf_putc(w->out, '>');
	entity_escape(w->out, draft_text_of(w->parts, code));
	(void)buf_puts(w->out, is_cell(inside(w)) ? "</pre>" : "</pre>\n");
	w->is_first = true; /* what follows in a cell is on a line of its own */
}

static void
write_image(struct writer *w, const struct draft_part *image)
{
	if (image->link)
		open_link(w, image->link);
	(void)buf_puts(w->out, "<img");
	if (image->note.n) {
		(void)buf_puts(w->out, " src=\"");
		entity_escape(w->out, image->note);
		(void)buf_putc(w->out, '"');
	}
	(void)buf_puts(w->out, " alt=\"");
	entity_escape(w->out, draft_text_of(w->parts, image));
	(void)buf_putc(w->out, '"');
	if (image->width)
		(void)buf_printf(w->out, " width=\"%d\"", image->width);
	if (image->height)
		(void)buf_printf(w->out, " height=\"%d\"", image->height);
	(void)buf_puts(w->out, image->link ? "/></a>\n" : "/>\n");
}

static size_t
write_part(struct writer *w, size_t i)
{
	const struct draft_part *part = &w->parts->list.v[i];

	if (part->is_dropped)
		return i;
	switch (part->kind) {
	case DRAFT_LINE:
		return (size_t)(write_line(w, part) - w->parts->list.v);
	case DRAFT_CODE:
		write_code(w, part);
		break;
	case DRAFT_IMAGE:
		write_image(w, part);
		break;
	case DRAFT_RULE:
		(void)buf_puts(w->out, "<hr/>\n");
		break;
	case DRAFT_OPEN:
		return write_open(w, i);
	case DRAFT_CLOSE:
		write_close(w, part);
		break;
	}
	return i;
}

void
tidy_write(struct buf *out, const struct draft *parts)
{
	struct writer w = { .out = out, .parts = parts };

	(void)buf_puts(out, "<article>\n");
	for (size_t i = 0; i < parts->list.n; i++)
		i = write_part(&w, i);
	(void)buf_puts(out, "</article>");
	vec_free(&w.boxes);
}
