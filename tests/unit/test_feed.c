#include "unit.h"

#include "feed_fixture.h"

static void
rss_2_gives_all_its_values(void **state)
{
	struct parsed p = parsed_of("<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
		" xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>소식</title><link>https://blog.example.com/</link>"
		"<description>IT &amp; 글</description><language>ko</language><copyright>(c)</copyright><generator>gen</generator>"
		"<ttl>100</ttl><image><url>https://blog.example.com/i.png</url><title>다른</title><link>https://x.example/</link></image>"
		"<item><title>첫 글</title><link>/1</link><guid isPermaLink='false'>20250001</guid>"
		"<pubDate>Thu, 5 Jun 2025 09:00:00 +0900</pubDate><author>me@example.com (홍길동)</author><category>C</category>"
		"<category>리눅스</category><comments>/1#c</comments><description>&lt;p&gt;요약&lt;/p&gt;</description>"
		"<content:encoded><![CDATA[<p>전체</p>]]></content:encoded>"
		"<enclosure url='/a.mp3' type='audio/mpeg' length='12'/><enclosure type='audio/mpeg'/></item></channel></rss>");

	(void)state;
	assert_int_equal(p.problem, FEED_OK);
	assert_int_equal(p.feed.repairs, 0);
	assert_int_equal(p.feed.ttl_min, 100);
	assert_int_equal(p.posts, 1);
	assert_line(p, "format=rss-2.0");
	assert_line(p, "ftitle=소식");
	assert_line(p, "fsubtitle=IT & 글");
	assert_line(p, "flink=https://blog.example.com/");
	assert_line(p, "fimage=https://blog.example.com/i.png");
	assert_line(p, "title=첫 글");
	assert_line(p, "link=https://blog.example.com/1");
	assert_line(p, "id=20250001");
	assert_line(p, "author=홍길동");
	assert_line(p, "published=2025-06-05T00:00:00Z");
	assert_line(p, "category=C\ncategory=리눅스");
	assert_line(p, "comments=https://blog.example.com/1#c");
	assert_line(p, "summary=<p>요약</p>");
	assert_line(p, "content=<p>전체</p>");
	assert_line(p, "enclosure=https://blog.example.com/a.mp3 audio/mpeg 12\nfeed");
	parsed_free(&p);
}

static void
a_feed_says_when_it_wants_to_be_asked(void **state)
{
	struct parsed p = parsed_of("<rss version='2.0'><channel><title>T</title><ttl> 30 </ttl>"
		"<skipHours><hour>0</hour><hour> 7</hour><hour>24</hour><hour>25</hour><hour>x</hour></skipHours>"
		"<skipDays><day>Sunday</day><day>saturday </day><day>Freeday</day></skipDays><hour>3</hour>"
		"<item><title>I</title><skipHours><hour>5</hour></skipHours></item></channel></rss>");

	(void)state;
	assert_int_equal(p.feed.ttl_min, 30);
	assert_int_equal(p.feed.skip, 1 << 0 | 1 << 7 | 1 << (FEED_SKIP_DAYS + 0) | 1 << (FEED_SKIP_DAYS + 6));
	parsed_free(&p);
	p = parsed_of("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
		" xmlns:s='http://purl.org/rss/1.0/modules/syndication/'><channel><title>T</title><s:updatePeriod>daily\n</s:updatePeriod>"
		"<s:updateFrequency>4</s:updateFrequency></channel></rdf:RDF>");
	assert_int_equal(p.feed.ttl_min, 6 * 60);
	assert_int_equal(p.feed.skip, 0);
	parsed_free(&p);
	p = parsed_of("<rss version='2.0'><channel><title>T</title><ttl>99999999</ttl><sy:updatePeriod>hourly</sy:updatePeriod>"
		"<sy:updateFrequency>0</sy:updateFrequency></channel></rss>");
	assert_int_equal(p.feed.ttl_min, 60);
	parsed_free(&p);
	p = parsed_of("<rss version='2.0'><channel><title>T</title><ttl>soon</ttl></channel></rss>");
	assert_int_equal(p.feed.ttl_min, -1);
	parsed_free(&p);
}

static void
rdf_has_its_items_outside_the_channel(void **state)
{
	struct parsed p = parsed_of("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
		" xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'><title>T</title></channel>"
		"<item rdf:about='https://e.example/1'><title>I</title><dc:creator>Kim</dc:creator>"
		"<dc:date>2025-06-05T09:00:00+09:00</dc:date><dc:subject>s</dc:subject></item></rdf:RDF>");

	(void)state;
	assert_line(p, "format=rss-1.0");
	assert_line(p, "ftitle=T");
	assert_line(p, "link=https://e.example/1");
	assert_line(p, "author=Kim\npublished=2025-06-05T00:00:00Z");
	assert_line(p, "category=s");
	parsed_free(&p);
	p = parsed_of("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>"
		"<channel><title>T</title></channel><item><title>I</title></item></rdf:RDF>");
	assert_line(p, "format=rss-0.9x");
	assert_int_equal(p.posts, 1);
	parsed_free(&p);
}

