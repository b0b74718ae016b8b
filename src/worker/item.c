#include "worker/item.h"

#include "feed/twice.h"
#include "html/tidy.h"
#include "worker/answer.h"
#include "worker/attached.h"

/* Whether a text is meant as plain text: lines, and neither tags nor references. */
static bool
is_plain(struct str text)
{
	return str_find_char(text, '<') == text.n && str_find_char(text, '&') == text.n;
}

/* Its content; its summary where that has far more to say. */
static struct str
body_of(const struct post *post)
{
	return post->content.n && post->summary.n / 2 <= post->content.n ? post->content : post->summary;
}

static struct str
base_of(const struct item_feed *feed, const struct post *post)
{
	return post->base.n ? post->base : post->link.n ? post->link : feed->url;
}

static void
tidy(struct buf *out, struct arena *a, const struct item_feed *feed, const struct post *post, uint64_t source)
{
	struct buf mended = { 0 }, whole = { 0 };
	struct str html = twice_mend(&mended, body_of(post)) ? buf_str(&mended) : body_of(post);
	struct tidy_input in = {
		.html = html,
		.url = base_of(feed, post),
		.title = post->is_title_made ? STR_NONE : post->title, /* its text may not lose what it is called by */
		.is_text = html.n && is_plain(html),
		.now = feed->now,
	};
	struct tidy_result tidy = { .published = CLOCK_NONE };

	if (attached_add(&whole, html, in.is_text, post))
		in.html = buf_str(&whole);
	if (in.html.n)
		tidy_html(a, &in, &tidy);
	answer_post(out, post, &tidy, source);
	arena_reset(a);
	buf_free(&whole);
	buf_free(&mended);
}

void
item_answer(struct buf *out, struct arena *a, const struct item_feed *feed, const struct post *post)
{
	uint64_t source = known_hash(&feed->known, post, base_of(feed, post));
	size_t place;

	if (known_find(&feed->known, source, &place))
		answer_known(out, place);
	else
		tidy(out, a, feed, post, source);
}
