#include "page/site.h"

#include "base/num.h"
#include "base/vec.h"
#include "page/rule.h"
#include "page/site_go.h"
#include "page/site_table.h"
#include "page/held.h"
#include "text/clean.h"
#include "text/date.h"
#include "text/url.h"
#include "text/utf8.h"

enum {
	FIELD_MAX = 600, /* bytes of a title, an author or a date */
	SITE_RULES = 96, /* room for the rules of our own */
};

struct reading {
	struct arena *a;         /* of the result */
	struct arena own;
	struct dom_node *root;
	const struct page_input *in;
	struct site *ret;
};

/* ---- helpers */

static struct dom_node *
first(struct reading *r, struct str text)
{
	struct select select;

	return text.n && !select_parse(&r->own, text, &select, NULL) ? select_first(r->root, &select) : NULL;
}

/* Letters of the text below node, and one for each picture, frame and formula; it is enough to know of `enough`. */
static size_t
weigh(const struct dom_node *node, size_t enough)
{
	const struct dom_node *at = node;
	size_t n = 0;

	while (at && n < enough) {
		bool is_left_out = at->is_dropped || at->tag == DOM_SCRIPT || at->tag == DOM_STYLE;

		n += at->tag == DOM_TEXT ? utf8_letters(at->text) : 0;
		n += at->tag == DOM_IMG || at->tag == DOM_IFRAME || at->tag == DOM_VIDEO || dom_has_attr(at, "data-module");
		at = is_left_out ? dom_skip(at, node) : dom_next(at, node);
	}
	return n;
}

/* ---- the article */

/* Leaves the node with the most text. */
static void
keep_longest(struct select_nodes *nodes)
{
	size_t best = 0, most = 0;

	for (size_t i = 0; i < nodes->n && nodes->n > 1; i++) {
		size_t n = weigh(nodes->v[i], SIZE_MAX);

		if (n > most) {
			best = i;
			most = n;
		}
	}
	if (nodes->n > 1)
		*nodes = (struct select_nodes){ &nodes->v[best], 1 };
}

static bool
have_letters(const struct select_nodes *nodes, size_t letters)
{
	size_t n = 0;

	for (size_t i = 0; i < nodes->n && n < letters; i++)
		n += weigh(nodes->v[i], letters);
	return nodes->n && n >= letters;
}

/* Finds the article by the first of the contents that has `letters`; true with it in the result. */
static bool
find_nodes(struct reading *r, const struct page_rule *rule, bool takes_all, size_t letters)
{
	for (size_t i = 0; i < rule->n_contents; i++) {
		struct select select;
		struct select_nodes nodes;

		if (select_parse(&r->own, rule->content[i], &select, NULL) < 0)
			continue;
		nodes = select_all(r->a, r->root, &select);
		if (!takes_all)
			keep_longest(&nodes);
		if (have_letters(&nodes, letters)) {
			r->ret->nodes = nodes;
			return true;
		}
	}
	return false;
}

static void
drop_in(struct reading *r, struct str text)
{
	struct select select;

	if (!text.n || select_parse(&r->own, text, &select, NULL) < 0)
		return;
	for (size_t i = 0; i < r->ret->nodes.n; i++) {
		struct select_nodes found = select_all(&r->own, r->ret->nodes.v[i], &select);

		for (size_t k = 0; k < found.n; k++)
			found.v[k]->is_dropped = true;
	}
}

/* ---- what stands beside it */

/* The value of an attribute, its name in any case. */
static struct str
attr_of(const struct dom_node *node, struct str name)
{
	for (size_t i = 0; i < node->n_attrs; i++)
		if (str_eq_icase(node->attrs[i].name, name))
			return node->attrs[i].value;
	return STR_NONE;
}

/* What a field selects, as one line. */
static struct str
pick(struct reading *r, struct str field)
{
	struct str text, attr, value = STR_NONE;
	struct buf raw = { 0 }, line = { 0 };
	struct dom_node *node;

	rule_split(field, &text, &attr);
	node = first(r, text);
	if (node && attr.n)
		value = attr_of(node, attr);
	else if (node && node->tag == DOM_META)
		value = dom_attr(node, "content");
	else if (node && dom_has_attr(node, "datetime"))
		value = dom_attr(node, "datetime");
	else if (node)
		dom_text(&raw, node);
	clean_line(&line, value.n ? value : buf_str(&raw));
	value = line.n <= FIELD_MAX ? arena_dup(r->a, buf_str(&line)) : STR_NONE;
	buf_free(&raw);
	buf_free(&line);
	return value;
}

/* A date, or the milliseconds or seconds since 1970. */
static int64_t
moment(struct str text, int64_t now)
{
	int64_t n, t;

	if (num_parse(text, 0, INT64_MAX, &n) && text.n >= 10)
		return text.n >= 13 ? n / 1000 : n;
	t = date_parse(text, now, DATE_KST);
	return t == CLOCK_NONE ? date_search(text, now, DATE_KST, NULL, NULL) : t;
}

