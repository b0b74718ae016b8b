/*
 * Pictures made by the tests, and sosik-image of this build to look at them.
 */
#ifndef IMAGE_FIXTURE_H
#define IMAGE_FIXTURE_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <jpeglib.h>
#include <png.h>
#include <webp/encode.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/proc.h"
#include "image/image_wire.h"

/* A picture of 8-bit colours; its owner frees the pixels. */
struct picture {
	int width, height;
	unsigned char *rgb;
};

/* Four quarters: red, green; blue, white. */
static inline struct picture
picture_make(int width, int height)
{
	static const unsigned char colors[4][3] = { { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 }, { 255, 255, 255 } };
	struct picture p = { width, height, mem_alloc((size_t)width * (size_t)height * 3) };

	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++)
			memcpy(p.rgb + ((size_t)y * (size_t)width + (size_t)x) * 3, colors[(y >= height / 2) * 2 + (x >= width / 2)], 3);
	return p;
}

/* In several scans, and with all colours of each pixel, when it is_whole. */
static inline void
picture_jpeg(struct picture p, J_COLOR_SPACE space, bool is_whole, struct str exif, struct buf *out)
{
	struct jpeg_compress_struct jpeg = { 0 };
	struct jpeg_error_mgr errors;
	unsigned char *bytes = NULL;
	unsigned long n = 0;

	jpeg.err = jpeg_std_error(&errors);
	jpeg_create_compress(&jpeg);
	jpeg_mem_dest(&jpeg, &bytes, &n);
	jpeg.image_width = (unsigned)p.width;
	jpeg.image_height = (unsigned)p.height;
	jpeg.input_components = space == JCS_CMYK ? 4 : 3;
	jpeg.in_color_space = space;
	jpeg_set_defaults(&jpeg);
	jpeg_set_quality(&jpeg, 95, TRUE);
	if (is_whole) {
		jpeg_simple_progression(&jpeg);
		jpeg.comp_info[0].h_samp_factor = jpeg.comp_info[0].v_samp_factor = 1;
	}
	jpeg_start_compress(&jpeg, TRUE);
	if (exif.n)
		jpeg_write_marker(&jpeg, JPEG_APP0 + 1, (const unsigned char *)exif.p, (unsigned)exif.n);
	for (int y = 0; y < p.height; y++) {
		unsigned char *row = p.rgb + (size_t)y * (size_t)p.width * 3, inks[4 * 64];

		for (int x = 0; space == JCS_CMYK && x < p.width; x++) {
			for (int i = 0; i < 3; i++)
				inks[4 * x + i] = row[3 * x + i]; /* inverted, as Adobe's programs have it */
			inks[4 * x + 3] = 255;
		}
		if (space == JCS_CMYK)
			row = inks;
		(void)jpeg_write_scanlines(&jpeg, &row, 1);
	}
	jpeg_finish_compress(&jpeg);
	jpeg_destroy_compress(&jpeg);
	(void)buf_add_bytes(out, bytes, n);
	free(bytes);
}

static inline void
picture_write(png_structp png, png_bytep bytes, png_size_t n)
{
	(void)buf_add_bytes(png_get_io_ptr(png), bytes, n);
}

/* depth 8 or 16; alpha of all pixels, or -1 for none. */
static inline void
picture_png(struct picture p, int depth, int alpha, bool is_interlaced, struct buf *out)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	size_t bytes = (size_t)depth / 8, row = (size_t)p.width * 4 * bytes;
	unsigned char *all = mem_alloc(row * (size_t)p.height);
	unsigned char **rows = mem_alloc((size_t)p.height * sizeof *rows);

	for (int y = 0; y < p.height; y++) {
		unsigned char *to = rows[y] = all + row * (size_t)y;

		for (int x = 0; x < p.width; x++) {
			for (int i = 0; i < 3; i++, to += bytes)
				memset(to, p.rgb[((size_t)y * (size_t)p.width + (size_t)x) * 3 + (size_t)i], bytes);
			if (alpha >= 0) {
				memset(to, alpha, bytes);
				to += bytes;
			}
		}
	}
	png_set_write_fn(png, out, picture_write, NULL);
	png_set_IHDR(png, info, (unsigned)p.width, (unsigned)p.height, depth, alpha < 0 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA,
		is_interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_set_rows(png, info, rows);
	png_write_png(png, info, PNG_TRANSFORM_IDENTITY, NULL);
	png_destroy_write_struct(&png, &info);
	free(all);
	free(rows);
}

static inline void
picture_webp(struct picture p, struct buf *out)
{
	uint8_t *bytes = NULL;
	size_t n = WebPEncodeLosslessRGB(p.rgb, p.width, p.height, p.width * 3, &bytes);

	(void)buf_add_bytes(out, bytes, n);
	WebPFree(bytes);
}

/* What sosik-image says of bytes: its exit status, and the answer. */
static inline int
picture_look(struct str bytes, const struct image_want *want, struct buf *answer)
{
	const char *build = getenv("O");
	char program[256], words[6][16];
	const int numbers[6] = { want->cols, want->rows, want->cell_width, want->cell_height, want->parts_across, want->parts_down };
	const char *args[8] = { program };
	int in = memfd_create("picture", MFD_CLOEXEC), out[2];
	struct err err = { 0 };
	pid_t pid;

	(void)snprintf(program, sizeof program, "%s/sosik-image", build ? build : "build");
	for (int i = 0; i < 6; i++) {
		(void)snprintf(words[i], sizeof words[i], "%d", numbers[i]);
		args[i + 1] = words[i];
	}
	assert_int_equal(file_write_fd(in, bytes.p, bytes.n), 0);
	assert_int_equal(lseek(in, 0, SEEK_SET), 0);
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	if (proc_start(args, (struct proc_io){ in, out[1], PROC_SAME }, &pid, &err) < 0)
		fail_msg("%s", err.text);
	(void)close(out[1]);
	(void)close(in);
	assert_int_equal(file_read_fd(out[0], "answer", 64 << 20, answer, &err), 0);
	(void)close(out[0]);
	return proc_wait(pid);
}

#endif
