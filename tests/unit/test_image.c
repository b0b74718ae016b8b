/*
 * Pictures: what is made of them, by the pure parts and by sosik-image.
 */
#include "unit.h"

#include <sys/resource.h>

#include "base/limits.h"
#include "base/sha256.h"
#include "image/image_exif.h"
#include "image/image_kind.h"
#include "image/image_scale.h"
#include "image/image_turn.h"
#include "worker/jail.h"
#include "image_fixture.h"

/* As many pixels as cells. */
static const struct image_want small = { 40, 20, 1, 1, 0, 0 };

enum { RED = 0xff0000, GREEN = 0x00ff00, BLUE = 0x0000ff, WHITE = 0xffffff };

/* Looks at a picture, which ends well. */
static struct image_wire
look(struct str bytes, const struct image_want *want, struct buf *answer)
{
	struct image_wire head = { 0 };

	buf_clear(answer);
	assert_int_equal(picture_look(bytes, want, answer), 0);
	assert_true(image_wire_read(buf_str(answer), want, &head));
	assert_int_equal(answer->n, IMAGE_WIRE_HEAD + image_wire_pixels(&head));
	return head;
}

static unsigned
pixel(const struct buf *answer, const struct image_wire *head, int x, int y)
{
	const unsigned char *p = (const unsigned char *)answer->p + IMAGE_WIRE_HEAD + ((size_t)y * (size_t)head->fit.width + (size_t)x) * 3;

	return (unsigned)p[0] << 16 | (unsigned)p[1] << 8 | p[2];
}

/* JPEG is near enough. */
static void
assert_near(unsigned got, unsigned want, int line)
{
	for (int i = 0; i < 24; i += 8)
		if (abs((int)(got >> i & 0xff) - (int)(want >> i & 0xff)) > 24) {
			print_error("line %d: want %06x, got %06x\n", line, want, got);
			_fail(__FILE__, line);
		}
}
#define assert_near(got, want) assert_near((got), (want), __LINE__)

/* Its quarters are these, read from the top left. */
static void
assert_quarters(struct str bytes, const unsigned want[4], enum image_problem problem, int line)
{
	struct buf answer = { 0 };
	struct image_wire head = look(bytes, &small, &answer);
	int right = head.fit.width - 1, bottom = head.fit.height - 1;

	if (head.problem != problem)
		print_error("line %d: problem %d\n", line, head.problem);
	assert_int_equal(head.problem, problem);
	assert_near(pixel(&answer, &head, 0, 0), want[0]);
	assert_near(pixel(&answer, &head, right, 0), want[1]);
	assert_near(pixel(&answer, &head, 0, bottom), want[2]);
	assert_near(pixel(&answer, &head, right, bottom), want[3]);
	buf_free(&answer);
}
#define assert_quarters(bytes, problem, ...) assert_quarters((bytes), (const unsigned[4]){ __VA_ARGS__ }, (problem), __LINE__)

static void
every_kind_is_read(void **state)
{
	struct picture p = picture_make(32, 16);
	struct buf bytes = { 0 };

	(void)state;
	picture_jpeg(p, JCS_RGB, false, STR_NONE, &bytes);
	assert_quarters(buf_str(&bytes), IMAGE_FINE, RED, GREEN, BLUE, WHITE);
	buf_clear(&bytes);
	picture_jpeg(p, JCS_CMYK, false, STR_NONE, &bytes);
	assert_quarters(buf_str(&bytes), IMAGE_FINE, RED, GREEN, BLUE, WHITE);
	for (int i = 0; i < 4; i++) {
		buf_clear(&bytes);
		picture_png(p, i & 1 ? 16 : 8, i & 1 ? -1 : 255, i & 2, &bytes);
		assert_quarters(buf_str(&bytes), IMAGE_FINE, RED, GREEN, BLUE, WHITE);
	}
	buf_clear(&bytes);
	picture_webp(p, &bytes);
	assert_quarters(buf_str(&bytes), IMAGE_FINE, RED, GREEN, BLUE, WHITE);
	free(p.rgb);
	buf_free(&bytes);
}

