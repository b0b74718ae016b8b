#include "ui/saving.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/tr.h"
#include "text/date.h"
#include "text/grapheme.h"
#include "ui/app.h"
#include "ui/ask.h"
#include "ui/changes.h"
#include "ui/complete_files.h"
#include "ui/input.h"
#include "ui/view_article.h"
#include "ui/view_posts.h"

enum { TITLE_BYTES = 120, TITLE_LETTERS = 60 };

/* What names of files have no room for, on other systems too. */
static bool
is_unfit(char c)
{
	return (unsigned char)c < ' ' || c == 0x7f || strchr("/\\:*?\"<>|", c);
}

static void
add_title(struct buf *out, struct str title)
{
	size_t start = out->n;
	struct str cluster;

	for (int i = 0; i < TITLE_LETTERS && out->n - start < TITLE_BYTES && (cluster = grapheme_next(&title)).n; i++) {
		if (cluster.n > 1 || !is_unfit(*cluster.p))
			(void)buf_add(out, cluster);
		else if (out->n > start && out->p[out->n - 1] != '-')
			(void)buf_putc(out, '-');
	}
	while (out->n > start && (out->p[out->n - 1] == ' ' || out->p[out->n - 1] == '-' || out->p[out->n - 1] == '.'))
		buf_truncate(out, out->n - 1);
}

void
saving_name(struct buf *out, const struct posts_row *post)
{
	bool has_date = post->published != CLOCK_NONE;

	if (has_date)
		date_list_iso(out, post->published);
	(void)buf_puts(out, has_date && post->title.n ? " " : "");
	add_title(out, post->title);
	if (!out->n)
		(void)buf_puts(out, "post");
}

/* Nothing is saved. */
static void
drop(struct saving *s)
{
	(void)close(s->fd);
	file_new_drop(&s->file);
	s->fd = -1;
}

static int
start(struct app *app, const char *path, enum printout_form form, const int64_t *ids, size_t n, struct err *err)
{
	struct saving *s = &app->saving;

	if (job_is_running(&s->job))
		return err_set(err, ERR_BUSY, "%s", tr("posts are being saved; Esc stops that"));
	s->n = n;
	s->fd = file_new_open(&s->file, path, err);
	if (s->fd < 0)
		return -1;
	if (!printout_start(app, &s->job, form, PRINTOUT_TELLING, ids, n, s->fd, err))
		return 0;
	drop(s);
	return -1;
}

/* Begins to write the posts to the file of that name; -1 after the error has been told. */
static int
save(struct app *app, struct str name)
{
	struct arena a = { 0 };
	const char *path = path_home(&a, arena_cstr(&a, name));
	enum printout_form form = printout_form_of(name);
	struct err err = { 0 };
	int64_t *ids;
	size_t n = changes_targets(app, &ids);
	int rc = start(app, path, form, ids, n, &err);

	if (rc < 0)
		app_fail(app, &err);
	free(ids);
	arena_free(&a);
	return rc;
}

static void
chosen(struct app *app, bool is_yes)
{
	if (is_yes)
		(void)save(app, buf_str(&app->saving.name));
	else
		app_say(app, "%s", tr("nothing was saved"));
}

/* Asks whether the file may go. The name is one of a prompt that closes. */
static void
ask_again(struct app *app, struct str name)
{
	static const struct ask ask = { .chosen = chosen };

	buf_clear(&app->saving.name);
	(void)buf_add(&app->saving.name, name);
	buf_clear(&app->saving.question);
	(void)buf_printf(&app->saving.question, tr("‘%.*s’ is there already. Replace it? y/n: "), STR(name));
	ask_open(app, &ask, buf_cstr(&app->saving.question), STR_NONE);
}

