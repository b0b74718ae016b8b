#include "text/url_platform.h"

/* Each with all hosts below it; is: the platform, where that is known by another name. */
static const struct {
	const char *host, *is;
} platforms[] = {
	{ "tistory.com", NULL }, { "velog.io", NULL }, { "blog.naver.com", NULL }, { "blog.rss.naver.com", "blog.naver.com" },
	{ "brunch.co.kr", NULL }, { "medium.com", NULL }, { "substack.com", NULL }, { "wordpress.com", NULL },
	{ "blogspot.com", NULL }, { "blogspot.kr", "blogspot.com" }, { "egloos.com", NULL }, { "postype.com", NULL },
	{ "oopy.io", NULL }, { "inblog.io", NULL }, { "inblog.ai", "inblog.io" }, { "imweb.me", NULL }, { "maily.so", NULL },
	{ "stibee.com", NULL }, { "creatorlink.net", NULL }, { "modoo.at", NULL }, { "feedburner.com", NULL },
	{ "feedproxy.google.com", "feedburner.com" },
	{ "hashnode.dev", NULL }, { "github.io", NULL }, { "gitlab.io", NULL }, { "pages.dev", NULL }, { "netlify.app", NULL },
	{ "netlify.com", "netlify.app" }, { "vercel.app", NULL }, { "web.app", NULL }, { "firebaseapp.com", "web.app" },
	{ "herokuapp.com", NULL }, { "readthedocs.io", NULL }, { "gitbook.io", NULL }, { "notion.site", NULL }, { "ghost.io", NULL },
	{ "beehiiv.com", NULL }, { "bearblog.dev", NULL }, { "micro.blog", NULL }, { "write.as", NULL }, { "wixsite.com", NULL },
	{ "squarespace.com", NULL }, { "weebly.com", NULL }, { "typepad.com", NULL }, { "tumblr.com", NULL },
	{ "livejournal.com", NULL }, { "hatenablog.com", NULL }, { "hatenablog.jp", "hatenablog.com" },
	{ "hateblo.jp", "hatenablog.com" },
};

struct str
url_platform(struct str host)
{
	while (str_ends(host, "."))
		host.n--;
	for (size_t i = 0; i < sizeof platforms / sizeof *platforms; i++) {
		struct str name = str_of(platforms[i].host), tail = str_sub(host, host.n < name.n ? host.n : host.n - name.n, host.n);

		if (str_eq_icase(tail, name) && (tail.n == host.n || host.p[host.n - name.n - 1] == '.'))
			return platforms[i].is ? str_of(platforms[i].is) : name;
	}
	return host;
}
