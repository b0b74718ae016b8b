#include "html/tidy_page.h"

#include "base/buf.h"
#include "html/dom.h"
#include "html/tidy_link.h"
#include "text/clean.h"
#include "text/url.h"

enum { PAGE_LINKS = 32, PAGE_ANCHORS = 12, PAGE_GOES = 4 };

struct page {
	struct arena *a;
	struct str base;
	struct tidy_page *ret;
	size_t n_anchors, n_goes;
};

static bool
is_feed_type(struct str type)
{
	static const char *const types[] = {
		"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/rss",
		"application/atom", "application/rss+atom", "application/x-rss+xml", "text/rss", "text/rss+xml", "text/atom+xml",
		"text/xml", "application/xml",
	};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_is_icase(type, types[i]))
			return true;
	return false;
}

static struct str
line_of(struct arena *a, struct str text)
{
	struct buf line = { 0 };
	struct str ret;

	clean_line(&line, text);
	ret = arena_dup(a, str_trim(buf_str(&line)));
	buf_free(&line);
	return ret;
}

/* An address of the page, "feed:" off its front. */
static struct str
resolve(struct page *p, struct str ref)
{
	ref = str_trim(ref);
	if (str_starts_icase(ref, "feed://"))
		ref = arena_printf(p->a, "http:%.*s", STR(str_sub(ref, strlen("feed:"), ref.n)));
	else if (str_starts_icase(ref, "feed:"))
		ref = str_sub(ref, strlen("feed:"), ref.n);
	return tidy_link_web(p->a, p->base, ref);
}

static void
add(struct page *p, enum tidy_page_kind kind, struct str url, struct str title)
{
	struct tidy_page *ret = p->ret;

	if (!url.n || ret->n_links == PAGE_LINKS)
		return;
	for (size_t i = 0; i < ret->n_links; i++)
		if (str_eq(ret->links[i].url, url))
			return;
	ret->links[ret->n_links++] = (struct tidy_page_link){ kind, url, line_of(p->a, title) };
}

/* A link names a feed by its relation and its type, or where that is missing by its address. */
static void
read_link(struct page *p, const struct dom_node *node)
{
	struct str rel = dom_attr(node, "rel"), type = dom_attr(node, "type"), url;
	bool is_feed = str_has_word(rel, "feed"), is_alternate = str_has_word(rel, "alternate") && !str_has_word(rel, "stylesheet");

	if (!is_feed && !is_alternate)
		return;
	type = str_trim(str_sub(type, 0, str_find_char(type, ';')));
	url = resolve(p, dom_attr(node, "href"));
	if (is_feed_type(type) || (is_feed && !str_starts_icase(type, "text/html")) ||
		((!type.n || str_is_icase(type, "application/json")) && url_feed_is_like(url)))
		add(p, TIDY_PAGE_LINK, url, dom_attr(node, "title"));
}

static void
read_anchor(struct page *p, const struct dom_node *node)
{
	struct str url = resolve(p, dom_attr(node, "href")), title = dom_attr(node, "title");
	struct buf text = { 0 };

	if (url_feed_is_like(url) && p->n_anchors++ < PAGE_ANCHORS) {
		if (!title.n)
			dom_text(&text, node);
		add(p, TIDY_PAGE_ANCHOR, url, title.n ? title : buf_str(&text));
	}
	buf_free(&text);
}

/* "0; url='https://…'" */
static void
read_refresh(struct page *p, struct str content)
{
	struct str url;
	size_t quote;

	if (!str_cut(content, '=', NULL, &url) || p->n_goes++ >= PAGE_GOES)
		return;
	url = str_trim(url);
	if (url.n && (url.p[0] == '\'' || url.p[0] == '"')) {
		quote = str_find_char(str_sub(url, 1, url.n), url.p[0]);
		url = str_sub(url, 1, 1 + quote);
	}
	add(p, TIDY_PAGE_GO, resolve(p, url), STR_NONE);
}

static void
read_meta(struct page *p, const struct dom_node *node)
{
	if (str_is_icase(dom_attr(node, "name"), "generator") && !p->ret->generator.n)
		p->ret->generator = line_of(p->a, dom_attr(node, "content"));
	else if (str_is_icase(dom_attr(node, "http-equiv"), "refresh"))
		read_refresh(p, dom_attr(node, "content"));
}

static void
read_title(struct page *p, const struct dom_node *node)
{
	struct buf text = { 0 };

	if (!p->ret->title.n) {
		dom_text(&text, node);
		p->ret->title = line_of(p->a, buf_str(&text));
	}
	buf_free(&text);
}

static void
read_node(struct page *p, const struct dom_node *node)
{
	switch (node->tag) {
	case DOM_LINK:
		read_link(p, node);
		break;
	case DOM_A:
		read_anchor(p, node);
		break;
	case DOM_META:
		read_meta(p, node);
		break;
	case DOM_EMBED:
		if (dom_has_attr(node, "data-frame") && p->n_goes++ < PAGE_GOES)
			add(p, TIDY_PAGE_GO, resolve(p, dom_attr(node, "src")), STR_NONE);
		break;
	case DOM_TITLE:
		read_title(p, node);
		break;
	default:
		break;
	}
}

/* The parser drops frames, so they go in under another name. False where there are none. */
static bool
rename_frames(struct buf *out, struct str html)
{
	size_t done = 0;

	for (size_t i = 0; i + 7 < html.n; i++) {
		if (html.p[i] != '<' || !str_starts_icase(str_sub(html, i, html.n), "<frame") || !str_is_space(html.p[i + 6]))
			continue;
		(void)buf_add(out, str_sub(html, done, i));
		(void)buf_puts(out, "<embed data-frame ");
		done = i + 6;
	}
	(void)buf_add(out, str_sub(html, done, html.n));
	return done > 0;
}

void
tidy_page(struct arena *a, struct str html, struct str url, struct tidy_page *ret)
{
	struct arena own = { 0 };
	struct buf renamed = { 0 };
	struct page p = { .a = a, .ret = ret };
	struct dom_node *root;

	root = dom_parse(&own, rename_frames(&renamed, html) ? buf_str(&renamed) : html, NULL);
	p.base = arena_dup(a, tidy_link_base(&own, root, url));
	*ret = (struct tidy_page){ .links = arena_new(a, struct tidy_page_link, PAGE_LINKS) };
	for (const struct dom_node *node = root; node; node = dom_next(node, root))
		read_node(&p, node);
	buf_free(&renamed);
	arena_free(&own);
}
