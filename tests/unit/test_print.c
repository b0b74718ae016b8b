#include "unit.h"

#include "html/doc_read.h"
#include "html/print.h"

#define LEN(array) (sizeof(array) / sizeof *(array))

/* As it is without a title above. */
static void
print_markdown_alone(struct buf *out, const struct doc *doc, size_t from, size_t to)
{
	print_markdown(out, doc, from, to, 1);
}

static void
print_html_page(struct buf *out, const struct doc *doc, size_t from, size_t to)
{
	print_html(out, doc, from, to, PRINT_HTML_PAGE, "");
}

typedef void print_fn(struct buf *out, const struct doc *doc, size_t from, size_t to);

static void
check(print_fn *print, struct doc doc, const char *want)
{
	struct buf out = { 0 };

	print(&out, &doc, 0, doc.n);
	assert_str(buf_str(&out), want);
	buf_free(&out);
}

static struct doc
doc_of(struct doc_block *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!blocks[i].is_section_head)
			blocks[i].section = -1;
	return (struct doc){ .blocks = blocks, .n = n };
}

static struct doc
doc_of_text(struct doc_block *block, const char *text, struct doc_span *spans, size_t n_spans)
{
	static struct doc_link links[] = { { STR_INIT("https://a.example/x?a=1&b=(2)"), STR_NONE, false } };
	struct doc doc;

	*block = (struct doc_block){ .text = str_of(text), .spans = spans, .n_spans = n_spans };
	doc = doc_of(block, 1);
	doc.links = links;
	doc.n_links = LEN(links);
	return doc;
}

static void
check_text(const char *text, const char *markdown, const char *html)
{
	struct doc_block block;

	check(print_markdown_alone, doc_of_text(&block, text, NULL, 0), markdown);
	check(print_html_page, doc_of_text(&block, text, NULL, 0), html);
}

static void
print_escapes_what_would_be_a_mark(void **state)
{
	(void)state;
	check_text("별 * 둘 `셋` [넷] \\", "별 \\* 둘 \\`셋\\` \\[넷\\] \\\\\n", "<p>별 * 둘 `셋` [넷] \\</p>\n");
	check_text("<b> 3 < 4 &amp; R&D & x", "\\<b> 3 < 4 \\&amp; R&D & x\n",
		"<p>&lt;b&gt; 3 &lt; 4 &amp;amp; R&amp;D &amp; x</p>\n");
	check_text("snake_case _밑줄_ ~~끝~~", "snake_case \\_밑줄\\_ \\~\\~끝\\~\\~\n", "<p>snake_case _밑줄_ ~~끝~~</p>\n");
	check_text("# 아님", "\\# 아님\n", "<p># 아님</p>\n");
	check_text("- 아님", "\\- 아님\n", "<p>- 아님</p>\n");
	check_text("12) 아님", "12\\) 아님\n", "<p>12) 아님</p>\n");
	check_text("2025년", "2025년\n", "<p>2025년</p>\n");
}

static void
print_marks_styles_so_that_they_close(void **state)
{
	struct doc_block block;
	struct doc_span bold[] = { { strlen("이 "), strlen("굵은"), DOC_BOLD, 0, 0 } };
	struct doc_span quoted[] = { { 0, strlen("‘소식’"), DOC_BOLD, 0, 0 } };
	struct doc_span both[] = { { 0, strlen("굵"), DOC_BOLD, 0, 0 }, { strlen("굵"), strlen("은"),
		DOC_BOLD | DOC_ITALIC, 0, 0 } };
	struct doc_span code[] = { { strlen("명령 "), strlen("a`b*"), DOC_MONO, 0, 0 } };
	struct doc_span high[] = { { 1, 1, DOC_SUP, 0, 0 } };

	(void)state;
	check(print_markdown_alone, doc_of_text(&block, "이 굵은 말", bold, 1), "이 **굵은** 말\n");
	check(print_markdown_alone, doc_of_text(&block, "‘소식’은 끝", quoted, 1), "<strong>‘소식’</strong>은 끝\n");
	check(print_markdown_alone, doc_of_text(&block, "굵은 말", both, 2),
		"<strong>굵</strong><strong><em>은</em></strong> 말\n");
	check(print_markdown_alone, doc_of_text(&block, "명령 a`b* 끝", code, 1), "명령 ``a`b*`` 끝\n");
	check(print_html_page, doc_of_text(&block, "명령 a`b* 끝", code, 1), "<p>명령 <code>a`b*</code> 끝</p>\n");
	check(print_html_page, doc_of_text(&block, "x2", high, 1), "<p>x<sup>2</sup></p>\n");
}

