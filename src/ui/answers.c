#include "ui/answers.h"

#include "base/num.h"

enum { SIXEL = 4, CELL_REPORT = 6, CELL_MOST = 200 };

/* The next number of "a;b;c", -1 where there is none. */
static int64_t
take_number(struct str *rest)
{
	int64_t number = num_take(rest, 5);

	if (str_starts(*rest, ";"))
		*rest = str_sub(*rest, 1, rest->n);
	return number;
}

static bool
take_attributes(struct str numbers, struct answers *ret)
{
	int64_t number;

	while ((number = take_number(&numbers)) >= 0)
		ret->has_sixel |= number == SIXEL;
	ret->is_over = true;
	return true;
}

/* "6 ; height ; width". */
static bool
take_cell(struct str numbers, struct answers *ret)
{
	int64_t height, width;

	if (take_number(&numbers) != CELL_REPORT)
		return false;
	height = take_number(&numbers);
	width = take_number(&numbers);
	if (height < 1 || width < 1 || height > CELL_MOST || width > CELL_MOST)
		return false;
	ret->cell_height = (int)height;
	ret->cell_width = (int)width;
	return true;
}

bool
answers_take_control(struct str s, struct answers *ret)
{
	*ret = (struct answers){ 0 };
	if (str_starts(s, "\033[?") && str_ends(s, "c"))
		return take_attributes(str_sub(s, 3, s.n - 1), ret);
	return str_starts(s, "\033[") && str_ends(s, "t") && take_cell(str_sub(s, 2, s.n - 1), ret);
}

size_t
answers_string_length(struct str s)
{
	for (size_t i = 2; i < s.n && i < ANSWERS_MOST; i++) {
		if (s.p[i] == '\a')
			return i + 1;
		if (s.p[i] == '\\' && s.p[i - 1] == '\033')
			return i + 1;
	}
	return 0;
}

bool
answers_take_string(struct str s, struct answers *ret)
{
	*ret = (struct answers){ 0 };
	ret->has_kitty = str_starts(s, "\033_G") && str_has(s, ";OK");
	ret->ground = probe_ground_of(s);
	return ret->has_kitty || ret->ground != PROBE_UNKNOWN;
}
