#include "worker/answer.h"

#include "base/limits.h"
#include "page/other.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "worker/check.h"

/* A field with one clean line of at most max bytes; nothing for an empty one. */
static void
add_line(struct buf *out, enum record_field field, struct str value, size_t max)
{
	struct buf clean = { 0 };

	if (value.n && !check_line(value, max)) {
		clean_line(&clean, utf8_prefix(value, max * 2));
		value = str_trim(utf8_prefix(buf_str(&clean), max));
	}
	if (value.n && check_line(value, max))
		record_add(out, field, value);
	buf_free(&clean);
}

static void
add_url(struct buf *out, enum record_field field, struct str value)
{
	if (value.n && check_url(value))
		record_add(out, field, value);
}

static void
add_number(struct buf *out, enum record_field field, int64_t value, int64_t none)
{
	if (value != none)
		record_add_number(out, field, value);
}

static void
add_time(struct buf *out, enum record_field field, int64_t t)
{
	if (check_time(t))
		add_number(out, field, t, CLOCK_NONE);
}

/* HTML of a post as it is, cut where it is over the limit. */
static bool
add_html(struct buf *out, enum record_field field, struct str html)
{
	struct str kept = utf8_prefix(html, LIMIT_ITEM_HTML);

	if (kept.n)
		record_add(out, field, kept);
	return kept.n < html.n;
}

static void
add_lists(struct buf *out, const struct post *post)
{
	size_t n = post->n_categories < LIMIT_CATEGORIES ? post->n_categories : LIMIT_CATEGORIES;

	for (size_t i = 0; i < n; i++)
		add_line(out, RECORD_CATEGORY, post->categories[i], LIMIT_NAME);
	n = post->n_enclosures < LIMIT_ENCLOSURES ? post->n_enclosures : LIMIT_ENCLOSURES;
	for (size_t i = 0; i < n; i++) {
		const struct enclosure *e = &post->enclosures[i];

		if (!e->url.n || !check_url(e->url))
			continue;
		record_add(out, RECORD_ENCLOSURE_URL, e->url);
		add_line(out, RECORD_ENCLOSURE_TYPE, e->type, LIMIT_NAME);
		if (e->length >= 0)
			record_add_number(out, RECORD_ENCLOSURE_LENGTH, e->length);
	}
}

/* is_clean: the parent will take it. */
static void
add_xhtml(struct buf *out, struct str xhtml, bool is_clean, size_t letters, bool is_cut)
{
	bool is_whole = xhtml.n <= LIMIT_RECORD / 2 && is_clean;

	if (is_whole && xhtml.n)
		record_add(out, RECORD_XHTML, xhtml);
	record_add_number(out, RECORD_LETTERS, is_whole ? (int64_t)letters : 0);
	record_add_number(out, RECORD_IS_CUT, is_cut || !is_whole);
}

/* What tidying found, but for author and date. */
static void
add_tidy(struct buf *out, const struct tidy_result *tidy, bool is_clean)
{
	add_xhtml(out, tidy->xhtml, is_clean, tidy->letters, tidy->is_cut);
	add_line(out, RECORD_EXCERPT, tidy->excerpt, LIMIT_NAME);
	add_url(out, RECORD_IMAGE, tidy->image);
}

/* The post's own author and date, else those of a by-line in its text. */
static void
add_byline(struct buf *out, const struct post *post, const struct tidy_result *tidy)
{
	struct str author = post->author;
	int64_t published = post->published;

	if (!author.n && tidy)
		author = tidy->author;
	if (published == CLOCK_NONE && post->updated == CLOCK_NONE && tidy)
		published = tidy->published;
	add_line(out, RECORD_AUTHOR, author, LIMIT_NAME);
	add_time(out, RECORD_PUBLISHED, published);
}

void
answer_known(struct buf *out, size_t place)
{
	size_t start = record_begin(out, RECORD_KNOWN);

	record_add_number(out, RECORD_NUMBER, (int64_t)place);
	record_end(out, start);
}

