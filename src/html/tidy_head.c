#include "html/tidy_head.h"

#include "html/draft_line.h"
#include "html/tidy_boil.h"
#include "text/byline.h"
#include "text/date.h"
#include "text/emoji.h"
#include "text/utf8.h"

/* How many lines the head and foot of a page may have, and how long a line of them may be, in bytes. */
enum { HEAD_LINES = 10, FOOT_LINES = 12, HEAD_LINE_MAX = 200, ABOVE_MAX = 3, DAY_DIGITS = 4,
	TEXT_MIN = 20, /* bytes of a line that may be text */
};

struct head_line {
	size_t at; /* index of the part */
	bool is_item;
	bool is_looked_at;
	enum tidy_boil boil; /* once it is looked at */
};

struct head {
	struct draft *parts;
	vec(struct head_line) lines; /* those that are not in tables or quotes */
	bool has_evidence;  /* something that only the head of a page has was found at the start */
	struct tidy_head *ret;
};

static struct str
text_at(const struct head *h, size_t k)
{
	return draft_text_of(h->parts, &h->parts->list.v[h->lines.v[k].at]);
}

static bool
is_dropped(const struct head *h, size_t k)
{
	return h->parts->list.v[h->lines.v[k].at].is_dropped;
}

static void
drop(struct head *h, size_t k)
{
	draft_line_drop(h->parts, h->lines.v[k].at);
}

static bool
is_heading(const struct head *h, size_t k)
{
	enum dom_tag tag = h->parts->list.v[h->lines.v[k].at].tag;

	return tag >= DOM_H1 && tag <= DOM_H6;
}

static void
find_lines(struct head *h)
{
	size_t boxes = 0, items = 0;

	vec_reserve(&h->lines, h->parts->list.n);
	for (size_t i = 0; i < h->parts->list.n; i++) {
		const struct draft_part *part = &h->parts->list.v[i];
		bool is_box = part->tag == DOM_TABLE || part->tag == DOM_BLOCKQUOTE;

		boxes += is_box && part->kind == DRAFT_OPEN;
		boxes -= is_box && part->kind == DRAFT_CLOSE;
		items += part->tag == DOM_LI && part->kind == DRAFT_OPEN;
		items -= part->tag == DOM_LI && part->kind == DRAFT_CLOSE;
		if (part->kind == DRAFT_LINE && !boxes)
			*vec_add(&h->lines) = (struct head_line){ .at = i, .is_item = items > 0 };
	}
}

/* ---- boilerplate */

static bool
is_only_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!str_is_digit(s.p[i]) && !memchr(".()-/: ", s.p[i], 7))
			return false;
	return true;
}

/* A line of links, or of dates and counts beside them: "다른 글 (3)", "2024.01.01". */
static bool
is_related(const struct draft *p, const struct draft_part *line)
{
	for (size_t i = line->run; i < line->run + line->n_runs; i++) {
		const struct draft_run *run = &p->runs.v[i];

		if (!run->style.link && !is_only_digits(str_sub(buf_str(&p->text), run->at, run->at + run->n)))
			return false;
	}
	return true;
}

/* Drops the table of links to other posts that begins at part i, if that is what it is. */
static void
drop_related_table(struct draft *p, size_t i)
{
	size_t end;

	while (i < p->list.n && p->list.v[i].is_dropped)
		i++;
	if (i == p->list.n || p->list.v[i].kind != DRAFT_OPEN || p->list.v[i].tag != DOM_TABLE)
		return;
	for (end = i; end < p->list.n && !(p->list.v[end].kind == DRAFT_CLOSE && p->list.v[end].tag == DOM_TABLE); end++)
		if (p->list.v[end].kind == DRAFT_LINE && !is_related(p, &p->list.v[end]))
			return;
	for (; i <= end && i < p->list.n; i++)
		p->list.v[i].is_dropped = true;
}

/* Drops the links to other posts behind line k, with their dates and counts. */
static size_t
drop_related(struct head *h, size_t k)
{
	drop(h, k);
	drop_related_table(h->parts, h->lines.v[k].at);
	while (k + 1 < h->lines.n && is_related(h->parts, &h->parts->list.v[h->lines.v[k + 1].at]))
		drop(h, ++k);
	return k;
}

static enum tidy_boil
boil_at(struct head *h, size_t k)
{
	struct head_line *line = &h->lines.v[k];

	if (!line->is_looked_at && !is_heading(h, k) && h->parts->list.v[line->at].tag != DOM_SUMMARY)
		line->boil = tidy_boil_find(text_at(h, k));
	line->is_looked_at = true;
	return line->boil;
}

/* What somebody wrote: no button, no link, no heading. */
static bool
is_text(struct head *h, size_t k)
{
	return !h->lines.v[k].is_item && !is_heading(h, k) && text_at(h, k).n >= TEXT_MIN && boil_at(h, k) == TIDY_BOIL_NO &&
	    !is_related(h->parts, &h->parts->list.v[h->lines.v[k].at]);
}

/* The end of the list that begins with line k; *is_written: it stands between text, or has items that are neither buttons nor links. */
static size_t
list_end(struct head *h, size_t k, bool *is_written)
{
	bool has_text[2] = { false, false };
	size_t end = k;

	*is_written = false;
	for (; end < h->lines.n && h->lines.v[end].is_item; end++)
		*is_written |= boil_at(h, end) == TIDY_BOIL_NO && !is_related(h->parts, &h->parts->list.v[h->lines.v[end].at]);
	for (size_t i = k - (k < ABOVE_MAX ? k : ABOVE_MAX); i < k; i++)
		has_text[0] |= is_text(h, i);
	for (size_t i = end; i < h->lines.n && i < end + ABOVE_MAX; i++)
		has_text[1] |= is_text(h, i);
	*is_written |= has_text[0] && has_text[1];
	return end;
}

