#include "html/dom.h"

#include <gumbo.h>

#include "base/buf.h"
#include "base/mem.h"
#include "html/dom_simple.h"
#include "html/scan.h"
#include "text/entity.h"

enum { DOM_LARGE = 128 << 10 }; /* the parser's tree of it takes many times as much, below what is made of it */

#define V DOM_IS_VOID
#define S DOM_IS_SPECIAL
#define C DOM_IS_SCOPE
#define F DOM_IS_FORMAT
#define T DOM_IS_TABLE
#define R DOM_IS_RAW
#define B DOM_IS_BLOCK
#define D DOM_IS_DROPPED

static const struct {
	struct str name;
	unsigned kinds;
} tags[DOM_TAG_COUNT] = {
#define TAG(tag, text, kinds) [DOM_##tag] = { STR_INIT(text), kinds },
	DOM_TAGS(TAG)
#undef TAG
};

static const unsigned char from_gumbo[GUMBO_TAG_LAST] = {
#define TAG(tag, text, kinds) [GUMBO_TAG_##tag] = DOM_##tag,
	DOM_TAGS(TAG)
#undef TAG
	[GUMBO_TAG_UNKNOWN] = DOM_OTHER,
};

static void *
give(void *user, size_t n)
{
	return arena_take(user, n);
}

static void
keep(void *user, void *p)
{
	(void)user;
	(void)p;
}

/* The name as it was written: the tree builder takes known prefixes off inside drawings and formulas. */
static struct str
attr_name(struct arena *a, const GumboAttribute *attr)
{
	static const char *const prefixes[] = {
		[GUMBO_ATTR_NAMESPACE_XLINK] = "xlink", [GUMBO_ATTR_NAMESPACE_XML] = "xml", [GUMBO_ATTR_NAMESPACE_XMLNS] = "xmlns",
	};
	const char *prefix = prefixes[attr->attr_namespace];

	return prefix && strcmp(attr->name, prefix) ? arena_printf(a, "%s:%s", prefix, attr->name) : arena_dup(a, str_of(attr->name));
}

static void
copy_attrs(struct arena *a, const struct standin *standins, struct dom_node *node, const GumboVector *from)
{
	node->attrs = arena_new(a, struct dom_attr, from->length);
	for (unsigned i = 0; i < from->length; i++) {
		const GumboAttribute *attr = from->data[i];

		node->attrs[node->n_attrs++] = (struct dom_attr){ attr_name(a, attr), standin_put_back(standins, a, str_of(attr->value)) };
	}
}

/* Our node for one of gumbo's; NULL for those that are left out. */
static struct dom_node *
copy_node(struct arena *a, const struct standin *standins, const GumboNode *from)
{
	struct dom_node *node;

	if (from->type == GUMBO_NODE_COMMENT || from->type == GUMBO_NODE_DOCUMENT)
		return NULL;
	node = arena_new(a, struct dom_node, 1);
	if (from->type != GUMBO_NODE_ELEMENT && from->type != GUMBO_NODE_TEMPLATE) {
		node->text = standin_put_back(standins, a, str_of(from->v.text.text));
		return node;
	}
	node->tag = from->v.element.tag < GUMBO_TAG_LAST ? from_gumbo[from->v.element.tag] : DOM_OTHER;
	if (node->tag == DOM_OTHER) {
		GumboStringPiece name = from->v.element.original_tag;

		gumbo_tag_from_original_text(&name);
		node->text = arena_dup(a, str_new(name.data, name.length));
	}
	if (from->v.element.attributes.length)
		copy_attrs(a, standins, node, &from->v.element.attributes);
	return node;
}

static const GumboVector *
children(const GumboNode *node)
{
	return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? &node->v.element.children
	                                                                             : &kGumboEmptyVector;
}

/* The gumbo node after `from` in document order below top; *up counts the levels left. */
static const GumboNode *
after(const GumboNode *from, const GumboNode *top, int *up)
{
	*up = 0;
	if (children(from)->length) {
		*up = -1;
		return children(from)->data[0];
	}
	while (from != top) {
		const GumboVector *row = children(from->parent);

		if (from->index_within_parent + 1 < row->length)
			return row->data[from->index_within_parent + 1];
		from = from->parent;
		++*up;
	}
	return NULL;
}

