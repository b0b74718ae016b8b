#include "tidy_fixture.h"

static void
cards_are_one_line_that_links(void **state)
{
	static const char *const cards[] = {
		"<figure data-ke-type=opengraph data-og-title='제목' data-og-source-url='https://r.example/a'><a href=x><p class=og-desc>설명</p></a></figure>",
		"<div class='se-component se-oglink'><a href='https://r.example/a'><img src=t.png></a><a href='https://r.example/a'>"
		"<strong class=se-oglink-title>제목</strong><p>요약</p></a></div>",
		"<div class='og _oglink'><div class=box><div class=thumb><a href='https://r.example/a'><img src=t.png></a></div><div class=txt>"
		"<a href='https://r.example/a'><div><div class='ell tit'>제목</div><div class='ell dsc'>요약</div></div></a></div></div></div>",
		"<figure class='kg-card kg-bookmark-card'><a href='https://r.example/a'><div class=kg-bookmark-title>제목</div><div>설명</div></a></figure>",
		"<div class='graf graf--mixtapeEmbed'><a href='https://r.example/a'><strong>제목</strong><br><em>설명</em>r.example</a></div>",
		"<figure><a href='https://r.example/a' class='bookmark source'><div class=bookmark-title>제목</div><img src=i.ico></a></figure>",
		"<a href='https://r.example/a'><div><h2>제목</h2><div><h3>설명</h3></div><p>r.example</p></div></a>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++)
		assert_str(inside(tidied(str_of(cards[i])).xhtml), "<p><a href=\"https://r.example/a\">제목</a></p>");
	assert_tidy("<figure class=fileblock><a href='https://f.example/a.zip'><div class=filename>a.zip</div><div>1MB</div></a></figure>",
	    "<p><a href=\"https://f.example/a.zip\">a.zip</a></p>");
	assert_tidy("<div class=bookmark>갈 곳 없는 <b>상자</b></div>", "<p>갈 곳 없는 <b>상자</b></p>");
	assert_tidy("<figure data-ke-type=video data-video-url='https://v.example/1' data-video-title='영상'><iframe src=x></iframe>"
	            "<figcaption>설명</figcaption></figure>", "<p><a href=\"https://v.example/1\">영상</a></p><p>설명</p>");
}

static void
a_video_of_the_page_leads_to_the_page(void **state)
{
	(void)state;
	assert_tidy("<p>앞</p><div class=se-video></div><script class=__se_module_data data-module='{\"type\":\"v2_video\",\"data\":"
	            "{\"thumbnail\":\"https://v.example/t.jpg\",\"mediaMeta\":{\"title\":\"물 주는 법\"}}}'></script>",
	    "<p>앞</p><img src=\"https://v.example/t.jpg\" alt=\"\"/><p><a href=\"https://blog.example/post/1\">▶ 물 주는 법</a></p>");
}

static void
frames_lead_to_the_page_people_know(void **state)
{
	static const struct {
		const char *src, *page, *title;
	} frames[] = {
		{ "https://www.youtube.com/embed/abc?rel=0", "https://www.youtube.com/watch?v=abc", "YouTube" },
		{ "//www.youtube.com/embed/videoseries?list=PL1&x", "https://www.youtube.com/playlist?list=PL1", "YouTube" },
		{ "https://player.vimeo.com/video/123?h=1", "https://vimeo.com/123", "Vimeo" },
		{ "https://tv.naver.com/embed/456?autoPlay=false", "https://tv.naver.com/v/456", "네이버TV" },
		{ "https://play-tv.kakao.com/embed/player/cliplink/789@my", "https://tv.kakao.com/v/789", "카카오TV" },
		{ "https://codepen.io/user/embed/abc?default-tab=result", "https://codepen.io/user/pen/abc", "CodePen" },
		{ "https://docs.google.com/presentation/d/e/2PAC/embed?start=false", "https://docs.google.com/presentation/d/e/2PAC/pub", "Google Docs" },
		{ "https://gist.github.com/user/0a1b.pibb", "https://gist.github.com/user/0a1b", "GitHub Gist" },
		{ "https://map.example/view?id=1", "https://map.example/view?id=1", "https://map.example/view?id=1" },
	};
	static const char *const junk[] = {
		"https://googleads.g.doubleclick.net/x", "https://www.facebook.com/plugins/like.php?href=x", "https://ads-partners.coupang.com/w.html",
		"about:blank", "javascript:x", "https://www.googletagmanager.com/ns.html?id=1",
	};

	(void)state;
	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
		struct str html = arena_printf(&arena, "<iframe src=\"%s\" title=\"YouTube video player\"></iframe>", frames[i].src);
		struct str want = arena_printf(&arena, "<p><a href=\"%s\">%s</a></p>", frames[i].page, frames[i].title);

		assert_str(inside(tidied(html).xhtml), want.p);
	}
	for (size_t i = 0; i < sizeof junk / sizeof *junk; i++)
		assert_str(inside(tidied(arena_printf(&arena, "<iframe src=\"%s\"></iframe>", junk[i])).xhtml), "");
	assert_tidy("<iframe src='https://s.example/p' title='발표 자료'></iframe>", "<p><a href=\"https://s.example/p\">발표 자료</a></p>");
	assert_tidy("<iframe src='https://s.example/p' width=1 height=1></iframe>", "");
	assert_tidy("<lite-youtube videoid=abc playlabel='제목'></lite-youtube>", "<p><a href=\"https://www.youtube.com/watch?v=abc\">제목</a></p>");
	assert_tidy("<script src='https://gist.github.com/u/0a.js?file=b.py'></script>", "<p><a href=\"https://gist.github.com/u/0a\">GitHub Gist</a></p>");
	assert_tidy("<object data=doc.pdf><p>여기</p></object>", "<p><a href=\"https://blog.example/post/doc.pdf\">https://blog.example/post/doc.pdf</a></p>");
	assert_tidy("<object><p>대신 읽을 글</p></object>", "<p>대신 읽을 글</p>");
}

