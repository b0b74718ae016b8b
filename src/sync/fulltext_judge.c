#include "sync/fulltext_judge.h"

#include "store/letters.h"

enum {
	WINDOW = 14,     /* letters in a row that are no chance */
	WINDOWS = 8,     /* places of the feed's text that are looked for */
	TEXT_MIN = 6,    /* a text of fewer letters tells nothing */
	TITLE_MIN = 2,
	HEAD = 400,      /* letters of a page that its title is among, if it is there at all */
};

/* Whether some n letters from at on stand in the text. */
static bool
has_window(const struct letters *text, const struct letters *part, size_t at, size_t n)
{
	const size_t size = n * sizeof *part->v;

	for (size_t i = 0; i + n <= text->n; i++)
		if (text->v[i] == part->v[at] && !memcmp(text->v + i, part->v + at, size))
			return true;
	return false;
}

static bool
holds(const struct letters *text, const struct letters *part)
{
	return part->n && has_window(text, part, 0, part->n);
}

/* Some piece of the one, from anywhere in it, stands in the other. */
static bool
shares_text(const struct letters *page, const struct letters *feed)
{
	size_t n = feed->n < WINDOW ? feed->n : WINDOW, last = feed->n - n;

	if (feed->n < TEXT_MIN)
		return false;
	for (size_t i = 0; i < WINDOWS; i++)
		if (has_window(page, feed, last * i / (WINDOWS - 1), n))
			return true;
	return false;
}

/* Half of the pairs of letters of the one title stand in the other. */
static bool
are_alike(const struct letters *a, const struct letters *b)
{
	size_t same = 0;

	for (size_t i = 0; i + 2 <= a->n; i++)
		same += has_window(b, a, i, 2);
	return a->n >= TITLE_MIN && same * 2 >= a->n - 1;
}

static bool
has_title(const struct letters *page_title, const struct letters *title)
{
	return are_alike(title, page_title) || (page_title->n * 2 >= title->n && are_alike(page_title, title));
}

static bool
shares_title(const struct letters *page, const struct letters *page_title, const struct letters *title)
{
	if (title->n < TITLE_MIN)
		return false;
	return has_title(page_title, title) || holds(&(struct letters){ .v = page->v, .n = page->n < HEAD ? page->n : HEAD }, title);
}

enum full_how
fulltext_judge(const struct fulltext_judge *judge)
{
	struct letters title = { 0 }, text = { 0 }, page_title = { 0 }, page = { 0 };
	enum full_how how = FULL_FINE;

	letters_fold(&title, judge->title, 512);
	letters_fold(&text, judge->text, SIZE_MAX);
	letters_fold(&page_title, judge->page_title, 512);
	letters_fold(&page, judge->page_text, SIZE_MAX);
	if ((title.n >= TITLE_MIN || text.n >= TEXT_MIN) && !shares_title(&page, &page_title, &title) && !shares_text(&page, &text))
		how = FULL_OTHER;
	else if (judge->is_above && title.n >= TITLE_MIN && !has_title(&page_title, &title))
		how = FULL_OTHER;
	else if (page.n * 100 < text.n * FULL_SHORTER_PERCENT)
		how = FULL_SHORTER;
	letters_free(&title);
	letters_free(&text);
	letters_free(&page_title);
	letters_free(&page);
	return how;
}
