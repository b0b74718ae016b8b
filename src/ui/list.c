#include "ui/list.h"

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
	case ACTION_TOP:
		list_go(l, count ? count - 1 : 0);
		return true;
	case ACTION_BOTTOM:
		list_go(l, count ? count - 1 : l->n - 1);
		return true;
	default:
		return false;
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
