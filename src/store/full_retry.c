#include "store/full_retry.h"

#include "base/clock.h"

enum { HOUR = 3600, DAY = 24 * HOUR };

/* How long to wait behind each failure but the last. */
struct plan {
	const int64_t *waits;
	int64_t n;
};

/* What is likely to pass: a network, a server that is busy; and what a site would have to change. */
static const int64_t passing[] = { HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY };
static const int64_t lasting[] = { DAY, 3 * DAY };

static struct plan
plan_of(enum full_how how)
{
	switch (how) {
	case FULL_FINE:
	case FULL_PART:
	case FULL_SHORTER:
	case FULL_UNREACHED:
	case FULL_HTTP:
	case FULL_LIMIT:
		return (struct plan){ passing, sizeof passing / sizeof *passing };
	case FULL_REFUSED:
	case FULL_NO_PAGE:
		return (struct plan){ lasting, 0 };
	default:
		return (struct plan){ lasting, sizeof lasting / sizeof *lasting };
	}
}

int64_t
full_retry_max(enum full_how how)
{
	return plan_of(how).n + 1;
}

int64_t
full_retry_at(enum full_how how, int64_t fails, int64_t tried)
{
	struct plan plan = plan_of(how);

	if (tried == CLOCK_NONE || !plan.n)
		return CLOCK_NONE;
	if (fails > plan.n)
		fails = plan.n;
	return tried + plan.waits[fails > 0 ? fails - 1 : 0];
}

bool
full_retry_is_due(enum full_how how, int64_t fails, int64_t tried, int64_t now)
{
	int64_t at = full_retry_at(how, fails, tried);

	return at == CLOCK_NONE || tried > now || now >= at;
}
