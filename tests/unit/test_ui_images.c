/*
 * Pictures in the reader, without the programs that fetch and decode them:
 * rows in the article, tiles, keys, what a terminal answers.
 */
#include "unit.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "store/full.h"
#include "store/images.h"
#include "text/width.h"
#include "ui/gallery_show.h"
#include "ui/gallery_way.h"
#include "ui/mosaic.h"
#include "ui/view_article.h"
#include "ui_reader.h"

#define IMAGE_URL "https://img.example.com/a.png"

static const char page[] =
	"<article><p>첫째 문단입니다.</p><p>둘째 문단입니다.</p><img src=\"" IMAGE_URL "\" alt=\"구성도\"/>"
	"<p>셋째 문단입니다.</p><p><a href=\"https://a.example/\">링크</a></p><blockquote><img src=\"" IMAGE_URL "\" alt=\"다시\"/></blockquote>"
	"<p>넷</p><p>다섯</p><p>여섯</p><p>일곱</p><p>여덟</p><p>아홉</p><p>열</p><p>열하나</p><p>열둘</p><p>열셋</p></article>";

static void
open_article(struct reader *r, int rows, int cols)
{
	const struct full_text text = { .xhtml = str_of(page), .url = str_lit("https://example.com/post/0"), .published = CLOCK_NONE,
		.letters = 1500, .pages = 1 };
	struct err err;

	reader_open(r, rows, cols);
	reader_must(full_store(r->store, view_posts_row(r->app->views[APP_POSTS])->id, &text, &err), &err);
	app_reload(r->app);
	reader_type(r, "\r");
	r->app->gallery.told = r->app->gallery.way = GALLERY_SYMBOLS;
}

/* As if its pixels had come: 80 x 64, one half red, one blue. */
static struct picture *
give_picture(struct reader *r)
{
	struct gallery *g = &r->app->gallery;
	struct picture *p = picture_get(&g->all, str_lit(IMAGE_URL));

	app_draw(r->app);
	p->made = gallery_way_want(g, p->cols, p->rows);
	p->head = (struct image_wire){ IMAGE_FINE, 80, 64, image_fit(80, 64, &p->made) };
	p->pixels = mem_zalloc(image_wire_pixels(&p->head), 1);
	for (int i = 0; i < p->head.fit.width * p->head.fit.height; i++)
		p->pixels[3 * i + (i < p->head.fit.width * p->head.fit.height / 2 ? 0 : 2)] = 255;
	p->state = PICTURE_SHOWN;
	app_draw(r->app);
	return p;
}

static uint32_t
ground_at(const struct reader *r, int row, int col)
{
	return screen_tint_of(&r->app->screen, screen_at(&r->app->screen, row, col)).bg;
}

static int
row_of(struct reader *r, const char *text)
{
	struct buf screen = { 0 };
	struct str rest = reader_screen(r, &screen), line;
	int row = 0, found = -1;

	while (str_line(&rest, &line) && found < 0) {
		if (str_has(line, text))
			found = row;
		row++;
	}
	buf_free(&screen);
	return found;
}

static void
a_picture_takes_rows_below_its_caption(void **state)
{
	struct reader r;
	int caption;

	(void)state;
	open_article(&r, 40, 80);
	caption = row_of(&r, "구성도");
	assert_true(caption > 0);
	assert_int_equal(row_of(&r, "셋째"), caption + 2);
	(void)give_picture(&r);
	reader_assert_shows(&r, "[image 1] 구성도 (img.example.com, 80×64)");
	assert_int_equal(row_of(&r, "구성도"), caption);
	assert_int_equal(row_of(&r, "셋째"), caption + 2 + 4);
	assert_int_equal(ground_at(&r, caption + 1, 3), SCREEN_RGB | 0xff0000);
	assert_int_equal(ground_at(&r, caption + 4, 12), SCREEN_RGB | 0x0000ff);
	assert_int_equal(ground_at(&r, caption + 1, 13), 0);
	/* beside the bar of the quotation */
	assert_int_equal(ground_at(&r, row_of(&r, "다시") + 1, 5), SCREEN_RGB | 0xff0000);
	reader_close(&r);
}

