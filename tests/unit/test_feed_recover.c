#include "unit.h"

#include "base/limits.h"
#include "feed/jsonmend.h"
#include "feed/twice.h"
#include "feed_fixture.h"

#define HEAD "<rss version='2.0'><channel><title>t</title>"
#define TAIL "</channel></rss>"
#define ITEM(n) "<item><title>post " n "</title><link>https://a.example/" n "</link></item>"
#define JSON(rest) "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[" rest

/* Both posts behind the broken one are whole, and the feed is said to be mended. */
static struct parsed
mended(const char *broken)
{
	struct buf text = { 0 };
	struct parsed p;

	buf_printf(&text, "%s%s%s%s%s", HEAD, broken, ITEM("2"), ITEM("3"), TAIL);
	p = parsed_of(buf_cstr(&text));
	buf_free(&text);
	assert_int_equal(p.problem, FEED_OK);
	assert_int_equal(p.posts, 3);
	assert_true(p.feed.repairs != 0);
	assert_line(p, "title=post 2\nlink=https://a.example/2");
	assert_line(p, "title=post 3\nlink=https://a.example/3");
	return p;
}

#define assert_mended(broken, line) do { \
	struct parsed p_ = mended(broken); \
	assert_line(p_, line); \
	parsed_free(&p_); \
} while (0)

static void
cdata_without_an_end_ends_with_its_element(void **state)
{
	(void)state;
	assert_mended("<item><title>one</title><description><![CDATA[<p>x</p></description></item>", "summary=<p>x</p>");
	assert_mended("<item><title><![CDATA[one</title><description><![CDATA[<p>x</p>]]></description></item>", "title=one\nsummary=<p>x</p>");
	assert_mended("<item><title>one</title><description><![CDATA[a <![CDATA[b]]> c ]]></description></item>", "summary=a <![CDATA[b c");
	assert_mended("<item><title><![cdata[one]]></title></item>", "title=one");
	assert_mended("<item><title><! [ CDATA [one]]></title><link>/1</link></item>", "link=https://blog.example.com/1");
	assert_mended("<item><title><![CDATA [one]]></title></item>", "title=one");
	assert_mended("<item><title>one ]]> 1</title></item>", "title=one 1");
}

static void
elements_without_an_end_end_with_the_next(void **state)
{
	(void)state;
	assert_mended("<item><title>one<link>/1</link><description>d</description></item>", "title=one\nlink=https://blog.example.com/1\nsummary=d");
	assert_mended("<item><title>one</titel><link>/1</link></item>", "title=one\nlink=https://blog.example.com/1");
	assert_mended("<item><link>/1</link><description>d<title>one</item>", "title=one\nlink=https://blog.example.com/1\nsummary=d");
	assert_mended("<item><title>one</title><description>d", "title=one\nsummary=d");
}

static void
unescaped_html_is_read_as_html(void **state)
{
	(void)state;
	assert_mended("<item><title>a <b>b</b><br>c</title><description><p>가<br>나<img src=/i.png></description></item>",
		"title=a b c\nsummary=<p>가<br>나<img src=\"/i.png\"></p>");
	assert_mended("<item><title>one</title><description><ul><li>1<li>2</ul><link rel='x'>y</description></item>",
		"title=one\nsummary=<ul><li>1</li><li>2</li></ul><link rel=\"x\">y</link>");
}

static void
a_word_in_angles_in_a_title_is_text(void **state)
{
	(void)state;
	assert_mended("<item><title>A & B <깨진> 글 3</title><link>/1</link></item>", "title=A & B <깨진> 글 3\nlink=https://blog.example.com/1");
	assert_mended("<item><title>Vec<T> & <T></title></item>", "title=Vec<T> & <T>");
	assert_mended("<item><title>a & <x>b</x></title></item>", "title=a & <x>b</x>");
}

