#include "sync/sync_end.h"

int
sync_end_run(const struct sync_full *full, struct sync_rest *rest, struct err *err)
{
	const struct sync_rules *rules = full->rules;
	struct store *s = full->store;

	if (sync_rest_end(rest, full->is_over, full->trip, err) < 0)
		return -1;
	full->sum->is_unwritten = rest->is_unwritten;
	if (sync_rules_run(rules, s, &full->sum->ruled, err) < 0)
		return -1;
	if (sync_rules_tell(rules, s, full->is_over, full->trip, err) < 0 || sync_full_run(full, err) < 0)
		return -1;
	return sync_rules_exec(rules, s, full->is_over, full->trip, err);
}
