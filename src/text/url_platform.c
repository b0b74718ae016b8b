#include "text/url_platform.h"

/* Each with all hosts below it. */
static const char *const platforms[] = {
	"tistory.com", "velog.io", "blog.naver.com", "medium.com", "substack.com", "wordpress.com", "blogspot.com",
	"hashnode.dev", "github.io", "gitlab.io", "pages.dev", "netlify.app", "vercel.app", "notion.site", "ghost.io",
	"tumblr.com", "livejournal.com", "hatenablog.com",
};

struct str
url_platform(struct str host)
{
	for (size_t i = 0; i < sizeof platforms / sizeof *platforms; i++) {
		struct str name = str_of(platforms[i]), tail = str_sub(host, host.n < name.n ? host.n : host.n - name.n, host.n);

		if (str_eq_icase(tail, name) && (tail.n == host.n || host.p[host.n - name.n - 1] == '.'))
			return name;
	}
	return host;
}
