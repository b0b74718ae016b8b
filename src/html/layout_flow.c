#include "html/layout_flow.h"

#include "html/layout_shown.h"
#include "text/width.h"

void
layout_flow_clear(struct layout_flow *f)
{
	f->text = STR_NONE;
	f->parts.n = 0;
	buf_clear(&f->mixed);
	f->has_hidden = false;
	f->own = f->part = 0;
}

void
layout_flow_free(struct layout_flow *f)
{
	vec_free(&f->parts);
	buf_free(&f->mixed);
	buf_free(&f->scratch);
}

/* Appends s without a copy where it follows the text in memory, and stays there. */
static void
add_mixed(struct layout_flow *f, struct str s, bool is_temporary)
{
	if (!f->mixed.n && !f->text.n && !is_temporary) {
		f->text = s;
	} else if (!f->mixed.n && f->text.n && f->text.p + f->text.n == s.p && !is_temporary) {
		f->text.n += s.n;
	} else {
		if (!f->mixed.n)
			(void)buf_add(&f->mixed, f->text);
		(void)buf_add(&f->mixed, s);
		f->text = buf_str(&f->mixed);
	}
}

static void
add_part(struct layout_flow *f, struct str s, struct layout_flow_part part)
{
	struct str shown = s;

	if (!s.n)
		return;
	buf_clear(&f->scratch);
	part.is_ours = layout_shown(&f->scratch, s, part.style);
	if (part.is_ours)
		shown = buf_str(&f->scratch);
	part.own = f->own;
	part.own_n = s.n;
	add_mixed(f, shown, part.is_ours);
	part.end = f->text.n;
	f->own += s.n;
	*vec_add(&f->parts) = part;
}

/* True when the span and its neighbour at that side are struck out in one. */
static bool
is_struck_on(const struct layout_flow_text *text, size_t span, bool is_before)
{
	const struct doc_span *s = &text->spans[span];

	if (is_before)
		return span && s[-1].style & DOC_STRIKE && s[-1].at + s[-1].n == s->at;
	return span + 1 < text->n_spans && s[1].style & DOC_STRIKE && s[1].at == s->at + s->n;
}

/* The "~~" at an end of what is struck out. */
static void
add_stroke(struct layout_flow *f, const struct layout_flow_text *text, size_t span, bool is_before)
{
	const struct doc_span *s = &text->spans[span];

	if (s->style & DOC_STRIKE && !is_struck_on(text, span, is_before))
		layout_flow_add_ours(f, str_lit("~~"), text->role, s->link);
}

/* True when span is the last one of its link. */
static bool
ends_link(const struct layout_flow_text *text, size_t span)
{
	const struct doc_span *s = &text->spans[span];

	if (!s->link)
		return false;
	return span + 1 == text->n_spans || s[1].link != s->link || s[1].at != s->at + s->n;
}

/* A blank keeps the number off an address, which terminals and people take up to the next blank. */
static void
add_ref(struct layout_flow *f, uint16_t link, struct str behind)
{
	struct buf ref = { 0 };

	(void)buf_printf(&ref, "%s[%u]", str_has(behind, "://") ? " " : "", link);
	layout_flow_add_ours(f, buf_str(&ref), LAYOUT_REF, link);
	buf_free(&ref);
}

void
layout_flow_add(struct layout_flow *f, const struct layout_flow_text *text)
{
	struct layout_flow_part plain = { .style = text->style, .role = text->role };
	size_t at = 0;

	f->own = text->at;
	for (size_t i = 0; i < text->n_spans; i++) {
		const struct doc_span *span = &text->spans[i];
		struct layout_flow_part part = plain;

		part.style |= span->style;
		part.link = span->link;
		add_part(f, str_sub(text->text, at, span->at), plain);
		at = span->at + span->n;
		add_stroke(f, text, i, true);
		add_part(f, str_sub(text->text, span->at, at), part);
		add_stroke(f, text, i, false);
		if (text->has_refs && ends_link(text, i))
			add_ref(f, span->link, str_sub(text->text, span->at, at));
	}
	add_part(f, str_sub(text->text, at, text->text.n), plain);
}

