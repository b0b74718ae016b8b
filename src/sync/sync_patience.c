#include "sync/sync_patience.h"

#include "base/clock.h"

enum { PATIENCE_MS = 500 };

static bool
wants_stop(void *of)
{
	struct sync_patience *p = of;

	if (!p->is_over(p->trip))
		return false;
	if (!p->over_ms)
		p->over_ms = clock_mono_ms();
	return clock_mono_ms() - p->over_ms >= PATIENCE_MS;
}

void
sync_patience_begin(struct sync_patience *p, struct store *s, bool (*is_over)(const void *trip), const void *trip)
{
	*p = (struct sync_patience){ .is_over = is_over, .trip = trip };
	store_watch(s, wants_stop, p);
}
