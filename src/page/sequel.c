#include "page/sequel.h"

#include "base/buf.h"
#include "base/num.h"
#include "html/tidy_link.h"
#include "text/url.h"

enum {
	PAGES_MAX = 99,
	TEXT_MAX = 40,  /* bytes of a link to a page */
	READINGS = 4,
};

/* An address as one page of several: that of the first page in its canonical form, and which page it is. */
struct reading {
	struct buf first;
	int64_t number;
	bool is_clear; /* nothing else is written like this */
};

/* All that an address may be. */
struct readings {
	struct reading v[READINGS];
	size_t n;
};

static void
free_readings(struct readings *r)
{
	for (size_t i = 0; i < r->n; i++)
		buf_free(&r->v[i].first);
}

/* The address is page number of one that is made of head and tail. */
static void
add(struct readings *r, struct str head, struct str tail, int64_t number, bool is_clear)
{
	struct reading *reading = &r->v[r->n++];
	struct buf url = { 0 };

	*reading = (struct reading){ .number = number, .is_clear = is_clear };
	(void)buf_add(&url, head);
	(void)buf_add(&url, tail);
	url_canonical(&reading->first, buf_str(&url));
	buf_free(&url);
}

static bool
is_page_word(struct str word)
{
	static const char *const words[] = { "page", "pg", "paged", "pagenum", "pageno", "page_no", "pagenumber", "currentpage" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is_icase(word, words[i]))
			return true;
	return false;
}

/* "?page=2", alone or among others. */
static void
read_query(struct readings *r, struct str url, size_t mark)
{
	struct str rest = str_sub(url, mark + 1, url.n), pair, name, value;
	size_t at = mark;

	while (rest.n) {
		size_t end;
		int64_t number;

		(void)str_cut(rest, '&', &pair, &rest);
		end = at + 1 + pair.n;
		(void)str_cut(pair, '=', &name, &value);
		if (is_page_word(name) && num_parse(value, 2, PAGES_MAX, &number)) {
			struct buf tail = { 0 };

			if (rest.n)
				(void)buf_printf(&tail, "%c%.*s", url.p[at], STR(rest));
			add(r, str_sub(url, 0, at), buf_str(&tail), number, true);
			buf_free(&tail);
			return;
		}
		at = end;
	}
}

/* The digits before the end of s, and where they begin. */
static bool
number_before(struct str s, int64_t *number, size_t *at)
{
	*at = s.n;
	while (*at > 0 && str_is_digit(s.p[*at - 1]))
		--*at;
	return num_parse(str_sub(s, *at, s.n), 2, PAGES_MAX, number);
}

/* ".../2", ".../page/2", ".../page2", ".../name_2.html". */
static void
read_path(struct readings *r, struct str path, struct str query)
{
	size_t dot, at, slash;
	struct str plain = str_ends(path, "/") ? str_sub(path, 0, path.n - 1) : path;
	int64_t number;

	if (number_before(plain, &number, &at)) {
		struct str head = str_sub(plain, 0, at);
		bool is_word = str_ends(head, "/page/") || str_ends(head, "/page") || str_ends(head, "/page-");

		if (is_word)
			head = str_sub(head, 0, str_find(head, str_lit("/page")));
		if (is_word || str_ends(head, "/"))
			add(r, head, query, number, is_word);
	}
	for (dot = path.n; dot > 0 && path.p[dot - 1] != '.' && path.p[dot - 1] != '/';)
		dot--;
	if (!dot || path.p[dot - 1] != '.' || path.n - dot > 5 || !number_before(str_sub(path, 0, dot - 1), &number, &at) || !at)
		return;
	slash = at - 1;
	if (path.p[slash] == '-' || path.p[slash] == '_') {
		struct buf tail = { 0 };

		(void)buf_printf(&tail, "%.*s%.*s", STR(str_sub(path, dot - 1, path.n)), STR(query));
		add(r, str_sub(path, 0, slash), buf_str(&tail), number, false);
		buf_free(&tail);
	}
}

/* with_first: it may be a first page as well. */
static void
read_address(struct readings *r, struct str url, bool with_first)
{
	size_t mark;

	*r = (struct readings){ 0 };
	(void)str_cut(url, '#', &url, NULL);
	mark = str_find_char(url, '?');
	if (with_first)
		add(r, url, STR_NONE, 1, true);
	read_query(r, url, mark);
	read_path(r, str_sub(url, 0, mark), str_sub(url, mark, url.n));
}

/* ---- what links say */

static void
add_text(struct buf *out, const struct dom_node *link)
{
	for (const struct dom_node *node = link->first; node && out->n <= TEXT_MAX; node = dom_next(node, link))
		if (node->tag == DOM_TEXT)
			(void)buf_add(out, node->text);
}

/* Words in a rel or class attribute. */
static bool
has_next_word(const struct dom_node *link)
{
	static const char *const attrs[] = { "rel", "class", "aria-label", "title" };

	for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++) {
		struct str rest = dom_attr(link, attrs[i]), word;

		while ((word = str_word(&rest)).n)
			if (str_is_icase(word, "next") || str_is(word, "다음") || str_starts_icase(word, "next-page"))
				return true;
	}
	return false;
}