void
layout_flow_add_ours(struct layout_flow *f, struct str text, uint8_t role, uint16_t link)
{
	if (!text.n)
		return;
	add_mixed(f, text, true);
	*vec_add(&f->parts) = (struct layout_flow_part){ .end = f->text.n, .own = f->own, .link = link, .role = role, .is_ours = true };
}

void
layout_flow_end(struct layout_flow *f, struct arena *a)
{
	if (f->mixed.n)
		f->text = arena_dup(a, buf_str(&f->mixed));
	buf_clear(&f->mixed);
	f->has_hidden = !wrap_is_shown(f->text);
	f->part = 0;
}

typedef vec(struct wrap_line) wrapped;

/* Adds the lines of text[at, end), which holds no "\n"; what fits stays as it is, also blanks at its start. */
static void
wrap_line(wrapped *all, struct arena *a, struct str text, size_t at, size_t end, const struct wrap_opts *opts)
{
	struct str s = str_sub(text, at, end);
	struct wrap_line whole = { at, s.n, width_str(s) }, *lines = &whole;
	size_t n = whole.cols <= opts->cols ? 1 : wrap_text(a, s, opts, &lines);

	for (size_t i = 0; i < n; i++) {
		struct wrap_line *line = vec_add(all);

		*line = lines[i];
		line->at += lines == &whole ? 0 : at;
	}
}

size_t
layout_flow_wrap(struct layout_flow *f, struct arena *a, const struct wrap_opts *opts, struct wrap_line **lines)
{
	struct wrap_opts behind = { opts->cols - opts->hang, 0, opts->mode };
	wrapped all = { 0 };
	size_t n;

	layout_flow_end(f, a);
	if (str_find_char(f->text, '\n') == f->text.n)
		return wrap_text(a, f->text, opts, lines);
	for (size_t at = 0; at <= f->text.n;) {
		size_t end = at + str_find_char(str_sub(f->text, at, f->text.n), '\n');

		wrap_line(&all, a, f->text, at, end, at ? &behind : opts);
		at = end + 1;
	}
	n = all.n;
	*lines = arena_new(a, struct wrap_line, n);
	memcpy(*lines, all.v, n * sizeof **lines);
	vec_free(&all);
	return n;
}

static struct str
shown(const struct layout_flow *f, struct arena *a, struct str s)
{
	struct buf out = { 0 };

	if (!f->has_hidden)
		return s;
	wrap_show(&out, s);
	s = arena_dup(a, buf_str(&out));
	buf_free(&out);
	return s;
}

/* Where byte at, of the i-th part, stands in the block's own text. */
static size_t
own_at(const struct layout_flow *f, size_t i, size_t at)
{
	const struct layout_flow_part *part = &f->parts.v[i];

	return part->is_ours ? part->own : part->own + at - (i ? part[-1].end : 0);
}

uint32_t
layout_flow_next(struct layout_flow *f, struct arena *a, const struct wrap_line *line, layout_flow_runs *runs)
{
	size_t at = line->at, end = line->at + line->n, first = runs->n, own;

	if (!f->parts.n)
		return 0;
	while (f->part + 1 < f->parts.n && f->parts.v[f->part].end <= at)
		f->part++;
	own = own_at(f, f->part, at);
	for (size_t i = f->part; at < end; i++) {
		const struct layout_flow_part *part = &f->parts.v[i];
		size_t to = part->end < end ? part->end : end;
		struct str text = shown(f, a, str_sub(f->text, at, to));

		*vec_add(runs) = (struct layout_run){ .text = text, .at = (uint32_t)own_at(f, i, at),
			.n = (uint32_t)(part->is_ours ? part->own_n : to - at), .style = part->style, .link = part->link, .role = part->role };
		at = to;
	}
	if (runs->n == first + 1) {
		runs->v[first].cols = line->cols;
		return (uint32_t)own;
	}
	for (size_t i = first; i < runs->n; i++)
		runs->v[i].cols = width_str(runs->v[i].text);
	return (uint32_t)own;
}
