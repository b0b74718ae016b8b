/*
 * One row of the list of tags: its name in the tree, counts, aliases, how many
 * feeds have it.
 */
#ifndef UI_TAG_ROW_H
#define UI_TAG_ROW_H

#include "store/tag_tree.h"
#include "ui/name_apart.h"
#include "ui/screen.h"
#include "ui/ui.h"

/* Widths in columns; 0 leaves a part out. */
struct tag_row {
	int name, counts, feeds, aliases;
};

/* What fits into cols, by the widest of the rows. */
struct tag_row tag_row_columns(const struct tag_tree_row *const *rows, size_t n, int cols);

/* The line of the config about a tag, or NULL. */
const struct ui_tag *tag_row_config(const struct ui_tag *tags, size_t n, struct str key);

/* What a row has of its name: in the tree under another one the last part, else the whole. */
struct str tag_row_name(const struct tag_tree_row *row, bool is_tree);

/* is_tree: indented; all: the names of the rows in sight. */
void tag_row_draw(struct screen *s, struct screen_box box, const struct tag_row *w, const struct name_apart *all,
	const struct tag_tree_row *row, bool is_tree, const struct ui_tag *tags, size_t n_tags);

#endif
