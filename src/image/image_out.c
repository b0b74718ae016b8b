#include "image/image_out.h"

#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "image/image_turn.h"

enum { EXIT_GONE = 70 }; /* nobody reads it */

struct image_fit
image_out_size(struct image_out *o, int64_t width, int64_t height)
{
	struct image_fit made;

	if (width < 1 || height < 1)
		image_out_end(o, IMAGE_BROKEN);
	if (width > LIMIT_IMAGE_SIDE || height > LIMIT_IMAGE_SIDE)
		image_out_end(o, IMAGE_TOO_LARGE);
	o->head.width = (int)(image_turn_is_across(o->orientation) ? height : width);
	o->head.height = (int)(image_turn_is_across(o->orientation) ? width : height);
	if (width * height > LIMIT_IMAGE_PIXELS)
		image_out_end(o, IMAGE_TOO_LARGE);
	o->head.fit = image_fit(o->head.width, o->head.height, &o->want);
	made = o->head.fit;
	if (image_turn_is_across(o->orientation)) {
		made.width = o->head.fit.height;
		made.height = o->head.fit.width;
	}
	return made;
}

void
image_out_begin(struct image_out *o, int width, int height)
{
	bool is_across = image_turn_is_across(o->orientation);

	image_scale_init(&o->scale, width, height, is_across ? o->head.fit.height : o->head.fit.width,
		is_across ? o->head.fit.width : o->head.fit.height);
	o->is_begun = true;
}

void
image_out_row(struct image_out *o, const unsigned char *rgba)
{
	image_scale_row(&o->scale, rgba);
}

static void
add_pixels(struct image_out *o, struct buf *out)
{
	size_t n = image_wire_pixels(&o->head);
	unsigned char *to = (unsigned char *)buf_reserve(out, n);

	if (o->orientation > 1)
		image_turn(o->scale.pixels, o->scale.width, o->scale.height, o->orientation, to);
	else
		memcpy(to, o->scale.pixels, n);
	out->n += n;
}

void
image_out_end(struct image_out *o, enum image_problem problem)
{
	bool has_pixels = o->is_begun && o->scale.made > 0;
	struct buf out = { 0 };

	if (has_pixels && problem != IMAGE_FINE)
		problem = IMAGE_CUT;
	if (has_pixels && o->is_cut)
		problem = IMAGE_CUT;
	if (!has_pixels && problem <= IMAGE_CUT)
		problem = IMAGE_BROKEN;
	o->head.problem = problem;
	if (!has_pixels)
		o->head.fit = (struct image_fit){ 0 };
	image_wire_write(&out, &o->head);
	if (has_pixels)
		add_pixels(o, &out);
	_exit(file_write_fd(STDOUT_FILENO, out.p, out.n) < 0 ? EXIT_GONE : 0);
}
