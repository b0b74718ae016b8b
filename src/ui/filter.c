#include "ui/filter.h"

static int
parse(struct filter *f, const struct query_names *names, struct err *err)
{
	struct query *saved = NULL, *typed = NULL;

	if (f->saved.n && query_parse(&f->arena, f->saved, names, &saved, err) < 0)
		return -1;
	if (f->typed.n && query_parse(&f->arena, f->typed, names, &typed, err) < 0)
		return -1;
	f->query = saved && typed ? query_and(&f->arena, saved, typed) : saved ? saved : typed;
	return 0;
}

int
filter_set(struct filter *f, const struct query_names *names, struct str saved, struct str typed, struct err *err)
{
	struct filter made = { 0 };

	made.saved = arena_dup(&made.arena, str_trim(saved));
	made.typed = arena_dup(&made.arena, str_trim(typed));
	if (parse(&made, names, err) < 0) {
		filter_clear(&made);
		return -1;
	}
	filter_clear(f);
	*f = made;
	return 0;
}

void
filter_clear(struct filter *f)
{
	arena_free(&f->arena);
	*f = (struct filter){ 0 };
}