/* "2", "다음 페이지", "Next page »". */
static bool
says_next(struct str text, int64_t number)
{
	static const char *const words[] = {
		"다음", "다음페이지", "다음쪽", "페이지", "계속", "next", "nextpage", "page", "continue", "continued", "weiter",
		"nächsteseite", "suivant", "pagesuivante", "siguiente", "páginasiguiente", "下一页", "下一頁", "次へ", "次のページ",
	};
	struct buf letters = { 0 };
	bool is_next = false;
	int64_t said;

	for (size_t i = 0; i < text.n; i++)
		if ((unsigned char)text.p[i] > ' ' && text.p[i] != '>' && text.p[i] != '.')
			(void)buf_putc(&letters, str_lower(text.p[i]));
	while (str_ends(buf_str(&letters), "»") || str_ends(buf_str(&letters), "›") || str_ends(buf_str(&letters), "→"))
		buf_truncate(&letters, letters.n - (str_ends(buf_str(&letters), "»") ? 2 : 3));
	is_next = text.n && (!letters.n || (num_parse(buf_str(&letters), 2, PAGES_MAX, &said) && said == number));
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		is_next |= str_is(buf_str(&letters), words[i]);
	buf_free(&letters);
	return is_next;
}

/* ---- putting them together */

/* A search of one page. */
struct search {
	struct arena arena;
	const struct gauge *g;
	struct str base;
	struct readings page;
	enum { UNKNOWN, LEADS_BACK, LEADS_NOWHERE } ways; /* whether it has a link to its first page, if it is none itself */
};

/* Which reading of the page the link goes on from, -1 for none. number: the page that it leads to. */
static int
goes_on_from(const struct readings *page, const struct readings *link, int64_t *number)
{
	for (size_t i = 0; i < page->n; i++)
		for (size_t k = 0; k < link->n; k++)
			if (link->v[k].number == page->v[i].number + 1 && str_eq(buf_str(&link->v[k].first), buf_str(&page->v[i].first))) {
				*number = link->v[k].number;
				return (int)i;
			}
	return -1;
}

static bool
is_link(const struct dom_node *node)
{
	return (node->tag == DOM_A || node->tag == DOM_LINK) && dom_has_attr(node, "href");
}

/* Whether it is a link "1" to that address. */
static bool
is_first(struct search *s, const struct dom_node *node, struct str first)
{
	struct buf text = { 0 }, form = { 0 };
	bool is_it;

	add_text(&text, node);
	if (str_is(str_trim(buf_str(&text)), "1"))
		url_canonical(&form, tidy_link_page(&s->arena, s->base, dom_attr(node, "href")));
	is_it = form.n && str_eq(buf_str(&form), first);
	buf_free(&text);
	buf_free(&form);
	return is_it;
}

/* Whether the page has a link to its first page: "/post/2" may be the second post as well. */
static bool
leads_back(struct search *s, struct str first)
{
	for (uint32_t i = 0; i < s->g->n && s->ways == UNKNOWN; i++)
		if (is_link(s->g->nodes[i].node) && is_first(s, s->g->nodes[i].node, first))
			s->ways = LEADS_BACK;
	if (s->ways == UNKNOWN)
		s->ways = LEADS_NOWHERE;
	return s->ways == LEADS_BACK;
}

/* Where a link leads to when it goes on from the page, else empty. */
static struct str
follow(struct search *s, const struct dom_node *node, struct str text, bool is_next)
{
	struct str to = tidy_link_page(&s->arena, s->base, dom_attr(node, "href"));
	struct readings link;
	int64_t number = 0;
	int from;

	read_address(&link, to, false);
	from = goes_on_from(&s->page, &link, &number);
	free_readings(&link);
	if (from < 0 || (!is_next && !says_next(text, number)))
		return STR_NONE;
	return s->page.v[from].is_clear || leads_back(s, buf_str(&s->page.v[from].first)) ? to : STR_NONE;
}

/* A short link, or one that calls itself the next. */
static struct str
look_at(struct search *s, const struct dom_node *node)
{
	struct buf text = { 0 };
	bool is_next = has_next_word(node);
	struct str found = STR_NONE;

	add_text(&text, node);
	if (is_next || (text.n > 0 && text.n <= TEXT_MAX))
		found = follow(s, node, buf_str(&text), is_next);
	buf_free(&text);
	return found;
}

/* Comments have pages of their own. */
static bool
is_comments(const struct gauge_node *node)
{
	return (node->class_hints | node->id_hints) & HINT_COMMENTS;
}

/* A home page, whose next one is a list. */
static bool
is_home(struct str url)
{
	struct url parts;

	return !url_split(url, &parts) || (parts.path.n <= 1 && !parts.has_query);
}

struct str
sequel_find(struct arena *a, const struct gauge *g, struct str url, struct str base)
{
	struct search s = { .g = g, .base = base };
	struct str found = STR_NONE;

	if (is_home(url))
		return STR_NONE;
	read_address(&s.page, url, true);
	for (uint32_t i = 0; i < g->n && !found.n; i++) {
		const struct gauge_node *node = &g->nodes[i];

		if (is_comments(node))
			i = node->end - 1;
		else if (is_link(node->node) && str_digits(dom_attr(node->node, "href")))
			found = look_at(&s, node->node);
	}
	found = arena_dup(a, found);
	free_readings(&s.page);
	arena_free(&s.arena);
	return found;
}
