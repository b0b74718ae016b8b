#include "ui/yank.h"

#include "base/tr.h"
#include "html/print.h"
#include "text/utf8.h"
#include "ui/app.h"
#include "ui/view_article.h"
#include "ui/view_posts.h"

/* What is copied, and the words that tell of it. */
struct yank {
	struct app *app;
	int count;
	struct buf text, said;
};

static const struct article *
article_of(const struct yank *y)
{
	return view_article_get(y->app->views[APP_ARTICLE]);
}

/* The post shown or under the cursor; NULL for none. */
static const struct posts_row *
post_of(const struct yank *y)
{
	if (y->app->focus == APP_ARTICLE)
		return view_article_post(y->app->views[APP_ARTICLE]);
	return view_posts_row(y->app->views[APP_POSTS]);
}

static int
nothing_here(struct err *err)
{
	return err_set(err, ERR_NOT_FOUND, "%s", tr("no post here"));
}

static int
take_link(struct yank *y, struct err *err)
{
	const struct posts_row *post = post_of(y);
	struct str url;

	if (!post)
		return nothing_here(err);
	url = y->app->focus == APP_ARTICLE ? view_article_link(y->app->views[APP_ARTICLE], y->count) : post->link;
	if (!url.n)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("there is no link"));
	(void)buf_add(&y->text, url);
	(void)buf_printf(&y->said, tr("copied the link %.*s"), STR(url));
	return 0;
}

static int
take_title(struct yank *y, struct err *err)
{
	const struct posts_row *post = post_of(y);

	if (!post)
		return nothing_here(err);
	(void)buf_add(&y->text, post->title);
	(void)buf_printf(&y->said, tr("copied the title ‘%.*s’"), STR(post->title));
	return 0;
}

/* The n-th block of code of those in sight, counted from 1; NULL when there are not so many. */
static const struct doc_block *
code_in_sight(const struct yank *y, int n)
{
	const struct article *a = article_of(y);
	size_t top, rows, last = SIZE_MAX;

	view_article_sight(y->app->views[APP_ARTICLE], &top, &rows);
	for (size_t i = top; i < a->n && i - top < rows; i++) {
		size_t block = a->lines[i].block;

		if (block >= a->doc.n || block == last || a->doc.blocks[block].kind != DOC_CODE)
			continue;
		last = block;
		if (--n == 0)
			return &a->doc.blocks[block];
	}
	return NULL;
}

static int
take_code(struct yank *y, struct err *err)
{
	const struct doc_block *code = code_in_sight(y, y->count ? y->count : 1);
	size_t lines = 1;

	if (!code)
		return err_set(err, ERR_NOT_FOUND, "%s", y->count ? tr("not so much code is in sight") : tr("no code is in sight"));
	(void)buf_add(&y->text, code->text);
	for (size_t i = 0; i + 1 < code->text.n; i++)
		lines += code->text.p[i] == '\n';
	(void)buf_printf(&y->said, tr_n("copied %zu line of code", "copied %zu lines of code", lines), lines);
	return 0;
}

/* The section one is in; what stands before the first one, and all of an article without any. */
static int
take_section(struct yank *y, struct err *err)
{
	const struct doc *doc = &article_of(y)->doc;
	int section = view_article_section(y->app->views[APP_ARTICLE]);
	size_t from = 0, to = doc->n_sections ? doc->sections[0].block : doc->n;
	struct str title = view_article_post(y->app->views[APP_ARTICLE])->title;

	if (y->count > (int)doc->n_sections)
		return err_set(err, ERR_NOT_FOUND, tr("there is no section %d"), y->count);
	if (y->count)
		section = y->count - 1;
	if (section >= 0) {
		from = doc->sections[section].block;
		to = doc->sections[section].end;
		title = doc->sections[section].title;
	}
	print_plain(&y->text, doc, from, to);
	(void)buf_printf(&y->said, tr("copied ‘%.*s’, %zu letters"), STR(title), utf8_count(buf_str(&y->text)));
	return 0;
}

static void
add_markdown(struct buf *out, const struct article *a)
{
	(void)buf_printf(out, "# %.*s\n\n", STR(a->post.title));
	if (a->post.link.n)
		(void)buf_printf(out, "<%.*s>\n\n", STR(a->post.link));
	print_markdown(out, &a->doc, 0, a->doc.n, 2);
}

static int
take_markdown(struct yank *y, struct err *err)
{
	const struct posts_row *post = post_of(y);
	struct article fresh = { 0 };

	if (!post)
		return nothing_here(err);
	if (y->app->focus == APP_ARTICLE)
		add_markdown(&y->text, article_of(y));
	else if (article_load(&fresh, y->app->store, post->id, err) < 0)
		return -1;
	else
		add_markdown(&y->text, &fresh);
	article_free(&fresh);
	(void)buf_printf(&y->said, tr("copied ‘%.*s’ as Markdown, %zu letters"), STR(post->title), utf8_count(buf_str(&y->text)));
	return 0;
}

static const struct {
	enum action action;
	int (*take)(struct yank *y, struct err *err);
} kinds[] = {
	{ ACTION_YANK_LINK, take_link },
	{ ACTION_YANK_TITLE, take_title },
	{ ACTION_YANK_CODE, take_code },
	{ ACTION_YANK_SECTION, take_section },
	{ ACTION_YANK_MARKDOWN, take_markdown },
};

bool
yank_act(struct app *app, enum action action, int count)
{
	struct yank y = { .app = app, .count = count };
	struct err err = { 0 };
	size_t i = 0;

	while (i < sizeof kinds / sizeof *kinds && kinds[i].action != action)
		i++;
	if (i == sizeof kinds / sizeof *kinds)
		return false;
	if (kinds[i].take(&y, &err) < 0 || clipboard_copy(&app->clipboard, &app->control, buf_str(&y.text), &err) < 0)
		app_fail(app, &err);
	else
		app_say(app, "%.*s", STR(buf_str(&y.said)));
	buf_free(&y.text);
	buf_free(&y.said);
	return true;
}
