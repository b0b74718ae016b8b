#include "sync/platform_table.h"

#include "base/tr.h"

#define NO_FEED_SITE N_("this site has no feeds")
#define LOGIN_SITE N_("this site shows its posts only to members, and has no feeds")
#define GONE_SITE N_("this blog service has been closed")

/*
 * A rule; one from another form of the feed's own address; one with more feeds
 * for who wants all; one with a code in a page; no feeds, in these words; no
 * rule.
 */
#define RULE(name_, hosts_, paths_, feeds_) { .name = name_, .hosts = hosts_, .paths = paths_, .feeds = feeds_ }
#define SAME(name_, hosts_, paths_, feeds_) \
	{ .name = name_, .hosts = hosts_, .paths = paths_, .feeds = feeds_, .is_same = true }
#define MORE(name_, hosts_, paths_, feeds_, more_) \
	{ .name = name_, .hosts = hosts_, .paths = paths_, .feeds = feeds_, .more = more_ }
#define CODE(name_, hosts_, paths_, feeds_, page_) \
	{ .name = name_, .hosts = hosts_, .paths = paths_, .feeds = feeds_, .page = page_ }
#define NONE(name_, hosts_, paths_, why_) { .name = name_, .hosts = hosts_, .paths = paths_, .why = why_ }
#define SKIP(name_, hosts_, paths_) { .name = name_, .hosts = hosts_, .paths = paths_ }

#define SO_HOSTS "stackoverflow.com *.stackoverflow.com *.stackexchange.com"
#define VELOG_HOSTS "velog.io v2.velog.io api.velog.io v3.velog.io"
#define CHANNEL "https://www.youtube.com/feeds/videos.xml?channel_id=$c"