static struct dom_node *
copy_tree(struct arena *a, const struct standin *standins, const GumboNode *top)
{
	struct dom_node *root = copy_node(a, standins, top), *parent = root, *last = NULL;
	const GumboNode *from = top;
	uint32_t n = 0;
	int up;

	while ((from = after(from, top, &up))) {
		struct dom_node *node;

		if (up < 0 && last) {
			parent = last;
			last = NULL;
		}
		for (; up > 0; up--) {
			last = parent;
			parent = parent->parent;
		}
		node = copy_node(a, standins, from);
		if (!node)
			continue;
		node->parent = parent;
		node->number = ++n;
		*(last ? &last->next : &parent->first) = node;
		last = node;
	}
	return root;
}

struct dom_node *
dom_parse(struct arena *a, struct str html, bool *is_cut)
{
	GumboOptions options = kGumboDefaultOptions;
	struct buf safe = { 0 };
	struct arena own = { 0 }; /* of the parser: its memory is used again for what is made of the tree */
	struct standin standins;
	GumboOutput *tree;
	struct arena_mark before = arena_mark(a);
	struct dom_node *root;
	bool ignored;

	if (!is_cut)
		is_cut = &ignored;
	root = dom_simple(a, html, is_cut);
	if (root)
		return root;
	arena_back(a, before);
	*is_cut = scan_html(&safe, html, &standins);
	entity_join_halves(&safe);
	options.allocator = give;
	options.deallocator = keep; /* it all goes with the arena */
	options.userdata = &own;
	options.max_errors = 0;
	tree = gumbo_parse_with_options(&options, buf_cstr(&safe), safe.n);
	root = copy_tree(a, &standins, tree->root);
	standin_free(&standins);
	arena_free(&own);
	buf_free(&safe);
	if (html.n >= DOM_LARGE)
		mem_trim();
	return root;
}

struct dom_node *
dom_skip(const struct dom_node *node, const struct dom_node *root)
{
	for (; node != root; node = node->parent)
		if (node->next)
			return node->next;
	return NULL;
}

struct dom_node *
dom_next(const struct dom_node *node, const struct dom_node *root)
{
	return node->first ? node->first : dom_skip(node, root);
}

struct dom_node *
dom_find(const struct dom_node *root, enum dom_tag tag)
{
	for (struct dom_node *node = root->first; node; node = dom_next(node, root))
		if (node->tag == tag)
			return node;
	return NULL;
}

const struct dom_attr *
dom_attr_find(const struct dom_node *node, struct str name)
{
	for (const struct dom_attr *attr = node->attrs, *end = attr + node->n_attrs; attr < end; attr++)
		if (attr->name.n == name.n && str_has_head(attr->name, name))
			return attr;
	return NULL;
}

bool
dom_has_class(const struct dom_node *node, const char *name)
{
	return dom_has_one_class(node, (const char *const[]){ name, NULL });
}

bool
dom_has_one_class(const struct dom_node *node, const char *const *names)
{
	struct str rest = dom_attr(node, "class"), word;

	while ((word = str_word(&rest)).n)
		for (const char *const *name = names; *name; name++)
			if (str_is(word, *name))
				return true;
	return false;
}

void
dom_text(struct buf *out, const struct dom_node *node)
{
	const struct dom_node *at = node;

	while (at) {
		bool is_left_out = at->is_dropped || at->tag == DOM_SCRIPT || at->tag == DOM_STYLE || at->tag == DOM_TEMPLATE;

		if (at->tag == DOM_TEXT && !at->is_dropped)
			(void)buf_add(out, at->text);
		else if (at->tag == DOM_BR || (dom_tag_kinds(at->tag) & (DOM_IS_BLOCK | DOM_IS_TABLE)))
			(void)buf_putc(out, ' ');
		at = is_left_out ? dom_skip(at, node) : dom_next(at, node);
	}
}

enum dom_tag
dom_tag_find(struct str name)
{
	GumboTag tag = name.n < 32 ? gumbo_tagn_enum(name.p, (unsigned)name.n) : GUMBO_TAG_UNKNOWN;

	return tag < GUMBO_TAG_LAST ? from_gumbo[tag] : DOM_OTHER;
}

struct str
dom_tag_name(enum dom_tag tag)
{
	return tags[tag].name;
}

unsigned
dom_tag_kinds(enum dom_tag tag)
{
	return tags[tag].kinds;
}
