#include "page/meta_title.h"

#include "page/meta_words.h"

/* Shorter and longer title elements are worse than the only heading, in bytes. */
enum { TITLE_SHORT = 15, TITLE_LONG = 150 };

/* Platforms that put their own name behind the titles of their blogs. */
static const char *const platforms[] = { "네이버 블로그", "네이버블로그", "티스토리", "Tistory", "브런치", "브런치스토리", "brunch", "velog", "벨로그",
	"Medium", "미디엄", "GeekNews", "요즘IT", "네이버 뉴스", "네이트 뉴스", "Daum", "다음뉴스", "이글루스", "egloos" };

/* What stands between the parts of a title, with blanks around. */
static const char *const joints[] = { "|", "-", "–", "—", ":", "::", "»", "«", ">", "<", "·", "•", "/", "\\", "~", "│", "｜", "ㅣ", "@" };

/* ---- parts */

/* Takes a mark between two parts, and a blank on one side of it at least, off the start of *s. */
static bool
take_joint(struct str *s)
{
	struct str rest = str_trim(*s);
	bool has_blank = rest.n < s->n && s->p != rest.p;

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		struct str after = str_sub(rest, strlen(joints[i]), rest.n);

		if (!str_starts(rest, joints[i]) || !after.n || !(str_is_space(after.p[0]) || (has_blank && strlen(joints[i]) > 1)))
			continue;
		*s = str_trim(after);
		return true;
	}
	return false;
}

/* The same off the end of *s. */
static bool
take_last_joint(struct str *s)
{
	struct str rest = str_trim(*s);

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		struct str before = str_sub(rest, 0, rest.n - strlen(joints[i]));

		if (rest.n <= strlen(joints[i]) || !str_ends(rest, joints[i]) || !str_is_space(before.p[before.n - 1]))
			continue;
		*s = str_trim(before);
		return true;
	}
	return false;
}

/* Takes name off one end of the title, with the mark between; false when it stands at none. */
static bool
cut_name(struct str *title, struct str name)
{
	struct str front = str_sub(*title, 0, title->n - (name.n < title->n ? name.n : title->n));
	struct str back = str_sub(*title, name.n, title->n);

	if (!name.n || name.n >= title->n)
		return false;
	if (str_eq_icase(str_sub(*title, front.n, title->n), name) && take_last_joint(&front)) {
		*title = front;
		return true;
	}
	if (str_eq_icase(str_sub(*title, 0, name.n), name) && take_joint(&back)) {
		*title = back;
		return true;
	}
	return false;
}

static bool
is_site(const struct meta_bag *bag, struct str text)
{
	const struct meta_claim *site = NULL;

	while ((site = meta_bag_next(bag, META_SITE, site)))
		if (meta_words_same(site->value, text))
			return true;
	return false;
}

/* ---- names of sites */

/* One of the first n headings that is one side of the title is all of it. */
static bool
find_heading(const struct meta_bag *bag, const struct meta_title *page, size_t n, struct str *title)
{
	for (size_t i = 0; i < n; i++) {
		struct str head = page->heads[i], rest = *title;

		if (head.n < 2 || is_site(bag, head))
			continue;
		if (str_eq(head, *title))
			return true;
		if (cut_name(&rest, head)) {
			*title = head;
			return true;
		}
	}
	return false;
}

/* Takes the names of the site and of its platform off, as often as they stand there. */
static void
cut_site(const struct meta_bag *bag, struct str *title)
{
	const struct meta_claim *site;
	bool has_more = true;

	while (has_more) {
		has_more = false;
		for (size_t i = 0; i < sizeof platforms / sizeof *platforms; i++)
			has_more |= cut_name(title, str_of(platforms[i]));
		for (site = meta_bag_next(bag, META_SITE, NULL); site; site = meta_bag_next(bag, META_SITE, site))
			has_more |= cut_name(title, site->value);
	}
}

/* ---- Korean pages */

