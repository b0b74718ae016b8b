#include "html/tidy_image.h"

#include "base/num.h"
#include "html/tidy_link.h"
#include "html/tidy_service.h"
#include "text/utf8.h"

/* A data: address as long as this may be a real picture. Bytes. */
enum { DATA_PLACEHOLDER_MAX = 1000 };

/* What stands in a line: the most px of an icon, the most bytes of its alt, and of one that is an emoji. */
enum { ICON_MAX = 32, LETTER_MAX = 40, EMOJI_MAX = 32 };

/* What a screen shows at most, and what "1x" is taken for; px. */
enum { WIDTH_MAX = 2600, WIDTH_USUAL = 800 };

/* An empty link holds no more than these. */
enum { LINK_NODES = 8 };

/* ---- what is no picture */

#define M(text) STR_INIT(text)
#define HAS_ANY(s, marks) has_any((s), (marks), sizeof(marks) / sizeof *(marks))

static bool
has_any(struct str s, const struct str *marks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_find(s, marks[i]) < s.n)
			return true;
	return false;
}

/* Addresses that hold nothing at all. */
static bool
is_blank(struct str ref)
{
	static const struct str marks[] = {
		M("blank.gif"), M("blank.png"), M("spacer.gif"), M("transparent."), M("placeholder."), M("pixel.gif"),
		M("1x1."), M("clear.gif"), M("empty.gif"), M("trans.gif"),
	};

	return !ref.n || str_starts_icase(ref, "data:") || str_starts_icase(ref, "about:") || str_starts_icase(ref, "blob:") ||
	    HAS_ANY(ref, marks);
}

/* Names of what is shown until the picture is loaded. */
static bool
is_stand_in(struct str ref)
{
	static const struct str marks[] = {
		M("loading."), M("lazyload"), M("lazy-load"), M("loader."), M("grey."), M("gray."), M("placeholder"),
		M("preload"), M("spinner"), M("no_image."),
	};
	size_t at = ref.n;

	while (at > 0 && ref.p[at - 1] != '/')
		at--;
	return is_blank(ref) || HAS_ANY(str_sub(ref, at, ref.n), marks);
}

/* Addresses that only count readers, or show advertisements. */
static bool
is_foreign(struct str ref)
{
	static const struct str marks[] = {
		M("//stats.wordpress.com/"), M("//pixel.wp.com/"), M("//pixel."), M("/feeds.feedburner.com/~"),
		M("doubleclick.net/"), M("google-analytics.com/"), M("facebook.com/tr?"), M("quantserve.com/"),
		M("scorecardresearch.com/"), M("/_/stat?"), M("//b.scorecard"), M("//wcs.naver."), M("//cc.naver."),
		M("/tracking/open"), M("/pixel.png"), M("//bat.bing.com/"), M("hits.seeyoufarm.com"), M("hitcounter"),
		M("//ads-partners.coupang.com/"), M("//ad.linkprice.com/"), M("//track.linkprice.com/"),
		M("googlesyndication.com/"),
	};

	return HAS_ANY(ref, marks);
}

/* A length in px of an attribute or of the style; -1 where there is none. */
static int64_t
length(const struct dom_node *img, const char *name)
{
	struct str value = str_trim(dom_attr(img, name)), css = dom_attr(img, "style"), property, key;
	int64_t n = num_take(&value, 6);

	while (n < 0 && css.n) {
		(void)str_cut(css, ';', &property, &css);
		if (!str_cut(property, ':', &key, &value) || !str_is_icase(str_trim(key), name))
			continue;
		value = str_trim(value);
		n = num_take(&value, 6);
		if (!str_starts_icase(value, "px"))
			n = n ? -1 : 0;
	}
	return str_starts(value, "%") ? -1 : n;
}

static bool
is_counter(const struct dom_node *img)
{
	int64_t width = length(img, "width"), height = length(img, "height");

	return (width == 0 || width == 1) && (height == 0 || height == 1);
}

/* ---- candidates */

