#include "unit.h"

#include "base/limits.h"
#include "feed_fixture.h"

#define HEAD "<rss version='2.0'><channel><title>t</title>"
#define TAIL "</channel></rss>"
#define RSS_EMPTY "<rss version='2.0'><channel><title>t</title></channel></rss>"
#define ITEM(n) "<item><title>post " n "</title></item>"

static void
check(const char *text, unsigned repairs, size_t posts)
{
	struct parsed p = parsed_of(text);

	assert_int_equal(p.problem, FEED_OK);
	assert_int_equal(p.feed.repairs, repairs);
	assert_int_equal(p.posts, posts);
	parsed_free(&p);
}

static void
junk_in_front_is_passed_over(void **state)
{
	(void)state;
	check("\n\n<?xml version='1.0'?>" HEAD ITEM("1") TAIL, FEED_FIX_PROLOG, 1);
	check("\xef\xbb\xbf\n<?xml version='1.0'?>" HEAD ITEM("1") TAIL, FEED_FIX_PROLOG, 1);
	check("<br />\n<b>Warning</b>: mysql in <b>/x.php</b><br /><?xml version='1.0'?>" HEAD ITEM("1") TAIL, FEED_FIX_PROLOG, 1);
	check("<!-- c --><!DOCTYPE rss>" HEAD "<item><description><![CDATA[<?xml version='1.0'?>]]></description></item>" TAIL, 0, 1);
}

static void
control_characters_go(void **state)
{
	struct parsed p = parsed_of(HEAD "<item><title>소\x08식\x1d</title><description><![CDATA[a\x0b" "b]]></description></item>" ITEM("2") TAIL);

	(void)state;
	assert_int_equal(p.feed.repairs, FEED_FIX_CONTROL);
	assert_line(p, "title=소식");
	assert_line(p, "summary=ab");
	assert_line(p, "title=post 2");
	parsed_free(&p);
}

static void
entities_of_html_and_raw_ampersands_are_text(void **state)
{
	struct parsed p = parsed_of(HEAD "<item><title>A&nbsp;B &hellip; AT&T &unknown; &#0;&#1;</title><link>/x?a=1&b=2</link></item>" TAIL);

	(void)state;
	assert_int_equal(p.feed.repairs, FEED_FIX_ENTITY);
	assert_line(p, "title=A\u00a0B … AT&T &unknown;");
	assert_line(p, "link=https://blog.example.com/x?a=1&b=2");
	parsed_free(&p);
	p = parsed_of("<!DOCTYPE rss [<!ENTITY own 'mine'>]>" HEAD "<item><title>&own;</title></item>" TAIL);
	assert_line(p, "title=mine");
	assert_int_equal(p.feed.repairs, 0);
	parsed_free(&p);
}

static void
broken_markup_costs_no_post(void **state)
{
	(void)state;
	check(HEAD ITEM("1") "<item><title>2</title><description><p>a<br>b</description></item>" ITEM("3") TAIL, FEED_FIX_MARKUP, 3);
	check(HEAD ITEM("1") "<item><title>2</title>" ITEM("3") TAIL, FEED_FIX_MARKUP, 3);
	check(HEAD "</item>" ITEM("1") "<item><title a=b>2</title></item>" ITEM("3") TAIL, FEED_FIX_MARKUP, 3);
	check(HEAD ITEM("1") TAIL "<div>ad</div>", FEED_FIX_MARKUP, 1);
	check("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>1</title><content type='xhtml'><div "
	      "xmlns='http://www.w3.org/1999/xhtml'><p>x</div></content></entry><entry><title>2</title></entry></feed>",
		FEED_FIX_MARKUP, 2);
}

static void
a_feed_cut_off_keeps_its_whole_posts(void **state)
{
	static const char whole[] = HEAD ITEM("1") ITEM("2") ITEM("3") TAIL;
	const size_t second = strstr(whole, "post 2") - whole, third = strstr(whole, "post 3") - whole;

	(void)state;
	for (size_t n = second + 30; n < third; n++) {
		struct parsed p = parsed_bytes(str_new(whole, n), "", "");

		assert_int_equal(p.posts, 2);
		assert_true(p.feed.repairs & FEED_FIX_TRUNCATED);
		parsed_free(&p);
	}
}

static void
undeclared_prefixes_mean_what_they_always_do(void **state)
{
	struct parsed p = parsed_of(HEAD "<item><dc:creator>Kim</dc:creator><content:encoded>c</content:encoded></item>" TAIL);

	(void)state;
	assert_int_equal(p.feed.repairs, FEED_FIX_MARKUP);
	assert_line(p, "author=Kim\ncontent=c");
	parsed_free(&p);
}

