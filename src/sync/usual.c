#include "sync/usual.h"

#include <stdint.h>

#include "base/buf.h"
#include "text/url.h"

enum { USUAL_OWN = 5 }; /* of the default paths, at the blog's own path */

/* What made a page, or the end of its host, and where that puts its feed. */
static const struct {
	const char *generator, *host, *paths;
} hints[] = {
	{ "tistory", NULL, "rss" },
	{ "wordpress", NULL, "feed/ ?feed=rss2" },
	{ "textcube", NULL, "rss" },
	{ "tattertools", NULL, "rss" },
	{ "ghost", NULL, "rss/" },
	{ "blogger", NULL, "feeds/posts/default" },
	{ "jekyll", NULL, "feed.xml atom.xml" },
	{ "hugo", NULL, "index.xml rss.xml feed.xml" },
	{ "hexo", NULL, "atom.xml rss2.xml feed.xml" },
	{ "gatsby", NULL, "rss.xml feed.xml" },
	{ "astro", NULL, "rss.xml feed.xml" },
	{ "next", NULL, "rss.xml feed.xml" },
	{ "docusaurus", NULL, "rss.xml blog/rss.xml atom.xml" },
	{ "vuepress", NULL, "rss.xml feed.xml feed.rss" },
	{ "vitepress", NULL, "feed.rss feed.xml rss.xml" },
	{ "eleventy", NULL, "feed/feed.xml feed.xml" },
	{ "pelican", NULL, "feeds/all.atom.xml feeds/all.rss.xml feed.xml" },
	{ "nikola", NULL, "rss.xml" },
	{ "octopress", NULL, "atom.xml" },
	{ "middleman", NULL, "feed.xml" },
	{ "movable type", NULL, "atom.xml index.xml" },
	{ "medium", NULL, "feed" },
	{ "drupal", NULL, "rss.xml" },
	{ "joomla", NULL, "?format=feed&type=rss" },
	{ "squarespace", NULL, "?format=rss" },
	{ "wix.com", NULL, "blog-feed.xml" },
	{ "discourse", NULL, "latest.rss" },
	{ "xpressengine", NULL, "rss ?act=rss" },
	{ "rhymix", NULL, "rss ?act=rss" },
	{ "dokuwiki", NULL, "feed.php" },
	{ "mediawiki", NULL, "index.php?title=Special:RecentChanges&feed=atom" },
	{ NULL, ".github.io", "feed.xml atom.xml rss.xml index.xml feed rss2.xml" },
	{ NULL, ".gitlab.io", "feed.xml index.xml atom.xml rss.xml" },
	{ NULL, ".netlify.app", "rss.xml atom.xml feed.xml index.xml" },
	{ NULL, ".vercel.app", "rss.xml feed.xml rss atom.xml" },
	{ NULL, ".pages.dev", "rss.xml feed.xml index.xml atom.xml" },
};

/* Of the feeds of 2,078 Korean blogs and sites: the commonest first, but "feed" and "rss" before all, as they answer for most. */
static const char usual[] = "feed rss feed.xml rss.xml atom.xml index.xml rss2.xml feeds/posts/default ?feed=rss2 atom "
	"index.rdf feed.json rss/allArticle.xml blog/rss.xml blog/feed blog/feed.xml";

struct list {
	struct arena *a;
	struct str *to;
	size_t n;
};

static bool
has_icase(struct str s, const char *part)
{
	for (size_t i = 0; i < s.n; i++)
		if (str_starts_icase(str_sub(s, i, s.n), part))
			return true;
	return false;
}

static void
add_paths(struct list *list, struct str base, struct str paths, size_t most)
{
	struct str path;

	while (most-- && list->n < USUAL_MAX && (path = str_word(&paths)).n) {
		struct str url = arena_printf(list->a, "%.*s/%.*s", STR(base), STR(path));
		size_t i = 0;

		while (i < list->n && !str_eq(list->to[i], url))
			i++;
		if (i == list->n)
			list->to[list->n++] = url;
	}
}

static void
add_base(struct list *list, struct str base, struct str host, struct str generator, size_t most)
{
	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
		const char *end = hints[i].host;

		if (end ? str_ends(host, end) : has_icase(generator, hints[i].generator))
			add_paths(list, base, str_of(hints[i].paths), SIZE_MAX);
	}
	add_paths(list, base, str_of(usual), most);
}

/* A folder of posts in a blog, rather than a blog in a site. */
static bool
is_content(struct str segment)
{
	static const char *const names[] = { "posts", "post", "entry", "archives", "archive", "category", "categories", "tag",
		"tags", "articles", "article", "notes", "p", "m", "about", "page", "pages", "author", "search", "news", "til" };
	size_t digits = 0;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is_icase(segment, names[i]))
			return true;
	while (digits < segment.n && str_is_digit(segment.p[digits]))
		digits++;
	return digits == segment.n || str_find_char(segment, '.') < segment.n || str_starts(segment, "@");
}

/* How much of a path is the blog's own: nothing, "/blog" or, behind a language, "/ko/blog". */
static struct str
own_path(struct str path)
{
	struct str segment, rest;
	size_t n;

	str_cut(str_sub(path, 1, path.n), '/', &segment, &rest);
	if (!segment.n || is_content(segment))
		return STR_NONE;
	n = 1 + segment.n;
	if (segment.n == 2) {
		str_cut(rest, '/', &segment, NULL);
		if (segment.n && !is_content(segment))
			n += 1 + segment.n;
	}
	return str_sub(path, 0, n);
}

static void
add_person(struct list *list, struct str origin, struct str path)
{
	path = str_sub(path, 1, path.n);
	path = str_sub(path, 0, str_find_char(path, '/'));
	list->to[list->n++] = arena_printf(list->a, "%.*s/%.*s.rss", STR(origin), STR(path));
	list->to[list->n++] = arena_printf(list->a, "%.*s/%.*s.atom", STR(origin), STR(path));
}

size_t
usual_paths(struct arena *a, struct str page, struct str generator, struct str ret[USUAL_MAX])
{
	struct list list = { a, ret, 0 };
	struct str origin, own;
	struct url url;

	url_split(page, &url);
	origin = url.path.p ? str_new(page.p, (size_t)(url.path.p - page.p)) : page;
	own = own_path(url.path);
	if (str_starts(url.path, "/@")) /* a person on a server of the fediverse, which anybody may run */
		add_person(&list, origin, url.path);
	if (own.n)
		add_base(&list, arena_printf(a, "%.*s%.*s", STR(origin), STR(own)), url.host, generator, USUAL_OWN);
	if (own.n > 3 && own.p[3] == '/')
		add_base(&list, arena_printf(a, "%.*s%.*s", STR(origin), STR(str_sub(own, 0, 3))), url.host, generator, 2);
	add_base(&list, origin, url.host, generator, SIZE_MAX);
	return list.n;
}
