#include "ui/links.h"

#include "base/tr.h"
#include "text/url.h"
#include "ui/article_anchor.h"
#include "ui/article_fold.h"
#include "ui/gallery_open.h"
#include "ui/view_article.h"

/* Goes where a link into the article leads; false when it is none. */
static bool
jump(struct app *app, int number)
{
	struct view *article = app->views[APP_ARTICLE];
	int section = article_anchor_section(view_article_get(article), &view_article_get(article)->doc.links[number - 1]);

	if (section < 0)
		return false;
	(void)article_fold_open(&view_article_pane(article)->article, view_article_get(article)->doc.sections[section].block, app->wrap);
	view_article_jump(article, (size_t)section);
	app_focus(app, APP_ARTICLE);
	return true;
}

void
links_open(struct app *app, int number)
{
	struct view *article = app->views[APP_ARTICLE];
	const size_t n = view_article_get(article)->doc.n_links;
	struct str url = view_article_link(article, number);
	struct err err = { 0 };

	if ((size_t)number > n) {
		(void)err_set(&err, ERR_FAILED, tr_n("there is no link %d (%zu link)", "there is no link %d (%zu links)", n), number, n);
		app_fail(app, &err);
	} else if (number && view_article_get(article)->doc.links[number - 1].is_image) {
		gallery_open(app, number);
	} else if (!number || !jump(app, number)) {
		browser_show(app, url);
	}
}

struct str
links_name(struct arena *a, const struct doc_link *link)
{
	struct buf shown = { 0 };
	struct str name = str_trim(link->text);

	if (name.n)
		return name;
	if (link->is_image)
		return str_of(tr("image"));
	url_show(&shown, link->url);
	name = arena_dup(a, buf_str(&shown));
	buf_free(&shown);
	return name;
}
