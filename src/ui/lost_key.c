#include "ui/lost_key.h"

#include "base/tr.h"
#include "ui/app.h"

/* In the order in which they are looked through; of letters as in ui/action.h. */
static const struct {
	char letter;
	const char *name;
} views[] = {
	{ 'L', N_("the list") }, { 'A', N_("the article") }, { 'S', N_("the sidebar") }, { 'O', N_("the outline") }, { 'K', N_("the links") },
	{ 'C', N_("the catalogue") }, { 'F', N_("the feeds") }, { 'T', N_("the tags") }, { 'M', N_("the messages") }, { 'H', N_("the help") },
};

/* A binding of another view: of these keys, else of longer ones that begin so. */
static const struct keys_binding *
find(const struct keys *keys, const char **view)
{
	const struct keys_binding *(*const ways[])(const struct keys *k, char view, const int32_t *keys, int n) = { keys_find, keys_longer };

	for (size_t way = 0; way < sizeof ways / sizeof *ways; way++)
		for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
			const struct keys_binding *found = ways[way](keys, views[i].letter, keys->pending, keys->n_lost);

			*view = views[i].name;
			if (found)
				return found;
		}
	return NULL;
}

/* What it does, in few words. */
static struct str
what_is(const struct keys_binding *binding)
{
	struct str text = buf_str(&binding->commands);

	if (binding->action != ACTION_NONE)
		(void)str_cut(str_of(tr(keys_info(binding->action)->help)), ';', &text, NULL);
	return text;
}

void
lost_key_tell(struct app *app)
{
	const char *view;
	const struct keys_binding *found = find(&app->keys, &view);
	bool is_help = app->focus == APP_HELP;
	struct buf name = { 0 };

	if (found) {
		keys_name(found->keys, found->n, &name);
		app_say(app, is_help ? tr("‘%s’ is a key of %s (%.*s); q goes back") : tr("‘%s’ is a key of %s (%.*s); ? shows those here"),
			buf_cstr(&name), tr(view), STR(what_is(found)));
	} else
		app_say(app, "%s", is_help ? tr("no such key here; q goes back") : tr("no such key here; ? shows the keys"));
	buf_free(&name);
}