static void
drop_boilerplate(struct head *h)
{
	size_t end = 0; /* of the list at hand */
	bool is_written = false;

	for (size_t k = 0; k < h->lines.n; k++) {
		enum tidy_boil kind = boil_at(h, k);
		bool is_edge = k < HEAD_LINES || k + FOOT_LINES >= h->lines.n, is_item = h->lines.v[k].is_item;

		if (is_item && k >= end)
			end = list_end(h, k, &is_written);
		if (kind == TIDY_BOIL_ALWAYS && is_item)
			kind = TIDY_BOIL_EDGE; /* in a list of buttons somebody writes about */
		is_edge = is_edge && !(is_item && is_written);
		if (kind == TIDY_BOIL_RELATED) {
			k = drop_related(h, k);
		} else if (kind == TIDY_BOIL_ALWAYS || (kind == TIDY_BOIL_EDGE && is_edge)) {
			h->has_evidence = h->has_evidence || k < ABOVE_MAX;
			drop(h, k);
		}
	}
}

/* ---- title and by-line */

/* The next letter or digit of s, in lower case; -1 at the end. */
static int32_t
next_letter(struct str *s)
{
	int32_t cp;

	while ((cp = utf8_next(s)) >= 0) {
		if (cp < 0x80 && !str_is_alpha((char)cp) && !str_is_digit((char)cp))
			continue;
		if ((cp >= 0x2000 && cp <= 0x206f) || (cp >= 0x3000 && cp <= 0x303f) || cp == 0xa0 || cp == 0xb7 ||
		    emoji_is_tail(cp))
			continue;
		return cp < 0x80 ? str_lower((char)cp) : cp;
	}
	return -1;
}

static bool
is_same_title(struct str a, struct str b)
{
	int32_t x, y;

	do {
		x = next_letter(&a);
		y = next_letter(&b);
	} while (x == y && x >= 0);
	return x == y;
}

/* Where the head of the page ends: before the first line that is too long for it. */
static size_t
head_end(const struct head *h)
{
	size_t k = 0;

	while (k < h->lines.n && k < HEAD_LINES && text_at(h, k).n <= HEAD_LINE_MAX)
		k++;
	return k;
}

/* Drops what stands above line k, where it is little. */
static void
drop_above(struct head *h, size_t k)
{
	size_t count = 0;

	for (size_t i = 0; i < k; i++)
		count += !is_dropped(h, i);
	for (size_t i = 0; i < k && count <= ABOVE_MAX; i++)
		if (!is_dropped(h, i))
			drop(h, i);
}

static void
take_title(struct head *h, size_t end, struct str title)
{
	for (size_t k = 0; k < end && title.n; k++) {
		if (is_dropped(h, k) || !is_same_title(text_at(h, k), title))
			continue;
		drop(h, k);
		if (h->has_evidence)
			drop_above(h, k);
		h->has_evidence = true;
		return;
	}
}

/* A title that nobody told us of stands right above "by NAME DATE". */
static void
take_unknown_title(struct head *h, size_t k)
{
	while (k > 0 && is_dropped(h, k - 1))
		k--;
	if (!k || text_at(h, k - 1).n > HEAD_LINE_MAX || str_ends(text_at(h, k - 1), "다."))
		return;
	h->ret->title = arena_dup(h->parts->arena, text_at(h, k - 1));
	drop(h, k - 1);
	drop_above(h, k - 1);
}

static void
keep_byline(struct head *h, const struct byline *line)
{
	if (line->author.n && !h->ret->author.n)
		h->ret->author = arena_dup(h->parts->arena, line->author);
	if (line->date != CLOCK_NONE && h->ret->published == CLOCK_NONE)
		h->ret->published = line->date;
}

static void
take_bylines(struct head *h, size_t end, struct str title, int64_t now)
{
	for (size_t k = 0; k < end; k++) {
		struct byline line;

		if (is_dropped(h, k) || is_heading(h, k) || !byline_read(text_at(h, k), now, DATE_KST, &line))
			continue;
		if (line.is_bare && !(h->has_evidence && str_digits(text_at(h, k)) >= DAY_DIGITS))
			continue;
		keep_byline(h, &line);
		if (line.is_sure && !title.n && !h->ret->title.n)
			take_unknown_title(h, k);
		drop(h, k);
		h->has_evidence = true;
	}
}

/* "홍길동 기자 hong@example.com" under the text. */
static void
take_last_byline(struct head *h, int64_t now)
{
	for (size_t k = h->lines.n; k-- > 0 && k + FOOT_LINES / 2 > h->lines.n;) {
		struct str text = text_at(h, k);
		struct byline line;

		if (is_dropped(h, k) || str_find_char(text, '@') == text.n)
			continue;
		if (!byline_read(text, now, DATE_KST, &line) || !line.author.n)
			continue;
		keep_byline(h, &line);
		drop(h, k);
	}
}

void
tidy_head(struct draft *parts, struct str title, int64_t now, struct tidy_head *ret)
{
	struct head h = { .parts = parts, .ret = ret };
	size_t end;

	*ret = (struct tidy_head){ .published = CLOCK_NONE };
	find_lines(&h);
	end = head_end(&h);
	drop_boilerplate(&h);
	take_title(&h, end, title);
	take_bylines(&h, end, title, now);
	take_last_byline(&h, now);
	vec_free(&h.lines);
}