static void
read_fields(struct reading *r, const struct page_rule *rule)
{
	struct dom_node *next = first(r, rule->next);
	struct buf url = { 0 };

	r->ret->title = pick(r, rule->title);
	r->ret->author = pick(r, rule->author);
	r->ret->published = moment(pick(r, rule->date), r->in->now);
	if (next && dom_has_attr(next, "href")) {
		url_resolve(&url, r->in->url, dom_attr(next, "href"));
		r->ret->knows_next = true;
		r->ret->next = url_is_web(buf_str(&url)) ? arena_dup(r->a, buf_str(&url)) : STR_NONE;
	}
	buf_free(&url);
}

static bool
try_rule(struct reading *r, const struct page_rule *rule, bool takes_all, size_t letters)
{
	if (!find_nodes(r, rule, takes_all, letters))
		return false;
	read_fields(r, rule);
	drop_in(r, rule->drop);
	return true;
}

/* ---- the rules of our own */

static bool
hosts_fit(struct str hosts, struct str url)
{
	struct str host;

	while ((host = str_word(&hosts)).n)
		if (rule_fits(host, url))
			return true;
	return false;
}

/* All rules in their order, and which of them the page bears the mark of. */
struct table {
	const struct site_rule *rules[SITE_RULES];
	bool has_mark[SITE_RULES];
	size_t n;
};

static void
list_rules(struct table *t)
{
	const struct site_rule *const lists[] = { site_platform(), site_press(), site_theme() };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		for (const struct site_rule *rule = lists[i]; rule->name && t->n < SITE_RULES; rule++)
			t->rules[t->n++] = rule;
}

/* All marks are looked for in one walk. */
static void
find_marks(struct reading *r, struct table *t)
{
	struct buf text = { 0 };
	struct select select;
	bool *paths;
	size_t at = 0;

	for (size_t i = 0; i < t->n; i++)
		if (t->rules[i]->mark)
			(void)buf_printf(&text, "%s%s", text.n ? "," : "", t->rules[i]->mark);
	(void)select_parse(&r->own, buf_str(&text), &select, NULL);
	paths = arena_new(&r->own, bool, select.selector.n_paths);
	for (struct dom_node *node = r->root; node; node = dom_next(node, r->root))
		select_mark(node, &select, paths);
	for (size_t i = 0; i < t->n; i++) {
		struct selector mark = { 0 };

		if (t->rules[i]->mark)
			(void)selector_parse(&r->own, str_of(t->rules[i]->mark), &mark, NULL);
		for (size_t k = 0; k < mark.n_paths; k++)
			t->has_mark[i] = paths[at++] || t->has_mark[i];
	}
	buf_free(&text);
}

/* True when the rule says what the page is. */
static bool
try_own(struct reading *r, const struct site_rule *own)
{
	struct page_rule rule = {
		.drop = str_of(own->drop), .title = str_of(own->title), .author = str_of(own->author), .date = str_of(own->date),
	};

	if (first(r, str_of(own->none))) {
		r->ret->kind = PAGE_NONE;
		return true;
	}
	for (size_t i = 0; i < RULE_CONTENTS && own->content[i]; i++)
		rule.content[rule.n_contents++] = str_of(own->content[i]);
	if (try_rule(r, &rule, false, own->letters ? (size_t)own->letters : 1)) {
		r->ret->is_loose = own->letters > 0;
		return true;
	}
	if (first(r, str_of(own->login)))
		r->ret->kind = PAGE_LOGIN;
	return r->ret->kind == PAGE_LOGIN;
}

static bool
try_table(struct reading *r)
{
	struct table t = { .n = 0 };

	list_rules(&t);
	find_marks(r, &t);
	for (size_t i = 0; i < t.n; i++)
		if (hosts_fit(str_of(t.rules[i]->hosts), r->in->url)) {
			if (try_own(r, t.rules[i]))
				return true;
			t.has_mark[i] = false;
		}
	for (size_t i = 0; i < t.n; i++)
		if (t.has_mark[i] && try_own(r, t.rules[i]))
			return true;
	return false;
}

/* An article that the page holds as data stands in for one that it does not show, and knows better what it is called. */
static bool
take_held(struct reading *r)
{
	struct held held;

	if (!held_read(r->a, r->root, r->in->html, &held))
		return false;
	if (!r->ret->nodes.n) {
		r->ret->nodes = (struct select_nodes){ arena_new(r->a, struct dom_node *, 1), 1 };
		r->ret->nodes.v[0] = held.body;
	}
	if (held.title.n)
		r->ret->title = held.title;
	if (held.author.n)
		r->ret->author = held.author;
	if (held.published != CLOCK_NONE)
		r->ret->published = held.published;
	return true;
}

void
site_read(struct arena *a, struct dom_node *root, const struct page_input *in, struct site *ret)
{
	struct reading r = { .a = a, .root = root, .in = in, .ret = ret };
	const struct page_rule *rule = rule_find(in->rules, in->n_rules, in->url);
	bool is_known;

	*ret = (struct site){ .kind = PAGE_ARTICLE, .published = CLOCK_NONE };
	is_known = rule && try_rule(&r, rule, true, 1);
	if (!is_known) {
		is_known = try_table(&r);
		is_known = take_held(&r) || is_known;
	}
	if (!is_known && str_starts(str_trim(in->html), "{"))
		ret->kind = PAGE_NONE; /* JSON, but no article in it */
	else if (is_known)
		drop_in(&r, str_lit(SITE_DROP));
	else if (site_go(a, in->url, &ret->go))
		ret->kind = PAGE_GO;
	arena_free(&r.own);
}
