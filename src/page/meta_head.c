#include "page/meta_head.h"

#include "html/tidy_link.h"
#include "page/jsonld.h"
#include "page/meta_text.h"
#include "text/url.h"

enum {
	SCRIPTS = 20,      /* of JSON-LD in one page */
	NAMES_BYTES = 120, /* of an attribute that holds several names */
};

struct head {
	struct meta_bag *bag;
	struct str url, base;
	struct meta_title *title;
	const struct dom_node *scripts[SCRIPTS];
	size_t n_scripts, n_marked;
	struct str marked[META_HEADS]; /* headings that are only called titles */
	struct buf names;
};

static void
add(struct head *h, const char *source, struct str value)
{
	meta_bag_add(h->bag, str_of(source), value);
}

static void
read_meta(struct head *h, const struct dom_node *node)
{
	struct str content = dom_attr(node, "content"), names = str_sub(dom_attr(node, "property"), 0, NAMES_BYTES), name;

	while ((name = str_word(&names)).n)
		meta_bag_add_property(h->bag, name, content);
	meta_bag_add(h->bag, dom_attr(node, "name"), content);
	meta_bag_add(h->bag, dom_attr(node, "http-equiv"), content);
}

static void
read_link(struct head *h, const struct dom_node *node)
{
	struct str rel = dom_attr(node, "rel");

	if (str_has_word(rel, "canonical"))
		add(h, "link:canonical", dom_attr(node, "href"));
	if (str_has_word(rel, "image_src"))
		add(h, "link:image_src", dom_attr(node, "href"));
}

/* A title element in a drawing is the drawing's. */
static void
read_title(struct head *h, const struct dom_node *node)
{
	enum dom_tag parent = node->parent ? node->parent->tag : DOM_HTML;

	if (!h->title->html.n && (parent == DOM_HEAD || parent == DOM_HTML || parent == DOM_BODY))
		h->title->html = meta_text_line(h->bag->arena, node);
}

/* Whether an address as it is written may be that of a front page: most are seen not to be before they are made whole. */
static bool
may_be_home(struct str href)
{
	size_t name = href.n;

	while (name && href.p[name - 1] != '/')
		name--;
	if (str_find_char(href, '?') < href.n || str_find_char(href, '#') < href.n)
		return false;
	if (str_find_char(href, '\\') < href.n || (name > 1 && href.p[name - 2] == '/')) /* "//": a host alone */
		return true;
	href = str_trim(str_sub(href, name, href.n));
	return !href.n || href.p[0] == '.' || str_is(href, "index.html");
}

/* Whether a link leads to the front page of the site. */
static bool
is_home(struct head *h, const struct dom_node *node)
{
	struct str href = dom_attr(node, "href"), to;
	struct url url;

	if (!dom_has_attr(node, "href") || !may_be_home(href))
		return false;
	to = tidy_link_web(h->bag->arena, h->base, href);
	if (!url_split(to, &url) || !str_eq_icase(url_host(to), url_host(h->url)))
		return false;
	return (!url.path.n || str_is(url.path, "/") || str_is(url.path, "/index.html")) && !url.has_query && !url.has_fragment;
}

/* The name of the site stands in its link to the front page. */
static void
read_anchor(struct head *h, const struct dom_node *node)
{
	static const char *const words[] = { "home", "홈", "홈으로", "메인", "main", "logo", "blog", "블로그" };
	struct str name;

	if (!is_home(h, node))
		return;
	name = meta_text_line(h->bag->arena, node);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is_icase(name, words[i]))
			return;
	if (name.n <= META_TEXT_BYTES / 6)
		add(h, "line:home", name);
}

static bool
leads_home(struct head *h, const struct dom_node *node)
{
	const struct dom_node *anchor = dom_find(node, DOM_A);

	return (anchor && is_home(h, anchor)) || (node->parent && node->parent->tag == DOM_A && is_home(h, node->parent));
}

static void
read_heading(struct head *h, const struct dom_node *node)
{
	static const char *const words[] = { "title", "tit_", "headline", "subject", "heading" };
	struct meta_title *t = h->title;
	bool is_first = node->tag == DOM_H1;

	if ((is_first ? t->n_h1 : h->n_marked) == META_HEADS || leads_home(h, node))
		return;
	if (!is_first && !meta_text_has(meta_text_names(&h->names, node), words, sizeof words / sizeof *words))
		return;
	struct str text = meta_text_line(h->bag->arena, node);
	if (text.n && is_first)
		t->heads[t->n_h1++] = text;
	else if (text.n)
		h->marked[h->n_marked++] = text;
}

/* What a property of microdata says: in an attribute, else as text. */
static struct str
item_value(struct head *h, const struct dom_node *node)
{
	static const char *const attrs[] = { "content", "datetime", "src", "href" };

	for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++)
		if (dom_attr(node, attrs[i]).n)
			return dom_attr(node, attrs[i]);
	return meta_text_line(h->bag->arena, node);
}

static void
read_item(struct head *h, const struct dom_node *node)
{
	struct str names = str_sub(dom_attr(node, "itemprop"), 0, NAMES_BYTES), name;

	while ((name = str_word(&names)).n)
		meta_bag_add(h->bag, arena_printf(h->bag->arena, "item:%.*s", STR(name)), item_value(h, node));
}

static void
read_script(struct head *h, const struct dom_node *node)
{
	if (str_starts_icase(str_trim(dom_attr(node, "type")), "application/ld+json") && node->first && h->n_scripts < SCRIPTS)
		h->scripts[h->n_scripts++] = node->first;
}

static void
read_node(struct head *h, const struct dom_node *node)
{
	switch (node->tag) {
	case DOM_META:
		read_meta(h, node);
		break;
	case DOM_LINK:
		read_link(h, node);
		break;
	case DOM_TITLE:
		read_title(h, node);
		break;
	case DOM_SCRIPT:
		read_script(h, node);
		break;
	case DOM_A:
		read_anchor(h, node);
		break;
	case DOM_H1:
	case DOM_H2:
	case DOM_H3:
	case DOM_H4:
	case DOM_STRONG:
	case DOM_P:
		read_heading(h, node);
		break;
	default:
		break;
	}
	if (dom_has_attr(node, "itemprop"))
		read_item(h, node);
}

void
meta_head_read(struct meta_bag *bag, const struct dom_node *root, struct str url, struct meta_title *title)
{
	struct head h = { .bag = bag, .url = url, .base = tidy_link_base(bag->arena, root, url), .title = title };

	*title = (struct meta_title){ .n_heads = 0 };
	add(&h, "html:lang", dom_attr(root, "lang"));
	for (const struct dom_node *node = root; node; node = dom_next(node, root))
		if (node->tag != DOM_TEXT)
			read_node(&h, node);
	title->n_heads = title->n_h1;
	for (size_t i = 0; i < h.n_marked && title->n_heads < META_HEADS; i++)
		title->heads[title->n_heads++] = h.marked[i];
	for (size_t i = 0; i < h.n_scripts; i++)
		jsonld_read(bag, h.scripts[i]->text, meta_title_element(title));
	buf_free(&h.names);
}
