#include "front/front_show.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/tr.h"
#include "front/front_open.h"
#include "front/front_show_lines.h"
#include "front/front_show_program.h"
#include "text/say.h"

void
front_show_begin(struct front_show *show, enum front_show_how how)
{
	static const struct front_face *(*const faces[])(void) = {
		[FRONT_SHOW_LINES] = front_show_lines,
		[FRONT_SHOW_QUIET] = front_show_program_quiet,
		[FRONT_SHOW_PROGRESS] = front_show_program_progress,
		[FRONT_SHOW_JSON] = front_show_program_json,
	};

	*show = (struct front_show){ .face = faces[how](), .is_quiet = how == FRONT_SHOW_QUIET, .began_ms = clock_mono_ms() };
	show->line.is_on = how == FRONT_SHOW_LINES && isatty(STDOUT_FILENO);
}

int
front_show_open(void *user, struct store **ret, enum store_mode mode, char notice[256], struct err *err)
{
	const struct front_show *show = user;

	return front_open_store(ret, mode, show->is_quiet, notice, err);
}

void
front_show_event(void *user, const struct sync_event *event)
{
	struct front_show *show = user;

	front_status_count(&show->status, event);
	show->face->event(show, event);
}

void
front_show_state(void *user, enum sync_step step, size_t done, size_t total)
{
	struct front_show *show = user;

	front_status_note(&show->status, step, done, total, clock_mono_ms());
	if (show->face->state)
		show->face->state(show, step, done, total);
}

void
front_show_notice(void *user, const char *text)
{
	struct front_show *show = user;

	front_line_clear(&show->line);
	say_err("%s", text);
}

void
front_show_end(struct front_show *show, const struct sync_sum *sum)
{
	show->face->end(show, sum);
}

void
front_show_fail(struct front_show *show, const struct err *err)
{
	if (show->face->fail)
		show->face->fail(show, err);
}

void
front_show_remark(void *user, const char *text)
{
	struct front_show *show = user;

	if (show->face->remark)
		show->face->remark(show, text);
}

void
front_show_leave(struct front_show *show)
{
	front_line_clear(&show->line);
	front_silent_tell(&show->silent);
}
