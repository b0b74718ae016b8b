#include "html/scan.h"

#include <stdint.h>

#include "base/limits.h"
#include "base/vec.h"
#include "html/scan_raw.h"
#include "html/scan_tag.h"

/*
 * How much unclosed formatting ("<b>" in a paragraph that ends) the parser may
 * copy into later paragraphs before it is closed for good.
 */
enum { COPIES_MAX = 4 << 20, COPY_COST = 256, PENDING_MAX = 32, REACH_MAX = LIMIT_HTML_DEPTH };

struct open {
	enum dom_tag tag;
	uint32_t hash; /* of the name, for elements that HTML does not know */
	uint32_t size; /* of the tag's text */
};

struct scan {
	struct str in;
	struct buf *out;
	struct standin *standins;
	size_t n_tags; /* that the parser sees */
	vec(struct open) open;    /* at least what the parser will have open */
	vec(struct open) pending; /* formatting that ended without an end tag */
	size_t pending_size, copies;
	size_t n_open[DOM_TAG_COUNT];
	size_t foreign;           /* svg, math and select among open */
	unsigned long long no_end[DOM_TAG_COUNT / 64 + 1]; /* raw elements without an end tag from here on */
};

static uint32_t
hash_of(struct str name)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < name.n; i++)
		hash = (hash ^ (unsigned char)str_lower(name.p[i])) * 16777619u;
	return hash;
}

static bool
is_foreign(enum dom_tag tag)
{
	return tag == DOM_SVG || tag == DOM_MATH || tag == DOM_SELECT;
}

static void
add_tag(struct scan *s, struct str text)
{
	s->n_tags++;
	(void)buf_add(s->out, text);
}

/* Whether the parser may look into the values of a tag: it compares those of formatting, and reads some of formulas. */
static bool
are_values_read(const struct scan_tag *tag)
{
	return ((dom_tag_kinds(tag->tag) & DOM_IS_FORMAT) && tag->tag != DOM_A) || tag->tag == DOM_ANNOTATION_XML;
}

/* The same for a start tag with its attributes. */
static void
add_start(struct scan *s, const struct scan_tag *tag, struct str text)
{
	const char *end = text.p + text.n;

	s->n_tags++;
	for (size_t i = 0; i < tag->n_values && !are_values_read(tag); i++) {
		(void)buf_add(s->out, str_new(text.p, (size_t)(tag->values[i].p - text.p)));
		standin_add(s->standins, s->out, tag->values[i]);
		text.p = tag->values[i].p + tag->values[i].n;
	}
	(void)buf_add(s->out, str_new(text.p, (size_t)(end - text.p)));
}

static void
close_pending(struct scan *s)
{
	while (s->pending.n) {
		struct str name = dom_tag_name(s->pending.v[--s->pending.n].tag);

		(void)buf_printf(s->out, "</%.*s>", STR(name));
	}
	s->pending_size = 0;
}

/* Counts what the parser copies at each tag, and ends it where that is too much. */
static void
count_copies(struct scan *s)
{
	s->copies += s->pending_size;
	if (s->copies > COPIES_MAX || s->pending.n > PENDING_MAX)
		close_pending(s);
}

static void
push(struct scan *s, const struct open *open)
{
	*vec_add(&s->open) = *open;
	s->n_open[open->tag]++;
	s->foreign += is_foreign(open->tag);
}

/* Takes the last entry off; formatting the parser will open again is remembered. */
static void
pop(struct scan *s)
{
	struct open *last = &s->open.v[--s->open.n];

	s->foreign -= is_foreign(last->tag);
	s->n_open[last->tag]--;
	if (s->open.n >= LIMIT_HTML_DEPTH || !(dom_tag_kinds(last->tag) & DOM_IS_FORMAT))
		return;
	*vec_add(&s->pending) = *last;
	s->pending_size += last->size + COPY_COST;
}

static void
pop_to(struct scan *s, size_t n)
{
	while (s->open.n > n)
		pop(s);
}

static bool
is_heading(enum dom_tag tag)
{
	return tag >= DOM_H1 && tag <= DOM_H6;
}

static bool
is_cell(enum dom_tag tag)
{
	return tag == DOM_TD || tag == DOM_TH;
}

static bool
is_description(enum dom_tag tag)
{
	return tag == DOM_DT || tag == DOM_DD;
}

