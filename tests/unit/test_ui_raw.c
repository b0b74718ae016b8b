/*
 * Pictures that the terminal draws: the bytes are read back as a terminal
 * would.
 */
#include "unit.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "base/num.h"
#include "ui/kitty.h"
#include "ui/palette.h"
#include "ui/sixel.h"
#include "ui/term_raw.h"

enum { WIDTH = 40, HEIGHT = 27 };

static unsigned char rgb[WIDTH * HEIGHT * 3];

static void
paint(void)
{
	for (int y = 0; y < HEIGHT; y++)
		for (int x = 0; x < WIDTH; x++) {
			unsigned char *p = rgb + (y * WIDTH + x) * 3;

			p[0] = (unsigned char)(x * 6);
			p[1] = (unsigned char)(y * 9);
			p[2] = x > y ? 200 : 10;
		}
}

/* Four columns of ten pixels, three rows of nine. */
static struct screen_raw
picture(enum screen_way way)
{
	return (struct screen_raw){ .way = way, .id = 7, .rgb = rgb, .width = WIDTH, .height = HEIGHT, .col_width = 10, .row_height = 9,
		.row = 2, .col = 5, .rows = 1, .cols = 4 };
}

static int
digit_of(char c)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = strchr(digits, c);

	return at && c ? (int)(at - digits) : -1;
}

static void
decode_base64(struct str s, struct buf *out)
{
	unsigned value = 0;
	int bits = 0;

	for (size_t i = 0; i < s.n && s.p[i] != '='; i++) {
		assert_true(digit_of(s.p[i]) >= 0);
		value = value << 6 | (unsigned)digit_of(s.p[i]);
		bits += 6;
		if (bits < 8)
			continue;
		bits -= 8;
		(void)buf_putc(out, (char)(value >> bits & 0xff));
	}
}

static void
kitty_sends_all_pixels_in_short_commands(void **state)
{
	struct screen_raw raw = picture(SCREEN_KITTY);
	struct buf out = { 0 }, back = { 0 };

	(void)state;
	for (size_t at = 0; at < kitty_bytes(&raw);) {
		struct str payload;

		buf_clear(&out);
		at += kitty_send(&out, &raw, at);
		assert_true(str_starts(buf_str(&out), at > 3072 ? "\033_Gm=" : "\033_Ga=t,t=d,f=24,i=7,s=40,v=27,q=2,m=1;"));
		assert_true(str_ends(buf_str(&out), "\033\\"));
		assert_true(str_has(buf_str(&out), at < kitty_bytes(&raw) ? "m=1" : "m=0"));
		str_cut(str_sub(buf_str(&out), 0, out.n - 2), ';', NULL, &payload);
		assert_true(payload.n <= KITTY_CHUNK);
		decode_base64(payload, &back);
	}
	assert_int_equal(back.n, sizeof rgb);
	assert_memory_equal(back.p, rgb, sizeof rgb);
	buf_free(&out);
	buf_free(&back);
}

static void
kitty_places_a_part_and_takes_it_away(void **state)
{
	struct screen_raw raw = picture(SCREEN_KITTY);
	struct buf out = { 0 };

	(void)state;
	raw.first = 1;
	raw.rows = 2;
	kitty_place(&out, &raw, 3);
	assert_str(buf_str(&out), "\0337\033[3;6H\033_Ga=p,i=7,p=3,x=0,y=9,w=40,h=18,C=1,q=2\033\\\0338");
	buf_clear(&out);
	raw.is_guessed = true;
	raw.cols = 3; /* cut at the right */
	kitty_place(&out, &raw, 4);
	assert_str(buf_str(&out), "\0337\033[3;6H\033_Ga=p,i=7,p=4,x=0,y=9,w=30,h=18,C=1,q=2,c=3,r=2\033\\\0338");
	buf_clear(&out);
	kitty_take(&out, 7, 3);
	assert_str(buf_str(&out), "\033_Ga=d,d=i,i=7,p=3,q=2\033\\");
	buf_free(&out);
}

/* Reads sixels as a terminal does: pixels of *width x *height, which were none of any colour before. */
static void
decode_sixel(struct str s, unsigned char *to, int *width, int *height)
{
	unsigned char colors[256][3] = { { 0 } };
	int color = 0, x = 0, y = 0, run = 1;

	assert_true(str_starts(s, "\033P0;1;0q\"1;1;"));
	s = str_sub(s, strlen("\033P0;1;0q\"1;1;"), s.n);
	*width = (int)num_take(&s, 5);
	s = str_sub(s, 1, s.n);
	*height = (int)num_take(&s, 5);
	while (s.n && *s.p != '\033') {
		char c = *s.p;

		s = str_sub(s, 1, s.n);
		if (c == '#') {
			color = (int)num_take(&s, 3);
			assert_in_range(color, 0, 255);
			if (!str_starts(s, ";2;"))
				continue;
			s = str_sub(s, 2, s.n);
			for (int i = 0; i < 3; i++) {
				s = str_sub(s, 1, s.n);
				colors[color][i] = (unsigned char)((num_take(&s, 3) * 255 + 50) / 100);
			}
		} else if (c == '!') {
			run = (int)num_take(&s, 5);
		} else if (c == '$' || c == '-') {
			x = 0;
			y += c == '-' ? 6 : 0;
		} else {
			assert_in_range(c, '?', '~');
			for (; run > 0; run--, x++)
				for (int bit = 0; bit < 6; bit++)
					if ((c - '?') >> bit & 1) {
						assert_true(x < *width && y + bit < *height);
						memcpy(to + ((y + bit) * *width + x) * 3, colors[color], 3);
					}
			run = 1;
		}
	}
	assert_str(s, "\033\\");
}