static void
print_writes_one_link_over_many_spans(void **state)
{
	struct doc_block block;
	struct doc_span spans[] = { { 0, strlen("굵은 "), DOC_BOLD | DOC_LINK, 1, 0 }, { strlen("굵은 "), strlen("링크"),
		DOC_LINK, 1, 0 } };

	(void)state;
	check(print_markdown_alone, doc_of_text(&block, "굵은 링크!", spans, 2),
		"[<strong>굵은 </strong>링크](https://a.example/x?a=1&b=(2))!\n");
	check(print_html_page, doc_of_text(&block, "굵은 링크!", spans, 2),
		"<p><a href=\"https://a.example/x?a=1&amp;b=(2)\"><strong>굵은 </strong>링크</a>!</p>\n");
}

/* An article as the cache keeps it, without its element. */
static void
check_xhtml(const char *xhtml, const char *markdown, const char *html)
{
	struct arena a = { 0 };
	struct doc doc;
	struct str s = arena_printf(&a, "<article>%s</article>", xhtml);

	assert_int_equal(doc_read(&a, s, &doc, NULL), 0);
	check(print_markdown_alone, doc, markdown);
	check(print_html_page, doc, html);
	arena_free(&a);
}

static void
print_nests_lists(void **state)
{
	(void)state;
	check_xhtml("<p>앞</p><ul><li>하나<ol><li>속</li><li>속의 둘</li></ol></li><li>둘<pre>a\n\nb</pre></li></ul>"
		"<blockquote><p>뒤</p><p>또</p></blockquote>",
		"앞\n\n- 하나\n  1. 속\n  2. 속의 둘\n- 둘\n\n  ```\n  a\n  \n  b\n  ```\n\n> 뒤\n>\n> 또\n",
		"<p>앞</p>\n<ul>\n<li>하나<ol>\n<li>속</li>\n<li>속의 둘</li>\n</ol>\n</li>\n"
		"<li>둘<pre><code>a\n\nb</code></pre>\n</li>\n</ul>\n<blockquote>\n<p>뒤</p>\n<p>또</p>\n</blockquote>\n");
}

static void
print_leads_to_notes_and_back(void **state)
{
	(void)state;
	check_xhtml("<p>말<a data-note=\"1\"><sup>[1]</sup></a>은 또<a data-note=\"1\"><sup>[1]</sup></a></p>"
		"<ol><li data-note=\"1\">뜻</li><li value=\"7\"><p data-note=\"7\">일곱</p><p>이어서</p></li></ol>"
		"<p><a data-note=\"7\"><sup>[7]</sup></a></p>",
		"말[^1]은 또[^1]\n\n[^1]: 뜻\n[^7]: 일곱\n\n    이어서\n\n[^7]\n",
		"<p>말<sup><a role=\"doc-noteref\" href=\"#n1\" id=\"r1\">[1]</a></sup>은 "
		"또<sup><a role=\"doc-noteref\" href=\"#n1\">[1]</a></sup></p>\n"
		"<ol>\n<li id=\"n1\">뜻 <a href=\"#r1\" role=\"doc-backlink\">\u21a9\ufe0e</a></li>\n"
		"<li value=\"7\" id=\"n7\">일곱 <a href=\"#r7\" role=\"doc-backlink\">\u21a9\ufe0e</a><p>이어서</p>\n</li>\n</ol>\n"
		"<p><sup><a role=\"doc-noteref\" href=\"#n7\" id=\"r7\">[7]</a></sup></p>\n");
	check_xhtml("<p data-note=\"3\">뜻<a data-note=\"3\"><sup>[3]</sup></a><a data-note=\"4\"><sup>[4]</sup></a></p>",
		"뜻[^3]<sup>\\[4\\]</sup>\n",
		"<div id=\"n3\"></div>\n<p>뜻<sup><a role=\"doc-noteref\" href=\"#n3\" id=\"r3\">[3]</a></sup><sup>[4]</sup> "
		"<a href=\"#r3\" role=\"doc-backlink\">\u21a9\ufe0e</a></p>\n");
}

