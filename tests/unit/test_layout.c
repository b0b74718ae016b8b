#include "unit.h"

#include "html/doc_read.h"
#include "html/layout.h"
#include "html/print.h"
#include "text/width.h"

#define LEN(array) (sizeof(array) / sizeof *(array))

/* What stands around a block that only says how deep it is: quotes, lists in them. */
static struct str
nest_of(const struct doc_block *b)
{
	static const char quotes[] = "qqqqlllll";

	if (b->nest.n)
		return b->nest;
	assert_true(b->quote <= 4 && b->list <= 5);
	return str_new(quotes + 4 - b->quote, b->quote + b->list);
}

/* The boxes of a block in nest; those that it shares with above are the same. */
static const struct doc_box *
box_of(const struct doc_block *above, struct str nest)
{
	static struct doc_box boxes[1024];
	static size_t used;
	size_t common = 0;
	const struct doc_box *box = above ? above->box : NULL;

	while (above && common < nest.n && common < above->nest.n && nest.p[common] == above->nest.p[common])
		common++;
	while (box && box->depth > (int)common)
		box = box->outer;
	for (size_t i = common; i < nest.n; i++) {
		struct doc_box *inner = &boxes[used++ % LEN(boxes)];

		*inner = (struct doc_box){ .depth = (int)i + 1, .outer = box };
		inner->kind = nest.p[i] == 'q' ? DOC_BOX_QUOTE : nest.p[i] == 'd' ? DOC_BOX_FOLD : DOC_BOX_LIST;
		box = inner;
	}
	return box;
}

static struct doc
doc_of(struct doc_block *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!blocks[i].is_section_head && !blocks[i].section)
			blocks[i].section = -1;
		blocks[i].nest = nest_of(&blocks[i]);
		blocks[i].box = box_of(i ? &blocks[i - 1] : NULL, blocks[i].nest);
		if (!blocks[i].list_id)
			blocks[i].list_id = blocks[i].list; /* one list a depth */
	}
	return (struct doc){ .blocks = blocks, .n = n };
}

/* Lines joined by "\n"; each is no wider than cols unless it says so, and its runs measure what they say. */
static void
lay_out(struct buf *out, const struct doc *doc, const struct layout_opts *opts)
{
	struct arena a = { 0 };
	struct layout layout;

	layout_doc(&a, doc, opts, &layout);
	for (size_t i = 0; i < layout.n; i++) {
		const struct layout_line *line = &layout.lines[i];
		int cols = 0;

		for (uint32_t k = 0; k < line->n; k++) {
			assert_int_equal(line->runs[k].cols, width_str(line->runs[k].text));
			assert_true(line->runs[k].role < LAYOUT_ROLES);
			cols += line->runs[k].cols;
			(void)buf_add(out, line->runs[k].text);
		}
		assert_int_equal(cols > opts->cols, line->is_wide);
		assert_true(cols - opts->cols <= line->over);
		while (out->n && out->p[out->n - 1] == ' ')
			buf_truncate(out, out->n - 1);
		(void)buf_putc(out, '\n');
	}
	arena_free(&a);
}

static void
check_opts(struct doc doc, struct layout_opts opts, const char *want)
{
	struct buf out = { 0 };

	lay_out(&out, &doc, &opts);
	assert_str(buf_str(&out), want);
	buf_free(&out);
}

static void
check(struct doc_block *blocks, size_t n, int cols, const char *want)
{
	check_opts(doc_of(blocks, n), (struct layout_opts){ .cols = cols }, want);
}

static void
layout_separates_blocks_by_a_blank_line(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("서버를 옮기고 기록을 남긴다") },
		{ .text = str_lit("둘째 문단") },
		{ .text = str_lit("이어지는 줄"), .is_continued = true },
		{ .kind = DOC_RULE },
		{ .text = str_lit("1. 번호로 시작하는 긴 문단") },
	};

	(void)state;
	check(blocks, LEN(blocks), 16,
		"서버를 옮기고\n기록을 남긴다\n\n둘째 문단\n이어지는 줄\n\n────────────────\n\n1. 번호로\n   시작하는 긴\n   문단\n");
}

static void
layout_hangs_list_items_on_their_markers(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("앞말") },
		{ .text = str_lit("첫째 항목은 길다"), .list = 1, .is_item = true },
		{ .text = str_lit("안쪽"), .list = 2, .is_item = true },
		{ .text = str_lit("더 안쪽"), .list = 3, .is_item = true },
		{ .text = str_lit("둘째"), .list = 1, .is_item = true },
		{ .text = str_lit("그 둘째 문단"), .list = 1 },
		{ .text = str_lit("셋째"), .list = 1, .is_item = true },
		{ .text = str_lit("뒷말") },
	};

	(void)state;
	check(blocks, LEN(blocks), 14,
		"앞말\n\n• 첫째 항목은\n  길다\n  ◦ 안쪽\n    ▪ 더 안쪽\n• 둘째\n\n  그 둘째 문단\n\n• 셋째\n\n뒷말\n");
}

static void
layout_aligns_numbers_to_the_right(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("아홉"), .list = 1, .is_item = true, .is_ordered = true, .number = 9 },
		{ .text = str_lit("점"), .list = 2, .is_item = true },
		{ .text = str_lit("열 번째 항목"), .list = 1, .is_item = true, .is_ordered = true, .number = 10 },
		{ .text = str_lit("새 목록"), .list = 1, .is_item = true, .is_ordered = true, .number = 1, .list_id = 9 },
	};

	(void)state;
	check(blocks, LEN(blocks), 14, " 9. 아홉\n    ◦ 점\n10. 열 번째\n    항목\n\n1. 새 목록\n");
}

