#include "feed/tempo.h"

#include "base/num.h"
#include "feed/feed.h"

enum { TEMPO_MINUTES_MAX = 1000000, TEMPO_OFTEN_MAX = 100000 };

static const char *const days[] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };

static const struct {
	const char *name;
	int64_t minutes;
} periods[] = {
	{ "hourly", 60 }, { "daily", 24 * 60 }, { "weekly", 7 * 24 * 60 }, { "monthly", 30 * 24 * 60 }, { "yearly", 365 * 24 * 60 },
};

unsigned
tempo_hour(struct str text)
{
	int64_t hour;

	return num_parse(str_trim(text), 0, 24, &hour) ? 1u << hour % 24 : 0; /* RSS 0.91 counts from 1 to 24 */
}

unsigned
tempo_day(struct str text)
{
	text = str_trim(text);
	for (unsigned i = 0; i < sizeof days / sizeof *days; i++)
		if (str_is_icase(text, days[i]))
			return 1u << (FEED_SKIP_DAYS + i);
	return 0;
}

static int64_t
by_period(struct str period, struct str frequency)
{
	int64_t often = 1;

	(void)num_parse(str_trim(frequency), 1, TEMPO_OFTEN_MAX, &often);
	for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
		if (str_is_icase(str_trim(period), periods[i].name))
			return periods[i].minutes / often;
	return -1;
}

int64_t
tempo_minutes(struct str ttl, struct str period, struct str frequency)
{
	int64_t minutes = by_period(period, frequency), own = -1;

	(void)num_parse(str_trim(ttl), 0, TEMPO_MINUTES_MAX, &own);
	return own > minutes ? own : minutes;
}