/* "800w" as 800; "2x" and "1.5x" as if 800 px were meant by "1x". */
static int64_t
measure(struct str size)
{
	int64_t n = num_take(&size, 6), part;

	if (n < 0)
		return WIDTH_USUAL;
	if (str_starts(size, "w"))
		return n;
	if (!str_starts(size, "."))
		return n * WIDTH_USUAL;
	size = str_sub(size, 1, 2);
	part = num_take(&size, 1);
	return n * WIDTH_USUAL + (part > 0 ? part * WIDTH_USUAL / 10 : 0);
}

/* The wider one is better as far as a screen can show it. */
static bool
is_better(int64_t n, int64_t than)
{
	return n <= WIDTH_MAX ? than > WIDTH_MAX || n > than : than > WIDTH_MAX && n < than;
}

/* The best candidate of a srcset, empty without one. */
static struct str
widest(struct str set)
{
	struct str best = STR_NONE;
	int64_t most = 0;

	while ((set = str_trim(set)).n) {
		struct str url = str_word(&set), size = STR_NONE;
		int64_t n;

		if (str_ends(url, ","))
			url.n--;
		else
			(void)str_cut(set, ',', &size, &set);
		n = measure(str_trim(size));
		if (is_stand_in(url) || (best.n && !is_better(n, most)))
			continue;
		most = n;
		best = url;
	}
	return best;
}

/* The best address in the srcset of an img or source. */
static struct str
in_sets(struct arena *a, struct str base, const struct dom_node *node)
{
	static const char *const names[] = { "srcset", "data-srcset", "data-lazy-srcset", "data-src-set", "srcSet" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str best = widest(dom_attr(node, names[i]));

		if (best.n)
			return tidy_service_picture(a, base, best);
	}
	return STR_NONE;
}

/* The same in the source elements before an img in a picture. */
static struct str
in_sources(struct arena *a, struct str base, const struct dom_node *img)
{
	struct str ret = STR_NONE;

	if (!img->parent || img->parent->tag != DOM_OTHER || !str_is_icase(img->parent->text, "picture"))
		return ret;
	for (const struct dom_node *node = img->parent->first; node && node != img && !ret.n; node = node->next)
		if (node->tag == DOM_SOURCE)
			ret = in_sets(a, base, node);
	return ret;
}

/* Whether it has an attribute that late_address() may ask for. */
static bool
may_be_late(const struct dom_node *img)
{
	for (size_t i = 0; i < img->n_attrs; i++) {
		struct str name = img->attrs[i].name;

		if (str_starts(name, "data-") || str_is(name, "file") || str_is(name, "thumburl"))
			return true;
	}
	return false;
}

static struct str
late_address(struct arena *a, struct str base, const struct dom_node *img)
{
	static const char *const names[] = {
		"data-lazy-src", "data-src", "data-original", "data-original-src", "data-actualsrc", "data-orig-file", "data-url",
		"data-lazy", "data-image", "data-hi-res-src", "data-large-file", "data-full-url", "data-echo", "data-origin-src",
		"data-pagespeed-lazy-src", "data-cfsrc", "data-ezsrc", "file", "thumburl", "data-gif-url",
	};

	for (size_t i = 0; may_be_late(img) && i < sizeof names / sizeof *names; i++) {
		struct str ref = dom_attr(img, names[i]);

		if (!is_stand_in(ref) && (ref = tidy_service_picture(a, base, ref)).n)
			return ref;
	}
	return STR_NONE;
}

/* ---- pictures in a line */

/* Signs of an emoji that is drawn: its class, its address, or an alt that is one. */
static bool
is_emoji(const struct dom_node *img, struct str alt)
{
	static const char *const classes[] = { "emoji", "wp-smiley", "emoticon", "twemoji", "emojione", "joypixels", "se-sticker", NULL };
	struct str rest = alt, src = dom_attr(img, "src");
	int32_t first = utf8_next(&rest);

	if (dom_has_one_class(img, classes))
		return true;
	if (str_has(src, "/emoji/") || str_has(src, "emoji.php") || str_has(src, "/twemoji"))
		return true;
	return alt.n <= EMOJI_MAX && ((first >= 0x2600 && first < 0x2800) || (first >= 0x2b00 && first < 0x2c00) || first >= 0x1f000);
}

static bool
is_icon(const struct dom_node *img)
{
	int64_t width = length(img, "width"), height = length(img, "height");

	return (width >= 0 || height >= 0) && width <= ICON_MAX && height <= ICON_MAX;
}

