/*
 * An HTML document as a tree that can be walked without recursion. The one
 * place that knows gumbo, behind the guards of html/scan.h.
 */
#ifndef HTML_DOM_H
#define HTML_DOM_H

#include <stdint.h>

#include "base/arena.h"
#include "html/dom_tags.h"

enum dom_tag {
	DOM_TEXT,
	DOM_OTHER, /* an element that HTML does not know */
#define DOM_TAG(name, text, kinds) DOM_##name,
	DOM_TAGS(DOM_TAG)
#undef DOM_TAG
	DOM_TAG_COUNT,
};

/* The letters of dom_tags.h. */
enum {
	DOM_IS_VOID = 1 << 0,
	DOM_IS_SPECIAL = 1 << 1,
	DOM_IS_SCOPE = 1 << 2,
	DOM_IS_FORMAT = 1 << 3,
	DOM_IS_TABLE = 1 << 4,
	DOM_IS_RAW = 1 << 5,
	DOM_IS_BLOCK = 1 << 6,
	DOM_IS_DROPPED = 1 << 7,
};

struct dom_attr {
	struct str name, value; /* name in lower case, value with references replaced */
};

/* There are up to twice LIMIT_HTML_TAGS of them. */
struct dom_node {
	enum dom_tag tag : 8;
	uint32_t n_attrs : 24;
	uint32_t number : 30; /* in document order, the root is 0 */
	bool is_dropped : 1;  /* it and all below it are left out by dom_text() and the tidying */
	bool is_inner : 1;    /* a link to a section of the same page (html/tidy_endnote.h) */
	struct dom_attr *attrs;
	struct str text; /* of DOM_TEXT; of DOM_OTHER its name */
	struct dom_node *parent, *first, *next;
	uint64_t names;  /* bits of all it is called by, for page/select.h, which makes them when it first looks; else 0 */
};

/*
 * The tree of html (valid UTF-8) by the HTML5 rules, comments left out; never
 * NULL: the root is the html element, with head and body. All in a. What passes
 * LIMIT_HTML_* is flattened or cut: *is_cut (may be NULL) is set when text is lost.
 */
struct dom_node *dom_parse(struct arena *a, struct str html, bool *is_cut);

/* The node after node in document order below root, or NULL; dom_skip() leaves out what is below node. */
struct dom_node *dom_next(const struct dom_node *node, const struct dom_node *root);
struct dom_node *dom_skip(const struct dom_node *node, const struct dom_node *root);

/* The first element of that tag below root, or NULL. */
struct dom_node *dom_find(const struct dom_node *root, enum dom_tag tag);

/* The attribute of that name, NULL where there is none. */
const struct dom_attr *dom_attr_find(const struct dom_node *node, struct str name);

/* Its value, empty where there is none. Most elements have no attributes at all. */
static inline struct str
dom_attr(const struct dom_node *node, const char *name)
{
	const struct dom_attr *attr = node->n_attrs ? dom_attr_find(node, str_of(name)) : NULL;

	return attr ? attr->value : STR_NONE;
}

static inline bool
dom_has_attr(const struct dom_node *node, const char *name)
{
	return node->n_attrs && dom_attr_find(node, str_of(name));
}

/* True when name is one of the words of the class attribute. */
bool dom_has_class(const struct dom_node *node, const char *name);

/* The same for one of names, which ends with NULL. */
bool dom_has_one_class(const struct dom_node *node, const char *const *names);

/* Appends the text below node as it is, a space for each br and between blocks; not of script, style, template and what is dropped. */
struct buf;
void dom_text(struct buf *out, const struct dom_node *node);

/* The tag of a name in any case, DOM_OTHER for an unknown one; its name in lower case; its DOM_IS_* bits. */
enum dom_tag dom_tag_find(struct str name);
struct str dom_tag_name(enum dom_tag tag);
unsigned dom_tag_kinds(enum dom_tag tag);

#endif
