#include "front/front_status.h"

#include "base/tr.h"
#include "text/width.h"

/* What may stand in the line, in this order; the number says what goes first where there is no room. */
enum part { PART_STEP, PART_NEW, PART_FAILED, PART_BYTES, PART_LEFT, PARTS };
static const int losses[PARTS] = { [PART_BYTES] = 1, [PART_LEFT] = 2, [PART_NEW] = 3, [PART_FAILED] = 4, [PART_STEP] = 5 };

enum {
	MARK_MS = 5000,
	GUESS_FROM_MS = 2000, /* earlier than this nobody can tell how long it will take */
	MINUTE_S = 60,
	HOUR_S = 60 * MINUTE_S,
};

void
front_status_note(struct front_status *s, enum sync_step step, size_t done, size_t total, int64_t now_ms)
{
	const struct front_status_mark now = { now_ms, done };

	if (!s->recent.ms || s->step != step) {
		s->recent = s->old = now;
		s->last_ms = now_ms;
	} else if (done != s->done) {
		s->last_ms = now_ms;
		if (now_ms - s->recent.ms >= MARK_MS) {
			s->old = s->recent;
			s->recent = now;
		}
	}
	s->step = step;
	s->done = done;
	s->total = total;
}

void
front_status_count(struct front_status *s, const struct sync_event *event)
{
	s->failed += event->outcome == SYNC_FAILED;
	s->added += event->count.added;
	s->bytes += event->bytes;
}

void
front_status_size(struct buf *out, int64_t bytes)
{
	static const char *const units[] = { "KB", "MB", "GB" };
	double size = (double)bytes / 1024;
	size_t i = 0;

	if (bytes < 1024) {
		(void)buf_printf(out, "%lld B", (long long)bytes);
		return;
	}
	for (; size >= 1000 && i < sizeof units / sizeof *units - 1; i++)
		size /= 1024;
	(void)buf_printf(out, size < 10 ? "%.1f %s" : "%.0f %s", size, units[i]);
}

static void
add_step(struct buf *out, const struct front_status *s)
{
	static const char *const texts[] = {
		[SYNC_STEP_FEEDS] = N_("sync %zu/%zu"),
		[SYNC_STEP_TEXTS] = N_("full texts %zu/%zu"),
		[SYNC_STEP_INDEX] = N_("search index %zu/%zu"),
	};

	(void)buf_printf(out, tr(texts[s->step]), s->done, s->total);
}

/* By how fast it went until the last one, so that it only gets less while nothing comes; then it is not known any more. */
static void
add_left(struct buf *out, const struct front_status *s, int64_t now_ms)
{
	int64_t ms = s->last_ms - s->old.ms;
	int64_t n = (int64_t)s->done - (int64_t)s->old.done, to_do = (int64_t)s->total - (int64_t)s->done;
	int64_t left_s;

	if (ms < GUESS_FROM_MS || n <= 0 || to_do <= 0)
		return;
	left_s = ((int64_t)((double)ms / (double)n * (double)to_do) - (now_ms - s->last_ms)) / 1000 + 1;
	if (left_s <= 1)
		return;
	if (left_s < MINUTE_S)
		(void)buf_printf(out, tr("%lld s left"), (long long)left_s);
	else if (left_s < HOUR_S)
		(void)buf_printf(out, tr("%lld min left"), (long long)((left_s + MINUTE_S - 1) / MINUTE_S));
	else
		(void)buf_printf(out, tr("%lld h %lld min left"), (long long)(left_s / HOUR_S), (long long)(left_s % HOUR_S / MINUTE_S));
}

static void
add_part(struct buf *out, const struct front_status *s, enum part part, int64_t now_ms)
{
	if (part == PART_STEP)
		add_step(out, s);
	else if (part == PART_NEW && s->added)
		(void)buf_printf(out, tr("%lld new"), (long long)s->added);
	else if (part == PART_FAILED && s->failed)
		(void)buf_printf(out, tr("%zu failed"), s->failed);
	else if (part == PART_BYTES && s->bytes)
		front_status_size(out, s->bytes);
	else if (part == PART_LEFT)
		add_left(out, s, now_ms);
}

/* Those parts that stay when the first few losses are borne. */
static void
add_parts(struct buf *out, const struct front_status *s, int64_t now_ms, int lost)
{
	struct buf text = { 0 };
	size_t start = out->n;

	for (enum part part = 0; part < PARTS; part++) {
		buf_clear(&text);
		if (losses[part] > lost)
			add_part(&text, s, part, now_ms);
		if (text.n && out->n > start)
			(void)buf_puts(out, ", ");
		(void)buf_add(out, buf_str(&text));
	}
	buf_free(&text);
}

void
front_status_text(struct buf *out, const struct front_status *s, int64_t now_ms, int cols)
{
	size_t start = out->n;

	for (int lost = 0; lost < PARTS; lost++) {
		buf_truncate(out, start);
		add_parts(out, s, now_ms, lost);
		if (width_str(str_sub(buf_str(out), start, out->n)) <= cols)
			return;
	}
}
