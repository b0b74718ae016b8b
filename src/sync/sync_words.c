#include "sync/sync_words.h"

#include "base/tr.h"
#include "store/feeds_trouble.h"
#include "sync/sync_names.h"
#include "text/feed_why.h"
#include "text/josa.h"
#include "text/quoted.h"
#include "text/url.h"

/* Whether it counts as a failure of the feed, and not of what is between it and us. */
static bool
is_blamed(const struct sync_event *event)
{
	return !event->is_common && !event->is_offline;
}

/* Whether it is the feed's own address that failed, and not where it leads. */
static bool
is_own(const struct sync_event *event)
{
	return is_blamed(event) && !event->is_led;
}

/* Where it said that it is now, while it still answered. */
static bool
add_moved(struct buf *out, const struct feeds_row *feed)
{
	struct buf to = { 0 }, word = { 0 }, words = { 0 };

	if (!feed->moved_to.n)
		return false;
	url_mask(&to, feed->moved_to);
	quoted_put(&word, sync_names_call(feed));
	(void)buf_printf(&words, tr("; it had moved to %.*s: ‘sosik move --to %.*s %.*s’ follows it"), STR(buf_str(&to)), STR(buf_str(&to)),
		STR(buf_str(&word)));
	josa_apply(out, buf_str(&words));
	buf_free(&to);
	buf_free(&word);
	buf_free(&words);
	return true;
}

void
sync_words(struct buf *out, const struct sync_event *event, const struct feeds_row *feed, int64_t held_until)
{
	if (event->text)
		josa_apply(out, str_of(event->text));
	else
		feed_why_text(out, event->why);
	if (is_blamed(event) && feed->fails)
		(void)buf_printf(out, tr_n("; failed %lld time in a row", "; failed %lld times in a row", (unsigned long)feed->fails + 1),
			(long long)feed->fails + 1);
	feeds_trouble_since(out, feed);
	if (held_until == CLOCK_NONE && !(is_own(event) && add_moved(out, feed)))
		feed_why_advice(out, event->why, sync_names_call(feed));
	feeds_trouble_until(out, held_until);
}

struct str
sync_words_name(const struct feeds_row *feed, struct str title)
{
	struct buf label = { 0 };
	bool is_address;

	url_label(&label, feed->url);
	is_address = str_eq(feed->name, buf_str(&label));
	buf_free(&label);
	return title.n && is_address ? title : feed->name;
}
