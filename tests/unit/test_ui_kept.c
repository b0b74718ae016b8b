#include "unit.h"

#include "text/width.h"
#include "ui/listing_draw.h"
#include "ui/sidebar_draw.h"
#include "ui/theme.h"
#include "ui/view_posts_impl.h"
#include "ui/view_sidebar.h"
#include "ui_reader.h"

enum { STEPS = 600, MORE = 40 };

struct walk {
	struct reader r;
	uint32_t seed;
	int synced;
	int64_t now;
};

static int
setup(void **state)
{
	struct walk *w = calloc(1, sizeof *w);

	reader_open(&w->r, 24, 80);
	w->synced = READER_POSTS;
	w->now = READER_NOW;
	w->seed = 7;
	*state = w;
	return 0;
}

static int
teardown(void **state)
{
	struct walk *w = *state;

	width_set_ambiguous(1);
	tr_use(TR_AUTO);
	reader_close(&w->r);
	free(w);
	return 0;
}

static unsigned
pick(struct walk *w, unsigned n)
{
	w->seed = w->seed * 1664525 + 1013904223;
	return (w->seed >> 8) % n;
}

/* The cells of the box are those that are drawn without a memory, but for styles that are put over them. */
static void
assert_box(const struct screen *got, const struct screen *want, struct screen_box box, int step)
{
	for (int row = box.row; row < box.row + box.rows; row++) {
		for (int col = box.col; col < box.col + box.cols; col++) {
			const struct screen_cell *x = screen_at(got, row, col), *y = screen_at(want, row, col);

			if (!screen_cell_shows(got, x, want, y) || !screen_cell_leads(got, x, want, y))
				fail_msg("step %d: row %d, column %d: ‘%.*s’ (%x) is ‘%.*s’ (%x)", step, row, col, STR(screen_cluster(got, x)), x->style, STR(screen_cluster(want, y)), y->style);
		}
	}
}

static void
assert_list(struct walk *w, int step)
{
	struct app *app = w->r.app;
	struct view_posts *p = view_posts_self(app->views[APP_POSTS]);
	struct screen_box box = app->boxes[APP_POSTS];
	struct kept kept = { 0 };
	const struct listing_drawn drawn = { &app->row_format, &p->listing, &p->list, &p->marking, &p->filter, &kept };
	struct screen own = { 0 };

	if (!box.rows || !p->list.n)
		return;
	screen_resize(&own, app->screen.rows, app->screen.cols);
	listing_draw(&own, box, &drawn, app->focus == APP_POSTS);
	assert_box(&app->screen, &own, box, step);
	kept_free(&kept);
	screen_free(&own);
}

static void
assert_sidebar(struct walk *w, int step)
{
	struct app *app = w->r.app;
	const struct sidebar *rows = view_sidebar_rows(app->views[APP_SIDEBAR]);
	const struct list *list = view_sidebar_list(app->views[APP_SIDEBAR]);
	const struct sidebar_entry *e = view_sidebar_shown(app->views[APP_SIDEBAR]);
	struct screen_box box = app->boxes[APP_SIDEBAR];
	struct kept kept = { 0 };
	struct screen own = { 0 };

	if (!box.rows)
		return;
	screen_resize(&own, app->screen.rows, app->screen.cols);
	sidebar_draw_rows(&own, box, app, &(struct sidebar_drawn){ rows, list, &kept, sidebar_find(rows, e->kind, e->name, e->feed_id) });
	if (app->focus == APP_SIDEBAR)
		screen_add_style(&own, box.row + list->at - list->top, box.col, box.cols, THEME_SELECTED);
	assert_box(&app->screen, &own, box, step);
	kept_free(&kept);
	screen_free(&own);
}

static void
change_format(struct walk *w)
{
	static const char *const formats[] = { ROW_FORMAT_USUAL, "{unread:2}{day}  {title:*}{author}{length}", "{mark} {date:13} {title:20-90,>} {feed} {tags}" };
	const char *fault;
	size_t at;

	assert_true(row_format_parse(&w->r.app->row_arena, str_of(formats[pick(w, 3)]), &w->r.app->row_format, &at, &fault));
}