static void
layout_counts_as_the_list_says(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("둘"), .list = 1, .is_item = true, .is_ordered = true, .number = 2 },
		{ .text = str_lit("하나"), .list = 1, .is_item = true, .is_ordered = true, .number = 1 },
		{ .text = str_lit("가"), .list = 1, .is_item = true, .is_ordered = true, .number = 26, .numbering = 'a', .list_id = 2 },
		{ .text = str_lit("나"), .list = 1, .is_item = true, .is_ordered = true, .number = 27, .numbering = 'a', .list_id = 2 },
		{ .text = str_lit("다"), .list = 1, .is_item = true, .is_ordered = true, .number = 8, .numbering = 'I', .list_id = 3 },
		{ .text = str_lit("라"), .list = 1, .is_item = true, .is_ordered = true, .number = 1994, .numbering = 'i', .list_id = 4 },
		{ .text = str_lit("마"), .list = 1, .is_item = true, .is_ordered = true, .number = 4000, .numbering = 'I', .list_id = 5 },
		{ .text = str_lit("바"), .list = 1, .is_item = true, .is_ordered = true, .number = 0, .numbering = 'A', .list_id = 6 },
	};

	(void)state;
	check(blocks, LEN(blocks), 30,
		"2. 둘\n1. 하나\n\n z. 가\naa. 나\n\nVIII. 다\n\nmcmxciv. 라\n\n4000. 마\n\n0. 바\n");
}

static void
layout_sets_terms_above_their_details(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("캐시"), .is_term = true },
		{ .text = str_lit("빠른 기억"), .list = 1 },
		{ .text = str_lit("큐"), .is_term = true },
		{ .text = str_lit("줄"), .list = 1 },
	};

	(void)state;
	check(blocks, LEN(blocks), 20, "캐시\n  빠른 기억\n큐\n  줄\n");
}

static void
layout_draws_a_bar_for_each_quote(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("누가 한 말이 길다"), .quote = 1 },
		{ .text = str_lit("또 한 말"), .quote = 1 },
		{ .text = str_lit("속의 말"), .quote = 2 },
		{ .text = str_lit("점"), .quote = 1, .list = 1, .is_item = true },
		{ .text = str_lit("밖") },
	};

	(void)state;
	check(blocks, LEN(blocks), 14,
		"│ 누가 한 말이\n│ 길다\n│\n│ 또 한 말\n│\n│ │ 속의 말\n│\n│ • 점\n\n밖\n");
	width_set_ambiguous(2);
	check(blocks + 1, 1, 14, "| 또 한 말\n");
	width_set_ambiguous(1);
}

static void
layout_puts_bars_where_the_quote_begins(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("점"), .nest = str_lit("l"), .list = 1, .is_item = true },
		{ .text = str_lit("점 속의 긴 인용"), .nest = str_lit("lq"), .list = 1, .quote = 1 },
		{ .text = str_lit("그 점"), .nest = str_lit("lql"), .list = 2, .quote = 1, .is_item = true },
		{ .text = str_lit("바로 인용"), .nest = str_lit("lq"), .list = 1, .quote = 1, .is_item = true },
	};

	(void)state;
	check(blocks, LEN(blocks), 16, "• 점\n\n  │ 점 속의 긴\n  │ 인용\n  │\n  │ ◦ 그 점\n• │ 바로 인용\n");
}

/* The article of which the XHTML is kept, laid out. */
static void
check_kept(const char *xhtml, int cols, const char *want)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct doc doc;

	assert_int_equal(doc_read(&a, str_of(xhtml), &doc, &err), 0);
	check_opts(doc, (struct layout_opts){ .cols = cols }, want);
	arena_free(&a);
}

static void
layout_ends_a_bar_with_its_quote(void **state)
{
	(void)state;
	check_kept("<article><ul><li><blockquote><p>하나</p><p>둘</p></blockquote><p>글</p></li>"
		"<li><p>셋</p><blockquote><p>넷</p></blockquote></li></ul></article>", 20,
		"• │ 하나\n  │\n  │ 둘\n\n  글\n\n• 셋\n\n  │ 넷\n");
	check_kept("<article><ul><li><p>글</p><blockquote><p>하나</p></blockquote></li>"
		"<li><blockquote><p>둘</p></blockquote></li></ul><blockquote><p>셋</p></blockquote>"
		"<blockquote><p>넷</p></blockquote></article>", 20,
		"• 글\n\n  │ 하나\n\n• │ 둘\n\n│ 셋\n\n│ 넷\n");
}

static void
layout_keeps_details_of_a_term_together(void **state)
{
	(void)state;
	check_kept("<article><dl><dt>캐시</dt><dd>빠른 기억</dd><dd>그 하나</dd><dt>큐</dt><dd>줄</dd></dl></article>", 20,
		"캐시\n  빠른 기억\n  그 하나\n큐\n  줄\n");
	check_kept("<article><dl><dt>캐시</dt><dd><p>하나</p><p>둘</p></dd></dl></article>", 20, "캐시\n  하나\n\n  둘\n");
}