/* "제목 :: 블로그", "제목 | 블로그": marks that stand in no title. */
static void
cut_behind_bar(struct str *title)
{
	static const char *const bars[] = { " :: ", " | ", " » " };

	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
		size_t at = str_find(*title, str_of(bars[i]));

		if (at > 0 && at < title->n)
			title->n = at;
	}
}

static struct str
korean_title(const struct meta_bag *bag, const struct meta_title *page, struct str title, bool is_element)
{
	if (find_heading(bag, page, page->n_heads, &title))
		return title;
	cut_site(bag, &title);
	if (is_element)
		cut_behind_bar(&title);
	return title;
}

/* ---- pages of the rest of the world */

static bool
is_bar(struct str s, size_t *n)
{
	static const char *const bars[] = { "|", "-", "–", "—", "\\", "/", ">", "»" };

	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
		if (str_starts(s, bars[i])) {
			*n = strlen(bars[i]);
			return true;
		}
	return false;
}

/* Where the last bar with blanks around stands; false without one. *is_path: some are those of a path. */
static bool
find_last_bar(struct str title, size_t *at, bool *is_path)
{
	bool has_bar = false;
	size_t n;

	for (size_t i = 1; i + 2 < title.n; i++) {
		struct str here = str_sub(title, i, title.n);

		if (title.p[i - 1] != ' ' || !is_bar(here, &n) || n >= here.n || here.p[n] != ' ')
			continue;
		*at = i - 1;
		has_bar = true;
		*is_path = *is_path || strchr("\\/>\xc2", here.p[0]);
	}
	return has_bar;
}

/* What stands behind the first bar, with blanks or without. */
static struct str
behind_first_bar(struct str title)
{
	size_t n;

	for (size_t i = 0; i < title.n; i++)
		if (is_bar(str_sub(title, i, title.n), &n))
			return str_trim(str_sub(title, i + n, title.n));
	return title;
}

/* How many words there are when bars count as none. */
static size_t
count_words(struct str title)
{
	size_t words = 0, n;
	struct str word;

	while ((word = str_word(&title)).n)
		words += !(is_bar(word, &n) && n == word.n);
	return words;
}

struct str
meta_title_element(const struct meta_title *page)
{
	struct str whole = page->html, title = whole;
	size_t at = 0, words;
	bool is_path = false;

	if (find_last_bar(whole, &at, &is_path)) {
		title = str_trim(str_sub(whole, 0, at));
		if (meta_words_count(title) < 3)
			title = behind_first_bar(whole);
	} else if ((whole.n < TITLE_SHORT || whole.n > TITLE_LONG) && page->n_h1 == 1) {
		title = page->heads[0];
	}
	words = meta_words_count(title);
	if (words <= 4 && (!is_path || words + 1 != count_words(whole)))
		return whole;
	return title;
}

/*
 * A side that is the name of the site goes, and a side that is a heading stays,
 * but for hyphens, which stand in titles, too; where neither is known, what
 * looks like a title.
 */
static struct str
foreign_title(const struct meta_bag *bag, const struct meta_title *page)
{
	struct str title = page->html;

	if (!str_has(title, " - ") && find_heading(bag, page, page->n_h1, &title))
		return title;
	cut_site(bag, &title);
	return title.n < page->html.n ? title : meta_title_element(page);
}

/* ---- */

/* A page whose meta data give the name of its site for a title has a title elsewhere. */
static bool
is_only_site(const struct meta_bag *bag, const struct meta_title *page, struct str title)
{
	return page->is_korean && is_site(bag, title) && page->html.n && !meta_words_same(page->html, title);
}

struct str
meta_title_choose(const struct meta_bag *bag, const struct meta_title *page)
{
	const struct meta_claim *claim = NULL;

	while ((claim = meta_bag_next(bag, META_TITLE, claim)))
		if (!is_only_site(bag, page, claim->value))
			return page->is_korean ? korean_title(bag, page, claim->value, false) : claim->value;
	if (page->html.n)
		return page->is_korean ? korean_title(bag, page, page->html, true) : foreign_title(bag, page);
	return page->n_heads ? page->heads[0] : STR_NONE;
}