static const struct platform_table_row rows[] = {
	/* ---- Korean platforms */
	RULE("naver", "blog.naver.com", "?blogId={1w}", "https://rss.blog.naver.com/$1.xml"),
	SAME("naver", "blog.naver.com", "/rss/{1w}", "https://rss.blog.naver.com/$1.xml"),
	RULE("naver", "blog.naver.com", "/{1w}", "https://rss.blog.naver.com/$1.xml"),
	SAME("naver", "rss.blog.naver.com blog.rss.naver.com", "/{1w}.xml /{1w}", "https://rss.blog.naver.com/$1.xml"),
	RULE("naver", "*.blog.me", "/", "https://rss.blog.naver.com/$h.xml"),
	RULE("naver", "blog.me", "/{1w}", "https://rss.blog.naver.com/$1.xml"),
	NONE("naver", "cafe.naver.com", "/f-e /ca-fe /MyCafeIntro.nhn /ArticleRead.nhn /ArticleList.nhn", LOGIN_SITE),
	RULE("naver", "cafe.naver.com", "/{1w}", "https://cafe.rss.naver.com/$1"),
	RULE("naver", "cafe.rss.naver.com", "/{1w}", "https://cafe.rss.naver.com/$1"),
	RULE("naver", "d2.naver.com", "/", "https://d2.naver.com/d2.atom"),
	NONE("naver", "post.naver.com", "/", GONE_SITE),
	NONE("naver", "tv.naver.com news.naver.com n.news.naver.com media.naver.com in.naver.com contents.premium.naver.com "
		"cafe.daum.net v.daum.net", "/", NO_FEED_SITE),
	RULE("velog", "velog.io", "/@{1}", "https://v2.velog.io/rss/$1"),
	SAME("velog", VELOG_HOSTS, "/rss/tag/{1}", "https://v2.velog.io/rss/tag/$1"),
	SAME("velog", VELOG_HOSTS, "/rss/@{1} /rss/{1}", "https://v2.velog.io/rss/$1"),
	RULE("velog", "velog.io", "/tags/{1}", "https://v2.velog.io/rss/tag/$1"),
	RULE("velog", "velog.io v2.velog.io", "/", "https://v2.velog.io/rss"),
	SAME("tistory", "*.tistory.com", "/rss /feed", "https://$h.tistory.com/rss"),
	RULE("tistory", "*.tistory.com", "/", "https://$h.tistory.com/rss"),
	SAME("brunch", "brunch.co.kr", "/@@{1w} /rss/@@{1w} /atom/@@{1w}", "https://brunch.co.kr/rss/@@$1"),
	CODE("brunch", "brunch.co.kr", "/@{1}", "https://brunch.co.kr/rss/@@$c", "https://brunch.co.kr/@$1"),
	CODE("brunch", "brunch.co.kr", "/brunchbook/{1}", "https://brunch.co.kr/rss/@@$c",
		"https://brunch.co.kr/brunchbook/$1"),
	CODE("brunch", "brunch.co.kr", "/magazine/{1}", "https://brunch.co.kr/rss/@@$c",
		"https://brunch.co.kr/magazine/$1"),
	RULE("geeknews", "news.hada.io", "/blog /rss/blog", "https://news.hada.io/rss/blog"),
	RULE("geeknews", "news.hada.io", "/", "https://news.hada.io/rss/news"),
	SAME("geeknews", "feeds.feedburner.com", "/geeknews-feed", "https://news.hada.io/rss/news"),
	RULE("disquiet", "disquiet.io", "/",
		"https://disquiet.io/rss https://disquiet.io/rss.xml https://disquiet.io/rss/makers"),
	RULE("yozm", "yozm.wishket.com", "/", "https://yozm.wishket.com/magazine/feed/"),
	RULE("surfit", "mag.surfit.io", "/", "https://mag.surfit.io/feed"),
	NONE("egloos", "*.egloos.com blog.daum.net", "/", GONE_SITE),
	/* ---- Korean news */
	SKIP("etnews", "rss.etnews.com", "/"),
	RULE("etnews", "etnews.com *.etnews.com", "/", "https://rss.etnews.com/Section901.xml"),
	RULE("zdnet", "zdnet.co.kr", "/", "https://feeds.feedburner.com/zdkorea"),
	RULE("bloter", "bloter.net", "/",
		"https://cdn.bloter.net/rss/gns_allArticle.xml https://www.bloter.net/rss/allArticle.xml"),
	RULE("donga", "it.donga.com", "/", "https://it.donga.com/feeds/rss/"),
	RULE("inews24", "inews24.com", "/", "https://www.inews24.com/rss/news_all.xml"),
	RULE("boannews", "boannews.com", "/", "https://www.boannews.com/media/news_rss.xml"),
	RULE("yna", "yna.co.kr", "/", "https://www.yna.co.kr/rss/news.xml"),
	RULE("hankyung", "hankyung.com", "/", "https://www.hankyung.com/feed/all-news"),
	RULE("hani", "hani.co.kr", "/", "https://www.hani.co.kr/rss/"),
	RULE("khan", "khan.co.kr", "/", "https://www.khan.co.kr/rss/rssdata/total_news.xml"),
	RULE("devocean", "devocean.sk.com", "/", "https://devocean.sk.com/blog/rss.do"),
	RULE("ndsoft", "**", "/news/articleView.html /news/articleList.html /news/articleViewAmp.html",
		"$o/rss/allArticle.xml https://www.$b/rss/allArticle.xml https://cdn.$b/rss/gns_allArticle.xml"),
	/* ---- Medium: its own pages come before its publications */
	RULE("medium", "medium.com", "/feed/@{1}", "https://medium.com/feed/@$1"),
	RULE("medium", "medium.com", "/feed/tag/{1} /tag/{1}", "https://medium.com/feed/tag/$1"),
	RULE("medium", "medium.com", "/feed/{1}", "https://medium.com/feed/$1"),
	RULE("medium", "medium.com", "/@{1} /u/@{1}", "https://medium.com/feed/@$1"),
	SKIP("medium", "medium.com",
		"/p /m /me /u /about /search /topics /topic /plans /creators /membership /jobs /policy"),
	RULE("medium", "medium.com", "/{1}", "https://medium.com/feed/$1"),
	SKIP("medium", "link.medium.com help.medium.com", "/"),
	SAME("medium", "*.medium.com", "/feed$", "https://medium.com/feed/@$h"),
	RULE("medium", "*.medium.com", "/", "https://medium.com/feed/@$h https://$h.medium.com/feed"),
	/* ---- video */
	RULE("youtube", "youtube.com", "/feeds/videos.xml?channel_id={1} /channel/{1w}",
		"https://www.youtube.com/feeds/videos.xml?channel_id=$1"),
	RULE("youtube", "youtube.com", "/feeds/videos.xml?playlist_id={1} /playlist?list={1}",
		"https://www.youtube.com/feeds/videos.xml?playlist_id=$1"),
	CODE("youtube", "youtube.com", "/watch?v={1w} /shorts/{1w} /live/{1w} /embed/{1w}",
		CHANNEL, "https://www.youtube.com/watch?v=$1"),
	CODE("youtube", "youtu.be", "/{1w}", CHANNEL, "https://www.youtube.com/watch?v=$1"),
	CODE("youtube", "youtube.com", "/@{1}", CHANNEL, "https://www.youtube.com/@$1"),
	CODE("youtube", "youtube.com", "/c/{1}", CHANNEL, "https://www.youtube.com/c/$1"),
	CODE("youtube", "youtube.com", "/user/{1}", CHANNEL, "https://www.youtube.com/user/$1"),
	SKIP("youtube", "youtube.com", "/results /feed /premium /gaming /hashtag $"),
	CODE("youtube", "youtube.com", "/{1w}", CHANNEL, "https://www.youtube.com/$1"),
	RULE("vimeo", "vimeo.com", "/channels/{1w}", "https://vimeo.com/channels/$1/videos/rss"),
	/* ---- code */
	RULE("github", "gist.github.com", "/{1w}", "https://gist.github.com/$1.atom"),
	SKIP("github", "github.com", "/features /topics /explore /marketplace /login /settings /about /sponsors /security "
		"/collections /trending /search /notifications /pulls /issues /enterprise /pricing /customer-stories /readme $"),
	RULE("github", "github.com", "/orgs/{1w}", "https://github.com/$1.atom"),
	RULE("github", "github.com", "/{1w}/{2}/tags$", "https://github.com/$1/$2/tags.atom"),
	RULE("github", "github.com", "/{1w}/{2}/commits/{3}", "https://github.com/$1/$2/commits/$3.atom"),
	RULE("github", "github.com", "/{1w}/{2}/commits$", "https://github.com/$1/$2/commits.atom"),
	RULE("github", "github.com", "/{1w}/{2}/discussions$", "https://github.com/$1/$2/discussions.atom"),
	RULE("github", "github.com", "/{1w}/{2}/wiki", "https://github.com/$1/$2/wiki.atom"),
	MORE("github", "github.com", "/{1w}/{2}", "https://github.com/$1/$2/releases.atom",
		"https://github.com/$1/$2/commits.atom"),
	RULE("github", "github.com", "/{1w}", "https://github.com/$1.atom"),
	SKIP("gitlab", "gitlab.com", "/explore /users /help /groups /dashboard $"),
	MORE("gitlab", "gitlab.com", "/{1w}/{2}", "https://gitlab.com/$1/$2.atom",
		"https://gitlab.com/$1/$2/-/tags?format=atom"),
	RULE("gitlab", "gitlab.com", "/{1w}", "https://gitlab.com/$1.atom"),
	SKIP("codeberg", "codeberg.org", "/explore /user $"),
	MORE("codeberg", "codeberg.org", "/{1w}/{2}", "https://codeberg.org/$1/$2/releases.rss",
		"https://codeberg.org/$1/$2.rss"),
	RULE("codeberg", "codeberg.org", "/{1w}", "https://codeberg.org/$1.rss"),
	RULE("pypi", "pypi.org", "/project/{1}", "https://pypi.org/rss/project/$1/releases.xml"),
	RULE("sourceforge", "sourceforge.net", "/projects/{1w} /p/{1w}", "https://sourceforge.net/projects/$1/rss"),
	RULE("stackoverflow", SO_HOSTS, "/questions/tagged/{1}", "$o/feeds/tag/$1"),
	RULE("stackoverflow", SO_HOSTS, "/users/{1d}", "$o/feeds/user/$1"),
	RULE("stackoverflow", SO_HOSTS, "/questions/{1d}", "$o/feeds/question/$1"),
	RULE("stackoverflow", SO_HOSTS, "$ /questions$", "$o/feeds"),
	RULE("hackernews", "news.ycombinator.com", "/", "https://news.ycombinator.com/rss"),
	RULE("lobsters", "lobste.rs", "/t/{1w}", "https://lobste.rs/t/$1.rss"),
	RULE("lobsters", "lobste.rs", "/", "https://lobste.rs/rss"),
	RULE("arxiv", "arxiv.org", "/list/{1}", "https://rss.arxiv.org/rss/$1"),
	/* ---- blogs elsewhere */
	RULE("blogspot", "*.blogspot.**", "/feeds/posts/default/-/{1}", "https://$h.blogspot.com/feeds/posts/default/-/$1"),
	SAME("blogspot", "*.blogspot.**", "/feeds/posts/default$ /feeds/posts/summary$ /atom.xml /rss.xml",
		"https://$h.blogspot.com/feeds/posts/default"),
	RULE("blogspot", "*.blogspot.**", "/", "https://$h.blogspot.com/feeds/posts/default"),
	SKIP("wordpress", "*.files.wordpress.com", "/"),
	RULE("wordpress", "*.wordpress.com", "/", "https://$h.wordpress.com/feed/"),
	RULE("substack", "*.substack.com", "/", "https://$h.substack.com/feed"),
	RULE("hashnode", "*.hashnode.dev", "/", "https://$h.hashnode.dev/rss.xml"),
	RULE("bearblog", "*.bearblog.dev", "/", "https://$h.bearblog.dev/feed/"),
	RULE("tumblr", "tumblr.com", "/blog/{1w} /{1w}", "https://$1.tumblr.com/rss"),
	RULE("tumblr", "*.tumblr.com", "/", "https://$h.tumblr.com/rss"),
	RULE("ghost", "*.ghost.io", "/", "https://$h.ghost.io/rss/"),
	RULE("hatena", "*.hatenablog.com *.hatenablog.jp *.hateblo.jp", "/", "$o/feed $o/rss"),
	RULE("dev.to", "dev.to", "/t/{1w} /feed/tag/{1w}", "https://dev.to/feed/tag/$1"),
	RULE("dev.to", "dev.to", "/feed/{1w}", "https://dev.to/feed/$1"),
	RULE("dev.to", "dev.to", "$ /feed$", "https://dev.to/feed"),
	RULE("dev.to", "dev.to", "/{1w}", "https://dev.to/feed/$1"),
	RULE("qiita", "qiita.com", "/tags/{1}", "https://qiita.com/tags/$1/feed.atom"),
	RULE("qiita", "qiita.com", "/{1w}", "https://qiita.com/$1/feed.atom"),
	RULE("zenn", "zenn.dev", "/topics/{1}", "https://zenn.dev/topics/$1/feed"),
	SKIP("zenn", "zenn.dev", "/articles /books /scraps /search $"),
	RULE("zenn", "zenn.dev", "/p/{1w}", "https://zenn.dev/p/$1/feed"),
	RULE("zenn", "zenn.dev", "/{1w}", "https://zenn.dev/$1/feed"),
	RULE("note", "note.com", "/{1w}", "https://note.com/$1/rss"),
	/* ---- people and threads */
	RULE("reddit", "reddit.com *.reddit.com", "/r/{1w}", "https://www.reddit.com/r/$1/.rss"),
	RULE("reddit", "reddit.com *.reddit.com", "/user/{1w} /u/{1w}", "https://www.reddit.com/user/$1/.rss"),
	RULE("mastodon", "mastodon.social mastodon.online fosstodon.org hachyderm.io mas.to infosec.exchange techhub.social "
		"mstdn.jp mstdn.social planet.moe qdon.space uri.life twingyeo.kr", "/@{1w}.rss /@{1w} /users/{1w}", "$o/@$1.rss"),
	RULE("bluesky", "bsky.app", "/profile/{1}", "https://bsky.app/profile/$1/rss"),
	NONE("none", "facebook.com instagram.com x.com twitter.com linkedin.com threads.net threads.com pf.kakao.com "
		"story.kakao.com discord.com discord.gg t.me band.us", "/", LOGIN_SITE),
	NONE("none", "*.notion.site notion.site notion.so", "/", NO_FEED_SITE),
	{ 0 },
};

static const struct platform_table_site sites[] = {
	{ .name = "naver", .cookie = "", .is_empty_nobody = true },
	{ .name = "tistory", .cookie = "", .is_empty_off = true },
	/* A page of brunch leads round in circles between its login and itself until this cookie is there. */
	{ .name = "brunch", .cookie = "b_s_a_l=1", .code_start = "",
		.marks = { "brunch.co.kr/rss/@@", "/rss/@@", "/atom/@@", "brunch.co.kr/@@", "\"userId\":\"", "/@@" } },
	{ .name = "youtube", .cookie = "", .code_start = "UC",
		.marks = { "\"externalId\":\"", "\"externalChannelId\":\"", "itemprop=\"identifier\" content=\"",
			"itemprop=\"channelId\" content=\"", "videos.xml?channel_id=", "youtube.com/channel/", "\"channelId\":\"" } },
	{ 0 },
};

const struct platform_table_row *
platform_table_rows(void)
{
	return rows;
}

const struct platform_table_site *
platform_table_sites(void)
{
	return sites;
}
