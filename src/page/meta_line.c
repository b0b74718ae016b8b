#include "page/meta_line.h"

#include "page/meta_text.h"
#include "page/meta_words.h"
#include "text/byline.h"
#include "text/utf8.h"

enum {
	BYLINE_LETTERS = 100, /* a longer one is text about the author */
	DATE_BYTES = 120,     /* of a line that holds dates */
	BEFORE = 40,          /* how many nodes before the title */
	BEHIND = 80,          /* and behind it belong to the head of the article */
	LABEL_NODES = 4,      /* from a word for a date to the date */
	LABEL_BYTES = 30,     /* of such words */
	DULL_CLASSES = 16,    /* of spans, that are remembered */
};

struct walk {
	struct meta_bag *bag;
	const struct dom_node *root, *heading;
	int64_t now;
	int zone_min;
	struct str byline, dateline; /* a dateline is all dates */
	const struct dom_node *text; /* the last that is not blank */
	struct buf names; /* of the node that is being read */
	struct str dull[DULL_CLASSES]; /* classes of spans that say nothing */
	size_t n_dull; /* ever noted; they take turns */
	bool has_far, is_lenient;
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- where it stands */

static bool
is_hidden(const struct dom_node *node)
{
	struct str style = dom_attr(node, "style");

	if (style.n && (str_has(style, "display:none") || str_has(style, "display: none") || str_has(style, "visibility:hidden") ||
	        str_has(style, "visibility: hidden")))
		return true;
	return dom_has_attr(node, "hidden") || (str_is(dom_attr(node, "aria-hidden"), "true") && !dom_has_class(node, "fallback-image"));
}

/*
 * What does not belong to the article by what it is called, unless it is also
 * called something that an article is in. A whole page may be called its
 * header: is_lenient is for a second look at what is left out the first time.
 */
static bool
is_aside(const struct dom_node *node, struct str names, bool is_lenient)
{
	static const char *const foreign[] = { "comment", "reply", "replies", "disqus", "related", "recent", "sidebar", "footer", "widget",
		"댓글" };
	static const char *const asides[] = { "-ad-", "ai2html", "banner", "breadcrumbs", "combx", "community", "cover-wrap", "extra", "gdpr",
		"header", "legends", "menu", "remark", "rss", "shoutbox", "skyscraper", "social", "sponsor", "supplemental", "agegate",
		"pagination", "pager", "popup", "another_category" };
	static const char *const others[] = { "and", "article", "body", "column", "content", "main", "shadow", "post-header", "entry-header",
		"page-header", "title", "with-sidebar", "has-sidebar" };

	if (node->tag == DOM_NAV || node->tag == DOM_SELECT || node->tag == DOM_NOSCRIPT)
		return true;
	if (node->tag == DOM_BODY || node->tag == DOM_A || node->tag == DOM_HTML || !names.n || meta_text_has(names, others, COUNT(others)))
		return false;
	return meta_text_has(names, foreign, COUNT(foreign)) || (!is_lenient && meta_text_has(names, asides, COUNT(asides)));
}

/* Whether the page's title may stand in node. */
static bool
is_heading(struct walk *w, const struct dom_node *node)
{
	static const char *const words[] = { "title", "tit_", "headline", "subject" };

	if ((node->tag >= DOM_H1 && node->tag <= DOM_H4) || node->tag == DOM_STRONG || node->tag == DOM_P)
		return true;
	return (node->tag == DOM_DIV || node->tag == DOM_SPAN) && meta_text_has(meta_text_names(&w->names, node), words, COUNT(words));
}

static const struct dom_node *
find_heading(struct walk *w, struct str title)
{
	for (const struct dom_node *node = w->root->first; node; node = dom_next(node, w->root))
		if (is_heading(w, node) && meta_words_same(meta_text_line(w->bag->arena, node), title))
			return node;
	return NULL;
}

static bool
is_near(const struct walk *w, const struct dom_node *node)
{
	if (!w->heading)
		return false;
	return node->number + BEFORE >= w->heading->number && node->number <= w->heading->number + BEHIND;
}

/* ---- dates */

enum { DAY_DIGITS = 5 }; /* "Feb 1, 2015" */

/* Whether a line names a day: with its year, or as so long ago. */
static bool
names_day(struct str line)
{
	static const char *const words[] = { " 전", "일전", "간전", "ago", "어제", "방금" };

	return str_digits(line) >= DAY_DIGITS || meta_text_has(line, words, COUNT(words));
}

static void
add_date(struct walk *w, const struct dom_node *node, const char *source, struct str date)
{
	if (is_near(w, node) || dom_has_attr(node, "pubdate"))
		meta_bag_add(w->bag, str_of(source), date);
	else if (!w->heading && !w->has_far)
		meta_bag_add(w->bag, str_lit("line:date-far"), date);
	w->has_far = true;
}

static const char *const changed[] = { "수정", "업데이트", "갱신", "Updated", "updated", "Last modified", "Modified" };
static const char *const written[] = { "입력", "등록", "작성", "게시", "발행", "Published", "published", "Posted", "posted", "Created" };

/* Where the first of the words stands in a line; its end where none does. */
static size_t
find_word(struct str line, const char *const *words, size_t n)
{
	size_t at = line.n;

	for (size_t i = 0; i < n; i++) {
		size_t found = str_find(line, str_of(words[i]));

		at = found < at ? found : at;
	}
	return at;
}

/* Adds the dates of a line; what stands behind a word for it is when it was changed, up to a word for when it was written. */
static void
add_dates(struct walk *w, const struct dom_node *node, struct str line)
{
	size_t at = find_word(line, changed, COUNT(changed));
	struct str behind = str_sub(line, at, line.n);
	size_t end = find_word(behind, written, COUNT(written));

	add_date(w, node, "line:date", str_trim(str_sub(line, 0, at)).n ? str_sub(line, 0, at) : str_sub(behind, end, behind.n));
	meta_bag_add(w->bag, str_lit("line:updated"), str_sub(behind, 0, end));
}

/* Whether an element says when the article was changed. */
static bool
is_update(const struct dom_node *node, struct str names)
{
	static const char *const words[] = { "update", "modif", "lastmod" };
	static const char *const others[] = { "publish", "create", "posted" };

	return str_has(dom_attr(node, "itemprop"), "Modified") ||
	       (meta_text_has(names, words, COUNT(words)) && !meta_text_has(names, others, COUNT(others)));
}

/* Whether the words right before a node say that something was changed then. */
static bool
follows_update(const struct walk *w, const struct dom_node *node)
{
	struct str before;

	if (!w->text || w->text->number + LABEL_NODES < node->number)
		return false;
	before = w->text->text;
	before = str_sub(before, before.n - (before.n < LABEL_BYTES ? before.n : LABEL_BYTES), before.n);
	return find_word(before, changed, COUNT(changed)) < before.n && find_word(before, written, COUNT(written)) == before.n;
}

static void
read_time(struct walk *w, const struct dom_node *node, struct str names)
{
	struct str when = dom_attr(node, "datetime");

	if (!when.n)
		when = meta_text_line(w->bag->arena, node);
	if (is_update(node, names) || follows_update(w, node))
		meta_bag_add(w->bag, str_lit("line:time-updated"), when);
	else
		add_date(w, node, "line:time", when);
}

static bool
is_dated(struct str names)
{
	static const char *const words[] = { "date", "time", "publish", "posted", "regist", "created", "byline", " meta ", "-meta ", "_meta ",
		" info ", "-info ", "_info ", "입력" };

	return meta_text_has(names, words, COUNT(words));
}

/* Reads a node that is_dated() by its names. True when what is below it is read with it. */
static bool
read_date(struct walk *w, const struct dom_node *node, struct str names)
{
	struct str line = dom_attr(node, "title");

	if (!str_has(names, "published") || str_digits(line) < DAY_DIGITS)
		line = meta_text_line(w->bag->arena, node);
	if (line.n > DATE_BYTES || !names_day(line))
		return false;
	if (is_update(node, names))
		meta_bag_add(w->bag, str_lit("line:updated"), line);
	else
		add_dates(w, node, line);
	return is_update(node, names);
}

/* ---- by-lines */

static bool
is_marked_byline(const struct dom_node *node, struct str names)
{
	static const char *const words[] = { "byline", "author", "dateline", "writtenby", "p-author" };

	return str_is(dom_attr(node, "rel"), "author") || str_has(dom_attr(node, "itemprop"), "author") ||
	       meta_text_has(names, words, COUNT(words));
}

/* Inside a by-line: where the name alone stands. */
static const struct dom_node *
find_name(const struct dom_node *byline)
{
	const struct dom_node *node = byline->first;

	for (size_t n = 0; node && n < META_TEXT_NODES; n++, node = dom_next(node, byline))
		if (str_has(dom_attr(node, "itemprop"), "name"))
			return node;
	return NULL;
}

/* Whether a link leads to who wrote it. */
static bool
is_person_link(const struct dom_node *node, struct buf *names)
{
	static const char *const words[] = { "author", "writer", "profile", "people", "staff", "reporter", "journalist", "contributor",
		"user", "member", "/by/", "/@", "name", "byline" };

	return node->tag == DOM_A && (str_is(dom_attr(node, "rel"), "author") || meta_text_has(dom_attr(node, "href"), words, COUNT(words)) ||
		meta_text_has(meta_text_names(names, node), words, COUNT(words)));
}

/* Adds the names that links of a by-line have; false where none has. */
static bool
add_linked_names(struct walk *w, const struct dom_node *byline)
{
	const struct dom_node *node = byline->tag == DOM_A ? byline : byline->first;
	bool has_name = false;

	for (size_t n = 0; node && n < META_TEXT_NODES; n++, node = dom_next(node, byline)) {
		struct str name = is_person_link(node, &w->names) ? meta_text_line(w->bag->arena, node) : STR_NONE;

		if (!name.n || str_digits(name))
			continue;
		meta_bag_add(w->bag, str_lit("line:author"), name);
		has_name = true;
	}
	return has_name;
}

/* The dates in a by-line. */
static void
read_times(struct walk *w, const struct dom_node *byline)
{
	const struct dom_node *node = byline->first;

	for (size_t n = 0; node && n < META_TEXT_NODES; n++, node = dom_next(node, byline)) {
		if (node->tag == DOM_TEXT && str_trim(node->text).n)
			w->text = node;
		else if (node->tag == DOM_TIME)
			read_time(w, node, meta_text_names(&w->names, node));
	}
}

static bool
take_byline(struct walk *w, const struct dom_node *node)
{
	const struct dom_node *name = find_name(node);
	struct str line = meta_text_line(w->bag->arena, node);
	struct byline byline;

	if (!line.n || utf8_count(line) >= BYLINE_LETTERS)
		return false;
	meta_bag_add(w->bag, str_lit("line:byline"), line);
	if (!name && byline_read(line, w->now, w->zone_min, &byline) && !byline.author.n) {
		w->dateline = w->dateline.n ? w->dateline : line;
		return true;
	}
	read_times(w, node);
	w->byline = name ? meta_text_line(w->bag->arena, name) : line;
	if (name || !add_linked_names(w, node))
		meta_bag_add(w->bag, str_lit("line:author"), name ? w->byline : meta_text_untimed(w->bag->arena, node));
	return true;
}

/* "홍길동 기자 입력 2025.02.05" in the head of the article, however it is called. */
static void
read_text(struct walk *w, const struct dom_node *node)
{
	struct str line = str_trim(node->text);
	struct byline byline;

	if (byline_lead(line, &byline.author))
		meta_bag_add(w->bag, str_lit("line:reporter"), byline.author);
	if (!line.n || line.n > META_TEXT_BYTES || !byline_read(line, w->now, w->zone_min, &byline))
		return;
	if (byline.author.n)
		meta_bag_add(w->bag, str_lit("line:reporter"), byline.author);
	if (byline.date != CLOCK_NONE)
		meta_bag_add(w->bag, str_lit("line:date"), line);
}

/* ---- what says nothing: highlighted code is made of spans of a few classes */

/* A span that has a class and nothing else, so that its class says all. */
static bool
is_plain_span(const struct dom_node *node)
{
	return node->tag == DOM_SPAN && node->n_attrs == 1 && str_is(node->attrs[0].name, "class") && !node->is_dropped;
}

/* Remembers the class of a node without a date where it is no by-line's either. */
static void
note_dull(struct walk *w, const struct dom_node *node, struct str names)
{
	if (is_plain_span(node) && !is_marked_byline(node, names))
		w->dull[w->n_dull++ % DULL_CLASSES] = node->attrs[0].value;
}

static bool
is_dull(const struct walk *w, const struct dom_node *node)
{
	if (!is_plain_span(node))
		return false;
	for (size_t i = 0; i < w->n_dull && i < DULL_CLASSES; i++)
		if (str_eq(w->dull[i], node->attrs[0].value))
			return true;
	return false;
}

/* ---- */

/* Reads one node; the one to read after it, which is not below what does not belong to the article. */
static const struct dom_node *
read_node(struct walk *w, const struct dom_node *node)
{
	struct str names;

	if (node->tag == DOM_TEXT) {
		if (is_near(w, node))
			read_text(w, node);
		w->text = str_trim(node->text).n ? node : w->text;
		return dom_next(node, w->root);
	}
	if (is_dull(w, node))
		return dom_next(node, w->root);
	names = meta_text_names(&w->names, node);
	if (node->is_dropped || is_hidden(node))
		return dom_skip(node, w->root);
	if (!w->byline.n && is_marked_byline(node, names) && take_byline(w, node))
		return dom_skip(node, w->root);
	if (is_aside(node, names, w->is_lenient))
		return dom_skip(node, w->root);
	if (node->tag == DOM_TIME)
		read_time(w, node, names);
	else if (!is_dated(names))
		note_dull(w, node, names);
	else if (read_date(w, node, names))
		return dom_skip(node, w->root);
	return dom_next(node, w->root);
}

void
meta_line_read(struct meta_bag *bag, const struct dom_node *root, struct str title, int64_t now, int zone_min, struct str *byline)
{
	struct walk w = { .bag = bag, .root = root, .now = now, .zone_min = zone_min };
	const struct dom_node *body = dom_find(root, DOM_BODY);

	w.heading = find_heading(&w, title);
	for (const struct dom_node *node = body; node;)
		node = read_node(&w, node);
	w.is_lenient = true;
	for (const struct dom_node *node = w.byline.n || w.dateline.n ? NULL : body; node;)
		node = read_node(&w, node);
	*byline = w.byline.n ? w.byline : w.dateline;
	buf_free(&w.names);
}
