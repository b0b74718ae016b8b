#include "text/url.h"

/* Segments of a path and values that name a format, and no more. */
static const char *const formats[] = { "feed", "feeds", "rss", "rss2", "rss1", "atom", "rdf", "xml", "json", "index", "alt",
	"format", "type", "www", "default", "posts", "all" };

static bool
is_one_of(struct str word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_is_icase(word, words[i]))
			return true;
	return false;
}

/* Takes the next run of letters and digits off *rest, with all bytes above ASCII; empty at the end. */
static struct str
take_word(struct str *rest)
{
	size_t from = 0, to;

	while (from < rest->n && !str_is_alpha(rest->p[from]) && !str_is_digit(rest->p[from]) &&
		(unsigned char)rest->p[from] < 0x80)
		from++;
	for (to = from; to < rest->n; to++)
		if (!str_is_alpha(rest->p[to]) && !str_is_digit(rest->p[to]) && (unsigned char)rest->p[to] < 0x80)
			break;
	struct str word = str_sub(*rest, from, to);

	*rest = str_sub(*rest, to, rest->n);
	return word;
}

static struct str
behind_host(struct str text)
{
	struct url url;

	url_split(text, &url);
	return url.path.p ? str_new(url.path.p, (size_t)(text.p + text.n - url.path.p)) : STR_NONE;
}

/* ---- what kind of posts */

static bool
has_icase(struct str s, const char *part)
{
	size_t n = strlen(part);

	for (size_t i = 0; i + n <= s.n; i++)
		if (str_starts_icase(str_sub(s, i, s.n), part))
			return true;
	return false;
}

static bool
has_any(struct str s, const char *const *parts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (has_icase(s, parts[i]))
			return true;
	return false;
}

#define HAS_ANY(s, parts) has_any(s, parts, sizeof(parts) / sizeof *(parts))
#define IS_ONE_OF(s, words) is_one_of(s, words, sizeof(words) / sizeof *(words))

static bool
is_comments(struct str place, struct str title)
{
	static const char *const words[] = { "comment", "comments", "replies", "trackback", "trackbacks", "guestbook",
		"withcomments" };
	/* A blog may have such a word in its name: it is how the word stands that tells. */
	static const char *const titles[] = { "comments on", "comments for", "comments feed", "comment feed", "comments rss",
		"(comments)", "- comments", "» comments", ": comments", "comments |", "recent comments", "all comments",
		"댓글 피드", "댓글 rss", "댓글 목록", "댓글:", "의 댓글", "에 대한 댓글", "에 달린 댓글", "최근 댓글", "전체 댓글", "» 댓글",
		"- 댓글", "(댓글)", "덧글 피드", "최근 덧글", "의 덧글", "코멘트 피드", "답글 피드", "트랙백 피드" };
	static const char *const whole[] = { "comment", "comments", "댓글", "덧글", "코멘트", "답글", "트랙백", "방명록" };
	struct str word;

	if (has_icase(place, "withoutcomments=0") || HAS_ANY(title, titles) || IS_ONE_OF(title, whole))
		return true;
	while ((word = take_word(&place)).n)
		if (IS_ONE_OF(word, words))
			return true;
	return false;
}

static bool
is_part(struct str place, struct str title)
{
	static const char *const words[] = { "category", "categories", "tag", "tags", "author", "authors", "label", "labels",
		"topic", "topics", "search", "series", "archives", "cat", "categoryno", "keyword", "user", "users" };
	static const char *const titles[] = { "category feed", "tag feed", "category:", "tag:", "posts by ", "author feed",
		"posts in category", "search results", "카테고리 피드", "카테고리:", "카테고리의 글", "분류 피드", "태그 피드", "태그:",
		"글쓴이 피드", "글쓴이:", "검색 결과" };
	struct str word;

	if (has_icase(place, "/-/") || HAS_ANY(title, titles))
		return true;
	while ((word = take_word(&place)).n)
		if (IS_ONE_OF(word, words))
			return true;
	return false;
}

enum url_feed
url_feed_rank(struct str url, struct str title)
{
	struct str place = behind_host(url);

	if (is_comments(place, title))
		return URL_FEED_COMMENTS;
	return is_part(place, title) ? URL_FEED_PART : URL_FEED_MAIN;
}

/* ---- what a feed's address looks like */

static bool
is_feed_segment(struct str segment)
{
	static const char *const words[] = { "feed", "feeds", "rss", "rss2", "atom", "rdf" };
	static const char *const ends[] = { ".xml", ".rss", ".atom", ".rdf", ".rss2", "feed.json", "rss.php", "feed.php",
		"atom.php", "rss.do", "rss.jsp", "rss.asp", "rss.aspx", "rss.cgi" };
	static const char *const others[] = { "sitemap", "opensearch", "osd.xml", "rsd.xml", "wlwmanifest", "browserconfig",
		"crossdomain", "opml" };

	if (IS_ONE_OF(segment, words))
		return true;
	if (HAS_ANY(segment, others))
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (segment.n >= strlen(ends[i]) && str_is_icase(str_sub(segment, segment.n - strlen(ends[i]), segment.n), ends[i]))
			return true;
	return false;
}

/* Programs that read feeds, and have those of others in their addresses. */
static bool
is_reader(struct str host)
{
	static const char *const hosts[] = { "feedly.com", "inoreader.com", "newsblur.com", "theoldreader.com", "subtome.com",
		"netvibes.com", "follow.it", "hanrss.com", "feedbin.com", "add.my.yahoo.com", "addtoany.com" };

	return HAS_ANY(host, hosts);
}

bool
url_feed_is_like(struct str text)
{
	static const char *const queries[] = { "feed=", "alt=rss", "alt=atom", "format=rss", "format=atom", "format=feed",
		"type=rss", "type=atom", "act=rss", "act=atom", "channel_id=", "playlist_id=" };
	struct str path, segment;
	struct url url;

	url_split(text, &url);
	if (is_reader(url.host))
		return false;
	if (HAS_ANY(url.query, queries) || str_starts_icase(url.host, "rss.") || str_starts_icase(url.host, "feeds."))
		return true;
	path = url.path;
	while (path.n) {
		str_cut(path, '/', &segment, &path);
		if (is_feed_segment(segment))
			return true;
	}
	return false;
}

bool
url_feed_is_twin(struct str a, struct str b)
{
	struct str one, two;

	if (!str_eq_icase(url_host(a), url_host(b)))
		return false;
	a = behind_host(a);
	b = behind_host(b);
	do {
		while ((one = take_word(&a)).n && IS_ONE_OF(one, formats))
			continue;
		while ((two = take_word(&b)).n && IS_ONE_OF(two, formats))
			continue;
	} while (one.n && str_eq_icase(one, two));
	return !one.n && !two.n;
}
