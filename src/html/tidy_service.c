#include "html/tidy_service.h"

#include "html/tidy_link.h"
#include "text/url.h"
#include "text/url_track.h"

/* Services in services. */
enum { SERVICES_MAX = 3 };

/* ---- the address in the address */

/* In a parameter: "…/thumb/R1280x0/?fname=https%3A%2F%2F…". */
static struct str
in_parameter(struct arena *a, const struct url *url, struct str whole)
{
	static const struct {
		const char *mark, *name;
	} services[] = {
		{ "daumcdn.net/thumb/", "fname" }, { "daumcdn.net/cfile/", "fname" }, { "/_next/image", "url" },
		{ "dthumb-phinf.pstatic.net/", "src" }, { "search.pstatic.net/common", "src" }, { "wsrv.nl/", "url" },
		{ "images.weserv.nl/", "url" }, { "/_vercel/image", "url" }, { "/.netlify/images", "url" }, { "/_image", "href" },
		{ "external-content.duckduckgo.com/iu/", "u" }, { "proxy.duckduckgo.com/iu/", "u" },
	};
	struct buf value = { 0 };
	struct str ret = STR_NONE;

	for (size_t i = 0; url->query.n && i < sizeof services / sizeof *services && !ret.n; i++) {
		if (!str_has(whole, services[i].mark))
			continue;
		buf_clear(&value);
		url_track_parameter(&value, url->query, services[i].name);
		ret = arena_dup(a, buf_str(&value));
	}
	buf_free(&value);
	return ret;
}

/* Behind the path of the service: "i0.wp.com/HOST/…", "/cdn-cgi/image/width=400/https://…". */
static struct str
in_path(struct arena *a, const struct url *url)
{
	struct str marks[] = { str_lit("/cdn-cgi/image/"), str_lit("/image/fetch/") };

	if (url->host.n == 9 && str_starts(url->host, "i") && str_ends(url->host, ".wp.com") && str_is_alpha(url->path.p[1]))
		return arena_printf(a, "https:/%.*s", STR(url->path));
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct str rest = str_sub(url->path, str_find(url->path, marks[i]) + marks[i].n, url->path.n);

		rest = str_sub(rest, str_find(rest, str_lit("/http")) + 1, rest.n);
		if (rest.n)
			return rest;
	}
	return STR_NONE;
}

/* The inner address without quotes; a scheme where the service wants none. */
static struct str
bare(struct arena *a, struct str ref, bool has_host)
{
	while (ref.n && (ref.p[0] == '"' || ref.p[0] == '\''))
		ref = str_sub(ref, 1, ref.n);
	while (ref.n && (ref.p[ref.n - 1] == '"' || ref.p[ref.n - 1] == '\''))
		ref.n--;
	if (has_host && ref.n && !str_has(ref, "//"))
		ref = arena_printf(a, "https://%.*s", STR(ref));
	return ref;
}

static struct str
behind(struct arena *a, struct str text)
{
	struct url url;
	struct str ref;

	if (!url_split(text, &url) || !url.path.n)
		return STR_NONE;
	ref = in_parameter(a, &url, text);
	if (!ref.n)
		ref = in_path(a, &url);
	return tidy_link_web(a, text, bare(a, ref, str_ends(url.host, "wsrv.nl") || str_ends(url.host, "weserv.nl")));
}

/* ---- sizes */

/* Naver shows a picture for a moment small and blurred, or leaves its size to a script; this is what it shows then. */
static struct str
unblurred(struct arena *a, struct str url)
{
	static const char *const types[] = { "type=", "type=w210", "type=w80_blur", "type=w1_blur", "type=w2_blur", "type=w80",
		"type=w1", "type=s80_blur" };
	enum { OF_NAVER_ALONE = 2 };
	bool is_desktop;

	if (!str_has(url, types[0]))
		return url;
	is_desktop = str_has(url, "//postfiles.pstatic.net/") || str_has(url, "//blogfiles.pstatic.net/");
	for (size_t i = str_has(url, ".pstatic.net/") ? 0 : OF_NAVER_ALONE; i < sizeof types / sizeof *types; i++) {
		struct str mark = str_of(types[i]);
		size_t at = str_find(url, mark);
		struct str rest = str_sub(url, at + mark.n, url.n);

		if (at < url.n && (!rest.n || rest.p[0] == '&' || rest.p[0] == '#'))
			return arena_printf(a, "%.*stype=%s%.*s", (int)at, url.p, is_desktop ? "w966" : "w800", STR(rest));
	}
	return url;
}

struct str
tidy_service_picture(struct arena *a, struct str base, struct str ref)
{
	struct str url = tidy_link_web(a, base, ref), next;

	for (int i = 0; i < SERVICES_MAX && url.n && (next = behind(a, url)).n; i++)
		url = next;
	return unblurred(a, url);
}
