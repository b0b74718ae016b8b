#include "ui/sidebar_fold.h"

bool
sidebar_fold_at(const struct sidebar *b, struct app *app, int *at)
{
	int index = *at;

	if (!b->entries.v[index].has_below)
		index = sidebar_above(b, index);
	if (index < 0)
		return false;
	*at = index;
	sidebar_fold(app, &b->entries.v[index], !b->entries.v[index].is_folded);
	return true;
}

bool
sidebar_fold_has_any(const struct sidebar *b)
{
	size_t i = 0;

	while (i < b->entries.n && !(b->entries.v[i].has_below && b->entries.v[i].is_folded))
		i++;
	return i < b->entries.n;
}

void
sidebar_fold_all(const struct sidebar *b, struct app *app, int *at, bool is_folded)
{
	for (int above = b->entries.n ? sidebar_above(b, *at) : -1; is_folded && above >= 0; above = sidebar_above(b, above))
		*at = above;
	for (size_t i = 0; i < b->entries.n; i++)
		if (b->entries.v[i].has_below)
			sidebar_fold(app, &b->entries.v[i], is_folded);
}
