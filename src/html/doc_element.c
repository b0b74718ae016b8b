#include "html/doc_element.h"

#include <stddef.h>
#include <string.h>

#include "base/num.h"
#include "html/doc.h"

/* Sorted by name. */
static const struct doc_element elements[] = {
	{ "a", DOC_ELEMENT_LINK, 0, DOC_ATTR_HREF | DOC_ATTR_NOTE },
	{ "article", DOC_ELEMENT_ROOT, 0, 0 },
	{ "b", DOC_ELEMENT_STYLE, DOC_BOLD, 0 },
	{ "blockquote", DOC_ELEMENT_QUOTE, 0, 0 },
	{ "br", DOC_ELEMENT_BREAK, 0, 0 },
	{ "caption", DOC_ELEMENT_CAPTION, 1, 0 },
	{ "code", DOC_ELEMENT_STYLE, DOC_MONO, 0 },
	{ "dd", DOC_ELEMENT_DETAIL, 0, 0 },
	{ "details", DOC_ELEMENT_FOLD, 0, 0 },
	{ "dl", DOC_ELEMENT_TERMS, 0, 0 },
	{ "dt", DOC_ELEMENT_TERM, 0, 0 },
	{ "figcaption", DOC_ELEMENT_CAPTION, 0, 0 },
	{ "figure", DOC_ELEMENT_BOX, 0, 0 },
	{ "h1", DOC_ELEMENT_HEADING, 1, DOC_ATTR_HINTS },
	{ "h2", DOC_ELEMENT_HEADING, 2, DOC_ATTR_HINTS },
	{ "h3", DOC_ELEMENT_HEADING, 3, DOC_ATTR_HINTS },
	{ "h4", DOC_ELEMENT_HEADING, 4, DOC_ATTR_HINTS },
	{ "h5", DOC_ELEMENT_HEADING, 5, DOC_ATTR_HINTS },
	{ "h6", DOC_ELEMENT_HEADING, 6, DOC_ATTR_HINTS },
	{ "hr", DOC_ELEMENT_RULE, 0, 0 },
	{ "i", DOC_ELEMENT_STYLE, DOC_ITALIC, 0 },
	{ "img", DOC_ELEMENT_IMAGE, 0, DOC_ATTR_PICTURE },
	{ "kbd", DOC_ELEMENT_STYLE, DOC_MONO | DOC_KBD, 0 },
	{ "li", DOC_ELEMENT_ITEM, 0, DOC_ATTR_HINTS | DOC_ATTR_VALUE },
	{ "mark", DOC_ELEMENT_STYLE, DOC_MARK, 0 },
	{ "ol", DOC_ELEMENT_LIST, 1, DOC_ATTR_START | DOC_ATTR_TYPE },
	{ "p", DOC_ELEMENT_PARA, 0, DOC_ATTR_HINTS },
	{ "pre", DOC_ELEMENT_CODE, 0, DOC_ATTR_LANG },
	{ "s", DOC_ELEMENT_STYLE, DOC_STRIKE, 0 },
	{ "sub", DOC_ELEMENT_STYLE, DOC_SUB, 0 },
	{ "summary", DOC_ELEMENT_SUMMARY, 0, 0 },
	{ "sup", DOC_ELEMENT_STYLE, DOC_SUP, 0 },
	{ "table", DOC_ELEMENT_TABLE, 0, 0 },
	{ "td", DOC_ELEMENT_CELL, 0, DOC_ATTR_CELL },
	{ "th", DOC_ELEMENT_CELL, 1, DOC_ATTR_CELL },
	{ "tr", DOC_ELEMENT_ROW, 0, 0 },
	{ "u", DOC_ELEMENT_STYLE, DOC_UNDERLINE, 0 },
	{ "ul", DOC_ELEMENT_LIST, 0, 0 },
};

static const struct {
	const char *name;
	uint16_t attr;
} attributes[] = {
	{ "href", DOC_ATTR_HREF },
	{ "src", DOC_ATTR_SRC },
	{ "alt", DOC_ATTR_ALT },
	{ "start", DOC_ATTR_START },
	{ "colspan", DOC_ATTR_COLSPAN },
	{ "rowspan", DOC_ATTR_ROWSPAN },
	{ "data-lang", DOC_ATTR_LANG },
	{ "data-size", DOC_ATTR_SIZE },
	{ "data-blank", DOC_ATTR_BLANK },
	{ "data-hashes", DOC_ATTR_HASHES },
	{ "data-note", DOC_ATTR_NOTE },
	{ "value", DOC_ATTR_VALUE },
	{ "type", DOC_ATTR_TYPE },
	{ "data-align", DOC_ATTR_ALIGN },
	{ "width", DOC_ATTR_WIDTH },
	{ "height", DOC_ATTR_HEIGHT },
};

/* The first element of each letter; of one that has none that of the next. */
static const uint8_t first_of['z' - 'a' + 2] = {
	0, 2, 5, 7, 11, 11, 13, 13, 20, 22, 22, 23, 24, 25, 25, 26, 28, 28, 28, 32, 36, 38, 38, 38, 38, 38, 38,
};

_Static_assert(sizeof elements / sizeof *elements == 38, "first_of[] tells where each letter begins");

const struct doc_element *
doc_element_find(const char *name)
{
	size_t letter = (size_t)(unsigned char)*name - 'a';

	if (letter > 'z' - 'a')
		return NULL;
	for (size_t i = first_of[letter]; i < first_of[letter + 1]; i++)
		if (doc_element_is(&elements[i], name))
			return &elements[i];
	return NULL;
}

uint16_t
doc_element_attr(const char *name)
{
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
		if (!strcmp(name, attributes[i].name))
			return attributes[i].attr;
	return 0;
}

struct str
doc_element_value(const char **attrs, const char *name)
{
	for (; *attrs; attrs += 2)
		if (!strcmp(attrs[0], name))
			return str_of(attrs[1]);
	return STR_NONE;
}

int64_t
doc_element_number(const char *text, int64_t min, int64_t max, int64_t otherwise)
{
	int64_t n;

	return num_parse(str_of(text), min, max, &n) ? n : otherwise;
}

float
doc_element_size(const char *text)
{
	struct str s = str_of(text);
	int64_t whole = num_take(&s, 4), part;
	float size = whole > 0 ? (float)whole : 0;

	if (!str_starts(s, "."))
		return size;
	s = str_sub(s, 1, 2); /* a tenth is exact enough */
	part = num_take(&s, 1);
	return part > 0 ? size + (float)part / 10 : size;
}

bool
doc_element_fits(const struct doc_element *element, const struct doc_element *parent)
{
	if (!parent || element->kind == DOC_ELEMENT_ROOT)
		return !parent && element->kind == DOC_ELEMENT_ROOT;
	switch (element->kind) {
	case DOC_ELEMENT_ROW:
		return parent->kind == DOC_ELEMENT_TABLE;
	case DOC_ELEMENT_CELL:
		return parent->kind == DOC_ELEMENT_ROW;
	case DOC_ELEMENT_ITEM:
		return parent->kind == DOC_ELEMENT_LIST;
	default:
		return true;
	}
}
