#include "html/layout_para.h"

#include "text/emoji.h"
#include "text/utf8.h"
#include "text/width.h"

static uint8_t
heading_role(int level)
{
	return (uint8_t)(LAYOUT_HEADING1 + (level < 1 ? 0 : level > 3 ? 2 : level - 1));
}

static uint8_t
role_of(const struct doc *doc, const struct doc_block *b)
{
	if (b->is_section_head && b->section >= 0 && (size_t)b->section < doc->n_sections)
		return heading_role(doc->sections[b->section].level);
	if (b->kind == DOC_HEADING)
		return heading_role(b->level);
	return b->is_caption ? LAYOUT_CAPTION : LAYOUT_TEXT;
}

static bool
is_sign(int32_t cp)
{
	return cp == '-' || cp == '*' || cp == 0xb7 || cp == 0x2022 || cp == 0x25e6 || cp == 0x203b ||
	       (cp >= 0x25a0 && cp <= 0x25ff) || (cp >= 0x2460 && cp <= 0x24ff) || (cp >= 0x2776 && cp <= 0x2793);
}

/* True for "1.", "12)", "(3)", "가.", "[2]": a number or letter with its mark. */
static bool
is_number(struct str token)
{
	bool is_bracketed = token.p[0] == '(' || token.p[0] == '[';
	struct str inner = str_sub(token, is_bracketed ? 1 : 0, token.n - 1);
	char last = token.p[token.n - 1];
	size_t digits = 0;

	if (!inner.n || (last != '.' && last != ')' && last != ']'))
		return false;
	while (digits < inner.n && (str_is_digit(inner.p[digits]) || inner.p[digits] == '.'))
		digits++;
	return digits == inner.n || utf8_count(inner) == 1;
}

/* Columns of a sign or number in front of the text, and the blank behind it; 0 when there is none. */
static int
lead_cols(struct str text)
{
	struct str token, rest;

	if (!str_cut(str_sub(text, 0, 12), ' ', &token, NULL) || !token.n)
		return 0;
	rest = token;
	if (!(is_sign(utf8_next(&rest)) && (!rest.n || emoji_is_tail(utf8_next(&rest))) && !rest.n) && !is_number(token))
		return 0;
	return width_str(token) + 1;
}

void
layout_para_add(struct layout_out *out, const struct doc_block *b)
{
	const struct layout_flow_text text = {
		.text = b->text,
		.spans = b->spans,
		.n_spans = b->n_spans,
		.role = role_of(out->doc, b),
		.style = b->is_term || b->is_summary ? DOC_BOLD : 0,
		.has_refs = out->opts->has_refs,
	};

	layout_flow_clear(&out->flow);
	layout_flow_add(&out->flow, &text);
	layout_out_flow(out, lead_cols(b->text));
}

void
layout_para_add_rule(struct layout_out *out)
{
	struct str rule = layout_out_repeat(out, layout_out_glyph(LAYOUT_OUT_ACROSS), layout_out_cols(out));

	layout_out_run(out, rule, LAYOUT_RULE, 0);
	layout_out_line(out, 0, false);
}
