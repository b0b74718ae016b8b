#include "sync/sync_words.h"

#include "store/feeds_trouble.h"
#include "text/feed_why.h"
#include "text/josa.h"

void
sync_words(struct buf *out, const struct sync_event *event, const struct feeds_row *feed, int64_t held_until)
{
	if (event->text)
		josa_apply(out, str_of(event->text));
	else
		feed_why_text(out, event->why);
	feeds_trouble_since(out, feed);
	if (held_until == CLOCK_NONE)
		feed_why_advice(out, event->why);
	feeds_trouble_until(out, held_until);
}
