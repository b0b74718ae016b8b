#include "store/index_unseen.h"

#include "base/clock.h"
#include "base/tr.h"
#include "query/query.h"
#include "store/index.h"
#include "store/index_prepare.h"

enum { TELL_MS = 200 };

/* What a query rests on. */
struct rest {
	bool is_words, is_facts;
};

static void
look(const struct query *query, struct rest *rest)
{
	rest->is_words |= query->kind == QUERY_TEXT;
	rest->is_facts |= query->kind == QUERY_HAS || query->kind == QUERY_LANG || query->kind == QUERY_SECONDS;
	for (size_t i = 0; i < query->n; i++)
		look(query->parts[i], rest);
}

/* Words of the newest are looked up beside the index (store/index_prepare.h). */
int
index_unseen(struct store *s, const struct query *query, int64_t *ret, struct err *err)
{
	struct rest rest = { 0 };

	*ret = 0;
	if (query)
		look(query, &rest);
	if (rest.is_facts)
		return index_behind(s, ret, err);
	return rest.is_words ? index_prepare(s, ret, err) : 0;
}

/* Where words are not looked up after each slice: of those that index_prepare() looks at none has to be brought in. */
static int
count(struct store *s, const struct rest *rest, int64_t *ret, struct err *err)
{
	if (index_behind(s, ret, err) < 0)
		return -1;
	if (!rest->is_facts)
		*ret = *ret > INDEX_PREPARE_POSTS ? *ret - INDEX_PREPARE_POSTS : 0;
	return 0;
}

int
index_unseen_finish(struct store *s, const struct query *query, void (*tell)(int64_t left), struct err *err)
{
	int64_t left, told_ms = clock_mono_ms();
	struct rest rest = { 0 };
	bool is_done = false;

	if (query)
		look(query, &rest);
	if (!rest.is_words && !rest.is_facts)
		return 0;
	while (!is_done) {
		if (store_wants_stop(s))
			return err_set(err, ERR_STOPPED, "%s", tr("stopped"));
		if (count(s, &rest, &left, err) < 0)
			return -1;
		if (!left)
			return 0;
		if (tell && clock_mono_ms() - told_ms >= TELL_MS) {
			told_ms = clock_mono_ms();
			tell(left);
		}
		if (index_run(s, INDEX_SLICE_SHORT, &is_done, err) < 0)
			return -1;
	}
	return 0;
}