static void
sixels_are_the_picture(void **state)
{
	unsigned char back[sizeof rgb] = { 0 };
	struct buf out = { 0 };
	int width, height;

	(void)state;
	sixel_add(&out, rgb, WIDTH * 3, WIDTH, HEIGHT);
	decode_sixel(buf_str(&out), back, &width, &height);
	assert_int_equal(width, WIDTH);
	assert_int_equal(height, HEIGHT);
	for (size_t i = 0; i < sizeof rgb; i++)
		assert_in_range(abs(rgb[i] - back[i]), 0, 16);
	buf_free(&out);
}

static void
few_colours_stay_as_they_are(void **state)
{
	static struct palette p;
	unsigned char pixels[12 * 3];

	(void)state;
	for (int i = 0; i < 12; i++) {
		pixels[3 * i] = (unsigned char)(i * 20);
		pixels[3 * i + 1] = 255;
		pixels[3 * i + 2] = i & 1 ? 0 : 3;
	}
	palette_make(&p, pixels, 12 * 3, 12, 1);
	assert_in_range(p.n, 6, 12);
	for (int i = 0; i < 12; i++)
		for (int c = 0; c < 3; c++)
			assert_in_range(abs(p.colors[palette_find(&p, pixels + 3 * i)][c] - pixels[3 * i + c]), 0, 7);
	memset(pixels, 9, sizeof pixels);
	palette_make(&p, pixels, 12 * 3, 12, 1);
	assert_int_equal(p.n, 1);
	assert_int_equal(p.colors[0][0], 9);
}

/* A terminal that takes all that is written to it. */
struct terminal {
	struct term_raw raw;
	struct screen screen;
	struct buf got;
	bool stale[10];
	int fd;
};

static void
open_terminal(struct terminal *t)
{
	*t = (struct terminal){ .fd = memfd_create("terminal", MFD_CLOEXEC) };
	screen_resize(&t->screen, 10, 30);
}

static void
close_terminal(struct terminal *t)
{
	term_raw_close(&t->raw, t->fd);
	screen_free(&t->screen);
	buf_free(&t->got);
	(void)close(t->fd);
}

/* What has been written since the last look. */
static struct str
written(struct terminal *t)
{
	assert_int_equal(lseek(t->fd, 0, SEEK_SET), 0);
	assert_int_equal(file_read_fd(t->fd, "terminal", 1 << 20, &t->got, NULL), 0);
	assert_int_equal(ftruncate(t->fd, 0), 0);
	assert_int_equal(lseek(t->fd, 0, SEEK_SET), 0);
	return buf_str(&t->got);
}

/* Rows [first, 3) of the picture from row at on. */
static void
put(struct terminal *t, enum screen_way way, int at, int first)
{
	screen_clear(&t->screen);
	for (int i = first; i < 3; i++) {
		struct screen_raw raw = picture(way);

		raw.row = at + i - first;
		raw.first = i;
		screen_put_raw(&t->screen, &raw);
	}
}

static void
show(struct terminal *t, int steps)
{
	memset(t->stale, 0, sizeof t->stale);
	term_raw_before(&t->raw, &t->screen, t->stale, t->fd);
	term_raw_after(&t->raw, &t->screen);
	while (steps-- && term_raw_is_busy(&t->raw))
		term_raw_step(&t->raw, t->fd);
}

