#include "ui/sidebar_step.h"

int
sidebar_step(const struct sidebar *b, int from, int by)
{
	int n = (int)b->entries.n, step = by < 0 ? -1 : 1, left = by < 0 ? -by : by, found = -1;

	for (int at = from + step; left > 0 && at >= 0 && at < n; at += step)
		if (b->entries.v[at].kind != SIDEBAR_GROUP) {
			found = at;
			left--;
		}
	return found;
}

/* A feed, or a folder whose feeds are out of sight. */
static bool
has_unread(const struct sidebar_entry *e)
{
	return e->unread > 0 && (e->kind == SIDEBAR_FEED || (e->kind == SIDEBAR_FOLDER && e->is_folded));
}

int
sidebar_step_unread(const struct sidebar *b, int from, int by)
{
	int n = (int)b->entries.n, step = by < 0 ? n - 1 : 1, left = by < 0 ? -by : by, found = -1;
	int at = from < 0 ? 0 : from;

	for (int i = 1; i < n && left > 0; i++) {
		at = (at + step) % n;
		if (has_unread(&b->entries.v[at])) {
			found = at;
			left--;
		}
	}
	return found;
}

int
sidebar_step_found(const struct sidebar *b, const struct narrow *words, int from, int by)
{
	int n = (int)b->entries.n, step = by < 0 ? n - 1 : 1;

	for (int i = 1, at = from + n; i <= n; i++) {
		const struct sidebar_entry *e;

		at = (at + step) % n;
		e = &b->entries.v[at];
		if (e->kind != SIDEBAR_GROUP && narrow_has(words, &e->name, 1))
			return at;
	}
	return -1;
}