/* True when an end tag or an implied one cannot reach what is outside of `open`. */
static bool
is_barrier(const struct open *open, enum dom_tag tag)
{
	unsigned kinds = dom_tag_kinds(open->tag), own = dom_tag_kinds(tag);

	if (is_foreign(open->tag))
		return true;
	if (own & DOM_IS_TABLE)
		return open->tag == DOM_TABLE || open->tag == DOM_TEMPLATE;
	if (!(own & (DOM_IS_SPECIAL | DOM_IS_FORMAT)))
		return kinds & DOM_IS_SPECIAL;
	if (tag == DOM_LI && (open->tag == DOM_UL || open->tag == DOM_OL))
		return true;
	return kinds & DOM_IS_SCOPE;
}

/* The number of the open element that `want` means, or open.n. */
static size_t
find_open(const struct scan *s, const struct open *want)
{
	size_t low = s->open.n > REACH_MAX ? s->open.n - REACH_MAX : 0;

	if (!s->n_open[want->tag] && !is_heading(want->tag) && !is_cell(want->tag))
		return s->open.n;
	for (size_t i = s->open.n; i-- > low;) {
		const struct open *open = &s->open.v[i];

		if (open->tag == want->tag && open->hash == want->hash)
			return i;
		if ((is_heading(open->tag) && is_heading(want->tag)) || (is_cell(open->tag) && is_cell(want->tag)))
			return i;
		if (is_barrier(open, want->tag))
			break;
	}
	return s->open.n;
}

/* The same for the item that the start tag of another one ends. */
static size_t
find_item(const struct scan *s, const struct open *next)
{
	for (size_t i = s->open.n; i-- > 0 && s->open.n - i <= REACH_MAX;) {
		enum dom_tag tag = s->open.v[i].tag;

		if (tag == next->tag || (is_description(tag) && is_description(next->tag)))
			return i;
		if ((dom_tag_kinds(tag) & DOM_IS_SPECIAL) && tag != DOM_P && tag != DOM_DIV && tag != DOM_ADDRESS)
			break;
	}
	return s->open.n;
}

/* Closes a p that a block ends, and the item or part of a table that a new one ends. */
static void
close_implied(struct scan *s, const struct open *next)
{
	static const struct open p = { .tag = DOM_P };
	unsigned kinds = dom_tag_kinds(next->tag);

	if (next->tag == DOM_LI || is_description(next->tag) || next->tag == DOM_OPTION)
		pop_to(s, find_item(s, next));
	else if ((kinds & DOM_IS_TABLE) && next->tag != DOM_TABLE)
		pop_to(s, find_open(s, next));
	if (kinds & DOM_IS_BLOCK)
		pop_to(s, find_open(s, &p));
	if (kinds & DOM_IS_SCOPE)
		close_pending(s); /* in a cell or the like end tags would not reach it */
}

static void
start_tag(struct scan *s, const struct scan_tag *tag, struct str text)
{
	struct open open = { tag->tag, tag->tag == DOM_OTHER ? hash_of(tag->name) : 0, (uint32_t)text.n };
	bool is_void = dom_tag_kinds(tag->tag) & DOM_IS_VOID;

	if (!is_void)
		close_implied(s, &open);
	if (s->open.n >= LIMIT_HTML_DEPTH && !is_void) {
		push(s, &open);
		if ((dom_tag_kinds(tag->tag) & DOM_IS_BLOCK) && !str_ends(buf_str(s->out), "<br>"))
			add_tag(s, str_lit("<br>"));
		return;
	}
	if (tag->n_attrs > LIMIT_HTML_ATTRS) {
		add_tag(s, str_sub(text, 0, 1 + tag->name.n));
		(void)buf_putc(s->out, '>');
	} else {
		add_start(s, tag, text);
	}
	if (is_void || tag->tag == DOM_HTML || tag->tag == DOM_HEAD || tag->tag == DOM_BODY)
		return;
	if (s->foreign && tag->is_self_closing) {
		(void)buf_printf(s->out, "</%.*s>", STR(tag->name));
		return;
	}
	push(s, &open);
}

/* Takes formatting that an end tag names out of what is pending. */
static void
end_pending(struct scan *s, enum dom_tag tag)
{
	for (size_t i = s->pending.n; i-- > 0;) {
		if (s->pending.v[i].tag != tag)
			continue;
		s->pending_size -= s->pending.v[i].size + COPY_COST;
		memmove(&s->pending.v[i], &s->pending.v[i + 1], (--s->pending.n - i) * sizeof *s->pending.v);
		return;
	}
}

