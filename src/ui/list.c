#include "ui/list.h"

#include <stdint.h>

static int
clamp(int value, int max)
{
	if (value > max)
		value = max;
	return value < 0 ? 0 : value;
}

void
list_go(struct list *l, int at)
{
	l->at = clamp(at, l->n - 1);
}

/* A page keeps one row in sight and takes the cursor along. */
static void
page(struct list *l, int rows)
{
	l->top = clamp(l->top + rows, l->n - l->rows);
	list_go(l, l->at + rows);
}

/* So many rows below the first in sight, or above the last. */
static int
in_sight(const struct list *l, enum action action, int n)
{
	int shown = l->rows < l->n - l->top ? l->rows : l->n - l->top;

	if (action == ACTION_SCREEN_MIDDLE)
		return l->top + (shown - 1) / 2;
	n = n < shown ? n : shown;
	return action == ACTION_SCREEN_TOP ? l->top + n - 1 : l->top + shown - n;
}

static bool
jump(struct list *l, enum action action, int count)
{
	int at = l->at;

	switch (action) {
	case ACTION_TOP:
		list_go(l, count ? count - 1 : 0);
		break;
	case ACTION_BOTTOM:
		list_go(l, count ? count - 1 : l->n - 1);
		break;
	case ACTION_PERCENT:
		list_go(l, count ? (int)(((int64_t)l->n * (count < 100 ? count : 100) + 99) / 100) - 1 : l->at);
		break;
	case ACTION_SCREEN_TOP:
	case ACTION_SCREEN_MIDDLE:
	case ACTION_SCREEN_BOTTOM:
		list_go(l, in_sight(l, action, count ? count : 1));
		break;
	case ACTION_JUMP_BACK:
		list_go(l, l->before);
		break;
	default:
		return false;
	}
	l->before = at;
	return true;
}

/* The cursor's row, or that of the count, at another place of the screen. */
static bool
shift(struct list *l, enum action action, int count)
{
	int above = action == ACTION_ROW_TOP ? 0 : action == ACTION_ROW_MIDDLE ? (l->rows - 1) / 2 : l->rows - 1;

	if (action != ACTION_ROW_TOP && action != ACTION_ROW_MIDDLE && action != ACTION_ROW_BOTTOM)
		return false;
	if (count)
		list_go(l, count - 1);
	l->top = clamp(l->at - above, l->n - l->rows);
	return true;
}

bool
list_act(struct list *l, enum action action, int count)
{
	int n = count ? count : 1, half = l->rows > 1 ? l->rows / 2 : 1, whole = l->rows > 2 ? l->rows - 1 : 1;

	switch (action) {
	case ACTION_DOWN:
		list_go(l, l->at + n);
		return true;
	case ACTION_UP:
		list_go(l, l->at - n);
		return true;
	case ACTION_HALF_DOWN:
		page(l, half);
		return true;
	case ACTION_HALF_UP:
		page(l, -half);
		return true;
	case ACTION_PAGE_DOWN:
		page(l, n * whole);
		return true;
	case ACTION_PAGE_UP:
		page(l, -n * whole);
		return true;
	default:
		return jump(l, action, count) || shift(l, action, count);
	}
}

void
list_show(struct list *l, int rows)
{
	l->rows = rows;
	list_go(l, l->at);
	if (l->top > l->at)
		l->top = l->at;
	if (l->top < l->at - rows + 1)
		l->top = l->at - rows + 1;
	l->top = clamp(l->top, l->n - rows);
}
