#include "text/color.h"

#include "base/num.h"
#include "text/color_role.h"

#define BRIGHT "bright-"

enum { GREY = 8, CUBE = 16, GREYS = 232, CUBE_STEPS = 6, GREY_STEPS = 24 };

static const struct {
	const char *english, *korean;
	int number;
} names[] = {
	{ "black", "검정", 0 }, { "red", "빨강", 1 }, { "green", "초록", 2 }, { "yellow", "노랑", 3 }, { "blue", "파랑", 4 },
	{ "magenta", "자주", 5 }, { "cyan", "청록", 6 }, { "white", "하양", 7 }, { "gray", "회색", GREY }, { "grey", "회색", GREY },
	{ "default", "기본", COLOR_DEFAULT },
};

static const struct {
	const char *name;
	unsigned bits;
} attrs[] = {
	{ "bold", COLOR_BOLD }, { "italic", COLOR_ITALIC }, { "underline", COLOR_UNDERLINE }, { "reverse", COLOR_REVERSE },
	{ "dim", COLOR_DIM }, { "plain", 0 },
};

enum { NAMES = sizeof names / sizeof *names, ATTRS = sizeof attrs / sizeof *attrs };

/* The first sixteen as xterm has them. */
static const int sixteen[CUBE] = {
	0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
	0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
};

static bool
by_name(struct str text, int *ret)
{
	bool is_bright = str_starts_icase(text, BRIGHT);

	if (is_bright)
		text = str_sub(text, strlen(BRIGHT), text.n);
	for (size_t i = 0; i < NAMES; i++) {
		if (!str_is_icase(text, names[i].english) && !str_is(text, names[i].korean))
			continue;
		*ret = names[i].number + (is_bright ? GREY : 0);
		return !is_bright || (names[i].number >= 0 && names[i].number < GREY);
	}
	return false;
}

static int
digit(char c)
{
	if (str_is_digit(c))
		return c - '0';
	c = str_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool
by_rgb(struct str text, int *ret)
{
	int rgb = 0;

	if (text.n != strlen("#rrggbb") || *text.p != '#')
		return false;
	for (size_t i = 1; i < text.n; i++) {
		if (digit(text.p[i]) < 0)
			return false;
		rgb = rgb << 4 | digit(text.p[i]);
	}
	*ret = COLOR_RGB | rgb;
	return true;
}

bool
color_parse(struct str text, int *ret)
{
	int64_t number;

	if (num_parse(text, 0, 255, &number)) {
		*ret = (int)number;
		return true;
	}
	return by_name(text, ret) || by_rgb(text, ret);
}

const char *
color_name(size_t i, bool is_korean)
{
	if (i >= NAMES)
		return NULL;
	return is_korean ? names[i].korean : names[i].english;
}

const char *
color_attr_name(size_t i)
{
	return i < ATTRS ? attrs[i].name : NULL;
}

bool
color_attr_parse(struct str text, unsigned *ret)
{
	for (size_t i = 0; i < ATTRS; i++)
		if (str_is(text, attrs[i].name)) {
			*ret = attrs[i].bits;
			return true;
		}
	return false;
}

/* ---- palettes */

/* What a step of the colour cube is, of 255. */
static int
cube_level(int step)
{
	return step ? 55 + 40 * step : 0;
}

int
color_to_rgb(int color)
{
	if (color & COLOR_RGB && color >= 0)
		return color & ~COLOR_RGB;
	if (color >= GREYS)
		return (8 + 10 * (color - GREYS)) * 0x010101;
	if (color < CUBE)
		return color < 0 ? 0 : sixteen[color];
	color -= CUBE;
	return cube_level(color / CUBE_STEPS / CUBE_STEPS) << 16 | cube_level(color / CUBE_STEPS % CUBE_STEPS) << 8 |
		cube_level(color % CUBE_STEPS);
}

static int
square(int n)
{
	return n * n;
}

/* How far two colours are from each other. */
static int
distance(int a, int b)
{
	return square((a >> 16) - (b >> 16)) + square((a >> 8 & 0xff) - (b >> 8 & 0xff)) + square((a & 0xff) - (b & 0xff));
}

static int
nearest(int color, int from, int to)
{
	int rgb = color_to_rgb(color), best = from;

	for (int i = from + 1; i < to; i++)
		if (distance(rgb, color_to_rgb(i)) < distance(rgb, color_to_rgb(best)))
			best = i;
	return best;
}

/* The nearest of the cube's steps. */
static int
nearest_step(int level)
{
	int best = 0;

	for (int step = 1; step < CUBE_STEPS; step++)
		if (square(cube_level(step) - level) < square(cube_level(best) - level))
			best = step;
	return best;
}

int
color_of_256(int color)
{
	int rgb = color_to_rgb(color), cube, grey;

	if (color < COLOR_RGB)
		return color;
	cube = CUBE + (nearest_step(rgb >> 16) * CUBE_STEPS + nearest_step(rgb >> 8 & 0xff)) * CUBE_STEPS + nearest_step(rgb & 0xff);
	grey = nearest(color, GREYS, GREYS + GREY_STEPS);
	return distance(rgb, color_to_rgb(grey)) < distance(rgb, color_to_rgb(cube)) ? grey : cube;
}

int
color_of_16(int color)
{
	return color < CUBE ? color : nearest(color, 0, CUBE);
}
