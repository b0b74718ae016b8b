#include "sync/sync_words.h"

#include "store/feeds_trouble.h"
#include "text/feed_why.h"
#include "text/josa.h"
#include "text/url.h"

void
sync_words(struct buf *out, const struct sync_event *event, const struct feeds_row *feed, int64_t held_until)
{
	if (event->text)
		josa_apply(out, str_of(event->text));
	else
		feed_why_text(out, event->why);
	feeds_trouble_since(out, feed);
	if (held_until == CLOCK_NONE)
		feed_why_advice(out, event->why, feed->name);
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
