#include "unit.h"

#include "html/markdown.h"

static void
check_lines(const char *markdown, enum markdown_lines lines, const char *want)
{
	struct arena a = { 0 };
	struct buf html = { 0 };

	markdown_html(&a, str_of(markdown), lines, &html);
	assert_str(buf_str(&html), want);
	buf_free(&html);
	arena_free(&a);
}

static void
check(const char *markdown, const char *want)
{
	check_lines(markdown, MARKDOWN_LINES_FOLD, want);
}

static void
markdown_reads_headings_and_rules(void **state)
{
	(void)state;
	check("# 하나\n## 둘 ##\n####### 일곱\n#말", "<h1>하나</h1>\n<h2>둘</h2>\n<p>####### 일곱\n#말</p>\n");
	check("제목\n===\n작은\n제목\n---\n***\n - - -\n", "<h1>제목</h1>\n<h2>작은\n제목</h2>\n<hr>\n<hr>\n");
	check("#\n\n---\n", "<h1></h1>\n<hr>\n");
}

static void
markdown_reads_paragraphs_and_their_lines(void **state)
{
	(void)state;
	check("한 줄\n  두 줄\n\n끝", "<p>한 줄\n두 줄</p>\n<p>끝</p>\n");
	check("끊긴  \n줄\\\n또", "<p>끊긴<br>\n줄<br>또</p>\n");
	check_lines("가\n나", MARKDOWN_LINES_BREAK, "<p>가<br>\n나</p>\n");
	check("", "");
	check("\n\n \n", "");
	check("가\r\n나\r\n", "<p>가\n나</p>\n");
}

static void
markdown_reads_code_blocks(void **state)
{
	(void)state;
	check("```c\nint a < b;\n\n  x\n```\n뒤", "<pre><code class=\"language-c\">int a &lt; b;\n\n  x\n</code></pre>\n<p>뒤</p>\n");
	check("~~~\n```\n~~~~\n", "<pre><code>```\n</code></pre>\n");
	check("````\n```\n````\n", "<pre><code>```\n</code></pre>\n");
	check("```js:app.js\n끝없이", "<pre><code class=\"language-js\">끝없이\n</code></pre>\n");
	check("    들여 쓴\n\n\t코드\n\n말", "<pre><code>들여 쓴\n\n코드</code></pre>\n<p>말</p>\n");
	check("말\n    이어짐", "<p>말\n이어짐</p>\n");
}

static void
markdown_reads_lists(void **state)
{
	(void)state;
	check("- 하나\n- 둘\n  1. 속\n  2. 또\n- 셋\n",
	    "<ul>\n<li>하나\n</li>\n<li>둘\n<ol>\n<li>속\n</li>\n<li>또\n</li>\n</ol>\n</li>\n<li>셋\n</li>\n</ul>\n");
	check("3. 셋\n\n4. 넷\n\n   더\n", "<ol start=\"3\">\n<li><p>셋</p>\n</li>\n<li><p>넷</p>\n<p>더</p>\n</li>\n</ol>\n");
	check("- 가\n\n+ 나\n", "<ul>\n<li>가\n</li>\n</ul>\n<ul>\n<li>나\n</li>\n</ul>\n");
	check("- [ ] 할 일\n- [x] 한 일\n", "<ul>\n<li>☐ 할 일\n</li>\n<li>☑ 한 일\n</li>\n</ul>\n");
	check("2025년\n1980. 해\n", "<p>2025년\n1980. 해</p>\n");
	check("- ```\n  코드\n  ```\n", "<ul>\n<li><pre><code>코드\n</code></pre>\n</li>\n</ul>\n");
}

static void
markdown_reads_quotes(void **state)
{
	(void)state;
	check("> 가\n나\n>\n> - 다\n\n라", "<blockquote>\n<p>가\n나</p>\n<ul>\n<li>다\n</li>\n</ul>\n</blockquote>\n<p>라</p>\n");
	check("- > 가\n  > 나\n", "<ul>\n<li><blockquote>\n<p>가\n나</p>\n</blockquote>\n</li>\n</ul>\n");
}

