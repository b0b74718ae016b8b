#include "conf/conf_view.h"

#include "base/limits.h"
#include "base/tr.h"
#include "text/clean.h"
#include "text/nfc.h"

size_t
conf_view_find(const struct conf_view *views, size_t n, struct str name)
{
	size_t i = 0;

	while (i < n && !nfc_same(views[i].view.name, name))
		i++;
	return i;
}

static void
check_name(struct conf_line *line, const struct conf_word *name, const struct conf_view *seen, size_t n)
{
	size_t same;

	if (!name->value.n || !clean_is(name->value) || name->value.n > LIMIT_VIEW_NAME) {
		conf_line_problem(line, name->at, tr("the name of a view is 1 to %d bytes that can be shown"), LIMIT_VIEW_NAME);
		return;
	}
	same = conf_view_find(seen, n, name->value);
	if (same < n && !line->is_typed)
		conf_line_problem(line, name->at, tr("there is a view of this name already: %s"), conf_line_where(line, seen[same].file, seen[same].number));
}

bool
conf_view(struct conf_line *line, const struct conf_view *seen, size_t n, struct conf_view *ret)
{
	struct conf_word name, query;

	if (!conf_line_word(line, &name)) {
		if (!line->is_bad)
			conf_line_problem(line, line->at, "%s", tr("the name of the view is missing: view NAME QUERY"));
		return false;
	}
	check_name(line, &name, seen, n);
	conf_line_rest(line, &query);
	if (!line->is_bad && !query.value.n)
		conf_line_problem(line, query.at, "%s", tr("the query of the view is missing: view NAME QUERY"));
	*ret = (struct conf_view){ { name.value, query.value }, line->file, line->number, query.at };
	return !line->is_bad;
}
