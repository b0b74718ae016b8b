#include "ui/headline.h"

#include "base/tr.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/theme.h"

enum { MINUTE_S = 60 };

/* A row that is drawn, or measured. */
struct cell {
	const struct headline *h;
	const struct posts_row *row;
	enum listing_kind kind;
	bool is_marked;
	int cols; /* of the part; 0: it is measured */
	struct buf text; /* of the part, where it was not measured */
};

void
headline_tags(const struct posts_row *row, struct buf *out)
{
	for (size_t i = 0; i < row->n_tags; i++)
		(void)buf_printf(out, "%s#%.*s", i ? " " : "", STR(row->tags[i]));
}

/* ---- the text of each field */

static void
add_mark(struct buf *out, const struct cell *c)
{
	(void)buf_puts(out, c->is_marked ? "+" : "");
}

static void
add_unread(struct buf *out, const struct cell *c)
{
	(void)buf_puts(out, c->row->is_read ? "" : "●");
}

static void
add_star(struct buf *out, const struct cell *c)
{
	(void)buf_puts(out, c->row->is_starred ? "★" : "");
}

/* Whether the full text is there, whole or in part, or could not be fetched. */
static void
add_full(struct buf *out, const struct cell *c)
{
	unsigned full = c->row->full;

	(void)buf_puts(out, full & POSTS_FULL_PART ? "-" : full & POSTS_FULL_THERE ? "=" : full & POSTS_FULL_FAILED ? "!" : "");
}

static void
add_date(struct buf *out, const struct cell *c)
{
	date_list_from(out, posts_time(c->row), &c->h->today);
}

static void
add_day(struct buf *out, const struct cell *c)
{
	date_list_day_from(out, posts_time(c->row), &c->h->today);
}

/* The sign of a fold or its indent, "수정됨", the title. */
static void
add_title(struct buf *out, const struct cell *c)
{
	static const char *const signs[] = {
		[LISTING_POST] = "", [LISTING_FOLDED] = "▸ ", [LISTING_HEAD] = "▾ ", [LISTING_MEMBER] = "└ ",
	};

	(void)buf_puts(out, signs[c->kind]);
	if (c->kind == LISTING_FOLDED && !c->h->has_feeds)
		(void)buf_printf(out, "+%zu ", c->row->n_members - 1);
	if (c->row->is_changed)
		(void)buf_printf(out, "[%s] ", tr("changed"));
	(void)buf_add(out, c->row->title.n ? c->row->title : str_of(tr("(untitled)")));
}

/* All feeds of a story where they fit, else the first and how many more. */
static void
add_feeds(struct buf *out, const struct cell *c)
{
	struct buf source = { 0 }, others = { 0 }, more = { 0 };
	const struct posts_row *row = c->row;
	struct str name = row->feed_name;

	if (row->is_left) {
		posts_source(&source, row);
		name = buf_str(&source);
	}
	for (size_t i = 1; i < row->n_members; i++)
		(void)buf_printf(&others, "%s%.*s", i > 1 ? ", " : "", STR(row->members[i].feed_name));
	if (!row->n_members) {
		(void)buf_add(out, name);
	} else {
		(void)buf_printf(out, tr("%.*s, also %s"), STR(name), buf_cstr(&others));
		if (c->cols && width_str(buf_str(out)) > c->cols) {
			buf_clear(out);
			(void)buf_printf(&more, " +%zu", row->n_members - 1);
			wrap_fit(out, name, c->cols - width_str(buf_str(&more)));
			(void)buf_add(out, buf_str(&more));
		}
	}
	buf_free(&source);
	buf_free(&others);
	buf_free(&more);
}

static void
add_tags(struct buf *out, const struct cell *c)
{
	headline_tags(c->row, out);
}

static void
add_sections(struct buf *out, const struct cell *c)
{
	if (c->row->sections)
		(void)buf_printf(out, tr("§%lld"), (long long)c->row->sections);
}

static void
add_time(struct buf *out, const struct cell *c)
{
	if (c->row->seconds)
		(void)buf_printf(out, tr("%d min"), (int)((c->row->seconds + MINUTE_S - 1) / MINUTE_S));
}

static void
add_author(struct buf *out, const struct cell *c)
{
	(void)buf_add(out, c->row->author);
}

