/*
 * Feeds whose hosts did not answer: many of them are told in one line, at the
 * end.
 */
#ifndef FRONT_FRONT_SILENT_H
#define FRONT_FRONT_SILENT_H

#include "base/vec.h"
#include "sync/sync.h"

struct front_silent_feed {
	struct str name;
	const char *text; /* what is told of it alone */
};

/* Zero-initialise; front_silent_tell() frees it. */
struct front_silent {
	struct arena a;
	vec(struct front_silent_feed) v;
};

/* Whether the event is of one, which is kept then, with the name by which it is shown. */
bool front_silent_take(struct front_silent *s, const struct sync_event *event, struct str name);

void front_silent_tell(struct front_silent *s);

#endif
