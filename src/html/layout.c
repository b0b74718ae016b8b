#include "html/layout.h"

#include "html/layout_code.h"
#include "html/layout_image.h"
#include "html/layout_front.h"
#include "html/layout_out.h"
#include "html/layout_para.h"
#include "html/layout_table.h"

enum { LAYOUT_MIN_COLS = 10 };

/* True where one term has two details, and b begins the second. */
static bool
is_detail_below(const struct doc_block *above, const struct doc_block *b)
{
	return above->box && b->box && above->box != b->box && b->box->kind == DOC_BOX_DETAIL &&
	       above->box->kind == DOC_BOX_DETAIL && above->box->outer == b->box->outer;
}

/* True for what stands close to what is above it. */
static bool
is_close(const struct doc_block *above, const struct doc_block *b, bool begins_list)
{
	if (b->quote != above->quote || b->details != above->details)
		return false;
	if (b->is_section_head || above->is_section_head || b->kind == DOC_HEADING)
		return false;
	if (b->is_continued || (above->is_summary && !b->is_summary))
		return true;
	if (b->is_caption)
		return !b->names_table && (above->kind == DOC_IMAGE || above->kind == DOC_TABLE);
	if (b->kind == DOC_TABLE && above->is_caption)
		return true;
	if (b->kind == DOC_IMAGE && above->kind == DOC_IMAGE && !b->list && !above->list)
		return true;
	if (b->is_item)
		return begins_list ? above->is_item && above->list < b->list : above->is_item || above->list > b->list;
	if (b->is_term)
		return above->is_term || (above->list > b->list && !above->is_item);
	return (above->is_term && b->list == above->list + 1) || is_detail_below(above, b);
}

static void
add_block(struct layout_out *out, const struct doc_block *above, const struct doc_block *b,
	const struct doc_block *below)
{
	switch (b->kind) {
	case DOC_CODE:
		layout_code_add(out, b, above && above->kind == DOC_CODE);
		break;
	case DOC_IMAGE:
		layout_image_add(out, b, below);
		break;
	case DOC_RULE:
		layout_para_add_rule(out);
		break;
	case DOC_TABLE:
		layout_table_add(out, b);
		break;
	default:
		layout_para_add(out, b);
	}
}

static bool
is_closed(const struct layout_out *out, size_t i)
{
	return out->opts->closed && out->opts->closed[i] && out->doc->blocks[i].is_summary;
}

/* The first block behind the details that block i sums up. */
static size_t
end_of_details(const struct doc *doc, size_t i)
{
	int depth = doc->blocks[i].details;

	for (i++; i < doc->n && doc->blocks[i].details >= depth; i++)
		if (doc->blocks[i].details == depth && doc->blocks[i].is_summary)
			break;
	return i;
}

/* The block behind i that is shown next: behind all that is folded away with it. */
static size_t
next_block(const struct layout_out *out, size_t i)
{
	const struct doc_block *b = &out->doc->blocks[i];

	if (is_closed(out, i))
		return end_of_details(out->doc, i);
	if (!out->opts->folded || !b->is_section_head || b->section < 0 || !out->opts->folded[b->section])
		return i + 1;
	return out->doc->sections[b->section].end > i ? out->doc->sections[b->section].end : i + 1;
}

static void
add_blocks(struct layout_out *out, struct layout *ret)
{
	const struct doc *doc = out->doc;
	struct layout_lists *lists = arena_new(out->arena, struct layout_lists, 1);
	const struct doc_block *above = NULL;
	struct layout_front front;

	for (size_t i = 0; i < doc->n; i = next_block(out, i)) {
		const struct doc_block *b = &doc->blocks[i];

		layout_front_make(&front, lists, out->arena, doc, i, out->opts->cols / 2);
		if (is_closed(out, i) && front.marker.n)
			front.marker = str_lit("▸ ");
		if (above && !is_close(above, b, front.begins_list))
			layout_out_blank(out, &front, layout_front_common(above, b));
		if (b->is_section_head && b->section >= 0)
			ret->section_line[b->section] = out->lines.n;
		layout_out_block(out, i, &front);
		add_block(out, above, b, i + 1 < doc->n ? b + 1 : NULL);
		above = b;
	}
}

void
layout_doc(struct arena *a, const struct doc *doc, const struct layout_opts *opts, struct layout *ret)
{
	struct layout_opts own = *opts;
	struct layout_out out = { .arena = a, .doc = doc, .opts = &own };

	if (own.cols < LAYOUT_MIN_COLS)
		own.cols = LAYOUT_MIN_COLS;
	*ret = (struct layout){ .section_line = arena_new(a, size_t, doc->n_sections) };
	for (size_t i = 0; i < doc->n_sections; i++)
		ret->section_line[i] = SIZE_MAX;
	add_blocks(&out, ret);
	ret->n = out.lines.n;
	ret->lines = arena_new(a, struct layout_line, ret->n);
	if (ret->n)
		memcpy(ret->lines, out.lines.v, ret->n * sizeof *ret->lines);
	vec_free(&out.lines);
	vec_free(&out.runs);
	layout_flow_free(&out.flow);
}

int
layout_line_cols(const struct layout_line *line)
{
	int cols = 0;

	for (uint32_t i = 0; i < line->n; i++)
		cols += line->runs[i].cols;
	return cols;
}