static void
mojibake_is_turned_back(void **state)
{
	struct parsed p = parsed_of(HEAD "<item><title>&#226;&#128;&#166;</title></item><item><title>don&#146;t</title></item>" TAIL);

	(void)state;
	assert_line(p, "title=…");
	assert_line(p, "title=don’t");
	parsed_free(&p);
	/* 한글, by way of windows-1252, which has letters for most of the controls of ISO 8859-1 */
	p = parsed_of(HEAD "<item><title>í•œê¸€</title></item><item><title>“Où ça?” – À ±5 °C, «ÉTÉ» 5 €</title></item>" TAIL);
	assert_line(p, "title=한글");
	assert_line(p, "title=“Où ça?” – À ±5 °C, «ÉTÉ» 5 €");
	parsed_free(&p);
}

/* As programs write them that count in UTF-16. */
static void
letters_in_two_references_are_one(void **state)
{
	struct parsed p = parsed_of(HEAD "<item><title>가 &#55357;&#56832; &#xD83D;&#xde00; &#55357; 나</title></item>"
		"<item><title>&amp;#55357;&amp;#56832;</title></item>" TAIL);

	(void)state;
	assert_line(p, "title=가 😀 😀 나");
	assert_line(p, "title=😀");
	parsed_free(&p);
}

static void
what_was_escaped_twice_is_read_once_more(void **state)
{
	struct parsed p = parsed_of(HEAD "<item><title>&lt;![CDATA[글]]&gt;</title><link>https://a.example/?a=1&amp;amp;b=2</link>"
		"<description>&lt;![CDATA[&lt;p&gt;본문&lt;/p&gt;]]&gt;</description></item>" TAIL);

	(void)state;
	assert_line(p, "title=글");
	assert_line(p, "link=https://a.example/?a=1&b=2");
	assert_line(p, "summary=<p>본문</p>");
	parsed_free(&p);
}

static void
what_is_no_feed_is_named(void **state)
{
	static const struct {
		const char *text;
		enum feed_problem problem;
	} rows[] = {
		{ "", FEED_EMPTY },
		{ " \n ", FEED_EMPTY },
		{ "<!DOCTYPE html><html><body>로그인</body></html>", FEED_IS_HTML },
		{ "<html><head></head></html>", FEED_IS_HTML },
		{ "<!doctype html><html><script>var s = '<rss version=\"2.0\">'</script><body>글</body></html>", FEED_IS_HTML },
		{ "<html><body>예: <rss><channel><item><title>x</title></item></channel></rss></body></html>", FEED_IS_HTML },
		{ "<meta charset=utf-8><title>쪽</title>", FEED_IS_HTML },
		{ "<br />\n<b>Warning</b>: x<br />\n<html><head></head></html>", FEED_IS_HTML },
		{ "<frameset><frame src='x'></frameset>", FEED_IS_HTML },
		{ "<html>오류</html>\n<?xml version='1.0'?><rss version='2.0'><channel><title>t</title></channel></rss>", FEED_OK },
		{ "<opml version='2.0'></opml>", FEED_IS_OTHER },
		{ "Not Found", FEED_IS_OTHER },
		{ "{\"a\":1}", FEED_IS_JSON },
		{ "[{\"id\":1,\"title\":\"글\"}]", FEED_IS_JSON },
		{ " [\n\"a\"]", FEED_IS_JSON },
		{ "[]", FEED_IS_JSON },
		{ "{\"id\":1}\n{\"id\":2}\n", FEED_IS_JSON },
		{ "[공지] 점검 중", FEED_IS_OTHER },
		{ "<rss version='2.0'><cha", FEED_BROKEN },
		{ RSS_EMPTY, FEED_OK },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct parsed p = parsed_of(rows[i].text);

		if (p.problem != rows[i].problem)
			print_error("%s\n", rows[i].text);
		assert_int_equal(p.problem, rows[i].problem);
		parsed_free(&p);
	}
}

static void
external_entities_are_not_read(void **state)
{
	struct parsed p = parsed_of("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" HEAD "<item><title>[&x;]</title></item>" TAIL);

	(void)state;
	assert_line(p, "title=[]");
	parsed_free(&p);
}

/* head, then count times part, then tail. */
static struct parsed
repeated(const char *head, const char *part, size_t count, const char *tail)
{
	struct buf text = { 0 };
	struct parsed p;

	buf_puts(&text, head);
	for (size_t i = 0; i < count; i++)
		buf_puts(&text, part);
	buf_puts(&text, tail);
	p = parsed_bytes(buf_str(&text), "", "");
	buf_free(&text);
	return p;
}

static void
limits_end_the_parse_and_keep_what_there_was(void **state)
{
	struct parsed p = repeated(HEAD ITEM("1"), "<a>", LIMIT_XML_DEPTH, TAIL);

	(void)state;
	assert_int_equal(p.posts, 1);
	assert_true(p.feed.repairs & FEED_FIX_LIMIT);
	parsed_free(&p);
	p = repeated(HEAD ITEM("1") "<item><title>", "0123456789abcdef", LIMIT_XML_TEXT / 16 + 1, "</title></item>" TAIL);
	assert_int_equal(p.posts, 1);
	assert_true(p.feed.repairs & FEED_FIX_LIMIT);
	parsed_free(&p);
	p = repeated(HEAD "<item><title>", "0123456789abcdef", LIMIT_XML_TEXT / 16 + 1, "</title></item>" TAIL);
	assert_int_equal(p.problem, FEED_BROKEN); /* not one post */
	parsed_free(&p);
	p = repeated(HEAD, ITEM("n"), LIMIT_FEED_ITEMS + 1, TAIL);
	assert_int_equal(p.posts, LIMIT_FEED_ITEMS);
	assert_int_equal(p.feed.repairs, FEED_FIX_LIMIT);
	parsed_free(&p);
	p = repeated(HEAD, "", 1, ITEM("1") TAIL);
	assert_int_equal(p.feed.repairs, 0);
	parsed_free(&p);
}

