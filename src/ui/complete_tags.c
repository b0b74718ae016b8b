#include "ui/complete_tags.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/complete_names.h"

/* One without a sign is to be added. */
static void
find(struct app *app, bool has_states)
{
	struct str word = prompt_word(&app->prompt);
	struct str read = str_sub(word, 0, word.n && strchr("+-", *word.p) ? 1 : 0);
	struct str front = str_is(read, "-") ? read : str_lit("+");

	complete_begin(&app->complete, &app->prompt, app->prompt.at - word.n);
	complete_names_tags(app, read, front);
	if (has_states)
		complete_names_states(app, read, front);
}

void
complete_tags_show(struct app *app, bool has_states)
{
	find(app, has_states);
	complete_show(&app->complete);
}

void
complete_tags_step(struct app *app, int step, bool has_states)
{
	if (!app->complete.is_open)
		find(app, has_states);
	if (!app->complete.n)
		app_say(app, "%s", tr("no such tag yet; Enter makes it"));
	complete_step(&app->complete, &app->prompt, step, false);
}
