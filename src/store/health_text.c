#include "store/health_text.h"

#include "base/tr.h"
#include "store/feeds_trouble.h"
#include "store/full_why.h"
#include "store/interval.h"
#include "text/date.h"
#include "text/url.h"

/* By FEED_FIX_ bit. */
static const struct health_repair repairs[] = {
	{ FEED_FIX_CHARSET, "charset", N_("wrong character set") },
	{ FEED_FIX_CONTROL, "control", N_("control characters") },
	{ FEED_FIX_ENTITY, "entity", N_("undefined entities") },
	{ FEED_FIX_PROLOG, "prolog", N_("text before the XML") },
	{ FEED_FIX_MARKUP, "markup", N_("not well-formed") },
	{ FEED_FIX_TRUNCATED, "truncated", N_("ended early") },
	{ FEED_FIX_LIMIT, "limit", N_("larger than a limit") },
	{ 0 },
};

const struct health_repair *
health_text_repairs(void)
{
	return repairs;
}

void
health_text_mended(struct buf *line, const struct feeds_row *row)
{
	bool is_first = true;

	for (const struct health_repair *repair = repairs; repair->bit; repair++) {
		if (!(row->repairs & repair->bit))
			continue;
		buf_puts(line, is_first ? "" : ", ");
		buf_puts(line, tr(repair->words));
		is_first = false;
	}
}

void
health_text_state(struct buf *line, const struct health *health)
{
	const struct feeds_row *row = health->feed;

	if (health->state == HEALTH_PAUSED || health->state == HEALTH_FAILING)
		feeds_trouble(line, row);
	else
		buf_puts(line, row->last_ok == CLOCK_NONE ? tr("not fetched yet") : tr("fine"));
	if (health->state > HEALTH_FAILING && row->error.n) {
		buf_puts(line, tr("; "));
		feeds_trouble(line, row);
	}
}

/* When it is asked again. */
static void
add_next(struct buf *line, const struct health *health)
{
	const struct feeds_row *row = health->feed;
	bool is_held = interval_is_held(row->held_until, clock_now());
	struct buf when = { 0 };

	if (health->state == HEALTH_PAUSED || health->state == HEALTH_NEW)
		return;
	if (is_held && health->state != HEALTH_FAILING)
		feeds_trouble_until(line, row->held_until);
	if (is_held || row->due == CLOCK_NONE || row->due <= clock_now())
		return;
	date_list_clock(&when, row->due, clock_now());
	buf_printf(line, tr("; due %s"), buf_cstr(&when));
	buf_free(&when);
}

void
health_text_pages(struct buf *line, const struct health *health)
{
	struct buf when = { 0 };

	if (!health->textless)
		return;
	full_why_text(line, str_of(health->why.code), health->why.held_until);
	if (!health->again) {
		buf_puts(line, tr("; not tried again"));
	} else if (health->again_at == CLOCK_NONE || health->again_at <= clock_now()) {
		buf_puts(line, tr("; tried again by the next sync"));
	} else {
		date_list_clock(&when, health->again_at, clock_now());
		buf_printf(line, tr("; tried again from %s on"), buf_cstr(&when));
	}
	buf_free(&when);
}

static void
add_more(struct buf *line, const struct health *health)
{
	const struct feeds_row *row = health->feed;

	if (row->moved_to.n && row->moved_days >= FEEDS_MOVED_DAYS) {
		buf_puts(line, tr("; moved to "));
		url_mask(line, row->moved_to);
	}
	if (row->repairs) {
		buf_puts(line, tr("; mended: "));
		health_text_mended(line, row);
	}
	if (health->textless)
		buf_printf(line, tr_n("; without the full text of %lld post", "; without the full text of %lld posts",
			(unsigned long)health->textless), (long long)health->textless);
	if (health->textless) {
		buf_puts(line, " (");
		health_text_pages(line, health);
		buf_puts(line, ")");
	}
}

void
health_text_line(struct buf *line, const struct health *health)
{
	health_text_state(line, health);
	add_next(line, health);
	add_more(line, health);
}
