#include "unit.h"

#include "feed_fixture.h"

#define ATOM(inside) "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>" inside "</feed>"
#define RSS(inside) "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:atom='http://www.w3.org/2005/Atom'" \
	" xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'" \
	" xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>T</title>" inside "</channel></rss>"

static void
plain_text_with_elements_in_it_is_markup(void **state)
{
	struct parsed p = parsed_of(ATOM("<entry><title>1 &lt; <b xmlns='http://www.w3.org/1999/xhtml'>2</b></title>"
		"<content type='text'><div xmlns='http://www.w3.org/1999/xhtml'>가 &amp; <i>나</i></div></content></entry>"));

	(void)state;
	assert_line(p, "title=1 < 2");
	assert_line(p, "content=<div>가 &amp; <i>나</i></div>");
	parsed_free(&p);
}

static void
base64_is_decoded_only_where_it_is_that(void **state)
{
	struct parsed p = parsed_of(ATOM("<entry><content type='application/octet-stream'>7JWI64WV\n7ZWY7IS47JqU</content></entry>"
		"<entry><content type='application/octet-stream'>no base64: &lt;b&gt;x&lt;/b&gt;</content></entry>"
		"<entry><title>png</title><content type='image/png'>iVBORw0KGgoAAAANSUhEUg==</content></entry>"));

	(void)state;
	assert_line(p, "content=안녕하세요");
	assert_line(p, "content=no base64: <b>x</b>");
	assert_line(p, "post\ntitle=png\nfeed");
	parsed_free(&p);
}

static void
attributes_of_drawings_keep_their_prefix(void **state)
{
	struct parsed p = parsed_of(ATOM("<entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
		"<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><a x:href='/1'/></svg></div></content></entry>"));

	(void)state;
	assert_line(p, "content=<div><svg xmlns=\"http://www.w3.org/2000/svg\"><a xlink:href=\"/1\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
		"</a></svg></div>");
	parsed_free(&p);
}

static void
a_second_description_is_the_content(void **state)
{
	struct parsed p = parsed_of(RSS("<item><title>1</title><summary>s</summary><description>d</description></item>"
		"<item><title>2</title><description>d</description><summary>s</summary><content:encoded>c</content:encoded></item>"));

	(void)state;
	assert_line(p, "summary=s\ncontent=d");
	assert_line(p, "summary=d\ncontent=c");
	parsed_free(&p);
}

static void
what_is_inside_unknown_elements_counts_only_alone(void **state)
{
	struct parsed p = parsed_of(RSS("<item><own><title>inner</title><link>https://a.example/in</link></own><title>outer</title>"
		"<link>https://a.example/out</link></item><item><own><title>only</title></own></item>"));

	(void)state;
	assert_line(p, "title=outer\nlink=https://a.example/out");
	assert_line(p, "title=only");
	parsed_free(&p);
}

static void
the_link_of_rss_outweighs_one_of_atom_beside_it(void **state)
{
	struct parsed p = parsed_of(RSS("<atom:link href='https://a.example/feed'/><link>https://a.example/</link>"
		"<item><title>x</title><atom:link href='https://a.example/1'/></item>"));

	(void)state;
	assert_line(p, "flink=https://a.example/");
	assert_line(p, "link=https://a.example/1");
	parsed_free(&p);
}

static void
a_date_nobody_can_read_leaves_room_for_another(void **state)
{
	struct parsed p = parsed_of(RSS("<item><title>x</title><pubDate>someday</pubDate><dc:date>2025-06-05T00:00:00Z</dc:date></item>"
		"<item><title>y</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>"));

	(void)state;
	assert_line(p, "published=2025-06-05T00:00:00Z\nupdated=2025-06-05T00:00:00Z\npost");
	assert_line(p, "title=y\nfeed");
	parsed_free(&p);
}