static void
formulas_are_shown_once_as_their_source(void **state)
{
	(void)state;
	assert_tidy("<p>식 <span class=katex><span class=katex-mathml><math><semantics><msup><mi>a</mi><mn>2</mn></msup>"
	            "<annotation encoding='application/x-tex'>a^2</annotation></semantics></math></span><span class=katex-html>a2</span></span>이다</p>",
	    "<p>식 <code>a^2</code>이다</p>");
	assert_tidy("<p><span class=katex-html>E=mc2</span></p>", "<p>E=mc2</p>");
	assert_tidy("<p>식은 <span class=MathJax_Preview>x</span><span class=MathJax><nobr>x²</nobr></span><script type='math/tex'>x^2</script>다</p>",
	    "<p>식은 <code>x^2</code>다</p>");
	assert_tidy("<mjx-container class=MathJax><mjx-math></mjx-math><mjx-assistive-mml><math><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mrow><mn>2</mn>"
	            "<mi>y</mi></mrow></mfrac></math></mjx-assistive-mml></mjx-container>", "<p><code>x = 1/(2y)</code></p>");
	assert_tidy("<span class=MathJax data-mathml='&lt;math&gt;&lt;msub&gt;&lt;mi&gt;a&lt;/mi&gt;&lt;mi&gt;i&lt;/mi&gt;&lt;/msub&gt;&lt;/math&gt;'>ai</span>",
	    "<p><code>a_i</code></p>");
	assert_tidy("<math alttext='{\\displaystyle E=mc^{2}}'><mi>E</mi></math>", "<p><code>E=mc^{2}</code></p>");
	assert_tidy("<math><msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt><mtext>이면 된다</mtext></math>", "<p><code>√(x + 1)이면 된다</code></p>");
	assert_tidy("<p>값 <img class=latex alt='\\frac{a}{b}' src='https://s.example/latex.php?x'>이다</p>", "<p>값 <code>\\frac{a}{b}</code>이다</p>");
	assert_tidy("<div class=se-formula></div><script class=__se_module_data data-module-v2='{\"type\":\"v2_formula\",\"data\":{\"latex\":\"y^2\"}}'></script>",
	    "<p data-blank=\"1\"><code>y^2</code></p>");
}