static int
done(struct app *app, struct str text)
{
	struct arena a = { 0 };
	struct str name = str_trim(text);
	struct stat there;
	bool is_there;

	if (!name.n)
		return 0;
	is_there = !stat(path_home(&a, arena_cstr(&a, name)), &there);
	arena_free(&a);
	if (printout_form_of(name) == PRINTOUT_FORMS) {
		app_say(app, "%s", tr("the ending says the form: .txt .md .html .json .epub"));
		return -1;
	}
	if (is_there && !S_ISREG(there.st_mode)) {
		app_say(app, tr("‘%.*s’ is no file"), STR(name));
		return -1;
	}
	if (is_there) {
		ask_again(app, name);
		return 0;
	}
	return save(app, name);
}

static void
name_many(struct buf *out, size_t n)
{
	date_list_iso(out, clock_now());
	(void)buf_putc(out, ' ');
	(void)buf_printf(out, tr_n("%zu post", "%zu posts", n), n);
}

void
saving_ask(struct app *app)
{
	static const struct ask ask = { .done = done, .tab = complete_files_tab };
	const struct posts_row *post = view_posts_row(app->views[APP_POSTS]);
	struct buf name = { 0 };
	int64_t *ids;
	size_t n = changes_targets(app, &ids);

	free(ids);
	if (app->focus != APP_POSTS)
		post = view_article_post(app->views[APP_ARTICLE]);
	if (!post)
		return;
	if (n > 1)
		name_many(&name, n);
	else
		saving_name(&name, post);
	(void)buf_puts(&name, ".md");
	ask_open(app, &ask, tr("Save as: "), buf_str(&name));
	buf_free(&name);
}

/* The standard output that the program could not write to is the file. */
static void
complain(const struct saving *s, int status, struct err *err)
{
	struct str told = job_complaint(&s->job), prefix = str_of(tr("cannot write to standard output"));

	printout_complain(&s->job, status, err);
	if (!str_has_head(told, prefix))
		return;
	told = str_sub(told, prefix.n, told.n);
	(void)err_set(err, ERR_IO, "%.*s", STR(str_starts(told, ": ") ? str_sub(told, 2, told.n) : told));
	(void)err_wrap(err, tr("cannot write %s"), s->file.target.p);
}

static void
end(struct app *app, int status)
{
	struct saving *s = &app->saving;
	int fd = s->fd;
	struct err err = { 0 };

	if (status) {
		complain(s, status, &err);
		drop(s);
	} else {
		s->fd = -1;
		if (!file_new_close(&s->file, fd, &err))
			(void)file_new_commit(&s->file, &err);
	}
	if (err.code) {
		app->wants_quit = false; /* on a screen that closes nobody would see it */
		app_fail(app, &err);
	} else if (s->n > 1)
		app_say(app, tr_n("%zu post saved as %s", "%zu posts saved as %s", s->n), s->n, s->file.target.p);
	else
		app_say(app, tr("saved as %s"), s->file.target.p);
}

bool
saving_holds(const struct app *app)
{
	return app->wants_quit && job_is_running(&app->saving.job);
}

bool
saving_takes(struct app *app, int32_t key)
{
	struct saving *s = &app->saving;

	if (key != INPUT_ESC || !job_is_running(&s->job))
		return saving_holds(app);
	job_stop(&s->job);
	drop(s);
	app->wants_quit = false;
	app_say(app, "%s", tr("stopped; nothing was saved"));
	return true;
}

void
saving_reap(struct app *app)
{
	int status;

	if (job_reap(&app->saving.job, &status))
		end(app, status);
}

void
saving_status(const struct saving *s, bool is_wide, struct buf *out)
{
	long long done = s->job.done, total = s->n;

	if (!job_is_running(&s->job))
		return;
	if (is_wide)
		(void)buf_printf(out, tr("saving %lld/%lld, Esc stops"), done, total);
	else
		(void)buf_printf(out, tr("saving %lld%%"), done * 100 / total);
}

void
saving_free(struct saving *s)
{
	job_stop(&s->job);
	if (s->fd >= 0)
		drop(s);
	buf_free(&s->name);
	buf_free(&s->question);
}
