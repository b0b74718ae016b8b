#include "tidy_fixture.h"

#include <stdlib.h>

#include "base/file.h"
#include "html/doc_read.h"
#include "html/tidy.h"

static void
addresses_of_letters_that_are_not_composed_go_as_bytes(void **state)
{
	(void)state;
	assert_tidy("<p><a href='/e\u0301'>a</a></p>", "<p><a href=\"https://blog.example/e%CC%81\">a</a></p>");
	assert_tidy("<p><a href='/\u00e9'>a</a></p>", "<p><a href=\"https://blog.example/\u00e9\">a</a></p>");
}

static void
wrappers_dissolve_and_running_text_becomes_paragraphs(void **state)
{
	(void)state;
	assert_tidy("<div><section>하나 <center>둘</center>셋</section></div>", "<p>하나</p><p>둘</p><p>셋</p>");
	assert_tidy("<font color=red>a</font><span>b</span>", "<p>ab</p>");
	assert_tidy("<p>a  <b> b</b>\n\tc&nbsp; d</p>", "<p>a <b>b</b> c d</p>");
	assert_tidy("", "");
	assert_tidy("<p>a &lt;b&gt; &amp; \"c\"</p>", "<p>a &lt;b&gt; &amp; &quot;c&quot;</p>");
}

static void
a_line_break_stays_and_two_leave_a_blank(void **state)
{
	(void)state;
	assert_tidy("<p>a<br>b<br><br>c</p>", "<p>a<br/>b</p><p data-blank=\"1\">c</p>");
	assert_tidy("<div>a<br></div><div>b</div>", "<p>a</p><p>b</p>");
	assert_tidy("<p>a<br><span style='font-size:20px'>b</span><br>c</p>", "<p>a</p><p data-size=\"20\">b</p><p>c</p>");
	assert_tidy("<p>a<br><img src=/x.png>b</p>", "<p>a</p><img src=\"https://blog.example/x.png\" alt=\"\"/><p>b</p>");
	assert_tidy("<p>a</p><p>&nbsp;</p><p>b</p>", "<p>a</p><p data-blank=\"1\">b</p>");
	assert_tidy("<p>a</p><div>&#8203;</div><p>b</p>", "<p>a</p><p data-blank=\"1\">b</p>");
	assert_tidy("<p>a</p>\n\n<p>b</p>", "<p>a</p><p>b</p>");
	assert_tidy("<h2>a<br>b</h2>", "<h2>a b</h2>");
}

static void
styles_become_elements(void **state)
{
	(void)state;
	assert_tidy("<p><strong>b</strong><em>i</em><del>s</del><kbd>k</kbd><code>c</code><sup>2</sup></p>",
	    "<p><b>b</b><i>i</i><s>s</s><kbd>k</kbd><code>c</code><sup>2</sup></p>");
	assert_tidy("<p><span style='font-weight: 700'>b</span><b><span style='font-weight:normal'>n</span></b></p>",
	    "<p><b>b</b>n</p>");
	assert_tidy("<p><b>a<i>b</b>c</i></p>", "<p><b>a<i>b</i></b><i>c</i></p>");
	assert_tidy("<p style='display:none'>x</p><p hidden>y</p><p>z</p>", "<p>z</p>");
}

static void
sizes_of_most_letters_become_hints(void **state)
{
	(void)state;
	assert_tidy("<p><span style='font-size:14pt'>크다 크다</span>a</p>", "<p data-size=\"18.7\">크다 크다a</p>");
	assert_tidy("<p><font size=5>크다</font></p>", "<p data-size=\"24\">크다</p>");
	assert_tidy("<p style='font-size:20px'><span style='font-size:1.5em'>크다</span></p>",
		"<p data-size=\"30\">크다</p>");
	assert_tidy("<p>보통 글이 더 많다 <span style='font-size:30px'>큰</span></p>", "<p>보통 글이 더 많다 큰</p>");
}

