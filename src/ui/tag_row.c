#include "ui/tag_row.h"

#include "base/tr.h"
#include "text/tag.h"
#include "text/width.h"
#include "ui/tag_paint.h"
#include "ui/theme.h"

enum { NAME_MIN = 12, NAME_MAX = 48, COUNTS_COLS = 13, FEEDS_COLS = 12, FEEDS_FROM = 70, ALIASES_FROM = 50, GAP = 2, INDENT = 2 };

struct tag_row
tag_row_columns(const struct tag_tree_row *const *rows, size_t n, int cols)
{
	struct tag_row w = { .name = NAME_MIN, .counts = COUNTS_COLS };
	int rest;

	for (size_t i = 0; i < n; i++) {
		int name = 1 + INDENT * rows[i]->depth + width_str(rows[i]->name);

		if (name > w.name)
			w.name = name;
	}
	w.feeds = cols >= FEEDS_FROM ? FEEDS_COLS : 0;
	rest = cols - 2 - GAP - w.counts - (w.feeds ? GAP + w.feeds : 0);
	if (w.name > NAME_MAX)
		w.name = NAME_MAX;
	if (w.name > rest)
		w.name = rest;
	if (cols >= ALIASES_FROM && rest - w.name > GAP)
		w.aliases = rest - w.name - GAP;
	return w;
}

const struct ui_tag *
tag_row_config(const struct ui_tag *tags, size_t n, struct str key)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(tags[i].key, key))
			return &tags[i];
	return NULL;
}

struct str
tag_row_name(const struct tag_tree_row *row, bool is_tree)
{
	return is_tree && row->depth > 0 ? tag_leaf(row->name) : row->name;
}

/* "#lang", and in the tree under it "/rust", as the sidebar has them. */
static void
put_name(struct screen *s, struct screen_box box, const struct name_apart *all, const struct tag_tree_row *row, bool is_tree, int color)
{
	int indent = is_tree ? INDENT * row->depth : 0;
	struct buf text = { 0 };

	if (indent > box.cols / 2)
		indent = box.cols / 2;
	(void)buf_puts(&text, is_tree && row->depth > 0 ? "/" : "#");
	name_apart_fit(all, &text, tag_row_name(row, is_tree), box.cols - indent - 1);
	screen_fit(s, box.row, box.col + indent, box.cols - indent, THEME_TAG, buf_str(&text));
	if (color >= 0)
		screen_add_style(s, box.row, box.col + indent, box.cols - indent, THEME_COLOR(color));
	buf_free(&text);
}

/* "= k8s, kube" */
static void
put_aliases(struct screen *s, struct screen_box box, const struct ui_tag *config)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < config->n_aliases; i++)
		(void)buf_printf(&text, "%s%.*s", i ? ", " : "= ", STR(config->aliases[i]));
	screen_fit(s, box.row, box.col, box.cols, THEME_MUTED, buf_str(&text));
	buf_free(&text);
}

void
tag_row_draw(struct screen *s, struct screen_box box, const struct tag_row *w, const struct name_apart *all,
	const struct tag_tree_row *row, bool is_tree, const struct ui_tag *tags, size_t n_tags)
{
	const struct ui_tag *config = tag_row_config(tags, n_tags, row->key);
	int col = box.col + 1;
	struct buf text = { 0 };

	put_name(s, (struct screen_box){ box.row, col, 1, w->name }, all, row, is_tree, tag_paint_color(tags, n_tags, row->name));
	col += w->name + GAP;
	(void)buf_printf(&text, "%lld/%lld", (long long)row->all_unread, (long long)row->all);
	(void)screen_put_right(s, box.row, col + w->counts, w->counts, THEME_COUNT, buf_str(&text));
	col += w->counts + GAP;
	if (w->feeds && row->feeds) {
		buf_clear(&text);
		(void)buf_printf(&text, tr_n("%lld feed", "%lld feeds", (unsigned long)row->feeds), (long long)row->feeds);
		(void)screen_put_right(s, box.row, col + w->feeds, w->feeds, THEME_MUTED, buf_str(&text));
	}
	col += w->feeds ? w->feeds + GAP : 0;
	if (w->aliases > 0 && config && config->n_aliases)
		put_aliases(s, (struct screen_box){ box.row, col, 1, w->aliases }, config);
	buf_free(&text);
}
