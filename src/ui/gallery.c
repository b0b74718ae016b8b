#include "ui/gallery.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/tr.h"
#include "store/images.h"
#include "sync/progress.h"
#include "ui/app.h"
#include "ui/gallery_open.h"
#include "ui/gallery_show.h"
#include "ui/gallery_way.h"
#include "ui/job_start.h"
#include "ui/view_article.h"

enum { PIXEL_BYTES = 8 << 20 }; /* of all pictures of an article: those that were out of sight for longest are made again */

/* ---- fetching */

/* The file of a picture is there. */
static void
take_kept(struct app *app, struct picture *p)
{
	p->state = p->is_only_opening ? PICTURE_NEW : PICTURE_KEPT;
	if (p->is_opening)
		gallery_open_kept(app, p->url);
	p->is_opening = p->is_only_opening = false;
}

static void
look_among_kept(struct app *app)
{
	const picture_list *all = &app->gallery.all;

	for (size_t i = 0; i < all->n; i++) {
		int fd = all->v[i]->state == PICTURE_WANTED ? images_open(all->v[i]->url) : -1;

		if (fd < 0)
			continue;
		(void)close(fd);
		take_kept(app, all->v[i]);
	}
}

static void
fail(struct app *app, struct picture *p, struct str why)
{
	picture_fail(p, why);
	p->is_opening = p->is_only_opening = false;
	app_say(app, tr("no picture: %.*s"), STR(why));
	app->is_error = true;
}

/* What the child said of one. */
static void
on_told(void *user, const struct progress *line)
{
	struct app *app = user;
	struct gallery *g = &app->gallery;
	struct picture *p = line->number > 0 && (uint64_t)line->number <= g->asked.n ? g->asked.v[line->number - 1] : NULL;

	if (!p || p->state != PICTURE_FETCHING)
		return;
	if (strcmp(line->outcome, "failed") == 0)
		fail(app, p, line->text);
	else
		take_kept(app, p);
}

static void
fetch(struct app *app)
{
	struct gallery *g = &app->gallery;
	struct str urls[GALLERY_AT_ONCE];
	struct err err = { 0 };
	size_t n = 0;

	if (job_is_running(&g->job) || !picture_first(&g->all, PICTURE_WANTED))
		return;
	g->asked.n = 0;
	for (size_t i = 0; i < g->all.n && n < GALLERY_AT_ONCE; i++) {
		if (g->all.v[i]->state != PICTURE_WANTED)
			continue;
		g->all.v[i]->state = PICTURE_FETCHING;
		*vec_add(&g->asked) = g->all.v[i];
		urls[n++] = g->all.v[i]->url;
	}
	if (!job_start_images(&g->job, app->samples, view_article_post(app->views[APP_ARTICLE])->id, urls, n, &err)) {
		g->job.told = on_told;
		g->job.told_user = app;
		return;
	}
	for (size_t i = 0; i < n; i++)
		fail(app, g->asked.v[i], str_of(err.text));
}

/* ---- decoding */

static void
decode(struct app *app)
{
	struct gallery *g = &app->gallery;
	struct picture *p = picture_first(&g->all, PICTURE_KEPT);
	struct image_want want;
	struct err err = { 0 };

	if (!p || decoding_is_running(&g->decoding) || !gallery_way_choose(app))
		return;
	if (g->way == GALLERY_NONE) {
		fail(app, p, str_of(tr("this terminal shows none")));
		return;
	}
	want = gallery_way_want(g, p->cols, p->rows);
	if (decoding_start(&g->decoding, p->url, &want, &err) < 0) {
		fail(app, p, str_of(err.text));
		return;
	}
	p->state = PICTURE_DECODING;
	g->decoded = p;
}

/* Lets go of pixels that nobody saw for longest, up to what may be held. */
static void
trim(struct gallery *g)
{
	for (;;) {
		struct picture *oldest = NULL;
		size_t bytes = 0;

		for (size_t i = 0; i < g->all.n; i++) {
			struct picture *p = g->all.v[i];

			bytes += p->pixels ? image_wire_pixels(&p->head) : 0;
			if (p->pixels && p != g->decoded && (!oldest || p->seen < oldest->seen))
				oldest = p;
		}
		if (bytes <= PIXEL_BYTES || !oldest || oldest->seen == g->frame)
			return;
		picture_drop(oldest);
	}
}

static const char *
problem_text(enum image_problem problem)
{
	static const char *const texts[IMAGE_PROBLEMS] = {
		[IMAGE_FINE] = "", [IMAGE_CUT] = N_("not all of it came"), [IMAGE_BROKEN] = N_("it cannot be read"),
		[IMAGE_NOT_READ] = N_("its kind is not shown here, only JPEG, PNG, GIF and WebP"), [IMAGE_TOO_LARGE] = N_("it is too large"),
	};

	return *texts[problem] ? tr(texts[problem]) : "";
}

