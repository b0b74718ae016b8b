#include "query/query_date.h"

#include "base/clock.h"
#include "base/num.h"

/* What a date is exact to. */
enum unit { YEAR, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND };

enum { LEAP_GAP = 8 }; /* years without a 29 February between two that have one, at most */

struct unit_name {
	const char *name;
	enum unit unit;
};

static const struct unit_name units[] = {
	{ "y", YEAR }, { "year", YEAR }, { "years", YEAR }, { "년", YEAR },
	{ "m", MONTH }, { "month", MONTH }, { "months", MONTH }, { "개월", MONTH }, { "달", MONTH },
	{ "w", WEEK }, { "week", WEEK }, { "weeks", WEEK }, { "주", WEEK }, { "주일", WEEK },
	{ "d", DAY }, { "day", DAY }, { "days", DAY }, { "일", DAY },
	{ "h", HOUR }, { "hour", HOUR }, { "hours", HOUR }, { "시간", HOUR },
	{ "min", MINUTE }, { "minute", MINUTE }, { "minutes", MINUTE }, { "분", MINUTE },
};

/* Days, weeks, months and years with names: how many before this one. */
struct day_name {
	const char *name;
	enum unit unit;
	int back;
};

static const struct day_name names[] = {
	{ "today", DAY, 0 }, { "오늘", DAY, 0 }, { "yesterday", DAY, 1 }, { "어제", DAY, 1 },
	{ "그제", DAY, 2 }, { "그저께", DAY, 2 }, { "엊그제", DAY, 2 },
	{ "thisweek", WEEK, 0 }, { "이번주", WEEK, 0 }, { "금주", WEEK, 0 }, { "lastweek", WEEK, 1 }, { "지난주", WEEK, 1 },
	{ "thismonth", MONTH, 0 }, { "이번달", MONTH, 0 }, { "이달", MONTH, 0 }, { "lastmonth", MONTH, 1 },
	{ "지난달", MONTH, 1 },
	{ "thisyear", YEAR, 0 }, { "올해", YEAR, 0 }, { "lastyear", YEAR, 1 }, { "작년", YEAR, 1 }, { "지난해", YEAR, 1 },
	{ "now", SECOND, 0 }, { "지금", SECOND, 0 },
};

/* A date in a zone. Fields below the unit are 0, or 1 for month and day. */
struct moment {
	int year, month, day, hour, minute, second;
	bool is_utc;
};

static int
days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool is_leap = (year % 4 == 0 && year % 100) || year % 400 == 0;

	return days[month - 1] + (month == 2 && is_leap);
}

static int64_t
seconds_of(const struct moment *m)
{
	if (m->is_utc)
		return clock_from_utc(m->year, m->month, m->day, m->hour, m->minute, m->second);
	return clock_from_local(m->year, m->month, m->day, m->hour, m->minute, m->second);
}

/* The same so many units later. */
static struct moment
add(struct moment m, enum unit unit, int n)
{
	int months;

	switch (unit) {
	case YEAR:
		m.year = m.year + n < 1 ? 1 : m.year + n;
		break;
	case MONTH:
		months = m.year * 12 + m.month - 1 + n;
		m.year = months < 12 ? 1 : months / 12;
		m.month = months < 12 ? 1 : months % 12 + 1;
		break;
	case WEEK:
		m.day += 7 * n;
		break;
	case DAY:
		m.day += n;
		break;
	case HOUR:
		m.hour += n;
		break;
	case MINUTE:
		m.minute += n;
		break;
	case SECOND:
		m.second += n;
		break;
	}
	if (unit <= MONTH && m.day > days_in(m.year, m.month))
		m.day = days_in(m.year, m.month);
	return m;
}

/* From the first second of the unit to the one before the next begins. */
static void
span(struct moment m, enum unit unit, int64_t *first, int64_t *last)
{
	*first = seconds_of(&m);
	m = add(m, unit, 1);
	*last = seconds_of(&m) - 1;
}

