#include "arena_fixture.h"

#include "base/buf.h"
#include "html/doc_read.h"

static struct doc doc;

static int
read_body(const char *body)
{
	struct err err = { 0 };

	arena_reset(&arena);
	return doc_read(&arena, arena_printf(&arena, "<article>%s</article>", body), &doc, &err);
}

static void
paragraphs_become_blocks_with_spans(void **state)
{
	(void)state;
	assert_int_equal(read_body("<p>서버 <b>설정 <i>파일</i></b>을  고친다</p>\n<p>끝</p>"), 0);
	assert_int_equal(doc.n, 2);
	assert_str(doc.blocks[0].text, "서버 설정 파일을 고친다");
	assert_int_equal(doc.blocks[0].n_spans, 2);
	assert_int_equal(doc.blocks[0].spans[0].style, DOC_BOLD);
	assert_str(str_sub(doc.blocks[0].text, doc.blocks[0].spans[1].at, doc.blocks[0].spans[1].at + doc.blocks[0].spans[1].n), "파일");
	assert_int_equal(doc.blocks[0].spans[1].style, DOC_BOLD | DOC_ITALIC);
	assert_false(doc.blocks[0].is_bold);
	assert_int_equal(doc.blocks[0].section, -1);
	assert_str(doc.blocks[1].text, "끝");
}

static void
a_paragraph_is_bold_when_all_of_it_is(void **state)
{
	(void)state;
	assert_int_equal(read_body("<p><b>1. 준비물</b> </p><p><b>가</b>나</p>"), 0);
	assert_true(doc.blocks[0].is_bold);
	assert_int_equal(doc.blocks[0].text.n, strlen("1. 준비물"));
	assert_false(doc.blocks[1].is_bold);
}

static void
hints_are_taken_from_attributes(void **state)
{
	(void)state;
	assert_int_equal(read_body("<p data-size=\"18.7\">크게</p><p></p><p data-blank=\"1\" data-hashes=\"2\">제목</p><p>글</p>"), 0);
	assert_int_equal(doc.n, 3);
	assert_true(doc.blocks[0].size > 18.6f && doc.blocks[0].size < 18.8f);
	assert_false(doc.blocks[0].has_blank_before);
	assert_true(doc.blocks[1].has_blank_before);
	assert_int_equal(doc.blocks[1].hashes, 2);
	assert_false(doc.blocks[2].has_blank_before);
	assert_int_equal(doc.blocks[2].hashes, 0);
}

static void
breaks_make_lines_of_one_paragraph(void **state)
{
	(void)state;
	assert_int_equal(read_body("<p>하나<br/>둘<br/><br/>셋</p><p>넷</p><h2>긴<br/>제목</h2>"), 0);
	assert_int_equal(doc.n, 5);
	assert_str(doc.blocks[1].text, "둘");
	assert_true(doc.blocks[1].is_continued);
	assert_true(doc.blocks[2].has_blank_before);
	assert_false(doc.blocks[2].is_continued);
	assert_false(doc.blocks[3].is_continued);
	assert_str(doc.blocks[4].text, "긴 제목");
	assert_int_equal(doc.blocks[4].level, 2);
}

static void
lists_keep_depth_and_numbers(void **state)
{
	(void)state;
	assert_int_equal(read_body("<ol start=\"3\"><li>셋<ul><li>안<p>더</p></li></ul></li><li>넷</li></ol><p>밖</p>"), 0);
	assert_int_equal(doc.n, 5);
	assert_true(doc.blocks[0].is_item && doc.blocks[0].is_ordered);
	assert_int_equal(doc.blocks[0].number, 3);
	assert_int_equal(doc.blocks[0].list, 1);
	assert_int_equal(doc.blocks[1].list, 2);
	assert_false(doc.blocks[1].is_ordered);
	assert_false(doc.blocks[2].is_item);
	assert_int_equal(doc.blocks[2].list, 2);
	assert_int_equal(doc.blocks[3].number, 4);
	assert_int_equal(doc.blocks[4].list, 0);
}

static void
definition_lists_have_terms(void **state)
{
	(void)state;
	assert_int_equal(read_body("<dl><dt>큐</dt><dd>줄</dd></dl>"), 0);
	assert_true(doc.blocks[0].is_term);
	assert_false(doc.blocks[1].is_term);
	assert_int_equal(doc.blocks[1].list, 1);
}