void
answer_post(struct buf *out, const struct post *post, const struct tidy_result *tidy, uint64_t source)
{
	size_t start = record_begin(out, RECORD_POST);

	if (source)
		record_add_number(out, RECORD_SOURCE, (int64_t)source);

	add_line(out, RECORD_ID, post->id, LIMIT_GUID);
	add_line(out, RECORD_TITLE, post->title, LIMIT_TITLE);
	add_url(out, RECORD_LINK, post->link);
	add_byline(out, post, tidy);
	add_time(out, RECORD_UPDATED, post->updated);
	add_url(out, RECORD_COMMENTS, post->comments);
	add_lists(out, post);
	if (tidy) {
		add_tidy(out, tidy, true); /* else the parent leaves it out (worker/decode.h): posts are many, and one look at each is enough */
	} else {
		bool is_cut = add_html(out, RECORD_SUMMARY, post->summary);

		is_cut |= add_html(out, RECORD_CONTENT, post->content);
		record_add_number(out, RECORD_IS_CUT, is_cut);
	}
	record_end(out, start);
}

void
answer_article(struct buf *out, const struct tidy_result *tidy)
{
	size_t start = record_begin(out, RECORD_ARTICLE);

	add_line(out, RECORD_AUTHOR, tidy->author, LIMIT_NAME);
	add_time(out, RECORD_PUBLISHED, tidy->published);
	add_tidy(out, tidy, check_xhtml(tidy->xhtml));
	record_end(out, start);
}

void
answer_extract(struct buf *out, const struct page_result *page)
{
	size_t start = record_begin(out, RECORD_ARTICLE);

	record_add_number(out, RECORD_PAGE_KIND, page->kind);
	add_line(out, RECORD_TITLE, page->title, LIMIT_TITLE);
	add_line(out, RECORD_AUTHOR, page->author, LIMIT_NAME);
	add_line(out, RECORD_BYLINE, page->byline, LIMIT_NAME);
	add_line(out, RECORD_SITE, page->site, LIMIT_NAME);
	add_line(out, RECORD_LANGUAGE, page->language, LIMIT_NAME);
	add_line(out, RECORD_EXCERPT, page->excerpt, LIMIT_TITLE);
	add_url(out, RECORD_IMAGE, page->image);
	add_url(out, RECORD_LINK, page->canonical);
	add_url(out, RECORD_NEXT, page->next);
	add_url(out, RECORD_GO, page->go);
	add_time(out, RECORD_PUBLISHED, page->published);
	add_time(out, RECORD_UPDATED, page->updated);
	record_add_number(out, RECORD_IS_TEASER, page->is_teaser);
	add_xhtml(out, page->xhtml, check_xhtml(page->xhtml), page->letters, page->is_cut);
	record_end(out, start);
}

bool
answer_other(struct buf *out, struct str bytes, struct str text)
{
	struct page_result none = { .kind = other_find(bytes, text), .published = CLOCK_NONE, .updated = CLOCK_NONE };

	if (none.kind == PAGE_ARTICLE)
		return false;
	answer_extract(out, &none);
	return true;
}

/* The kinds of html/tidy_page.h are those of enum record_link, in the same order. */
static void
add_feed_link(struct buf *out, const struct tidy_page_link *link)
{
	size_t start;

	if (!link->url.n || !check_url(link->url))
		return;
	start = record_begin(out, RECORD_FEED_LINK);
	record_add(out, RECORD_URL, link->url);
	add_line(out, RECORD_TITLE, link->title, LIMIT_TITLE);
	record_add_number(out, RECORD_KIND, link->kind);
	record_end(out, start);
}

