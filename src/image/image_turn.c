#include "image/image_turn.h"

#include <stddef.h>
#include <string.h>

/* Where what is seen comes from: whether x and y change places, then whether each runs backwards in what was stored. */
static const struct {
	bool is_across, is_x_back, is_y_back;
} turns[] = {
	{ false, false, false }, /* as stored, also for 0, which is none */
	{ false, false, false }, { false, true, false }, { false, true, true }, { false, false, true },
	{ true, false, false }, { true, false, true }, { true, true, true }, { true, true, false },
};

bool
image_turn_is_across(int orientation)
{
	return turns[orientation].is_across;
}

void
image_turn(const unsigned char *from, int width, int height, int orientation, unsigned char *to)
{
	bool is_across = turns[orientation].is_across;
	int seen_width = is_across ? height : width, seen_height = is_across ? width : height;

	for (int row = 0; row < seen_height; row++)
		for (int col = 0; col < seen_width; col++, to += 3) {
			int x = is_across ? row : col, y = is_across ? col : row;

			if (turns[orientation].is_x_back)
				x = width - 1 - x;
			if (turns[orientation].is_y_back)
				y = height - 1 - y;
			memcpy(to, from + ((size_t)y * (size_t)width + (size_t)x) * 3, 3);
		}
}
