#include "ui/printout.h"

#include <inttypes.h>

#include "base/tr.h"
#include "ui/app.h"
#include "ui/job_start.h"

enum { POSTS_MAX = 50000 /* a command line has room for twice as many */, WORDS_MAX = 4 };

static const struct {
	const char *words[WORDS_MAX], *endings; /* of our program; of names, with blanks between */
} forms[PRINTOUT_FORMS] = {
	[PRINTOUT_TEXT] = { { "show", "--format", "text" }, ".txt .text" },
	[PRINTOUT_MARKDOWN] = { { "show", "--format", "markdown" }, ".md .markdown" },
	[PRINTOUT_HTML] = { { "show", "--format", "html" }, ".html .htm" },
	[PRINTOUT_JSON] = { { "show", "--format", "json" }, ".json" },
	[PRINTOUT_EPUB] = { { "export", "--epub" }, ".epub" },
};

enum printout_form
printout_form_of(struct str name)
{
	for (int form = 0; form < PRINTOUT_FORMS; form++) {
		struct str rest = str_of(forms[form].endings), ending;

		while ((ending = str_word(&rest)).n)
			if (name.n > ending.n && str_eq_icase(str_sub(name, name.n - ending.n, name.n), ending))
				return (enum printout_form)form;
	}
	return PRINTOUT_FORMS;
}

/* The words of the command; in the arena. */
static const char *const *
make_argv(struct arena *a, const struct app *app, enum printout_form form, enum printout_telling telling, const int64_t *ids, size_t n)
{
	const char **argv = arena_new(a, const char *, WORDS_MAX + n + 4);
	size_t k = 0;

	argv[k++] = app->program;
	for (int i = 0; i < WORDS_MAX && forms[form].words[i]; i++)
		argv[k++] = forms[form].words[i];
	if (telling == PRINTOUT_TELLING)
		argv[k++] = "--progress";
	argv[k++] = "--";
	for (size_t i = 0; i < n; i++)
		argv[k++] = arena_printf(a, "%" PRId64, ids[i]).p;
	return argv;
}

int
printout_start(const struct app *app, struct job *job, enum printout_form form, enum printout_telling telling, const int64_t *ids, size_t n,
    int to, struct err *err)
{
	struct arena a = { 0 };
	int rc;

	if (!app->program)
		return err_set(err, ERR_FAILED, "%s", tr("cannot print the post"));
	if (!n) /* without numbers an export is one of all posts */
		return err_set(err, ERR_NOT_FOUND, "%s", tr("there is no post here"));
	if (n > POSTS_MAX)
		return err_set(err, ERR_USAGE, tr("%zu posts are marked; at most %d are printed at once"), n, POSTS_MAX);
	rc = job_start_print(job, make_argv(&a, app, form, telling, ids, n), to, err);
	arena_free(&a);
	return rc;
}

void
printout_complain(const struct job *job, int status, struct err *err)
{
	job_blame(job, status, tr("the post could not be printed (status %d)"), err);
}
