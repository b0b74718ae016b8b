#include "image/image_jpeg.h"

#include <stdio.h>

#include <jpeglib.h>

#include "base/mem.h"
#include "image/image_exif.h"

enum {
	SCANS_MOST = 100, /* of a progressive one: real ones have about ten, and each is as much work as the picture */
	SCALES = 8,       /* parts of its size that the library makes at no cost */
	MARKER_EXIF = JPEG_APP0 + 1,
};

struct jpeg {
	struct jpeg_decompress_struct jpeg;
	struct jpeg_error_mgr errors;
	struct jpeg_progress_mgr progress;
	struct image_out *out;
};

static struct image_out *
out_of(j_common_ptr any)
{
	return any->client_data;
}

static void
on_error(j_common_ptr any)
{
	image_out_end(out_of(any), IMAGE_BROKEN);
}

/* Level -1 is damage that was mended. */
static void
on_message(j_common_ptr any, int level)
{
	if (level < 0)
		out_of(any)->is_cut = true;
}

static void
on_progress(j_common_ptr any)
{
	j_decompress_ptr jpeg = (j_decompress_ptr)any;

	if (jpeg->input_scan_number > SCANS_MOST)
		image_out_end(out_of(any), IMAGE_BROKEN);
}

static int
orientation_of(const struct jpeg_decompress_struct *jpeg)
{
	for (jpeg_saved_marker_ptr m = jpeg->marker_list; m; m = m->next) {
		struct str block = str_new((const char *)m->data, m->data_length);

		if (m->marker == MARKER_EXIF && str_starts(block, "Exif"))
			return image_exif_orientation(block);
	}
	return 1;
}

/* The smallest size that the library makes by itself which is no smaller than what is wanted. */
static void
choose_scale(struct jpeg_decompress_struct *jpeg, const struct image_fit *fit)
{
	jpeg->scale_denom = SCALES;
	for (jpeg->scale_num = 1; jpeg->scale_num < SCALES; jpeg->scale_num++) {
		jpeg_calc_output_dimensions(jpeg);
		if ((int)jpeg->output_width >= fit->width && (int)jpeg->output_height >= fit->height)
			break;
	}
	jpeg_calc_output_dimensions(jpeg);
}

/* Four inks to light; those of Adobe's programs are stored the other way round. */
static void
add_inks(struct image_out *o, const unsigned char *inks, unsigned char *row, unsigned width, bool is_inverted)
{
	for (unsigned x = 0; x < width; x++, inks += 4) {
		unsigned black = is_inverted ? inks[3] : 255u - inks[3];

		for (int i = 0; i < 3; i++)
			row[4 * x + (unsigned)i] = (unsigned char)((is_inverted ? inks[i] : 255u - inks[i]) * black / 255);
		row[4 * x + 3] = 255;
	}
	image_out_row(o, row);
}

static void
read_rows(struct jpeg *j)
{
	struct jpeg_decompress_struct *jpeg = &j->jpeg;
	bool has_inks = jpeg->out_color_space == JCS_CMYK;
	unsigned char *row = mem_alloc((size_t)jpeg->output_width * 4), *light = mem_alloc((size_t)jpeg->output_width * 4);

	while (jpeg->output_scanline < jpeg->output_height) {
		if (jpeg_read_scanlines(jpeg, &row, 1) != 1)
			image_out_end(j->out, IMAGE_BROKEN);
		if (has_inks)
			add_inks(j->out, row, light, jpeg->output_width, jpeg->saw_Adobe_marker);
		else
			image_out_row(j->out, row);
	}
}

void
image_jpeg(struct image_out *o, struct str bytes)
{
	struct jpeg j = { .out = o };
	struct image_fit fit;

	j.jpeg.err = jpeg_std_error(&j.errors);
	j.jpeg.client_data = o;
	j.errors.error_exit = on_error;
	j.errors.emit_message = on_message;
	jpeg_create_decompress(&j.jpeg);
	j.progress.progress_monitor = on_progress;
	j.jpeg.progress = &j.progress;
	jpeg_mem_src(&j.jpeg, (const unsigned char *)bytes.p, bytes.n);
	jpeg_save_markers(&j.jpeg, MARKER_EXIF, 0xffff);
	(void)jpeg_read_header(&j.jpeg, TRUE);
	o->orientation = orientation_of(&j.jpeg);
	fit = image_out_size(o, j.jpeg.image_width, j.jpeg.image_height);
	choose_scale(&j.jpeg, &fit);
	j.jpeg.out_color_space = j.jpeg.jpeg_color_space == JCS_CMYK || j.jpeg.jpeg_color_space == JCS_YCCK ? JCS_CMYK : JCS_EXT_RGBA;
	(void)jpeg_start_decompress(&j.jpeg);
	image_out_begin(o, (int)j.jpeg.output_width, (int)j.jpeg.output_height);
	read_rows(&j);
	image_out_end(o, IMAGE_FINE);
}
