#include "ui/health_detail.h"

#include "base/tr.h"
#include "store/health_text.h"
#include "text/date.h"
#include "text/url.h"
#include "ui/health_row.h"
#include "ui/paragraph.h"
#include "ui/theme.h"

enum { FEW = 3, MANY = 7, MANY_FROM = 16, NARROW_BELOW = 60 };

int
health_detail_rows(int rows, int cols)
{
	if (rows >= MANY_FROM)
		return MANY;
	return cols < NARROW_BELOW ? FEW + 1 : FEW;
}

static void
draw_head(struct screen *s, struct screen_box box, const struct feeds_row *feed)
{
	struct buf text = { 0 }, url = { 0 };

	url_mask(&url, feed->url);
	if (str_find(buf_str(&url), feed->name) == url.n) /* else it has no other name */
		(void)buf_printf(&text, "%.*s  ", STR(feed->name));
	(void)buf_add(&text, buf_str(&url));
	buf_free(&url);
	screen_pad(s, box.row, box.col, box.cols, THEME_BAR, STR_NONE);
	screen_fit(s, box.row, box.col + 1, box.cols - 2, THEME_BAR, buf_str(&text));
	buf_free(&text);
}

/* What a key of this view does about it. */
static const char *
advice(enum health_state state)
{
	switch (state) {
	case HEALTH_PAUSED:
		return tr("r asks it again all the same, x unsubscribes.");
	case HEALTH_FAILING:
		return tr("r tries it again, o opens its page, x unsubscribes.");
	case HEALTH_MOVED:
		return tr("a takes the new address; posts, tags and stars stay.");
	default:
		return "";
	}
}

/* The last try and what it brought, failures in a row, posts, full texts. */
static void
add_facts(struct buf *out, const struct health *health)
{
	const struct feeds_row *feed = health->feed;
	struct buf when = { 0 };

	if (feed->last_try != CLOCK_NONE) {
		date_list_clock(&when, feed->last_try, clock_now());
		(void)buf_printf(out, tr("last try %s"), buf_cstr(&when));
		if (feed->http)
			(void)buf_printf(out, ", HTTP %lld", (long long)feed->http);
		(void)buf_puts(out, tr("; "));
	}
	(void)buf_printf(out, tr_n("%lld post, %lld unread", "%lld posts, %lld unread", (unsigned long)feed->total), (long long)feed->total,
		(long long)feed->unread);
	if (health->texts || health->parts)
		(void)buf_printf(out, tr_n("; %lld full text", "; %lld full texts", (unsigned long)(health->texts + health->parts)),
			(long long)(health->texts + health->parts));
	buf_free(&when);
}

/* Takes what the paragraph needs off the box. */
static void
put(struct screen *s, struct screen_box *box, unsigned style, struct str text)
{
	int rows = text.n && box->rows > 0 ? paragraph_draw(s, *box, style, text) : 0;

	box->row += rows;
	box->rows -= rows;
}

void
health_detail_draw(struct screen *s, struct screen_box box, const struct health *health)
{
	struct screen_box inner = { box.row + 1, box.col + 1, box.rows - 1, box.cols - 2 };
	struct str keys = str_of(advice(health->state));
	struct buf text = { 0 };

	draw_head(s, box, health->feed);
	health_text_line(&text, health);
	inner.rows -= keys.n > 0; /* those are seen, however long the reason is */
	put(s, &inner, health->state <= HEALTH_FAILING ? THEME_ERROR : THEME_TEXT, buf_str(&text));
	inner.rows += keys.n > 0;
	put(s, &inner, THEME_KEY, keys);
	buf_clear(&text);
	add_facts(&text, health);
	put(s, &inner, THEME_MUTED, buf_str(&text));
	buf_free(&text);
}