static void
layout_counts_below_zero(void **state)
{
	(void)state;
	check_kept("<article><ol start=\"-1\"><li>가</li><li>나</li><li>다</li></ol></article>", 20, "-1. 가\n 0. 나\n 1. 다\n");
}

static void
layout_shows_details_below_their_summary(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("답 보기"), .nest = str_lit("d"), .details = 1, .is_summary = true },
		{ .text = str_lit("답은 이렇게 길다"), .nest = str_lit("d"), .details = 1 },
		{ .text = str_lit("더 보기"), .nest = str_lit("dd"), .details = 2, .is_summary = true },
		{ .text = str_lit("끝"), .nest = str_lit("dd"), .details = 2 },
		{ .text = str_lit("밖") },
	};
	static const bool outer[LEN(blocks)] = { true }, inner[LEN(blocks)] = { false, false, true };

	(void)state;
	check(blocks, LEN(blocks), 12, "▾ 답 보기\n  답은\n  이렇게\n  길다\n\n  ▾ 더 보기\n    끝\n\n밖\n");
	check_opts(doc_of(blocks, LEN(blocks)), (struct layout_opts){ .cols = 12, .closed = outer }, "▸ 답 보기\n\n밖\n");
	check_opts(doc_of(blocks, LEN(blocks)), (struct layout_opts){ .cols = 20, .closed = inner },
		"▾ 답 보기\n  답은 이렇게 길다\n\n  ▸ 더 보기\n\n밖\n");
}

static void
layout_never_breaks_code(void **state)
{
	struct doc_block blocks[] = {
		{ .kind = DOC_CODE, .text = str_lit("if (x)\n    return 0; // 길다\n\nend"), .lang = str_lit("c") },
	};

	(void)state;
	check(blocks, 1, 16, "  C\n  if (x)\n      return 0; // 길다\n\n  end\n");
}

static void
layout_tells_code_from_code_above(void **state)
{
	struct doc_block blocks[] = {
		{ .kind = DOC_CODE, .text = str_lit("가\n\n나") },
		{ .kind = DOC_CODE, .text = str_lit("다") },
		{ .kind = DOC_CODE, .text = str_lit("라"), .lang = str_lit("ocaml") },
		{ .text = str_lit("마") },
		{ .kind = DOC_CODE, .text = str_lit("바") },
	};

	(void)state;
	check(blocks, LEN(blocks), 16, "  가\n\n  나\n\n  code\n  다\n\n  ocaml\n  라\n\n마\n\n  바\n");
}

static struct doc_cell
cell(const char *text, int colspan, int rowspan, bool is_header)
{
	return (struct doc_cell){ .text = str_of(text), .colspan = colspan, .rowspan = rowspan,
		.is_header = is_header };
}

static void
layout_tells_of_images_in_a_line(void **state)
{
	struct doc_cell cells[] = { cell("가", 1, 1, false) };
	struct doc_row row = { cells, 1 };
	struct doc_block blocks[] = {
		{ .kind = DOC_IMAGE, .text = str_lit("구조"), .link = 1, .width = 640, .height = 480 },
		{ .kind = DOC_IMAGE, .text = str_lit("흐름"), .link = 2 },
		{ .text = str_lit("흐름"), .is_caption = true },
		{ .kind = DOC_TABLE, .rows = &row, .n_rows = 1 },
		{ .kind = DOC_IMAGE, .text = str_lit("표지"), .link = 2, .page = 1 },
		{ .text = str_lit("표"), .is_caption = true, .names_table = true },
		{ .kind = DOC_TABLE, .rows = &row, .n_rows = 1 },
		{ .kind = DOC_IMAGE, .text = str_lit("주소 없음"), .width = 8, .height = 8 },
		{ .text = str_lit("글") },
	};
	struct doc_link links[] = { { str_lit("https://img.example.com/a.png"), STR_NONE, true },
		{ str_lit("https://b.example/"), STR_NONE, true } };
	struct doc doc = doc_of(blocks, LEN(blocks));

	(void)state;
	doc.links = links;
	doc.n_links = LEN(links);
	check_opts(doc, (struct layout_opts){ .cols = 60, .has_refs = true },
		"[image 1] 구조 (img.example.com, 640×480)\n[image 2] (b.example)\n흐름\n가\n\n[image 2] 표지 [1] (b.example)\n\n표\n가\n\n"
		"[image] 주소 없음 (8×8)\n\n글\n");
}

/* The link of a run, its style, and the text, of all runs of all lines. */
static void
list_runs(struct buf *out, const struct layout *layout)
{
	for (size_t i = 0; i < layout->n; i++)
		for (uint32_t k = 0; k < layout->lines[i].n; k++) {
			const struct layout_run *run = &layout->lines[i].runs[k];

			(void)buf_printf(out, "%s%u.%u.%u:%.*s", k ? "/" : i ? "|" : "", run->role, run->style,
				run->link, STR(run->text));
		}
}

