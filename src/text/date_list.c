#include "text/date.h"

#include "base/tr.h"

/* How one language writes the age of a post, at most 13 columns. */
struct wording {
	const char *now, *minutes, *hours, *yesterday, *days;
};

static const struct wording korean = { "방금", "%d분 전", "%d시간 전", "어제", "%d일 전" };
static const struct wording english = { "just now", "%d min ago", "%d h ago", "yesterday", "%d days ago" };

static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

/* Days from the calendar day of a to that of b. */
static int
days_between(const struct tm *a, const struct tm *b)
{
	int64_t from = clock_from_utc(a->tm_year + 1900, a->tm_mon + 1, a->tm_mday, 0, 0, 0);
	int64_t to = clock_from_utc(b->tm_year + 1900, b->tm_mon + 1, b->tm_mday, 0, 0, 0);

	return (int)((to - from) / 86400);
}

static void
add_day(struct buf *out, const struct tm *tm, bool has_year)
{
	int year = tm->tm_year + 1900, month = tm->tm_mon + 1, day = tm->tm_mday;

	if (tr_is_korean() && has_year)
		buf_printf(out, "%d. %d. %d.", year, month, day);
	else if (tr_is_korean())
		buf_printf(out, "%d월 %d일", month, day);
	else if (has_year)
		buf_printf(out, "%s %d, %d", months[month - 1], day, year);
	else
		buf_printf(out, "%s %d", months[month - 1], day);
}

void
date_list(struct buf *out, int64_t t, int64_t now)
{
	const struct wording *words = tr_is_korean() ? &korean : &english;
	struct tm then, today;

	if (t == CLOCK_NONE)
		return;
	clock_local(t, &then);
	clock_local(now, &today);
	int days = days_between(&then, &today);
	if (t > now || days >= 7)
		add_day(out, &then, t > now || then.tm_year != today.tm_year);
	else if (now - t < 60)
		buf_puts(out, words->now);
	else if (now - t < 3600)
		buf_printf(out, words->minutes, (int)((now - t) / 60));
	else if (!days)
		buf_printf(out, words->hours, (int)((now - t) / 3600));
	else if (days == 1)
		buf_puts(out, words->yesterday);
	else
		buf_printf(out, words->days, days);
}

void
date_list_day(struct buf *out, int64_t t, int64_t now)
{
	struct tm then, today;

	if (t == CLOCK_NONE)
		return;
	clock_local(t, &then);
	clock_local(now, &today);
	if (!days_between(&then, &today))
		buf_printf(out, "%02d:%02d", then.tm_hour, then.tm_min);
	else if (then.tm_year == today.tm_year)
		buf_printf(out, "%02d-%02d", then.tm_mon + 1, then.tm_mday);
	else
		buf_printf(out, "%d-%02d-%02d", then.tm_year + 1900, then.tm_mon + 1, then.tm_mday);
}

void
date_list_clock(struct buf *out, int64_t t, int64_t now)
{
	struct tm then, today;

	clock_local(t, &then);
	clock_local(now, &today);
	if (days_between(&today, &then)) {
		add_day(out, &then, then.tm_year != today.tm_year);
		buf_putc(out, ' ');
	}
	buf_printf(out, "%02d:%02d", then.tm_hour, then.tm_min);
}

void
date_list_iso(struct buf *out, int64_t t)
{
	struct tm then;

	clock_local(t, &then);
	(void)buf_printf(out, "%04d-%02d-%02d", then.tm_year + 1900, then.tm_mon + 1, then.tm_mday);
}
