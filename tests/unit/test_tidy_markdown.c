#include "tidy_fixture.h"

static void
fences_become_code_as_it_was_written(void **state)
{
	(void)state;
	assert_xhtml("<p>```python<br>def a():<br>&nbsp; &nbsp; return **1**<br><br># x<br>```</p><p>뒤</p>",
	    "<pre data-lang=\"python\">def a():\n    return **1**\n\n# x</pre>\n<p>뒤</p>");
	assert_xhtml("<p>~~~</p><p>x</p><p>~~~</p>", "<pre>x</pre>");
	assert_xhtml("<p>글 ```코드``` 글</p><p>```</p><p>닫히지 않은 것</p>", "<p>글 <code>코드</code> 글</p>\n<p>```</p>\n<p>닫히지 않은 것</p>");
	assert_xhtml("<p>```</p><h2>제목</h2><p>```</p>", "<p>```</p>\n<h2>제목</h2>\n<p>```</p>");
}

static void
plain_text_keeps_the_indent_of_fenced_code(void **state)
{
	struct tidy_input in = { .html = str_lit("```\nif x:\n\ty\n   z\n```\n"), .is_text = true };
	struct tidy_result result;

	(void)state;
	tidy_html(&arena, &in, &result);
	assert_str(result.xhtml, "<article>\n<pre>if x:\n    y\n   z</pre>\n</article>");
}

static void
links_and_pictures_become_what_they_mean(void **state)
{
	(void)state;
	assert_tidy("<p>[이름](https://x.example/a) 과 [x](y), array[0](1), [참고][1]</p>",
	    "<p><a href=\"https://x.example/a\">이름</a> 과 [x](y), array[0](1), [참고][1]</p>");
	assert_tidy("<p>[이름](<a href='https://x.example/a'>https://x.example/a</a>)이다</p>", "<p><a href=\"https://x.example/a\">이름</a>이다</p>");
	assert_tidy("<p>![그림](https://x.example/i.png)</p>", "<img src=\"https://x.example/i.png\" alt=\"그림\"/>");
	assert_tidy("<p>[![배지](https://x.example/b.svg)](https://x.example/l)</p>", "<p><a href=\"https://x.example/l\">배지</a></p>");
	assert_tidy("<p>[위키](https://x.example/a_(b)) [제목](https://x.example/c \"말\")</p>",
	    "<p><a href=\"https://x.example/a_(b)\">위키</a> <a href=\"https://x.example/c\">제목</a></p>");
	assert_tidy("<p>[나쁜](javascript:alert(1)) <b>글</b></p>", "<p>[나쁜](javascript:alert(1)) <b>글</b></p>");
}

static void
tables_with_bars_become_tables(void **state)
{
	(void)state;
	assert_tidy("<p>| 이름 | 값 |<br>|---|--:|<br>| `a|b` | **1** |<br>| 나 |</p><p>뒤</p>",
	    "<table><tr><th>이름</th><th data-align=\"right\">값</th></tr><tr><td><code>a|b</code></td><td data-align=\"right\"><b>1</b></td></tr>"
	    "<tr><td>나</td><td data-align=\"right\"></td></tr></table><p>뒤</p>");
	assert_tidy("<p>가 | 나</p><p>다 | 라</p>", "<p>가 | 나</p><p>다 | 라</p>");
	assert_tidy("<p>가</p><p>---</p><p>나</p>", "<p>가</p><hr/><p>나</p>");
}

static void
weak_marks_count_only_in_a_text_of_markdown(void **state)
{
	(void)state;
	assert_tidy("<p>**굵게** *기울임*과 ~~지움~~ __밑줄 굵게__</p>", "<p><b>굵게</b> <i>기울임</i>과 <s>지움</s> <b>밑줄 굵게</b></p>");
	assert_tidy("<p>*기울임* ~~지움~~</p>", "<p>*기울임* ~~지움~~</p>");
	assert_tidy("<p>**굵게** 2 * 3 * 4, a*b*c, *args, snake_case_name, __init__, 안녕~~ 반가워~~</p>",
	    "<p><b>굵게</b> 2 * 3 * 4, a*b*c, *args, snake_case_name, __init__, 안녕~~ 반가워~~</p>");
	assert_tidy("<p>f(*args, **kwargs)로</p>", "<p>f(*args, **kwargs)로</p>");
	assert_tidy("<p>## 절</p><p>&gt; 인용 하나</p><p>&gt; 둘</p>",
	    "<p data-hashes=\"2\">절</p><blockquote><p>인용 하나</p><p>둘</p></blockquote>");
	assert_tidy("<p>&gt; npm install</p>", "<p>&gt; npm install</p>");
}

