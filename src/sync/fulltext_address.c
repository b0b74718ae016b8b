#include "sync/fulltext_address.h"

#include "text/url.h"
#include "text/url_track.h"

/* Platforms by the beginning of the canonical form of their posts, and where the text of such a post stands. */
static const struct {
	const char *posts, *texts;
} frames[] = {
	{ "https://blog.naver.com/", "https://m.blog.naver.com/" },
};

/* Two segments: the blog and the post. */
static bool
is_post(struct str path)
{
	size_t slash = str_find_char(path, '/');

	return slash > 0 && slash + 1 < path.n && str_find_char(str_sub(path, slash + 1, path.n), '/') == path.n - slash - 1;
}

void
fulltext_address(struct buf *out, struct str link)
{
	struct buf form = { 0 };

	url_canonical(&form, link);
	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
		struct str path = str_sub(buf_str(&form), strlen(frames[i].posts), form.n);

		if (!str_starts(buf_str(&form), frames[i].posts) || !is_post(path))
			continue;
		(void)buf_printf(out, "%s%.*s", frames[i].texts, STR(path));
		buf_free(&form);
		return;
	}
	url_track_strip(out, str_sub(link, 0, str_find_char(link, '#')));
	buf_free(&form);
}

/* Whether a canonical form names no more than a host. */
static bool
is_root(struct str form)
{
	struct url parts;

	return url_split(form, &parts) && parts.path.n <= 1 && !parts.has_query;
}

bool
fulltext_address_is_home(struct str url, struct str link, struct str site)
{
	struct buf form = { 0 }, asked = { 0 }, home = { 0 };
	bool is_home;

	url_canonical(&form, url);
	url_canonical(&asked, link);
	url_canonical(&home, site);
	is_home = !str_eq(buf_str(&form), buf_str(&asked)) && !is_root(buf_str(&asked)) &&
		(is_root(buf_str(&form)) || str_eq(buf_str(&form), buf_str(&home)));
	buf_free(&form);
	buf_free(&asked);
	buf_free(&home);
	return is_home;
}

bool
fulltext_address_is_above(struct str url, struct str link)
{
	struct buf form = { 0 }, asked = { 0 };
	bool is_above;

	url_canonical(&form, url);
	url_canonical(&asked, link);
	is_above = str_starts(buf_str(&asked), buf_cstr(&form)) && asked.n > form.n && asked.p[form.n] == '/';
	buf_free(&form);
	buf_free(&asked);
	return is_above;
}

static const struct {
	const char *type;
	const char *kind; /* NULL: a page */
} types[] = {
	{ "text/html", NULL },
	{ "application/xhtml+xml", NULL },
	{ "application/xml", NULL },
	{ "text/xml", NULL },
	{ "text/plain", NULL }, /* servers that know no better; the text tells */
	{ "application/json", NULL }, /* what some platforms fill their pages with */
	{ "application/octet-stream", "download" },
	{ "application/pdf", "pdf" },
	{ "image/", "picture" },
	{ "video/", "video" },
	{ "audio/", "sound" },
	{ "application/rss+xml", "feed" },
	{ "application/atom+xml", "feed" },
};

const char *
fulltext_address_file(struct str content_type)
{
	const char *kind;
	struct str type;

	(void)str_cut(content_type, ';', &type, NULL);
	type = str_trim(type);
	kind = type.n ? "file" : NULL;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_starts_icase(type, types[i].type))
			kind = types[i].kind;
	return kind;
}