static bool
is_formula(const struct dom_node *img)
{
	static const char *const classes[] = { "latex", "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display", "tex", "ee_img",
		NULL };
	struct str src = dom_attr(img, "src");

	return dom_has_one_class(img, classes) || str_has(src, "/latex.php?") || str_has(src, "latex.codecogs.com") || str_has(src, "render.githubusercontent.com/render/math") ||
	    str_has(src, "www.zhihu.com/equation?");
}

/* ---- all together */

static enum tidy_image
picture(struct arena *a, struct str base, const struct dom_node *img, struct str *ret)
{
	struct str src = dom_attr(img, "src");
	bool has_stand_in, is_nothing;

	if (img->tag == DOM_A) {
		*ret = tidy_service_picture(a, base, dom_attr(img, "href"));
		return ret->n ? TIDY_IMAGE_PICTURE : TIDY_IMAGE_NONE;
	}
	if (!src.n)
		src = dom_attr(img, "xlink:href");
	*ret = late_address(a, base, img);
	if (!ret->n)
		*ret = in_sets(a, base, img);
	if (ret->n)
		return TIDY_IMAGE_PICTURE;
	has_stand_in = is_stand_in(src); /* or nothing at all */
	if (has_stand_in)
		*ret = in_sources(a, base, img);
	if (ret->n)
		return TIDY_IMAGE_PICTURE;
	is_nothing = has_stand_in && is_blank(src);
	if (!is_nothing)
		*ret = tidy_service_picture(a, base, src);
	if (ret->n)
		return has_stand_in ? TIDY_IMAGE_STAND_IN : TIDY_IMAGE_PICTURE;
	return !is_nothing || src.n > DATA_PLACEHOLDER_MAX ? TIDY_IMAGE_PICTURE : TIDY_IMAGE_NONE;
}

enum tidy_image
tidy_image_find(struct arena *a, struct str base, const struct dom_node *img, struct str *ret)
{
	struct str alt = str_trim(dom_attr(img, "alt"));

	*ret = STR_NONE;
	if (is_counter(img) || is_foreign(dom_attr(img, "src")))
		return TIDY_IMAGE_NONE;
	if (alt.n && is_formula(img))
		return TIDY_IMAGE_FORMULA;
	if (alt.n && alt.n <= LETTER_MAX && (is_emoji(img, alt) || is_icon(img)))
		return TIDY_IMAGE_LETTER;
	return picture(a, base, img, ret);
}

/* ---- links */

bool
tidy_image_is_file(struct str url)
{
	static const char *const ends[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp" };
	struct str path = str_sub(url, 0, str_find_char(url, '?'));

	path = str_sub(path, 0, str_find_char(path, '#'));
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (path.n > strlen(ends[i]) && str_is_icase(str_sub(path, path.n - strlen(ends[i]), path.n), ends[i]))
			return true;
	return false;
}

/* Marks of a picture that a script is to put into a link, or a figure around it. */
static bool
waits_for_picture(const struct dom_node *a)
{
	return dom_has_class(a, "lightgallery") || dom_has_attr(a, "data-thumbnail") || dom_has_attr(a, "data-src") ||
	    (a->parent && a->parent->tag == DOM_FIGURE);
}

bool
tidy_image_is_link(const struct dom_node *a)
{
	size_t n = 0;

	if (!tidy_image_is_file(str_trim(dom_attr(a, "href"))) || !waits_for_picture(a))
		return false;
	for (const struct dom_node *node = a->first; node; node = dom_next(node, a))
		if ((node->tag == DOM_TEXT ? str_trim(node->text).n > 0 : node->tag != DOM_SPAN && node->tag != DOM_DIV) || n++ > LINK_NODES)
			return false;
	return true;
}

/* ---- its size */

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
tidy_image_size(const struct dom_node *img, int *width, int *height)
{
	static const char *const widths[] = { "data-origin-width", "data-width", "width" };
	static const char *const heights[] = { "data-origin-height", "data-height", "height" };

	*width = px_of(img, widths, sizeof widths / sizeof *widths);
	*height = px_of(img, heights, sizeof heights / sizeof *heights);
}
