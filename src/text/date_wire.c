#include "text/date_wire.h"

#include "base/clock.h"
#include "base/num.h"
#include "text/date_time.h"

/* Exactly n digits. */
static bool
take_digits(struct str *s, size_t n, int *ret)
{
	if (date_time_digits(str_sub(*s, 0, n)) < n)
		return false;
	*ret = (int)num_take(s, (int)n);
	return true;
}

static bool
take_char(struct str *s, char c)
{
	if (!s->n || s->p[0] != c)
		return false;
	*s = str_sub(*s, 1, s->n);
	return true;
}

static bool
take_month(struct str *s, int *ret)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct str name = str_sub(*s, 0, 3);

	for (int i = 0; i < 12 && name.n == 3; i++)
		if (!memcmp(name.p, names + i * 3, 3)) {
			*ret = i + 1;
			*s = str_sub(*s, 3, s->n);
			return true;
		}
	return false;
}

/* 20:45:05 */
static bool
take_clock(struct str *s, struct date_fields *f)
{
	return take_digits(s, 2, &f->hour) && take_char(s, ':') && take_digits(s, 2, &f->minute) && take_char(s, ':') &&
	       take_digits(s, 2, &f->second);
}

/* "Z", "GMT", "+0900", "+09:00", and nothing behind. */
static bool
take_zone(struct str s, struct date_fields *f)
{
	bool is_west = s.n && s.p[0] == '-';
	int hour, minute;

	if (str_is(s, "Z") || str_is(s, "GMT") || str_is(s, "UTC"))
		return true;
	if (!take_char(&s, '+') && !take_char(&s, '-'))
		return false;
	if (!take_digits(&s, 2, &hour))
		return false;
	(void)take_char(&s, ':');
	if (!take_digits(&s, 2, &minute) || s.n || hour > 15 || minute > 59)
		return false;
	f->zone_min = (is_west ? -1 : 1) * (hour * 60 + minute);
	return true;
}

static bool
read_5322(struct str s, struct date_fields *f)
{
	if (s.n > 5 && str_is_alpha(s.p[0]) && s.p[3] == ',' && s.p[4] == ' ')
		s = str_sub(s, 5, s.n);
	if (!take_digits(&s, 2, &f->day) && !take_digits(&s, 1, &f->day))
		return false;
	return take_char(&s, ' ') && take_month(&s, &f->month) && take_char(&s, ' ') && take_digits(&s, 4, &f->year) &&
	       take_char(&s, ' ') && take_clock(&s, f) && take_char(&s, ' ') && take_zone(s, f);
}

static bool
read_3339(struct str s, struct date_fields *f)
{
	if (!take_digits(&s, 4, &f->year) || !take_char(&s, '-') || !take_digits(&s, 2, &f->month) || !take_char(&s, '-') ||
	    !take_digits(&s, 2, &f->day) || !take_char(&s, 'T') || !take_clock(&s, f))
		return false;
	if (take_char(&s, '.'))
		s = str_sub(s, date_time_digits(s), s.n);
	return take_zone(s, f);
}

bool
date_wire_read(struct str s, int64_t *ret)
{
	struct date_fields f = { 0 };

	if (s.n < 20 || s.n > 40)
		return false;
	if (!(s.p[4] == '-' ? read_3339(s, &f) : read_5322(s, &f)) || !date_time_is_valid(&f))
		return false;
	*ret = clock_from_utc(f.year, f.month, f.day, f.hour, f.minute, f.second) - (int64_t)f.zone_min * 60;
	return true;
}