static void
add_length(struct buf *out, const struct cell *c)
{
	if (c->row->letters)
		(void)buf_printf(out, "%lld", (long long)c->row->letters);
}

static const struct {
	void (*add)(struct buf *out, const struct cell *c);
	enum theme_role role;
	const char *always; /* as wide as this also where no row has it, so that nothing moves when one gets it */
} fields[ROW_FIELDS] = {
	[ROW_MARK] = { add_mark, THEME_MARKED, "+" },
	[ROW_UNREAD] = { add_unread, THEME_UNREAD, "●" },
	[ROW_STAR] = { add_star, THEME_STAR, "★" },
	[ROW_FULL] = { add_full, THEME_MUTED, "" },
	[ROW_DATE] = { add_date, THEME_DATE, "" },
	[ROW_DAY] = { add_day, THEME_DATE, "" },
	[ROW_TITLE] = { add_title, THEME_UNREAD, "" },
	[ROW_FEED] = { add_feeds, THEME_FEED, "" },
	[ROW_TAGS] = { add_tags, THEME_TAG, "" },
	[ROW_SECTIONS] = { add_sections, THEME_MUTED, "" },
	[ROW_TIME] = { add_time, THEME_MUTED, "" },
	[ROW_AUTHOR] = { add_author, THEME_META, "" },
	[ROW_LENGTH] = { add_length, THEME_MUTED, "" },
};

static unsigned
style_of(enum row_field field, const struct posts_row *row)
{
	if (field == ROW_TITLE && row->is_read)
		return THEME_READ;
	if (field == ROW_FULL && !(row->full & (POSTS_FULL_PART | POSTS_FULL_THERE)))
		return THEME_ERROR;
	return fields[field].role;
}

/* ---- the row */

/* Of a part that is measured the text in a row. */
struct headline_text {
	struct str text;
	int cols;
	bool is_known;
};

static struct headline_text *
text_of(const struct headline *h, size_t row, size_t part)
{
	return &h->texts[row * h->format->n + part];
}

/* Parts whose text is the same wherever the row stands. */
static bool
is_of_post(enum row_field field)
{
	return field != ROW_MARK && field != ROW_TITLE && field != ROW_FEED;
}

/* Measures the text of a part in a row, and keeps it where it can be drawn so. */
static int
measure(struct arena *a, enum row_field field, struct cell *cell, struct headline_text *text)
{
	buf_clear(&cell->text);
	fields[field].add(&cell->text, cell);
	text->cols = cell->text.n ? width_str(buf_str(&cell->text)) : 0;
	text->is_known = is_of_post(field);
	if (cell->text.n && text->is_known)
		text->text = arena_dup(a, buf_str(&cell->text));
	return text->cols;
}

/* The columns of each field in a row, as far as they are known: the note of what is kept of it, which is as long as its key is the same. */
static int *
known_cols(const struct headline *h, size_t row)
{
	struct buf *note = h->kept ? &h->kept[row]->note : NULL;

	if (!note)
		return NULL;
	if (!note->n) {
		int none[ROW_FIELDS];

		for (size_t i = 0; i < ROW_FIELDS; i++)
			none[i] = -1;
		(void)buf_add_bytes(note, none, sizeof none);
	}
	return (int *)(void *)note->p;
}

/* What the widest text of a part takes; of a part whose width does not depend on it nothing is asked. */
static int
widest(const struct headline *h, struct arena *a, size_t part_at)
{
	const struct row_part *part = &h->format->parts[part_at];
	struct cell cell = { .h = h, .kind = LISTING_POST };
	int most;

	if (part->field == ROW_FIELDS || part->is_rest || part->percent || part->min == part->max)
		return 0;
	most = width_str(str_of(fields[part->field].always));
	for (size_t i = 0; i < h->n && most < part->max; i++) {
		int *known = known_cols(h, i), cols = known ? known[part->field] : -1;

		cell.row = h->rows[i];
		if (cols < 0)
			cols = measure(a, part->field, &cell, text_of(h, i, part_at));
		if (known)
			known[part->field] = cols;
		if (cols > most)
			most = cols;
	}
	buf_free(&cell.text);
	return most;
}