static void
what_opens_on_a_click_is_there(void **state)
{
	struct buf page = { 0 };

	(void)state;
	assert_tidy("<div data-ke-type=moreLess><a class=btn-toggle-moreless>더 보기</a><div class=moreless-content style='display:none'><p>글</p></div></div>",
	    "<p>글</p>");
	assert_tidy("<div class=tab-pane style='display:none'><p>둘째 탭</p></div><div role=tabpanel hidden><p>셋째 탭</p></div>",
	    "<p>둘째 탭</p><p>셋째 탭</p>");
	assert_tidy("<p style='display:none'>가</p><p style='font-size:0'>나</p><p style='position:absolute;left:-9999px'>다</p>", "");
	for (int i = 0; i < 60; i++)
		(void)buf_puts(&page, i ? "<p>스크립트가 보여 주는 글이다.</p>" : "<div style='visibility:hidden'>");
	assert_true(str_has(tidied(buf_str(&page)).xhtml, "<p>스크립트가 보여 주는 글이다.</p>"));
	buf_free(&page);
	assert_tidy("<details><summary>물음</summary><p>답</p></details>", "<details><summary>물음</summary><p>답</p></details>");
	assert_tidy("<details><summary><h3>물음</h3></summary><p>답</p></details>", "<details><summary>물음</summary><p>답</p></details>");
}