static void
what_comes_above_moves_nothing(void **state)
{
	struct reader r;

	(void)state;
	open_article(&r, 14, 80);
	while (row_of(&r, "셋째") > 1)
		reader_type(&r, "j");
	assert_int_equal(row_of(&r, "셋째"), 1);
	(void)give_picture(&r);
	assert_int_equal(row_of(&r, "셋째"), 1);
	reader_type(&r, "k"); /* the blank line, then the picture's last row, cut off above */
	reader_type(&r, "k");
	assert_int_equal(ground_at(&r, 1, 3), SCREEN_RGB | 0x0000ff);
	app_resize(r.app, 14, 70);
	app_draw(r.app);
	assert_int_equal(ground_at(&r, 1, 3), SCREEN_RGB | 0x0000ff);
	reader_close(&r);
}

static void
the_key_hides_what_is_shown(void **state)
{
	struct reader r;
	int third;

	(void)state;
	open_article(&r, 40, 80);
	third = row_of(&r, "셋째");
	(void)give_picture(&r);
	reader_type(&r, "ㅎㅑ");
	assert_int_equal(row_of(&r, "셋째"), third);
	assert_int_equal(picture_find(&r.app->gallery.all, str_lit(IMAGE_URL))->state, PICTURE_HIDDEN);
	reader_close(&r);
}

static void
one_that_is_wider_than_the_screen_is_made_again(void **state)
{
	struct reader r;
	struct picture *p;

	(void)state;
	open_article(&r, 40, 80);
	p = give_picture(&r);
	r.app->gallery.cell_width = 7; /* no program decodes it here: what is shown stays until there is a better one */
	r.app->gallery.cell_height = 20;
	app_draw(r.app);
	assert_int_not_equal(p->state, PICTURE_SHOWN);
	reader_close(&r);
}

static void
what_is_the_matter_is_told_beside_the_caption(void **state)
{
	struct reader r;
	struct picture *p;

	(void)state;
	open_article(&r, 40, 80);
	p = picture_get(&r.app->gallery.all, str_lit(IMAGE_URL));
	p->state = PICTURE_FETCHING;
	reader_assert_shows(&r, "(img.example.com)  coming…");
	picture_fail(p, str_lit("nobody answers"));
	reader_assert_shows(&r, "(img.example.com)  nobody answers");
	reader_type(&r, "G");
	r.app->gallery.told = GALLERY_NONE;
	reader_type(&r, "gi");
	reader_assert_shows(&r, "pictures are switched off");
	r.app->gallery.told = GALLERY_SYMBOLS;
	reader_close(&r);
}

static void
without_a_picture_in_sight_nothing_is_asked(void **state)
{
	struct reader r;

	(void)state;
	open_article(&r, 12, 80);
	reader_type(&r, "Ggi");
	reader_assert_shows(&r, "no picture in sight");
	reader_close(&r);
}

static void
a_count_opens_a_picture_outside(void **state)
{
	static const char *const viewer[] = { "true", NULL };
	struct reader r;

	(void)state;
	setenv("BROWSER", "true", 1);
	open_article(&r, 40, 80);
	reader_type(&r, "1gi");
	reader_assert_shows(&r, "opening https://img.example.com/a.png");
	reader_type(&r, "2gi"); /* a link that is none */
	reader_assert_shows(&r, "there is no picture 2");
	reader_type(&r, "9gi");
	reader_assert_shows(&r, "there is no picture 9");
	r.app->gallery.viewer = viewer; /* which also gets those opened as links */
	reader_type(&r, "1o");
	assert_int_not_equal(picture_get(&r.app->gallery.all, str_lit("https://img.example.com/a.png"))->state, PICTURE_NEW);
	unsetenv("BROWSER");
	reader_close(&r);
}