static void
code_keeps_its_lines(void **state)
{
	(void)state;
	assert_int_equal(read_body("<blockquote><pre data-lang=\"c\">\nint i;\n  i++;\n</pre></blockquote><p>a  b</p>"), 0);
	assert_int_equal(doc.blocks[0].kind, DOC_CODE);
	assert_str(doc.blocks[0].text, "int i;\n  i++;");
	assert_str(doc.blocks[0].lang, "c");
	assert_int_equal(doc.blocks[0].quote, 1);
	assert_str(doc.blocks[1].text, "a b");
}

static void
tables_become_rows_of_cells(void **state)
{
	const struct doc_block *table;

	(void)state;
	assert_int_equal(read_body("<table><caption>표</caption><tr><th colspan=\"2\">이름</th></tr>"
	    "<tr><td><p>가</p><p>나</p></td><td><b>2</b></td></tr></table><p>뒤</p>"), 0);
	assert_int_equal(doc.n, 3);
	assert_true(doc.blocks[0].is_caption && doc.blocks[0].names_table);
	table = &doc.blocks[1];
	assert_int_equal(table->kind, DOC_TABLE);
	assert_int_equal(table->n_rows, 2);
	assert_int_equal(table->rows[0].cells[0].colspan, 2);
	assert_true(table->rows[0].cells[0].is_header);
	assert_str(table->rows[1].cells[0].text, "가\n나");
	assert_int_equal(table->rows[1].cells[1].n_spans, 1);
	assert_int_equal(table->rows[1].cells[1].spans[0].style, DOC_BOLD);
}

static void
links_and_images_are_numbered(void **state)
{
	(void)state;
	assert_int_equal(read_body("<p>보라 <a href=\"https://example.org/a\">여기 <b>글</b></a>.</p>"
	    "<figure><img src=\"https://example.org/x.png\" alt=\"그림 하나\"/><figcaption>설명</figcaption></figure>"), 0);
	assert_int_equal(doc.n_links, 2);
	assert_str(doc.links[0].url, "https://example.org/a");
	assert_str(doc.links[0].text, "여기 글");
	assert_int_equal(doc.blocks[0].spans[0].link, 1);
	assert_int_equal(doc.blocks[0].spans[1].style, DOC_LINK | DOC_BOLD);
	assert_int_equal(doc.blocks[1].kind, DOC_IMAGE);
	assert_str(doc.blocks[1].text, "그림 하나");
	assert_int_equal(doc.blocks[1].link, 2);
	assert_true(doc.links[1].is_image);
	assert_true(doc.blocks[2].is_caption && !doc.blocks[2].names_table);
}

static void
lists_say_which_they_are_and_how_they_count(void **state)
{
	(void)state;
	assert_int_equal(read_body("<ol type=\"a\"><li value=\"7\">가<ul><li>나</li></ul></li><li>다</li></ol><dl><dt>라</dt><dd>마</dd></dl>"), 0);
	assert_int_equal(doc.n, 5);
	assert_int_equal(doc.blocks[0].number, 7);
	assert_int_equal(doc.blocks[0].numbering, 'a');
	assert_int_equal(doc.blocks[0].list_id, 1);
	assert_int_equal(doc.blocks[1].numbering, 0);
	assert_int_equal(doc.blocks[1].list_id, 2);
	assert_int_equal(doc.blocks[2].number, 8);
	assert_int_equal(doc.blocks[2].list_id, 1);
	assert_int_equal(doc.blocks[3].list_id, 3);
	assert_int_equal(doc.blocks[4].list_id, 3);
}

static void
details_have_a_summary(void **state)
{
	(void)state;
	assert_int_equal(read_body("<details><summary>더 보기</summary><p>속</p><details><p>더 속</p></details></details><p>밖</p>"), 0);
	assert_int_equal(doc.n, 5);
	assert_int_equal(doc.blocks[0].details, 1);
	assert_true(doc.blocks[0].is_summary);
	assert_int_equal(doc.blocks[1].details, 1);
	assert_false(doc.blocks[1].is_summary);
	assert_str(doc.blocks[2].text, "Details");
	assert_true(doc.blocks[2].is_summary);
	assert_int_equal(doc.blocks[2].details, 2);
	assert_false(doc.blocks[3].is_summary);
	assert_int_equal(doc.blocks[4].details, 0);
	assert_int_equal(read_body("<details>가<summary>늦은 말</summary></details><ul><details><b>나</b></details></ul>"), 0);
	assert_int_equal(doc.n, 5);
	assert_true(doc.blocks[0].is_summary && doc.blocks[3].is_summary);
	assert_false(doc.blocks[2].is_summary);
}

