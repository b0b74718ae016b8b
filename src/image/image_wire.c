#include "image/image_wire.h"

#include <stdint.h>

#include "base/limits.h"

#define MAGIC "sosikpix"

enum { NUMBER = 4, NUMBERS = 8 };

void
image_wire_write(struct buf *out, const struct image_wire *head)
{
	const int numbers[NUMBERS] = { (int)head->problem, head->width, head->height, head->fit.width, head->fit.height,
		head->fit.cols, head->fit.rows, 0 };

	(void)buf_puts(out, MAGIC);
	for (int i = 0; i < NUMBERS; i++)
		for (int byte = 0; byte < NUMBER; byte++)
			(void)buf_putc(out, (char)((unsigned)numbers[i] >> (8 * byte) & 0xff));
}

static uint32_t
number_at(struct str bytes, int i)
{
	const unsigned char *p = (const unsigned char *)bytes.p + strlen(MAGIC) + (size_t)i * NUMBER;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

bool
image_wire_read(struct str bytes, const struct image_want *want, struct image_wire *ret)
{
	uint32_t numbers[NUMBERS];
	bool has_pixels;
	struct image_fit fit;

	if (bytes.n < IMAGE_WIRE_HEAD || !str_starts(bytes, MAGIC))
		return false;
	for (int i = 0; i < NUMBERS; i++)
		numbers[i] = number_at(bytes, i);
	if (numbers[0] >= IMAGE_PROBLEMS || numbers[1] > LIMIT_IMAGE_SIDE || numbers[2] > LIMIT_IMAGE_SIDE)
		return false;
	*ret = (struct image_wire){ .problem = (enum image_problem)numbers[0], .width = (int)numbers[1], .height = (int)numbers[2] };
	has_pixels = ret->problem == IMAGE_FINE || ret->problem == IMAGE_CUT;
	if (!has_pixels)
		return true;
	if (!ret->width || !ret->height)
		return false;
	fit = image_fit(ret->width, ret->height, want);
	if ((int)numbers[3] != fit.width || (int)numbers[4] != fit.height || (int)numbers[5] != fit.cols || (int)numbers[6] != fit.rows)
		return false;
	ret->fit = fit;
	return true;
}

size_t
image_wire_pixels(const struct image_wire *head)
{
	return (size_t)head->fit.width * (size_t)head->fit.height * 3;
}