static void
end_tag(struct scan *s, const struct scan_tag *tag, struct str text)
{
	struct open want = { .tag = tag->tag, .hash = tag->tag == DOM_OTHER ? hash_of(tag->name) : 0 };
	size_t i = find_open(s, &want);
	bool is_found = i < s->open.n, is_format = dom_tag_kinds(tag->tag) & DOM_IS_FORMAT;

	if (is_found ? i < LIMIT_HTML_DEPTH : s->open.n < LIMIT_HTML_DEPTH)
		add_tag(s, text);
	if (!is_found && is_format)
		end_pending(s, tag->tag);
	if (!is_found || (tag->tag == DOM_FORM && i + 1 < s->open.n))
		return;
	if (!is_format) {
		pop_to(s, i);
		return;
	}
	s->n_open[tag->tag]--;
	memmove(&s->open.v[i], &s->open.v[i + 1], (--s->open.n - i) * sizeof *s->open.v);
}

/* An element of raw text: all of it is dealt with here. Returns one past it. */
static size_t
raw_element(struct scan *s, const struct scan_tag *tag, struct str text)
{
	size_t word = tag->tag / 64, end = s->in.n;
	unsigned long long bit = 1ULL << (tag->tag % 64);
	struct scan_tag last;
	bool is_shown = !s->foreign && s->open.n < LIMIT_HTML_DEPTH && tag->n_attrs <= LIMIT_HTML_ATTRS;

	if (!(s->no_end[word] & bit))
		end = scan_tag_find_end(s->in, tag->end, tag->name);
	if (end == s->in.n || !scan_tag_read(s->in, end, &last)) {
		s->no_end[word] |= bit;
		return tag->tag == DOM_SCRIPT || tag->tag == DOM_STYLE ? s->in.n : tag->end;
	}
	if (is_shown) {
		add_start(s, tag, text);
		scan_raw_add(s->out, s->standins, tag, text, str_sub(s->in, tag->end, end));
		(void)buf_printf(s->out, "</%.*s>", STR(tag->name));
	}
	return last.end;
}

/* Deals with the tag at s[at]; returns one past it. */
static size_t
one_tag(struct scan *s, size_t at)
{
	struct scan_tag tag;
	struct str text;

	if (!scan_tag_read(s->in, at, &tag))
		return s->in.n;
	text = str_sub(s->in, at, tag.end);
	count_copies(s);
	if (dom_tag_kinds(tag.tag) & DOM_IS_DROPPED)
		return tag.end;
	if (!tag.is_end && (dom_tag_kinds(tag.tag) & DOM_IS_RAW))
		return raw_element(s, &tag, text);
	if (tag.is_end)
		end_tag(s, &tag, text);
	else
		start_tag(s, &tag, text);
	return tag.end;
}

/* What stands at s[at] = '<'; returns one past it. */
static size_t
one_mark(struct scan *s, size_t at)
{
	struct str rest = str_sub(s->in, at, s->in.n);
	char c = rest.n > 1 ? rest.p[1] : '\0';

	if (str_is_alpha(c) || (c == '/' && rest.n > 2 && str_is_alpha(rest.p[2])))
		return one_tag(s, at);
	if (str_starts_icase(rest, "<!doctype")) {
		size_t end = scan_tag_skip(s->in, at);

		(void)buf_add(s->out, str_sub(s->in, at, end));
		return end;
	}
	if (c == '!' || c == '?' || c == '/')
		return scan_tag_skip(s->in, at);
	(void)buf_putc(s->out, '<');
	return at + 1;
}

static struct str
without_nul(struct buf *clean, struct str html)
{
	if (!html.n || !memchr(html.p, '\0', html.n))
		return html;
	for (struct str part; html.n;) {
		(void)str_cut(html, '\0', &part, &html);
		(void)buf_add(clean, part);
	}
	return buf_str(clean);
}

bool
scan_html(struct buf *out, struct str html, struct standin *standins)
{
	struct buf clean = { 0 };
	struct scan s = { .in = without_nul(&clean, html), .out = out, .standins = standins };
	size_t at = 0;

	standin_init(standins, html);
	standins->is_off = standins->is_off || clean.n; /* that copy goes at the end */

	while (at < s.in.n && s.n_tags < LIMIT_HTML_TAGS) {
		size_t next = at + str_find_char(str_sub(s.in, at, s.in.n), '<');

		standin_add_text(standins, out, str_sub(s.in, at, next));
		at = next < s.in.n ? one_mark(&s, next) : next;
	}
	vec_free(&s.open);
	vec_free(&s.pending);
	buf_free(&clean);
	return at < s.in.n;
}