static void
on_decoded(struct app *app, const struct image_wire *head, const unsigned char *pixels)
{
	struct gallery *g = &app->gallery;
	struct picture *p = g->decoded;
	size_t n = image_wire_pixels(head);

	if (!p || p->state != PICTURE_DECODING)
		return;
	if (!n) {
		fail(app, p, str_of(problem_text(head->problem)));
		return;
	}
	picture_drop(p);
	p->pixels = (unsigned char *)mem_dup(pixels, n);
	p->head = *head;
	p->made = g->decoding.want;
	p->id = ++g->last_id;
	p->state = PICTURE_SHOWN;
	(void)snprintf(p->why, sizeof p->why, "%s", problem_text(head->problem));
	trim(g);
}

/* ---- what comes */

void
gallery_go(struct app *app)
{
	struct gallery *g = &app->gallery;

	if (!gallery_way_timeout(g))
		g->answer.is_over = true;
	if (picture_first(&g->all, PICTURE_WANTED))
		(void)gallery_way_choose(app); /* the answer comes while it is fetched */
	look_among_kept(app);
	fetch(app);
	decode(app);
}

void
gallery_take_answer(struct app *app, const struct answers *answer)
{
	struct gallery *g = &app->gallery;

	g->answer.has_kitty |= answer->has_kitty;
	g->answer.has_sixel |= answer->has_sixel;
	g->answer.is_over |= answer->is_over;
	if (answer->cell_width && answer->cell_height) {
		g->answer.cell_width = answer->cell_width;
		g->answer.cell_height = answer->cell_height;
	}
	gallery_go(app);
}

void
gallery_spoke(struct app *app)
{
	struct gallery *g = &app->gallery;
	struct image_wire head;
	const unsigned char *pixels;

	(void)job_read(&g->job);
	if (decoding_read(&g->decoding, &head, &pixels)) {
		on_decoded(app, &head, pixels);
		g->decoded = NULL;
		buf_free(&g->decoding.bytes);
	}
	gallery_go(app);
}

/* Those that the child said nothing of. */
static void
end_fetching(struct app *app, int status)
{
	struct gallery *g = &app->gallery;
	struct str complaint = job_complaint(&g->job);
	struct picture *p;

	while ((p = picture_first(&g->all, PICTURE_FETCHING))) {
		struct buf text = { 0 };

		(void)buf_add(&text, complaint);
		if (!complaint.n)
			(void)buf_printf(&text, tr("fetching it ended with status %d"), status);
		fail(app, p, buf_str(&text));
		buf_free(&text);
	}
	g->asked.n = 0;
}

static void
add_fetching(struct buf *out, size_t n)
{
	(void)buf_printf(out, tr_n("fetching %zu picture…", "fetching %zu pictures…", n), n);
}

/* They are there, or say themselves why not. */
static void
take_back(struct app *app)
{
	struct buf told = { 0 };

	add_fetching(&told, app->gallery.n_told);
	if (app->gallery.n_told && str_eq(buf_str(&told), buf_str(&app->message))) {
		buf_clear(&app->message);
		app->is_drawn = false;
	}
	app->gallery.n_told = 0;
	buf_free(&told);
}

void
gallery_reap(struct app *app)
{
	int status;

	if (!job_reap(&app->gallery.job, &status))
		return;
	end_fetching(app, status);
	take_back(app);
	gallery_go(app);
}

/* ---- the user */

/* Wants those in sight that are not shown; false where all are, or are on their way. */
static bool
want_those(struct picture *const *seen, size_t n)
{
	bool has_any = false;

	for (size_t i = 0; i < n; i++) {
		if (seen[i]->state != PICTURE_NEW && seen[i]->state != PICTURE_HIDDEN && seen[i]->state != PICTURE_FAILED)
			continue;
		seen[i]->state = PICTURE_WANTED;
		has_any = true;
	}
	return has_any;
}

static void
hide_those(struct picture *const *seen, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		seen[i]->state = PICTURE_HIDDEN;
		seen[i]->head = (struct image_wire){ 0 };
		picture_drop(seen[i]);
	}
}

static void
toggle(struct app *app)
{
	struct picture *seen[GALLERY_SHOW_MOST];
	size_t n = gallery_show_in_sight(app, seen);
	struct buf text = { 0 };

	if (!n) {
		app_say(app, "%s", tr("no picture in sight"));
		return;
	}
	if (!want_those(seen, n)) {
		hide_those(seen, n);
		return;
	}
	gallery_go(app);
	app->gallery.n_told = picture_count(&app->gallery.all, PICTURE_FETCHING);
	if (!app->gallery.n_told)
		return;
	add_fetching(&text, app->gallery.n_told);
	app_say(app, "%s", buf_cstr(&text));
	buf_free(&text);
}

void
gallery_act(struct app *app, int count)
{
	struct gallery *g = &app->gallery;

	if (count)
		gallery_open(app, count);
	else if (g->when == GALLERY_OFF || g->told == GALLERY_NONE)
		app_say(app, "%s", tr("pictures are switched off (set images, set image-protocol); 3gi opens picture 3"));
	else
		toggle(app);
}

void
gallery_forget(struct gallery *g)
{
	decoding_stop(&g->decoding);
	g->decoded = NULL;
	g->asked.n = 0; /* what a child fetches still is kept */
	picture_free(&g->all);
}

void
gallery_free(struct gallery *g)
{
	gallery_forget(g);
	job_stop(&g->job);
	vec_free(&g->asked);
}
