#include "page/wall.h"

#include "page/meta_text.h"
#include "page/wall_table.h"
#include "text/entity.h"
#include "text/url.h"

enum {
	LETTERS_SURE = 8000,   /* walls are shorter */
	LETTERS_LONG = 1500,   /* takes proof */
	LETTERS_TEASER = 2500, /* a beginning is shorter */
	LETTERS_SOME = 250,    /* the least that is worth keeping of an article */
	LETTERS_KNOWN = 120,   /* the same where a rule of the site says that it is one */
	LETTERS_NONE = 50,     /* less is no article: the page's own text is looked at */
	POINTS_PROOF = 6,
	POINTS_SHORT = 3,
	POINTS_EMPTY = 2,
	PARAGRAPHS_SEVERAL = 3,
	LETTERS_SEVERAL = 500, /* in so many, the least of an article without a date */
	TAIL_BYTES = 600,      /* of an article: where a notice about the rest of it stands */
	TEXT_BYTES = 32 << 10,
	MARKS_BYTES = 256 << 10,
};

/* What signs are looked for in, all in lower case. */
struct evidence {
	struct buf titles, text, marks, scripts, alerts; /* titles: one part a line */
	struct buf names; /* of the node that is being read */
	struct str host, path;
	size_t letters;
	bool is_article; /* it takes more than words of an article to make it none */
};

/* ---- gathering */

static void
lower(struct buf *b)
{
	for (size_t i = 0; i < b->n; i++)
		b->p[i] = str_lower(b->p[i]);
}

/* Appends a part of a title without the marks that end it. */
static void
add_part(struct buf *titles, struct str part)
{
	static const char *const ends[] = { ".", "…", "!", "。", ",", "|", "-" };

	part = str_trim(part);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		while (str_ends(part, ends[i]))
			part.n -= strlen(ends[i]);
	(void)buf_printf(titles, "\n%.*s\n", STR(str_trim(part)));
}

/* Appends the title, and its parts between marks. */
static void
add_title(struct buf *titles, struct str title)
{
	static const char *const joints[] = { " | ", " - ", " :: ", " : ", " – ", " — ", " » ", " · ", "! | ", "... " };
	struct str whole = title;

	while (title.n) {
		size_t at = title.n, skip = 0;

		for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
			size_t found = str_find(title, str_of(joints[i]));

			if (found < at) {
				at = found;
				skip = strlen(joints[i]);
			}
		}
		add_part(titles, str_sub(title, 0, at));
		title = str_sub(title, at + skip, title.n);
	}
	add_part(titles, whole);
}

static void
add_heading(struct buf *titles, const struct dom_node *root)
{
	const struct dom_node *heading = dom_find(root, DOM_H1);
	struct buf text = BUF_CAPPED(TEXT_BYTES);

	if (heading)
		dom_text(&text, heading);
	add_title(titles, str_sub(str_trim(buf_str(&text)), 0, LETTERS_SOME));
	buf_free(&text);
}

/* Appends the text of our own XHTML. */
static void
add_article(struct buf *text, struct str xhtml)
{
	struct buf raw = { 0 };
	struct str before, rest = str_sub(xhtml, 0, TEXT_BYTES);

	while (rest.n) {
		(void)str_cut(rest, '<', &before, &rest);
		(void)buf_add(&raw, before);
		(void)buf_putc(&raw, ' ');
		(void)str_cut(rest, '>', NULL, &rest);
	}
	entity_decode(text, buf_str(&raw));
	buf_free(&raw);
}

/* Appends what a page without an article shows, also where no scripts run. */
static void
add_page(struct buf *text, const struct dom_node *root)
{
	const struct dom_node *node = dom_find(root, DOM_BODY), *body = node;

	while (node && text->n < TEXT_BYTES) {
		bool is_left_out = node->tag == DOM_SCRIPT || node->tag == DOM_STYLE || node->tag == DOM_TEMPLATE;

		if (node->tag == DOM_TEXT)
			(void)buf_add(text, str_sub(node->text, 0, TEXT_BYTES));
		(void)buf_putc(text, ' ');
		node = is_left_out ? dom_skip(node, body) : dom_next(node, body);
	}
}

