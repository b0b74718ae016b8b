#include "text/date_read.h"

#include "base/clock.h"
#include "base/num.h"
#include "text/date_names.h"
#include "text/date_time.h"

enum { NO_YEAR = -1 };

/*
 * Forms of the day. Y four digits, y two, M D one or two digits, N a month's
 * name, O three digits (day of the year), m d exactly two digits, W optional
 * weekday; E the word "de"; a blank is any run of blanks and commas, none included; + at least
 * one; all else stands for itself. # in front: alone only. ? behind: the year
 * comes after the time (asctime).
 */
static const char *const forms[] = {
	"Y년 M월 D일", "y년 M월 D일", "Y년 M월", "D+M월+Y", "M월 D일", "Y年 M月 D日",
	"Y-M-D", "Y/M/D", "Y. M. D.", "Y. M. D", "Y.M.D",
	"#Y-0m-d", "#Y-O", "#y-m-d", "#y. M. D.", "#y. M. D", "y.m.d.", "y.m.d", "#y/m/d", "#M/D/Y", "#D/M/Y", "#D.M.Y",
	"N+D+Y", "D+N+Y", "#D. N Y", "#D+E+N+E+Y", "#Y+M+D", "#M월+D?", "#Y N D", "#D N Y", "#D-N-Y", "#D N,Y", "#D-N-y", "#D N y",
	"#D+M+Y", "#D-M-Y", "#D/N/Y", "#Y-N-D",
	"#N+D?", "#Ymd", "#ymd", "#yO", "#YO", "#y-O", "#-y-m", "#-ym", "#Y-m", "#Y/m", "#N+Y", "#Y",
};

static int
full_year(int year)
{
	return year < 69 ? 2000 + year : 1900 + year;
}

/* "5th" */
static void
skip_ordinal(struct str *s)
{
	static const char *const ends[] = { "st", "nd", "rd", "th" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_starts_icase(*s, ends[i]) && (s->n == 2 || !str_is_alpha(s->p[2]))) {
			*s = str_sub(*s, 2, s->n);
			return;
		}
}

/* One letter of a form. */
static bool
take_part(struct str *s, char what, struct date_fields *f)
{
	int value = 0;
	bool is_ok;

	switch (what) {
	case 'Y':
		is_ok = date_time_number(s, 4, 4, &f->year);
		return is_ok;
	case 'y':
		is_ok = date_time_number(s, 2, 2, &value);
		f->year = full_year(value);
		return is_ok;
	case 'M':
		return date_time_number(s, 1, 2, &f->month);
	case 'D':
		is_ok = date_time_number(s, 1, 2, &f->day);
		skip_ordinal(s);
		return is_ok;
	case 'm':
		return date_time_number(s, 2, 2, &f->month);
	case 'd':
		return date_time_number(s, 2, 2, &f->day);
	case 'O':
		return date_time_number(s, 3, 3, &f->day_of_year);
	default:
		is_ok = date_names_month(s, &f->month);
		if (is_ok && str_starts(*s, "."))
			*s = str_sub(*s, 1, s->n);
		return is_ok;
	}
}

static bool
take_form(struct str *s, const char *form, struct date_fields *f)
{
	struct str rest = *s;
	bool is_compact = !strcmp(form, "Ymd"); /* the time may follow at once */

	*f = (struct date_fields){ .year = NO_YEAR, .day = 1, .month = 1 };
	for (; *form && *form != '?'; form++) {
		if (strchr("YyMDmdON", *form)) {
			if (!take_part(&rest, *form, f))
				return false;
		} else if (*form == ' ' || *form == '+') {
			size_t before = rest.n;

			date_time_blanks(&rest);
			if (*form == '+' && rest.n == before)
				return false;
		} else if (*form == 'E') {
			if (!str_starts_icase(rest, "de"))
				return false;
			rest = str_sub(rest, 2, rest.n);
		} else if (rest.n && rest.p[0] == *form) {
			rest = str_sub(rest, 1, rest.n);
		} else {
			return false;
		}
	}
	size_t more = (unsigned char)form[-1] < 0x80 ? date_time_digits(rest) : 0; /* 일 ends the day */
	if (more && !((more == 4 || more == 6) && is_compact))
		return false;
	*s = rest;
	return true;
}

/* A day without a year is the last one of its kind that is not in the future. */
static void
add_year(struct date_fields *f, const struct date_now *now)
{
	struct tm today;

	clock_utc(now->now + now->zone_min * 60, &today);
	f->year = today.tm_year + 1900;
	if (f->month > today.tm_mon + 1 || (f->month == today.tm_mon + 1 && f->day > today.tm_mday + 1))
		f->year--;
}

static int64_t
time_of(struct date_fields *f, const struct date_now *now)
{
	if (f->year == NO_YEAR)
		add_year(f, now);
	if (!date_time_is_valid(f))
		return CLOCK_NONE;
	if (!f->has_zone)
		f->zone_min = now->zone_min;
	int64_t t = clock_from_utc(f->year, f->month, f->day, f->hour, f->minute, f->second);
	if (f->day_of_year)
		t += (int64_t)(f->day_of_year - 1) * 86400;
	return t - (int64_t)f->zone_min * 60;
}