static void
categories_come_from_every_vocabulary(void **state)
{
	struct parsed p = parsed_of(RSS("<item><title>x</title><itunes:category text='기술'><itunes:category text='팟캐스트'/></itunes:category>"
		"<media:keywords>가, 나</media:keywords><media:category label='이름'>값</media:category></item>"));

	(void)state;
	assert_line(p, "category=기술\ncategory=팟캐스트\ncategory=가\ncategory=나\ncategory=값");
	parsed_free(&p);
}

static void
a_post_without_a_title_is_called_by_its_text(void **state)
{
	struct parsed p = parsed_of(RSS("<item><link>https://a.example/1</link><description>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</description></item>"
		"<item><link>https://a.example/2</link></item><item><guid>g</guid></item>"));
	struct buf text = { 0 };

	(void)state;
	assert_line(p, "title=A & B\nlink=https://a.example/1");
	assert_line(p, "post\ntitle=https://a.example/2");
	assert_line(p, "post\nid=g\nfeed");
	parsed_free(&p);
	buf_puts(&text, "<rss version='2.0'><channel><title>T</title><item><description>");
	for (int i = 0; i < 60; i++)
		buf_puts(&text, "낱말 ");
	buf_puts(&text, "</description></item></channel></rss>");
	p = parsed_of(buf_cstr(&text));
	assert_true(str_has(buf_str(&p.out), "title=낱말 낱말"));
	assert_true(str_has(buf_str(&p.out), "낱말…\n"));
	buf_free(&text);
	parsed_free(&p);
}

static void
a_feed_without_a_site_is_called_by_its_address(void **state)
{
	struct parsed p = parsed_of(RSS("<item><title>x</title></item>"));

	(void)state;
	assert_line(p, "flink=https://blog.example.com/feed.xml");
	parsed_free(&p);
	p = parsed_of("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"icon\":\"/i.png\",\"favicon\":\"/f.png\",\"items\":[]}");
	assert_line(p, "flink=https://blog.example.com/feed.xml");
	assert_line(p, "fimage=https://blog.example.com/f.png");
	parsed_free(&p);
}

static void
prefixes_that_nobody_declares_are_known_by_use(void **state)
{
	struct parsed p = parsed_of("<rss version='2.0'><channel><title>T</title><item><title>x</title><dc:creator>김</dc:creator>"
		"<odd:thing>z</odd:thing><content:encoded>c</content:encoded></item></channel></rss>");

	(void)state;
	assert_int_equal(p.feed.repairs, FEED_FIX_MARKUP);
	assert_line(p, "author=김");
	assert_line(p, "content=c");
	parsed_free(&p);
}

static void
a_prefix_may_be_declared_anew_inside(void **state)
{
	struct parsed p = parsed_of("<rss version='2.0'><channel><title>T</title><item><x:title xmlns:x='urn:x'>no</x:title>"
		"<x:creator xmlns:x='http://purl.org/dc/elements/1.1/'>김</x:creator><title>x</title></item></channel></rss>");

	(void)state;
	assert_int_equal(p.feed.repairs, 0);
	assert_line(p, "title=x\nauthor=김");
	parsed_free(&p);
}

static void
files_are_enclosures_however_they_are_given(void **state)
{
	struct parsed p = parsed_of(RSS("<item><title>x</title><enclosure href='/a.mp3' type='audio/mpeg'/><media:thumbnail url='/t.jpg'/>"
		"<media:group><media:content url='/v.mp4' type='video/mp4'/></media:group></item>"));

	(void)state;
	assert_line(p, "enclosure=https://blog.example.com/a.mp3 audio/mpeg -1");
	assert_line(p, "enclosure=https://blog.example.com/t.jpg  -1");
	assert_line(p, "enclosure=https://blog.example.com/v.mp4 video/mp4 -1");
	parsed_free(&p);
}

