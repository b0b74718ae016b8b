#include "unit.h"

#include "base/limits.h"
#include "feed/blogroll.h"

/* A list as it was read, as text: "url name=… #tag every=N !why what" a line. */
struct state {
	struct arena a;
	struct charset *set;
	struct blogroll roll;
};

static int
setup(void **state)
{
	struct state *s = test_calloc(1, sizeof *s);

	s->set = charset_open();
	*state = s;
	return 0;
}

static int
teardown(void **state)
{
	struct state *s = *state;

	charset_free(s->set);
	arena_free(&s->a);
	test_free(s);
	return 0;
}

static enum feed_problem
parse_as(struct state *s, struct str bytes, const char *file)
{
	return blogroll_parse(&s->a, s->set, bytes, str_of(file), &s->roll);
}

static const char *
read_as(struct state *s, const char *text, const char *file, enum blogroll_format format)
{
	struct buf out = { 0 };
	struct str ret;

	assert_int_equal(parse_as(s, str_of(text), file), FEED_OK);
	assert_int_equal(s->roll.format, format);
	for (size_t i = 0; i < s->roll.n; i++) {
		const struct blogroll_feed *f = &s->roll.feeds[i];

		(void)buf_printf(&out, "%s%.*s", i ? "\n" : "", STR(f->url));
		if (f->name.n)
			(void)buf_printf(&out, " name=%.*s", STR(f->name));
		for (size_t k = 0; k < f->n_tags; k++)
			(void)buf_printf(&out, " #%.*s", STR(f->tags[k]));
		if (f->line.n)
			(void)buf_printf(&out, " [%.*s]", STR(f->line));
		if (f->every_min)
			(void)buf_printf(&out, " every=%lld", (long long)f->every_min);
		if (f->problem)
			(void)buf_printf(&out, "!%d %lld %.*s", f->problem, (long long)f->number, STR(f->what));
	}
	ret = arena_dup(&s->a, buf_str(&out));
	buf_free(&out);
	return ret.n ? ret.p : "";
}

static void
folders_of_opml_are_tags(void **state)
{
	assert_string_equal(read_as(*state,
	    "<?xml version='1.0' encoding='UTF-8'?>\n<opml version='2.0'><head><title>x</title></head><body>"
	    "<outline text='기술 블로그'><outline title='회사, 대형'>"
	    "<outline type='rss' text='D2 &amp;amp; 친구' title='D2' xmlUrl=' https://d2.example/atom ' htmlUrl='https://d2.example/'/>"
	    "</outline><outline text='토스' XMLURL='feed://toss.example/rss' category='/회사/금융, 핀테크,,핀테크'/></outline>"
	    "<outline text='https://a.example/f' url='https://a.example/f' type='atom'/>"
	    "<outline text='+-#/이름/' ><outline xmlUrl='b.example/feed?x=1&amp;amp;y=2'/></outline></body></opml>", "x",
	    BLOGROLL_OPML),
	    "https://d2.example/atom name=D2 & 친구 #기술_블로그/회사_대형\n"
	    "http://toss.example/rss name=토스 #기술_블로그 #회사/금융 #핀테크\n"
	    "https://a.example/f\n"
	    "https://b.example/feed?x=1&y=2 #이름");
}

static void
what_is_no_feed_of_opml_is_named(void **state)
{
	assert_string_equal(read_as(*state,
	    "<opml version='1.0'><body><outline type='include' url='https://x.example/m.opml'/>"
	    "<outline type='link' url='https://x.example/' text='page'/><outline text='js' xmlUrl='javascript:alert(1)'/>"
	    "<outline type='rss' htmlUrl='https://y.example/'/><outline text='a note'/>"
	    "<outline text='off' isComment='true'><outline xmlUrl='https://off.example/'/></outline>"
	    "<outline xmlUrl='exec:rm -rf ~'/><outline xmlUrl='file:///etc/passwd'/><outline xmlUrl='https://ok.example/'/></body></opml>", "x", BLOGROLL_OPML),
	    "!5 0 https://x.example/m.opml\n!6 0 https://x.example/\n!1 0 javascript:alert(1)\n!1 0 https://y.example/\n"
	    "!3 0 exec:rm -rf ~\n!1 0 file:///etc/passwd\nhttps://ok.example/");
}