void
headline_columns(struct headline *h, struct arena *a, int cols)
{
	const struct row_format *format = h->format;
	int most[ROW_PARTS_MAX];
	bool has_feeds = false;

	h->has_feeds = true;
	h->texts = arena_new(a, struct headline_text, h->n * format->n);
	for (size_t i = 0; i < format->n; i++)
		most[i] = widest(h, a, i);
	row_format_fit(format, cols, most, h->widths);
	for (size_t i = 0; i < format->n; i++)
		has_feeds |= format->parts[i].field == ROW_FEED && h->widths[i] > 0;
	h->has_feeds = has_feeds;
}

/* Where a text of so many columns stands in its part of the row. */
static struct screen_box
box_of(struct screen_box box, bool is_right, int cols)
{
	int gap = is_right && cols < box.cols ? box.cols - cols : 0;

	return (struct screen_box){ box.row, box.col + gap, 1, cols < box.cols ? cols : box.cols };
}

/* As many bytes of it as are shown. */
static size_t
shown_of(struct str text, int cols)
{
	struct buf fit = { 0 };
	size_t n;

	wrap_fit(&fit, text, cols);
	n = str_common(text, buf_str(&fit));
	while (n && n < text.n && (text.p[n] & 0xc0) == 0x80) /* of a letter the first byte alone */
		n--;
	buf_free(&fit);
	return n;
}

/* What was looked for, in as much of the text as is shown; its last bytes are the words of the post. */
static void
mark_found(struct screen *s, struct screen_box box, const struct find_match *match, unsigned part, struct str text, struct str words)
{
	size_t before = text.n - words.n, shown = shown_of(text, box.cols), n;
	struct find_match_span *spans;
	struct arena a = { 0 };

	n = find_match_spans(&a, match, words, part, &spans);
	for (size_t i = 0; i < n; i++) {
		size_t from = before + spans[i].from, to = before + spans[i].to < shown ? before + spans[i].to : shown;

		if (from < to)
			screen_add_style(s, box.row, box.col + width_str(str_sub(text, 0, from)), width_str(str_sub(text, from, to)), THEME_HIT);
	}
	arena_free(&a);
}

/* The letters of a title lead to its post, and what was looked for is marked in what can be. */
static void
mark_part(struct screen *s, struct screen_box box, enum row_field field, const struct cell *c, struct str text)
{
	if (field == ROW_TITLE)
		screen_put_link(s, box.row, box.col, box.cols, c->row->link);
	if (c->h->match && field == ROW_TITLE && c->row->title.n)
		mark_found(s, box, c->h->match, FIND_MATCH_TITLE, text, c->row->title);
	if (c->h->match && field == ROW_AUTHOR)
		mark_found(s, box, c->h->match, FIND_MATCH_AUTHOR, text, c->row->author);
}

static void
draw_part(struct screen *s, struct screen_box box, const struct row_part *part, struct cell *c, const struct headline_text *known)
{
	bool is_marked = part->field == ROW_TITLE || part->field == ROW_AUTHOR;
	struct str text = known->text;
	struct screen_box own = box;

	c->cols = box.cols;
	if (!known->is_known) {
		buf_clear(&c->text);
		fields[part->field].add(&c->text, c);
		text = buf_str(&c->text);
	}
	if (part->is_right || is_marked)
		own = box_of(box, part->is_right, known->is_known ? known->cols : width_str(text));
	if (text.n)
		screen_fit(s, box.row, own.col, part->is_right ? own.cols : box.cols, style_of(part->field, c->row), text);
	if (is_marked)
		mark_part(s, own, part->field, c, text);
}

void
headline_draw(struct screen *s, struct screen_box box, const struct headline *h, size_t at, enum listing_kind kind, bool is_marked)
{
	struct cell cell = { .h = h, .row = h->rows[at], .kind = kind, .is_marked = is_marked };
	int col = box.col, end = box.col + box.cols;

	for (size_t i = 0; i < h->format->n && col < end; i++) {
		const struct row_part *part = &h->format->parts[i];
		int cols = h->widths[i];

		if (cols < 0)
			continue;
		col += screen_put(s, box.row, col, end - col, THEME_MUTED, part->gap);
		if (cols > end - col)
			cols = end - col;
		if (cols > 0)
			draw_part(s, (struct screen_box){ box.row, col, 1, cols }, part, &cell, text_of(h, at, i));
		col += cols;
	}
	buf_free(&cell.text);
}
