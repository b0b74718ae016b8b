#include "ui/printout.h"

#include <inttypes.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "base/proc.h"
#include "base/tr.h"
#include "ui/app.h"

enum { POSTS_MAX = 1000, WORDS_MAX = 4, COMPLAINT_BYTES = 4096 };

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
make_argv(struct arena *a, const struct app *app, enum printout_form form, const int64_t *ids, size_t n)
{
	const char **argv = arena_new(a, const char *, WORDS_MAX + n + 3);
	size_t k = 0;

	argv[k++] = app->program;
	for (int i = 0; i < WORDS_MAX && forms[form].words[i]; i++)
		argv[k++] = forms[form].words[i];
	argv[k++] = "--";
	for (size_t i = 0; i < n; i++)
		argv[k++] = arena_printf(a, "%" PRId64, ids[i]).p;
	return argv;
}

/* What the program said is wrong, in one line. */
static int
complain(int said, int status, struct err *err)
{
	struct buf text = BUF_CAPPED(COMPLAINT_BYTES);
	struct str rest, line = STR_NONE;

	if (lseek(said, 0, SEEK_SET) == 0 && !file_read_fd(said, "", COMPLAINT_BYTES, &text, NULL)) {
		rest = buf_str(&text);
		(void)str_line(&rest, &line);
	}
	if (str_starts(line, "sosik: "))
		line = str_sub(line, strlen("sosik: "), line.n);
	if (line.n)
		(void)err_set(err, ERR_FAILED, "%.*s", STR(line));
	else
		(void)err_set(err, ERR_FAILED, tr("the post could not be printed (status %d)"), status);
	buf_free(&text);
	return -1;
}

int
printout_write(const struct app *app, enum printout_form form, const int64_t *ids, size_t n, int fd, struct err *err)
{
	struct arena a = { 0 };
	int said, rc, status;
	pid_t pid;

	if (!app->program)
		return err_set(err, ERR_FAILED, "%s", tr("cannot print the post"));
	if (n > POSTS_MAX)
		return err_set(err, ERR_USAGE, tr("%zu posts are marked; at most %d are printed at once"), n, POSTS_MAX);
	said = memfd_create("said", MFD_CLOEXEC);
	if (said < 0)
		return err_errno(err, ERR_FAILED, "%s", tr("cannot print the post"));
	rc = proc_start(make_argv(&a, app, form, ids, n), (struct proc_io){ PROC_NULL, fd, said }, &pid, err);
	if (!rc) {
		status = proc_wait(pid);
		rc = status ? complain(said, status, err) : 0;
	}
	(void)close(said);
	arena_free(&a);
	return rc;
}

int
printout_open(const struct app *app, enum printout_form form, const int64_t *ids, size_t n, struct err *err)
{
	int fd = memfd_create("post", MFD_CLOEXEC);

	if (fd < 0)
		return err_errno(err, ERR_FAILED, "%s", tr("cannot print the post"));
	if (!printout_write(app, form, ids, n, fd, err) && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	(void)close(fd);
	return -1;
}