static void
what_shines_through_is_white(void **state)
{
	struct picture p = picture_make(8, 8);
	struct buf bytes = { 0 };

	(void)state;
	picture_png(p, 8, 0, false, &bytes);
	assert_quarters(buf_str(&bytes), IMAGE_FINE, WHITE, WHITE, WHITE, WHITE);
	buf_clear(&bytes);
	picture_png(p, 8, 128, false, &bytes);
	assert_quarters(buf_str(&bytes), IMAGE_FINE, 0xff7f7f, 0x7fff7f, 0x7f7fff, WHITE);
	free(p.rgb);
	buf_free(&bytes);
}

/* A screen of 4 x 2: red, green, blue, white. */
static const char gif_head[] = "GIF89a\4\0\2\0\x91\0\0\xff\0\0\0\xff\0\0\0\xff\xff\xff\xff";

static void
add_code(struct buf *out, uint32_t *held, int *bits, unsigned code)
{
	*held |= code << *bits;
	for (*bits += 3; *bits >= 8; *bits -= 8, *held >>= 8)
		(void)buf_putc(out, (char)(*held & 0xff));
}

/* The first pictures of files: codes never grow, as each colour is behind a clear code. */
static void
add_gif_picture(struct buf *out, int left, int columns, int rows, int flags, const unsigned char *pixels)
{
	const char head[] = { ',', (char)left, 0, 0, 0, (char)columns, 0, (char)rows, 0, (char)flags, 2 };
	struct buf codes = { 0 };
	uint32_t held = 0;
	int bits = 0;

	for (int i = 0; i < columns * rows; i++) {
		add_code(&codes, &held, &bits, 4);
		add_code(&codes, &held, &bits, pixels[i]);
	}
	add_code(&codes, &held, &bits, 5);
	(void)buf_putc(&codes, (char)held);
	(void)buf_add_bytes(out, head, sizeof head);
	(void)buf_putc(out, (char)codes.n);
	(void)buf_add(out, buf_str(&codes));
	(void)buf_putc(out, 0);
	buf_free(&codes);
}

static void
gif_shows_its_first_picture_where_it_stands(void **state)
{
	static const unsigned char pixels[] = { 0, 1, 2, 3 }, others[] = { 3, 3, 3, 3, 3, 3, 3, 3 };
	struct buf bytes = { 0 }, answer = { 0 };
	struct image_wire head;

	(void)state;
	(void)buf_add(&bytes, str_new(gif_head, sizeof gif_head - 1));
	(void)buf_add(&bytes, str_lit("!\xfe\3abc\0!\xf9\4\1\0\0\2\0")); /* a comment; blue shines through */
	add_gif_picture(&bytes, 2, 2, 2, 0, pixels);
	add_gif_picture(&bytes, 0, 4, 2, 0, others);
	(void)buf_putc(&bytes, ';');
	head = look(buf_str(&bytes), &small, &answer);
	assert_int_equal(head.problem, IMAGE_FINE);
	assert_int_equal(head.width, 4);
	assert_int_equal(pixel(&answer, &head, 0, 0), WHITE);
	assert_int_equal(pixel(&answer, &head, 2, 0), RED);
	assert_int_equal(pixel(&answer, &head, 3, 0), GREEN);
	assert_int_equal(pixel(&answer, &head, 2, 1), WHITE);
	buf_free(&bytes);
	buf_free(&answer);
}

static void
gif_puts_interlaced_rows_in_their_places(void **state)
{
	static const unsigned char rows[] = { 0, 1, 2, 2, 3, 3, 3, 3 }; /* rows 0, 4, 2, 6, 1, 3, 5, 7 */
	static const unsigned want[] = { RED, WHITE, BLUE, WHITE, GREEN, WHITE, BLUE, WHITE };
	struct buf bytes = { 0 }, answer = { 0 };
	struct image_wire head;

	(void)state;
	(void)buf_add(&bytes, str_new(gif_head, sizeof gif_head - 1));
	bytes.p[6] = 1;
	bytes.p[8] = 8;
	add_gif_picture(&bytes, 0, 1, 8, 0x40, rows);
	head = look(buf_str(&bytes), &small, &answer);
	for (int y = 0; y < 8; y++)
		assert_int_equal(pixel(&answer, &head, 0, y), want[y]);
	buf_free(&bytes);
	buf_free(&answer);
}