static void
atom_content_is_read_by_its_type(void **state)
{
	struct parsed p = parsed_of("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='ko'><title type='html'>a &amp;amp; b</title>"
		"<link rel='self' href='/feed.xml'/><link href='/'/><id>urn:f</id><updated>2025-06-05T00:00:00Z</updated>"
		"<entry><title>1 &lt;b&gt;</title><content>x &lt; y</content><author><name>이몽룡</name><email>a@b</email></author></entry>"
		"<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>두 <em>번째</em></div></title>"
		"<content type='xhtml' xml:base='https://base.example/x/'><div xmlns='http://www.w3.org/1999/xhtml'>"
		"<p class='a'>셋 &lt; 넷<br/></p></div></content><published>2025-06-04T00:00:00Z</published></entry>"
		"<entry><summary type='html'>&lt;i&gt;s&lt;/i&gt;</summary><content type='text/plain' src='/big'/>"
		"<link rel='enclosure' href='/p.mp3' type='audio/mpeg' length='5'/><link rel='replies' type='text/html' href='/c'/>"
		"<category term='tag' label='Tag'/></entry></feed>");

	(void)state;
	assert_line(p, "format=atom-1.0");
	assert_line(p, "ftitle=a & b");
	assert_line(p, "flink=https://blog.example.com/");
	assert_line(p, "flanguage=ko");
	assert_line(p, "title=1 <b>\nauthor=이몽룡");
	assert_line(p, "content=x &lt; y");
	assert_line(p, "title=두 번째");
	assert_line(p, "content=<div><p class=\"a\">셋 &lt; 넷<br></p></div>\nbase=https://base.example/x/");
	assert_line(p, "summary=<i>s</i>\ncomments=https://blog.example.com/c\ncategory=tag");
	assert_line(p, "enclosure=https://blog.example.com/p.mp3 audio/mpeg 5");
	parsed_free(&p);
}

static void
atom_03_is_read_by_its_mode(void **state)
{
	struct parsed p = parsed_of("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title mode='escaped' type='text/html'>"
		"&lt;b&gt;T&lt;/b&gt;</title><tagline>tag</tagline><entry><title>E</title><issued>2025-06-05T00:00:00Z</issued>"
		"<content type='text/html' mode='base64'>PHA+7IaM7IudPC9wPg==</content></entry></feed>");

	(void)state;
	assert_line(p, "format=atom-0.3");
	assert_line(p, "ftitle=T");
	assert_line(p, "fsubtitle=tag");
	assert_line(p, "published=2025-06-05T00:00:00Z");
	assert_line(p, "content=<p>소식</p>");
	parsed_free(&p);
}

static void
json_feeds_are_read(void **state)
{
	struct parsed p = parsed_of("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"home_page_url\":\"/\",\"items\":["
		"{\"id\":7,\"url\":\"/7\",\"title\":\"글\",\"content_text\":\"a < b\",\"summary\":\"s\",\"tags\":[\"c\"],"
		"\"date_published\":\"2025-06-05T09:00:00+09:00\",\"authors\":[{\"name\":\"A\"},{\"name\":\"B\"}],"
		"\"attachments\":[{\"url\":\"/x.mp3\",\"mime_type\":\"audio/mpeg\",\"size_in_bytes\":9},{}]}, 3]}");

	(void)state;
	assert_int_equal(p.problem, FEED_OK);
	assert_int_equal(p.posts, 1);
	assert_line(p, "format=json-feed");
	assert_line(p, "id=7\ntitle=글\nlink=https://blog.example.com/7\nauthor=A, B\npublished=2025-06-05T00:00:00Z");
	assert_line(p, "content=a &lt; b\ncategory=c\nenclosure=https://blog.example.com/x.mp3 audio/mpeg 9\nfeed");
	parsed_free(&p);
}

#define RSS(items) "<rss version='2.0'><channel><title>t</title>" items "</channel></rss>"