static void
broken_opml_is_read_as_far_as_it_goes(void **state)
{
	struct state *s = *state;

	assert_string_equal(read_as(s, "HTTP junk\n<?xml version='1.0'?><opml><body><outline text='A & B' >"
	    "<outline text=\"a\" xmlUrl=\"https://a.example/?x=1&y=2\"></outline><outline text='&nbsp;b\x01' xmlUrl='https://b.example/'>"
	    "</wrong></outline></outline><outline text='c' xmlUrl='https://c.example/'/><outline xmlUrl='https://cut.exa", "x",
	    BLOGROLL_OPML),
	    "https://a.example/?x=1&y=2 name=a #A_&_B\nhttps://b.example/ name=b #A_&_B\nhttps://c.example/ name=c");
	assert_true(s->roll.repairs & (FEED_FIX_MARKUP | FEED_FIX_TRUNCATED));
}

static void
opml_in_euc_kr_is_read(void **state)
{
	assert_string_equal(read_as(*state, "<?xml version=\"1.0\" encoding=\"euc-kr\"?><opml><body>"
	    "<outline text=\"\xb4\xba\xbd\xba\"><outline text=\"\xb0\xa1\xb3\xaa\" xmlUrl=\"https://a.example/\"/></outline></body></opml>",
	    "x", BLOGROLL_OPML), "https://a.example/ name=가나 #뉴스");
}

static void
our_own_attributes_are_handed_on(void **state)
{
	struct state *s = *state;

	assert_string_equal(read_as(s, "<opml version='2.0' xmlns:s='urn:sosik:opml'><body><outline text='t'>"
	    "<outline text='x' xmlUrl='https://a.example/' s:line='name=&quot;a  b&quot; #c every=6h' s:place='7'/></outline>"
	    "</body></opml>", "x", BLOGROLL_OPML), "https://a.example/ name=x #t [name=\"a  b\" #c every=6h]");
	assert_int_equal(s->roll.feeds[0].place, 7);
}

static void
newsboat_lines_are_read(void **state)
{
	assert_string_equal(read_as(*state, "# comment\n\nhttps://a.example/rss \"tag one\" tech \"~가 \\\"나\\\"\" # more\n"
	    "https://b.example/feed !\nhttps://c.example/#x \"!숨은\" \"c,d\"\r\n"
	    "\"query:읽지 않음:unread = \\\"yes\\\"\"\nexec:~/bin/x.sh\n\"filter:~/f.py:https://c.example/rss\" tech\n"
	    "file:///etc/x\n", "urls", BLOGROLL_NEWSBOAT),
	    "https://a.example/rss name=가 \"나\" #tag_one #tech\nhttps://b.example/feed #hidden\n"
	    "https://c.example/#x #hidden #숨은 #c_d\n!2 6 query:읽지 않음:unread = \"yes\"\n!3 7 exec:~/bin/x.sh\n"
	    "!4 8 filter:~/f.py:https://c.example/rss\n!1 9 file:///etc/x");
}

static void
newsraft_lines_are_read(void **state)
{
	assert_string_equal(read_as(*state, "# c\n@ Global < reload-period 120 >\nhttps://a.example/1\n@ News Reports\n"
	    "https://a.example/2 \"Local [news]\" < reload-period 1440; item-limit 30 >\nhttps://a.example/3 [30] {100}\n"
	    "$(cat x) \"Gen\"\n@ 블로그 [0]\nhttps://a.example/4 \"열린\n@ Global\nhttps://a.example/5 { reload-period 7 }\n",
	    "feeds", BLOGROLL_NEWSRAFT),
	    "https://a.example/1 every=120\nhttps://a.example/2 name=Local [news] #News_Reports every=1440\n"
	    "https://a.example/3 #News_Reports every=30\n!3 7 $(cat x) \"Gen\"\nhttps://a.example/4 name=열린 #블로그\n"
	    "https://a.example/5 every=7");
}