/* Exif in big and in little order, the tag the second of two. */
static void
exif_tells_how_a_picture_is_turned(void **state)
{
	char little[] = "Exif\0\0II*\0\x08\0\0\0\2\0\x0f\1\2\0\4\0\0\0abc\0\x12\1\3\0\1\0\0\0\6\0\0\0";
	static const char big[] = "MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\x08\0\0";

	(void)state;
	assert_int_equal(image_exif_orientation(str_new(little, sizeof little - 1)), 6);
	assert_int_equal(image_exif_orientation(str_new(big, sizeof big - 1)), 8);
	for (size_t n = 0; n < sizeof little - 4; n++)
		assert_in_range(image_exif_orientation(str_new(little, n)), 1, 6);
	little[10] = little[11] = (char)0xff; /* where its entries should be is nothing */
	assert_int_equal(image_exif_orientation(str_new(little, sizeof little - 1)), 1);
	assert_int_equal(image_exif_orientation(STR_NONE), 1);
}

static void
pictures_stand_upright(void **state)
{
	static const unsigned want[8][4] = {
		{ RED, GREEN, BLUE, WHITE }, { GREEN, RED, WHITE, BLUE }, { WHITE, BLUE, GREEN, RED }, { BLUE, WHITE, RED, GREEN },
		{ RED, BLUE, GREEN, WHITE }, { BLUE, RED, WHITE, GREEN }, { WHITE, GREEN, BLUE, RED }, { GREEN, WHITE, RED, BLUE },
	};
	struct picture p = picture_make(48, 32);
	char exif[] = "Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\1\0\0\0\0\0\0";
	struct buf bytes = { 0 }, answer = { 0 };

	(void)state;
	for (int i = 0; i < 8; i++) {
		struct image_wire head;

		exif[25] = (char)(i + 1);
		buf_clear(&bytes);
		picture_jpeg(p, JCS_RGB, false, str_new(exif, sizeof exif - 1), &bytes);
		assert_quarters(buf_str(&bytes), IMAGE_FINE, want[i][0], want[i][1], want[i][2], want[i][3]);
		head = look(buf_str(&bytes), &small, &answer);
		assert_int_equal(head.width, i < 4 ? 48 : 32);
		assert_int_equal(head.height, i < 4 ? 32 : 48);
	}
	free(p.rgb);
	buf_free(&bytes);
	buf_free(&answer);
}

static void
a_file_that_is_cut_shows_what_there_is(void **state)
{
	struct picture p = picture_make(60, 120);
	struct buf bytes = { 0 };
	uint32_t seed = 7;

	(void)state;
	for (int i = 0; i < 60 * 120 * 3; i++) { /* the lower half is hard to pack: there the file is cut */
		seed = seed * 1664525 + 1013904223;
		if (i > 60 * 60 * 3)
			p.rgb[i] = (unsigned char)(seed >> 24);
	}
	picture_jpeg(p, JCS_RGB, false, STR_NONE, &bytes);
	assert_quarters(str_sub(buf_str(&bytes), 0, bytes.n * 3 / 4), IMAGE_CUT, RED, GREEN, 0x808080, 0x808080);
	buf_clear(&bytes);
	picture_png(p, 8, -1, false, &bytes);
	for (size_t n = 0; n < bytes.n; n += bytes.n / 40) {
		struct buf answer = { 0 };
		struct image_wire head = look(str_sub(buf_str(&bytes), 0, n), &small, &answer);

		assert_int_equal(head.problem, n < 9 ? IMAGE_NOT_READ : head.fit.width ? IMAGE_CUT : IMAGE_BROKEN);
		if (n > bytes.n / 2)
			assert_int_equal(head.problem, IMAGE_CUT);
		buf_free(&answer);
	}
	free(p.rgb);
	buf_free(&bytes);
}