static void
add_marks(struct evidence *e, const struct dom_node *node)
{
	static const char *const attrs[] = { "id", "class", "name", "src", "action" };

	for (size_t i = 0; i < sizeof attrs / sizeof *attrs && node->n_attrs; i++) {
		struct str value = dom_attr(node, attrs[i]);

		if (!value.n)
			continue;
		(void)buf_add(&e->marks, str_sub(value, 0, LETTERS_SOME));
		(void)buf_putc(&e->marks, '\n');
	}
	if (node->tag == DOM_INPUT && str_is_icase(dom_attr(node, "type"), "password"))
		(void)buf_puts(&e->marks, "type=password\n");
}

/* A form that a comment is written in has a field for a password, too. */
static bool
is_of_readers(struct evidence *e, const struct dom_node *node)
{
	static const char *const words[] = { "comment", "reply", "respond", "guestbook" };

	if (node->tag == DOM_TEXT || node->tag == DOM_BODY || node->tag == DOM_HTML)
		return false;
	return meta_text_has(meta_text_names(&e->names, node), words, sizeof words / sizeof *words) ||
	       (node->tag == DOM_FORM && dom_find(node, DOM_TEXTAREA));
}

static void
add_script(struct evidence *e, struct str script)
{
	size_t at;

	script = str_sub(script, 0, TEXT_BYTES);
	(void)buf_add(&e->scripts, script);
	while (e->letters < LETTERS_NONE && (at = str_find(script, str_lit("alert("))) < script.n) {
		struct str message;

		script = str_sub(script, at + strlen("alert("), script.n);
		(void)str_cut(script, ')', &message, NULL);
		(void)buf_add(&e->alerts, message);
	}
}

static void
gather(struct evidence *e, const struct dom_node *root, const struct page_meta *meta, const struct tidy_result *body)
{
	add_title(&e->titles, meta->title);
	add_heading(&e->titles, root);
	if (e->letters < LETTERS_NONE)
		add_page(&e->text, root);
	else
		add_article(&e->text, body->xhtml);
	for (const struct dom_node *node = root; node;) {
		bool is_left_out = is_of_readers(e, node);

		if (node->tag != DOM_TEXT && !is_left_out)
			add_marks(e, node);
		if (node->tag == DOM_SCRIPT && node->first)
			add_script(e, node->first->text);
		node = is_left_out ? dom_skip(node, root) : dom_next(node, root);
	}
	lower(&e->titles);
	lower(&e->text);
	lower(&e->marks);
	lower(&e->scripts);
}

/* ---- weighing */

/* Whether a step of the path is that. */
static bool
has_step(struct str path, const char *step)
{
	struct str one;

	while (path.n) {
		(void)str_cut(path, '/', &one, &path);
		if (str_is_icase(one, step))
			return true;
	}
	return false;
}

static bool
has_title(const struct evidence *e, const char *title)
{
	struct str rest = buf_str(&e->titles), line;

	while (str_line(&rest, &line))
		if (str_is(line, title))
			return true;
	return false;
}

/* An article may speak of logins anywhere, but not at its end. */
static bool
has_text(const struct evidence *e, const struct wall_sign *sign)
{
	struct str text = buf_str(&e->text);

	if (e->is_article && sign->kind == PAGE_LOGIN && text.n > TAIL_BYTES)
		text = str_sub(text, text.n - TAIL_BYTES, text.n);
	return str_has(text, sign->text);
}

/* What an article is called says what it is about. */
static bool
has_sign(const struct evidence *e, const struct wall_sign *sign)
{
	switch (sign->where) {
	case WALL_TITLE:
		return !e->is_article && has_title(e, sign->text);
	case WALL_TEXT:
		return has_text(e, sign);
	case WALL_HOST:
		return str_starts_icase(e->host, sign->text);
	case WALL_PATH:
		return !e->is_article && has_step(e->path, sign->text);
	case WALL_MARK:
		return str_has(buf_str(&e->marks), sign->text);
	case WALL_SCRIPT:
		return str_has(buf_str(&e->scripts), sign->text);
	case WALL_ALERT:
		return str_has(buf_str(&e->alerts), sign->text);
	}
	return false;
}

