#include "conf/conf_color.h"

#include "base/num.h"

#define BRIGHT "bright-"

enum { GREY = 8, CUBE = 16, GREYS = 232, CUBE_STEPS = 6, GREY_STEPS = 24 };

static const struct {
	const char *english, *korean;
	int number;
} names[] = {
	{ "black", "검정", 0 }, { "red", "빨강", 1 }, { "green", "초록", 2 }, { "yellow", "노랑", 3 }, { "blue", "파랑", 4 },
	{ "magenta", "자주", 5 }, { "cyan", "청록", 6 }, { "white", "하양", 7 }, { "gray", "회색", GREY }, { "grey", "회색", GREY },
};

static bool
by_name(struct str text, int *ret)
{
	bool is_bright = str_starts_icase(text, BRIGHT);

	if (is_bright)
		text = str_sub(text, strlen(BRIGHT), text.n);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!str_is_icase(text, names[i].english) && !str_is(text, names[i].korean))
			continue;
		*ret = names[i].number + (is_bright ? GREY : 0);
		return !is_bright || names[i].number < GREY;
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

/* What a step of the colour cube is, of 255. */
static int
cube_level(int step)
{
	return step ? 55 + 40 * step : 0;
}

static int
square(int n)
{
	return n * n;
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

/* The nearest of the cube, or of the greys where one is nearer. */
static int
nearest(const int rgb[3])
{
	int number = CUBE, far = 0, best_grey = 0, best_far = 0;

	for (int i = 0; i < 3; i++) {
		int step = nearest_step(rgb[i]);

		number += step * (i == 0 ? square(CUBE_STEPS) : i == 1 ? CUBE_STEPS : 1);
		far += square(cube_level(step) - rgb[i]);
	}
	for (int grey = 0; grey < GREY_STEPS; grey++) {
		int level = 8 + 10 * grey, grey_far = square(rgb[0] - level) + square(rgb[1] - level) + square(rgb[2] - level);

		if (grey == 0 || grey_far < best_far) {
			best_grey = grey;
			best_far = grey_far;
		}
	}
	return best_far < far ? GREYS + best_grey : number;
}

static bool
by_rgb(struct str text, int *ret)
{
	int rgb[3];

	if (text.n != strlen("#rrggbb") || *text.p != '#')
		return false;
	for (int i = 0; i < 3; i++) {
		int high = digit(text.p[1 + 2 * i]), low = digit(text.p[2 + 2 * i]);

		if (high < 0 || low < 0)
			return false;
		rgb[i] = 16 * high + low;
	}
	*ret = nearest(rgb);
	return true;
}

bool
conf_color(struct str text, int *ret)
{
	int64_t number;

	if (num_parse(text, 0, 255, &number)) {
		*ret = (int)number;
		return true;
	}
	return by_name(text, ret) || by_rgb(text, ret);
}