static void
lists_nest_even_where_the_html_does_not(void **state)
{
	(void)state;
	assert_tidy("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>");
	assert_tidy("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>");
	assert_tidy("<ol start=3><li>a</ol>", "<ol start=\"3\"><li>a</li></ol>");
	assert_tidy("<ul><li>a<hr>b<li><hr>c</ul>", "<ul><li><p>a</p><hr/><p>b</p></li><li>c</li></ul>");
	assert_tidy("<ul>a<li></li></ul>", "<ul><li>a</li></ul>");
	assert_tidy("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>");
	assert_tidy("<div><li>a</li><li>b</li></div>", "<ul><li>a</li><li>b</li></ul>");
	assert_tidy("<dl><dt>a<dd>b<dd><p>c<p>d</dl>", "<dl><dt>a</dt><dd>b</dd><dd><p>c</p><p>d</p></dd></dl>");
	assert_tidy("<ul><li><h2>절</h2><p>글</p></li></ul>", "<h2>절</h2><p>글</p>");
	assert_tidy("<ol><li><h2>절</h2><p>글</p></li><li><h2>2. 절</h2></li></ol>", "<h2>1. 절</h2><p>글</p><h2>2. 절</h2>");
	assert_tidy("<ol><li>가</li><li>나<h4>절</h4></li></ol>", "<ol><li>가</li><li><p>나</p><h4>절</h4></li></ol>");
	assert_tidy("<ol><li><p>a</p><figure class=highlight><table><tr><td class=gutter><pre>1</pre></td>"
		"<td class=code><pre>x</pre></td></tr></table></figure></li><li>b</li></ol>",
		"<ol><li><p>a</p><pre>x</pre></li><li>b</li></ol>");
	assert_tidy("<ol><li><p>a</p><table><tr><td>1</td><td>2</td></tr></table></li><li>b</li></ol>",
		"<ol><li><p>a</p><table><tr><td>1</td><td>2</td></tr></table></li><li>b</li></ol>");
}

static void
lists_keep_the_numbers_the_author_gave(void **state)
{
	(void)state;
	assert_tidy("<ol reversed><li>a<li>b</ol>", "<ol start=\"2\"><li value=\"2\">a</li><li value=\"1\">b</li></ol>");
	assert_tidy("<ol reversed start=9><li>a</ol>", "<ol start=\"9\"><li value=\"9\">a</li></ol>");
	assert_tidy("<ol start=-3><li>a<li>b</ol>", "<ol start=\"-3\"><li>a</li><li>b</li></ol>");
	assert_tidy("<ol start=0><li>a<li value=-1>b</ol>", "<ol start=\"0\"><li>a</li><li value=\"-1\">b</li></ol>");
	assert_tidy("<table><tr><td><ol reversed><li>a<li>b<li>c</ol><td><ol start=-1><li>a<li>b</ol></table>",
		"<table><tr><td>3. a<br/>2. b<br/>1. c</td><td>-1. a<br/>0. b</td></tr></table>");
	assert_tidy("<ol><li>a<li value=5>b<li>c</ol>", "<ol><li>a</li><li value=\"5\">b</li><li>c</li></ol>");
	assert_tidy("<ol type=I><li>a<ol style='list-style-type: lower-alpha'><li>b</ol></ol>",
	    "<ol type=\"I\"><li>a<ol type=\"a\"><li>b</li></ol></li></ol>");
	assert_tidy("<ol type=x><li value=x>a</ol><ul type=disc><li value=3>b</ul>", "<ol><li>a</li></ol><ul><li>b</li></ul>");
}

static void
cells_keep_the_side_their_text_stands_on(void **state)
{
	(void)state;
	assert_tidy("<table><tr><th>a<th align=RIGHT>b<tr><td style='color: red; text-align: center'>c<td style='text-align:right'>d</table>",
	    "<table><tr><th>a</th><th data-align=\"right\">b</th></tr>"
	    "<tr><td data-align=\"center\">c</td><td data-align=\"right\">d</td></tr></table>");
	assert_tidy("<table><tr><td align=right style='text-align:left'>a<td align=justify>b</table>",
	    "<table><tr><td>a</td><td>b</td></tr></table>");
}

static void
details_keep_their_summary_whatever_it_says(void **state)
{
	(void)state;
	assert_tidy("<p>앞글</p><details><summary>더보기</summary><p>속글</p></details><p>더보기</p>",
	    "<p>앞글</p><details><summary>더보기</summary><p>속글</p></details>");
}