static void
many_open_elements_of_html_hide_no_post(void **state)
{
	struct buf text = { 0 };

	(void)state;
	buf_puts(&text, "<item><title>one</title><description>");
	for (int i = 0; i < 2 * LIMIT_XML_DEPTH; i++)
		buf_puts(&text, "<br><p>x<div>");
	buf_puts(&text, "</description></item>");
	assert_mended(buf_cstr(&text), "title=post 2");
	buf_free(&text);
}

static void
deep_elements_are_passed_over(void **state)
{
	struct buf text = { 0 };
	struct parsed p;

	(void)state;
	buf_puts(&text, HEAD "<item><title>one</title><description>");
	for (int i = 0; i < 2 * LIMIT_XML_DEPTH; i++)
		buf_puts(&text, "<div>");
	buf_puts(&text, "x");
	for (int i = 0; i < 2 * LIMIT_XML_DEPTH; i++)
		buf_puts(&text, "</div>");
	buf_puts(&text, "</description></item>" ITEM("2") TAIL);
	p = parsed_of(buf_cstr(&text));
	assert_int_equal(p.posts, 2);
	assert_int_equal(p.feed.repairs, FEED_FIX_LIMIT);
	assert_line(p, "title=post 2");
	buf_free(&text);
	parsed_free(&p);
}

static void
a_comment_without_an_end_is_text(void **state)
{
	(void)state;
	assert_mended("<!-- begin <item><title>one</title></item>", "title=one");
}

static void
a_post_in_a_post_ends_the_one_before(void **state)
{
	struct parsed p = parsed_of(HEAD "<item><title>1</title><item><title>2</title></item></item>" ITEM("3") TAIL);

	(void)state;
	assert_int_equal(p.posts, 3);
	assert_line(p, "title=2");
	parsed_free(&p);
}

static void
wrong_namespaces_are_known_by_their_place_or_prefix(void **state)
{
	struct parsed p = parsed_of("<feed xmlns='https://www.w3.org/2005/Atom'><title>F</title><entry><title>1</title></entry></feed>");

	(void)state;
	assert_line(p, "format=atom-1.0");
	assert_line(p, "title=1");
	parsed_free(&p);
	p = parsed_of("<rss version='2.0' xmlns='urn:mine' xmlns:dc='http://dc.example/'><channel><title>F</title><item><title>1</title>"
		"<dc:creator>김</dc:creator><x xmlns='urn:other'><title>no</title></x></item></channel></rss>");
	assert_line(p, "title=1\nauthor=김");
	parsed_free(&p);
}

static void
json_is_mended(void **state)
{
	struct parsed p = parsed_of(JSON("{\"id\":\"1\",\"title\":\"a\\ud83d\tb\x0b\"},{\"id\":\"2\",\"title\":\"it\\'s\"},]}"));

	(void)state;
	assert_int_equal(p.problem, FEED_OK);
	assert_int_equal(p.feed.repairs, FEED_FIX_CONTROL | FEED_FIX_MARKUP);
	assert_line(p, "title=a b");
	assert_line(p, "title=it's");
	parsed_free(&p);
	p = parsed_of(JSON("{\"id\":\"1\",\"title\":\"a\"},{\"id\":\"2\",\"title\":\"cut "));
	assert_int_equal(p.feed.repairs, FEED_FIX_TRUNCATED);
	assert_int_equal(p.posts, 1);
	assert_line(p, "ftitle=J");
	parsed_free(&p);
	p = parsed_of(JSON("{\"id\":\"1\",\"title\":\"\\ud83d\\ude00\"}]}"));
	assert_int_equal(p.feed.repairs, 0);
	assert_line(p, "title=😀");
	parsed_free(&p);
	p = parsed_of(JSON("{\"id\":123456789012345678901234567890,\"title\":\"a\"},{\"id\":2,\"_x\":1e999}]}"));
	assert_int_equal(p.feed.repairs, FEED_FIX_MARKUP);
	assert_line(p, "id=123456789012345678901234567890");
	assert_line(p, "id=2");
	parsed_free(&p);
}

