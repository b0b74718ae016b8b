#include "front/front_show_lines.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/tr.h"
#include "text/say.h"
#include "text/width.h"
#include "text/wrap.h"

enum { NAME_COLS = 60 };

static bool
is_worth_a_line(const struct sync_event *event)
{
	return event->outcome == SYNC_FAILED || event->count.added || event->count.changed;
}

static void
draw(struct front_show *show)
{
	struct buf text = { 0 };

	if (!front_line_is_due(&show->line))
		return;
	front_status_text(&text, &show->status, clock_mono_ms(), front_line_cols());
	front_line_draw(&show->line, buf_str(&text));
	buf_free(&text);
}

/* One that is very long is cut off on a terminal: what came of the feed is to be seen. */
static void
add_name(struct buf *out, struct str name)
{
	struct buf cut = { 0 };

	if (isatty(STDOUT_FILENO) && width_str(name) > NAME_COLS) {
		wrap_fit(&cut, name, NAME_COLS);
		name = str_trim(buf_str(&cut));
	}
	(void)buf_add(out, name);
	buf_free(&cut);
}

static void
tell_event(struct front_show *show, const struct sync_event *event, struct str name)
{
	long long added = event->count.added, changed = event->count.changed;

	front_line_clear(&show->line);
	if (event->outcome == SYNC_FAILED)
		say_err("%.*s: %s", STR(name), event->text);
	else if (added && changed)
		say_out(tr("%.*s: %lld new, %lld changed"), STR(name), added, changed);
	else if (added)
		say_out(tr("%.*s: %lld new"), STR(name), added);
	else
		say_out(tr("%.*s: %lld changed"), STR(name), changed);
	draw(show);
}

static void
show_event(struct front_show *show, const struct sync_event *event)
{
	struct buf name = { 0 };

	if (!is_worth_a_line(event) || event->is_common)
		return;
	add_name(&name, event->feed->name);
	if (!front_silent_take(&show->silent, event, buf_str(&name)))
		tell_event(show, event, buf_str(&name));
	buf_free(&name);
}

static void
show_state(struct front_show *show, enum sync_step step, size_t done, size_t total)
{
	(void)step;
	(void)done;
	(void)total;
	draw(show);
}

void
front_show_lines_left(const struct sync_sum *sum)
{
	const char *form = sum->is_interrupted ? tr_n("%zu feed was not fetched: %s", "%zu feeds were not fetched: %s", sum->left) :
		tr_n("%zu feed was not fetched in the time of --max-time, the next sync asks it: %s",
			"%zu feeds were not fetched in the time of --max-time, the next sync asks them: %s", sum->left);

	if (sum->left)
		say_err(form, sum->left, sum->left_names);
}

void
front_show_lines_offline(size_t offline)
{
	if (offline)
		say_err(tr_n("there is no network (%zu feed)", "there is no network (%zu feeds)", offline), offline);
}

static void
tell_sum(const struct sync_sum *sum)
{
	long long added = sum->added, changed = sum->changed;

	if (sum->left)
		say_out(tr("feeds %zu of %zu, new posts %lld, changed %lld, failed %zu"), sum->total - sum->left, sum->total, added, changed,
			sum->failed);
	else
		say_out(tr("feeds %zu, new posts %lld, changed %lld, failed %zu"), sum->total, added, changed, sum->failed);
}

static void
show_end(struct front_show *show, const struct sync_sum *sum)
{
	(void)show;
	front_show_lines_offline(sum->offline);
	if (sum->ruled)
		say_out(tr_n("the rules found %lld new post", "the rules found %lld new posts", (unsigned long)sum->ruled),
			(long long)sum->ruled);
	tell_sum(sum);
	if (sum->texts.total)
		say_out(tr("full texts %zu, failed %zu"), sum->texts.ok, sum->texts.failed);
	front_show_lines_left(sum);
	if (!sum->has_feeds)
		say_err("%s", tr("no feeds yet: ‘sosik catalog’ lists blogs to subscribe to, ‘sosik add’ takes an address"));
}

static void
show_remark(struct front_show *show, const char *text)
{
	front_line_clear(&show->line);
	say_out("%s", text);
}

const struct front_face *
front_show_lines(void)
{
	static const struct front_face face = { show_event, show_state, show_end, NULL, show_remark };

	return &face;
}
