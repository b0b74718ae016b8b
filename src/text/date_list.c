#include "text/date.h"

#include "base/tr.h"

enum { DAY_S = 86400 };

/* How one language writes the age of a post, at most 13 columns. */
struct wording {
	const char *now, *minutes, *hours, *yesterday, *days;
};

static const struct wording korean = { "방금", "%d분 전", "%d시간 전", "어제", "%d일 전" };
static const struct wording english = { "just now", "%d min ago", "%d h ago", "yesterday", "%d days ago" };

static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static int64_t
day_of(const struct tm *tm)
{
	return clock_from_utc(tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday, 0, 0, 0) / DAY_S;
}

struct date_today
date_list_today(int64_t now)
{
	struct tm tm;

	clock_local(now, &tm);
	return (struct date_today){ now, day_of(&tm), tm.tm_year };
}

static void
add_day(struct buf *out, const struct tm *tm, bool has_year)
{
	bool is_korean = tr_is_korean();
	int year = tm->tm_year + 1900, month = tm->tm_mon + 1, day = tm->tm_mday;

	if (is_korean && has_year) {
		buf_printf(out, "%d. %d. %d.", year, month, day);
	} else if (is_korean) {
		buf_number(out, month);
		buf_puts(out, "월 ");
		buf_number(out, day);
		buf_puts(out, "일");
	} else {
		buf_puts(out, months[month - 1]);
		buf_putc(out, ' ');
		buf_number(out, day);
		if (has_year)
			buf_printf(out, ", %d", year);
	}
}

void
date_list_from(struct buf *out, int64_t t, const struct date_today *today)
{
	const struct wording *words = tr_is_korean() ? &korean : &english;
	int64_t now = today->now, days;
	struct tm then;

	if (t == CLOCK_NONE)
		return;
	clock_local(t, &then);
	days = today->day - day_of(&then);
	if (t > now || days >= 7)
		add_day(out, &then, t > now || then.tm_year != today->year);
	else if (now - t < 60)
		buf_puts(out, words->now);
	else if (now - t < 3600)
		buf_printf(out, words->minutes, (int)((now - t) / 60));
	else if (!days)
		buf_printf(out, words->hours, (int)((now - t) / 3600));
	else if (days == 1)
		buf_puts(out, words->yesterday);
	else
		buf_printf(out, words->days, (int)days);
}

void
date_list_day_from(struct buf *out, int64_t t, const struct date_today *today)
{
	struct tm then;

	if (t == CLOCK_NONE)
		return;
	clock_local(t, &then);
	if (day_of(&then) == today->day)
		buf_printf(out, "%02d:%02d", then.tm_hour, then.tm_min);
	else if (then.tm_year == today->year)
		buf_printf(out, "%02d-%02d", then.tm_mon + 1, then.tm_mday);
	else
		buf_printf(out, "%d-%02d-%02d", then.tm_year + 1900, then.tm_mon + 1, then.tm_mday);
}

int64_t
date_list_age(int64_t t, const struct date_today *today)
{
	int64_t age;

	if (t == CLOCK_NONE || t < today->now - 2 * DAY_S)
		return 0;
	age = today->now - t;
	if (age < 0)
		return -1;
	return age < 3600 ? 1 + age / 60 : 60 + age / 3600;
}

void
date_list(struct buf *out, int64_t t, int64_t now)
{
	struct date_today today = date_list_today(now);

	date_list_from(out, t, &today);
}

void
date_list_day(struct buf *out, int64_t t, int64_t now)
{
	struct date_today today = date_list_today(now);

	date_list_day_from(out, t, &today);
}

void
date_list_clock(struct buf *out, int64_t t, int64_t now)
{
	struct date_today today = date_list_today(now);
	struct tm then;

	clock_local(t, &then);
	if (day_of(&then) != today.day) {
		add_day(out, &then, then.tm_year != today.year);
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