/* What changes rows without a key. */
static void
change(struct walk *w)
{
	static const int sizes[][2] = { { 24, 80 }, { 50, 200 }, { 30, 120 }, { 12, 60 } };
	unsigned size = pick(w, 4);

	switch (pick(w, 7)) {
	case 0:
		app_resize(w->r.app, sizes[size][0], sizes[size][1]);
		break;
	case 1:
		w->now += pick(w, 2) ? 70 : 40000;
		clock_set(w->now);
		break;
	case 2:
		width_set_ambiguous(3 - width_ambiguous());
		break;
	case 3:
		tr_use(pick(w, 2) ? TR_KOREAN : TR_ENGLISH);
		view_sidebar_translate(w->r.app->views[APP_SIDEBAR]);
		break;
	case 4:
		reader_sync(w->r.store, w->synced, w->synced + 3);
		w->synced += 3;
		app_refresh(w->r.app);
		break;
	case 5:
		reader_bring_in(w->r.store);
		app_refresh(w->r.app);
		break;
	default:
		change_format(w);
	}
}

static void
rows_look_as_if_they_were_drawn_anew(void **state)
{
	static const char *const keys[] = { "j", "k", "J", "K", "\r", "q", "s", "v", "\033", "G", "gg", "t+ai\r", "t-ai +통신/5g\r", "e", "za", "u", "*", "x", " ", "V", "h", "l" };
	struct walk *w = *state;

	for (int step = 0; step < STEPS; step++) {
		if (pick(w, 5))
			reader_type(&w->r, keys[pick(w, sizeof keys / sizeof *keys)]);
		else
			change(w);
		if (w->r.app->asking)
			reader_type(&w->r, "\033");
		buf_clear(&w->r.app->message); /* what is said and asked may stand over the last rows of the list */
		app_draw(w->r.app);
		assert_list(w, step);
		assert_sidebar(w, step);
	}
	assert_true(w->synced > READER_POSTS + MORE);
}

static void
a_row_is_known_by_its_key_and_look(void **state)
{
	struct screen s = { 0 };
	struct kept k = { 0 };
	struct kept_row *row;

	(void)state;
	screen_resize(&s, 2, 10);
	kept_begin(&k, 3);
	kept_look(&k, str_lit("wide"));
	row = kept_row(&k, 5, str_lit("a"));
	assert_false(kept_put(&k, row, &s, 0, 0, STR_NONE));
	(void)screen_put(&s, 0, 0, 10, THEME_TEXT, str_lit("가나다"));
	screen_put_link(&s, 0, 2, 4, str_lit("http://example.com/"));
	kept_take(&k, row, &s, (struct screen_box){ 0, 0, 1, 10 });
	(void)buf_puts(&row->note, "6");
	assert_true(kept_put(&k, kept_row(&k, 5, str_lit("a")), &s, 1, 0, str_lit("http://example.com/")));
	assert_true(screen_row_eq(&s, 0, &s, 1));
	kept_look(&k, str_lit("narrow"));
	assert_false(kept_put(&k, row, &s, 1, 0, STR_NONE));
	kept_look(&k, str_lit("wide"));
	assert_true(kept_put(&k, row, &s, 1, 0, STR_NONE));
	row = kept_row(&k, 5, str_lit("b"));
	assert_false(kept_put(&k, row, &s, 1, 0, STR_NONE));
	assert_int_equal(row->note.n, 0);
	kept_free(&k);
	screen_free(&s);
}

static void
what_has_long_clusters_is_not_kept(void **state)
{
	struct screen s = { 0 };
	struct kept k = { 0 };
	struct kept_row *row;

	(void)state;
	screen_resize(&s, 1, 10);
	kept_begin(&k, 1);
	kept_look(&k, str_lit("wide"));
	row = kept_row(&k, 0, str_lit("a"));
	(void)screen_put(&s, 0, 0, 10, THEME_TEXT, str_lit("x\xcc\x81\xcc\x82"));
	kept_take(&k, row, &s, (struct screen_box){ 0, 0, 1, 10 });
	assert_false(kept_put(&k, row, &s, 0, 0, STR_NONE));
	kept_free(&k);
	screen_free(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rows_look_as_if_they_were_drawn_anew, setup, teardown),
		cmocka_unit_test(a_row_is_known_by_its_key_and_look),
		cmocka_unit_test(what_has_long_clusters_is_not_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