static void
print_says_where_a_picture_without_an_address_is(void **state)
{
	(void)state;
	check_xhtml("<p>앞</p><img alt=\"\"/><img alt=\"그림 하나\"/>", "앞\n\n![image]()\n\n![그림 하나]()\n",
		"<p>앞</p>\n<p class=\"picture\">[image]</p>\n<p class=\"picture\">[image] 그림 하나</p>\n");
}

static void
print_keeps_terms_and_continued_lines(void **state)
{
	(void)state;
	check_xhtml("<dl><dt>캐시</dt><dd>빠른 기억</dd></dl><p>첫 줄<br/>+ 둘째 줄</p>",
		"**캐시**\n\n- 빠른 기억\n\n첫 줄\\\n\\+ 둘째 줄\n",
		"<dl>\n<dt>캐시</dt>\n<dd><p>빠른 기억</p>\n</dd>\n</dl>\n<p>첫 줄<br>\n+ 둘째 줄</p>\n");
}

static void
print_gives_terms_and_details_each_other(void **state)
{
	(void)state;
	check_xhtml("<dl><dd>나</dd><dt>다</dt><dt>라<br/>마</dt></dl>", "- 나\n\n**다**\n\n**라**\n\n**마**\n",
		"<dl>\n<dt></dt>\n<dd><p>나</p>\n</dd>\n<dt>다</dt>\n<dt>라<p>마</p>\n</dt>\n<dd></dd>\n</dl>\n");
	check_xhtml("<dl><dt>다</dt><dd><ul><li>하나</li></ul></dd><dd>둘</dd></dl>", "**다**\n\n- - 하나\n\n- 둘\n",
		"<dl>\n<dt>다</dt>\n<dd><ul>\n<li>하나</li>\n</ul>\n</dd>\n<dd><p>둘</p>\n</dd>\n</dl>\n");
	check_xhtml("<ol start=\"5\"><li><dl><dt>다</dt><dd>라</dd></dl></li><li>둘</li></ol>", "5. **다**\n\n   - 라\n6. 둘\n",
		"<ol start=\"5\">\n<li><dl>\n<dt>다</dt>\n<dd><p>라</p>\n</dd>\n</dl>\n</li>\n<li>둘</li>\n</ol>\n");
}

static void
print_puts_everything_in_a_list_into_an_item(void **state)
{
	(void)state;
	check_xhtml("<ul><li>점</li><blockquote><p>인용</p></blockquote></ul>", "- 점\n\n- > 인용\n",
		"<ul>\n<li>점</li>\n<li><blockquote>\n<p>인용</p>\n</blockquote>\n</li>\n</ul>\n");
}

static void
print_nests_quotes_in_items(void **state)
{
	(void)state;
	check_xhtml("<ul><li>점<blockquote>인용</blockquote></li><li>다음</li></ul><ul><li>다른 목록</li></ul>",
		"- 점\n\n  > 인용\n\n- 다음\n\n+ 다른 목록\n",
		"<ul>\n<li>점<blockquote>\n<p>인용</p>\n</blockquote>\n</li>\n<li>다음</li>\n</ul>\n"
		"<ul>\n<li>다른 목록</li>\n</ul>\n");
	check_xhtml("<ul><li>점<blockquote>인용</blockquote></li><li><blockquote>혼자</blockquote></li></ul>",
		"- 점\n\n  > 인용\n\n- > 혼자\n",
		"<ul>\n<li>점<blockquote>\n<p>인용</p>\n</blockquote>\n</li>\n"
		"<li><blockquote>\n<p>혼자</p>\n</blockquote>\n</li>\n</ul>\n");
	check_xhtml("<blockquote>하나</blockquote><blockquote>둘</blockquote>", "> 하나\n\n> 둘\n",
		"<blockquote>\n<p>하나</p>\n</blockquote>\n<blockquote>\n<p>둘</p>\n</blockquote>\n");
}

