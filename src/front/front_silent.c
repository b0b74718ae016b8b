#include "front/front_silent.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/feed_why.h"
#include "text/say.h"

enum {
	SILENT_MANY = 5, /* from so many on they are told in one line … */
	SILENT_NAMED = 5, /* … that names so many of them */
};

bool
front_silent_take(struct front_silent *s, const struct sync_event *event, struct str name)
{
	if (event->outcome != SYNC_FAILED || !str_is(feed_why_reason(event->why), "no-answer"))
		return false;
	*vec_add(&s->v) = (struct front_silent_feed){ arena_dup(&s->a, name), arena_cstr(&s->a, str_of(event->text)) };
	return true;
}

static void
tell_many(const struct front_silent *s)
{
	struct buf names = { 0 };
	size_t n = s->v.n;

	for (size_t i = 0; i < n && i < SILENT_NAMED; i++)
		(void)buf_printf(&names, "%s%.*s", i ? ", " : "", STR(s->v.v[i].name));
	if (n > SILENT_NAMED)
		(void)buf_puts(&names, ", …");
	say_err(tr("%zu feeds did not answer in time: %s; ‘sosik feeds --health’ tells of each"), n, buf_cstr(&names));
	buf_free(&names);
}

void
front_silent_tell(struct front_silent *s)
{
	if (s->v.n >= SILENT_MANY)
		tell_many(s);
	for (size_t i = 0; i < s->v.n && s->v.n < SILENT_MANY; i++)
		say_err("%.*s: %s", STR(s->v.v[i].name), s->v.v[i].text);
	vec_free(&s->v);
	arena_free(&s->a);
}