/* The same file with one byte after the other turned round: something is shown or told, and nothing worse. */
static void
damage_never_ends_it_by_a_signal(void **state)
{
	struct picture p = picture_make(16, 16);
	struct buf files[4] = { { 0 } }, answer = { 0 };

	(void)state;
	picture_jpeg(p, JCS_RGB, false, STR_NONE, &files[0]);
	picture_png(p, 8, 200, true, &files[1]);
	picture_webp(p, &files[2]);
	(void)buf_add(&files[3], str_new(gif_head, sizeof gif_head - 1));
	add_gif_picture(&files[3], 0, 4, 2, 0, (const unsigned char[]){ 0, 1, 2, 3, 3, 2, 1, 0 });
	for (size_t i = 0; i < 4; i++)
		for (size_t at = 0; at < files[i].n; at += 1 + files[i].n / 60) {
			files[i].p[at] = (char)(files[i].p[at] ^ 0xff);
			(void)look(buf_str(&files[i]), &small, &answer);
			files[i].p[at] = (char)(files[i].p[at] ^ 0xff);
		}
	for (size_t i = 0; i < 4; i++)
		buf_free(&files[i]);
	free(p.rgb);
	buf_free(&answer);
}

/* A PNG that says it is width x height, and has no more than that. */
static void
png_claim(struct buf *out, unsigned width, unsigned height)
{
	struct picture p = picture_make(2, 2);
	unsigned char *ihdr;
	unsigned long crc;

	picture_png(p, 8, -1, false, out);
	ihdr = (unsigned char *)out->p + 12;
	for (int i = 0; i < 4; i++) {
		ihdr[4 + i] = (unsigned char)(width >> (24 - 8 * i));
		ihdr[8 + i] = (unsigned char)(height >> (24 - 8 * i));
	}
	crc = 0xffffffff;
	for (int i = 0; i < 17; i++) {
		crc ^= ihdr[i];
		for (int k = 0; k < 8; k++)
			crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
	}
	for (int i = 0; i < 4; i++)
		ihdr[17 + i] = (unsigned char)((crc ^ 0xffffffff) >> (24 - 8 * i) & 0xff);
	free(p.rgb);
}

static void
what_claims_to_be_huge_is_refused_before_memory_is_taken(void **state)
{
	static const unsigned sizes[][2] = { { 60000, 60000 }, { 65535, 65535 }, { 8000, 8000 }, { 70000, 1 } };
	struct buf bytes = { 0 }, answer = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct image_wire head;

		buf_clear(&bytes);
		png_claim(&bytes, sizes[i][0], sizes[i][1]);
		head = look(buf_str(&bytes), &small, &answer);
		assert_int_equal(head.problem, sizes[i][0] > LIMIT_IMAGE_SIDE ? IMAGE_BROKEN : IMAGE_TOO_LARGE);
	}
	buf_clear(&bytes);
	(void)buf_add(&bytes, str_lit("GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\2\1\0\0"));
	assert_int_equal(look(buf_str(&bytes), &small, &answer).problem, IMAGE_TOO_LARGE);
	buf_clear(&bytes);
	(void)buf_fill(&bytes, 'x', LIMIT_IMAGE_BYTES + 1);
	memcpy(bytes.p, "GIF89a", 6);
	assert_int_equal(look(buf_str(&bytes), &small, &answer).problem, IMAGE_TOO_LARGE);
	buf_free(&bytes);
	buf_free(&answer);
}

/* As large as may be: white, black; black, white. */
static void
png_of_passes(struct buf *out)
{
	enum { WIDTH = 6400, HEIGHT = 6500 };
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	unsigned char half[2][WIDTH / 8], *rows[HEIGHT];

	for (int i = 0; i < 2; i++)
		memset(half[i], 0, sizeof half[i]);
	memset(half[0], 0xff, sizeof half[0] / 2);
	memset(half[1] + sizeof half[1] / 2, 0xff, sizeof half[1] / 2);
	for (int y = 0; y < HEIGHT; y++)
		rows[y] = half[y >= HEIGHT / 2];
	png_set_write_fn(png, out, picture_write, NULL);
	png_set_IHDR(png, info, WIDTH, HEIGHT, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_ADAM7, PNG_COMPRESSION_TYPE_DEFAULT,
		PNG_FILTER_TYPE_DEFAULT);
	png_set_rows(png, info, rows);
	png_write_png(png, info, PNG_TRANSFORM_IDENTITY, NULL);
	png_destroy_write_struct(&png, &info);
}

