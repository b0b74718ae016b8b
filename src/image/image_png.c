#include "image/image_png.h"

#include <png.h>

#include "base/limits.h"
#include "base/mem.h"

enum { CHUNK_BYTES_MOST = 1 << 20, CHUNKS_MOST = 64 }; /* of what stands beside the pixels: a profile of colours, texts */
enum { HELD_MOST = 12 << 20, STEP_MOST = 8 }; /* pixels of an interlaced one that are all read */

static void
on_error(png_structp png, png_const_charp text)
{
	(void)text;
	image_out_end(png_get_error_ptr(png), IMAGE_BROKEN);
}

static void
on_warning(png_structp png, png_const_charp text)
{
	(void)png;
	(void)text;
}

/* The library wants whole blocks of what is packed: the last one of a file that is cut is filled up, or what stands in it would be lost. */
static void
on_read(png_structp png, png_bytep to, png_size_t n)
{
	struct str *rest = png_get_io_ptr(png);
	size_t have = n < rest->n ? n : rest->n;

	if (!have)
		png_error(png, "cut");
	memcpy(to, rest->p, have);
	memset(to + have, 0, n - have);
	*rest = str_sub(*rest, have, rest->n);
}

/* Whatever it is, rows of red, green, blue, alpha come of it, 8 bits each. */
static int
set_shape(png_structp png, png_infop info)
{
	int passes;

	png_set_expand(png);
	png_set_scale_16(png);
	png_set_gray_to_rgb(png);
	png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
	passes = png_set_interlace_handling(png);
	png_read_update_info(png, info);
	return passes;
}

static void
read_rows(struct image_out *o, png_structp png, png_infop info)
{
	unsigned char *row = mem_alloc(png_get_rowbytes(png, info));

	image_out_begin(o, (int)png_get_image_width(png, info), (int)png_get_image_height(png, info));
	for (unsigned y = 0; y < png_get_image_height(png, info); y++) {
		png_read_row(png, row, NULL);
		image_out_row(o, row);
	}
}

/* Of how many rows and columns of an interlaced picture one is taken: a large one has enough of them in its early passes. */
static unsigned
choose_step(const struct image_fit *fit, png_structp png, png_infop info)
{
	int64_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
	unsigned step = 2;

	if (width * height <= HELD_MOST)
		return 1;
	while (step < STEP_MOST && 4 * fit->width * step <= width && 4 * fit->height * step <= height)
		step *= 2;
	return step;
}

static void
out_thinned(struct image_out *o, unsigned char *row, unsigned width, unsigned step)
{
	for (unsigned x = 0; x < width && step > 1; x++)
		memcpy(row + (size_t)4 * x, row + (size_t)4 * x * step, 4);
	image_out_row(o, row);
}

/* The passes that have these rows and columns, then the rows. */
static void
read_passes(struct image_out *o, png_structp png, png_infop info, unsigned step)
{
	size_t n = png_get_rowbytes(png, info);
	unsigned height = png_get_image_height(png, info), width = (png_get_image_width(png, info) + step - 1) / step;
	unsigned rows = (height + step - 1) / step, passes = 7;
	unsigned char *all = mem_zalloc(rows, n);

	for (unsigned at = step; at > 1; at /= 2)
		passes -= 2;
	image_out_begin(o, (int)width, (int)rows);
	for (unsigned pass = 0; pass < passes; pass++)
		for (unsigned y = 0; y < height; y++)
			png_read_row(png, y % step ? NULL : all + n * (y / step), NULL);
	for (unsigned y = 0; y < rows; y++)
		out_thinned(o, all + n * y, width, step);
}

void
image_png(struct image_out *o, struct str bytes)
{
	png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, o, on_error, on_warning);
	png_infop info = png ? png_create_info_struct(png) : NULL;
	struct image_fit fit;

	if (!info)
		image_out_end(o, IMAGE_BROKEN);
	png_set_read_fn(png, &bytes, on_read);
	png_set_user_limits(png, LIMIT_IMAGE_SIDE, LIMIT_IMAGE_SIDE);
	png_set_chunk_malloc_max(png, CHUNK_BYTES_MOST);
	png_set_chunk_cache_max(png, CHUNKS_MOST);
	png_read_info(png, info);
	fit = image_out_size(o, png_get_image_width(png, info), png_get_image_height(png, info));
	if (set_shape(png, info) > 1)
		read_passes(o, png, info, choose_step(&fit, png, info));
	else
		read_rows(o, png, info);
	image_out_end(o, IMAGE_FINE);
}