/* The points of each kind: of signs in one place, the best alone counts. */
static void
weigh(const struct evidence *e, int points[PAGE_GO + 1])
{
	int best[PAGE_GO + 1][WALL_ALERT + 1] = { 0 };
	size_t n;
	const struct wall_sign *signs = wall_table(&n);

	for (size_t i = 0; i < n; i++) {
		int *at = &best[signs[i].kind][signs[i].where];

		if (signs[i].points > *at && has_sign(e, &signs[i]))
			*at = signs[i].points;
	}
	for (int kind = 0; kind <= PAGE_GO; kind++)
		for (int where = 0; where <= WALL_ALERT; where++)
			points[kind] += best[kind][where];
}

/* How many points a page with so many letters takes; what has a date is an article, or was one. */
static int
points_needed(const struct evidence *e, const struct page_meta *meta, enum page_kind kind)
{
	int needed = e->letters >= LETTERS_LONG ? POINTS_PROOF : e->letters >= LETTERS_NONE ? POINTS_SHORT : POINTS_EMPTY;

	return needed + ((e->is_article || meta->published != CLOCK_NONE) && kind != PAGE_LOGIN ? 2 : 0);
}

static enum page_kind
decide(const struct evidence *e, const struct page_meta *meta, const int points[PAGE_GO + 1], bool *is_teaser)
{
	static const enum page_kind kinds[] = { PAGE_CHALLENGE, PAGE_CONSENT, PAGE_LOGIN, PAGE_GONE };
	enum page_kind best = PAGE_ARTICLE;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (points[kinds[i]] >= points_needed(e, meta, kinds[i]) && (!best || points[kinds[i]] > points[best]))
			best = kinds[i];
	if (best == PAGE_LOGIN && e->letters >= LETTERS_SOME && meta->published != CLOCK_NONE) {
		*is_teaser = true;
		return PAGE_ARTICLE;
	}
	if (best)
		return best;
	*is_teaser = e->letters < LETTERS_TEASER && points[PAGE_ARTICLE] >= POINTS_SHORT;
	return PAGE_ARTICLE;
}

/* Whether what was chosen has a date, a place that is known or paragraphs, as articles do. */
static bool
is_article(const struct page_meta *meta, const struct tidy_result *body, bool is_known)
{
	size_t paragraphs = 0;
	struct str rest = str_sub(body->xhtml, 0, TEXT_BYTES);

	if (body->letters < (is_known ? LETTERS_KNOWN : LETTERS_SOME))
		return false;
	for (size_t at; paragraphs < PARAGRAPHS_SEVERAL && (at = str_find(rest, str_lit("<p>"))) < rest.n; paragraphs++)
		rest = str_sub(rest, at + 1, rest.n);
	return is_known || meta->published != CLOCK_NONE || (paragraphs == PARAGRAPHS_SEVERAL && body->letters >= LETTERS_SEVERAL);
}

enum page_kind
wall_find(const struct dom_node *root, const struct page_meta *meta, struct str url, const struct tidy_result *body, bool is_known,
	bool *is_teaser)
{
	struct evidence e = { .text.max = 2 * TEXT_BYTES, .marks.max = MARKS_BYTES, .scripts.max = 2 * MARKS_BYTES, .alerts.max = TEXT_BYTES,
		.host = url_host(url), .letters = body->letters, .is_article = is_article(meta, body, is_known) };
	int points[PAGE_GO + 1] = { 0 };
	struct url parts;
	enum page_kind ret;

	*is_teaser = false;
	if (body->letters >= LETTERS_SURE)
		return PAGE_ARTICLE;
	(void)url_split(url, &parts);
	e.path = parts.path;
	gather(&e, root, meta, body);
	weigh(&e, points);
	ret = decide(&e, meta, points, is_teaser);
	buf_free(&e.titles);
	buf_free(&e.text);
	buf_free(&e.marks);
	buf_free(&e.scripts);
	buf_free(&e.alerts);
	buf_free(&e.names);
	return ret == PAGE_ARTICLE && !body->letters ? PAGE_NONE : ret;
}
