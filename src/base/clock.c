#include "base/clock.h"

#include <string.h>

static int64_t clock_fixed = CLOCK_NONE;
static int64_t clock_slept; /* for a test */

int64_t
clock_now(void)
{
	return clock_fixed != CLOCK_NONE ? clock_fixed : (int64_t)time(NULL);
}

void
clock_set(int64_t now)
{
	clock_fixed = now;
}

static int64_t
milliseconds(clockid_t clock)
{
	struct timespec ts;

	clock_gettime(clock, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t
clock_mono_ms(void)
{
	return milliseconds(CLOCK_MONOTONIC);
}

int64_t
clock_slept_ms(void)
{
	return milliseconds(CLOCK_BOOTTIME) - milliseconds(CLOCK_MONOTONIC) + clock_slept;
}

void
clock_sleep(int64_t ms)
{
	clock_slept += ms;
}

int64_t
clock_cpu_ms(void)
{
	return milliseconds(CLOCK_PROCESS_CPUTIME_ID);
}

void
clock_local(int64_t t, struct tm *ret)
{
	time_t seconds = (time_t)t;

	if (!localtime_r(&seconds, ret))
		memset(ret, 0, sizeof *ret);
}

void
clock_utc(int64_t t, struct tm *ret)
{
	time_t seconds = (time_t)t;

	if (!gmtime_r(&seconds, ret))
		memset(ret, 0, sizeof *ret);
}

/* Days since 1970-01-01 of a date in the Gregorian calendar, counting years from March. */
static int64_t
days_of(int64_t year, int month, int day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int64_t
clock_from_utc(int year, int month, int day, int hour, int minute, int second)
{
	return ((days_of(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
}

int64_t
clock_from_local(int year, int month, int day, int hour, int minute, int second)
{
	struct tm tm = {
		.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day, .tm_hour = hour, .tm_min = minute, .tm_sec = second,
		.tm_isdst = -1,
	};

	return mktime(&tm);
}
