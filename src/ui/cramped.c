#include "ui/cramped.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/command.h"
#include "ui/paragraph.h"
#include "ui/theme.h"

enum { CTRL_C = 'c' & 0x1f, CTRL_Z = 'z' & 0x1f };

bool
cramped_is(const struct app *app)
{
	return app->screen.rows < CRAMPED_BELOW_ROWS || app->screen.cols < CRAMPED_BELOW_COLS;
}

void
cramped_draw(struct app *app)
{
	struct screen *s = &app->screen;
	struct buf text = { 0 };

	(void)buf_printf(&text, tr("too small: %dx%d; it takes %dx%d (q: quit)"), s->cols, s->rows, CRAMPED_BELOW_COLS, CRAMPED_BELOW_ROWS);
	(void)paragraph_draw(s, (struct screen_box){ 0, 0, s->rows, s->cols }, THEME_TEXT, buf_str(&text));
	buf_free(&text);
}

bool
cramped_takes(struct app *app, int32_t key)
{
	int32_t latin[8];

	if (!cramped_is(app))
		return false;
	(void)app_is_pasted(app, key);
	(void)keys_latin(&app->keys, key, latin);
	if (app->is_pasting)
		return true;
	if (latin[0] == 'q' || latin[0] == 'Q' || key == CTRL_C)
		command_act(app, ACTION_QUIT, 0);
	else if (key == CTRL_Z)
		command_act(app, ACTION_SUSPEND, 0);
	return true;
}