/* A head, in RSS or Atom, that is broken costs no post. */
static void
a_broken_head_hides_no_post(void **state)
{
	static const struct {
		const char *head, *line;
	} rows[] = {
		{ "<title>나의 <블로그</title><link>https://a.example/</link>", "ftitle=나의 <블로그" },
		{ "<title>블로그<link>https://a.example/</link>", "ftitle=블로그" },
		{ "<title>블로그<link>https://a.example/</link>", "flink=https://a.example/" },
		{ "<title>블로그<image><title>x</title><url>/x.png</url></image>", "ftitle=블로그" },
		{ "<title>블로그</titlX><link>https://a.example/</link>", "flink=https://a.example/" },
		{ "<title>블로그X/title><link>https://a.example/</link>", "flink=https://a.example/" },
		{ "<title>블로그<Xtitle><link>https://a.example/</link>", "flink=https://a.example/" },
		{ "<title>블로그</titleX<link>https://a.example/</link>", "flink=https://a.example/" },
		{ "<title>블로그</title><div>광고", "ftitle=블로그" },
		{ "<title>블로그</title><description><p>설명", "ftitle=블로그" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf text = { 0 };

		buf_printf(&text, "<rss version=\"2.0\"><channel>%s%s%s%s", rows[i].head, ITEM("1"), ITEM("2"), TAIL);
		struct parsed p = parsed_of(buf_cstr(&text));
		assert_int_equal(p.problem, FEED_OK);
		assert_int_equal(p.posts, 2);
		assert_int_equal(p.feed.repairs, FEED_FIX_MARKUP);
		assert_line(p, rows[i].line);
		parsed_free(&p);
		buf_free(&text);
	}
	struct parsed p = parsed_of("<div>" HEAD ITEM("1") TAIL);
	assert_line(p, "title=post 1");
	assert_line(p, "ftitle=t");
	parsed_free(&p);
	p = parsed_of("<feed xmlns='http://www.w3.org/2005/Atom'><title>블로그 <x</title><id>u:1</id>"
		"<entry><title>1</title><id>u:2</id></entry></feed>");
	assert_line(p, "title=1");
	assert_line(p, "fid=u:1");
	assert_line(p, "ftitle=블로그 <x");
	parsed_free(&p);
}

static void
tags_without_their_ends_hide_nothing(void **state)
{
	static const char *const junk[] = { "<a", "</", "<!", "<![", "<?", "<!DOCTYPE", "<!DOCTYPE [", "<a href=\"", "<b c=", "</x", "<" };

	(void)state;
	for (size_t i = 0; i < sizeof junk / sizeof *junk; i++) {
		char broken[256];

		(void)snprintf(broken, sizeof broken, "<item><title>one</title></item>%s", junk[i]);
		assert_mended(broken, "title=one");
	}
	assert_mended("<item><title>one</title></item", "title=one");
	assert_mended("<item><title>one</title><link>/1</link</item>", "title=one\nlink=https://blog.example.com/1");
	assert_mended("<item><title>List<String 을 쓰는 법</title><link>/1</link><guid>g</guid><description>d</description></item>",
		"id=g\ntitle=List<String 을 쓰는 법\nlink=https://blog.example.com/1\nsummary=d");
	assert_mended("<item<title>one</title><link>/1</link></item>", "title=one\nlink=https://blog.example.com/1");
	assert_mended("<item><title>one</title><link>/1</link></<channel>item>", "title=one\nlink=https://blog.example.com/1");
	assert_mended("<item><title>one</title><link>/1<channel>/link></item>", "title=one");
	assert_mended("<item><link title=\"a < b\" href=\"/1\"><title>one</title></item>", "title=one\nlink=https://blog.example.com/1");
}

static void
a_feed_none_of_whose_posts_is_found_is_broken(void **state)
{
	struct parsed p = parsed_of("<rss version=\"2.0\"><channel><title>t</title><description><![CDATA[x<item><title>1</title></item></channel></rss>");

	(void)state;
	assert_int_equal(p.posts, 0);
	assert_int_equal(p.problem, FEED_BROKEN);
	parsed_free(&p);
}

/* What one item is, all others are there. */
static void
one_broken_item_of_json_costs_no_other(void **state)
{
	static const struct {
		const char *item, *line; /* NULL: it is lost */
	} rows[] = {
		{ "{\"id\":\"1\",\"title\":\"하나\"}", "title=하나" },
		{ "{\"id\":\"1\",\"title\":\"그는 \"예\" 라고\",\"url\":\"https://a.example/1\"}", "title=그는 \"예\" 라고\nlink=https://a.example/1" },
		{ "{\"id\":\"1\",\"title\":\"그는 \"예\", 라고\"}", "title=그는 \"예\", 라고" },
		{ "{\"id\":\"1\" \"title\":\"하나\"}", "title=하나" },
		{ "{id:\"1\",title:\"하나\"}", "title=하나" },
		{ "{'id':'1','title':'하\"나'}", "title=하\"나" },
		{ "{\"id\":\"1\",\"size\":NaN,\"on\":True,\"title\":\"하나\"}", "title=하나" },
		{ "{\"id\":\"1\", // 첫 글\n\"title\":\"하나\" /* } */}", "title=하나" },
		{ "{\"id\":\"1\",,\"title\":\"하나\",}", "title=하나" },
		{ "{\"id\":\"1\",\"title\":}", NULL },
		{ "{\"id\":\"1\",\"title\"}", NULL },
		{ "{\"id\":\"1\",\"title\":\"하나\"}}", "title=하나" },
		{ "{\"id\":\"1\"},\"title\":\"하나\",\"tags\":[\"a\",\"b\"]}", "id=1" },
		{ "{\"id\":\"1\",\"tags\":\"[\"a\",\"b\"],\"authors\":[{\"name\":\"김\"},{\"name\":\"이\"}]}", NULL },
		{ "{\"id\":\"1\",\"tags\":x\"a\",\"b\"],\"authors\":[{\"name\":\"김\"},{\"name\":\"이\"}]}", NULL },
		{ "{\"id\":\"1\",/* \"title\":\"하나\"}", NULL },
		{ "{\"id\":\"1\",\"title\":\"하나]}", NULL },
		{ "{\"id\":\"1\",\"authors\":[{\"name\":\"김\"},{\"name\":\"이\"}}", NULL },
	};
	static const char *const joints[] = { ",", " ", "\n", ",," };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
			struct buf text = { 0 };

			buf_printf(&text, "%s%s%s{\"id\":\"2\",\"title\":\"둘\"}%s{\"id\":\"3\",\"title\":\"셋\"}]}",
				JSON("{\"id\":\"0\",\"title\":\"영\"},"), rows[i].item, joints[k], joints[k]);
			struct parsed p = parsed_of(buf_cstr(&text));
			assert_int_equal(p.problem, FEED_OK);
			assert_line(p, "ftitle=J");
			assert_line(p, "title=영");
			if (rows[i].line)
				assert_line(p, rows[i].line);
			assert_line(p, "title=셋");
			assert_line(p, "title=둘");
			parsed_free(&p);
			buf_free(&text);
		}
}

