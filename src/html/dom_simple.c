#include "html/dom_simple.h"

#include "base/limits.h"
#include "base/block.h"
#include "base/words.h"

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

/* Their names by a number that is another for each. */
#define KEY(first, last, n) (((first) + 5 * (last) + 9 * (n)) & 127)
#define ONE(letter, tag, place) [KEY(letter, letter, 1)] = { DOM_##tag, PLACE_##place }
#define TAG(first, last, n, tag, place) [KEY(first, last, n)] = { DOM_##tag, PLACE_##place }
static const struct known_tag {
	unsigned char tag, place;
} known_tags[128] = {
	ONE('b', B, INLINE), TAG('s', 'g', 6, STRONG, INLINE), ONE('i', I, INLINE), TAG('e', 'm', 2, EM, INLINE), ONE('u', U, INLINE),
	ONE('s', S, INLINE), TAG('c', 'e', 4, CODE, INLINE), TAG('s', 'n', 4, SPAN, INLINE), TAG('d', 'l', 3, DEL, INLINE),
	TAG('i', 's', 3, INS, INLINE), TAG('s', 'b', 3, SUB, INLINE), TAG('s', 'p', 3, SUP, INLINE), TAG('m', 'k', 4, MARK, INLINE),
	TAG('k', 'd', 3, KBD, INLINE), TAG('s', 'l', 5, SMALL, INLINE), TAG('f', 't', 4, FONT, INLINE),
	ONE('a', A, LINK),
	ONE('p', P, BLOCK), TAG('d', 'v', 3, DIV, BLOCK), TAG('s', 'n', 7, SECTION, BLOCK), TAG('a', 'e', 7, ARTICLE, BLOCK),
	TAG('b', 'e', 10, BLOCKQUOTE, BLOCK), TAG('u', 'l', 2, UL, BLOCK), TAG('o', 'l', 2, OL, BLOCK), TAG('d', 'l', 2, DL, BLOCK),
	TAG('f', 'e', 6, FIGURE, BLOCK), TAG('f', 'n', 10, FIGCAPTION, BLOCK), TAG('p', 'e', 3, PRE, BLOCK),
	TAG('h', '1', 2, H1, HEADING), TAG('h', '2', 2, H2, HEADING), TAG('h', '3', 2, H3, HEADING), TAG('h', '4', 2, H4, HEADING),
	TAG('h', '5', 2, H5, HEADING), TAG('h', '6', 2, H6, HEADING),
	TAG('l', 'i', 2, LI, ITEM), TAG('d', 't', 2, DT, TERM), TAG('d', 'd', 2, DD, TERM),
	TAG('b', 'r', 2, BR, VOID), TAG('i', 'g', 3, IMG, VOID), TAG('h', 'r', 2, HR, RULE),
};
#undef TAG
#undef ONE

struct reader {
	struct arena *a;
	struct str rest;
	const char *end;       /* of rest */
	const char *reference; /* the first "&" from rest on, NULL without one; an older one where nobody has asked since */
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

/* Which of sixteen bytes may begin an odd letter: controls, C2, and from EF on. */
static unsigned
may_be_odd(block b)
{
	block is_control = (block_is_from(b, 0, ' ' - 1) & ~(block_is(b, '\n') | block_is(b, '\t'))) | block_is(b, 0x7f);

	return block_bits(is_control | block_is(b, (char)0xc2) | block_is_from(b, 0xef, 0xff));
}

static bool
has_odd_letters(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0;

	for (; s.n - i >= BLOCK_BYTES; i += BLOCK_BYTES)
		for (unsigned odd = may_be_odd(block_at(s.p + i)); odd; odd &= odd - 1) {
			size_t at = i + (size_t)__builtin_ctz(odd);

			if (is_odd_letter(p + at, s.n - at))
				return true;
		}
	for (; i < s.n; i++)
		if (is_odd_letter(p + i, s.n - i))
			return true;
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

/* The same with its references replaced, the first of which stands at `at`. */
static bool
replaced(struct arena *a, struct str s, size_t at, struct str *ret)
{
	char *made = arena_take(a, s.n);
	size_t n = 0;

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

/* A text or value, right before rest, with its references replaced: a slice, or made in the arena. */
static bool
plain_of(struct reader *r, struct str s, struct str *ret)
{
	if (r->reference && r->reference < s.p)
		r->reference = memchr(s.p, '&', (size_t)(r->end - s.p));
	*ret = s;
	return !r->reference || r->reference >= s.p + s.n || replaced(r->a, s, (size_t)(r->reference - s.p), ret);
}

/* ---- nodes */

static struct dom_node *
add_node(struct reader *r, enum dom_tag tag)
{
	struct dom_node *node = arena_take(r->a, sizeof *node), **last = &r->last[r->depth - 1];

	*node = (struct dom_node){ .tag = tag, .number = ++r->n, .parent = r->open[r->depth - 1] };
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
	return !text.n || plain_of(r, text, &add_node(r, DOM_TEXT)->text);
}

/* ---- tags */

enum { IN_TAGS = 1, IN_ATTRS = 2 };

static const unsigned char name_bytes[256] = {
	['a' ... 'z'] = IN_TAGS | IN_ATTRS, ['0' ... '9'] = IN_TAGS | IN_ATTRS, ['-'] = IN_ATTRS, ['_'] = IN_ATTRS,
};

static struct str
take_name(struct str *s, unsigned where)
{
	size_t n = 0;

	while (n < s->n && (name_bytes[(unsigned char)s->p[n]] & where))
		n++;
	struct str name = str_new(s->p, n);

	*s = str_new(s->p + n, s->n - n);
	return name;
}

/* The tag that s begins with; in no place for one that is left to the parser. */
static struct known_tag
take_tag(struct str *s)
{
	struct str name = take_name(s, IN_TAGS);
	struct known_tag found = { 0 };

	if (name.n)
		found = known_tags[KEY((unsigned char)name.p[0], (unsigned char)name.p[name.n - 1], name.n)];
	return found.place && words_is(name, dom_tag_name(found.tag)) ? found : (struct known_tag){ 0 };
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
	struct str name = take_name(&r->rest, IN_ATTRS), value;
	size_t end;

	if (!name.n || *n == ATTRS_MAX || has_name(r->attrs, *n, name))
		return false;
	if (!take(&r->rest, '=') || !take(&r->rest, '"'))
		return false;
	end = str_find_char(r->rest, '"');
	value = str_sub(r->rest, 0, end);
	r->rest = str_sub(r->rest, end, r->rest.n);
	if (!take(&r->rest, '"'))
		return false;
	r->attrs[*n].name = name;
	return plain_of(r, value, &r->attrs[(*n)++].value);
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
is_at_home(const struct reader *r, struct known_tag tag)
{
	enum dom_tag parent = r->open[r->depth - 1]->tag;

	switch ((enum place)tag.place) {
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
	struct known_tag tag = take_tag(&r->rest);
	bool is_void = tag.place == PLACE_VOID || tag.place == PLACE_RULE;
	struct dom_node *node;

	if (!is_at_home(r, tag) || r->depth == DEPTH_MAX)
		return false;
	node = add_node(r, tag.tag);
	if (!take_attrs(r, node, is_void))
		return false;
	if (!is_void)
		push(r, node);
	return tag.tag != DOM_PRE || !r->rest.n || r->rest.p[0] != '\n'; /* that is dropped */
}

static bool
end_tag(struct reader *r)
{
	enum dom_tag tag = take_tag(&r->rest).tag;

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
	r.end = r.rest.p + r.rest.n;
	r.reference = memchr(r.rest.p, '&', r.rest.n);
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