static void
cells_have_lines(void **state)
{
	const struct doc_cell *cells;

	(void)state;
	assert_int_equal(read_body("<table><tr><td>가 <b>나 </b><br/> 다<br/><br/></td>"
	    "<td>앞<pre>  a {\n\n    b\n  }</pre><br/>뒤</td><td><pre>  x\ny\n</pre></td></tr></table>"), 0);
	cells = doc.blocks[0].rows[0].cells;
	assert_str(cells[0].text, "가 나\n다");
	assert_int_equal(cells[0].spans[0].n, strlen("나"));
	assert_str(cells[1].text, "앞\n  a {\n\n    b\n  }\n뒤");
	assert_int_equal(cells[1].n_spans, 3);
	assert_int_equal(cells[1].spans[1].style, DOC_MONO);
	assert_int_equal(cells[1].spans[1].n, strlen("    b"));
	assert_str(cells[2].text, "  x\ny");
}

static void
cells_have_a_side_and_images_a_size(void **state)
{
	(void)state;
	assert_int_equal(read_body("<table><tr><td data-align=\"right\">1</td><td data-align=\"center\">2</td><td>3</td></tr></table>"
		"<img alt=\"가\" width=\"640\" height=\"x\"/><p><kbd>나</kbd></p>"), 0);
	assert_int_equal(doc.blocks[0].rows[0].cells[0].align, DOC_ALIGN_RIGHT);
	assert_int_equal(doc.blocks[0].rows[0].cells[1].align, DOC_ALIGN_CENTER);
	assert_int_equal(doc.blocks[0].rows[0].cells[2].align, DOC_ALIGN_LEFT);
	assert_int_equal(doc.blocks[1].width, 640);
	assert_int_equal(doc.blocks[1].height, 0);
	assert_int_equal(doc.blocks[2].spans[0].style, DOC_MONO | DOC_KBD);
}