/* What the later passes have is not read: it takes seconds. */
static void
early_passes_do_for_a_large_picture(void **state)
{
	static const struct image_want wants[] = { { 40, 20, 1, 1, 0, 0 }, { 160, 80, 10, 16, 0, 0 } };
	struct buf bytes = { 0 }, answer = { 0 };

	(void)state;
	png_of_passes(&bytes);
	assert_quarters(buf_str(&bytes), IMAGE_FINE, WHITE, 0, 0, WHITE);
	for (size_t i = 0; i < sizeof wants / sizeof *wants; i++) {
		struct image_wire head = look(str_sub(buf_str(&bytes), 0, bytes.n / 2), &wants[i], &answer);
		struct image_fit fit = image_fit(6400, 6500, &wants[i]);

		assert_int_equal(head.problem, IMAGE_FINE);
		assert_int_equal(head.width, 6400);
		assert_int_equal(head.height, 6500);
		assert_int_equal(head.fit.width, fit.width);
		assert_int_equal(head.fit.height, fit.height);
		assert_int_equal(pixel(&answer, &head, fit.width / 2 - 2, fit.height / 2 - 2), WHITE);
		assert_int_equal(pixel(&answer, &head, fit.width / 2 + 2, fit.height / 2 - 2), 0);
		assert_int_equal(pixel(&answer, &head, fit.width / 2 - 2, fit.height / 2 + 2), 0);
		assert_int_equal(pixel(&answer, &head, fit.width - 1, fit.height - 1), WHITE);
	}
	buf_free(&bytes);
	buf_free(&answer);
}

/* A JPEG in several scans is what takes most memory, as much as its head says. */
static void
the_largest_picture_fits_the_memory(void **state)
{
	static const char size[] = { 0, 16, 0, 16 }, largest[] = { 6500 >> 8, 6500 & 0xff, 6400 >> 8, 6400 & 0xff };
	struct picture p = picture_make(16, 16);
	struct buf bytes = { 0 }, answer = { 0 };
	struct image_wire head;
	char *at;

	(void)state;
	picture_jpeg(p, JCS_RGB, true, STR_NONE, &bytes);
	at = memmem(bytes.p, bytes.n, size, sizeof size);
	assert_non_null(at);
	memcpy(at, largest, sizeof largest);
	head = look(buf_str(&bytes), &small, &answer);
	assert_int_equal(head.problem, IMAGE_CUT);
	assert_int_equal(head.width, 6400);
	free(p.rgb);
	buf_free(&bytes);
	buf_free(&answer);
}

