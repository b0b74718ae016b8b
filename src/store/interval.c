#include "store/interval.h"

#include "base/limits.h"

enum {
	EVERY_S = 3600,            /* of a feed that nothing is known of: what most readers use, and hosts are used to */
	EVERY_MIN_S = 30 * 60,     /* of our own accord */
	RETRY_S = 30 * 60,         /* after the first failure */
	RETRY_DOUBLINGS = 6,
	SHARE = 4,                 /* asked so many times between two posts */
	EARLY = 20,                /* a part of an interval that does not count: a timer comes at full minutes */
	EARLY_MAX_S = 5 * 60,
	SKIP_DAYS = 24,            /* FEED_SKIP_DAYS */
	ALL_HOURS = (1 << SKIP_DAYS) - 1, ALL_DAYS = (1 << 7) - 1,
	HOUR_S = 3600,
};

static int64_t
at_least(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static int64_t
at_most(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* By how often the blog posts; one that has been silent for longer than that is asked less and less. */
static int64_t
by_rhythm(const struct interval *what)
{
	int64_t age;

	if (what->newest == CLOCK_NONE)
		return EVERY_S;
	age = at_least(what->tried - what->newest, 0);
	return at_most(at_least(at_least(what->gap_s, age / SHARE) / SHARE, EVERY_MIN_S), LIMIT_HELD_S);
}

/* every= as it counts; 0 for none. */
static int64_t
asked(int64_t every_s)
{
	return every_s > 0 ? at_most(at_least(every_s, INTERVAL_ASKED_MIN_S), INTERVAL_ASKED_MAX_S) : 0;
}

static int64_t
longest(int64_t every_s)
{
	return at_least(asked(every_s), LIMIT_HELD_S);
}

/* Never sooner than the answer is old. */
static int64_t
after_success(const struct interval *what)
{
	int64_t wait = asked(what->every_s);

	if (!wait)
		wait = at_least(by_rhythm(what), what->ttl_s);
	wait = at_most(at_least(wait, what->fresh_s), longest(what->every_s));
	return at_least(wait - at_most(wait / EARLY, EARLY_MAX_S), at_most(what->fresh_s, wait));
}

/* Twice as long after each, less up to a quarter, so that those that failed together do not come together. */
static int64_t
after_failure(const struct interval *what)
{
	int64_t wait = asked(what->every_s), doublings = at_most(what->fails - 1, RETRY_DOUBLINGS);

	wait = wait && wait < RETRY_S ? wait : RETRY_S;
	wait = at_most(wait << doublings, LIMIT_HELD_S);
	return wait - wait / 4 * (what->seed & 0xff) / 0x100;
}

/* Whether the feed says that nobody should come in this hour, or on this day. All of them is no answer. */
static bool
is_skipped(int64_t skip, int64_t t)
{
	int64_t hours = skip & ALL_HOURS, days = skip >> SKIP_DAYS & ALL_DAYS;
	struct tm utc;

	clock_utc(t, &utc);
	return (hours != ALL_HOURS && hours >> utc.tm_hour & 1) || (days != ALL_DAYS && days >> utc.tm_wday & 1);
}

int64_t
interval_due(const struct interval *what)
{
	int64_t due = what->tried + (what->fails > 0 ? after_failure(what) : after_success(what));
	int64_t last = what->tried + longest(what->every_s);

	while (what->skip && due < last && is_skipped(what->skip, due))
		due += HOUR_S - due % HOUR_S;
	return at_most(due, last);
}

bool
interval_is_due(int64_t due, int64_t tried, int64_t every_s, int64_t now)
{
	return due == CLOCK_NONE || due <= now || (tried != CLOCK_NONE && tried > now) || due - longest(every_s) > now;
}

bool
interval_is_held(int64_t held_until, int64_t now)
{
	return held_until != CLOCK_NONE && held_until > now && held_until - LIMIT_HELD_S <= now;
}

int64_t
interval_gap(const int64_t *dates, int n)
{
	return n > 1 && dates[0] > dates[n - 1] ? (dates[0] - dates[n - 1]) / (n - 1) : 0;
}