static void
what_is_outside_the_subset_is_refused(void **state)
{
	static const char *const bad[] = {
		"<script>x</script>", "<p onclick=\"x\">a</p>", "<p style=\"a\">a</p>", "<a href=\"javascript:x\">a</a>",
		"<img src=\"file:///etc/passwd\"/>", "<p>a", "<p>a</b></p>", "<li>a</li>", "<td>a</td>", "<article/>",
		"&nbsp;", "<p>\x01</p>", "<p>\xff</p>", "<ul href=\"https://example.org/\"/>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(read_body(bad[i]), -1);
	assert_int_equal(doc_read(&arena, str_lit("<p>x</p>"), &doc, NULL), -1);
	assert_int_equal(doc_read(&arena, str_lit(""), &doc, NULL), -1);
	assert_int_equal(doc_read(&arena, str_lit("<!DOCTYPE a [<!ENTITY b \"c\">]><article>&b;</article>"), &doc, NULL), -1);
}

/* What is written otherwise than tidy does is read all the same, as the same. */
static void
other_ways_to_write_are_the_same(void **state)
{
	static const char *const ways[] = {
		"<p>가 &lt;&amp;&gt; &quot;나&quot;</p><a href=\"https://example.org/?a=1&amp;b=2\">다</a>",
		"<p >가 &#60;&amp;&#x3e; \"나\"</p><a  href='https://example.org/?a=1&#38;b=2'>다</a >",
		"<!-- x --><p>가 <![CDATA[<&>]]> &#34;나&quot;</p><a href=\"https://example.org/?a=1&#38;b=2\">다</a>",
		"<p>가\r\n&lt;&amp;&gt;\n\"나\"</p>\n<a\nhref=\"https://example.org/?a=1&amp;b=2\">다</a>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		assert_int_equal(read_body(ways[i]), 0);
		assert_int_equal(doc.n, 2);
		assert_true(str_is(doc.blocks[0].text, "가 <&> \"나\""));
		assert_true(str_is(doc.links[0].url, "https://example.org/?a=1&b=2"));
		assert_true(str_is(doc.links[0].text, "다"));
	}
}

static void
what_is_not_well_formed_is_refused(void **state)
{
	static const char *const bad[] = {
		"<p>a]]>b</p>", "<p>a<p/>", "<p data-blank=\"1\" data-blank=\"1\">a</p>", "<p data-blank=1>a</p>", "<p data-blank>a</p>",
		"<p>a</P>", "<1>a</1>", "<p>a &</p>", "<p>a & b</p>", "<p>\xef\xbf\xbf</p>", "<p>\xed\xa0\x80</p>", "</article><article>", "</article>a",
		"<p", "<p>a</p", "<p data-blank=\"1", "<p data-blank=\"<\">a</p>", "< p>a</p>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (read_body(bad[i]) == 0)
			fail_msg("%s", bad[i]);
	assert_int_equal(doc_read(&arena, str_lit("a<article>b</article>"), &doc, NULL), -1);
	assert_int_equal(doc_read(&arena, str_lit(" <article><p>b</p></article>\n"), &doc, NULL), 0);
}

static void
an_error_says_where(void **state)
{
	struct err err = { 0 };

	(void)state;
	assert_int_equal(doc_read(&arena, str_lit("<article>\n<video/></article>"), &doc, &err), -1);
	assert_int_equal(err.code, ERR_FORMAT);
	assert_non_null(strstr(err.text, "video"));
	assert_non_null(strstr(err.text, "2"));
}

static void
depth_has_an_end(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_puts(&b, "<article>");
	for (int i = 0; i < 100000; i++)
		buf_puts(&b, "<blockquote>");
	assert_int_equal(doc_read(&arena, buf_str(&b), &doc, NULL), -1);
	buf_free(&b);
}

static void
invisible_characters_do_not_come_through(void **state)
{
	(void)state;
	assert_int_equal(read_body("<p>a&#x202e;b&#x200b;c</p>"), 0);
	assert_str(doc.blocks[0].text, "abc");
}

static void
plain_text_becomes_paragraphs(void **state)
{
	(void)state;
	arena_reset(&arena);
	doc_read_text(&arena, str_lit("첫 줄\r\n\r\n## 제목\n----\n앞 **‘굵게’**는 뒤\n**남은 별\n__전부__\n#태그"), &doc);
	assert_int_equal(doc.n, 7);
	assert_str(doc.blocks[1].text, "제목");
	assert_int_equal(doc.blocks[1].hashes, 2);
	assert_true(doc.blocks[1].has_blank_before);
	assert_int_equal(doc.blocks[2].kind, DOC_RULE);
	assert_str(doc.blocks[3].text, "앞 ‘굵게’는 뒤");
	assert_int_equal(doc.blocks[3].spans[0].style, DOC_BOLD);
	assert_int_equal(doc.blocks[3].spans[0].n, strlen("‘굵게’"));
	assert_str(doc.blocks[4].text, "남은 별");
	assert_true(doc.blocks[5].is_bold);
	assert_str(doc.blocks[6].text, "#태그");
	assert_int_equal(doc.blocks[6].hashes, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_become_blocks_with_spans),
		cmocka_unit_test(a_paragraph_is_bold_when_all_of_it_is),
		cmocka_unit_test(hints_are_taken_from_attributes),
		cmocka_unit_test(breaks_make_lines_of_one_paragraph),
		cmocka_unit_test(lists_keep_depth_and_numbers),
		cmocka_unit_test(definition_lists_have_terms),
		cmocka_unit_test(code_keeps_its_lines),
		cmocka_unit_test(tables_become_rows_of_cells),
		cmocka_unit_test(links_and_images_are_numbered),
		cmocka_unit_test(lists_say_which_they_are_and_how_they_count),
		cmocka_unit_test(details_have_a_summary),
		cmocka_unit_test(cells_have_lines),
		cmocka_unit_test(cells_have_a_side_and_images_a_size),
		cmocka_unit_test(what_is_outside_the_subset_is_refused),
		cmocka_unit_test(other_ways_to_write_are_the_same),
		cmocka_unit_test(what_is_not_well_formed_is_refused),
		cmocka_unit_test(an_error_says_where),
		cmocka_unit_test(depth_has_an_end),
		cmocka_unit_test(invisible_characters_do_not_come_through),
		cmocka_unit_test(plain_text_becomes_paragraphs),
	};

	return cmocka_run_group_tests(tests, NULL, empty_arena);
}
