#include "conf/conf_view.h"

#include "base/limits.h"
#include "base/tr.h"
#include "text/clean.h"
#include "text/nfc.h"

/* Where it is kept which place in the list the view of this name has. */
static void **
place_at(struct conf_views *views, struct str name)
{
	struct buf key = { 0 };
	void **at;

	nfc_fold(&key, name);
	at = map_at(&views->by_name, buf_str(&key));
	buf_free(&key);
	return at;
}

static void
check_name(struct conf_line *line, const struct conf_word *name, struct conf_views *views)
{
	const struct conf_line *same;
	uintptr_t place;

	if (!name->value.n || !clean_is(name->value) || name->value.n > LIMIT_VIEW_NAME) {
		conf_line_problem(line, name->at, tr("the name of a view is 1 to %d bytes that can be shown"), LIMIT_VIEW_NAME);
		return;
	}
	place = (uintptr_t)*place_at(views, name->value);
	if (!place || line->is_typed)
		return;
	same = &views->list.v[place - 1].line;
	conf_line_problem(line, name->at, tr("there is a view of this name already: %s"), conf_line_where(line, same->file, same->number));
}

static void
put(struct conf_views *views, const struct conf_view *view)
{
	void **at = place_at(views, view->view.name);

	if (!*at) {
		(void)vec_add(&views->list);
		*at = (void *)(uintptr_t)views->list.n;
	}
	views->list.v[(uintptr_t)*at - 1] = *view;
}

void
conf_view(struct conf_line *line, struct conf_views *views)
{
	struct conf_word name, query;

	if (!conf_line_word(line, &name)) {
		if (!line->is_bad)
			conf_line_problem(line, line->at, "%s", tr("the name of the view is missing: view NAME QUERY"));
		return;
	}
	check_name(line, &name, views);
	conf_line_rest(line, &query);
	if (!line->is_bad && !query.value.n)
		conf_line_problem(line, query.at, "%s", tr("the query of the view is missing: view NAME QUERY"));
	if (!line->is_bad)
		put(views, &(struct conf_view){ { name.value, query.value }, *line, query.at });
}

void
conf_view_free(struct conf_views *views)
{
	vec_free(&views->list);
	map_free(&views->by_name);
}
