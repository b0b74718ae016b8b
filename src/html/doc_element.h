/*
 * The elements and attributes of the XHTML that the cache keeps: the subset of
 * doc_read.h as a table.
 */
#ifndef HTML_DOC_ELEMENT_H
#define HTML_DOC_ELEMENT_H

#include <stdbool.h>
#include <stdint.h>

/* What an element does. */
enum doc_element_kind {
	DOC_ELEMENT_ROOT, /* article */
	DOC_ELEMENT_BOX,
	DOC_ELEMENT_HEADING,
	DOC_ELEMENT_PARA,
	DOC_ELEMENT_TERM,
	DOC_ELEMENT_DETAIL,
	DOC_ELEMENT_CAPTION,
	DOC_ELEMENT_LIST,
	DOC_ELEMENT_ITEM,
	DOC_ELEMENT_TERMS,
	DOC_ELEMENT_FOLD, /* details */
	DOC_ELEMENT_SUMMARY,
	DOC_ELEMENT_QUOTE,
	DOC_ELEMENT_CODE,
	DOC_ELEMENT_TABLE,
	DOC_ELEMENT_ROW,
	DOC_ELEMENT_CELL,
	DOC_ELEMENT_STYLE,
	DOC_ELEMENT_LINK,
	DOC_ELEMENT_BREAK,
	DOC_ELEMENT_RULE,
	DOC_ELEMENT_IMAGE,
};

enum doc_element_attr {
	DOC_ATTR_HREF = 1 << 0,
	DOC_ATTR_SRC = 1 << 1,
	DOC_ATTR_ALT = 1 << 2,
	DOC_ATTR_START = 1 << 3,
	DOC_ATTR_COLSPAN = 1 << 4,
	DOC_ATTR_ROWSPAN = 1 << 5,
	DOC_ATTR_LANG = 1 << 6,
	DOC_ATTR_SIZE = 1 << 7,
	DOC_ATTR_BLANK = 1 << 8,
	DOC_ATTR_HASHES = 1 << 9,
	DOC_ATTR_VALUE = 1 << 10,
	DOC_ATTR_TYPE = 1 << 11,
	DOC_ATTR_ALIGN = 1 << 12,
	DOC_ATTR_WIDTH = 1 << 13,
	DOC_ATTR_HEIGHT = 1 << 14,
	DOC_ATTR_NOTE = 1 << 15,
	DOC_ATTR_HINTS = DOC_ATTR_SIZE | DOC_ATTR_BLANK | DOC_ATTR_HASHES | DOC_ATTR_NOTE,
	DOC_ATTR_CELL = DOC_ATTR_HINTS | DOC_ATTR_COLSPAN | DOC_ATTR_ROWSPAN | DOC_ATTR_ALIGN,
	DOC_ATTR_PICTURE = DOC_ATTR_SRC | DOC_ATTR_ALT | DOC_ATTR_WIDTH | DOC_ATTR_HEIGHT,
};

struct doc_element {
	const char *name;
	enum doc_element_kind kind;
	uint16_t arg;   /* DOC_ bits of a style, level of a heading, 1 for ol, th and caption */
	uint16_t attrs; /* DOC_ATTR_ bits it may have */
};

/* NULL for what is not in the subset. */
const struct doc_element *doc_element_find(const char *name);

/* Whether it has that name. */
static inline bool
doc_element_is(const struct doc_element *element, const char *name)
{
	const char *own = element->name;

	while (*own && *own == *name)
		own++, name++;
	return *own == *name;
}

/* The DOC_ATTR_ bit of an attribute, 0 for one that is not in the subset. */
uint16_t doc_element_attr(const char *name);

/* The value of that attribute in a list of expat's, or none. */
struct str doc_element_value(const char **attrs, const char *name);

/* Whether it is within a line. */
static inline bool
doc_element_is_inline(const struct doc_element *element)
{
	return element->kind == DOC_ELEMENT_STYLE || element->kind == DOC_ELEMENT_LINK;
}

/* Whether it may stand in parent (NULL: outermost): rows in tables, cells in rows, items in lists, all in one article. */
bool doc_element_fits(const struct doc_element *element, const struct doc_element *parent);

/* A value: a whole number of min..max, or otherwise; a size in px ("18", "18.7"), 0 for none. */
int64_t doc_element_number(const char *value, int64_t min, int64_t max, int64_t otherwise);
float doc_element_size(const char *value);

#endif