/* The beginning of the day, week, month or year that now is in. */
static struct moment
begin_of(enum unit unit, int64_t now)
{
	struct moment m;
	struct tm tm;

	clock_local(now, &tm);
	m = (struct moment){ .year = tm.tm_year + 1900, .month = tm.tm_mon + 1, .day = tm.tm_mday };
	if (unit == WEEK)
		m.day -= (tm.tm_wday + 6) % 7; /* Monday */
	if (unit <= MONTH)
		m.day = 1;
	if (unit == YEAR)
		m.month = 1;
	return m;
}

/* Takes blanks off the front. */
static void
skip(struct str *s)
{
	while (s->n && str_is_space(s->p[0]))
		*s = str_sub(*s, 1, s->n);
}

static bool
take(struct str *s, const char *mark)
{
	if (!str_starts(*s, mark))
		return false;
	*s = str_sub(*s, strlen(mark), s->n);
	skip(s);
	return true;
}

/* 1 or 2 digits within min..max. */
static bool
take_small(struct str *s, int min, int max, int *ret)
{
	int64_t n = num_take(s, 2);

	skip(s);
	*ret = (int)n;
	return n >= min && n <= max;
}

/* Equal but for case and blanks. */
static bool
is_called(struct str s, const char *name)
{
	for (size_t i = 0; i < s.n; i++) {
		if (str_is_space(s.p[i]) || s.p[i] == '-')
			continue;
		if (!*name || str_lower(s.p[i]) != *name++)
			return false;
	}
	return !*name;
}

static bool
read_name(struct str value, int64_t now, int64_t *first, int64_t *last)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!is_called(value, names[i].name))
			continue;
		if (names[i].unit == SECOND)
			*first = *last = now;
		else
			span(add(begin_of(names[i].unit, now), names[i].unit, -names[i].back), names[i].unit, first, last);
		return true;
	}
	return false;
}

/* "7d", "7 days", "7일 전": up to six digits, so that no calendar overflows. */
static bool
read_ago(struct str value, int64_t now, int64_t *first, int64_t *last)
{
	int64_t n = num_take(&value, 6);

	skip(&value);
	if (n < 0 || n > 99999)
		return false;
	if (str_ends(value, "전") || str_ends(value, "ago"))
		value = str_trim(str_sub(value, 0, value.n - 3));
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		enum unit unit = units[i].unit;

		if (!str_is_icase(value, units[i].name))
			continue;
		if (unit >= HOUR)
			*first = *last = now - n * (unit == HOUR ? 3600 : 60);
		else
			span(add(begin_of(DAY, now), unit, (int)-n), DAY, first, last);
		return unit != YEAR || n < 1900 || n > 9999; /* 2025년 is a year */
	}
	return false;
}

/* What may stand between the parts of a date. */
static bool
take_mark(struct str *s, const char *korean)
{
	return take(s, korean) || take(s, "-") || take(s, "/") || take(s, ".");
}

/* " 10:30", "T10:30:05Z" behind a day. */
static bool
take_clock(struct str *s, struct moment *m, enum unit *unit)
{
	if (!take(s, "T"))
		(void)take(s, "t");
	if (!take_small(s, 0, 23, &m->hour) || !take(s, ":") || !take_small(s, 0, 59, &m->minute))
		return false;
	*unit = MINUTE;
	if (take(s, ":")) {
		if (!take_small(s, 0, 59, &m->second))
			return false;
		*unit = SECOND;
	}
	m->is_utc = take(s, "Z") || take(s, "z");
	return !s->n;
}

/* "5", "5일", "5." and perhaps a time. */
static bool
take_day(struct str *s, struct moment *m, enum unit *unit)
{
	if (!take_small(s, 1, days_in(m->year, m->month), &m->day))
		return false;
	if (!take(s, "일"))
		(void)take(s, ".");
	*unit = DAY;
	return !s->n || take_clock(s, m, unit);
}

