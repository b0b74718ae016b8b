#include "text/url_site.h"

enum { HEX_MIN = 8, HEX_MAX = 12 };

/* The value of a parameter, empty when there is none. */
static struct str
param(struct str query, const char *name)
{
	struct str pair, key, value;

	while (query.n) {
		str_cut(query, '&', &pair, &query);
		if (str_starts(pair, "amp;"))
			pair = str_sub(pair, 4, pair.n);
		str_cut(pair, '=', &key, &value);
		if (str_is(key, name))
			return value;
	}
	return STR_NONE;
}

/* Takes the next part of a path off *path. */
static struct str
segment(struct str *path)
{
	struct str head = STR_NONE;

	while (path->n && !head.n)
		str_cut(*path, '/', &head, path);
	return head;
}

static bool
is_number(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!str_is_digit(s.p[i]))
			return false;
	return s.n > 0;
}

/* Letters, digits, - and _: what accounts and videos are called. */
static bool
is_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!str_is_alpha(s.p[i]) && !str_is_digit(s.p[i]) && s.p[i] != '-' && s.p[i] != '_')
			return false;
	return s.n > 0;
}

static bool
naver_post(struct buf *out, struct str blog, struct str number)
{
	if (!is_name(blog) || !is_number(number))
		return false;
	buf_puts(out, "https://blog.naver.com/");
	for (size_t i = 0; i < blog.n; i++)
		buf_putc(out, str_lower(blog.p[i]));
	buf_printf(out, "/%.*s", STR(number));
	return true;
}

/* /ID/NUMBER, /ID?Redirect=Log&logNo=NUMBER, /PostView.naver?blogId=ID&logNo=NUMBER */
static bool
naver_blog(struct buf *out, struct url_site *site)
{
	struct str rest = site->path, first = segment(&rest), second = segment(&rest);

	if (segment(&rest).n)
		return false;
	if (str_starts_icase(first, "PostView") && !second.n)
		return naver_post(out, param(site->query, "blogId"), param(site->query, "logNo"));
	return naver_post(out, first, second.n ? second : param(site->query, "logNo"));
}

/* ID.blog.me/NUMBER, as Naver blogs were once called. */
static bool
naver_blog_me(struct buf *out, struct url_site *site)
{
	struct str rest = site->path, number = segment(&rest);

	return !segment(&rest).n && naver_post(out, str_sub(site->host, 0, str_find_char(site->host, '.')), number);
}

/* /article/OFFICE/NUMBER, /mnews/article/OFFICE/NUMBER, /main/read.naver?oid=OFFICE&aid=NUMBER */
static bool
naver_news(struct buf *out, struct url_site *site)
{
	struct str rest = site->path, part = segment(&rest), office = param(site->query, "oid");
	struct str number = param(site->query, "aid");

	if (str_is(part, "mnews"))
		part = segment(&rest);
	if (str_is(part, "article")) {
		office = segment(&rest);
		number = segment(&rest);
	}
	if (!is_number(office) || !is_number(number))
		return false;
	buf_printf(out, "https://n.news.naver.com/article/%.*s/%.*s", STR(office), STR(number));
	return true;
}

/* /NUMBER or /entry/NAME; /m/… is the page for phones, parameters say from which list of posts one came. */
static bool
tistory(struct buf *out, struct url_site *site)
{
	struct str rest, part;

	(void)out;
	if (str_starts(site->path, "/m/"))
		site->path = str_sub(site->path, 2, site->path.n);
	rest = site->path;
	part = segment(&rest);
	if (is_number(part) || (str_is(part, "entry") && rest.n))
		site->query = STR_NONE;
	return false;
}

/* Posts of Medium end in a number of theirs, whatever account or publication stands before. */
static bool
medium(struct buf *out, struct url_site *site)
{
	struct str rest = site->path, part, last = STR_NONE, before = STR_NONE;
	size_t at;

	while ((part = segment(&rest)).n) {
		before = last;
		last = part;
	}
	at = last.n;
	while (at && (str_is_digit(last.p[at - 1]) || (last.p[at - 1] >= 'a' && last.p[at - 1] <= 'f')))
		at--;
	if (last.n - at < HEX_MIN || last.n - at > HEX_MAX)
		return false;
	if (at ? last.p[at - 1] != '-' : !str_is(before, "p"))
		return false;
	buf_printf(out, "https://medium.com/p/%.*s", STR(str_sub(last, at, last.n)));
	return true;
}

/* youtu.be/ID, /watch?v=ID, /shorts/ID, /live/ID, /embed/ID */
static bool
youtube(struct buf *out, struct url_site *site)
{
	struct str rest = site->path, part = segment(&rest), id = part;

	if (!str_is(site->host, "youtu.be")) {
		id = str_is(part, "watch") ? param(site->query, "v") : segment(&rest);
		if (!str_is(part, "watch") && !str_is(part, "shorts") && !str_is(part, "live") && !str_is(part, "embed"))
			return false;
	}
	if (!is_name(id))
		return false;
	buf_printf(out, "https://youtube.com/watch?v=%.*s", STR(id));
	return true;
}

static const struct {
	const char *host; /* or the end of one, from a dot on */
	bool (*form)(struct buf *out, struct url_site *site);
} sites[] = {
	{ "blog.naver.com", naver_blog },
	{ ".blog.me", naver_blog_me },
	{ "news.naver.com", naver_news },
	{ "n.news.naver.com", naver_news },
	{ ".tistory.com", tistory },
	{ "medium.com", medium },
	{ ".medium.com", medium },
	{ "youtube.com", youtube },
	{ "youtu.be", youtube },
};

bool
url_site_form(struct buf *out, struct url_site *site)
{
	for (size_t i = 0; i < sizeof sites / sizeof *sites; i++)
		if (*sites[i].host == '.' ? str_ends(site->host, sites[i].host) : str_is(site->host, sites[i].host))
			return sites[i].form(out, site);
	return false;
}