static void
footnotes_of_every_kind_are_notes(void **state)
{
	static const struct {
		const char *name, *note; /* as tools write them */
	} kinds[] = {
		{ "<sup class=footnote><a href='#footnote_9_1' id=footnote_link_9_1>1</a></sup>", /* Tistory */
			"<ol class=footnotes><li id=footnote_9_1>뜻 <a href='#footnote_link_9_1'>[본문으로]</a></li></ol>" },
		{ "<sup id='fnref:1' role=doc-noteref><a href='#fn:1' class=footnote rel=footnote>1</a></sup>", /* kramdown, goldmark */
			"<div class=footnotes role=doc-endnotes><ol><li id='fn:1'><p>뜻&#160;<a href='#fnref:1' class=reversefootnote>&#8617;</a></p></li></ol></div>" },
		{ "<sup class=footnote-ref><a href='#fn1' id=fnref1>[1]</a></sup>", /* markdown-it */
			"<section class=footnotes><ol class=footnotes-list><li id=fn1 class=footnote-item><p>뜻 <a href='#fnref1' class=footnote-backref>↩︎</a></p></li></ol></section>" },
		{ "<sup><a href='#fn-1' id=user-content-fnref-1 data-footnote-ref>1</a></sup>", /* GitHub */
			"<section data-footnotes><ol><li id=user-content-fn-1><p>뜻 <a href='#user-content-fnref-1' data-footnote-backref>↩</a></p></li></ol></section>" },
		{ "<sup id='fnref:1'><a href='#fn:1' rel=footnote><span class='hint--top'>[1]</span></a></sup>", /* Hexo */
			"<div id=footnotes><div id=footnotelist><ol style='list-style:none'><li id='fn:1'><span>1.</span><span>뜻</span>"
			"<a href='#fnref:1' rev=footnote> ↩</a></li></ol></div></div>" },
		{ "<sup class=fn><a href='#ab-12' id=ab-12-link>1</a></sup>", /* WordPress */
			"<ol class=wp-block-footnotes><li id=ab-12>뜻 <a href='#ab-12-link'>↩︎</a></li></ol>" },
		{ "<sup id=cite_ref-1 class=reference><a href='#cite_note-1'>[1]</a></sup>", /* MediaWiki */
			"<ol class=references><li id=cite_note-1><span><b><a href='#cite_ref-1'>^</a></b></span> <span>뜻</span></li></ol>" },
		{ "<a class=wiki-fn-content href='#fn-1'><span id=rfn-1></span>[1]</a>", /* the seed */
			"<div><span><span id=fn-1></span><a href='#rfn-1'>[1]</a> 뜻</span></div>" },
		{ "<sup class=footnote>[<a id=_footnoteref_1 class=footnote href='#_footnotedef_1'>1</a>]</sup>", /* Asciidoctor */
			"<div class=footnote id=_footnotedef_1><a href='#_footnoteref_1'>1</a>. 뜻</div>" },
		{ "<a href='#_ftn1' name=_ftnref1><sup>[1]</sup></a>", "<p><a href='#_ftnref1' name=_ftn1>[1]</a> 뜻</p>" }, /* Word */
		{ "<sup><a href='#ftnt1' id=ftnt_ref1>[1]</a></sup>", "<div><p><a href='#ftnt_ref1' id=ftnt1>[1]</a> 뜻</p></div>" }, /* Docs */
		{ "<a class='footnote-reference brackets' href='#id2' id=id1>1</a>", /* Sphinx */
			"<aside class='footnote brackets' id=id2><span class=label><span>[</span><a href='#id1'>1</a><span>]</span></span><p>뜻</p></aside>" },
		{ "<a data-component-name=FootnoteAnchorToDOM id=fa-1 href='" BASE "#f-1'>1</a>", /* Substack */
			"<div class=footnote><a id=f-1 href='" BASE "#fa-1'>1</a><div><p>뜻</p></div></div>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct buf html = { 0 };

		(void)buf_printf(&html, "<p>말%s이다</p>%s<p>끝</p>", kinds[i].name, kinds[i].note);
		assert_str(inside(tidied(buf_str(&html)).xhtml),
			"<p>말<a data-note=\"1\"><sup>[1]</sup></a>이다</p><ol><li data-note=\"1\">뜻</li></ol><p>끝</p>");
		buf_free(&html);
	}
}

static void
footnotes_have_one_number_each(void **state)
{
	(void)state;
	/* named twice; a number that is taken; a sign */
	assert_tidy("<p>가<sup><a href='#a'>1</a></sup>나<sup><a href='#a'>1</a></sup>다<sup><a href='#b'>1</a>,<a href='#c'>*</a></sup></p>"
		"<ul><li id=a>하나<li id=b><p>둘<p>이어서<li id=c>* 셋</ul>",
		"<p>가<a data-note=\"1\"><sup>[1]</sup></a>나<a data-note=\"1\"><sup>[1]</sup></a>다<a data-note=\"2\"><sup>[2]</sup></a>"
		"<sup>,</sup><a data-note=\"3\"><sup>[3]</sup></a></p>"
		"<ol><li data-note=\"1\">하나</li><li><p data-note=\"2\">둘</p><p>이어서</p></li><li data-note=\"3\">* 셋</li></ol>");
	assert_tidy("<p>가<sup><a href='#a'>8</a></sup><sup><a href='#b'>3</a></sup></p><p id=a>8) 팔</p><p id=b>3 가지</p><p>글</p><p>3 가지</p>",
		"<p>가<a data-note=\"8\"><sup>[8]</sup></a><a data-note=\"3\"><sup>[3]</sup></a></p>"
		"<ol start=\"8\"><li data-note=\"8\">팔</li><li value=\"3\" data-note=\"3\">3 가지</li></ol><p>글</p><p>3 가지</p>");
}

static void
links_in_the_page_that_are_no_footnotes_stay_text(void **state)
{
	(void)state;
	assert_tidy("<p>글 <a href='#top'>1</a> <a href='#'>맨 위로 가는 길</a></p>", "<p>글 1 맨 위로 가는 길</p>");
	assert_tidy("<p>표<a href='#t'>1</a>을 본다</p><p id=t>표 1</p>", "<p>표1을 본다</p><p>표 1</p>");
	assert_tidy("<p>말<sup><a href='#no'>1</a></sup></p>", "<p>말<sup>1</sup></p>");
	assert_tidy("<p>말<sup><a href='#a'>이것은 이름이 아니라 글</a></sup></p><p id=a>글</p>", "<p>말<sup>이것은 이름이 아니라 글</sup></p><p>글</p>");
	assert_tidy("<p>말<sup><a href='#a'>1</a></sup></p><p id=a></p><p>글</p>", "<p>말<a data-note=\"1\"><sup>[1]</sup></a></p><p data-blank=\"1\">글</p>");
}

static void
links_to_sections_of_the_page_lead_there(void **state)
{
	(void)state;
	assert_tidy("<p>목차 <a href='#s1'>1</a> <a href='" BASE "#s2'>2</a></p><h2 id=s1>하나</h2><p>글</p><div id=s2><h2>둘</h2></div>",
		"<p>목차 <a href=\"" BASE "#s1\">1</a> <a href=\"" BASE "#s2\">2</a></p><h2>하나</h2><p>글</p><h2>둘</h2>");
	assert_tidy("<ul><li><a href='#s1'>1. 하나</a></li><li><a href='#s2'>2. 둘</a></li></ul><h2 id=s1>1. 하나</h2><p>글</p><a name=s2></a><h2>2. 둘</h2><p>글</p>",
		"<ul><li><a href=\"" BASE "#s1\">1. 하나</a></li><li><a href=\"" BASE "#s2\">2. 둘</a></li></ul><h2>1. 하나</h2><p>글</p><h2>2. 둘</h2><p>글</p>");
	/* a heading's link to itself, or to where it stands in the contents */
	assert_tidy("<h2 id=a><a href='#a'>하나</a></h2><p>글</p><h2 id=b><a href='#a'>둘</a></h2><p>글</p>", "<h2>하나</h2><p>글</p><h2>둘</h2><p>글</p>");
}

static void
footnotes_keep_numbers_and_words_and_lose_the_way_back(void **state)
{
	(void)state;
	assert_tidy("<p>글<sup><a href='#fn:1'>1</a></sup>이다</p><div class=footnotes><ol><li><p>주 <a href='#fnref:1' role=doc-backlink>&#8617;</a></p></li></ol></div>",
	    "<p>글<sup>1</sup>이다</p><ol><li>주</li></ol>");
	assert_tidy("<ol class=footnotes><li>각주 <a href='#link_1'>[본문으로]</a></li></ol>", "<ol><li>각주</li></ol>");
	assert_tidy("<p><a href='#a'>↩ 키를 누른다</a> <a href='https://x.example/'>↩</a></p>", "<p>↩ 키를 누른다 <a href=\"https://x.example/\">↩</a></p>");
}

static void
tables_of_contents_of_plugins_go(void **state)
{
	(void)state;
	assert_tidy("<div id=toc_container><p>목차</p><ul><li><a href='#a'>1 절</a></li></ul></div><p>글</p>", "<p>글</p>");
	assert_tidy("<div id=dw__toc><h3>Table of Contents</h3><ul><li><a href='#a'>1 절</a></li></ul></div><p>글</p>", "<p>글</p>");
	assert_tidy("<div class=toc><p>목차에 대한 글이 길게 이어지는 상자라면 그것은 목차가 아니라 글이니 남아야 한다</p><a href='#a'>절</a></div>",
	    "<p>목차에 대한 글이 길게 이어지는 상자라면 그것은 목차가 아니라 글이니 남아야 한다</p><p>절</p>");
	assert_tidy("<div class=toc><a href='/other'>다른 글</a></div>", "<p><a href=\"https://blog.example/other\">다른 글</a></p>");
	assert_tidy("<h2>절 <a href='#a'>#</a></h2><h3><a href='#b'>일곱 절</a></h3>", "<h2>절</h2><h3>일곱 절</h3>");
	assert_tidy("<div role=heading aria-level=3>여덟 절</div><span role=heading>아홉 절</span>", "<h3>여덟 절</h3><h2>아홉 절</h2>");
}

static void
small_marks_are_read_out(void **state)
{
	(void)state;
	assert_tidy("<p><ruby>漢<rp>(</rp><rt>한</rt><rp>)</rp>字<rt>자</rt></ruby> <q>말</q></p>", "<p>漢(한)字(자) “말”</p>");
	assert_tidy("<ul><li><input type=checkbox checked> 한 일</li><li><input type=checkbox> 할 일</li></ul>", "<ul><li>☑ 한 일</li><li>☐ 할 일</li></ul>");
}

static void
links_say_nothing_of_the_way_to_them(void **state)
{
	static const struct {
		const char *href, *want;
	} links[] = {
		{ "https://x.example/?gclid=1&x=2", "https://x.example/?x=2" },
		{ "https://x.example/p#:~:text=abc", "https://x.example/p" },
		{ "https://x.example/p#sec:~:text=abc", "https://x.example/p#sec" },
		{ "https://x.example/search?q=utm_source&b", "https://x.example/search?q=utm_source&b" },
		{ "https://youtu.be/abc?si=xyz&t=10", "https://youtu.be/abc?t=10" },
		{ "https://x.example/?si=xyz&NaPm=ct%3D&n_query=a", "https://x.example/?si=xyz" },
		{ "https://m.blog.naver.com/a/1?trackingCode=x&proxyReferer=", "https://m.blog.naver.com/a/1" },
		{ "https://l.facebook.com/l.php?u=https%3A%2F%2Fy.example%2Fa%3Fb%3D1%26fbclid%3Dx&h=AT", "https://y.example/a?b=1" },
		{ "https://www.google.com/url?q=https://y.example/c&sa=D&usg=x", "https://y.example/c" },
		{ "https://medium.com/r/?url=https%3A%2F%2Fy.example%2Fm", "https://y.example/m" },
		{ "https://href.li/?https://y.example/z", "https://y.example/z" },
		{ "https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)" },
		{ "https://www.google.com/search?q=https://y.example/", "https://www.google.com/search?q=https://y.example/" },
		{ "https://unknown.example/out.php?url=https%3A%2F%2Fy.example", "https://unknown.example/out.php?url=https%3A%2F%2Fy.example" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		struct str html = arena_printf(&arena, "<a href=\"%s\">x</a>", links[i].href);
		struct buf want = { 0 };

		for (const char *p = links[i].want; *p; p++)
			(void)buf_puts(&want, *p == '&' ? "&amp;" : (char[]){ *p, '\0' });
		assert_str(inside(tidied(html).xhtml), arena_printf(&arena, "<p><a href=\"%s\">x</a></p>", buf_cstr(&want)).p);
		buf_free(&want);
	}
	assert_tidy("<a href='https://blog.example/post/1#ref'>여기</a> <a href=''>빈</a>", "<p>여기 빈</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(cards_are_one_line_that_links, empty_arena),
		cmocka_unit_test_teardown(a_video_of_the_page_leads_to_the_page, empty_arena),
		cmocka_unit_test_teardown(frames_lead_to_the_page_people_know, empty_arena),
		cmocka_unit_test_teardown(formulas_are_shown_once_as_their_source, empty_arena),
		cmocka_unit_test_teardown(what_opens_on_a_click_is_there, empty_arena),
		cmocka_unit_test_teardown(footnotes_of_every_kind_are_notes, empty_arena),
		cmocka_unit_test_teardown(footnotes_have_one_number_each, empty_arena),
		cmocka_unit_test_teardown(links_in_the_page_that_are_no_footnotes_stay_text, empty_arena),
		cmocka_unit_test_teardown(links_to_sections_of_the_page_lead_there, empty_arena),
		cmocka_unit_test_teardown(footnotes_keep_numbers_and_words_and_lose_the_way_back, empty_arena),
		cmocka_unit_test_teardown(tables_of_contents_of_plugins_go, empty_arena),
		cmocka_unit_test_teardown(small_marks_are_read_out, empty_arena),
		cmocka_unit_test_teardown(links_say_nothing_of_the_way_to_them, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
