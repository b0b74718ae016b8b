#include "page/next.h"

#include "base/buf.h"
#include "base/num.h"
#include "html/tidy_link.h"
#include "text/url.h"

enum { NEXT_PAGES = 99, NEXT_LABEL = 40 };

/* An address without what says which page it is: its parts around that, and the number. */
struct numbered {
	struct str head, tail;
	int64_t n;
	bool is_sure; /* "page" stands beside the number */
};

static bool
page_number(struct str text, int64_t *ret)
{
	return text.n && text.n <= 2 && num_parse(text, 1, NEXT_PAGES, ret);
}

/* "?page=2" */
static bool
split_query(struct str url, struct numbered *ret)
{
	static const char *const keys[] = { "page=", "p=", "pg=", "pageno=", "page_no=", "pagenum=" };
	size_t from = str_find_char(url, '?');

	while (from < url.n) {
		struct str part = str_sub(url, from + 1, url.n);
		size_t end = str_find_char(part, '&');

		for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
			if (str_starts_icase(part, keys[i]) && page_number(str_sub(part, strlen(keys[i]), end), &ret->n)) {
				ret->head = str_sub(url, 0, from);
				ret->tail = str_sub(part, end, part.n);
				ret->is_sure = true;
				return true;
			}
		from += 1 + end;
	}
	return false;
}

/* "/2", "/2/", "/page/2" */
static bool
split_path(struct str url, struct numbered *ret)
{
	size_t query = str_find_char(url, '?');
	struct str path = str_sub(url, 0, query);
	size_t from;

	if (str_ends(path, "/"))
		path.n--;
	for (from = path.n; from && path.p[from - 1] != '/'; from--)
		;
	if (!from || !page_number(str_sub(path, from, path.n), &ret->n))
		return false;
	ret->head = str_sub(path, 0, from - 1);
	ret->is_sure = str_ends(ret->head, "/page");
	if (ret->is_sure)
		ret->head.n -= strlen("/page");
	ret->tail = str_sub(url, query, url.n);
	return true;
}

/* "name_2.html", "name-2.html" */
static bool
split_name(struct str url, struct numbered *ret)
{
	size_t query = str_find_char(url, '?'), dot = query, from;

	while (dot && url.p[dot - 1] != '.' && url.p[dot - 1] != '/')
		dot--;
	if (!dot || url.p[dot - 1] != '.')
		return false;
	for (from = dot - 1; from && str_is_digit(url.p[from - 1]); from--)
		;
	if (!from || (url.p[from - 1] != '_' && url.p[from - 1] != '-') || !page_number(str_sub(url, from, dot - 1), &ret->n))
		return false;
	ret->head = str_sub(url, 0, from - 1);
	ret->tail = str_sub(url, dot - 1, url.n);
	return true;
}

/* Takes the number out of an address; as page 1 of itself where there is none. */
static struct numbered
split(struct str url)
{
	struct numbered ret = { .n = 1 };

	url = str_sub(url, 0, str_find_char(url, '#'));
	if (!split_query(url, &ret) && !split_path(url, &ret) && !split_name(url, &ret))
		ret = (struct numbered){ .head = url, .n = 1 };
	return ret;
}

/* Whether the two parts together are that address, a final "/" aside. */
static bool
is_joined(const struct numbered *parts, struct str url)
{
	size_t at = parts->head.n;

	url = str_sub(url, 0, str_find_char(url, '#'));
	if (!str_eq(str_sub(url, 0, at), parts->head))
		return false;
	url = str_sub(url, at, url.n);
	return str_eq(url, parts->tail) || (str_starts(url, "/") && str_eq(str_sub(url, 1, url.n), parts->tail)) ||
		(str_ends(parts->head, "/") && str_eq(url, parts->tail));
}

static bool
is_label(struct str label, int64_t n)
{
	static const char *const words[] = {
		"next", "next page", "continue", "continued", "다음", "다음 페이지", "다음페이지", "weiter", "nächste seite",
		"page suivante", "suivant", "siguiente", "página siguiente", "下一页", "下一頁", "次へ", "次のページ", ">", "›", "»", "→",
	};
	int64_t number;

	if (page_number(label, &number))
		return number == n;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_starts_icase(label, words[i]))
			return label.n <= NEXT_LABEL;
	return false;
}

static bool
is_link(const struct dom_node *node)
{
	return (node->tag == DOM_A || (node->tag == DOM_LINK && str_has_word(dom_attr(node, "rel"), "next"))) && dom_has_attr(node, "href");
}

/* What is being looked for. */
struct search {
	struct arena *a;
	struct str url, base;
	struct numbered own; /* the page's address taken apart */
	bool has_first;      /* a link "1" leads to what that would be the first page of */
};

static bool
is_next(const struct search *search, struct str to, struct str label, bool is_rel)
{
	struct numbered there = split(to);
	bool is_plain = there.n == 2 && is_joined(&there, search->url);
	bool is_further = there.n == search->own.n + 1 && (search->own.is_sure || search->has_first) &&
		str_eq(there.head, search->own.head) && str_eq(there.tail, search->own.tail);

	return (is_plain || is_further) && (is_rel || is_label(label, there.n));
}

static struct str
label_of(const struct search *search, const struct dom_node *node)
{
	struct buf text = { 0 };
	struct str ret;

	dom_text(&text, node);
	ret = arena_dup(search->a, str_trim(buf_str(&text)));
	buf_free(&text);
	return ret;
}

/* Visits the links of the page that may lead to another page of it; first: only looks for the link to the first one. */
static struct str
visit(struct search *search, const struct gauge *g, bool first)
{
	for (uint32_t i = 1; i < g->n; i++) {
		const struct gauge_node *node = &g->nodes[i];
		struct str to, label;

		if (node->class_hints & HINT_COMMENTS || node->id_hints & HINT_COMMENTS)
			i = node->end - 1; /* these have pages of their own */
		if (!is_link(node->node))
			continue;
		to = tidy_link_web(search->a, search->base, dom_attr(node->node, "href"));
		if (!to.n || !str_eq_icase(url_host(to), url_host(search->url)))
			continue;
		label = label_of(search, node->node);
		if (first)
			search->has_first = search->has_first || (str_is(label, "1") && is_joined(&search->own, to));
		else if (is_next(search, to, label, str_has_word(dom_attr(node->node, "rel"), "next")))
			return to;
	}
	return STR_NONE;
}

struct str
next_find(struct arena *a, const struct gauge *g, struct str url, struct str base)
{
	struct arena own = { 0 };
	struct search search = { .a = &own, .url = url, .base = base, .own = split(url) };
	struct url parts;
	struct str ret = STR_NONE;

	if (url_split(url, &parts) && (parts.path.n > 1 || parts.has_query)) {
		(void)visit(&search, g, true);
		ret = arena_dup(a, visit(&search, g, false));
	}
	arena_free(&own);
	return ret;
}
