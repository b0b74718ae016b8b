#include "text/date_time.h"

#include "base/num.h"
#include "text/date_names.h"

void
date_time_blanks(struct str *s)
{
	while (s->n && (str_is_space(s->p[0]) || s->p[0] == ','))
		*s = str_sub(*s, 1, s->n);
	if (str_starts(*s, "\xc2\xa0")) {
		*s = str_sub(*s, 2, s->n);
		date_time_blanks(s);
	}
}

bool
date_time_is_in(struct str s)
{
	return str_has(s, ":") || str_has(s, "시");
}

size_t
date_time_digits(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	return n;
}

/* Takes min to max digits; fails when more follow, but for fixed widths inside a run. */
bool
date_time_number(struct str *s, int min, int max, int *ret)
{
	size_t n = date_time_digits(*s);

	if (n < (size_t)min || (n > (size_t)max && min != max))
		return false;
	*ret = (int)num_take(s, max);
	return true;
}

/* Takes ":30" or " 30" "분" behind a number. */
static bool
take_below(struct str *s, const char *hangul, int *ret)
{
	struct str rest = *s;
	size_t n;

	if (str_starts(rest, ":")) {
		rest = str_sub(rest, 1, rest.n);
		if (!date_time_number(&rest, 1, 2, ret))
			return false;
		*s = rest;
		return true;
	}
	date_time_blanks(&rest);
	n = date_time_digits(rest);
	if (!n || n > 2 || !str_starts(str_sub(rest, n, rest.n), hangul))
		return false;
	*ret = (int)num_take(&rest, 2);
	*s = str_sub(rest, strlen(hangul), rest.n);
	return true;
}

/* A fraction of a second. */
static void
skip_fraction(struct str *s)
{
	if (s->n > 1 && strchr(".,", s->p[0]) && str_is_digit(s->p[1]))
		*s = str_sub(*s, 1 + date_time_digits(str_sub(*s, 1, s->n)), s->n);
}

/* 150209 or 1502; behind a T also 15. */
static bool
take_compact(struct str *s, struct date_fields *f, bool has_t)
{
	size_t n = date_time_digits(*s);
	bool is_hour = has_t && n == 2 && (s->n == 2 || strchr("Zz+-", s->p[2]));

	if (n != 6 && n != 4 && !is_hour)
		return false;
	f->hour = (int)num_take(s, 2);
	if (n > 2)
		f->minute = (int)num_take(s, 2);
	if (n == 6)
		f->second = (int)num_take(s, 2);
	skip_fraction(s);
	return true;
}

/* 15:02, 15:02:09.5, 15시 2분. */
static bool
take_clock(struct str *s, struct date_fields *f)
{
	static const char *const hours[] = { "시", "時", "时" };
	struct str rest = *s, after;
	int hour;

	if (!date_time_number(&rest, 1, 2, &hour))
		return false;
	after = rest;
	for (size_t i = 0; i < sizeof hours / sizeof *hours; i++)
		if (str_starts(rest, hours[i]))
			after = str_sub(rest, strlen(hours[i]), rest.n);
	if (after.n == rest.n && !str_starts(rest, ":"))
		return false;
	rest = after;
	if (take_below(&rest, "분", &f->minute) || take_below(&rest, "分", &f->minute))
		(void)(take_below(&rest, "초", &f->second) || take_below(&rest, "秒", &f->second));
	else if (str_starts(rest, ":"))
		return false;
	skip_fraction(&rest);
	f->hour = hour;
	*s = rest;
	return true;
}

/* The hour of a clock of twelve, by the part of the day. */
static int
hour_of(int hour, enum date_part part)
{
	switch (part) {
	case DATE_AM:
		return hour == 12 ? 0 : hour;
	case DATE_NOON:
		return hour < 6 ? hour + 12 : hour;
	case DATE_NIGHT:
		return hour == 12 ? 24 : hour > 5 && hour < 12 ? hour + 12 : hour;
	default:
		return hour < 12 ? hour + 12 : hour;
	}
}

/* What may stand between day and time: "(수)", "수요일", "at", a dash. */
static void
skip_between(struct str *s)
{
	static const char *const marks[] = { "at ", "(", ")", "- ", "– ", "|", "/ ", "·", "@ ", "_" };
	bool has_more = true;

	while (has_more) {
		has_more = false;
		date_time_blanks(s);
		for (size_t i = 0; i < sizeof marks / sizeof *marks && !has_more; i++)
			if (str_starts(*s, marks[i])) {
				*s = str_sub(*s, strlen(marks[i]), s->n);
				has_more = true;
			}
		if (!has_more)
			has_more = date_names_weekday(s);
	}
}

/* "10 a.m.", as far as the hour. */
static bool
take_hour(struct str *s, struct date_fields *f)
{
	struct str rest = *s, after;
	enum date_part part;
	int hour;

	if (!date_time_number(&rest, 1, 2, &hour) || hour > 12)
		return false;
	after = rest;
	date_time_blanks(&after);
	if (!after.n || !strchr("AaPp", after.p[0]) || !date_names_part(&after, &part))
		return false;
	f->hour = hour;
	*s = rest;
	return true;
}

/* A time that is a word: 정오, midnight. */
static bool
take_noon(struct str *s, struct date_fields *f)
{
	if (!date_names_noon(s, &f->hour))
		return false;
	f->has_time = true;
	return true;
}

