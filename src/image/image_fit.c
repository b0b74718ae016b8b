#include "image/image_fit.h"

#include <stdint.h>

#include "base/limits.h"

enum { CELLS_MOST = 1000, CELL_PIXELS_MOST = 200 };

/* a * b / c, rounded, at least 1. */
static int64_t
share(int64_t a, int64_t b, int64_t c)
{
	int64_t result = (a * b + c / 2) / c;

	return result > 0 ? result : 1;
}

static int
cells(int64_t pixels, int of_cell)
{
	return (int)((pixels + of_cell - 1) / of_cell);
}

struct image_fit
image_fit(int width, int height, const struct image_want *want)
{
	int64_t most_width = (int64_t)want->cols * want->cell_width, most_height = (int64_t)want->rows * want->cell_height;
	int64_t w = width, h = height;
	struct image_fit fit;

	if (w > most_width) {
		h = share(h, most_width, w);
		w = most_width;
	}
	if (h > most_height) {
		w = share(w, most_height, h);
		h = most_height;
	}
	fit.cols = cells(w, want->cell_width);
	fit.rows = cells(h, want->cell_height);
	fit.width = want->parts_across ? fit.cols * want->parts_across : (int)w;
	fit.height = want->parts_down ? fit.rows * want->parts_down : (int)h;
	return fit;
}

bool
image_fit_is_sound(const struct image_want *want)
{
	int64_t across = want->parts_across ? want->parts_across : want->cell_width;
	int64_t down = want->parts_down ? want->parts_down : want->cell_height;

	if (want->cols < 1 || want->rows < 1 || want->cols > CELLS_MOST || want->rows > CELLS_MOST)
		return false;
	if (want->cell_width < 1 || want->cell_height < 1 || want->parts_across < 0 || want->parts_down < 0)
		return false;
	if (want->cell_width > CELL_PIXELS_MOST || want->cell_height > CELL_PIXELS_MOST || across > CELL_PIXELS_MOST ||
		down > CELL_PIXELS_MOST)
		return false;
	return want->cols * across * want->rows * down <= LIMIT_IMAGE_SHOWN;
}
