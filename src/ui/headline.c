#include "ui/headline.h"

#include "base/tr.h"
#include "text/date.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/theme.h"

enum { DATE_COLS = 13, NARROW = 60, WIDE = 100, TITLE_MAX = 120, GAP = 2, FEED_MIN = 12, FEED_MAX = 24, STORY_MAX = 40 };

void
headline_tags(const struct posts_row *row, struct buf *out)
{
	for (size_t i = 0; i < row->n_tags; i++)
		(void)buf_printf(out, "%s#%.*s", i ? " " : "", STR(row->tags[i]));
}

/* When it was published, or first seen where its feed does not say. */
static void
add_date(struct buf *out, const struct posts_row *row, int64_t now)
{
	date_list(out, row->published != CLOCK_NONE ? row->published : row->sort, now);
}

static int
widest_date(const struct posts_row *const *rows, size_t n, int64_t now)
{
	struct buf date = { 0 };
	int widest = 0;

	for (size_t i = 0; i < n; i++) {
		int cols;

		buf_clear(&date);
		add_date(&date, rows[i], now);
		cols = width_str(buf_str(&date));
		if (cols > widest)
			widest = cols;
	}
	buf_free(&date);
	return widest < DATE_COLS ? widest : DATE_COLS;
}

static int
widest_tags(const struct posts_row *const *rows, size_t n)
{
	struct buf tags = { 0 };
	int widest = 0;

	for (size_t i = 0; i < n; i++) {
		int cols;

		buf_clear(&tags);
		headline_tags(rows[i], &tags);
		cols = tags.n ? width_str(buf_str(&tags)) : 0;
		if (cols > widest)
			widest = cols;
	}
	buf_free(&tags);
	return widest;
}

static int
between(int value, int min, int max)
{
	if (value < min)
		return min;
	return value > max ? max : value;
}

static bool
has_story(const struct posts_row *const *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i]->n_members)
			return true;
	return false;
}

static bool
has_full(const struct posts_row *const *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i]->full)
			return true;
	return false;
}

struct headline
headline_columns(const struct posts_row *const *rows, size_t n, int cols, int64_t now)
{
	struct headline h = { .unread = width_str(str_lit("●")), .star = width_str(str_lit("★")), .date = DATE_COLS };
	int fixed;

	if (cols < WIDE)
		h.date = widest_date(rows, n, now);
	h.full = has_full(rows, n) ? 2 : 0;
	fixed = 1 + h.unread + h.star + 1 + h.full + h.date + GAP;
	if (cols >= NARROW) {
		h.feed = between(cols / 5, FEED_MIN, has_story(rows, n) ? STORY_MAX : FEED_MAX);
		h.tags = between(widest_tags(rows, n), 0, cols / 5);
		fixed += GAP + h.feed + (h.tags ? GAP + h.tags : 0);
	}
	h.title = between(cols - fixed, 1, TITLE_MAX);
	return h;
}

/* Whether the full text is there, whole or in part, or could not be fetched. */
static void
put_full(struct screen *s, int row, int col, unsigned full)
{
	if (full & POSTS_FULL_PART)
		(void)screen_put(s, row, col, 1, THEME_MUTED, str_lit("-"));
	else if (full & POSTS_FULL_THERE)
		(void)screen_put(s, row, col, 1, THEME_MUTED, str_lit("="));
	else if (full & POSTS_FULL_FAILED)
		(void)screen_put(s, row, col, 1, THEME_ERROR, str_lit("!"));
}

/* Returns the column behind it and a gap. */
static int
put_column(struct screen *s, int row, int col, int cols, unsigned style, struct str text)
{
	screen_fit(s, row, col, cols, style, text);
	return col + cols + GAP;
}

static int
put_marks(struct screen *s, struct screen_box box, const struct headline *h, const struct posts_row *row, bool is_marked)
{
	int col = box.col;

	if (is_marked)
		(void)screen_put(s, box.row, col, 1, THEME_MARKED, str_lit("+"));
	col += 1;
	if (!row->is_read)
		(void)screen_put(s, box.row, col, h->unread, THEME_UNREAD, str_lit("●"));
	col += h->unread;
	if (row->is_starred)
		(void)screen_put(s, box.row, col, h->star, THEME_STAR, str_lit("★"));
	col += h->star + 1;
	if (h->full)
		put_full(s, box.row, col, row->full);
	return col + h->full;
}

/* The sign of a fold or its indent, "수정됨", the title. */
static void
add_title(struct buf *out, const struct headline *h, const struct posts_row *row, enum listing_kind kind)
{
	static const char *const signs[] = {
		[LISTING_POST] = "", [LISTING_FOLDED] = "▸ ", [LISTING_HEAD] = "▾ ", [LISTING_MEMBER] = "└ ",
	};

	(void)buf_puts(out, signs[kind]);
	if (kind == LISTING_FOLDED && !h->feed)
		(void)buf_printf(out, "+%zu ", row->n_members - 1);
	if (row->is_changed)
		(void)buf_printf(out, "[%s] ", tr("changed"));
	(void)buf_add(out, row->title.n ? row->title : str_of(tr("(untitled)")));
}

/* All feeds of a story where they fit into cols, else the first and how many more. */
static void
add_feeds(struct buf *out, const struct posts_row *row, int cols)
{
	struct buf others = { 0 }, more = { 0 };
	struct str name = row->feed_name;

	for (size_t i = 1; i < row->n_members; i++)
		(void)buf_printf(&others, "%s%.*s", i > 1 ? ", " : "", STR(row->members[i].feed_name));
	if (!row->n_members) {
		(void)buf_add(out, name);
	} else {
		(void)buf_printf(out, tr("%.*s, also %s"), STR(name), buf_cstr(&others));
		if (width_str(buf_str(out)) > cols) {
			buf_clear(out);
			(void)buf_printf(&more, " +%zu", row->n_members - 1);
			wrap_fit(out, name, cols - width_str(buf_str(&more)));
			(void)buf_add(out, buf_str(&more));
		}
	}
	buf_free(&others);
	buf_free(&more);
}

void
headline_draw(struct screen *s, struct screen_box box, const struct headline *h, const struct posts_row *row,
	enum listing_kind kind, bool is_marked, int64_t now)
{
	int col = put_marks(s, box, h, row, is_marked);
	struct buf text = { 0 };

	add_date(&text, row, now);
	col = put_column(s, box.row, col, h->date, THEME_DATE, buf_str(&text));
	buf_clear(&text);
	add_title(&text, h, row, kind);
	col = put_column(s, box.row, col, h->title, row->is_read ? THEME_READ : THEME_UNREAD, buf_str(&text));
	buf_clear(&text);
	if (h->feed)
		add_feeds(&text, row, h->feed);
	col = put_column(s, box.row, col, h->feed, THEME_FEED, buf_str(&text));
	buf_clear(&text);
	headline_tags(row, &text);
	if (text.n)
		screen_fit(s, box.row, col, h->tags, THEME_TAG, buf_str(&text));
	buf_free(&text);
}