static void
print_keeps_the_numbers_of_items(void **state)
{
	(void)state;
	check_xhtml("<ol start=\"-1\"><li>가</li><li>나</li></ol>", "1. 가\n0) 나\n",
		"<ol start=\"-1\">\n<li>가</li>\n<li>나</li>\n</ol>\n");
	check_xhtml("<ol start=\"3\" type=\"a\"><li>셋</li><li value=\"2\">둘</li><li>셋</li></ol>", "3. 셋\n2) 둘\n3) 셋\n",
		"<ol start=\"3\" type=\"a\">\n<li>셋</li>\n<li value=\"2\">둘</li>\n<li>셋</li>\n</ol>\n");
}

static void
print_folds_details(void **state)
{
	(void)state;
	check_xhtml("<details><summary>더보기</summary>속</details><details><summary>또</summary><ul><li>속의 점</li></ul></details><p>밖</p>",
		"<details>\n<summary>더보기</summary>\n\n속\n\n</details>\n\n"
		"<details>\n<summary>또</summary>\n\n- 속의 점\n\n</details>\n\n밖\n",
		"<details>\n<summary>더보기</summary>\n<p>속</p>\n</details>\n"
		"<details>\n<summary>또</summary>\n<ul>\n<li>속의 점</li>\n</ul>\n</details>\n<p>밖</p>\n");
	check_xhtml("<blockquote><details><summary>답</summary>속</details></blockquote>",
		"> <details>\n> <summary>답</summary>\n>\n> 속\n>\n> </details>\n",
		"<blockquote>\n<details>\n<summary>답</summary>\n<p>속</p>\n</details>\n</blockquote>\n");
	check_xhtml("<ul><li><details><summary>답</summary>속</details></li></ul>",
		"- <details>\n  <summary>답</summary>\n\n  속\n\n  </details>\n",
		"<ul>\n<li><details>\n<summary>답</summary>\n<p>속</p>\n</details>\n</li>\n</ul>\n");
}

static void
print_puts_captions_to_what_they_are_of(void **state)
{
	static struct doc_link links[] = { { STR_INIT("https://a.example/p[1] \"x\".png"), STR_NONE, true },
		{ STR_INIT("https://a.example/q&r"), STR_NONE, false } };
	struct doc_cell cells[] = { { .text = str_lit("칸"), .align = DOC_ALIGN_RIGHT } };
	struct doc_row rows[] = { { cells, 1 } };
	struct doc_box table = { .kind = DOC_BOX_TABLE, .depth = 1 };
	struct doc_block blocks[] = {
		{ .kind = DOC_IMAGE, .text = str_lit("그림"), .link = 1, .width = 3, .height = 2 },
		{ .text = str_lit("설명"), .is_caption = true },
		{ .text = str_lit("표의 이름"), .is_caption = true, .box = &table },
		{ .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows), .box = &table },
	};
	struct doc doc = doc_of(blocks, LEN(blocks));
	struct buf out = { 0 };

	(void)state;
	doc.links = links;
	doc.n_links = LEN(links);
	check(print_markdown_alone, doc,
		"![그림](<https://a.example/p[1] \"x\".png>)\n*설명*\n\n표의 이름\n\n| |\n| --: |\n| 칸 |\n");
	check(print_html_page, doc,
		"<figure>\n<img src=\"https://a.example/p%5B1%5D%20%22x%22.png\" alt=\"그림\" width=\"3\" height=\"2\">\n"
		"<figcaption>설명</figcaption>\n</figure>\n"
		"<table>\n<caption>표의 이름</caption>\n<tr><td style=\"text-align:right\">칸</td></tr>\n</table>\n");
	print_html(&out, &doc, 0, 1, PRINT_HTML_BOOK, "");
	assert_str(buf_str(&out), "<p class=\"picture\">[<a href=\"https://a.example/p%5B1%5D%20%22x%22.png\">image</a>] 그림</p>\n");
	buf_clear(&out);
	blocks[0].page = 2;
	print_html(&out, &doc, 0, 1, PRINT_HTML_BOOK, "");
	assert_str(buf_str(&out), "<p class=\"picture\">[<a href=\"https://a.example/p%5B1%5D%20%22x%22.png\">image</a>] "
	                          "<a href=\"https://a.example/q&amp;r\">그림</a></p>\n");
	doc.n = 1;
	check(print_markdown_alone, doc, "[![그림](<https://a.example/p[1] \"x\".png>)](https://a.example/q&r)\n");
	check(print_html_page, doc, "<a href=\"https://a.example/q&amp;r\"><img src=\"https://a.example/p%5B1%5D%20%22x%22.png\" alt=\"그림\""
	                            " width=\"3\" height=\"2\"></a>\n");
	buf_free(&out);
}