static void
titles_are_plain_text(void **state)
{
	static const char *const rows[][2] = {
		{ "Vec&lt;T&gt; 이해하기", "title=Vec<T> 이해하기" },
		{ "&lt;b&gt;굵게&lt;/b&gt;&lt;br/&gt;다음", "title=굵게 다음" },
		{ "HTML &lt;div&gt; 태그 정리", "title=HTML <div> 태그 정리" },
		{ "a&lt;img src='x'&gt;b", "title=ab" },
		{ "&lt;script&gt;x()&lt;/script&gt;끝", "title=끝" },
		{ "&amp;quot;인용&amp;quot;", "title=\"인용\"" },
		{ "<![CDATA[ [단독]\n A &amp; B ]]>", "title=[단독] A & B" },
		{ "&lt;스프링&gt; 5 &lt; 6", "title=<스프링> 5 < 6" },
	};
	char text[512];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		(void)snprintf(text, sizeof text, RSS("<item><title>%s</title></item>"), rows[i][0]);
		struct parsed p = parsed_of(text);
		assert_line(p, rows[i][1]);
		parsed_free(&p);
	}
}

static void
a_date_without_a_zone_is_korean_in_a_korean_feed(void **state)
{
	static const char korean[] = "<rss version='2.0'><channel><language>ko-KR</language><item><pubDate>2025-06-05 09:00:00</pubDate>"
				     "</item></channel></rss>";
	static const char other[] = "<rss version='2.0'><channel><item><pubDate>2025-06-05 09:00:00</pubDate></item></channel></rss>";
	static const char hangul[] = "<rss version='2.0'><channel><title>가나다라마바사아자차카타파하 가나다라마바사</title><item>"
				     "<pubDate>2025-06-05 09:00:00</pubDate></item></channel></rss>";
	struct parsed p = parsed_of(korean);

	(void)state;
	assert_line(p, "published=2025-06-05T00:00:00Z");
	parsed_free(&p);
	p = parsed_of(hangul);
	assert_line(p, "published=2025-06-05T00:00:00Z");
	parsed_free(&p);
	p = parsed_of(other);
	assert_line(p, "published=2025-06-05T09:00:00Z");
	parsed_free(&p);
	p = parsed_bytes(str_of(other), "https://news.example.co.kr/rss", "");
	assert_line(p, "published=2025-06-05T00:00:00Z");
	parsed_free(&p);
}

static void
quirks_of_korean_platforms_are_known(void **state)
{
	struct parsed p = parsed_of(RSS("<item><author>id</author><category>분류</category><tag>자바, 스프링 ,</tag>"
		"<link><![CDATA[https://blog.naver.com/a/1?fromRss=true]]></link></item>"
		"<item><link>undefined</link><guid>20260625000259</guid><pubDate>garbage</pubDate></item>"
		"<item><guid>https://velog.io/@a/b</guid></item>"));

	(void)state;
	assert_line(p, "category=분류\ncategory=자바\ncategory=스프링\npost");
	assert_line(p, "post\nid=20260625000259\npost");
	assert_line(p, "id=https://velog.io/@a/b\ntitle=https://velog.io/@a/b\nlink=https://velog.io/@a/b");
	parsed_free(&p);
}

static void
extensions_count_where_the_core_is_silent(void **state)
{
	struct parsed p = parsed_of("<rss version='2.0' xmlns:m='http://search.yahoo.com/mrss/' xmlns:f='http://rssnamespace.org/feedburner/ext/1.0'"
		" xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><i:image url='/c.png'/><item><m:title>no</m:title>"
		"<title>yes</title><link>https://proxy.example/1</link><f:origLink>https://blog.example.com/1</f:origLink>"
		"<m:group><m:content url='/v.mp4' type='video/mp4' fileSize='8'><m:category>영상</m:category></m:content>"
		"<m:content url='/v.mp4'/></m:group></item></channel></rss>");

	(void)state;
	assert_line(p, "fimage=https://blog.example.com/c.png");
	assert_line(p, "title=yes\nlink=https://blog.example.com/1\ncategory=영상");
	assert_line(p, "enclosure=https://blog.example.com/v.mp4 video/mp4 8\nfeed");
	parsed_free(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rss_2_gives_all_its_values),
		cmocka_unit_test(a_feed_says_when_it_wants_to_be_asked),
		cmocka_unit_test(rdf_has_its_items_outside_the_channel),
		cmocka_unit_test(atom_content_is_read_by_its_type),
		cmocka_unit_test(atom_03_is_read_by_its_mode),
		cmocka_unit_test(json_feeds_are_read),
		cmocka_unit_test(titles_are_plain_text),
		cmocka_unit_test(a_date_without_a_zone_is_korean_in_a_korean_feed),
		cmocka_unit_test(quirks_of_korean_platforms_are_known),
		cmocka_unit_test(extensions_count_where_the_core_is_silent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
