#include "front/front_show_program.h"

#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "front/front_json.h"
#include "front/front_show_lines.h"
#include "store/health_text.h"
#include "sync/progress.h"
#include "text/clean.h"
#include "text/feed_why.h"
#include "text/json_out.h"
#include "text/say.h"
#include "text/url.h"

enum { STEP_MS = 200 };

static const char *
outcome_name(enum sync_outcome outcome)
{
	static const char *const names[] = { [SYNC_OK] = "ok", [SYNC_SAME] = "same", [SYNC_FAILED] = "failed", [SYNC_HELD] = "held" };

	return names[outcome];
}

/* ---- cron */

/* Tab-separated fields have neither tabs nor line ends of their own. */
static void
add_field(struct buf *line, struct str field, char end)
{
	clean_line(line, field);
	buf_putc(line, end);
}

/* feed TAB stage TAB code TAB message. */
static void
quiet_event(struct front_show *show, const struct sync_event *event)
{
	struct buf line = { 0 };

	(void)show;
	if (event->outcome != SYNC_FAILED || event->is_common)
		return;
	add_field(&line, event->feed->name, '\t');
	add_field(&line, str_of(event->stage), '\t');
	buf_printf(&line, "%d\t", event->code);
	add_field(&line, str_of(event->text), '\n');
	(void)file_write_fd(STDERR_FILENO, line.p, line.n);
	buf_free(&line);
}

/* Feeds that were not fetched are failures too. */
static void
quiet_end(struct front_show *show, const struct sync_sum *sum)
{
	(void)show;
	front_show_lines_offline(sum->offline);
	front_show_lines_left(sum);
}

const struct front_face *
front_show_program_quiet(void)
{
	static const struct front_face face = { quiet_event, NULL, quiet_end, NULL, NULL };

	return &face;
}

/* ---- lines of progress */

static void
say_progress(const struct progress *line)
{
	struct buf text = { 0 };

	progress_write(&text, line);
	say_raw(buf_str(&text));
	(void)say_finish(NULL);
	buf_free(&text);
}

static void
progress_event(struct front_show *show, const struct sync_event *event)
{
	struct progress line = {
		.kind = PROGRESS_FEED,
		.done = (int64_t)event->done,
		.total = (int64_t)event->total,
		.feed_id = event->feed->id,
		.added = event->count.added,
		.changed = event->count.changed,
		.text = event->text ? str_of(event->text) : event->feed->name,
	};

	(void)show;
	(void)snprintf(line.outcome, sizeof line.outcome, "%s", outcome_name(event->outcome));
	say_progress(&line);
}

/* Feeds have lines of their own; of the other steps it is told now and then how far they are. */
static void
progress_state(struct front_show *show, enum sync_step step, size_t done, size_t total)
{
	static const enum progress_kind kinds[] = { [SYNC_STEP_TEXTS] = PROGRESS_TEXTS, [SYNC_STEP_INDEX] = PROGRESS_INDEX };

	if (step == SYNC_STEP_FEEDS || clock_mono_ms() - show->told_ms < STEP_MS)
		return;
	show->told_ms = clock_mono_ms();
	say_progress(&(struct progress){ .kind = kinds[step], .done = (int64_t)done, .total = (int64_t)total });
}

static void
progress_end(struct front_show *show, const struct sync_sum *sum)
{
	(void)show;
	say_progress(&(struct progress){ .kind = PROGRESS_END, .total = (int64_t)sum->total, .failed = (int64_t)sum->failed,
		.added = sum->added, .changed = sum->changed });
}

static void
progress_remark(struct front_show *show, const char *text)
{
	(void)show;
	say_progress(&(struct progress){ .kind = PROGRESS_REMARK, .text = str_of(text) });
}

const struct front_face *
front_show_program_progress(void)
{
	static const struct front_face face = { progress_event, progress_state, progress_end, NULL, progress_remark };

	return &face;
}

/* ---- JSON */

/* The addresses of the feeds that a page names. */
static json_t *
feeds_json(const struct page_links *feeds)
{
	json_t *array = json_array();

	for (size_t i = 0; i < feeds->n; i++)
		json_array_append_new(array, json_out_string(feeds->v[i].url));
	return array;
}

/* How the feed is now. */
static void
add_health(json_t *line, const struct feeds_row *feed)
{
	json_t *mended = json_array();

	for (const struct health_repair *repair = health_text_repairs(); repair->bit; repair++)
		if (feed->repairs & repair->bit)
			json_array_append_new(mended, json_string(repair->code));
	json_object_set_new(line, "repairs", mended);
	json_out_time(line, "due", feed->status == FEEDS_GONE ? CLOCK_NONE : feed->due);
}

static void
json_event(struct front_show *show, const struct sync_event *event)
{
	struct str reason = feed_why_reason(event->why);
	struct buf url = { 0 };
	json_t *line;

	(void)show;
	url_mask(&url, event->feed->url);
	line = json_pack("{s:i,s:s,s:s%,s:s%,s:s%,s:s,s:i,s:I,s:I,s:I}", "v", 1, "type", "feed", "id", event->feed->uid.p, event->feed->uid.n,
		"name", event->feed->name.p, event->feed->name.n, "url", buf_cstr(&url), url.n, "outcome", outcome_name(event->outcome),
		"code", event->code, "new", (json_int_t)event->count.added, "changed", (json_int_t)event->count.changed,
		"bytes", (json_int_t)event->bytes);
	add_health(line, event->feed);
	if (line && event->outcome == SYNC_FAILED) {
		json_object_set_new(line, "stage", json_string(event->stage));
		front_json_sentence(line, "error", event->text);
		json_out_text(line, "reason", reason);
		if (event->feeds && event->feeds->n)
			json_object_set_new(line, "feeds", feeds_json(event->feeds));
	}
	front_json(line);
	buf_free(&url);
}

static void
json_end(struct front_show *show, const struct sync_sum *sum)
{
	json_t *texts = json_pack("{s:I,s:I,s:I}", "ok", (json_int_t)sum->texts.ok, "failed", (json_int_t)sum->texts.failed, "left",
		(json_int_t)sum->texts.left);

	front_json(json_pack("{s:i,s:s,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:o,s:I,s:f}", "v", 1, "type", "end", "feeds",
		(json_int_t)sum->total, "ok", (json_int_t)sum->ok, "same", (json_int_t)sum->same, "failed", (json_int_t)sum->failed,
		"left", (json_int_t)sum->left, "new", (json_int_t)sum->added, "changed", (json_int_t)sum->changed, "ruled",
		(json_int_t)sum->ruled, "texts", texts, "bytes", (json_int_t)sum->bytes, "seconds", (double)(clock_mono_ms() - show->began_ms) / 1000));
}

/* Whoever reads to the end knows by it that nothing was cut off. */
static void
json_fail(struct front_show *show, const struct err *err)
{
	json_t *line = json_pack("{s:i,s:s}", "v", 1, "type", "end");

	(void)show;
	front_json_sentence(line, "error", err->text);
	json_object_set_new(line, "status", json_integer(err_status(err->code)));
	front_json(line);
}

const struct front_face *
front_show_program_json(void)
{
	static const struct front_face face = { json_event, NULL, json_end, json_fail, NULL };

	return &face;
}
