#include "ui/options.h"

#include <stdlib.h>

#include "store/alias.h"
#include "ui/gallery_way.h"
#include "ui/view_sidebar.h"

int
options_add_aliases(struct store *s, const struct ui_opts *opts, struct err *err)
{
	for (size_t i = 0; i < opts->n_tags; i++)
		for (size_t k = 0; k < opts->tags[i].n_aliases; k++)
			if (alias_add(s, opts->tags[i].aliases[k], opts->tags[i].name, err) < 0)
				return -1;
	return 0;
}

static void
take_row_format(struct app *app, const struct ui_opts *opts)
{
	const char *fault;
	size_t at;

	arena_reset(&app->row_arena);
	if (opts->row_format)
		app->row_format = *opts->row_format;
	else
		(void)row_format_parse(&app->row_arena, str_lit(ROW_FORMAT_USUAL), &app->row_format, &at, &fault);
}

void
options_ask_ground(struct app *app)
{
	if (app->opts.theme == COLOR_THEME_AUTO && probe_tells_ground(getenv("TERM")))
		(void)buf_puts(&app->control, PROBE_GROUND);
}

void
options_take_ground(struct app *app, enum probe_ground ground)
{
	app->looks.ground = ground;
	looks_choose(&app->looks, app->opts.theme);
	app->wants_redraw = true;
}

void
options_take(struct app *app, const struct ui_opts *opts)
{
	if (opts->layout != app->opts.layout) /* a key may have changed it meanwhile */
		app->layout = opts->layout;
	if (opts->language != app->opts.language)
		tr_use(opts->language);
	app->opts = *opts;
	app->wrap = opts->wrap;
	app->text_cols = opts->text_cols ? opts->text_cols : APP_TEXT_COLS;
	app->links = opts->links;
	app->has_title = opts->has_title;
	app->clipboard.program = opts->copy;
	app->pipe_form = opts->pipe_form;
	app->tags = opts->tags;
	app->n_tags = opts->n_tags;
	app->keys.keymap = opts->keymap;
	app->looks.paints = opts->paints;
	app->looks.n = opts->n_paints;
	looks_choose(&app->looks, opts->theme);
	app->wants_redraw = true;
	gallery_way_set(&app->gallery, opts);
	take_row_format(app, opts);
	app_set_views(app, &opts->names);
	view_sidebar_translate(app->views[APP_SIDEBAR]);
}
