#include "html/dom_simple.h"

#include "base/limits.h"
#include "base/word.h"

enum { DEPTH_MAX = 48, ATTRS_MAX = 32 };

/* What may stand where; what is none of these is left to the parser. */
enum place {
	PLACE_NONE,
	PLACE_INLINE,  /* anywhere */
	PLACE_LINK,    /* in no other of its kind */
	PLACE_BLOCK,   /* in no p */
	PLACE_HEADING, /* the same, and not right in another heading */
	PLACE_ITEM,    /* right in a list */
	PLACE_TERM,    /* right in a dl */
	PLACE_VOID,    /* anywhere; it has no end tag */
	PLACE_RULE,    /* in no p; the same */
};

static const unsigned char places[DOM_TAG_COUNT] = {
	[DOM_B] = PLACE_INLINE, [DOM_STRONG] = PLACE_INLINE, [DOM_I] = PLACE_INLINE, [DOM_EM] = PLACE_INLINE,
	[DOM_U] = PLACE_INLINE, [DOM_S] = PLACE_INLINE, [DOM_CODE] = PLACE_INLINE, [DOM_SPAN] = PLACE_INLINE,
	[DOM_DEL] = PLACE_INLINE, [DOM_INS] = PLACE_INLINE, [DOM_SUB] = PLACE_INLINE, [DOM_SUP] = PLACE_INLINE,
	[DOM_MARK] = PLACE_INLINE, [DOM_KBD] = PLACE_INLINE, [DOM_SMALL] = PLACE_INLINE, [DOM_FONT] = PLACE_INLINE,
	[DOM_A] = PLACE_LINK,
	[DOM_P] = PLACE_BLOCK, [DOM_DIV] = PLACE_BLOCK, [DOM_SECTION] = PLACE_BLOCK, [DOM_ARTICLE] = PLACE_BLOCK,
	[DOM_BLOCKQUOTE] = PLACE_BLOCK, [DOM_UL] = PLACE_BLOCK, [DOM_OL] = PLACE_BLOCK, [DOM_DL] = PLACE_BLOCK,
	[DOM_FIGURE] = PLACE_BLOCK, [DOM_FIGCAPTION] = PLACE_BLOCK, [DOM_PRE] = PLACE_BLOCK,
	[DOM_H1] = PLACE_HEADING, [DOM_H2] = PLACE_HEADING, [DOM_H3] = PLACE_HEADING, [DOM_H4] = PLACE_HEADING,
	[DOM_H5] = PLACE_HEADING, [DOM_H6] = PLACE_HEADING,
	[DOM_LI] = PLACE_ITEM, [DOM_DT] = PLACE_TERM, [DOM_DD] = PLACE_TERM,
	[DOM_BR] = PLACE_VOID, [DOM_IMG] = PLACE_VOID, [DOM_HR] = PLACE_RULE,
};

struct reader {
	struct arena *a;
	struct str rest;
	struct dom_node *open[DEPTH_MAX], *last[DEPTH_MAX]; /* last: child of each */
	size_t depth, n_p, n_a, n_tags;
	uint32_t n;
	struct dom_attr attrs[ATTRS_MAX]; /* of the tag that is read */
};

/* ---- what the parser takes as it is */

/* Whether the parser replaces the letter at p, of n bytes and more: controls, and what is no character. */
static bool
is_odd_letter(const unsigned char *p, size_t n)
{
	if (p[0] < 0x80)
		return (p[0] < ' ' && p[0] != '\n' && p[0] != '\t') || p[0] == 0x7f;
	if (p[0] == 0xc2)
		return n < 2 || p[1] < 0xa0;
	if (p[0] == 0xef)
		return n < 2 || p[1] == 0xb7 || p[1] == 0xbf;
	return p[0] > 0xf0 || (p[0] == 0xf0 && (n < 4 || (p[2] == 0xbf && p[3] >= 0xbe)));
}

/* Which of eight bytes may begin an odd letter: controls, C2, and from EF on. */
static uint64_t
may_be_odd(uint64_t word)
{
	uint64_t low = word & WORD_EACH(0x7f);
	uint64_t is_control = (~(low + WORD_EACH(0x80 - ' ')) | (low + WORD_EACH(1))) & ~word;
	uint64_t is_lead = (~((low ^ WORD_EACH(0x42)) + WORD_EACH(0x7f)) | (low + WORD_EACH(0x80 - 0x6f))) & word;

	return (is_control | is_lead) & WORD_EACH(0x80);
}