static void
markdown_reads_tables(void **state)
{
	(void)state;
	check("앞\n| 이름 | `a\\|b` |\n|:--|--:|\n| **굵은** | 2 | 남음 |\n| 3\n\n뒤",
	    "<p>앞</p>\n<table>\n<tr><th>이름</th><th align=\"right\"><code>a|b</code></th></tr>\n"
	    "<tr><td><strong>굵은</strong></td><td align=\"right\">2</td></tr>\n<tr><td>3</td></tr>\n</table>\n<p>뒤</p>\n");
	check("가 | 나 | 다\n:-- | --: | :-:\n라 | 마 | 바\n",
		"<table>\n<tr><th>가</th><th align=\"right\">나</th><th align=\"center\">다</th></tr>\n"
		"<tr><td>라</td><td align=\"right\">마</td><td align=\"center\">바</td></tr>\n</table>\n");
	check("가 | 나\n--- | --- | ---\n", "<p>가 | 나\n--- | --- | ---</p>\n");
}

static void
markdown_reads_emphasis(void **state)
{
	(void)state;
	check("*가* **나** ***다*** ~~라~~", "<p><em>가</em> <strong>나</strong> <em><strong>다</strong></em> <del>라</del></p>\n");
	check("snake_case_name _밑줄_ 2 * 3 * 4", "<p>snake_case_name <em>밑줄</em> 2 * 3 * 4</p>\n");
	check("**가 *나* 다**라", "<p><strong>가 <em>나</em> 다</strong>라</p>\n");
	check("\\*가\\* **나", "<p>*가* **나</p>\n");
}

/* CommonMark reads no end of emphasis between a mark and a letter: the particles of Korean stand there. */
static void
markdown_ends_emphasis_before_particles(void **state)
{
	(void)state;
	check("**‘소식’**은 **\"새\"**가 **(주)**와", "<p><strong>‘소식’</strong>은 <strong>&quot;새&quot;</strong>가 "
	    "<strong>(주)</strong>와</p>\n");
	check("이것은**“바로”**그것", "<p>이것은<strong>“바로”</strong>그것</p>\n");
	check("a**\"b\"**c", "<p>a**&quot;b&quot;**c</p>\n");
}

static void
markdown_reads_code_and_formulas_as_they_are(void **state)
{
	(void)state;
	check("`a*b*` `` c`d `` `열림", "<p><code>a*b*</code> <code>c`d</code> `열림</p>\n");
	check("$a_1*b*c_2$ 그리고 $$x^2$$", "<p><code>a_1*b*c_2</code> 그리고 <code>x^2</code></p>\n");
	check("값은 $5이고 $6이다", "<p>값은 $5이고 $6이다</p>\n");
	check("값은 $원\n둘은 원$", "<p>값은 $원\n둘은 원$</p>\n");
	check("`두\n줄`", "<p><code>두 줄</code></p>\n");
}

