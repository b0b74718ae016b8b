#include "cmd/cmd_feeds_health.h"

#include "base/clock.h"
#include "base/tr.h"
#include "cmd/cmd_feeds_row.h"
#include "store/full_why.h"
#include "store/health_text.h"
#include "text/date.h"
#include "text/json_out.h"
#include "text/quoted.h"
#include "text/say.h"
#include "text/url.h"
#include "text/wrap.h"

enum { DATE_COLS = 13, LABEL_COLS = 18 };

/* What to do about it on the shell. */
static void
add_advice(struct buf *line, const struct health *health)
{
	struct buf name = { 0 };

	if (health->state != HEALTH_PAUSED)
		return;
	quoted_put(&name, health->feed->name);
	buf_printf(line, tr("; ‘sosik sync --force %.*s’ asks again, ‘sosik remove %.*s’ ends it"), STR(buf_str(&name)),
		STR(buf_str(&name)));
	buf_free(&name);
}

/* ---- a line */

void
cmd_feeds_health_line(const struct health *health)
{
	const struct feeds_row *row = health->feed;
	struct buf line = { 0 }, when = { 0 };

	if (row->last_ok != CLOCK_NONE)
		date_list(&when, row->last_ok, clock_now());
	cmd_feeds_row_name(&line, row);
	buf_puts(&line, "  ");
	wrap_fit(&line, buf_str(&when), DATE_COLS);
	buf_puts(&line, "  ");
	health_text_line(&line, health);
	add_advice(&line, health);
	say_out("%s", buf_cstr(&line));
	buf_free(&when);
	buf_free(&line);
}

/* ---- a record */

static void
tell(const char *label, struct str value)
{
	struct buf line = { 0 };

	if (!value.n)
		return;
	buf_puts(&line, "  ");
	wrap_fit(&line, str_of(label), LABEL_COLS);
	buf_puts(&line, "  ");
	buf_add(&line, value);
	say_out("%s", buf_cstr(&line));
	buf_free(&line);
}

static void
tell_text(const char *label, struct buf *value)
{
	tell(label, buf_str(value));
	buf_clear(value);
}

static void
tell_address(const char *label, struct str url, struct buf *value)
{
	url_mask(value, url);
	tell_text(label, value);
}

/* A time that has been, with the status that came then; a time to come. */
static void
tell_past(const char *label, int64_t time, int64_t http, struct buf *value)
{
	if (time != CLOCK_NONE)
		date_full(value, time);
	if (value->n && http)
		buf_printf(value, ", HTTP %lld", (long long)http);
	tell_text(label, value);
}

static void
tell_future(const char *label, int64_t time, struct buf *value)
{
	if (time != CLOCK_NONE && time > clock_now())
		date_list_clock(value, time, clock_now());
	tell_text(label, value);
}

static void
tell_fetching(const struct health *health, struct buf *value)
{
	const struct feeds_row *row = health->feed;

	tell_past(tr("last good fetch"), row->last_ok, 0, value);
	tell_past(tr("last try"), row->last_try, row->http, value);
	if (row->fails)
		buf_printf(value, "%lld", (long long)row->fails);
	tell_text(tr("failures in a row"), value);
	if (health->state != HEALTH_PAUSED)
		tell_future(tr("due"), row->due, value);
	tell_future(tr("left alone until"), row->held_until, value);
	if (row->moved_to.n)
		url_mask(value, row->moved_to);
	if (row->moved_to.n)
		buf_printf(value, tr_n(" (seen on %lld day)", " (seen on %lld days)", (unsigned long)row->moved_days),
			(long long)row->moved_days);
	tell_text(tr("moved to"), value);
}

void
cmd_feeds_health_record(const struct health *health)
{
	const struct feeds_row *row = health->feed;
	struct buf value = { 0 };

	say_out("%.*s", STR(row->name));
	tell_address(tr("address"), row->url, &value);
	health_text_state(&value, health);
	add_advice(&value, health);
	tell_text(tr("state"), &value);
	tell_fetching(health, &value);
	health_text_mended(&value, row);
	tell_text(tr("mended"), &value);
	buf_printf(&value, tr("%lld, %lld of them unread"), (long long)row->total, (long long)row->unread);
	tell_text(tr("posts"), &value);
	if (health->texts || health->parts || health->textless)
		buf_printf(&value, tr("%lld, %lld in part, %lld not found"), (long long)health->texts, (long long)health->parts,
			(long long)health->textless);
	tell_text(tr("full texts"), &value);
	health_text_pages(&value, health);
	tell_text(tr("not found"), &value);
	buf_free(&value);
}

/* ---- JSON */

/* Reports are sent around: "id" says which feed it is. */
static void
set_masked(json_t *object, const char *key, struct str url)
{
	struct buf shown = { 0 };

	url_mask(&shown, url);
	json_out_text(object, key, buf_str(&shown));
	buf_free(&shown);
}

void
cmd_feeds_health_json(const struct health *health)
{
	json_t *object = cmd_feeds_row_json(health->feed);
	struct buf why = { 0 };

	set_masked(object, "url", health->feed->url);
	set_masked(object, "moved_to", health->feed->moved_to);
	json_object_set_new(object, "state", json_string(health_word(health->state)));
	json_object_set_new(object, "full", json_integer(health->texts));
	json_object_set_new(object, "full_part", json_integer(health->parts));
	json_object_set_new(object, "full_failed", json_integer(health->textless));
	json_object_set_new(object, "full_again", json_integer(health->again));
	json_out_time(object, "full_due", health->again_at);
	full_why_text(&why, str_of(health->why.code), health->why.held_until);
	json_out_text(object, "full_error", buf_str(&why));
	cmd_json_out(object);
	buf_free(&why);
}