static void
what_is_no_picture_is_told(void **state)
{
	struct buf answer = { 0 };

	(void)state;
	assert_int_equal(look(str_lit("<!doctype html><p>login"), &small, &answer).problem, IMAGE_NOT_READ);
	assert_int_equal(look(str_lit("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), &small, &answer).problem, IMAGE_NOT_READ);
	assert_int_equal(look(STR_NONE, &small, &answer).problem, IMAGE_NOT_READ);
	assert_int_equal(look(str_lit("\xff\xd8\xff"), &small, &answer).problem, IMAGE_BROKEN);
	assert_int_equal(look(str_lit("GIF89a"), &small, &answer).problem, IMAGE_BROKEN);
	assert_int_equal(look(str_lit("RIFF\0\0\0\0WEBPVP8 "), &small, &answer).problem, IMAGE_BROKEN);
	buf_free(&answer);
}

static void
kinds_are_known_by_how_they_begin(void **state)
{
	(void)state;
	assert_int_equal(image_kind_of(str_lit("\0\0\0\x20" "ftypavif\0\0")), IMAGE_KIND_AVIF);
	assert_int_equal(image_kind_of(str_lit("\0\0\0\x20" "ftypheic\0\0")), IMAGE_KIND_HEIC);
	assert_int_equal(image_kind_of(str_lit("\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- x -->\n<svg>")), IMAGE_KIND_SVG);
	assert_int_equal(image_kind_of(str_lit("<?xml version=\"1.0\"?><html><svg>")), IMAGE_KIND_NONE);
	assert_int_equal(image_kind_of(str_lit("<html><svg>")), IMAGE_KIND_NONE);
	assert_int_equal(image_kind_of(STR_NONE), IMAGE_KIND_NONE);
	assert_false(image_kind_is_read(IMAGE_KIND_SVG));
	assert_true(image_kind_is_read(IMAGE_KIND_WEBP));
	assert_string_equal(image_kind_name(IMAGE_KIND_AVIF), "AVIF");
}

static void
pictures_fit_their_cells_and_keep_their_shape(void **state)
{
	const struct image_want want = { 60, 20, 8, 16, 0, 0 }, parts = { 60, 20, 8, 16, 2, 2 };
	struct image_fit fit = image_fit(1200, 630, &want);

	(void)state;
	assert_int_equal(fit.width, 480);
	assert_int_equal(fit.height, 252);
	assert_int_equal(fit.cols, 60);
	assert_int_equal(fit.rows, 16);
	fit = image_fit(100, 20000, &want);
	assert_int_equal(fit.width, 2);
	assert_int_equal(fit.height, 320);
	fit = image_fit(20000, 10, &want);
	assert_int_equal(fit.height, 1);
	fit = image_fit(17, 16, &want); /* never larger than it is */
	assert_int_equal(fit.width, 17);
	assert_int_equal(fit.cols, 3);
	assert_int_equal(fit.rows, 1);
	fit = image_fit(1200, 630, &parts);
	assert_int_equal(fit.width, 120);
	assert_int_equal(fit.height, 32);
	assert_true(image_fit_is_sound(&want));
	assert_false(image_fit_is_sound(&(struct image_want){ 0, 20, 8, 16, 0, 0 }));
	assert_false(image_fit_is_sound(&(struct image_want){ 1000, 1000, 8, 16, 0, 0 }));
}

static void
an_answer_is_believed_only_as_far_as_it_fits(void **state)
{
	const struct image_want want = { 60, 20, 8, 16, 0, 0 };
	struct image_wire head = { IMAGE_FINE, 1200, 630, image_fit(1200, 630, &want) }, got;
	struct buf bytes = { 0 };

	(void)state;
	image_wire_write(&bytes, &head);
	assert_int_equal(bytes.n, IMAGE_WIRE_HEAD);
	assert_true(image_wire_read(buf_str(&bytes), &want, &got));
	assert_int_equal(image_wire_pixels(&got), 480 * 252 * 3);
	assert_false(image_wire_read(str_sub(buf_str(&bytes), 0, bytes.n - 1), &want, &got));
	for (size_t at = 0; at < IMAGE_WIRE_HEAD - 4; at++) {
		bytes.p[at] ^= 0x40;
		if (image_wire_read(buf_str(&bytes), &want, &got))
			assert_int_equal(image_wire_pixels(&got), (size_t)got.fit.width * (size_t)got.fit.height * 3);
		assert_true(image_wire_pixels(&got) <= 480 * 320 * 3);
		bytes.p[at] ^= 0x40;
	}
	buf_free(&bytes);
}

static void
scaling_counts_pixels_by_their_area(void **state)
{
	static const unsigned char row[] = { 0, 0, 0, 255, 90, 90, 90, 255, 240, 240, 240, 255 };
	struct image_scale s;

	(void)state;
	image_scale_init(&s, 3, 1, 2, 1);
	image_scale_row(&s, row);
	image_scale_row(&s, row); /* one too many */
	assert_int_equal(s.made, 1);
	assert_int_equal(s.pixels[0], 30);  /* (2 * 0 + 90) / 3 */
	assert_int_equal(s.pixels[3], 190); /* (90 + 2 * 240) / 3 */
	image_scale_free(&s);
	image_scale_init(&s, 1, 1, 2, 2);
	image_scale_row(&s, row + 4);
	assert_int_equal(s.made, 2);
	assert_int_equal(s.pixels[11], 90);
	image_scale_free(&s);
}

static void
the_decoder_is_jailed_and_takes_no_odd_wish(void **state)
{
	const char *build = getenv("O");
	char program[256];
	const char *args[] = { program, "probe", NULL };
	struct buf answer = { 0 };
	struct err err;
	pid_t pid;

	(void)state;
	(void)snprintf(program, sizeof program, "%s/sosik-image", build ? build : "build");
	assert_int_equal(proc_start(args, (struct proc_io){ PROC_NULL, PROC_NULL, PROC_SAME }, &pid, &err), 0);
	assert_int_equal(proc_wait(pid), 0);
	assert_int_equal(picture_look(STR_NONE, &(struct image_want){ 1000, 1000, 100, 100, 0, 0 }, &answer), 2);
	assert_int_equal(answer.n, 0);
	buf_free(&answer);
}

/* What it may use is known once it reads. */
static void
the_decoder_has_limits_of_its_own(void **state)
{
	enum { MORE_THAN_A_PIPE = (64 << 10) + 1 };
	const char *build = getenv("O");
	char program[256], *nothing = mem_zalloc(1, MORE_THAN_A_PIPE);
	const char *args[] = { program, "40", "20", "1", "1", "0", "0", NULL };
	struct rlimit cpu, memory;
	struct err err;
	int in[2];
	pid_t pid;

	(void)state;
	(void)snprintf(program, sizeof program, "%s/sosik-image", build ? build : "build");
	assert_int_equal(pipe2(in, O_CLOEXEC), 0);
	assert_int_equal(fcntl(in[1], F_SETPIPE_SZ, MORE_THAN_A_PIPE - 1), MORE_THAN_A_PIPE - 1);
	assert_int_equal(proc_start(args, (struct proc_io){ in[0], PROC_NULL, PROC_SAME }, &pid, &err), 0);
	(void)close(in[0]);
	assert_int_equal(file_write_fd(in[1], nothing, MORE_THAN_A_PIPE), 0);
	assert_int_equal(prlimit(pid, RLIMIT_CPU, NULL, &cpu), 0);
	assert_int_equal(prlimit(pid, RLIMIT_AS, NULL, &memory), 0);
	assert_int_equal(cpu.rlim_cur, LIMIT_IMAGE_CPU_S);
	if (!jail_is_sanitized())
		assert_int_equal(memory.rlim_max, (rlim_t)LIMIT_IMAGE_MEMORY_MB << 20);
	(void)close(in[1]);
	assert_int_equal(proc_wait(pid), 0);
	free(nothing);
}

static void
sha256_is_that_of_the_standard(void **state)
{
	char got[SHA256_HEX + 1];
	struct buf many = { 0 };

	(void)state;
	sha256_hex(STR_NONE, got);
	assert_string_equal(got, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	sha256_hex(str_lit("abc"), got);
	assert_string_equal(got, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	sha256_hex(str_lit("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), got);
	assert_string_equal(got, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	(void)buf_fill(&many, 'a', 1000000);
	sha256_hex(buf_str(&many), got);
	assert_string_equal(got, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	buf_free(&many);
}

static void
turning_undoes_itself(void **state)
{
	static const int back[] = { 0, 1, 2, 3, 4, 5, 8, 7, 6 };
	unsigned char from[18], turned[18], again[18];

	(void)state;
	for (int i = 0; i < 18; i++)
		from[i] = (unsigned char)i;
	for (int i = 1; i <= 8; i++) {
		image_turn(from, 3, 2, i, turned);
		image_turn(turned, image_turn_is_across(i) ? 2 : 3, image_turn_is_across(i) ? 3 : 2, back[i], again);
		assert_memory_equal(from, again, sizeof from);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_is_read),
		cmocka_unit_test(what_shines_through_is_white),
		cmocka_unit_test(gif_shows_its_first_picture_where_it_stands),
		cmocka_unit_test(gif_puts_interlaced_rows_in_their_places),
		cmocka_unit_test(exif_tells_how_a_picture_is_turned),
		cmocka_unit_test(pictures_stand_upright),
		cmocka_unit_test(a_file_that_is_cut_shows_what_there_is),
		cmocka_unit_test(damage_never_ends_it_by_a_signal),
		cmocka_unit_test(what_claims_to_be_huge_is_refused_before_memory_is_taken),
		cmocka_unit_test(early_passes_do_for_a_large_picture),
		cmocka_unit_test(the_largest_picture_fits_the_memory),
		cmocka_unit_test(what_is_no_picture_is_told),
		cmocka_unit_test(kinds_are_known_by_how_they_begin),
		cmocka_unit_test(pictures_fit_their_cells_and_keep_their_shape),
		cmocka_unit_test(an_answer_is_believed_only_as_far_as_it_fits),
		cmocka_unit_test(scaling_counts_pixels_by_their_area),
		cmocka_unit_test(the_decoder_is_jailed_and_takes_no_odd_wish),
		cmocka_unit_test(the_decoder_has_limits_of_its_own),
		cmocka_unit_test(sha256_is_that_of_the_standard),
		cmocka_unit_test(turning_undoes_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