static void
pictures_keep_their_size(void **state)
{
	(void)state;
	assert_tidy("<img src='https://t.example/a.png' alt=b width=640 height=480>",
	    "<img src=\"https://t.example/a.png\" alt=\"b\" width=\"640\" height=\"480\"/>");
	assert_tidy("<img src='https://t.example/a.png' alt=b width='100%' data-origin-width=1280 height=auto>",
	    "<img src=\"https://t.example/a.png\" alt=\"b\" width=\"1280\"/>");
}

static void
tables_of_data_stay_and_tables_of_layout_go(void **state)
{
	(void)state;
	assert_tidy("<table><tr><th>a<th>b<tr><td colspan=999>c<br>d</table>",
	    "<table><tr><th>a</th><th>b</th></tr><tr><td colspan=\"100\">c<br/>d</td></tr></table>");
	assert_tidy("<table><tr><td><p>a</p><p>b</p></table>", "<p>a</p><p>b</p>");
	assert_tidy("<table><tr><td><p>a</p><p>b</p><td>c<ul><li>d<li> <li><p>e</p><p>f</p></ul>g<ol start=2><li>h<li><b>i</b></ol></table>",
	    "<table><tr><td>a<br/>b</td><td>c<br/>• d<br/>• e<br/>f<br/>g<br/>2. h<br/>3. <b>i</b></td></tr></table>");
	assert_tidy("<figure><img src=/p.png><figcaption>a<br>b</figcaption></figure>",
	    "<figure><img src=\"https://blog.example/p.png\" alt=\"\"/><figcaption>a<br/>b</figcaption></figure>");
	assert_tidy("<table><tr><td><h3>a</h3><td>b</table>", "<h3>a</h3><p>b</p>");
	assert_tidy("<table><tr><td></td><td><img src=/x/y.png></table>",
	    "<table><tr><td></td><td><a href=\"https://blog.example/x/y.png\">y.png</a></td></tr></table>");
}

static void
code_keeps_its_lines_and_its_language(void **state)
{
	(void)state;
	assert_xhtml("<pre class='language-c++'>\na &lt;\n\n\tb  c\n</pre>",
		"<pre data-lang=\"c++\">a &lt;\n\n    b  c</pre>");
	assert_xhtml("<figure class='highlight js'><table><tr><td class=gutter><pre>1<br>2</pre></td>"
		"<td class=code><pre><span class=line>a</span><br><span>b</span></pre></table></figure>",
		"<pre data-lang=\"js\">a\nb</pre>");
	assert_xhtml("<pre class='brush: java; x'>a<span class=lineno>1</span></pre>", "<pre data-lang=\"java\">a</pre>");
	assert_xhtml("<div class=colorscripter-code><table><tr><td><div><div>1</div><div>2</div></div></td><td>"
		"<div><div>a&nbsp;b</div><div></div><div>c</div></div><div>Colored</div></td></tr></table></div>",
		"<pre>a b\n\nc</pre>");
	assert_tidy("<p>**a** <code>**b**</code></p>", "<p><b>a</b> <code>**b**</code></p>");
}

static void
pictures_have_their_real_address(void **state)
{
	(void)state;
	assert_tidy("<img src='data:image/gif;base64,R0' data-src='/a.png' alt='그림'>",
	    "<img src=\"https://blog.example/a.png\" alt=\"그림\"/>");
	assert_tidy("<img src='https://i.example/a.png?type=w80_blur'>",
	    "<img src=\"https://i.example/a.png?type=w800\" alt=\"\"/>");
	assert_tidy("<img srcset='s.png 100w, l.png 900w'>", "<img src=\"https://blog.example/post/l.png\" alt=\"\"/>");
	assert_tidy("<img data-src='a.png'><noscript><img src='a.png'></noscript>",
	    "<img src=\"https://blog.example/post/a.png\" alt=\"\"/>");
	assert_tidy("<p>a<img src='https://t.example/c.gif' width=1 height=1>b</p>", "<p>ab</p>");
	assert_tidy("<figure><img src=/a.png><figcaption>설명</figcaption></figure>",
	    "<figure><img src=\"https://blog.example/a.png\" alt=\"\"/><figcaption>설명</figcaption></figure>");
}