static void
layout_splits_spans_over_lines(void **state)
{
	/* 굵은 말(link 1, two styles) at 0, 링크 behind it */
	struct doc_span spans[] = {
		{ 0, strlen("굵은"), DOC_BOLD | DOC_LINK, 1, 0 },
		{ strlen("굵은"), strlen(" 말"), DOC_LINK, 1, 0 },
		{ strlen("굵은 말은 그 "), strlen("기울인 글씨"), DOC_ITALIC, 0, 0 },
	};
	struct doc_block block = { .text = str_lit("굵은 말은 그 기울인 글씨다"), .spans = spans, .n_spans = LEN(spans) };
	struct doc doc = doc_of(&block, 1);
	struct layout_opts opts = { .cols = 15, .has_refs = true };
	struct arena a = { 0 };
	struct layout layout;
	struct buf out = { 0 };

	(void)state;
	layout_doc(&a, &doc, &opts, &layout);
	list_runs(&out, &layout);
	assert_str(buf_str(&out), "0.257.1:굵은/0.256.1: 말/10.0.1:[1]/0.0.0:은 그|0.2.0:기울인 글씨/0.0.0:다");
	assert_int_equal(layout.lines[0].at, 0);
	assert_int_equal(layout.lines[1].at, strlen("굵은 말은 그 ")); /* in the block's text, without "[1]" */
	buf_free(&out);
	arena_free(&a);
}

static void
layout_keeps_the_number_of_a_link_off_an_address(void **state)
{
	struct doc_span span = { strlen("보기: "), strlen("https://a.example/b"), DOC_LINK, 1, 0 };
	struct doc_block block = { .text = str_lit("보기: https://a.example/b 끝"), .spans = &span, .n_spans = 1 };
	struct doc doc = doc_of(&block, 1);
	struct layout_opts opts = { .cols = 60, .has_refs = true };
	struct arena a = { 0 };
	struct layout layout;
	struct buf out = { 0 };

	(void)state;
	layout_doc(&a, &doc, &opts, &layout);
	print_text(&out, &layout);
	assert_str(buf_str(&out), "보기: https://a.example/b [1] 끝\n");
	buf_free(&out);
	arena_free(&a);
}

static void
layout_shows_what_cells_cannot_set(void **state)
{
	static const struct {
		const char *text;
		size_t at, n;
		uint16_t style;
		const char *want;
	} rows[] = {
		{ "x2 끝", 1, 1, DOC_SUP, "x² 끝\n" },
		{ "H2O", 1, 1, DOC_SUB, "H₂O\n" },
		{ "각주1)", 6, 2, DOC_SUP, "각주¹⁾\n" },
		{ "xab", 1, 1, DOC_SUP, "x^ab\n" },
		{ "xa+b", 1, 3, DOC_SUP, "x^(a+b)\n" },
		{ "xmax", 1, 3, DOC_SUB, "x_(max)\n" },
		{ "1st", 1, 2, DOC_SUP, "1st\n" },
		{ "말[3]", 3, 3, DOC_SUP, "말³\n" },
		{ "말[3][12]", 3, 7, DOC_SUP, "말³ ¹²\n" },
		{ "말[가]", 3, 5, DOC_SUP, "말[가]\n" },
		{ "말[3]", 3, 3, DOC_SUB, "말[3]\n" },
		{ "값 백 원", 4, 7, DOC_STRIKE, "값 ~~백 원~~\n" },
		{ "https://a.example/%EA%B0%80", 0, 27, DOC_LINK, "https://a.example/가 [1]\n" },
		{ "곳 %EA", 0, 7, DOC_LINK, "곳 %EA[1]\n" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct doc_span span = { (uint32_t)rows[i].at, (uint32_t)rows[i].n, rows[i].style, rows[i].style == DOC_LINK, 0 };
		struct doc_block block = { .text = str_of(rows[i].text), .spans = &span, .n_spans = 1 };

		check_opts(doc_of(&block, 1), (struct layout_opts){ .cols = 60, .has_refs = true }, rows[i].want);
	}
}

static void
layout_knows_its_place_behind_what_is_shown_otherwise(void **state)
{
	struct doc_span spans[] = { { strlen("가"), 1, DOC_SUP, 0, 0 }, { strlen("가1 "), strlen("나"), DOC_STRIKE, 0, 0 },
		{ strlen("가1 나"), strlen("다"), DOC_STRIKE | DOC_BOLD, 0, 0 } };
	struct doc_block block = { .text = str_lit("가1 나다 라마바사아자차 카"), .spans = spans, .n_spans = LEN(spans) };
	struct doc doc = doc_of(&block, 1);
	struct layout_opts opts = { .cols = 14 };
	struct arena a = { 0 };
	struct layout layout;
	struct buf out = { 0 };

	(void)state;
	layout_doc(&a, &doc, &opts, &layout);
	print_text(&out, &layout);
	assert_str(buf_str(&out), "가¹ ~~나다~~\n라마바사아자차\n카\n");
	assert_int_equal(layout.lines[1].at, strlen("가1 나다 "));
	assert_int_equal(layout.lines[2].at, strlen("가1 나다 라마바사아자차 "));
	buf_free(&out);
	arena_free(&a);
}

static void
layout_shows_hard_blanks_as_blanks(void **state)
{
	struct doc_block block = { .text = str_lit("오후\u00a03시\u2060에") };

	(void)state;
	check(&block, 1, 20, "오후 3시에\n");
}

static struct doc
sectioned(struct doc_block *blocks, struct doc_section *sections, size_t n_sections, size_t n)
{
	struct doc doc = doc_of(blocks, n);

	doc.sections = sections;
	doc.n_sections = n_sections;
	return doc;
}

static void
layout_folds_sections_and_finds_their_lines(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("머리말"), .section = -1 },
		{ .text = str_lit("첫째 절"), .section = 0, .is_section_head = true },
		{ .text = str_lit("속"), .section = 0 },
		{ .text = str_lit("안쪽 절"), .section = 1, .is_section_head = true },
		{ .text = str_lit("더 속"), .section = 1 },
		{ .kind = DOC_HEADING, .text = str_lit("둘째 절"), .section = 2, .is_section_head = true, .level = 4 },
		{ .text = str_lit("끝"), .section = 2 },
	};
	struct doc_section sections[] = {
		{ .level = 1, .block = 1, .end = 5 }, { .level = 2, .block = 3, .end = 5 }, { .level = 1,
			.block = 5, .end = 7 },
	};
	const bool folded[] = { true, false, false };
	struct doc doc = sectioned(blocks, sections, LEN(sections), LEN(blocks));
	struct layout_opts open = { .cols = 20 }, closed = { .cols = 20, .folded = folded };
	struct arena a = { 0 };
	struct layout layout;

	(void)state;
	check_opts(doc, closed, "머리말\n\n첫째 절\n\n둘째 절\n\n끝\n");
	layout_doc(&a, &doc, &closed, &layout);
	assert_int_equal(layout.section_line[0], 2);
	assert_true(layout.section_line[1] == SIZE_MAX);
	assert_int_equal(layout.section_line[2], 4);
	layout_doc(&a, &doc, &open, &layout);
	assert_int_equal(layout.section_line[1], 6);
	assert_int_equal(layout.lines[6].runs[0].role, LAYOUT_HEADING2);
	assert_int_equal(layout.lines[10].runs[0].role, LAYOUT_HEADING1); /* by its section, not h4 */
	assert_int_equal(layout.lines[10].block, 5);
	assert_true(layout.lines[9].block == UINT32_MAX);
	arena_free(&a);
}