static void
the_best_way_of_the_terminal_is_taken(void **state)
{
	static const struct {
		struct answers answer;
		enum gallery_way way;
		int width;
	} cases[] = {
		{ { true, true, true, 9, 18, PROBE_UNKNOWN }, GALLERY_KITTY, 9 },
		{ { false, true, true, 0, 0, PROBE_UNKNOWN }, GALLERY_SIXEL, 8 },
		{ { false, false, true, 0, 0, PROBE_UNKNOWN }, GALLERY_SYMBOLS, 8 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct reader r;
		struct picture *p;

		open_article(&r, 40, 80);
		r.app->looks.colors = 256;
		r.app->gallery.told = r.app->gallery.way = GALLERY_AUTO;
		p = picture_get(&r.app->gallery.all, str_lit(IMAGE_URL));
		p->state = PICTURE_KEPT;
		gallery_go(r.app);
		assert_true(r.app->gallery.wants_answer);
		assert_int_equal(r.app->gallery.way, GALLERY_AUTO);
		assert_in_range(gallery_way_timeout(&r.app->gallery), 1, GALLERY_ANSWER_MS);
		gallery_take_answer(r.app, &cases[i].answer);
		assert_int_equal(r.app->gallery.way, cases[i].way);
		assert_int_equal(gallery_way_want(&r.app->gallery, 80, 20).cell_width, cases[i].width);
		assert_int_equal(gallery_way_timeout(&r.app->gallery), -1);
		reader_close(&r);
	}
}

static void
within_tmux_and_without_colours_nobody_is_asked(void **state)
{
	struct reader r;
	struct picture *p;

	(void)state;
	open_article(&r, 40, 80);
	r.app->gallery.told = r.app->gallery.way = GALLERY_AUTO;
	r.app->gallery.is_nested = true;
	r.app->looks.colors = 16;
	p = picture_get(&r.app->gallery.all, str_lit(IMAGE_URL));
	p->state = PICTURE_KEPT;
	gallery_go(r.app);
	assert_false(r.app->gallery.wants_answer);
	assert_int_equal(r.app->gallery.way, GALLERY_NONE);
	reader_assert_shows(&r, "this terminal shows none");
	reader_close(&r);
}

static int32_t
key_of(struct input *in, const char *bytes)
{
	int32_t key = -1;

	input_add(in, str_of(bytes));
	return input_next(in, false, &key) ? key : -1;
}

static void
answers_are_told_from_keys(void **state)
{
	struct input in;

	(void)state;
	input_init(&in);
	assert_int_equal(key_of(&in, "\033[?62;4;22c"), INPUT_ANSWER);
	assert_true(in.answer.has_sixel && in.answer.is_over);
	assert_int_equal(key_of(&in, "\033[?1;2c"), INPUT_ANSWER);
	assert_true(!in.answer.has_sixel && in.answer.is_over);
	assert_int_equal(key_of(&in, "\033[6;20;10t"), INPUT_ANSWER);
	assert_int_equal(in.answer.cell_width, 10);
	assert_int_equal(in.answer.cell_height, 20);
	assert_int_equal(key_of(&in, "\033[6;0;0t"), INPUT_NONE);
	assert_int_equal(key_of(&in, "\033[4;20;10t"), INPUT_NONE);
	assert_int_equal(key_of(&in, "\033_Gi=31;"), -1);
	assert_int_equal(key_of(&in, "OK\033\\"), INPUT_ANSWER);
	assert_true(in.answer.has_kitty);
	assert_int_equal(key_of(&in, "\033_Gi=31;ENOTSUPPORTED\033\\"), INPUT_NONE);
	assert_int_equal(key_of(&in, "\033[A"), INPUT_UP);
	assert_int_equal(key_of(&in, "\033[15~"), INPUT_F5);
	input_free(&in);
}

static void
assert_tile(const unsigned char rgb[12], const char *glyph, uint32_t fg, uint32_t bg)
{
	struct mosaic_tile tile = mosaic_tile(rgb, 6);

	assert_string_equal(tile.glyph, glyph);
	assert_int_equal(tile.bg, bg);
	if (strcmp(glyph, " ") != 0)
		assert_int_equal(tile.fg, fg);
}

static void
tiles_have_the_shape_that_is_nearest(void **state)
{
	static const unsigned char plain[] = { 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 }, upper[] = { 255, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255 };
	static const unsigned char corner[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 200, 0 }, left[] = { 1, 1, 1, 99, 99, 99, 1, 1, 1, 101, 99, 99 };

	(void)state;
	assert_tile(plain, " ", 0, 0x090909);
	assert_tile(upper, "▀", 0xff0000, 0x0000ff);
	assert_tile(corner, "▛", 0, 0x08c800);
	assert_tile(left, "▌", 0x010101, 0x646363);
	width_set_ambiguous(2); /* halves of a block take two columns then, quarters do not */
	assert_tile(corner, "▛", 0, 0x08c800);
	assert_int_equal(width_str(str_of(mosaic_tile(upper, 6).glyph)), 1);
	assert_int_equal(width_str(str_of(mosaic_tile(left, 6).glyph)), 1);
	width_set_ambiguous(1);
}

static void
files_that_were_not_used_for_longest_are_dropped_first(void **state)
{
	static const char *const urls[] = { "https://a.example/1", "https://a.example/2", "https://a.example/3" };
	struct reader r;
	struct buf bytes = { 0 };
	struct path path;
	struct err err;
	int fd;

	(void)state;
	reader_open_empty(&r, 10, 40);
	(void)buf_fill(&bytes, 'x', 1000);
	assert_int_equal(images_open(str_lit("https://a.example/none")), -1);
	for (int i = 0; i < 3; i++) {
		const struct timespec times[2] = { { 1000 + i, 0 }, { 1000 + i, 0 } };

		reader_must(images_put(str_of(urls[i]), buf_str(&bytes), &err), &err);
		reader_must(images_path(str_of(urls[i]), &path, &err), &err);
		assert_int_equal(utimensat(AT_FDCWD, path.p, times, 0), 0);
	}
	fd = images_open(str_of(urls[0])); /* it is used */
	assert_true(fd >= 0);
	(void)close(fd);
	images_trim(2000);
	for (int i = 0; i < 3; i++) {
		fd = images_open(str_of(urls[i]));
		assert_int_equal(fd >= 0, i != 1);
		if (fd >= 0)
			(void)close(fd);
	}
	images_trim(2000);
	images_trim(0);
	assert_int_equal(images_open(str_of(urls[0])), -1);
	buf_free(&bytes);
	reader_close(&r);
}

/* It never becomes a picture, and is not counted as one. */
static void
what_a_killed_fetch_left_is_dropped(void **state)
{
	static const struct timespec old[2] = { { 1000, 0 }, { 1000, 0 } };
	struct reader r;
	struct path path, parts[2];
	struct err err;

	(void)state;
	reader_open_empty(&r, 10, 40);
	for (int i = 0; i < 2; i++) {
		reader_must(images_path(str_of(i ? "https://a.example/2" : "https://a.example/1"), &path, &err), &err);
		assert_true((size_t)snprintf(parts[i].p, sizeof parts[i].p, "%s.sosik-new", path.p) < sizeof parts[i].p);
		reader_must(file_mkdirs_for(parts[i].p, &err), &err);
		reader_must(file_replace(parts[i].p, str_lit("half"), &err), &err);
	}
	assert_int_equal(utimensat(AT_FDCWD, parts[0].p, old, 0), 0);
	images_trim(1 << 20);
	assert_int_equal(access(parts[0].p, F_OK), -1);
	assert_int_equal(access(parts[1].p, F_OK), 0); /* it may be another's that writes */
	assert_int_equal(unlink(parts[1].p), 0);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_picture_takes_rows_below_its_caption),
		cmocka_unit_test(what_comes_above_moves_nothing),
		cmocka_unit_test(the_key_hides_what_is_shown),
		cmocka_unit_test(one_that_is_wider_than_the_screen_is_made_again),
		cmocka_unit_test(what_is_the_matter_is_told_beside_the_caption),
		cmocka_unit_test(without_a_picture_in_sight_nothing_is_asked),
		cmocka_unit_test(a_count_opens_a_picture_outside),
		cmocka_unit_test(the_best_way_of_the_terminal_is_taken),
		cmocka_unit_test(within_tmux_and_without_colours_nobody_is_asked),
		cmocka_unit_test(answers_are_told_from_keys),
		cmocka_unit_test(tiles_have_the_shape_that_is_nearest),
		cmocka_unit_test(files_that_were_not_used_for_longest_are_dropped_first),
		cmocka_unit_test(what_a_killed_fetch_left_is_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
