/*
 * A post made ready to be shown: its document with sections, and all lines of
 * a given width: head, text, list of links.
 */
#ifndef UI_ARTICLE_H
#define UI_ARTICLE_H

#include "html/layout.h"
#include "store/posts.h"

/* Roles of the lines that are not the document's, after those of the layout. What a run of the title shows is that of post.title. */
enum { ARTICLE_TITLE = LAYOUT_ROLES, ARTICLE_META, ARTICLE_TAGS, ARTICLE_LINK, ARTICLE_ROLES };

/* The number that stands in a run for the post's own page. */
enum { ARTICLE_PAGE = UINT16_MAX };

struct article {
	struct arena arena, line_arena;
	struct posts_row post, *others; /* others: the same story in other feeds */
	size_t n_others;
	struct str why_not; /* the last try to fetch the full text brought none, or not all: why */
	bool is_retried;    /* a later sync tries again */
	struct doc doc;
	bool *folded; /* per section */
	uint16_t *picture_rows; /* per block: rows that its picture takes (ui/gallery_show.h) */
	bool has_wide_tables; /* tables scroll, rather than be fitted */
	bool *closed; /* per block: details that are folded away, at their summary */
	struct layout layout;
	struct layout_line *lines;
	size_t n, head; /* lines in all; before the document's first */
	int cols;       /* what they were laid out for, 0: not yet */
};

/* A place that survives another width: a line of the head or the tail by number, one of the text by block and byte. */
struct article_place {
	enum { ARTICLE_IN_HEAD, ARTICLE_IN_TEXT, ARTICLE_IN_TAIL } part;
	size_t block, at;
	size_t above; /* lines of the text above that of the byte: blank ones, those of the same byte */
};

/* Zero-initialise. Reads a post and its text; the old one goes. On -1 nothing was changed. */
int article_load(struct article *a, struct store *store, int64_t id, struct err *err);
void article_free(struct article *a);

/* Makes the lines for cols columns, with the folds as they are. */
void article_lay_out(struct article *a, int cols, enum wrap_mode wrap);

/* The line where a section's heading stands, SIZE_MAX when it is folded away; the section that a line is in, -1 for none. */
size_t article_section_line(const struct article *a, size_t section);
int article_section_at(const struct article *a, size_t line);

/* The heading in sight below (direction 1) or above (-1) a line, SIZE_MAX when there is none. */
size_t article_next_heading(const struct article *a, size_t line, int direction);

/* Where a run of its lines leads: the address of a link, of the page for the title and its own line; empty for nowhere. */
struct str article_run_link(const struct article *a, const struct layout_run *run);

struct article_place article_place_of(const struct article *a, size_t line);
size_t article_line_of(const struct article *a, struct article_place place);

/* The place as the cache keeps it: letters of text into a section, counted from 1 (0: before the first), and back; what is past the end is below the text. */
void article_position(const struct article *a, struct article_place place, int64_t *section, int64_t *letter);
struct article_place article_place_at(const struct article *a, int64_t section, int64_t letter);

#endif