void
answer_entry(struct buf *out, const struct blogroll_feed *feed)
{
	size_t start = record_begin(out, RECORD_ENTRY);

	add_url(out, RECORD_URL, feed->url);
	add_line(out, RECORD_TITLE, feed->name, LIMIT_NAME);
	for (size_t i = 0; i < feed->n_tags && i < LIMIT_CATEGORIES; i++)
		add_line(out, RECORD_CATEGORY, feed->tags[i], LIMIT_NAME);
	if (feed->line.n && check_file_line(feed->line, LIMIT_ROLL_LINE))
		record_add(out, RECORD_LINE, feed->line);
	add_line(out, RECORD_EXCERPT, feed->what, LIMIT_NAME);
	add_number(out, RECORD_EVERY, feed->every_min, 0);
	add_number(out, RECORD_PLACE, feed->place, 0);
	add_number(out, RECORD_NUMBER, feed->number, 0);
	add_number(out, RECORD_WHY, feed->problem, BLOGROLL_OK);
	record_end(out, start);
}

void
answer_roll_done(struct buf *out, enum feed_problem problem, const struct blogroll *roll)
{
	size_t start = record_begin(out, RECORD_DONE);

	record_add_number(out, RECORD_PROBLEM, problem);
	record_add_number(out, RECORD_ROLL_FORMAT, roll->format);
	record_add_number(out, RECORD_REPAIRS, roll->repairs);
	record_end(out, start);
}

void
answer_probe(struct buf *out, const struct jail_probe *probe)
{
	size_t start = record_begin(out, RECORD_PROBED);

	record_add_number(out, RECORD_OPEN, probe->open);
	record_add_number(out, RECORD_SOCKET, probe->socket);
	record_add_number(out, RECORD_EXEC, probe->exec);
	record_add_number(out, RECORD_DESCRIPTORS, probe->descriptors);
	record_end(out, start);
}

static void
add_feed(struct buf *out, const struct feed *feed)
{
	record_add_number(out, RECORD_FORMAT, feed->format);
	record_add_number(out, RECORD_REPAIRS, feed->repairs);
	add_line(out, RECORD_ENCODING, str_of(feed->encoding), sizeof feed->encoding - 1);
	add_line(out, RECORD_TITLE, feed->title, LIMIT_TITLE);
	add_line(out, RECORD_SUBTITLE, feed->subtitle, LIMIT_TITLE);
	add_line(out, RECORD_AUTHOR, feed->author, LIMIT_NAME);
	add_line(out, RECORD_RIGHTS, feed->rights, LIMIT_TITLE);
	add_line(out, RECORD_GENERATOR, feed->generator, LIMIT_NAME);
	add_line(out, RECORD_LANGUAGE, feed->language, LIMIT_NAME);
	add_line(out, RECORD_ID, feed->id, LIMIT_GUID);
	add_url(out, RECORD_LINK, feed->link);
	add_url(out, RECORD_IMAGE, feed->image);
	add_time(out, RECORD_UPDATED, feed->updated);
	add_number(out, RECORD_TTL, feed->ttl_min, -1);
	add_number(out, RECORD_SKIP, feed->skip, 0);
}

void
answer_done(struct buf *out, enum feed_problem problem, const struct feed *feed)
{
	size_t start = record_begin(out, RECORD_DONE);

	record_add_number(out, RECORD_PROBLEM, problem);
	if (feed)
		add_feed(out, feed);
	record_end(out, start);
}

void
answer_page(struct buf *out, const struct tidy_page *page, enum page_kind kind, struct str code)
{
	const struct feed feed = { .title = page->title, .generator = page->generator, .updated = CLOCK_NONE, .ttl_min = -1 };
	size_t start;

	for (size_t i = 0; i < page->n_links; i++)
		add_feed_link(out, &page->links[i]);
	start = record_begin(out, RECORD_DONE);
	record_add_number(out, RECORD_PROBLEM, FEED_IS_HTML);
	record_add_number(out, RECORD_PAGE_KIND, kind);
	add_feed(out, &feed);
	if (check_code(code))
		record_add(out, RECORD_CODE, code);
	record_end(out, start);
}

void
answer_unpacked(struct buf *out, enum unpacked how)
{
	size_t start = record_begin(out, RECORD_UNPACKED);

	record_add_number(out, RECORD_HOW, how);
	record_end(out, start);
}

void
answer_ready(struct buf *out)
{
	record_end(out, record_begin(out, RECORD_READY));
}
