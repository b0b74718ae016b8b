#include "ui/headline.h"

#include "base/tr.h"
#include "text/date.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/theme.h"

enum { DATE_COLS = 13, NARROW = 60, WIDE = 100, TITLE_MAX = 120, GAP = 2, FEED_MIN = 12, FEED_MAX = 24 };

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
widest_date(const struct posts_row *rows, size_t n, int64_t now)
{
	struct buf date = { 0 };
	int widest = 0;

	for (size_t i = 0; i < n; i++) {
		int cols;

		buf_clear(&date);
		add_date(&date, &rows[i], now);
		cols = width_str(buf_str(&date));
		if (cols > widest)
			widest = cols;
	}
	buf_free(&date);
	return widest < DATE_COLS ? widest : DATE_COLS;
}

static int
widest_tags(const struct posts_row *rows, size_t n)
{
	struct buf tags = { 0 };
	int widest = 0;

	for (size_t i = 0; i < n; i++) {
		int cols;

		buf_clear(&tags);
		headline_tags(&rows[i], &tags);
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

struct headline
headline_columns(const struct posts_row *rows, size_t n, int cols, int64_t now)
{
	struct headline h = { .unread = width_str(str_lit("●")), .star = width_str(str_lit("★")), .date = DATE_COLS };
	int fixed;

	if (cols < WIDE)
		h.date = widest_date(rows, n, now);
	fixed = 1 + h.unread + h.star + 1 + h.date + GAP;
	if (cols >= NARROW) {
		h.feed = between(cols / 5, FEED_MIN, FEED_MAX);
		h.tags = between(widest_tags(rows, n), 0, cols / 5);
		fixed += GAP + h.feed + (h.tags ? GAP + h.tags : 0);
	}
	h.title = between(cols - fixed, 1, TITLE_MAX);
	return h;
}

/* Text cut and padded to cols; returns the column behind it. */
static int
put_fit(struct screen *s, int row, int col, int cols, unsigned style, struct str text)
{
	struct buf fit = { 0 };

	if (cols <= 0)
		return col;
	wrap_fit(&fit, text, cols);
	screen_pad(s, row, col, cols, style, buf_str(&fit));
	buf_free(&fit);
	return col + cols;
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
	return col + h->star + 1;
}

void
headline_draw(struct screen *s, struct screen_box box, const struct headline *h, const struct posts_row *row,
	bool is_marked, int64_t now)
{
	struct str title = row->title.n ? row->title : str_of(tr("(untitled)"));
	int col = put_marks(s, box, h, row, is_marked);
	struct buf text = { 0 };

	add_date(&text, row, now);
	col = put_fit(s, box.row, col, h->date, THEME_DATE, buf_str(&text)) + GAP;
	col = put_fit(s, box.row, col, h->title, row->is_read ? THEME_READ : THEME_UNREAD, title) + GAP;
	col = put_fit(s, box.row, col, h->feed, THEME_FEED, row->feed_name) + GAP;
	buf_clear(&text);
	headline_tags(row, &text);
	if (text.n)
		(void)put_fit(s, box.row, col, h->tags, THEME_TAG, buf_str(&text));
	buf_free(&text);
}
