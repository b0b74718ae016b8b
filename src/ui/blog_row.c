#include "ui/blog_row.h"

#include "base/tr.h"
#include "text/width.h"
#include "ui/theme.h"

enum { GAP = 2, NAME_MIN = 14, NAME_MAX = 32, KIND_FROM = 60, PLATFORM_FROM = 80, TAGS_FROM = 120, SITE_MAX = 60 };

static int
between(int value, int min, int max)
{
	if (value < min)
		return min;
	return value > max ? max : value;
}

/* The widest label of a table. */
static int
widest(const struct catalog_term *table)
{
	int cols = 0;

	for (const struct catalog_term *t = table; t->code; t++) {
		int label = width_str(str_of(tr(t->label)));

		if (label > cols)
			cols = label;
	}
	return cols;
}

struct blog_row
blog_row_columns(int cols)
{
	struct blog_row w = { .check = width_str(str_lit("✓")), .name = between(cols / 3, NAME_MIN, NAME_MAX) };
	int rest = cols - (1 + w.check + 1 + w.name + GAP);

	if (cols >= KIND_FROM)
		w.kind = widest(catalog_term_kinds());
	if (cols >= PLATFORM_FROM)
		w.platform = widest(catalog_term_platforms());
	rest -= (w.kind ? w.kind + GAP : 0) + (w.platform ? w.platform + GAP : 0);
	w.site = between(rest, 0, cols >= TAGS_FROM ? SITE_MAX : cols);
	if (w.site < rest - GAP)
		w.tags = rest - GAP - w.site;
	return w;
}

/* Returns the column behind it and a gap. */
static int
put_column(struct screen *s, int row, int col, int cols, unsigned style, struct str text)
{
	screen_fit(s, row, col, cols, style, text);
	return cols > 0 ? col + cols + GAP : col;
}

/* The address of the home page without what says nothing. */
static struct str
short_site(struct str site)
{
	site = str_sub(site, str_find(site, str_lit("://")) + 3, site.n);
	if (str_starts_icase(site, "www."))
		site = str_sub(site, 4, site.n);
	if (str_ends(site, "/"))
		site.n--;
	return site;
}

static void
put_tags(struct screen *s, int row, int col, int cols, const struct catalog_row *blog)
{
	struct buf tags = { 0 };

	for (size_t i = 0; i < blog->n_tags; i++)
		(void)buf_printf(&tags, "%s#%.*s", i ? " " : "", STR(blog->tags[i]));
	screen_fit(s, row, col, cols, THEME_TAG, buf_str(&tags));
	buf_free(&tags);
}

void
blog_row_draw(struct screen *s, struct screen_box box, const struct blog_row *w, const struct catalog_row *row,
	bool is_subscribed, bool is_marked)
{
	int col = box.col + 1;

	if (is_marked)
		(void)screen_put(s, box.row, box.col, 1, THEME_MARKED, str_lit("+"));
	if (is_subscribed)
		(void)screen_put(s, box.row, col, w->check, THEME_STAR, str_lit("✓"));
	col += w->check + 1;
	col = put_column(s, box.row, col, w->name, is_subscribed ? THEME_READ : THEME_UNREAD, row->name);
	col = put_column(s, box.row, col, w->kind, THEME_DATE, str_of(tr(row->kind->label)));
	col = put_column(s, box.row, col, w->platform, THEME_FEED, str_of(tr(row->platform->label)));
	col = put_column(s, box.row, col, w->site, THEME_MUTED, short_site(row->site));
	put_tags(s, box.row, col, w->tags, row);
}
