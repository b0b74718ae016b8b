#include "html/draft_line.h"

#include "base/block.h"
#include "text/plain.h"
#include "text/utf8.h"

enum { SIZES_MAX = 8 };

static bool
is_blank(int32_t cp)
{
	return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0xa0 || cp == 0x3000 ||
		(cp >= 0x2000 && cp <= 0x200a) || cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x205f ||
		cp == 0x1680 || cp == 0x3164;
}

/* A byte that no blank begins with; those of more than a byte begin with C2, E1, E2 or E3. */
static bool
is_ink(char byte)
{
	unsigned char c = (unsigned char)byte;

	return c > ' ' && (c < 0xc2 || c > 0xe3);
}

/* Which of sixteen bytes is_ink() says no to. */
static block
other_than_ink(block b)
{
	return block_is_from(b, 0, ' ') | block_is_from(b, 0xc2, 0xe3);
}

/* Bytes at the start of s that are ink and spaces with ink behind them, sixteen at a time. */
static size_t
inked_len(struct str s)
{
	size_t n = 0;

	for (; s.n - n > BLOCK_BYTES; n += BLOCK_BYTES) {
		block b = block_at(s.p + n), spaces = block_is(b, ' ');

		if (block_bits((other_than_ink(b) & ~spaces) | (other_than_ink(block_at(s.p + n + 1)) & spaces)))
			break;
	}
	return n;
}

/* Bytes at the start of s up to the first blank. */
static size_t
word_len(struct str s)
{
	size_t n = 0;

	for (;;) {
		struct str after;

		while (n < s.n && is_ink(s.p[n]))
			n++;
		after = str_sub(s, n, s.n);
		if (!after.n || is_blank(utf8_next(&after)))
			return n;
		n = s.n - after.n;
	}
}

/* Bytes at the start of s that stay as they are: words with single spaces between them. */
static size_t
words_len(struct str s)
{
	size_t n = 0;

	if (!s.n || s.p[0] == ' ')
		return 0;
	for (;; n++) {
		n += inked_len(str_sub(s, n, s.n));
		n += word_len(str_sub(s, n, s.n));
		if (!n || n + 1 >= s.n || s.p[n] != ' ' || !is_ink(s.p[n + 1]))
			return n;
	}
}

void
draft_line_fold(struct buf *text, size_t line_at, struct str s)
{
	while (s.n) {
		size_t n = words_len(s);

		(void)buf_add(text, str_sub(s, 0, n));
		s = str_sub(s, n, s.n);
		if (s.n && text->n > line_at && text->p[text->n - 1] != ' ')
			(void)buf_putc(text, ' ');
		do
			(void)utf8_next(&s);
		while (s.n && str_is_space(*s.p));
	}
}

bool
draft_line_is_clean(struct str s)
{
	struct str words = str_sub(s, s.n && s.p[0] == ' ', s.n);

	return words.n && plain_words_len(words) == words.n;
}

void
draft_line_add(struct buf *text, size_t line_at, struct str s)
{
	bool is_blank_there = text->n == line_at || text->p[text->n - 1] == ' ';

	(void)buf_add(text, str_sub(s, s.p[0] == ' ' && is_blank_there, s.n));
}

size_t
draft_line_indent(struct str s, bool keeps_blanks)
{
	size_t n = 0;
	bool is_meant = keeps_blanks;
	int32_t cp;

	while (s.n && is_blank(cp = utf8_next(&s))) {
		is_meant = is_meant || cp == 0xa0 || cp == 0x3000;
		if (is_meant)
			n += cp == '\t' ? 4 : cp == 0x3000 ? 2 : cp != '\n' && cp != '\r';
	}
	return n;
}