static void
layout_draws_tables_as_grids(void **state)
{
	struct doc_cell head[] = { cell("이름", 1, 1, true), cell("설명", 1, 1, true) };
	struct doc_cell one[] = { cell("디스크", 1, 2, false), cell("SSD", 1, 1, false) };
	struct doc_cell two[] = { cell("HDD", 1, 1, false) };
	struct doc_cell all[] = { cell("두 칸에 걸친 글", 99, 1, false) };
	struct doc_row rows[] = { { head, 2 }, { one, 2 }, { two, 1 }, { all, 1 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	check(&block, 1, 40, "이름   │ 설명\n───────┼───────\n디스크 │ SSD\n       │ HDD\n두 칸에 걸친 글\n");
	width_set_ambiguous(2);
	check(&block, 1, 40, "이름   | 설명\n-------+-------\n디스크 | SSD\n       | HDD\n두 칸에 걸친 글\n");
	width_set_ambiguous(1);
}

static void
layout_keeps_lines_in_cells(void **state)
{
	struct doc_span mono[] = { { 0, 9, DOC_MONO, 0, 0 }, { 10, 19, DOC_MONO, 0, 0 } };
	struct doc_cell head[] = { cell("이름", 1, 1, true), cell("코드\n견본", 1, 1, true) };
	struct doc_cell one[] = { cell("• 가\n• 나", 1, 1, false), cell("def f(x):\n    return x * 100\n\n끝", 1, 1, false) };
	struct doc_cell two[] = { cell("다", 1, 1, false), cell("라", 1, 1, false) };
	struct doc_row rows[] = { { head, 2 }, { one, 2 }, { two, 2 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	one[1].spans = mono;
	one[1].n_spans = LEN(mono);
	check(&block, 1, 40, "이름 │ 코드\n     │ 견본\n─────┼───────────────────\n• 가 │ def f(x):\n• 나 │     return x * 100\n"
	                     "     │\n     │ 끝\n─────┼───────────────────\n다   │ 라\n");
	check(&block, 1, 24, "이름:\n  • 가\n  • 나\n코드 견본:\n  def f(x):\n      return x * 100\n\n  끝\n\n이름: 다\n코드 견본: 라\n");
}

static void
layout_puts_cells_on_their_side(void **state)
{
	struct doc_cell head[] = { cell("이름", 1, 1, true), cell("값", 1, 1, true), cell("뜻", 1, 1, true) };
	struct doc_cell one[] = { cell("가", 1, 1, false), cell("1,024", 1, 1, false), cell("가운데", 1, 1, false) };
	struct doc_cell two[] = { cell("나", 1, 1, false), cell("8", 1, 1, false), cell("점", 1, 1, false) };
	struct doc_row rows[] = { { head, 3 }, { one, 3 }, { two, 3 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	head[1].align = one[1].align = two[1].align = DOC_ALIGN_RIGHT;
	one[2].align = two[2].align = DOC_ALIGN_CENTER;
	check(&block, 1, 40, "이름 │    값 │ 뜻\n─────┼───────┼───────\n가   │ 1,024 │ 가운데\n나   │     8 │   점\n");
}

static void
layout_stops_rules_at_cells_of_several_rows(void **state)
{
	struct doc_cell head[] = { cell("종류", 1, 1, true), cell("크기", 1, 1, true), cell("설명", 1, 1, true) };
	struct doc_cell one[] = { cell("느린 디스크", 1, 2, false), cell("1", 1, 1, false),
		cell("오래 걸리는 일을 맡긴다", 1, 1, false) };
	struct doc_cell two[] = { cell("둘을 합친 칸", 2, 1, false) };
	struct doc_cell three[] = { cell("빠른", 1, 1, false), cell("2", 1, 1, false), cell("끝", 1, 1, false) };
	struct doc_row rows[] = { { head, 3 }, { one, 3 }, { two, 1 }, { three, 3 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	check(&block, 1, 42,
		"종류        │ 크기 │ 설명\n"
		"────────────┼──────┼──────────────────────\n"
		"느린 디스크 │ 1    │ 오래 걸리는 일을\n"
		"            │      │ 맡긴다\n"
		"            ├──────┴──────────────────────\n"
		"            │ 둘을 합친 칸\n"
		"────────────┼──────┬──────────────────────\n"
		"빠른        │ 2    │ 끝\n");
}

static void
layout_repeats_the_header_of_a_long_table(void **state)
{
	enum { ROWS = 70 };
	struct doc_cell cells[ROWS][2];
	struct doc_row rows[ROWS];
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = ROWS };
	struct doc doc = doc_of(&block, 1);
	struct layout_opts opts = { .cols = 30 };
	struct buf out = { 0 };
	struct str text, line;
	int heads = 0, lines = 0, since = 0;

	(void)state;
	for (int i = 0; i < ROWS; i++) {
		cells[i][0] = cell(i ? "가" : "이름", 1, 1, !i);
		cells[i][1] = cell(i ? "나" : "값", 1, 1, !i);
		rows[i] = (struct doc_row){ cells[i], 2 };
	}
	lay_out(&out, &doc, &opts);
	text = buf_str(&out);
	for (; str_line(&text, &line); lines++) {
		since = str_starts(line, "이름") ? 0 : since + 1;
		heads += !since;
		assert_true(since < 40);
	}
	assert_int_equal(heads, 3);
	assert_int_equal(lines, ROWS + 1 + 2 * 3);
	buf_free(&out);
}

static void
layout_wraps_cells_of_wide_tables(void **state)
{
	struct doc_cell head[] = { cell("값", 1, 1, true), cell("설명", 1, 1, true) };
	struct doc_cell one[] = { cell("16 GB", 1, 1, false), cell("서버의 주 기억 장치로 쓰는 것", 1, 1, false) };
	struct doc_cell two[] = { cell("", 1, 1, false), cell("없음", 1, 1, false) };
	struct doc_row rows[] = { { head, 2 }, { one, 2 }, { two, 2 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	check(&block, 1, 33,
		"값    │ 설명\n──────┼──────────────────────────\n16 GB │ 서버의 주 기억 장치로\n"
		"      │ 쓰는 것\n──────┼──────────────────────────\n      │ 없음\n");
}

static void
layout_keeps_narrow_columns_of_short_cells(void **state)
{
	struct doc_cell head[] = { cell("시각", 1, 1, true), cell("기다리는 스레드", 1, 1, true), cell("쓰는 커넥션", 1, 1, true) };
	struct doc_cell one[] = { cell("04:00", 1, 1, false), cell("0", 1, 1, false), cell("11", 1, 1, false) };
	struct doc_cell none[] = { cell("", 1, 1, false), cell("", 2, 1, false) };
	struct doc_cell two[] = { cell("04:10", 1, 1, false), cell("3", 1, 1, false), cell("30", 1, 1, false) };
	struct doc_row rows[] = { { head, 3 }, { one, 3 }, { none, 2 }, { two, 3 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	check(&block, 1, 30, "시각  │ 기다리는  │ 쓰는\n      │ 스레드    │ 커넥션\n──────┼───────────┼──────────\n04:00 │ 0         │ 11\n"
		"04:10 │ 3         │ 30\n");
}

static void
layout_turns_tables_without_room_into_records(void **state)
{
	struct doc_cell head[] = { cell("이름", 1, 1, true), cell("설명 글", 1, 1, true), cell("값", 1, 1, true) };
	struct doc_cell one[] = { cell("첫째 서버", 1, 2, false), cell("아주 긴 설명", 1, 1, false), cell("3 TB 디스크", 1,
		1, false) };
	struct doc_cell two[] = { cell("다른 설명", 1, 1, false), cell("", 1, 1, false) };
	struct doc_row rows[] = { { head, 3 }, { one, 3 }, { two, 2 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	check(&block, 1, 20, "이름: 첫째 서버\n설명 글: 아주 긴\n  설명\n값: 3 TB 디스크\n\n이름: 첫째 서버\n설명 글: 다른 설명\n");
}

/* Whole, or as far as its text goes in columns that are read; code is no narrower for that. */
static void
layout_leaves_wide_tables_whole_where_they_scroll(void **state)
{
	struct doc_cell head[] = { cell("이름", 1, 1, true), cell("설명 글", 1, 1, true), cell("값", 1, 1, true) };
	struct doc_cell one[] = { cell("서버", 1, 1, false), cell("아주 긴 설명이 한 줄에", 1, 1, false), cell("3 TB 디스크", 1, 1, false) };
	struct doc_row rows[] = { { head, 3 }, { one, 3 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };
	struct doc doc = { .blocks = &block, .n = 1 };
	struct layout_opts opts = { .cols = 24, .has_wide_tables = true };
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct layout layout;

	(void)state;
	lay_out(&out, &doc, &opts);
	assert_str(buf_str(&out), "이름 │ 설명 글                │ 값\n─────┼────────────────────────┼────────────\n서버 │ 아주 긴 설명이 한 줄에 │ 3 TB 디스크\n");
	layout_doc(&a, &doc, &opts, &layout);
	for (size_t i = 0; i < layout.n; i++) {
		assert_int_equal(layout.lines[i].over, 43 - 24);
		assert_int_equal(layout.lines[i].front, 6); /* the first column stays, with its rule */
	}
	opts.cols = 60; /* nothing to scroll */
	layout_doc(&a, &doc, &opts, &layout);
	assert_int_equal(layout.lines[0].over, 0);
	buf_free(&out);
	arena_free(&a);
}

static void
layout_pairs_a_table_of_two_columns_without_a_header(void **state)
{
	struct doc_cell one[] = { cell("주 기억 장치", 1, 1, false), cell("열여섯 기가바이트", 1, 1, false) };
	struct doc_cell two[] = { cell("보조 기억", 1, 1, false), cell("", 1, 1, false) };
	struct doc_cell three[] = { cell("처리 장치", 1, 1, false), cell("여덟", 1, 1, false) };
	struct doc_row rows[] = { { one, 2 }, { two, 2 }, { three, 2 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	check(&block, 1, 20, "주 기억 장치: 열여섯\n  기가바이트\n처리 장치: 여덟\n");
}

static void
layout_takes_bold_letters_for_a_header(void **state)
{
	struct doc_span name = { 0, strlen("이름"), DOC_BOLD, 0, 0 }, value = { 0, strlen("값"), DOC_BOLD, 0, 0 };
	struct doc_cell head[] = { cell("이름", 1, 1, false), cell("값", 1, 1, false) };
	struct doc_cell one[] = { cell("가", 1, 1, false), cell("나", 1, 1, false) };
	struct doc_row rows[] = { { head, 2 }, { one, 2 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	check(&block, 1, 20, "이름 │ 값\n가   │ 나\n");
	head[0].spans = &name;
	head[1].spans = &value;
	head[0].n_spans = head[1].n_spans = 1;
	check(&block, 1, 20, "이름 │ 값\n─────┼───\n가   │ 나\n");
}

/* Two bold letters. */
static struct doc_cell
bold(const char *text)
{
	static struct doc_span all = { 0, sizeof "가나" - 1, DOC_BOLD, 0, 0 };
	struct doc_cell ret = cell(text, 1, 1, false);

	ret.spans = &all;
	ret.n_spans = 1;
	return ret;
}

static void
layout_takes_bold_letters_for_no_header_where_all_are_bold(void **state)
{
	struct doc_cell fares[] = { bold("차비"), bold("십원") }, meals[] = { bold("식비"), bold("백원") };
	struct doc_cell note[] = { cell("거의 다 밥값", 2, 1, false) };
	struct doc_cell item[] = { cell("묵은", 1, 1, false), cell("날", 1, 1, false) };
	struct doc_row pairs[] = { { fares, 2 }, { note, 1 }, { meals, 2 } };
	struct doc_row total[] = { { fares, 2 }, { item, 2 }, { meals, 2 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = pairs, .n_rows = LEN(pairs) };

	(void)state;
	check(&block, 1, 20, "차비 │ 십원\n거의 다 밥값\n식비 │ 백원\n");
	block.rows = total;
	check(&block, 1, 20, "차비 │ 십원\n─────┼─────\n묵은 │ 날\n식비 │ 백원\n");
}

static void
layout_leaves_room_at_any_depth(void **state)
{
	char nest[300] = { 0 };
	struct doc_block block = { .text = str_lit("깊은 곳의 글"), .quote = 45, .list = 255, .is_item = true,
		.nest = str_new(nest, sizeof nest) };
	struct buf out = { 0 };
	struct doc doc = doc_of(&block, 1);
	struct layout_opts opts = { .cols = 10 };

	(void)state;
	memset(nest, 'q', 45);
	memset(nest + 45, 'l', 255);
	lay_out(&out, &doc, &opts);
	assert_true(str_has(buf_str(&out), "깊은"));
	buf_free(&out);
}

static uint32_t
next_random(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

/* A block of any kind; spans and rows have room for what it takes. */
static struct doc_block
random_block(uint32_t *seed, struct doc_span *spans, struct doc_row *row)
{
	static const char *const texts[] = { "", "글", "서버를 옮기고 나서 남긴 긴 기록", "https://a.example/b/c?d=e",
		"한\u00a0칸 (괄호) — “따옴”", "extraordinarily-long-identifier_name", "1. 번호", "\U0001f600\U0001f1f0\U0001f1f7" };
	struct doc_block b = {
		.kind = (enum doc_kind)next_random(seed, DOC_TABLE + 1),
		.text = str_of(texts[next_random(seed, LEN(texts))]),
		.quote = (uint8_t)next_random(seed, 5),
		.list = (uint8_t)next_random(seed, 6),
		.is_item = next_random(seed, 2),
		.is_ordered = next_random(seed, 2),
		.number = (int)next_random(seed, 2000),
		.is_term = !next_random(seed, 8),
		.is_continued = !next_random(seed, 4),
		.section = -1,
	};

	b.list_id = b.list ? 1 + next_random(seed, 3) : 0;
	b.nest = nest_of(&b);
	for (size_t i = 0; i < row->n; i++)
		row->cells[i] = cell(texts[next_random(seed, LEN(texts))], (int)next_random(seed, 4), (int)next_random(seed, 4),
			next_random(seed, 2));
	b.rows = row;
	b.n_rows = b.kind == DOC_TABLE;
	spans[0] = (struct doc_span){ 0, (uint32_t)b.text.n, DOC_BOLD, 0, 0 };
	b.spans = spans;
	b.n_spans = b.text.n > 0;
	return b;
}

static void
layout_keeps_to_the_width_whatever_the_blocks(void **state)
{
	enum { BLOCKS = 12, CELLS = 7 };
	uint32_t seed = 11;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct doc_block blocks[BLOCKS];
		struct doc_span spans[BLOCKS];
		struct doc_cell cells[BLOCKS][CELLS];
		struct doc_row rows[BLOCKS];
		struct layout_opts opts = { .cols = 10 + (int)next_random(&seed, 60), .has_refs = true };
		struct doc doc = { .blocks = blocks, .n = BLOCKS };
		struct buf out = { 0 };

		for (size_t i = 0; i < BLOCKS; i++) {
			rows[i] = (struct doc_row){ cells[i], next_random(&seed, CELLS) };
			blocks[i] = random_block(&seed, &spans[i], &rows[i]);
		}
		width_set_ambiguous(1 + round % 2);
		opts.wrap = round % 3 ? WRAP_WORD : WRAP_SYLLABLE;
		lay_out(&out, &doc, &opts);
		buf_free(&out);
	}
	width_set_ambiguous(1);
}

/* A picture's rows stand behind its caption, beside what is in front of it, and are places behind its text. */
static void
pictures_have_rows_of_their_own(void **state)
{
	struct doc_link links[] = { { str_lit("https://a.example/p.png"), str_lit("구조"), true } };
	struct doc_block blocks[] = {
		{ .kind = DOC_IMAGE, .text = str_lit("구조"), .link = 1, .quote = 1 },
		{ .kind = DOC_PARA, .text = str_lit("뒤") },
	};
	const uint16_t rows[] = { 2, 0 };
	struct doc doc = doc_of(blocks, 2);
	struct layout_opts opts = { .cols = 40, .pictures = rows };
	struct arena a = { 0 };
	struct layout layout;

	(void)state;
	doc.links = links;
	doc.n_links = 1;
	check_opts(doc, opts, "│ [image 1] 구조 (a.example)\n│\n│\n\n뒤\n");
	layout_doc(&a, &doc, &opts, &layout);
	assert_int_equal(layout.lines[0].picture, 0);
	for (uint32_t i = 1; i <= 2; i++) {
		assert_int_equal(layout.lines[i].picture, i);
		assert_int_equal(layout.lines[i].block, 0);
		assert_int_equal(layout.lines[i].at, blocks[0].text.n + i);
	}
	assert_int_equal(layout.lines[4].picture, 0);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(layout_separates_blocks_by_a_blank_line),
		cmocka_unit_test(layout_hangs_list_items_on_their_markers),
		cmocka_unit_test(layout_aligns_numbers_to_the_right),
		cmocka_unit_test(layout_counts_as_the_list_says),
		cmocka_unit_test(layout_sets_terms_above_their_details),
		cmocka_unit_test(layout_draws_a_bar_for_each_quote),
		cmocka_unit_test(layout_puts_bars_where_the_quote_begins),
		cmocka_unit_test(layout_ends_a_bar_with_its_quote),
		cmocka_unit_test(layout_keeps_details_of_a_term_together),
		cmocka_unit_test(layout_counts_below_zero),
		cmocka_unit_test(layout_shows_details_below_their_summary),
		cmocka_unit_test(layout_never_breaks_code),
		cmocka_unit_test(layout_tells_code_from_code_above),
		cmocka_unit_test(layout_tells_of_images_in_a_line),
		cmocka_unit_test(layout_splits_spans_over_lines),
		cmocka_unit_test(layout_keeps_the_number_of_a_link_off_an_address),
		cmocka_unit_test(layout_shows_what_cells_cannot_set),
		cmocka_unit_test(layout_knows_its_place_behind_what_is_shown_otherwise),
		cmocka_unit_test(layout_shows_hard_blanks_as_blanks),
		cmocka_unit_test(layout_folds_sections_and_finds_their_lines),
		cmocka_unit_test(layout_draws_tables_as_grids),
		cmocka_unit_test(layout_keeps_lines_in_cells),
		cmocka_unit_test(layout_puts_cells_on_their_side),
		cmocka_unit_test(layout_stops_rules_at_cells_of_several_rows),
		cmocka_unit_test(layout_repeats_the_header_of_a_long_table),
		cmocka_unit_test(layout_pairs_a_table_of_two_columns_without_a_header),
		cmocka_unit_test(layout_takes_bold_letters_for_a_header),
		cmocka_unit_test(layout_takes_bold_letters_for_no_header_where_all_are_bold),
		cmocka_unit_test(layout_wraps_cells_of_wide_tables),
		cmocka_unit_test(layout_keeps_narrow_columns_of_short_cells),
		cmocka_unit_test(layout_leaves_wide_tables_whole_where_they_scroll),
		cmocka_unit_test(layout_turns_tables_without_room_into_records),
		cmocka_unit_test(layout_leaves_room_at_any_depth),
		cmocka_unit_test(layout_keeps_to_the_width_whatever_the_blocks),
		cmocka_unit_test(pictures_have_rows_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