static void
print_keeps_captions_apart(void **state)
{
	(void)state;
	check_xhtml("<figure><img src=\"https://a.example/p.png\" alt=\"\"/><figcaption>그림의 말</figcaption></figure>"
		"<table><tr><td>칸</td></tr></table><figure><figcaption>표의 말</figcaption></figure><p>끝</p>",
		"![](https://a.example/p.png)\n*그림의 말*\n\n| |\n| --- |\n| 칸 |\n\n표의 말\n\n끝\n",
		"<figure>\n<img src=\"https://a.example/p.png\" alt=\"\">\n<figcaption>그림의 말</figcaption>\n</figure>\n"
		"<table>\n<caption>표의 말</caption>\n<tr><td>칸</td></tr>\n</table>\n<p>끝</p>\n");
}

static void
print_escapes_tildes_and_dollars_in_pairs(void **state)
{
	struct doc_block block;
	struct doc_span key[] = { { 0, strlen("Ctrl"), DOC_MONO | DOC_KBD, 0, 0 } };
	struct doc_span struck[] = { { 0, strlen("값~"), DOC_STRIKE, 0, 0 } };

	(void)state;
	check_text("안녕~", "안녕~\n", "<p>안녕~</p>\n");
	check_text("10~20, 30~40", "10\\~20, 30\\~40\n", "<p>10~20, 30~40</p>\n");
	check_text("$5", "$5\n", "<p>$5</p>\n");
	check_text("$x$", "\\$x\\$\n", "<p>$x$</p>\n");
	check(print_markdown_alone, doc_of_text(&block, "값~ 끝", struck, 1), "~~값\\~~~ 끝\n");
	check(print_markdown_alone, doc_of_text(&block, "Ctrl 끝", key, 1), "<kbd>Ctrl</kbd> 끝\n");
	check(print_html_page, doc_of_text(&block, "Ctrl 끝", key, 1), "<p><kbd>Ctrl</kbd> 끝</p>\n");
}

static void
print_writes_addresses_that_validators_take(void **state)
{
	static struct doc_link links[] = { { STR_INIT("https://한글.example:80/길?[1]|\"%zz%20"), STR_NONE, false },
		{ STR_INIT("mailto:a b@a.example"), STR_NONE, false },
		{ STR_INIT("https://a.example/p.html#!#절#"), STR_NONE, false } };
	struct doc_span spans[] = { { 0, 3, DOC_LINK, 1, 0 }, { 3, 3, DOC_LINK, 2, 0 }, { 6, 3, DOC_LINK, 3, 0 } };
	struct doc_block block = { .text = str_lit("가나다"), .spans = spans, .n_spans = LEN(spans) };
	struct doc doc = doc_of(&block, 1);

	(void)state;
	doc.links = links;
	doc.n_links = LEN(links);
	check(print_html_page, doc, "<p><a href=\"https://xn--bj0bj06e.example:80/길?%5B1%5D%7C%22%25zz%20\">가</a>"
		"<a href=\"mailto:a%20b@a.example\">나</a>"
		"<a href=\"https://a.example/p.html#!%23절%23\">다</a></p>\n");
}

