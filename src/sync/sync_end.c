#include "sync/sync_end.h"

#include "net/fetch.h"
#include "store/met.h"
#include "store/replaced.h"
#include "store/trace.h"
#include "sync/sync_pool.h"

/* A feed whose address was changed by hand is told by the posts that it has brought. */
static int
settle_replaced(const struct sync_full *full, struct err *err)
{
	struct buf told = { 0 };
	int rc = replaced_settle(full->store, &told, err);

	if (told.n && full->opts->remark)
		full->opts->remark(full->opts->user, buf_cstr(&told));
	buf_free(&told);
	return rc;
}

/* What needs no index, while the last of it is made: what writes first, that the index has not to wait in the end. */
static int
end_beside(const struct sync_full *full, struct err *err)
{
	if (met_record(full->store, err) < 0 || settle_replaced(full, err) < 0)
		return -1;
	(void)trace_settle(full->store, true, NULL); /* it is tried again when the store is closed */
	return sync_full_look(full, err);
}

void
sync_end_feeds(const struct sync_rest *rest, struct fetch **fetch, struct sync_pool **pool)
{
	sync_rest_last(rest);
	if (fetch_pending(*fetch))
		return;
	fetch_close(*fetch);
	sync_pool_close(*pool);
	*fetch = NULL;
	*pool = NULL;
}

int
sync_end_run(const struct sync_full *full, struct sync_rest *rest, struct err *err)
{
	const struct sync_rules *rules = full->rules;
	struct store *s = full->store;

	if (end_beside(full, err) < 0 || sync_rest_end(rest, full->is_over, full->trip, err) < 0)
		return -1;
	full->sum->is_unwritten = rest->is_unwritten;
	if (sync_rules_run(rules, s, &full->sum->ruled, err) < 0)
		return -1;
	if (sync_rules_tell(rules, s, full->is_over, full->trip, err) < 0 || sync_full_run(full, err) < 0)
		return -1;
	return sync_rules_exec(rules, s, full->is_over, full->trip, err);
}
