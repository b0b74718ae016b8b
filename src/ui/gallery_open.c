#include "ui/gallery_open.h"

#include "base/arena.h"
#include "base/path.h"
#include "base/tr.h"
#include "store/images.h"
#include "ui/app.h"
#include "ui/browser_args.h"
#include "ui/view_article.h"

void
gallery_open_kept(struct app *app, struct str url)
{
	const char *const *viewer = app->gallery.viewer;
	struct arena a = { 0 };
	struct path file;
	struct err err = { 0 };

	if (!images_path(url, &file, &err))
		(void)browser_start(&app->browser, browser_args(&a, viewer, file.p), &err);
	arena_free(&a);
	if (err.code)
		app_fail(app, &err);
	else
		browser_tell(app, url);
}

static void
view(struct app *app, struct str url)
{
	struct picture *p = picture_get(&app->gallery.all, url);

	if (p->state == PICTURE_NEW || p->state == PICTURE_HIDDEN || p->state == PICTURE_FAILED) {
		p->state = PICTURE_WANTED;
		p->is_only_opening = true;
	}
	p->is_opening = true;
	if (p->state == PICTURE_KEPT || p->state == PICTURE_DECODING || p->state == PICTURE_SHOWN) {
		p->is_opening = false;
		gallery_open_kept(app, url);
	}
	gallery_go(app);
}

void
gallery_open(struct app *app, int number)
{
	const struct doc *doc = &view_article_get(app->views[APP_ARTICLE])->doc;
	const struct doc_link *link = number > 0 && (size_t)number <= doc->n_links ? &doc->links[number - 1] : NULL;

	if (!link || !link->is_image) {
		app_say(app, tr("there is no picture %d"), number);
		app->is_error = true;
	} else if (app->gallery.viewer) {
		view(app, link->url);
	} else {
		browser_show(app, link->url); /* without a viewer */
	}
}
