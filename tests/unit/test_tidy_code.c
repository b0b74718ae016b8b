#include "tidy_fixture.h"

static void
numbers_of_lines_are_no_code(void **state)
{
	(void)state;
	assert_xhtml("<figure class='highlight java'><table><tr><td class=gutter><pre><span class=line>1</span><br></pre></td><td class=code>"
	             "<pre><span class=line>a {</span><br><span class=line></span><br><span class=line>  b</span><br></pre></td></tr></table></figure>",
	    "<pre data-lang=\"java\">a {\n\n  b</pre>");
	assert_xhtml("<div class='language-ruby highlighter-rouge'><pre class=highlight><code><table class=rouge-table><tr><td class='rouge-gutter gl'>"
	             "<pre class=lineno>1\n2\n</pre></td><td class=rouge-code><pre>def a\n  1\n</pre></td></tr></table></code></pre></div>",
	    "<pre data-lang=\"ruby\">def a\n  1</pre>");
	assert_xhtml("<pre><code class='hljs kotlin'><table class=hljs-ln><tr><td class=hljs-ln-numbers>1</td><td class=hljs-ln-code>a</td></tr>"
	             "<tr><td class=hljs-ln-numbers>2</td><td class=hljs-ln-code></td></tr><tr><td class=hljs-ln-numbers>3</td>"
	             "<td class=hljs-ln-code>  b</td></tr></table></code></pre>", "<pre data-lang=\"kotlin\">a\n\n  b</pre>");
	assert_xhtml("<table class=lntable><tr><td class=lntd><pre><code><span class=lnt>1\n</span></code></pre></td><td class=lntd>"
	             "<pre><code class=language-go data-lang=go><span class=line><span class=cl>x\n</span></span></code></pre></td></tr></table>",
	    "<pre data-lang=\"go\">x</pre>");
	assert_xhtml("<pre class='line-numbers language-css'><code>a {}<span class=line-numbers-rows><span></span></span></code></pre>",
	    "<pre data-lang=\"css\">a {}</pre>");
}

static void
tables_of_numbers_and_lines_are_known_by_what_is_in_them(void **state)
{
	(void)state;
	assert_xhtml("<table><tr><td><div><div>1</div><div>2</div></div></td><td><div><div style='white-space:pre'>a&nbsp;=&nbsp;1</div>"
	             "<div style='white-space:pre'>b</div></div><div><a href='http://c.example/'>Colored</a></div></td></tr></table>",
	    "<pre>a = 1\nb</pre>");
	assert_xhtml("<table><tr><td>1<br>2<br>3</td><td><pre>x\ny\nz</pre></td></tr></table>", "<pre>x\ny\nz</pre>");
	assert_tidy("<table><tr><td>1</td><td>가</td></tr><tr><td>2</td><td>나</td></tr></table>",
	    "<table><tr><td>1</td><td>가</td></tr><tr><td>2</td><td>나</td></tr></table>");
	assert_tidy("<table><tr><td>1</td><td>가</td></tr></table>", "<table><tr><td>1</td><td>가</td></tr></table>");
}

static void
highlighters_that_draw_lines_as_boxes_are_code(void **state)
{
	(void)state;
	assert_xhtml("<div class='syntaxhighlighter java'><table><tr><td class=gutter><div class=line>1</div><div class=line>2</div></td>"
	             "<td class=code><div class=container><div class=line><code>int</code> <code>a;</code></div><div class=line><code>&nbsp;&nbsp;</code>"
	             "<code>b</code></div></div></td></tr></table></div>", "<pre data-lang=\"java\">int a;\n  b</pre>");
	assert_xhtml("<div class=CodeMirror><div class=CodeMirror-code><div><div class=CodeMirror-gutter-wrapper>1</div><pre>a = 1</pre></div>"
	             "<div><pre>&#8203;</pre></div><div><pre>  b</pre></div></div></div>", "<pre>a = 1\n\n  b</pre>");
	assert_xhtml("<div class=gist><div class='data type-python'><table class='highlight tab-size js-file-line-container'>"
	             "<tr><td class=blob-num>1</td><td class=blob-code>import a</td></tr><tr><td class=blob-num></td><td class=blob-code>\n</td></tr>"
	             "<tr><td class=blob-num></td><td class=blob-code>  b</td></tr></table></div><div class=gist-meta>view raw</div></div>",
	    "<pre data-lang=\"python\">import a\n\n  b</pre>");
	assert_tidy("<pre><code class='language-자바'>a</code></pre><pre data-ke-language='js{1,3}'>b</pre><pre><code class='language-{.java'>c</code></pre>"
	            "<pre><code class='language-{python}'>d</code></pre><pre><code class='language-아무말'>e</code></pre>",
	    "<pre data-lang=\"자바\">a</pre><pre data-lang=\"js\">b</pre><pre data-lang=\"java\">c</pre><pre data-lang=\"python\">d</pre><pre>e</pre>");
	assert_xhtml("<div class='__se_code_view language-js'>a<br>&nbsp; b<br><br>c</div>", "<pre data-lang=\"js\">a\n  b\n\nc</pre>");
	assert_xhtml("<div class=ql-code-block-container><div class=ql-code-block>a</div><div class=ql-code-block>  b</div></div>", "<pre>a\n  b</pre>");
	assert_xhtml("<pre><code><span class=line>a</span><span class=line></span><span class=line>  b</span></code></pre>", "<pre>a\n\n  b</pre>");
	assert_xhtml("<pre><span style='display:block'>m</span><span style='display:block'>  n</span></pre>", "<pre>m\n  n</pre>");
	assert_xhtml("<div class=dp-highlighter><div class=bar>view plain</div><ol class=dp-c><li><span>int a;</span></li><li><span>&nbsp;b;</span></li>"
	             "</ol></div>", "<pre>int a;\n b;</pre>");
	assert_xhtml("<pre>a<br>&nbsp;&nbsp;b<br/>\tc<br><br>d</pre>", "<pre>a\n  b\n    c\n\nd</pre>");
}