static void
links_are_absolute_safe_and_do_not_track(void **state)
{
	(void)state;
	assert_tidy("<a href='../a?utm_source=x&amp;b=1&amp;fbclid=2#c'>글</a>",
	    "<p><a href=\"https://blog.example/a?b=1#c\">글</a></p>");
	assert_tidy("<a href='javascript:alert(1)'>a</a><a href='#top'>b</a><a href='file:///etc/passwd'>c</a>",
		"<p>abc</p>");
	assert_tidy("<a href='https://user:pass@b.example/@c'>글</a><img src='//u@i.example/a@2x.png'>",
	    "<p><a href=\"https://b.example/@c\">글</a></p><img src=\"https://i.example/a@2x.png\" alt=\"\"/>");
	assert_tidy("<a href='mailto:a@b.example'>편지</a>", "<p><a href=\"mailto:a@b.example\">편지</a></p>");
	assert_tidy("<iframe src='https://www.youtube.com/embed/abc?rel=0'></iframe>",
	    "<p><a href=\"https://www.youtube.com/watch?v=abc\">YouTube</a></p>");
}

static struct str
fixture(const char *name)
{
	struct buf bytes = { 0 };
	struct err err = { 0 };
	struct str ret;

	if (file_read(name, 1 << 20, &bytes, &err))
		fail_msg("%s", err.text);
	ret = arena_dup(&arena, buf_str(&bytes));
	buf_free(&bytes);
	return ret;
}

static void
tistory_posts_come_out_clean(void **state)
{
	struct tidy_result result = tidied(fixture("tests/fixtures/html/tistory.html"));

	(void)state;
	assert_str(inside(result.xhtml),
		"<h2><b>1. 왜 옮겼나</b></h2><p>서버를 <b>집</b>으로 옮겼다. 전기료는 <s>비싸다</s> 싸다.</p>"
		"<p data-size=\"18.7\" data-blank=\"1\">조금 큰 글씨로 쓴 문장</p>"
		"<pre data-lang=\"java\">if (a &lt; b) {    return a &amp;&amp; b;}</pre>"
		"<figure><img src=\"https://img.example/a@2x.png\" alt=\"\" width=\"100\"/>"
		"<figcaption>집에 둔 서버</figcaption></figure>"
		"<p data-blank=\"1\"><a href=\"https://ref.example/post\">참고한 글</a></p><p>접어 둔 문장</p>"
		"<table><tr><td>항목</td><td>값</td></tr><tr><td colspan=\"2\">합계</td></tr></table><hr/>"
		"<ul><li>하나</li><li>둘<ul><li>둘의 하나</li></ul></li></ul>"
		"<blockquote><p>인용한 문장</p></blockquote>"
		"<p><a href=\"https://www.youtube.com/watch?v=abc123XYZ\">YouTube</a></p>");
	assert_str(result.image, "https://img.example/a@2x.png");
}

static void
naver_posts_come_out_clean(void **state)
{
	(void)state;
	assert_str(inside(tidied(fixture("tests/fixtures/html/naver.html")).xhtml),
		"<h2 data-size=\"24\"><b>첫 번째 소제목</b></h2><p data-size=\"16\">본문 한 줄.</p>"
		"<p data-size=\"19\" data-blank=\"1\">큰 줄</p><blockquote><p>인용 제목</p></blockquote>"
		"<figure><img src=\"https://thumb.example/p.png?type=w800\" alt=\"\"/><figcaption>사진 "
		"설명</figcaption></figure>"
		"<img src=\"https://thumb.example/q.png?type=w800\" alt=\"\"/>"
		"<pre data-lang=\"python\">print(1)if x:    pass</pre>"
		"<p><a href=\"https://ref.example/9\">링크 제목</a></p><p data-blank=\"1\"><code>a^2+b^2</code></p>");
}

