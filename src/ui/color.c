#include "ui/color.h"

enum { CUBE = 16, GREYS = 232, LEVELS = 6 };

/* What xterm has for the first 16. */
static const uint32_t named[] = {
	0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
	0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
};

/* By how the eye weighs the three. */
static int
distance(uint32_t a, uint32_t b)
{
	int red = (int)(a >> 16 & 0xff) - (int)(b >> 16 & 0xff), green = (int)(a >> 8 & 0xff) - (int)(b >> 8 & 0xff);
	int blue = (int)(a & 0xff) - (int)(b & 0xff);

	return 3 * red * red + 6 * green * green + blue * blue;
}

static short
nearest_named(uint32_t rgb, int colors)
{
	short best = 0;

	for (short i = 1; i < colors && i < 16; i++)
		if (distance(rgb, named[i]) < distance(rgb, named[best]))
			best = i;
	return best;
}

/* The six steps of the cube are 0, 95, 135, 175, 215, 255. */
static int
level_of(int value)
{
	return value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
}

static uint32_t
value_of(int level)
{
	return level ? 55 + 40 * (uint32_t)level : 0;
}

/* The cube and the greys; the first 16 are the user's to change. */
static short
nearest_256(uint32_t rgb)
{
	int red = level_of(rgb >> 16 & 0xff), green = level_of(rgb >> 8 & 0xff), blue = level_of(rgb & 0xff);
	uint32_t cube = value_of(red) << 16 | value_of(green) << 8 | value_of(blue);
	int light = (int)((rgb >> 16 & 0xff) * 3 + (rgb >> 8 & 0xff) * 6 + (rgb & 0xff)) / 10;
	int step = light < 8 ? 0 : light > 238 ? 23 : (light - 3) / 10;
	uint32_t grey = (uint32_t)(8 + 10 * step) * 0x010101;

	if (distance(rgb, grey) < distance(rgb, cube))
		return (short)(GREYS + step);
	return (short)(CUBE + (red * LEVELS + green) * LEVELS + blue);
}

short
color_nearest(uint32_t rgb, int colors)
{
	rgb &= 0xffffff;
	return colors >= 256 ? nearest_256(rgb) : nearest_named(rgb, colors);
}
