#include "query/query_view.h"

#include "base/tr.h"
#include "query/query_group.h"
#include "text/hangul.h"
#include "text/nfc.h"
#include "text/typo.h"
#include "text/utf8.h"

/* As names are compared; by the keys that were pressed, so that one wrong letter of a syllable is one. */
static void
fold(struct buf *out, struct str name)
{
	struct buf folded = { 0 };

	nfc_fold(&folded, name);
	buf_clear(out);
	hangul_decode(out, buf_str(&folded));
	buf_free(&folded);
}

/* The view of that name as it is written, which is how it mostly is; NULL. */
static const struct query_view *
find_written(const struct query_names *names, struct str name)
{
	for (size_t i = 0; names && i < names->n_views; i++)
		if (str_eq(names->views[i].name, name))
			return &names->views[i];
	return NULL;
}

/* The view of that name, or the nearest where none has it; NULL. */
static const struct query_view *
find(const struct query_names *names, struct str name, bool *is_it)
{
	struct buf wanted = { 0 }, given = { 0 };
	const struct query_view *near = find_written(names, name);
	int least = 3; /* more than two slips is another name */

	*is_it = near;
	if (near)
		return near;
	fold(&wanted, name);
	for (size_t i = 0; names && i < names->n_views; i++) {
		int distance;

		fold(&given, names->views[i].name);
		distance = str_eq(buf_str(&wanted), buf_str(&given)) ? 0 : typo_distance(buf_str(&wanted), buf_str(&given));
		if (distance < least) {
			least = distance;
			near = &names->views[i];
		}
	}
	buf_free(&wanted);
	buf_free(&given);
	*is_it = near && !least;
	return near;
}

/* Whether the text of this view is being read already. */
static bool
is_open(const struct query_reader *r, const struct query_view *view)
{
	for (; r; r = r->outer)
		if (r->view == view)
			return true;
	return false;
}

struct query *
query_view_read(struct query_reader *r, struct str name, size_t at)
{
	bool is_it;
	const struct query_view *view = find(r->names, name, &is_it);
	struct str shown = utf8_prefix(name, 80);
	struct query_fault fault;
	struct query_reader inner = *r;
	struct query *tree;

	if (!view)
		return query_reader_fail(r, at, tr("there is no view ‘%.*s’"), STR(shown));
	if (!is_it)
		return query_reader_fail(r, at, tr("there is no view ‘%.*s’; did you mean ‘%.*s’?"), STR(shown),
			STR(utf8_prefix(view->name, 80)));
	if (is_open(r, view) || r->depth >= QUERY_DEPTH)
		return query_reader_fail(r, at, tr("the view ‘%.*s’ names itself"), STR(shown));
	inner.whole = inner.rest = view->text;
	inner.fault = &fault;
	inner.depth++;
	inner.groups = 0;
	inner.view = view;
	inner.outer = r;
	inner.outer_at = at;
	tree = utf8_is_valid(view->text) ? query_group_read(&inner) : query_reader_fail(&inner, at, "%s", tr("the query is not UTF-8"));
	if (!tree)
		return query_reader_fail(r, at, tr("in the view ‘%.*s’: %s"), STR(shown), fault.text);
	r->leaves = inner.leaves;
	return tree;
}
