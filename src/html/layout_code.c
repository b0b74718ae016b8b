#include "html/layout_code.h"

#include "base/tr.h"
#include "syntax/syntax.h"
#include "syntax/syntax_guess.h"
#include "text/width.h"

enum { MARGIN = 2 };

/* In front of each line, where a view may draw a bar. */
static void
add_margin(struct layout_out *out)
{
	layout_out_run(out, str_lit("  "), LAYOUT_CODE_MARGIN, 0);
}

static void
add_label(struct layout_out *out, const struct doc_block *b, const struct syntax_guess *guess, bool is_below_code)
{
	struct str label = guess->lang && guess->is_sure ? str_of(guess->lang->label) : b->lang;

	if (!label.n && is_below_code)
		label = str_of(tr("code"));
	if (!label.n)
		return;
	add_margin(out);
	layout_out_run(out, label, LAYOUT_LABEL, 0);
	layout_out_line(out, 0, false);
}

static uint8_t
role_of(enum syntax_role role)
{
	return (uint8_t)(role == SYNTAX_PLAIN ? LAYOUT_CODE : LAYOUT_CODE_KEYWORD + (int)role - SYNTAX_KEYWORD);
}

/* The text of the block in stretches of one role. */
static void
add_stretches(struct layout_flow *f, const struct doc_block *b, const struct syntax_lang *lang)
{
	struct syntax_scan scan;
	struct syntax_token token;

	syntax_begin(&scan, lang, b->text);
	while (syntax_next(&scan, &token)) {
		const struct layout_flow_text text = {
			.text = str_sub(b->text, token.at, token.at + token.n),
			.at = token.at,
			.role = role_of(token.role),
		};

		layout_flow_add(f, &text);
	}
}

static void
add_line(struct layout_out *out, struct wrap_line line)
{
	uint32_t at;

	add_margin(out);
	at = layout_flow_next(&out->flow, out->arena, &line, &out->runs);
	layout_out_line(out, at, line.cols + MARGIN > layout_out_cols(out));
}

void
layout_code_add(struct layout_out *out, const struct doc_block *b, bool is_below_code)
{
	struct syntax_guess guess = syntax_guess(b->text, syntax_lang_find(b->lang));
	struct layout_flow *f = &out->flow;
	struct str rest = b->text, line;
	size_t first;

	add_label(out, b, &guess, is_below_code);
	first = out->lines.n;
	layout_flow_clear(f);
	add_stretches(f, b, guess.lang);
	layout_flow_end(f, out->arena);
	while (str_line(&rest, &line))
		add_line(out, (struct wrap_line){ (size_t)(line.p - b->text.p), line.n, width_str(line) });
	layout_out_scroll(out, first, MARGIN);
}