static void
sfeedrc_is_read_as_data(void **state)
{
	assert_string_equal(read_as(*state, "#sfeedpath=\"$HOME/x\"\nmaxjobs=4\nfetch() {\n\tcurl \"$2\" | tee x\n}\n"
	    "feed() { echo no; }\nfeeds() {\n\t# feed \"no\" \"https://no.example/\"\n"
	    "\tfeed \"code\" \"https://a.example/1\"\n\tfeed '한글 #1' 'https://a.example/2' \\\n\t\t\"https://k.example\" \"euc-kr\" &\n"
	    "\tfeed \"v\" \"$base/rss\"\n\tfor x in a b; do feed \"$x\" \"https://a.example/$x\"; done\n\tfeed bad\n"
	    "\tif true; then feed esc\\ aped https://a.example/3; fi\n\tfeed \"x\" \"`rm -rf /`\"\n}\nfeed \"tail\" \"https://a.example/4",
	    "sfeedrc", BLOGROLL_SFEED),
	    "https://a.example/1 name=code\nhttps://a.example/2 name=한글 #1\n!7 12 $base/rss\n!7 13 https://a.example/$x\n!8 14 bad\n"
	    "https://a.example/3 name=esc aped\n!7 16 `rm -rf /`\nhttps://a.example/4 name=tail");
}

static void
our_lines_and_addresses_are_read(void **state)
{
	assert_string_equal(read_as(*state, "# c\nhttps://a.example/ name=\"가 나\" #x every=1h\nftp://b.example/\nvelog.io/@a\n", "x",
	    BLOGROLL_LINES), "https://a.example/ [name=\"가 나\" #x every=1h]\n!1 3 ftp://b.example/\nhttps://velog.io/@a");
	assert_string_equal(read_as(*state, "\xef\xbb\xbfhttps://a.example/\r\nhttps://b.example/", "x", BLOGROLL_LINES),
	    "https://a.example/\nhttps://b.example/");
	assert_string_equal(read_as(*state, "{\"v\":1,\"url\":\"https://a.example/\",\"line\":\"name=x\"}\n"
	    "{\"url\":\"https://b.example/\",\"name\":\"비\",\"tags\":[\"가 나\",1]}\n{\"url\":1}\nnope\n", "x", BLOGROLL_JSON),
	    "https://a.example/ [name=x]\nhttps://b.example/ name=비 #가_나\n!1 3 \n!8 4 nope");
}

/* newsraft's names and newsboat's tags look the same: a name is not used twice. */
static void
one_quoted_word_is_a_name_or_a_tag(void **state)
{
	assert_string_equal(read_as(*state, "https://a.example/ \"가 블로그\"\nhttps://b.example/ \"나\"\n", "feeds", BLOGROLL_NEWSRAFT),
	    "https://a.example/ name=가 블로그\nhttps://b.example/ name=나");
	assert_string_equal(read_as(*state, "https://a.example/ \"개발\"\nhttps://b.example/ \"개발\"\n", "feeds", BLOGROLL_NEWSBOAT),
	    "https://a.example/ #개발\nhttps://b.example/ #개발");
	assert_string_equal(read_as(*state, "https://a.example/ \"가\"\nhttps://b.example/ \"나\"\n", "/x/.newsboat/urls",
	    BLOGROLL_NEWSBOAT), "https://a.example/ #가\nhttps://b.example/ #나");
}