/* "2월", "2월 5일": those last gone by. */
static bool
read_month(struct str s, int64_t now, struct moment *m, enum unit *unit)
{
	struct moment start = begin_of(YEAR, now);

	if (!take_small(&s, 1, 12, &start.month) || !take(&s, "월"))
		return false;
	for (int back = 0; back <= LEAP_GAP; back++) {
		struct str day = s;

		*m = start;
		m->year -= back;
		*unit = MONTH;
		if ((!day.n || take_day(&day, m, unit)) && seconds_of(m) <= now)
			return true;
	}
	return false;
}

/* 20250205. */
static bool
read_solid(struct str s, struct moment *m, enum unit *unit)
{
	if (s.n != 8 || str_digits(s) != 8)
		return false;
	m->year = (int)num_take(&s, 4);
	*unit = DAY;
	return take_small(&s, 1, 12, &m->month) && take_small(&s, 1, days_in(m->year, m->month), &m->day);
}

static bool
read_year(struct str s, struct moment *m, enum unit *unit)
{
	if (str_digits(str_sub(s, 0, 4)) != 4 || str_digits(str_sub(s, 4, 5)))
		return false;
	m->year = (int)num_take(&s, 4);
	skip(&s);
	*unit = YEAR;
	if (!s.n || (take(&s, "년") && !s.n))
		return true;
	if (!str_is_digit(s.p[0]) && !take_mark(&s, "년"))
		return false;
	if (!take_small(&s, 1, 12, &m->month))
		return false;
	*unit = MONTH;
	if (!s.n || ((take(&s, "월") || take(&s, ".")) && !s.n))
		return true;
	if (!str_is_digit(s.p[0]) && !take_mark(&s, "월"))
		return false;
	return take_day(&s, m, unit);
}

static bool
read_calendar(struct str value, int64_t now, int64_t *first, int64_t *last)
{
	struct moment m = { .month = 1, .day = 1 };
	enum unit unit;

	if (!read_solid(value, &m, &unit)) {
		m = (struct moment){ .month = 1, .day = 1 };
		if (!read_year(value, &m, &unit) && !read_month(value, now, &m, &unit))
			return false;
	}
	span(m, unit, first, last);
	return true;
}

bool
query_date_point(struct str value, int64_t now, int64_t *first, int64_t *last, bool *is_ago)
{
	value = str_trim(value);
	*is_ago = read_ago(value, now, first, last);
	return *is_ago || read_name(value, now, first, last) || read_calendar(value, now, first, last);
}

bool
query_date_cut(struct str value, struct str *from, struct str *to)
{
	size_t at = str_find(value, str_lit(".."));

	if (at < value.n) {
		*from = str_trim(str_sub(value, 0, at));
		*to = str_trim(str_sub(value, at + 2, value.n));
		return true;
	}
	if (!str_cut(value, '~', from, to))
		return false;
	*from = str_trim(*from);
	*to = str_trim(*to);
	return true;
}

bool
query_date_range(struct str value, int64_t now, int64_t *first, int64_t *last)
{
	int64_t a = INT64_MIN, a_end, b, b_end = INT64_MAX;
	struct str from, to;
	bool is_ago;

	if (!query_date_cut(value, &from, &to)) {
		if (!query_date_point(value, now, first, last, &is_ago))
			return false;
		if (is_ago)
			*last = INT64_MAX;
		return true;
	}
	if ((!from.n && !to.n) || (from.n && !query_date_point(from, now, &a, &a_end, &is_ago)) ||
	    (to.n && !query_date_point(to, now, &b, &b_end, &is_ago)))
		return false;
	/* "3d..7d" means what "7d..3d" does. */
	*first = from.n && to.n && b < a ? b : a;
	*last = from.n && to.n && b < a ? a_end : b_end;
	return true;
}