static void
markdown_reads_links(void **state)
{
	(void)state;
	check("[가](https://a.example/x_(y) \"제목\") [나](<https://b.example/a b>)",
	    "<p><a href=\"https://a.example/x_(y)\">가</a> <a href=\"https://b.example/a b\">나</a></p>\n");
	check("![그림 *하나*](a.png)", "<p><img src=\"a.png\" alt=\"그림 하나\"></p>\n");
	check("[![p](b.png)](/c)", "<p><a href=\"/c\"><img src=\"b.png\" alt=\"p\"></a></p>\n");
	check("[이름][A  b] [이름] [a b][] [없음][x]\n\n[a B]: /u 't'\n[이름]: </v>\n",
	    "<p><a href=\"/u\">이름</a> <a href=\"/v\">이름</a> <a href=\"/u\">a b</a> [없음][x]</p>\n");
	check("<https://a.example/?a&b> <me@a.example>",
	    "<p><a href=\"https://a.example/?a&amp;b\">https://a.example/?a&amp;b</a> "
	    "<a href=\"mailto:me@a.example\">me@a.example</a></p>\n");
	check("보라: https://a.example/a_b_c). 끝", "<p>보라: <a href=\"https://a.example/a_b_c\">https://a.example/a_b_c</a>). 끝</p>\n");
	check("[a [b](/c) d](/e)", "<p>[a <a href=\"/c\">b</a> d](/e)</p>\n");
	check("https://a.example/a에서, https://b.example는 (https://c.example/?d=(e))를 https://f.example/가 “https://g.example/h”",
	    "<p><a href=\"https://a.example/a\">https://a.example/a</a>에서, <a href=\"https://b.example\">https://b.example</a>는 "
	    "(<a href=\"https://c.example/?d=(e)\">https://c.example/?d=(e)</a>)를 <a href=\"https://f.example/가\">https://f.example/가</a> "
	    "“<a href=\"https://g.example/h\">https://g.example/h</a>”</p>\n");
	check("[https://a.example](/b)", "<p><a href=\"/b\">https://a.example</a></p>\n");
}

static void
markdown_reads_italics_below_a_picture_as_its_caption(void **state)
{
	(void)state;
	check("![가](a.png)\n*위에서 본 모습*\n", "<figure><img src=\"a.png\" alt=\"가\"><figcaption>위에서 본 모습</figcaption></figure>\n");
	check("[![가](a.png)](/b)\n*“앞”*\n",
	    "<figure><a href=\"/b\"><img src=\"a.png\" alt=\"가\"></a><figcaption>“앞”</figcaption></figure>\n");
	check("![가](a.png)\n*앞* 글\n", "<p><img src=\"a.png\" alt=\"가\">\n<em>앞</em> 글</p>\n");
	check("![가](a.png)\n*앞* 글 *뒤*\n", "<p><img src=\"a.png\" alt=\"가\">\n<em>앞</em> 글 <em>뒤</em></p>\n");
	check("글 ![가](a.png)\n*앞*\n", "<p>글 <img src=\"a.png\" alt=\"가\">\n<em>앞</em></p>\n");
	check("[가](/b) ![가](a.png)\n*앞*\n", "<p><a href=\"/b\">가</a> <img src=\"a.png\" alt=\"가\">\n<em>앞</em></p>\n");
}

static void
markdown_reads_notes(void **state)
{
	(void)state;
	check("말[^1]\n\n[^1]: 뜻\n[^b]: 다른\n", "<p>말<sup><a href=\"#fn-1\">[1]</a></sup></p>\n"
		"<ol>\n<li id=\"fn-1\">뜻\n</li>\n<li id=\"fn-b\">다른\n</li>\n</ol>\n");
	check("[^1]: 뜻\n\n    둘째 문단\n\n글\n", "<ol>\n<li id=\"fn-1\"><p>뜻</p>\n<p>둘째 문단</p>\n</li>\n</ol>\n<p>글</p>\n");
	check("- [^1]: 뜻\n", "<ul>\n<li><ol>\n<li id=\"fn-1\">뜻\n</li>\n</ol>\n</li>\n</ul>\n");
	check("[^a b]: 글\n[^]: 글\n", "<p>[^a b]: 글\n[^]: 글</p>\n");
}

static void
markdown_lets_html_through(void **state)
{
	(void)state;
	check("<div class=\"a\">\n*가*\n\n*나*\n</div>\n", "<div class=\"a\">\n*가*\n<p><em>나</em></p>\n</div>\n");
	check("a<br/>b <u>c</u> 3 < 4 &copy; &copy &x;", "<p>a<br/>b <u>c</u> 3 &lt; 4 &copy; &amp;copy &amp;x;</p>\n");
	check("<!-- 가\n\n나 -->\n다", "<!-- 가\n\n나 -->\n<p>다</p>\n");
	check("<pre>\n*a*\n\n</pre>\n", "<pre>\n*a*\n\n</pre>\n");
}