static void
a_broken_head_of_json_hides_no_item(void **state)
{
	static const char items[] = "\"items\":[{\"id\":\"1\",\"title\":\"하나\"}]";
	static const char version[] = "\"version\":\"https://jsonfeed.org/version/1\"";
	static const char *const forms[] = { "// hi\n{%s,%s}", "{%s title:\"t\" %s}", "{%s,\"title\":,%s}", "{\"a\"},%s,%s}", ")]}'\n{%s,%s}" };

	(void)state;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct buf text = { 0 };

		buf_printf(&text, forms[i], version, items);
		struct parsed p = parsed_of(buf_cstr(&text));
		assert_int_equal(p.problem, FEED_OK);
		assert_true(p.feed.repairs != 0);
		assert_line(p, "title=하나");
		parsed_free(&p);
		buf_free(&text);
	}
}

static void
html_escaped_twice_is_seen(void **state)
{
	static const char *const others[] = { "", "a &lt; b", "<p>&lt;p&gt;x&lt;/p&gt;</p>", "&lt;vector&gt; &lt;/vector&gt;",
		"&lt;p&gt; is the tag of a paragraph", "use &lt;p&gt;x&lt;/p&gt;", "&lt;p&gt;" };
	struct buf out = { 0 };

	(void)state;
	assert_true(twice_mend(&out, str_lit(" &lt;p class=\"a\"&gt;가 &amp;amp; 나&lt;/p&gt;\n")));
	assert_str(buf_str(&out), "<p class=\"a\">가 &amp; 나</p>");
	buf_clear(&out);
	assert_true(twice_mend(&out, str_lit("&lt;img src='x'/&gt;")));
	buf_clear(&out);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(twice_mend(&out, str_of(others[i])));
	assert_int_equal(out.n, 0);
	buf_free(&out);
}

