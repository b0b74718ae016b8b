#include "ui/ask.h"

#include "ui/app.h"
#include "ui/input.h"

void
ask_open(struct app *app, const struct ask *what, const char *label, struct str text)
{
	complete_end(&app->complete);
	buf_clear(&app->complete.hint);
	prompt_open(&app->prompt, label, text);
	app->prompt.history = what->history ? what->history(app) : NULL;
	app->asking = what;
}

static void
take_choice(struct app *app, int32_t key)
{
	const struct ask *what = app->asking;
	int32_t latin[8];

	if (app_is_pasted(app, key) || key == INPUT_NONE)
		return;
	(void)keys_latin(&app->keys, key, latin);
	buf_clear(&app->message);
	app->asking = NULL;
	what->chosen(app, latin[0] == 'y' || latin[0] == 'Y');
}

/* The line is typed. What fails stays to be mended: keys that were typed ahead are no commands. */
static void
finish(struct app *app)
{
	const struct ask *what = app->asking;
	struct buf text = { 0 };

	app->asking = NULL;
	(void)buf_add(&text, buf_str(&app->prompt.text));
	if (what->history)
		history_add(what->history(app), buf_str(&text));
	if (what->done(app, buf_str(&text)) < 0)
		app->asking = what;
	buf_free(&text);
}

void
ask_answer(struct app *app, struct str text)
{
	app->prompt.at = app->prompt.text.n;
	prompt_put(&app->prompt, 0, text);
	finish(app);
}

void
ask_key(struct app *app, int32_t key)
{
	const struct ask *what = app->asking;

	if (what->chosen) {
		take_choice(app, key);
		return;
	}
	buf_clear(&app->message);
	if (key != INPUT_TAB && key != INPUT_BACK_TAB)
		complete_end(&app->complete);
	switch (prompt_key(&app->prompt, key)) {
	case PROMPT_GOES_ON:
		if (what->typed)
			what->typed(app, buf_str(&app->prompt.text));
		return;
	case PROMPT_COMPLETE:
		if (what->tab)
			what->tab(app, key == INPUT_TAB ? 1 : -1);
		return;
	case PROMPT_CANCELLED:
		app->asking = NULL;
		if (what->dropped)
			what->dropped(app);
		return;
	case PROMPT_DONE:
		finish(app);
	}
}