static void
plain_text_keeps_its_lines(void **state)
{
	struct tidy_input in = { .html = str_lit("하나 <b>\n\n• 둘\n• 셋\n1. 넷\n"), .is_text = true };
	struct tidy_result result;

	(void)state;
	tidy_html(&arena, &in, &result);
	assert_str(inside(result.xhtml),
	    "<p>하나 &lt;b&gt;</p><ul><li data-blank=\"1\">둘</li><li>셋</li></ul><p>1. 넷</p>");
}

static void
the_summary_tells_letters_and_first_words(void **state)
{
	struct tidy_result result = tidied(str_lit("<h2>가 나</h2><p>다라 <b>abc</b></p><img src=/x.png><pre>z</pre>"));

	(void)state;
	assert_int_equal(result.letters, 8);
	assert_str(result.excerpt, "가 나 다라 abc");
	assert_str(result.image, "https://blog.example/x.png");
	assert_false(result.is_cut);
}

static void
absolute_keeps_markup_and_resolves_addresses(void **state)
{
	struct buf out = { 0 };

	(void)state;
	tidy_absolute(&out, str_lit("<p class=x>a &amp; b<br><img src=\"i.png\" srcset=\"a.png 1x, b.png 2x\" alt='\"'>"
	                            "<a href=\"/c?d=1&amp;e\">c</a>"), str_lit(BASE));
	assert_str(buf_str(&out),
		"<p class=\"x\">a &amp; b<br><img src=\"https://blog.example/post/i.png\" "
		"srcset=\"https://blog.example/post/a.png 1x, https://blog.example/post/b.png 2x\" alt=\"&quot;\">"
		"<a href=\"https://blog.example/c?d=1&amp;e\">c</a></p>");
	buf_clear(&out);
	tidy_absolute(&out, str_lit("1 &lt; 2 & 3"), str_lit(BASE));
	assert_str(buf_str(&out), "1 &lt; 2 & 3");
	buf_free(&out);
}

static void
plain_gives_one_line_of_text(void **state)
{
	struct buf out = { 0 };

	(void)state;
	tidy_plain(&out, str_lit(" <b>SK</b>&amp;&nbsp;MIT<br>공동\n연구 <script>x</script>"));
	assert_str(buf_str(&out), "SK&\u00a0MIT 공동 연구");
	buf_clear(&out);
	tidy_plain(&out, str_lit("C++ > C  2"));
	assert_str(buf_str(&out), "C++ > C 2");
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(addresses_of_letters_that_are_not_composed_go_as_bytes, empty_arena),
		cmocka_unit_test_teardown(wrappers_dissolve_and_running_text_becomes_paragraphs, empty_arena),
		cmocka_unit_test_teardown(a_line_break_stays_and_two_leave_a_blank, empty_arena),
		cmocka_unit_test_teardown(styles_become_elements, empty_arena),
		cmocka_unit_test_teardown(sizes_of_most_letters_become_hints, empty_arena),
		cmocka_unit_test_teardown(lists_nest_even_where_the_html_does_not, empty_arena),
		cmocka_unit_test_teardown(lists_keep_the_numbers_the_author_gave, empty_arena),
		cmocka_unit_test_teardown(cells_keep_the_side_their_text_stands_on, empty_arena),
		cmocka_unit_test_teardown(details_keep_their_summary_whatever_it_says, empty_arena),
		cmocka_unit_test_teardown(pictures_keep_their_size, empty_arena),
		cmocka_unit_test_teardown(tables_of_data_stay_and_tables_of_layout_go, empty_arena),
		cmocka_unit_test_teardown(code_keeps_its_lines_and_its_language, empty_arena),
		cmocka_unit_test_teardown(pictures_have_their_real_address, empty_arena),
		cmocka_unit_test_teardown(links_are_absolute_safe_and_do_not_track, empty_arena),
		cmocka_unit_test_teardown(tistory_posts_come_out_clean, empty_arena),
		cmocka_unit_test_teardown(naver_posts_come_out_clean, empty_arena),
		cmocka_unit_test_teardown(plain_text_keeps_its_lines, empty_arena),
		cmocka_unit_test_teardown(the_summary_tells_letters_and_first_words, empty_arena),
		cmocka_unit_test_teardown(absolute_keeps_markup_and_resolves_addresses, empty_arena),
		cmocka_unit_test_teardown(plain_gives_one_line_of_text, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