/* Cut anywhere, a feed gives the posts that were whole. */
static void
every_whole_post_of_a_cut_feed_is_kept(void **state)
{
	static const char whole[] = "<?xml version='1.0'?>" HEAD ITEM("1") "<item><title><![CDATA[post & 2]]></title></item>" ITEM("3") TAIL;
	size_t ends[3], n = 0;

	(void)state;
	for (size_t i = 0; i < sizeof whole; i++)
		if (str_starts(str_of(whole + i), "</item>"))
			ends[n++] = i + strlen("</item"); /* all but the ">" says it */
	for (size_t cut = strlen("<?xml version='1.0'?>" HEAD); cut < sizeof whole - 1; cut++) {
		struct parsed p = parsed_bytes(str_new(whole, cut), "", "");
		size_t wanted = (cut >= ends[0]) + (cut >= ends[1]) + (cut >= ends[2]);

		assert_int_equal(p.problem, FEED_OK);
		assert_int_equal(p.posts, wanted);
		assert_true(p.feed.repairs & FEED_FIX_TRUNCATED);
		parsed_free(&p);
	}
}

/* The same for JSON, and what is mended is JSON at every place. */
static void
every_cut_of_json_can_be_mended(void **state)
{
	static const char whole[] = JSON("{\"id\":1,\"tags\":[\"a\",\"b\"],\"title\":\"x\\u00e9\"},{\"id\":2}]}");

	(void)state;
	for (size_t cut = 1; cut < sizeof whole - 1; cut++) {
		struct buf out = { 0 };
		struct buf again = { 0 };
		size_t left;

		assert_true(jsonmend_add(&out, str_new(whole, cut), &left) & FEED_FIX_TRUNCATED);
		assert_int_equal(left, 0);
		assert_int_equal(out.n ? jsonmend_add(&again, buf_str(&out), &left) : 0, 0);
		assert_str(buf_str(&again), buf_cstr(&out));
		buf_free(&out);
		buf_free(&again);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cdata_without_an_end_ends_with_its_element),
		cmocka_unit_test(elements_without_an_end_end_with_the_next),
		cmocka_unit_test(unescaped_html_is_read_as_html),
		cmocka_unit_test(a_word_in_angles_in_a_title_is_text),
		cmocka_unit_test(many_open_elements_of_html_hide_no_post),
		cmocka_unit_test(deep_elements_are_passed_over),
		cmocka_unit_test(a_comment_without_an_end_is_text),
		cmocka_unit_test(a_post_in_a_post_ends_the_one_before),
		cmocka_unit_test(wrong_namespaces_are_known_by_their_place_or_prefix),
		cmocka_unit_test(json_is_mended),
		cmocka_unit_test(a_broken_head_hides_no_post),
		cmocka_unit_test(tags_without_their_ends_hide_nothing),
		cmocka_unit_test(a_feed_none_of_whose_posts_is_found_is_broken),
		cmocka_unit_test(one_broken_item_of_json_costs_no_other),
		cmocka_unit_test(a_broken_head_of_json_hides_no_item),
		cmocka_unit_test(html_escaped_twice_is_seen),
		cmocka_unit_test(every_whole_post_of_a_cut_feed_is_kept),
		cmocka_unit_test(every_cut_of_json_can_be_mended),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
