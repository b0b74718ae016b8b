#include "page/site_go.h"

#include "base/buf.h"
#include "text/url.h"

/* Where posts of a site are, once their address has its one form (url_canonical()): what comes before the last parts of it, and how many those are. */
static const struct {
	const char *from, *to;
	int parts;
} ways[] = {
	{ "https://blog.naver.com/", "https://m.blog.naver.com/", 2 },
	{ "https://d2.naver.com/helloworld/", "https://d2.naver.com/api/v1/contents/", 1 },
	{ "https://d2.naver.com/news/", "https://d2.naver.com/api/v1/contents/", 1 },
};

static int
count_parts(struct str path)
{
	struct str part;
	int n = 0;

	while (path.n) {
		(void)str_cut(path, '/', &part, &path);
		n += part.n > 0;
	}
	return n;
}

static struct str
go_to(struct arena *a, struct str form, struct str url)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		size_t n = strlen(ways[i].from);

		struct str rest = str_sub(form, n, form.n);

		if (str_starts(form, ways[i].from) && count_parts(rest) == ways[i].parts && !str_starts(url, ways[i].to))
			return arena_printf(a, "%s%.*s", ways[i].to, STR(rest));
	}
	return STR_NONE;
}

bool
site_go(struct arena *a, struct str url, struct str *ret)
{
	struct buf form = { 0 };
	struct str to;

	url_canonical(&form, url);
	to = go_to(a, buf_str(&form), url);
	if (to.n)
		*ret = to;
	buf_free(&form);
	return to.n > 0;
}