void
date_time_take(struct str *s, struct date_fields *f)
{
	struct str rest = *s, after;
	enum date_part part;

	if (str_starts_icase(rest, "T"))
		rest = str_sub(rest, 1, rest.n);
	bool has_t = rest.n < s->n;
	if ((has_t || str_is_digit(rest.n ? rest.p[0] : ' ')) && take_compact(&rest, f, has_t)) {
		f->has_time = true;
		f->has_t = has_t;
		*s = rest;
		return;
	}
	skip_between(&rest);
	if (take_noon(&rest, f)) {
		*s = rest;
		return;
	}
	bool has_part = date_names_part(&rest, &part);
	date_time_blanks(&rest);
	if (!take_clock(&rest, f) && !take_hour(&rest, f))
		return;
	*s = after = rest;
	f->has_time = true;
	f->has_t = has_t;
	date_time_blanks(&after);
	if (!has_part && date_names_part(&after, &part)) {
		has_part = true;
		*s = after;
	}
	if (has_part)
		f->hour = hour_of(f->hour, part);
	f->is_night = has_part && part == DATE_NIGHT;
}

/* "+0900", "-05:00", "+9", "-01:01". */
static bool
take_offset(struct str *s, int *minutes)
{
	struct str rest = *s;
	int hour, minute = 0;

	if (!rest.n || !strchr("+-", rest.p[0]))
		return false;
	bool is_west = rest.p[0] == '-';
	rest = str_sub(rest, 1, rest.n);
	size_t n = date_time_digits(rest);
	if (n == 0 || n > 4)
		return false;
	hour = (int)num_take(&rest, n > 2 ? (int)n - 2 : (int)n);
	if (n > 2)
		minute = (int)num_take(&rest, 2);
	else if (str_starts(rest, ":") && !take_below(&rest, "", &minute))
		return false;
	if (hour > 15 || minute > 59)
		return false;
	*minutes = (is_west ? -1 : 1) * (hour * 60 + minute);
	*s = rest;
	return true;
}

/* The four letters that RFC 822 5.1 gives as its military zones. */
static bool
take_military_zone(struct str *s, int *minutes)
{
	static const char letters[] = "AMNY";
	static const int hours[] = { -1, -12, 1, 12 };
	const char *at = s->n == 1 ? strchr(letters, s->p[0]) : NULL;

	if (!at)
		return false;
	*minutes = hours[at - letters] * 60;
	*s = STR_NONE;
	return true;
}

/* "Europe/Paris": whether it is summer there is nothing we know; read as UTC. */
static bool
take_place(struct str *s)
{
	struct str word = *s, area, city;
	size_t n = 0;

	while (n < s->n && !str_is_space(s->p[n]) && s->p[n] != ')')
		n++;
	word = str_sub(*s, 0, n);
	if (!str_cut(word, '/', &area, &city) || area.n < 3 || city.n < 3 || !str_is_alpha(area.p[0]) || !str_is_alpha(city.p[0]))
		return false;
	*s = str_sub(*s, n, s->n);
	return true;
}

/* A zone's name that we do not know, in capitals: RFC 5322 4.3 has it read as UTC. */
static bool
take_unknown_zone(struct str *s)
{
	size_t n = 0;

	while (n < s->n && s->p[n] >= 'A' && s->p[n] <= 'Z')
		n++;
	if (n < 2 || n > 5 || (n < s->n && (str_is_alpha(s->p[n]) || str_is_digit(s->p[n]))))
		return false;
	*s = str_sub(*s, n, s->n);
	return true;
}

/* What programs write behind the zone: its place in brackets (Java), the zone again and the time since they were started (Go). */
static void
skip_behind_zone(struct str *s)
{
	struct str rest = *s;
	int unused;

	if (str_starts(rest, "[") && str_find_char(rest, ']') < rest.n) {
		*s = str_sub(rest, str_find_char(rest, ']') + 1, rest.n);
		return;
	}
	date_time_blanks(&rest);
	if (rest.n < s->n && take_offset(&rest, &unused))
		*s = rest;
	date_time_blanks(&rest);
	if (str_starts(rest, "m=+") || str_starts(rest, "m=-"))
		*s = STR_NONE;
}

/* "KST", "GMT+9", "+0900 (KST)". A number for a zone outweighs a name. */
void
date_time_zone(struct str *s, struct date_fields *f)
{
	struct str rest = *s;
	int unused;

	date_time_blanks(&rest);
	if (str_starts(rest, "("))
		rest = str_sub(rest, 1, rest.n);
	bool has_name = date_names_zone(&rest, &f->zone_min);
	f->has_zone = take_offset(&rest, &f->zone_min) || has_name || (f->has_time && (take_unknown_zone(&rest) ||
		take_military_zone(&rest, &f->zone_min) || take_place(&rest)));
	if (!f->has_zone)
		return;
	if (str_starts(rest, ")"))
		rest = str_sub(rest, 1, rest.n);
	*s = rest;
	date_time_blanks(&rest);
	if (!has_name && date_names_zone(&rest, &unused))
		*s = rest;
	if (str_starts(rest, "(") && str_find_char(rest, ')') < rest.n)
		*s = str_sub(rest, str_find_char(rest, ')') + 1, rest.n);
	skip_behind_zone(s);
}

static int
days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && is_leap ? 29 : days[month - 1];
}

bool
date_time_is_valid(const struct date_fields *f)
{
	bool is_midnight = f->hour == 24 && (f->is_night || (!f->minute && !f->second));

	if (f->year < 1 || f->month < 1 || f->month > 12 || f->day < 1 || f->day > days_in(f->year, f->month))
		return false;
	if (f->has_t)
		return f->hour < 48;
	return f->day_of_year <= 366 && (f->hour < 24 || is_midnight) && f->minute < 60 && f->second <= 60;
}