static void
what_is_no_list_is_none(void **state)
{
	static const struct { const char *text; enum feed_problem problem; } cases[] = {
		{ "", FEED_EMPTY }, { " \n\t\n", FEED_EMPTY }, { "<!DOCTYPE html><html><body>x</body></html>", FEED_IS_HTML },
		{ "<rss version='2.0'><channel><title>x</title></channel></rss>", FEED_IS_OTHER },
		{ "Dear all,\nsee https://a.example/ for more.\nRegards\n", FEED_IS_OTHER }, { "no\nfeeds\nhere.\n", FEED_IS_OTHER },
		{ "#!/bin/sh\nrm -rf /\n", FEED_IS_OTHER }, { "\x7f" "ELF\x02\x01", FEED_IS_OTHER },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(parse_as(*state, str_of(cases[i].text), "x"), cases[i].problem);
}

static void
hostile_lists_end(void **state)
{
	struct state *s = *state;
	struct buf text = { 0 };

	buf_puts(&text, "<opml><body><outline xmlUrl='https://first.example/'/>");
	for (int i = 0; i < 10000; i++)
		buf_puts(&text, "<outline text='deep'>");
	buf_puts(&text, "<outline xmlUrl='https://deep.example/'/>");
	assert_int_equal(parse_as(s, buf_str(&text), "x"), FEED_OK);
	assert_int_equal(s->roll.n, 1);
	assert_true(s->roll.repairs & FEED_FIX_LIMIT);

	buf_clear(&text);
	buf_puts(&text, "<!DOCTYPE o [<!ENTITY a 'aaaaaaaaaaaaaaaa'>");
	for (char c = 'b'; c <= 'z'; c++)
		buf_printf(&text, "<!ENTITY %c '&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;'>", c, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1);
	buf_puts(&text, "]><opml><body><outline xmlUrl='https://a.example/'/><outline text='&z;' xmlUrl='https://b.example/'/></body></opml>");
	assert_int_equal(parse_as(s, buf_str(&text), "x"), FEED_OK);
	assert_int_equal(s->roll.n > 0, 1);

	buf_clear(&text);
	buf_puts(&text, "<opml><body><outline xmlUrl='https://a.example/' category='");
	buf_fill(&text, 'c', 1 << 20);
	buf_puts(&text, "' text='");
	buf_fill(&text, 'n', 1 << 20);
	buf_puts(&text, "'/><outline xmlUrl='https://");
	buf_fill(&text, 'u', 1 << 20);
	buf_puts(&text, ".example/'/></body></opml>");
	assert_int_equal(parse_as(s, buf_str(&text), "x"), FEED_OK);
	assert_int_equal(s->roll.n, 2);
	assert_true(s->roll.feeds[0].name.n <= LIMIT_NAME && s->roll.feeds[0].tags[0].n <= LIMIT_TAG);
	assert_int_equal(s->roll.feeds[1].problem, BLOGROLL_NO_ADDRESS);

	buf_clear(&text);
	buf_puts(&text, "https://a.example/ #x\nhttps://b.example/ name=\"");
	buf_fill(&text, 'n', LIMIT_ROLL_LINE);
	buf_puts(&text, "\"\n");
	assert_int_equal(parse_as(s, buf_str(&text), "x"), FEED_OK);
	assert_int_equal(s->roll.feeds[0].problem, BLOGROLL_OK);
	assert_int_equal(s->roll.feeds[1].problem, BLOGROLL_UNCLEAR);

	buf_clear(&text);
	for (int i = 0; i < LIMIT_ROLL_FEEDS + 5; i++)
		buf_printf(&text, "https://a.example/%d\n", i);
	assert_int_equal(parse_as(s, buf_str(&text), "x"), FEED_OK);
	assert_int_equal(s->roll.n, LIMIT_ROLL_FEEDS);
	assert_true(s->roll.repairs & FEED_FIX_LIMIT);
	buf_free(&text);
}

int
main(void)
{
#define ROLL_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		ROLL_TEST(folders_of_opml_are_tags),
		ROLL_TEST(what_is_no_feed_of_opml_is_named),
		ROLL_TEST(broken_opml_is_read_as_far_as_it_goes),
		ROLL_TEST(opml_in_euc_kr_is_read),
		ROLL_TEST(our_own_attributes_are_handed_on),
		ROLL_TEST(newsboat_lines_are_read),
		ROLL_TEST(newsraft_lines_are_read),
		ROLL_TEST(sfeedrc_is_read_as_data),
		ROLL_TEST(our_lines_and_addresses_are_read),
		ROLL_TEST(one_quoted_word_is_a_name_or_a_tag),
		ROLL_TEST(what_is_no_list_is_none),
		ROLL_TEST(hostile_lists_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
