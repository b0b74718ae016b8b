#include "ui/editing.h"

#include <stdlib.h>

#include "base/path.h"
#include "base/proc.h"
#include "text/argv.h"
#include "ui/app.h"
#include "ui/browser_args.h"

static struct str
editor(void)
{
	static const char *const variables[] = { "VISUAL", "EDITOR" };

	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		const char *value = getenv(variables[i]);

		if (value && str_trim(str_of(value)).n)
			return str_of(value);
	}
	return str_lit("vi");
}

void
editing_feeds(struct app *app)
{
	const char *const *words;
	struct arena a = { 0 };
	struct path file;
	struct err err;

	if (path_config(&file, "feeds", &err) < 0 || argv_split(&a, editor(), &words, NULL, &err) < 0)
		app_fail(app, &err);
	else {
		subscriptions_edit(app);
		outside_want(app, browser_args(&a, words, file.p), PROC_SAME, false);
	}
	arena_free(&a);
}