static void
too_many_attributes_end_the_parse(void **state)
{
	struct buf text = { 0 };
	struct parsed p;

	(void)state;
	buf_puts(&text, HEAD ITEM("1") "<x");
	for (int i = 0; i <= LIMIT_XML_ATTRS; i++)
		buf_printf(&text, " a%d='1'", i);
	buf_puts(&text, "/>" ITEM("2") TAIL);
	p = parsed_bytes(buf_str(&text), "", "");
	assert_int_equal(p.posts, 1);
	assert_true(p.feed.repairs & FEED_FIX_LIMIT);
	parsed_free(&p);
	buf_free(&text);
}

static void
entity_bombs_do_not_grow(void **state)
{
	struct buf text = { 0 };
	struct parsed p;

	(void)state;
	buf_puts(&text, "<!DOCTYPE rss [<!ENTITY e0 'lol'>");
	for (int i = 1; i < 12; i++) {
		buf_printf(&text, "<!ENTITY e%d '", i);
		for (int k = 0; k < 10; k++)
			buf_printf(&text, "&e%d;", i - 1);
		buf_puts(&text, "'>");
	}
	buf_puts(&text, "]>" HEAD ITEM("1") "<item><title>&e11;</title></item>" TAIL);
	p = parsed_bytes(buf_str(&text), "", "");
	assert_true(p.feed.repairs & FEED_FIX_LIMIT);
	assert_true(p.out.n < 1 << 20);
	parsed_free(&p);
	buf_free(&text);
}

static void
the_sink_can_end_the_parse(void **state)
{
	struct parsed p = { .stop_at = 2 };
	struct arena a = { 0 };
	struct charset *set = charset_open();
	struct parse_input in = { .bytes = str_lit(HEAD ITEM("1") ITEM("2") ITEM("3") TAIL) };
	struct parse_sink sink = { parsed_post, &p };

	(void)state;
	(void)parse_feed(&a, set, &in, &sink, &p.feed);
	assert_int_equal(p.posts, 2);
	assert_int_equal(p.feed.repairs, FEED_FIX_LIMIT);
	parsed_free(&p);
	charset_free(set);
	arena_free(&a);
}

static void
euc_kr_is_read_by_label_header_and_guess(void **state)
{
	static const char body[] = "<rss version='2.0'><channel><item><title>\xbc\xd2\xbd\xc4 \x8c" "c\xb9\xe6\xb0\xa2\xc7\xcf</title></item></channel></rss>";
	char labelled[512];
	struct parsed p = parsed_bytes(str_of(body), "", "text/xml; charset=euc-kr");

	(void)state;
	assert_line(p, "title=소식 똠방각하");
	assert_line(p, "encoding=cp949");
	assert_int_equal(p.feed.repairs, 0);
	parsed_free(&p);
	(void)snprintf(labelled, sizeof labelled, "<?xml version='1.0' encoding='ks_c_5601-1987'?>%s", body);
	p = parsed_bytes(str_of(labelled), "", "text/xml; charset=utf-8");
	assert_line(p, "title=소식 똠방각하");
	assert_int_equal(p.feed.repairs, FEED_FIX_CHARSET);
	parsed_free(&p);
	p = parsed_bytes(str_of(body), "", "");
	assert_line(p, "title=소식 똠방각하");
	assert_int_equal(p.feed.repairs, FEED_FIX_CHARSET);
	parsed_free(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(junk_in_front_is_passed_over),
		cmocka_unit_test(control_characters_go),
		cmocka_unit_test(entities_of_html_and_raw_ampersands_are_text),
		cmocka_unit_test(broken_markup_costs_no_post),
		cmocka_unit_test(a_feed_cut_off_keeps_its_whole_posts),
		cmocka_unit_test(undeclared_prefixes_mean_what_they_always_do),
		cmocka_unit_test(mojibake_is_turned_back),
		cmocka_unit_test(letters_in_two_references_are_one),
		cmocka_unit_test(what_was_escaped_twice_is_read_once_more),
		cmocka_unit_test(what_is_no_feed_is_named),
		cmocka_unit_test(external_entities_are_not_read),
		cmocka_unit_test(limits_end_the_parse_and_keep_what_there_was),
		cmocka_unit_test(too_many_attributes_end_the_parse),
		cmocka_unit_test(entity_bombs_do_not_grow),
		cmocka_unit_test(the_sink_can_end_the_parse),
		cmocka_unit_test(euc_kr_is_read_by_label_header_and_guess),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
