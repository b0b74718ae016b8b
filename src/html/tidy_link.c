#include "html/tidy_link.h"

#include "base/limits.h"
#include "base/num.h"
#include "text/url.h"

/* A data: address as long as this may be a real picture. */
enum { DATA_PLACEHOLDER_MAX = 1000 };

/* ---- tracking */

static bool
is_tracking(struct str parameter)
{
	static const char *const names[] = {
		"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "fromRss", "trackingCode",
		"_hsenc", "_hsmi", "spm", "ref_src", "__s",
	};
	struct str name;

	(void)str_cut(parameter, '=', &name, NULL);
	if (str_starts_icase(name, "utm_"))
		return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is_icase(name, names[i]))
			return true;
	return str_starts_icase(parameter, "source=rss");
}

/* Appends url without the parameters that only say where the reader came from. */
static void
add_untracked(struct buf *out, struct str url)
{
	size_t hash = str_find_char(url, '#'), mark = str_find_char(str_sub(url, 0, hash), '?');
	struct str query = str_sub(url, mark + 1, hash), parameter;
	char joint = '?';

	(void)buf_add(out, str_sub(url, 0, mark));
	while (query.n) {
		(void)str_cut(query, '&', &parameter, &query);
		if (is_tracking(parameter))
			continue;
		(void)buf_putc(out, joint);
		(void)buf_add(out, parameter);
		joint = '&';
	}
	(void)buf_add(out, str_sub(url, hash, url.n));
}

static bool
has_tracking(struct str url)
{
	static const char *const marks[] = {
		"utm_", "clid", "fromRss", "trackingCode", "_hs", "igshid", "mc_", "spm=", "ref_src", "__s=",
		"source=rss",
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_has(url, marks[i]))
			return true;
	return false;
}

static bool
has_control(struct str url)
{
	for (size_t i = 0; i < url.n; i++)
		if ((unsigned char)url.p[i] < 0x21 || url.p[i] == 0x7f)
			return true;
	return false;
}

/* ref as an absolute address that allowed() lets pass, else empty. */
static struct str
resolve(struct arena *a, struct str base, struct str ref, bool (*allowed)(struct str))
{
	struct buf url = BUF_CAPPED(LIMIT_URL), clean = BUF_CAPPED(LIMIT_URL);
	struct str ret = STR_NONE;

	ref = str_trim(ref);
	if (!ref.n || ref.n > LIMIT_URL)
		return ret;
	url_resolve(&url, base, ref);
	if (url.n && !url.full && allowed(buf_str(&url)) && !has_control(buf_str(&url))) {
		if (allowed == url_is_safe && has_tracking(buf_str(&url)))
			add_untracked(&clean, buf_str(&url));
		ret = arena_dup(a, buf_str(clean.n ? &clean : &url));
	}
	buf_free(&url);
	buf_free(&clean);
	return ret;
}

struct str
tidy_link_base(struct arena *a, const struct dom_node *root, struct str url)
{
	const struct dom_node *node = dom_find(root, DOM_BASE);
	struct str base = node ? resolve(a, url, dom_attr(node, "href"), url_is_web) : STR_NONE;

	return base.n ? base : url;
}

struct str
tidy_link_page(struct arena *a, struct str base, struct str ref)
{
	ref = str_trim(ref);
	if (str_starts(ref, "#"))
		return STR_NONE;
	return resolve(a, base, ref, url_is_safe);
}

struct str
tidy_link_web(struct arena *a, struct str base, struct str ref)
{
	return resolve(a, base, ref, url_is_web);
}

/* ---- pictures */

static bool
is_placeholder(struct str ref)
{
	static const char *const marks[] = {
		"blank.gif", "spacer.gif", "transparent.", "placeholder.", "pixel.gif", "1x1.",
	};

	if (!ref.n || str_starts_icase(ref, "data:") || str_starts_icase(ref, "about:"))
		return true;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_has(ref, marks[i]))
			return true;
	return false;
}

/* The address of the widest candidate in a srcset. */
static struct str
widest(struct str set)
{
	struct str best = STR_NONE;
	int64_t most = -1;

	while ((set = str_trim(set)).n) {
		struct str url = str_word(&set), size;
		int64_t n;

		if (str_ends(url, ",")) {
			url = str_sub(url, 0, url.n - 1);
			size = STR_NONE;
		} else {
			(void)str_cut(set, ',', &size, &set);
			size = str_trim(size);
		}
		n = num_take(&size, 6);
		if (n > most || !best.n) {
			most = n;
			best = url;
		}
	}
	return best;
}

/* The picture that Naver shows for a moment, blurred, in the size it shows then. */
static struct str
unblurred(struct arena *a, struct str url)
{
	struct str mark = str_lit("type=w80_blur");
	size_t at = str_find(url, mark);
	struct str rest;

	if (at == url.n)
		return url;
	rest = str_sub(url, at + mark.n, url.n);
	return arena_printf(a, "%.*stype=w800%.*s", (int)at, url.p, STR(rest));
}

static struct str
picture(struct arena *a, struct str base, struct str ref)
{
	struct str url = tidy_link_web(a, base, ref);

	return url.n ? unblurred(a, url) : url;
}

/* A picture that nobody is meant to see. */
static bool
is_counter(const struct dom_node *img)
{
	struct str width = dom_attr(img, "width"), height = dom_attr(img, "height");

	return (str_is(width, "1") || str_is(width, "0")) && (str_is(height, "1") || str_is(height, "0"));
}

static struct str
late_address(struct arena *a, struct str base, const struct dom_node *img)
{
	static const char *const names[] = {
		"data-lazy-src", "data-src", "data-original", "data-original-src", "data-actualsrc", "data-orig-file",
		"data-url", "data-lazy", "data-image", "data-hi-res-src",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str ref = dom_attr(img, names[i]);

		if (!is_placeholder(ref) && (ref = picture(a, base, ref)).n)
			return ref;
	}
	return STR_NONE;
}

static struct str
best_of_set(const struct dom_node *img)
{
	static const char *const names[] = { "srcset", "data-srcset", "data-lazy-srcset" };
	struct str set = STR_NONE;

	for (size_t i = 0; i < sizeof names / sizeof *names && !set.n; i++)
		set = dom_attr(img, names[i]);
	return widest(set);
}

bool
tidy_link_image(struct arena *a, struct str base, const struct dom_node *img, struct str *ret)
{
	struct str src = dom_attr(img, "src");

	*ret = STR_NONE;
	if (is_counter(img))
		return false;
	*ret = late_address(a, base, img);
	if (ret->n)
		return true;
	if (is_placeholder(src))
		src = best_of_set(img);
	*ret = is_placeholder(src) ? STR_NONE : picture(a, base, src);
	return ret->n || !is_placeholder(src) || dom_attr(img, "src").n > DATA_PLACEHOLDER_MAX;
}

/* The first of the attributes that is a number of px. */
static int
px_of(const struct dom_node *img, const char *const names[], size_t n)
{
	int64_t px;

	for (size_t i = 0; i < n; i++) {
		struct str value = str_trim(dom_attr(img, names[i]));

		if (num_parse(value, 1, 20000, &px))
			return (int)px;
	}
	return 0;
}

void
tidy_link_size(const struct dom_node *img, int *width, int *height)
{
	static const char *const widths[] = { "data-origin-width", "data-width", "width" };
	static const char *const heights[] = { "data-origin-height", "data-height", "height" };

	*width = px_of(img, widths, sizeof widths / sizeof *widths);
	*height = px_of(img, heights, sizeof heights / sizeof *heights);
}
