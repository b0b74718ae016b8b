#include "page/meta.h"

#include "html/tidy_link.h"
#include "page/meta_head.h"
#include "page/meta_lang.h"
#include "page/meta_line.h"
#include "page/meta_words.h"
#include "text/byline.h"
#include "text/date.h"
#include "text/url.h"

/* What a claim of names must be trusted for, for the page's own by-line to be of no interest. */
enum { TRUST_NAMES = 2 * 70 };

/* What is trusted no further is a line of the page, where a date may stand among other words. */
enum { TRUST_LINE = 2 * 45 };

struct meta {
	struct arena *arena; /* of the result */
	struct meta_bag bag;
	struct str url, base;
	int64_t now;
	bool is_korean;
};

static struct str
best(const struct meta *m, enum meta_field field)
{
	const struct meta_claim *claim = meta_bag_next(&m->bag, field, NULL);

	return claim ? arena_dup(m->arena, claim->value) : STR_NONE;
}

/* ---- addresses */

/* Pictures that are the same on every page of a site. */
static bool
is_common_picture(struct str url)
{
	static const char *const words[] = { "logo", "favicon", "og-default", "og_default", "default-og", "no-image", "noimage",
		"apple-touch-icon", "opengraph.png" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_has(url, words[i]))
			return true;
	return false;
}

static struct str
find_image(const struct meta *m)
{
	const struct meta_claim *claim = NULL;
	struct str common = STR_NONE;

	while ((claim = meta_bag_next(&m->bag, META_IMAGE, claim))) {
		struct str url = tidy_link_web(m->arena, m->base, claim->value);

		if (url.n && !is_common_picture(url))
			return url;
		common = common.n ? common : url;
	}
	return common;
}

/* A page of its own that calls itself the front page, or another site's, is not to be believed. */
static struct str
find_canonical(const struct meta *m)
{
	const struct meta_claim *claim = NULL;
	struct url own, other;

	while ((claim = meta_bag_next(&m->bag, META_CANONICAL, claim))) {
		struct str to = tidy_link_web(m->arena, m->base, claim->value);

		if (!to.n || !url_split(to, &other))
			continue;
		if (url_split(m->url, &own) && own.path.n > 1 && other.path.n <= 1 && !other.has_query)
			continue;
		return to;
	}
	return STR_NONE;
}

/* ---- names */

/* A newspaper that calls itself the author of what a reporter of it has signed. */
static bool
is_paper(const struct meta *m, const struct meta_claim *author)
{
	const struct meta_claim *site = NULL, *other = NULL;
	bool is_site = false;
	struct byline line;

	while (m->is_korean && !is_site && (site = meta_bag_next(&m->bag, META_SITE, site)))
		is_site = meta_words_same(site->value, author->value);
	while (is_site && (other = meta_bag_next(&m->bag, META_AUTHOR, other)))
		if (byline_read(other->value, m->now, DATE_KST, &line) && line.author.n)
			return true;
	return false;
}

/* The names of all claims that are trusted as far as the best one, and what these are as they stand there. */
static void
take_names(const struct meta *m, struct str line, struct page_meta *ret)
{
	const struct meta_claim *claim = NULL;
	struct buf names = { 0 }, whole = { 0 };
	int trust = 0;

	while ((claim = meta_bag_next(&m->bag, META_AUTHOR, claim)) && (!names.n || claim->trust == trust)) {
		size_t before = names.n;

		if (is_paper(m, claim))
			continue;
		byline_names(&names, claim->value);
		trust = claim->trust;
		if (names.n == before)
			continue;
		(void)buf_puts(&whole, whole.n ? ", " : "");
		(void)buf_add(&whole, claim->value);
	}
	ret->author = arena_dup(m->arena, buf_str(&names));
	ret->byline = arena_dup(m->arena, byline_names_credit(line.n && trust < TRUST_NAMES ? line : buf_str(&whole), m->now));
	buf_free(&names);
	buf_free(&whole);
}

/* ---- dates */

static int64_t
read_date(const struct meta *m, const struct meta_claim *claim)
{
	int zone_min = m->is_korean ? DATE_KST : 0;
	int64_t t = date_parse(claim->value, m->now, zone_min);

	if (t == CLOCK_NONE && claim->trust <= TRUST_LINE)
		t = date_search(claim->value, m->now, zone_min, NULL, NULL);
	return t;
}

static int64_t
find_date(const struct meta *m, enum meta_field field)
{
	const struct meta_claim *claim = NULL;

	while ((claim = meta_bag_next(&m->bag, field, claim))) {
		int64_t t = read_date(m, claim);

		if (t != CLOCK_NONE)
			return t;
	}
	return CLOCK_NONE;
}

/* The day in "/2023/05/14/" and "/2023-05-14-title". */
static void
add_date_of_url(struct meta *m)
{
	for (size_t i = 0; i + 10 < m->url.n; i++) {
		struct str day = str_sub(m->url, i + 1, i + 11);
		char mark = day.p[4];

		if (m->url.p[i] != '/' || !str_is_digit(day.p[0]) || (mark != '/' && mark != '-') || day.p[7] != mark)
			continue;
		if (date_parse(day, m->now, 0) != CLOCK_NONE)
			meta_bag_add(&m->bag, str_lit("line:url"), day);
	}
}

/* ---- */

static void
read_page(struct meta *m, const struct dom_node *root, struct page_meta *ret)
{
	struct meta_title title;
	struct str line;

	meta_head_read(&m->bag, root, m->url, &title);
	ret->language = meta_lang_choose(m->arena, &m->bag, root);
	m->is_korean = title.is_korean = str_starts_icase(ret->language, "ko");
	ret->title = arena_dup(m->arena, meta_title_choose(&m->bag, &title));
	meta_line_read(&m->bag, root, ret->title, m->now, m->is_korean ? DATE_KST : 0, &line);
	add_date_of_url(m);
	take_names(m, line, ret);
}

void
meta_read(struct arena *a, const struct dom_node *root, struct str url, int64_t now, struct page_meta *ret)
{
	struct arena own = { 0 };
	struct meta m = { .arena = a, .bag.arena = &own, .url = url, .base = tidy_link_base(&own, root, url), .now = now };

	*ret = (struct page_meta){ .published = CLOCK_NONE };
	read_page(&m, root, ret);
	ret->site = best(&m, META_SITE);
	ret->excerpt = best(&m, META_EXCERPT);
	ret->image = find_image(&m);
	ret->canonical = find_canonical(&m);
	ret->body = arena_dup(a, m.bag.body);
	ret->published = find_date(&m, META_PUBLISHED);
	ret->updated = find_date(&m, META_UPDATED);
	arena_free(&own);
}