static bool
has_odd_letters(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	for (size_t from = 0; from < s.n; from += sizeof(uint64_t)) {
		size_t to = from + sizeof(uint64_t);

		if (to <= s.n && !may_be_odd(word_at(s.p + from)))
			continue;
		for (size_t i = from; i < to && i < s.n; i++)
			if (is_odd_letter(p + i, s.n - i))
				return true;
	}
	return false;
}

/* The letter of a reference that always means the same, which is taken off *s; empty for others. It is never longer than that. */
static struct str
take_reference(struct str *s)
{
#define R(text, letter) { STR_INIT(text), STR_INIT(letter) }
	static const struct {
		struct str text, letter;
	} known[] = {
		R("&amp;", "&"), R("&lt;", "<"), R("&gt;", ">"), R("&quot;", "\""), R("&nbsp;", "\u00a0"), R("&#39;", "'"),
		R("&#x27;", "'"), R("&middot;", "\u00b7"), R("&hellip;", "\u2026"), R("&lsquo;", "\u2018"),
		R("&rsquo;", "\u2019"), R("&ldquo;", "\u201c"), R("&rdquo;", "\u201d"), R("&ndash;", "\u2013"),
		R("&mdash;", "\u2014"), R("&#8217;", "\u2019"), R("&#8216;", "\u2018"), R("&#8220;", "\u201c"),
		R("&#8221;", "\u201d"), R("&#8211;", "\u2013"), R("&#8230;", "\u2026"),
	};
#undef R

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_has_head(*s, known[i].text)) {
			*s = str_sub(*s, known[i].text.n, s->n);
			return known[i].letter;
		}
	return STR_NONE;
}

/* Moves what is there to the end of the *n bytes at to. */
static void
append(char *to, size_t *n, struct str s)
{
	if (s.n)
		memcpy(to + *n, s.p, s.n);
	*n += s.n;
}

/* A text or value with its references replaced: a slice, or made in the arena. */
static bool
plain_of(struct arena *a, struct str s, struct str *ret)
{
	size_t at = str_find_char(s, '&'), n = 0;
	char *made;

	*ret = s;
	if (at == s.n)
		return true;
	made = arena_take(a, s.n);
	for (; at < s.n; at = str_find_char(s, '&')) {
		struct str letter;

		append(made, &n, str_sub(s, 0, at));
		s = str_sub(s, at, s.n);
		letter = take_reference(&s);
		if (!letter.n)
			return false;
		append(made, &n, letter);
	}
	append(made, &n, s);
	*ret = str_new(made, n);
	return true;
}

/* ---- nodes */

static struct dom_node *
add_node(struct reader *r, enum dom_tag tag)
{
	struct dom_node *node = arena_new(r->a, struct dom_node, 1), **last = &r->last[r->depth - 1];

	node->tag = tag;
	node->parent = r->open[r->depth - 1];
	node->number = ++r->n;
	*(*last ? &(*last)->next : &node->parent->first) = node;
	*last = node;
	return node;
}

static void
push(struct reader *r, struct dom_node *node)
{
	r->last[r->depth] = NULL;
	r->open[r->depth++] = node;
	r->n_p += node->tag == DOM_P;
	r->n_a += node->tag == DOM_A;
}

static bool
add_text(struct reader *r, struct str text)
{
	return !text.n || plain_of(r->a, text, &add_node(r, DOM_TEXT)->text);
}

/* ---- tags */

static struct str
take_name(struct str *s, bool is_attr)
{
	size_t n = 0;

	while (n < s->n && ((s->p[n] >= 'a' && s->p[n] <= 'z') || str_is_digit(s->p[n]) || (is_attr && (s->p[n] == '-' || s->p[n] == '_'))))
		n++;
	struct str name = str_sub(*s, 0, n);

	*s = str_sub(*s, n, s->n);
	return name;
}

static bool
take(struct str *s, char c)
{
	bool is_there = s->n && s->p[0] == c;

	*s = str_sub(*s, is_there, s->n);
	return is_there;
}

static void
skip_blanks(struct str *s)
{
	while (s->n && str_is_space(s->p[0]))
		*s = str_sub(*s, 1, s->n);
}

static bool
has_name(const struct dom_attr *attrs, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(attrs[i].name, name))
			return true;
	return false;
}