static void
code_is_found_where_no_pre_is(void **state)
{
	(void)state;
	assert_xhtml("<textarea name=code>a {\n  b\n}</textarea><textarea placeholder=x></textarea>", "<pre>a {\n  b\n}</pre>");
	assert_xhtml("<p style='font-family:Consolas,monospace'>int a = 1;<br>&nbsp; b(a);</p>", "<pre>int a = 1;\n  b(a);</pre>");
	assert_xhtml("<p><span style='font-family:monospace'>x = f(1);<br>y = g[2];</span></p>", "<pre>x = f(1);\ny = g[2];</pre>");
	assert_tidy("<p style='font-family:D2Coding'>고정폭 글꼴로 쓴 글이다<br>줄을 바꾼 문장이다</p>",
	    "<p>고정폭 글꼴로 쓴 글이다<br/>줄을 바꾼 문장이다</p>");
	assert_xhtml("<div><code>a = 1;<br>&nbsp; b = 2;</code></div>", "<pre>a = 1;\n  b = 2;</pre>");
	assert_tidy("<p>이것은 <code>a<br>b</code>이다</p>", "<p>이것은 <code>a</code><br/><code>b</code>이다</p>");
	assert_xhtml("<div class=code>int a;<br>int b;</div>", "<pre>int a;\nint b;</pre>");
	assert_xhtml("<script type=syntaxhighlighter class='brush: html'><![CDATA[<b>x</b>]]></script>", "<pre data-lang=\"html\">&lt;b&gt;x&lt;/b&gt;</pre>");
}

static void
languages_are_read_in_all_ways_they_are_noted(void **state)
{
	static const struct {
		const char *html, *lang;
	} cases[] = {
		{ "<pre><code class='language-Java:Main.java'>x</code></pre>", "java" },
		{ "<pre><code class='language-js{1,3}'>x</code></pre>", "js" },
		{ "<pre class='brush: sql; title: ; notranslate'>x</pre>", "sql" },
		{ "<pre class='lang:java decode:true'>x</pre>", "java" },
		{ "<pre data-enlighter-language=php>x</pre>", "php" },
		{ "<pre data-ke-language=kotlin class=kotlin><code>x</code></pre>", "kotlin" },
		{ "<pre lang=sql>x</pre>", "sql" },
		{ "<pre class=python>x</pre>", "python" },
		{ "<pre class='prettyprint lang-py linenums'>x</pre>", "py" },
		{ "<div class='highlight highlight-source-shell'><pre>x</pre></div>", "shell" },
		{ "<pre>\n<code class='hljs language-rust copyable'>x</code></pre>", "rust" },
		{ "<figure data-language=jsx><pre><code>x</code></pre></figure>", "jsx" },
	};
	static const char *const none[] = {
		"<pre lang=ko>x</pre>", "<pre class='language-plaintext'>x</pre>", "<pre class=note>x</pre>", "<pre class='language-null'>x</pre>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str want = arena_printf(&arena, "<article>\n<pre data-lang=\"%s\">x</pre>\n</article>", cases[i].lang);

		assert_str(tidied(str_of(cases[i].html)).xhtml, want.p);
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_str(tidied(str_of(none[i])).xhtml, "<article>\n<pre>x</pre>\n</article>");
}

static void
buttons_and_labels_around_code_go(void **state)
{
	(void)state;
	assert_xhtml("<div class=code-toolbar><pre class=language-go>x</pre><div class=toolbar><div><button>Copy</button></div><span>Go</span></div></div>",
	    "<pre data-lang=\"go\">x</pre>");
	assert_xhtml("<pre>x<span class=copy-code-btn>복사</span><button>c</button></pre>", "<pre>x</pre>");
}

static void
tables_of_data_may_hold_short_code_and_frames(void **state)
{
	(void)state;
	assert_tidy("<table><tr><th>가<th>나<tr><td><pre>a</pre><td><blockquote>인용</blockquote></table>",
	    "<table><tr><th>가</th><th>나</th></tr><tr><td><code>a</code></td><td>인용</td></tr></table>");
	assert_xhtml("<table><tr><th>가<th>나<tr><td>앞<pre>a\n  b</pre>뒤<br>끝<td><code>c<br> d</code></table>",
	             "<table><tr><th>가</th><th>나</th></tr>\n<tr><td>앞<pre>a\n  b</pre>뒤<br/>끝</td><td><pre>c\n d</pre></td></tr>\n</table>");
	assert_xhtml("<table><tr><td>가<td>나<tr><td><pre>a\n  b</pre><td>글</table>", "<p>가</p>\n<p>나</p>\n<pre>a\n  b</pre>\n<p>글</p>");
	assert_tidy("<table role=presentation><tr><td>가<td>나</table>", "<p>가</p><p>나</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(numbers_of_lines_are_no_code, empty_arena),
		cmocka_unit_test_teardown(tables_of_numbers_and_lines_are_known_by_what_is_in_them, empty_arena),
		cmocka_unit_test_teardown(highlighters_that_draw_lines_as_boxes_are_code, empty_arena),
		cmocka_unit_test_teardown(code_is_found_where_no_pre_is, empty_arena),
		cmocka_unit_test_teardown(languages_are_read_in_all_ways_they_are_noted, empty_arena),
		cmocka_unit_test_teardown(buttons_and_labels_around_code_go, empty_arena),
		cmocka_unit_test_teardown(tables_of_data_may_hold_short_code_and_frames, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
