#include "html/tidy_link.h"

#include "base/limits.h"
#include "text/clean.h"
#include "text/url.h"
#include "text/url_track.h"

static bool
has_control(struct str url)
{
	for (size_t i = 0; i < url.n; i++)
		if ((unsigned char)url.p[i] < 0x21 || url.p[i] == 0x7f)
			return true;
	return false;
}

/* url as it may stand in clean text: letters that are not composed name another file than composed ones, and go as bytes. */
static struct str
as_clean(struct arena *a, struct str url)
{
	struct buf wire = BUF_CAPPED(LIMIT_URL);
	struct str ret = STR_NONE;

	if (clean_is(url))
		return arena_dup(a, url);
	url_wire(&wire, url);
	if (!wire.full && clean_is(buf_str(&wire)))
		ret = arena_dup(a, buf_str(&wire));
	buf_free(&wire);
	return ret;
}

/* url without the name and password of a reader. */
static struct str
without_login(struct arena *a, struct str url)
{
	struct url parts;
	size_t at;

	if (!url_split(url, &parts) || !parts.user.n)
		return url;
	at = (size_t)(parts.user.p - url.p);
	return arena_printf(a, "%.*s%.*s", STR(str_sub(url, 0, at)), STR(str_sub(url, at + parts.user.n + 1, url.n)));
}

/* ref as an absolute address that allowed() lets pass, else empty. */
static struct str
resolve(struct arena *a, struct str base, struct str ref, bool (*allowed)(struct str))
{
	struct buf url = BUF_CAPPED(LIMIT_URL);
	struct str ret = STR_NONE;

	ref = str_trim(ref);
	if (!ref.n || ref.n > LIMIT_URL)
		return ret;
	if (url_is_settled(ref))
		return arena_dup(a, ref);
	url_resolve(&url, base, ref);
	if (url.n && !url.full && allowed(buf_str(&url)) && !has_control(buf_str(&url)))
		ret = as_clean(a, without_login(a, buf_str(&url)));
	buf_free(&url);
	return ret;
}

struct str
tidy_link_base(struct arena *a, const struct dom_node *root, struct str url)
{
	const struct dom_node *node = dom_find(root, DOM_BASE);
	struct str base = node ? resolve(a, url, dom_attr(node, "href"), url_is_web) : STR_NONE;

	return base.n ? base : url;
}

/* "https://blog.example/post#part" in that post. */
static bool
is_place_in(struct str base, struct str url)
{
	size_t hash = str_find_char(url, '#');

	return hash < url.n && str_eq(str_sub(url, 0, hash), str_sub(base, 0, str_find_char(base, '#')));
}

struct str
tidy_link_place(struct str base, struct str ref)
{
	size_t hash;

	ref = str_trim(ref);
	hash = str_find_char(ref, '#');
	if (hash && !is_place_in(base, ref))
		return STR_NONE;
	return str_sub(ref, hash + 1, ref.n);
}

struct str
tidy_link_page(struct arena *a, struct str base, struct str ref)
{
	struct str url = resolve(a, base, ref, url_is_safe);
	struct buf clean = { 0 };

	if (str_starts(str_trim(ref), "#") || is_place_in(base, url))
		return STR_NONE;
	if (!url_is_web(url) || (str_find_char(url, '?') == url.n && str_find_char(url, '#') == url.n))
		return url;
	url_track_strip(&clean, url);
	url = arena_dup(a, buf_str(&clean));
	buf_free(&clean);
	return url;
}

struct str
tidy_link_web(struct arena *a, struct str base, struct str ref)
{
	return resolve(a, base, ref, url_is_web);
}