static void
print_fences_code_with_enough_backticks(void **state)
{
	struct doc_block blocks[] = {
		{ .kind = DOC_CODE, .text = str_lit("x < 1\n```\ny"), .lang = str_lit("c") },
		{ .kind = DOC_RULE },
		{ .kind = DOC_IMAGE, .text = str_lit("그림 [1]") },
	};

	(void)state;
	check(print_markdown_alone, doc_of(blocks, LEN(blocks)), "````c\nx < 1\n```\ny\n````\n\n***\n\n![그림 \\[1\\]]()\n");
	check(print_html_page, doc_of(blocks, LEN(blocks)),
		"<pre><code class=\"language-c\">x &lt; 1\n```\ny</code></pre>\n<hr>\n<p class=\"picture\">[image] 그림 [1]</p>\n");
}

static void
print_keeps_lines_in_cells(void **state)
{
	struct doc_span code[] = { { 4, 3, DOC_MONO, 0, 0 }, { 8, 5, DOC_MONO, 0, 0 } };
	struct doc_span words[] = { { 0, 1, DOC_MONO, 0, 0 }, { 2, 1, DOC_MONO, 0, 0 } };
	struct doc_cell one[] = { { .text = str_lit("앞\nif|\n  x*y\n뒤"), .spans = code, .n_spans = LEN(code) },
		{ .text = str_lit("a\nb"), .spans = words, .n_spans = LEN(words) } };
	struct doc_row rows[] = { { one, LEN(one) } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	check(print_plain, doc_of(&block, 1), "앞 if| x*y 뒤 | a b\n");
	check(print_markdown_alone, doc_of(&block, 1),
		"| | |\n| --- | --- |\n| 앞<br><pre>if\\|<br>  x\\*y</pre>뒤 | `a`<br>`b` |\n");
	check(print_html_page, doc_of(&block, 1),
		"<table>\n<tr><td>앞<br/><pre>if|\n  x*y</pre>뒤</td><td><code>a</code><br/><code>b</code></td></tr>\n</table>\n");
}

static void
print_draws_tables_with_spans(void **state)
{
	struct doc_cell head[] = { { .text = str_lit("이름"), .is_header = true, .colspan = 2 },
		{ .text = str_lit("a|b"), .is_header = true } };
	struct doc_cell one[] = { { .text = str_lit("가"), .rowspan = 2 }, { .text = str_lit("나") },
		{ .text = str_lit("다") } };
	struct doc_cell two[] = { { .text = str_lit("라") }, { .text = str_lit("마") } };
	struct doc_row rows[] = { { head, 2 }, { one, 3 }, { two, 2 } };
	struct doc_block block = { .kind = DOC_TABLE, .rows = rows, .n_rows = LEN(rows) };

	(void)state;
	check(print_markdown_alone, doc_of(&block, 1), "| 이름 | | a\\|b |\n| --- | --- | --- |\n| 가 | 나 | 다 |\n| | 라 | 마 |\n");
	check(print_html_page, doc_of(&block, 1),
		"<table>\n<tr><th colspan=\"2\">이름</th><th>a|b</th></tr>\n"
		"<tr><td rowspan=\"2\">가</td><td>나</td><td>다</td></tr>\n<tr><td>라</td><td>마</td></tr>\n</table>\n");
}

static void
print_takes_heading_levels_from_sections(void **state)
{
	struct doc_block blocks[] = {
		{ .text = str_lit("1. 첫째"), .section = 0, .is_section_head = true },
		{ .kind = DOC_HEADING, .level = 1, .text = str_lit("F #"), .section = 1, .is_section_head = true },
	};
	struct doc_section sections[] = { { str_lit("1. 첫째"), 1, 0, 2, 0, 0 }, { str_lit("F \"#\""), 2, 1, 2, 0, 0 } };
	struct doc doc = { .blocks = blocks, .n = 2, .sections = sections, .n_sections = 2 };
	struct buf out = { 0 };

	(void)state;
	check(print_markdown_alone, doc, "# 1. 첫째\n\n## F \\#\n");
	check(print_html_page, doc, "<h2 id=\"s1\">1. 첫째</h2>\n<h3 id=\"s2\">F #</h3>\n");
	print_outline_json(&out, &doc);
	print_outline_text(&out, &doc);
	assert_str(buf_str(&out),
		"[{\"level\":1,\"title\":\"1. 첫째\"},{\"level\":2,\"title\":\"F \\\"#\\\"\"}]\n1. 첫째\n  F \"#\"\n");
	buf_clear(&out);
	print_markdown(&out, &doc, 1, 99, 1);
	assert_str(buf_str(&out), "## F \\#\n");
	buf_clear(&out);
	print_markdown(&out, &doc, 0, 2, 2);
	assert_str(buf_str(&out), "## 1. 첫째\n\n### F \\#\n");
	buf_clear(&out);
	print_markdown(&out, &doc, 0, 2, 6);
	assert_str(buf_str(&out), "###### 1. 첫째\n\n###### F \\#\n");
	buf_free(&out);
}

static void
print_text_ends_lines_without_blanks(void **state)
{
	struct layout_run runs[] = {
		{ .text = str_lit("│"), .cols = 1, .role = LAYOUT_QUOTE },
		{ .text = str_lit("글  "), .cols = 4, .role = LAYOUT_TEXT },
	};
	struct layout_line lines[] = { { .runs = runs, .n = 2 }, { .n = 0 } };
	struct layout layout = { .lines = lines, .n = 2 };
	struct buf out = { 0 };

	(void)state;
	print_text(&out, &layout);
	assert_str(buf_str(&out), "│글\n\n");
	buf_free(&out);
}

static void
print_text_coloured_has_no_sequences_but_its_own(void **state)
{
	struct layout_run runs[] = {
		{ .text = str_lit("제목\x1b[31m"), .cols = 4, .role = LAYOUT_HEADING1 },
		{ .text = str_lit(" "), .cols = 1, .role = LAYOUT_TEXT },
		{ .text = str_lit("굵은"), .cols = 4, .style = DOC_BOLD | DOC_LINK, .link = 1, .role = LAYOUT_TEXT },
		{ .text = str_lit("[1]"), .cols = 3, .link = 1, .role = LAYOUT_REF },
	};
	struct layout_run code[] = {
		{ .text = str_lit("  "), .cols = 2, .role = LAYOUT_CODE_MARGIN },
		{ .text = str_lit("C"), .cols = 1, .role = LAYOUT_LABEL },
	};
	struct layout_line lines[] = { { .runs = runs, .n = 4 }, { .n = 0 }, { .runs = code, .n = 2 } };
	struct layout layout = { lines, 3, NULL };
	struct buf out = { 0 };

	(void)state;
	print_text_coloured(&out, &layout);
	assert_str(buf_str(&out), "\x1b[1;4;33m제목\x1b[m \x1b[1;4m굵은\x1b[m\x1b[34m[1]\x1b[m\n\n\x1b[2m[C]\x1b[m\n");
	buf_free(&out);
}

static void
print_links_tells_where_each_number_leads(void **state)
{
	struct doc_link links[] = {
		{ .url = str_lit("https://a.example/1") }, { .url = str_lit("https://a.example/around") },
		{ .url = str_lit("https://a.example/p.png"), .is_image = true }, { .url = str_lit("https://a.example/cell") },
		{ .url = str_lit("https://a.example/last") },
	};
	struct doc_span one[] = { { 0, 3, DOC_LINK, 1, 0 }, { 3, 3, DOC_LINK | DOC_BOLD, 1, 0 } }, cell[] = { { 0, 3, DOC_LINK, 4, 0 } };
	struct doc_cell cells[] = { { .text = str_lit("칸"), .spans = cell, .n_spans = 1 } };
	struct doc_row rows[] = { { cells, 1 } };
	struct doc_block blocks[] = {
		{ .kind = DOC_IMAGE, .text = str_lit("주소 없음") },
		{ .text = str_lit("링크"), .spans = one, .n_spans = 2 },
		{ .kind = DOC_IMAGE, .link = 3 },
		{ .kind = DOC_TABLE, .rows = rows, .n_rows = 1 },
	};
	struct doc doc = { .blocks = blocks, .n = LEN(blocks), .links = links, .n_links = LEN(links) };
	struct buf out = { 0 };

	(void)state;
	check(print_links, doc, "[1] https://a.example/1\n[2] https://a.example/around\n"
		"[image 3] https://a.example/p.png\n[4] https://a.example/cell\n[5] https://a.example/last\n");
	print_links(&out, &doc, 2, 3);
	assert_str(buf_str(&out), "[2] https://a.example/around\n[image 3] https://a.example/p.png\n");
	buf_clear(&out);
	print_links(&out, &doc, 0, 1);
	assert_str(buf_str(&out), "");
	buf_free(&out);
}

static void
print_plain_leaves_pictures_out_with_their_captions(void **state)
{
	struct doc_cell cells[] = { { .text = str_lit("하나") }, { .text = str_lit("둘") } };
	struct doc_row row = { cells, 2 };
	struct doc_block blocks[] = {
		{ .text = str_lit("첫 줄") }, { .text = str_lit("이어진 줄"), .is_continued = true },
		{ .kind = DOC_IMAGE, .text = str_lit("사진") }, { .text = str_lit("사진 설명"), .is_caption = true },
		{ .text = str_lit("항목"), .list = 1, .is_item = true }, { .text = str_lit("둘째"), .list = 1, .is_item = true },
		{ .text = str_lit("표 제목"), .is_caption = true }, { .kind = DOC_TABLE, .rows = &row, .n_rows = 1 },
		{ .kind = DOC_RULE }, { .kind = DOC_CODE, .text = str_lit("a\n\tb") },
		{ .text = str_lit("인용"), .quote = 1 }, { .kind = DOC_CODE, .text = str_lit("c\n\nd"), .quote = 2 },
	};

	(void)state;
	check(print_plain, doc_of(blocks, LEN(blocks)),
		"첫 줄\n이어진 줄\n\n- 항목\n- 둘째\n\n표 제목\n\n하나 | 둘\n\na\n\tb\n\n> 인용\n\n> > c\n> >\n> > d\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(print_escapes_what_would_be_a_mark),
		cmocka_unit_test(print_marks_styles_so_that_they_close),
		cmocka_unit_test(print_writes_one_link_over_many_spans),
		cmocka_unit_test(print_nests_lists),
		cmocka_unit_test(print_says_where_a_picture_without_an_address_is),
		cmocka_unit_test(print_leads_to_notes_and_back),
		cmocka_unit_test(print_keeps_terms_and_continued_lines),
		cmocka_unit_test(print_gives_terms_and_details_each_other),
		cmocka_unit_test(print_puts_everything_in_a_list_into_an_item),
		cmocka_unit_test(print_nests_quotes_in_items),
		cmocka_unit_test(print_keeps_the_numbers_of_items),
		cmocka_unit_test(print_folds_details),
		cmocka_unit_test(print_puts_captions_to_what_they_are_of),
		cmocka_unit_test(print_keeps_captions_apart),
		cmocka_unit_test(print_escapes_tildes_and_dollars_in_pairs),
		cmocka_unit_test(print_writes_addresses_that_validators_take),
		cmocka_unit_test(print_fences_code_with_enough_backticks),
		cmocka_unit_test(print_keeps_lines_in_cells),
		cmocka_unit_test(print_draws_tables_with_spans),
		cmocka_unit_test(print_takes_heading_levels_from_sections),
		cmocka_unit_test(print_text_coloured_has_no_sequences_but_its_own),
		cmocka_unit_test(print_links_tells_where_each_number_leads),
		cmocka_unit_test(print_plain_leaves_pictures_out_with_their_captions),
		cmocka_unit_test(print_text_ends_lines_without_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
