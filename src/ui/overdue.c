#include "ui/overdue.h"

#include "base/clock.h"
#include "store/replay.h"
#include "store/writing.h"

enum { OVERDUE_MS = 2000 };

/* What begins to write takes all that is in the journal. */
static bool
is_taken(struct store *s)
{
	struct writing w;

	return !writing_begin(&w, s, NULL) && !writing_end(&w, 0, NULL);
}

void
overdue_step(struct overdue *o, struct app *app)
{
	bool is_tried = o->at != CLOCK_NONE;

	if (is_tried ? clock_mono_ms() < o->at : !app->is_error)
		return;
	o->at = CLOCK_NONE;
	if (!replay_is_due(app->store))
		return;
	if (is_tried && is_taken(app->store))
		app_reload(app);
	else
		o->at = clock_mono_ms() + OVERDUE_MS;
}
