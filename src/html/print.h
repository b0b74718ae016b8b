/*
 * An article as text for a pipe or a file.
 */
#ifndef HTML_PRINT_H
#define HTML_PRINT_H

#include "html/layout.h"

/* The lines of the layout, "\n" behind each; the language above code in brackets. */
void print_text(struct buf *out, const struct layout *layout);

/* The same for a terminal with colours, all text cleaned, so that every escape sequence is ours. */
void print_text_coloured(struct buf *out, const struct layout *layout);

/*
 * The text of the blocks [from, to), a blank line between them and no line broken; pictures are left out, the cells of
 * a row of a table have " | " between them.
 */
void print_plain(struct buf *out, const struct doc *doc, size_t from, size_t to);

/*
 * The blocks [from, to) as CommonMark. Headings are of their section's level, the outermost ones of
 * level top: 2 where a title stands above.
 */
void print_markdown(struct buf *out, const struct doc *doc, size_t from, size_t to, int top);

/* What HTML is written for. */
enum print_html_form {
	PRINT_HTML_PAGE,
	PRINT_HTML_BOOK, /* as XHTML without pictures: a line says where each is */
};

/* The same blocks as HTML below a title: headings are a level lower, those of sections have the ids s1, s2, … with ids before them, for a page of several articles. */
void print_html(struct buf *out, const struct doc *doc, size_t from, size_t to, enum print_html_form form, const char *ids);

/*
 * Where the links in the blocks [from, to) lead, a line each in the order they come: "[3] https://…"
 * with the number that layout puts behind the link's text, "[image 2] https://…" for a picture.
 */
void print_links(struct buf *out, const struct doc *doc, size_t from, size_t to);

/* The outline as a JSON array: [{"level":1,"title":"…"}, …] with a final "\n". */
void print_outline_json(struct buf *out, const struct doc *doc);

/* The outline for people: two columns of indent a level. */
void print_outline_text(struct buf *out, const struct doc *doc);

#endif