/* One name="value", before which a blank stands. */
static bool
take_attr(struct reader *r, size_t *n)
{
	struct str name = take_name(&r->rest, true), value;

	if (!name.n || *n == ATTRS_MAX || has_name(r->attrs, *n, name))
		return false;
	if (!take(&r->rest, '=') || !take(&r->rest, '"') || !str_cut(r->rest, '"', &value, &r->rest))
		return false;
	r->attrs[*n].name = name;
	return plain_of(r->a, value, &r->attrs[(*n)++].value);
}

/* The attributes of a start tag, to its end. */
static bool
take_attrs(struct reader *r, struct dom_node *node, bool is_void)
{
	size_t n = 0;

	while (r->rest.n && str_is_space(r->rest.p[0])) {
		skip_blanks(&r->rest);
		if (r->rest.n && (r->rest.p[0] == '>' || r->rest.p[0] == '/'))
			break;
		if (!take_attr(r, &n))
			return false;
	}
	if (is_void)
		(void)take(&r->rest, '/');
	if (!take(&r->rest, '>'))
		return false;
	node->n_attrs = n;
	node->attrs = n ? arena_new(r->a, struct dom_attr, n) : NULL;
	if (n)
		memcpy(node->attrs, r->attrs, n * sizeof *r->attrs);
	return true;
}

static bool
is_heading(enum dom_tag tag)
{
	return tag >= DOM_H1 && tag <= DOM_H6;
}

/* Whether the element may stand here without changing what is open. */
static bool
is_at_home(const struct reader *r, enum dom_tag tag)
{
	enum dom_tag parent = r->open[r->depth - 1]->tag;

	switch ((enum place)places[tag]) {
	case PLACE_INLINE:
	case PLACE_VOID:
		return true;
	case PLACE_LINK:
		return !r->n_a;
	case PLACE_BLOCK:
	case PLACE_RULE:
		return !r->n_p;
	case PLACE_HEADING:
		return !r->n_p && !is_heading(parent);
	case PLACE_ITEM:
		return !r->n_p && (parent == DOM_UL || parent == DOM_OL);
	case PLACE_TERM:
		return !r->n_p && parent == DOM_DL;
	default:
		return false;
	}
}

static bool
start_tag(struct reader *r)
{
	enum dom_tag tag = dom_tag_find(take_name(&r->rest, false));
	bool is_void = places[tag] == PLACE_VOID || places[tag] == PLACE_RULE;
	struct dom_node *node;

	if (!is_at_home(r, tag) || r->depth == DEPTH_MAX)
		return false;
	node = add_node(r, tag);
	if (!take_attrs(r, node, is_void))
		return false;
	if (!is_void)
		push(r, node);
	return tag != DOM_PRE || !r->rest.n || r->rest.p[0] != '\n'; /* that is dropped */
}

static bool
end_tag(struct reader *r)
{
	enum dom_tag tag = dom_tag_find(take_name(&r->rest, false));

	if (r->depth <= 2 || r->open[r->depth - 1]->tag != tag || !take(&r->rest, '>'))
		return false;
	r->depth--;
	r->n_p -= tag == DOM_P;
	r->n_a -= tag == DOM_A;
	return true;
}

/* ---- all together */

/* To the end, or as many tags as the parser is given (html/scan.h): what is open there ends there. */
static bool
read_all(struct reader *r)
{
	while (r->rest.n && r->n_tags < LIMIT_HTML_TAGS) {
		size_t at = str_find_char(r->rest, '<');

		if (!add_text(r, str_sub(r->rest, 0, at)))
			return false;
		r->rest = str_sub(r->rest, at, r->rest.n);
		if (!take(&r->rest, '<'))
			break;
		if (!(take(&r->rest, '/') ? end_tag(r) : start_tag(r)))
			return false;
		r->n_tags++;
	}
	return r->depth == 2 || r->rest.n;
}

struct dom_node *
dom_simple(struct arena *a, struct str html, bool *is_cut)
{
	struct reader r = { .a = a };
	struct dom_node *root;

	if (str_starts(str_trim(html), "<!") || has_odd_letters(html)) /* a page, before anything else */
		return NULL;
	skip_blanks(&html);
	if (!html.n)
		return NULL;
	r.rest = arena_dup(a, html);
	root = arena_new(a, struct dom_node, 1);
	root->tag = DOM_HTML;
	push(&r, root);
	(void)add_node(&r, DOM_HEAD);
	push(&r, add_node(&r, DOM_BODY));
	if (!read_all(&r))
		return NULL;
	*is_cut = r.rest.n > 0;
	return root;
}