float
draft_line_size(const struct draft *p, const struct draft_part *line)
{
	struct {
		float size;
		size_t n;
	} sizes[SIZES_MAX] = { 0 };
	size_t count = 0, best = 0;

	if (line->n_runs == 1)
		return p->runs.v[line->run].style.size;
	for (size_t i = line->run; i < line->run + line->n_runs; i++) {
		const struct draft_run *run = &p->runs.v[i];
		size_t k = 0;

		while (k < count && sizes[k].size != run->style.size)
			k++;
		if (k == SIZES_MAX)
			continue;
		count += k == count;
		sizes[k].size = run->style.size;
		sizes[k].n += run->n;
		if (sizes[k].n > sizes[best].n)
			best = k;
	}
	return sizes[best].size;
}

void
draft_line_drop(struct draft *p, size_t i)
{
	bool has_blank = p->list.v[i].has_blank;

	p->list.v[i].is_dropped = true;
	while (++i < p->list.n && has_blank)
		if (p->list.v[i].kind == DRAFT_LINE && !p->list.v[i].is_dropped) {
			p->list.v[i].has_blank = true;
			return;
		}
}

void
draft_line_cut(struct draft *p, struct draft_part *line, size_t n)
{
	line->at += n;
	line->n -= n;
	while (line->n_runs && n) {
		struct draft_run *run = &p->runs.v[line->run];
		size_t part = run->n < n ? run->n : n;

		run->at += part;
		run->n -= part;
		n -= part;
		if (run->n)
			break;
		line->run++;
		line->n_runs--;
	}
}

struct draft_part
draft_line_slice(struct draft *p, const struct draft_part *line, size_t from, size_t to)
{
	struct draft_part part = { .kind = DRAFT_LINE, .tag = DOM_P, .at = line->at + from, .n = to - from, .run = p->runs.n };

	for (size_t i = line->run; i < line->run + line->n_runs; i++) {
		struct draft_run run = p->runs.v[i];
		size_t start = run.at > part.at ? run.at : part.at;
		size_t end = run.at + run.n < part.at + part.n ? run.at + run.n : part.at + part.n;

		if (start < end)
			*vec_add(&p->runs) = (struct draft_run){ start, end - start, run.style };
	}
	part.n_runs = p->runs.n - part.run;
	return part;
}

struct draft_part *
draft_line_box(struct draft *out, enum draft_kind kind, enum dom_tag tag)
{
	struct draft_part *part = vec_add(&out->list);

	*part = (struct draft_part){ .kind = kind, .tag = tag, .is_implied = true };
	return part;
}

void
draft_line_sweep(struct draft *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->list.n; i++) {
		if (p->list.v[i].is_dropped)
			continue;
		if (n < i)
			p->list.v[n] = p->list.v[i];
		n++;
	}
	p->list.n = n;
}

void
draft_line_replace(struct draft *p, size_t from, struct draft *made)
{
	vec_reserve(&p->list, from + made->list.n);
	if (made->list.n)
		memcpy(p->list.v + from, made->list.v, made->list.n * sizeof *made->list.v);
	p->list.n = from + made->list.n;
	vec_free(&made->list);
}

void
draft_line_prune(struct draft *p)
{
	vec(size_t) open = { 0 }; /* index of the box; the low end of the stack is the outermost */
	vec(bool) is_used = { 0 };

	for (size_t i = 0; i < p->list.n; i++) {
		struct draft_part *part = &p->list.v[i];
		bool is_cell = part->tag == DOM_TD || part->tag == DOM_TH;

		if (part->is_dropped)
			continue;
		if (part->kind == DRAFT_OPEN) {
			*vec_add(&open) = i;
			*vec_add(&is_used) = is_cell;
		} else if (part->kind == DRAFT_CLOSE) {
			part->is_dropped = p->list.v[open.v[--open.n]].is_dropped = !is_used.v[--is_used.n];
			if (is_used.n && !part->is_dropped)
				is_used.v[is_used.n - 1] = true;
		} else if (is_used.n) {
			is_used.v[is_used.n - 1] = true;
		}
	}
	vec_free(&open);
	vec_free(&is_used);
}
