#include "store/feeds_trouble.h"

#include "base/tr.h"
#include "store/interval.h"
#include "text/date.h"
#include "text/feed_why.h"

enum { TROUBLE_FAILS = 3, TROUBLE_LONG_S = 14 * 24 * 3600 };

void
feeds_trouble_until(struct buf *out, int64_t held_until)
{
	struct buf until = { 0 };

	if (held_until == CLOCK_NONE)
		return;
	date_list_clock(&until, held_until, clock_now());
	(void)buf_printf(out, tr("; it is left alone until %s"), buf_cstr(&until));
	buf_free(&until);
}

void
feeds_trouble_since(struct buf *out, const struct feeds_row *row)
{
	struct buf day = { 0 };

	if (row->last_ok == CLOCK_NONE || row->fails < TROUBLE_FAILS || clock_now() - row->last_ok < TROUBLE_LONG_S)
		return;
	date_list(&day, row->last_ok, clock_now());
	(void)buf_printf(out, tr("; it has not come since %s"), buf_cstr(&day));
	buf_free(&day);
}

void
feeds_trouble(struct buf *out, const struct feeds_row *row)
{
	bool is_held = interval_is_held(row->held_until, clock_now());
	struct buf why = { 0 };

	if (row->status == FEEDS_GONE) {
		(void)buf_puts(out, tr("gone; it is not asked any more"));
		return;
	}
	if (!row->error.n)
		return;
	feed_why_text(&why, row->error);
	if (!row->fails) {
		(void)buf_printf(out, tr("the last time: %.*s"), STR(buf_str(&why)));
		buf_free(&why);
		return;
	}
	(void)buf_printf(out, tr_n("failed %lld time: %.*s", "failed %lld times: %.*s", (unsigned long)row->fails),
		(long long)row->fails, STR(buf_str(&why)));
	feeds_trouble_since(out, row);
	if (is_held)
		feeds_trouble_until(out, row->held_until);
	else
		feed_why_advice(out, row->error, row->name);
	buf_free(&why);
}