/* The form's date and what follows it. */
static int64_t
read_form(struct str *s, const char *form, const struct date_now *now)
{
	struct str rest = *s;
	struct date_fields f;

	if (!take_form(&rest, form, &f))
		return CLOCK_NONE;
	date_time_take(&rest, &f);
	/* A day has a zone of its own only right behind it: 2025-02-05Z. */
	if (f.has_time || (rest.n && strchr("Zz+-", rest.p[0]) && strpbrk(form, "DdO")))
		date_time_zone(&rest, &f);
	if (str_ends(str_of(form), "?")) {
		date_time_blanks(&rest);
		if (!f.has_time || !date_time_number(&rest, 4, 4, &f.year))
			return CLOCK_NONE;
	}
	int64_t t = time_of(&f, now);
	if (t != CLOCK_NONE)
		*s = rest;
	return t;
}

/* "어제 오후 3:02": midnight of that day, or its time. */
static int64_t
read_day(struct str *s, const struct date_now *now)
{
	struct date_fields f = { 0 };
	struct str rest = *s;
	struct tm tm;
	int days;

	if (!date_names_day(&rest, &days))
		return CLOCK_NONE;
	date_time_take(&rest, &f);
	clock_utc(now->now + now->zone_min * 60 + days * 86400, &tm);
	f.year = tm.tm_year + 1900;
	f.month = tm.tm_mon + 1;
	f.day = tm.tm_mday;
	int64_t t = time_of(&f, now);
	if (t != CLOCK_NONE)
		*s = rest;
	return t;
}

static bool
take_word(struct str *s, const char *word)
{
	date_time_blanks(s);
	if (!str_starts_icase(*s, word))
		return false;
	*s = str_sub(*s, strlen(word), s->n);
	return true;
}

/* "3시간 전", "한 달 전", "2 days ago", "방금". */
static int64_t
read_ago(struct str *s, const struct date_now *now)
{
	struct str rest = *s;
	int count, unit;

	if (take_word(&rest, "방금") || take_word(&rest, "just now") || take_word(&rest, "지금")) {
		*s = rest;
		(void)take_word(s, "전");
		return now->now;
	}
	if (!date_time_number(&rest, 1, 4, &count) && !date_names_count(&rest, &count))
		return CLOCK_NONE;
	date_time_blanks(&rest);
	if (!date_names_unit(&rest, &unit))
		return CLOCK_NONE;
	if (!take_word(&rest, "전") && !take_word(&rest, "ago"))
		return CLOCK_NONE;
	*s = rest;
	return now->now - (int64_t)count * unit;
}

/* Where a date in a line may end: "2025.02.05.1" is none, "3시간 전에" is prose. */
static bool
ends_well(struct str rest)
{
	size_t dot = rest.n > 1 && strchr(".-/", rest.p[0]) ? 1 : 0;

	return !rest.n || !(str_is_alpha(rest.p[dot]) || str_is_digit(rest.p[dot]) || (unsigned char)rest.p[0] >= 0x80);
}

/* Whether the form begins with a number. Most places that are looked at begin with none. */
static bool
begins_with_number(const char *form)
{
	return strchr("YyMDO", *form) != NULL;
}

/* Whether a form may begin here that has words around it: with a number or the name of a month. */
static bool
may_begin(struct str s)
{
	int unused;

	return s.n && (str_is_digit(s.p[0]) || date_names_month(&s, &unused));
}

/* The first form that takes the most. */
static int64_t
read_forms(struct str *s, const struct date_now *now, enum date_place place)
{
	int64_t t = CLOCK_NONE;
	struct str best = *s;
	bool is_number = s->n && str_is_digit(s->p[0]);

	if (place != DATE_ALONE && !may_begin(*s))
		return t;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const char *form = forms[i];
		struct str rest = *s;

		if (*form == '#' && place != DATE_ALONE)
			continue;
		form += *form == '#';
		if (!is_number && begins_with_number(form))
			continue;
		int64_t read = read_form(&rest, form, now);
		if (read != CLOCK_NONE && (t == CLOCK_NONE || rest.n < best.n)) {
			t = read;
			best = rest;
		}
	}
	*s = best;
	return t;
}

/* "오후 3:02 2025-02-05", "9:39AM BST 05 Oct 2011": a day without a time of its own behind one. */
static int64_t
read_time_first(struct str *s, const struct date_now *now, enum date_place place)
{
	struct date_fields f = { 0 };
	struct str rest = *s, day;
	int64_t t;

	if (now->is_clockless || (place == DATE_IN_TEXT && !date_time_is_in(*s))) /* as in most lines that are looked through */
		return CLOCK_NONE;
	date_time_take(&rest, &f);
	if (!date_time_is_in(str_sub(*s, 0, s->n - rest.n)) || f.has_t || f.hour > 24 || f.minute > 59 || f.second > 59)
		return CLOCK_NONE;
	date_time_blanks(&rest);
	f.has_zone = date_names_zone(&rest, &f.zone_min);
	date_time_blanks(&rest);
	day = rest;
	t = read_forms(&rest, now, place);
	if (t == CLOCK_NONE)
		return t;
	*s = rest;
	if (date_time_is_in(str_sub(day, 0, day.n - rest.n)))
		return t;
	if (f.has_zone)
		t += (int64_t)(now->zone_min - f.zone_min) * 60;
	return t + f.hour * 3600 + f.minute * 60 + f.second;
}

int64_t
date_read(struct str *s, const struct date_now *now, enum date_place place)
{
	struct str best = *s;
	int64_t t = read_forms(&best, now, place);

	if (t == CLOCK_NONE)
		t = read_time_first(&best, now, place);
	if (t == CLOCK_NONE)
		t = read_day(&best, now);
	if (t == CLOCK_NONE)
		t = read_ago(&best, now);
	if (t == CLOCK_NONE || (place == DATE_IN_TEXT && !ends_well(best)))
		return CLOCK_NONE;
	*s = best;
	return t;
}