static void
formulas_between_dollars_are_code_and_prices_are_not(void **state)
{
	(void)state;
	assert_tidy("<p>가격은 $5와 $10, $HOME/$PATH. 식 $a^2 + b_1$과 \\( c*d*e \\)</p>",
	    "<p>가격은 $5와 $10, $HOME/$PATH. 식 <code>a^2 + b_1</code>과 <code>c*d*e</code></p>");
	assert_tidy("<p>$$</p><p>E = **m**c^2</p><p>$$</p><p>$$x_1 + **y**$$</p>", "<p><code>E = **m**c^2</code></p><p><code>x_1 + **y**</code></p>");
	assert_tidy("<p>**모두 굵은 `a**b` 와 $x_1$**</p>", "<p><b>모두 굵은 <code>a**b</code> 와 <code>x_1</code></b></p>");
	assert_tidy("<p>``a ` b`` `c</p>", "<p><code>a ` b</code> `c</p>");
}

static void
alerts_have_a_label(void **state)
{
	(void)state;
	assert_tidy("<blockquote><p>[!NOTE]\n앞에 긴 글과 **하나**</p><p>둘</p></blockquote><blockquote><p>[!WARNING]</p><ul><li>셋</ul></blockquote>",
	    "<blockquote><p><b>Note</b></p><p>앞에 긴 글과 <b>하나</b></p><p>둘</p></blockquote>"
	    "<blockquote><p><b>Warning</b></p><ul><li>셋</li></ul></blockquote>");
	assert_tidy("<blockquote><p>[!tip]<br>글</p></blockquote>", "<blockquote><p><b>Tip</b><br/>글</p></blockquote>");
	assert_tidy("<blockquote><p>[!OTHER] 글</p></blockquote><p>[!NOTE] 글</p>", "<blockquote><p>[!OTHER] 글</p></blockquote><p>[!NOTE] 글</p>");
	assert_tidy("<blockquote><p>글</p><p>[!NOTE]</p></blockquote>", "<blockquote><p>글</p><p>[!NOTE]</p></blockquote>");
}

static void
bare_addresses_are_links(void **state)
{
	(void)state;
	assert_tidy("<p>https://bare.example/abc?d=e&utm_source=x 맨주소, <b>http://b.example/글-하나</b>.</p>",
	    "<p><a href=\"https://bare.example/abc?d=e\">https://bare.example/abc?d=e&amp;utm_source=x</a> 맨주소, "
	    "<a href=\"http://b.example/글-하나\"><b>http://b.example/글-하나</b></a>.</p>");
	assert_tidy("<p>보라: (https://a.example/x)에서</p><p>https://a.example/입니다.</p>",
	    "<p>보라: (<a href=\"https://a.example/x\">https://a.example/x</a>)에서</p>"
	    "<p><a href=\"https://a.example/\">https://a.example/</a>입니다.</p>");
	assert_tidy("<p><code>https://a.example/</code> <a href='https://b.example/'>https://c.example/</a> https://d.example/<b>e</b> xhttps://f.example/ https://</p>",
	    "<p><code>https://a.example/</code> <a href=\"https://b.example/\">https://c.example/</a> https://d.example/<b>e</b> xhttps://f.example/ https://</p>");
	assert_tidy("<pre>curl https://a.example/</pre>", "<pre>curl https://a.example/</pre>");
	assert_tidy("<p>**굵게** [글](https://a.example/) https://a.example/</p>",
	    "<p><b>굵게</b> <a href=\"https://a.example/\">글</a> <a href=\"https://a.example/\">https://a.example/</a></p>");
}

static void
players_of_velog_are_links(void **state)
{
	(void)state;
	assert_tidy("<p>!youtube[a-B_9x]</p><p>!codepen[noeul/embed/AbC?height=265&amp;theme-id=dark]</p>",
	    "<p><a href=\"https://www.youtube.com/watch?v=a-B_9x\">YouTube</a></p>"
	    "<p><a href=\"https://codepen.io/noeul/pen/AbC\">CodePen</a></p>");
	assert_tidy("<p>!codesandbox[x-1?view=split]</p><p>글<br>!twitter[noeul/status/12]</p>",
	    "<p><a href=\"https://codesandbox.io/s/x-1\">CodeSandbox</a></p>"
	    "<p>글<br/><a href=\"https://twitter.com/noeul/status/12\">Twitter</a></p>");
	assert_tidy("<p><code>!youtube[abc]</code></p><p>!youtube[]</p><p>!youtube[두 말]</p><p>!youtube[a] 글</p><p>!</p>",
	    "<p><code>!youtube[abc]</code></p><p>!youtube[]</p><p>!youtube[두 말]</p><p>!youtube[a] 글</p><p>!</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(fences_become_code_as_it_was_written, empty_arena),
		cmocka_unit_test_teardown(plain_text_keeps_the_indent_of_fenced_code, empty_arena),
		cmocka_unit_test_teardown(links_and_pictures_become_what_they_mean, empty_arena),
		cmocka_unit_test_teardown(tables_with_bars_become_tables, empty_arena),
		cmocka_unit_test_teardown(weak_marks_count_only_in_a_text_of_markdown, empty_arena),
		cmocka_unit_test_teardown(formulas_between_dollars_are_code_and_prices_are_not, empty_arena),
		cmocka_unit_test_teardown(bare_addresses_are_links, empty_arena),
		cmocka_unit_test_teardown(alerts_have_a_label, empty_arena),
		cmocka_unit_test_teardown(players_of_velog_are_links, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