static void
only_what_changes_is_written(void **state)
{
	struct terminal t;

	(void)state;
	open_terminal(&t);
	put(&t, SCREEN_KITTY, 2, 0);
	assert_int_equal(t.screen.n_raws, 1);
	show(&t, -1);
	assert_true(str_has(written(&t), "a=t,t=d,f=24,i=7"));
	assert_true(str_has(buf_str(&t.got), "\033[3;6H\033_Ga=p,i=7,p=1,x=0,y=0,w=40,h=27"));
	assert_true(term_raw_shows(&t.raw, &t.screen));
	show(&t, -1);
	assert_int_equal(written(&t).n, 0);
	put(&t, SCREEN_KITTY, 0, 1); /* scrolled: the upper row is cut off, nothing is sent again */
	show(&t, -1);
	assert_str(written(&t), "\033_Ga=d,d=i,i=7,p=1,q=2\033\\\0337\033[1;6H\033_Ga=p,i=7,p=2,x=0,y=9,w=40,h=18,C=1,q=2\033\\\0338");
	screen_clear(&t.screen);
	assert_false(term_raw_shows(&t.raw, &t.screen));
	show(&t, -1);
	assert_str(written(&t), "\033_Ga=d,d=i,i=7,p=2,q=2\033\\");
	term_raw_close(&t.raw, t.fd);
	assert_str(written(&t), KITTY_CLEAR);
	close_terminal(&t);
}

static void
what_lies_over_a_picture_hides_its_row(void **state)
{
	struct terminal t;

	(void)state;
	open_terminal(&t);
	put(&t, SCREEN_KITTY, 2, 0);
	(void)screen_put(&t.screen, 3, 6, 2, 0, str_lit("글"));
	show(&t, -1);
	assert_true(str_has(written(&t), "\033[3;6H\033_Ga=p,i=7,p=1,x=0,y=0,w=40,h=9"));
	assert_true(str_has(buf_str(&t.got), "\033[5;6H\033_Ga=p,i=7,p=2,x=0,y=18,w=40,h=9"));
	close_terminal(&t);
}

static void
sixels_go_by_rows_that_are_written_anew(void **state)
{
	static const bool want[10] = { [2] = true, [3] = true, [4] = true };
	struct terminal t;

	(void)state;
	open_terminal(&t);
	put(&t, SCREEN_SIXEL, 2, 0);
	show(&t, -1);
	assert_true(str_starts(written(&t), "\0337\033[3;6H\033P0;1;0q\"1;1;40;27#0;2;"));
	assert_true(str_ends(buf_str(&t.got), "\033\\\0338"));
	put(&t, SCREEN_SIXEL, 2, 1);
	show(&t, -1);
	assert_memory_equal(t.stale, want, sizeof want);
	assert_true(str_starts(written(&t), "\0337\033[3;6H\033P0;1;0q\"1;1;40;18#0;2;"));
	term_raw_close(&t.raw, t.fd);
	assert_int_equal(written(&t).n, 0);
	close_terminal(&t);
}

static void
a_key_breaks_sixels_off_and_they_come_again(void **state)
{
	struct terminal t;

	(void)state;
	open_terminal(&t);
	for (size_t i = 0; i < sizeof rgb; i++)
		rgb[i] = (unsigned char)(rand() & 0xff); /* more than one piece */
	put(&t, SCREEN_SIXEL, 2, 0);
	show(&t, 1);
	assert_true(term_raw_is_busy(&t.raw));
	assert_int_equal(written(&t).n, 4096);
	term_raw_before(&t.raw, &t.screen, t.stale, t.fd);
	assert_str(written(&t), "\033\\\0338");
	assert_true(t.stale[2] && t.stale[4]);
	term_raw_after(&t.raw, &t.screen);
	while (term_raw_is_busy(&t.raw))
		term_raw_step(&t.raw, t.fd);
	assert_true(str_starts(written(&t), "\0337\033[3;6H\033P"));
	assert_true(str_ends(buf_str(&t.got), "\033\\\0338"));
	paint();
	close_terminal(&t);
}

static void
a_command_of_kitty_is_finished_before_anything_else(void **state)
{
	static unsigned char wide[100 * 100 * 3];
	struct screen_raw raw = { .way = SCREEN_KITTY, .id = 9, .rgb = wide, .width = 100, .height = 100, .col_width = 10, .row_height = 100,
		.row = 1, .col = 1, .rows = 1, .cols = 10 };
	struct terminal t;

	(void)state;
	open_terminal(&t);
	screen_put_raw(&t.screen, &raw);
	show(&t, 1);
	assert_false(str_ends(written(&t), "\033\\"));
	show(&t, 0);
	assert_true(str_ends(written(&t), "\033\\"));
	show(&t, -1);
	assert_true(str_starts(written(&t), "\033_Gm=1"));
	assert_true(str_has(buf_str(&t.got), "a=p,i=9"));
	close_terminal(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kitty_sends_all_pixels_in_short_commands),
		cmocka_unit_test(kitty_places_a_part_and_takes_it_away),
		cmocka_unit_test(sixels_are_the_picture),
		cmocka_unit_test(few_colours_stay_as_they_are),
		cmocka_unit_test(only_what_changes_is_written),
		cmocka_unit_test(what_lies_over_a_picture_hides_its_row),
		cmocka_unit_test(sixels_go_by_rows_that_are_written_anew),
		cmocka_unit_test(a_key_breaks_sixels_off_and_they_come_again),
		cmocka_unit_test(a_command_of_kitty_is_finished_before_anything_else),
	};

	paint();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