static void
markdown_leaves_out_front_matter(void **state)
{
	(void)state;
	check("---\ntitle: 글\ntags:\n  - a\n# 주석\n---\n\n본문", "<p>본문</p>\n");
	check("---\n본문\n---\n뒤", "<hr>\n<h2>본문</h2>\n<p>뒤</p>\n");
	check("---\n---\n뒤", "<hr>\n<hr>\n<p>뒤</p>\n");
	check("---\nkey: 끝이 없음", "<hr>\n<p>key: 끝이 없음</p>\n");
}

static void
fill(struct buf *b, const char *part, size_t times)
{
	for (size_t i = 0; i < times; i++)
		(void)buf_puts(b, part);
}

/* An address used a thousand times does not make a thousand times its length. */
static void
markdown_makes_no_more_than_it_is_given(void **state)
{
	struct buf text = { 0 }, html = { 0 };
	struct arena a = { 0 };

	(void)state;
	(void)buf_puts(&text, "[a]: ");
	(void)buf_fill(&text, 'x', 50000);
	(void)buf_puts(&text, "\n\n");
	fill(&text, "[a]", 10000);
	markdown_html(&a, buf_str(&text), MARKDOWN_LINES_FOLD, &html);
	assert_true(html.n < 5 * text.n);
	buf_clear(&text);
	buf_clear(&html);
	fill(&text, "a|", 10000);
	(void)buf_puts(&text, "\n");
	fill(&text, "-|", 10000);
	fill(&text, "\n|b", 10000);
	markdown_html(&a, buf_str(&text), MARKDOWN_LINES_FOLD, &html);
	assert_true(html.n < 20 * text.n);
	buf_free(&text);
	buf_free(&html);
	arena_free(&a);
}

/* What makes readers of Markdown slow: each ends here at once, or the test hangs. */
static void
markdown_is_not_held_up_by_marks_without_partners(void **state)
{
	static const char *const parts[] = {
		"> ", "- ", "1. ", "*a ", "**a *a ", "*a_", "[", "]", "[a](", "[a](<", "[a](b \"", "`a``", "<", "<!--", "<a b=\"",
		"$a ", "$$a ", "http://a((((", "~~a ~b ", "![", "[^a]", "***a** ", "*[a*", "- a\n\n", "a\n=", "a|b\n-|-\n",
	};
	struct buf text = { 0 }, html = { 0 };
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		buf_clear(&text);
		buf_clear(&html);
		fill(&text, parts[i], 200000);
		markdown_html(&a, buf_str(&text), MARKDOWN_LINES_FOLD, &html);
		assert_true(html.n < 20 * text.n);
		arena_reset(&a);
	}
	buf_free(&text);
	buf_free(&html);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markdown_reads_headings_and_rules),
		cmocka_unit_test(markdown_reads_paragraphs_and_their_lines),
		cmocka_unit_test(markdown_reads_code_blocks),
		cmocka_unit_test(markdown_reads_lists),
		cmocka_unit_test(markdown_reads_quotes),
		cmocka_unit_test(markdown_reads_tables),
		cmocka_unit_test(markdown_reads_emphasis),
		cmocka_unit_test(markdown_ends_emphasis_before_particles),
		cmocka_unit_test(markdown_reads_code_and_formulas_as_they_are),
		cmocka_unit_test(markdown_reads_links),
		cmocka_unit_test(markdown_reads_italics_below_a_picture_as_its_caption),
		cmocka_unit_test(markdown_reads_notes),
		cmocka_unit_test(markdown_lets_html_through),
		cmocka_unit_test(markdown_leaves_out_front_matter),
		cmocka_unit_test(markdown_makes_no_more_than_it_is_given),
		cmocka_unit_test(markdown_is_not_held_up_by_marks_without_partners),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