static void
json_text_keeps_its_lines(void **state)
{
	struct parsed p = parsed_of("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"A &amp; B\",\"items\":["
		"{\"id\":7,\"content_text\":\"1 < 2\\n둘\"},{\"id\":\"https://a.example/1\",\"content_text\":\"한 줄\"}]}");

	(void)state;
	assert_line(p, "ftitle=A & B");
	assert_line(p, "title=1 < 2 둘\ncontent=1 &lt; 2<br>둘");
	assert_line(p, "id=https://a.example/1\ntitle=한 줄\nlink=https://a.example/1\ncontent=한 줄");
	parsed_free(&p);
}

static void
the_description_of_a_video_keeps_its_lines(void **state)
{
	struct parsed p = parsed_of("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'><title>F</title>"
		"<entry><title>영상</title><media:group><media:title>no</media:title><media:thumbnail url='/t.jpg'/>"
		"<media:description>A &amp; B\n둘 &lt;3</media:description></media:group></entry>"
		"<entry><title>2</title><media:description type='html'>&lt;b&gt;c&lt;/b&gt;</media:description></entry></feed>");

	(void)state;
	assert_line(p, "title=영상\nsummary=A &amp; B<br>둘 &lt;3");
	assert_line(p, "title=2\nsummary=<b>c</b>");
	parsed_free(&p);
}

static void
an_entry_may_stand_alone(void **state)
{
	struct parsed p = parsed_of("<entry xmlns='http://www.w3.org/2005/Atom'><title type='html'>a &amp;amp; b</title><id>urn:1</id></entry>");

	(void)state;
	assert_line(p, "format=atom-1.0");
	assert_line(p, "id=urn:1\ntitle=a & b");
	parsed_free(&p);
}

static void
markup_in_addresses_and_names_is_passed_over(void **state)
{
	struct parsed p = parsed_of(RSS("<item><title>x</title><link><b>https://a.example/?a=1&amp;b=2</b></link><category>가<i>나</i></category></item>"));

	(void)state;
	assert_line(p, "link=https://a.example/?a=1&b=2\ncategory=가나");
	parsed_free(&p);
}

static void
addresses_are_mended(void **state)
{
	struct parsed p = parsed_of(RSS("<item><title>x</title><link>www.a.example/1</link></item><item><title>y</title><link>http://https://a.example/2</link></item>"
		"<item><title>z</title><link>www.html</link></item><item><title>w</title><link>undefined</link></item>"));

	(void)state;
	assert_line(p, "title=x\nlink=http://www.a.example/1");
	assert_line(p, "title=y\nlink=https://a.example/2");
	assert_line(p, "title=z\nlink=https://blog.example.com/www.html");
	assert_line(p, "title=w\nfeed");
	parsed_free(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_with_elements_in_it_is_markup),
		cmocka_unit_test(base64_is_decoded_only_where_it_is_that),
		cmocka_unit_test(attributes_of_drawings_keep_their_prefix),
		cmocka_unit_test(a_second_description_is_the_content),
		cmocka_unit_test(what_is_inside_unknown_elements_counts_only_alone),
		cmocka_unit_test(the_link_of_rss_outweighs_one_of_atom_beside_it),
		cmocka_unit_test(a_date_nobody_can_read_leaves_room_for_another),
		cmocka_unit_test(categories_come_from_every_vocabulary),
		cmocka_unit_test(a_post_without_a_title_is_called_by_its_text),
		cmocka_unit_test(a_feed_without_a_site_is_called_by_its_address),
		cmocka_unit_test(prefixes_that_nobody_declares_are_known_by_use),
		cmocka_unit_test(a_prefix_may_be_declared_anew_inside),
		cmocka_unit_test(files_are_enclosures_however_they_are_given),
		cmocka_unit_test(json_text_keeps_its_lines),
		cmocka_unit_test(the_description_of_a_video_keeps_its_lines),
		cmocka_unit_test(an_entry_may_stand_alone),
		cmocka_unit_test(markup_in_addresses_and_names_is_passed_over),
		cmocka_unit_test(addresses_are_mended),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
