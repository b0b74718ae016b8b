#include "cmd/cmd_bulk.h"

#include <unistd.h>

#include "base/tr.h"
#include "store/bulk.h"
#include "text/say.h"

static void
show(const struct bulk *b)
{
	struct buf line = { 0 };

	(void)buf_puts(&line, "\r\x1b[K");
	if (b->total)
		(void)buf_printf(&line, tr("%lld of %lld posts"), (long long)b->done, (long long)b->total);
	else
		(void)buf_printf(&line, tr_n("%lld post", "%lld posts", (unsigned long)b->done), (long long)b->done);
	say_raw(buf_str(&line));
	(void)say_finish(NULL);
	buf_free(&line);
}

/* With one slice there is nothing to look at. */
static int
run(struct bulk *b, struct err *err)
{
	bool is_shown = isatty(STDOUT_FILENO);
	int rc;

	b->tell = is_shown ? show : NULL;
	rc = bulk_run(b, err);
	if (is_shown && b->done > BULK_POSTS)
		say_raw(str_lit("\r\x1b[K"));
	return rc;
}

int
cmd_bulk_apply(struct store *s, const int64_t *ids, size_t n, const struct state_change *change, int64_t *changed,
    struct err *err)
{
	struct bulk b;
	int rc = bulk_change(&b, s, ids, n, change, err);

	if (!rc)
		rc = run(&b, err);
	*changed = b.changed;
	bulk_end(&b, NULL);
	return rc;
}

int
cmd_bulk_retag(struct store *s, struct str from, struct str to, struct retag_done *done, struct err *err)
{
	struct bulk b;
	int rc;

	bulk_retag(&b, s, from, to);
	rc = run(&b, err);
	*done = *retag_done(b.retag);
	bulk_end(&b, NULL);
	return rc;
}

static int
undo(struct store *s, enum undo_way way, int64_t *until, struct state_undone *ret, struct err *err)
{
	struct bulk b;
	int rc;

	bulk_undo(&b, s, way, until);
	rc = run(&b, err);
	bulk_end(&b, rc ? NULL : ret);
	return rc;
}

int
cmd_bulk_undo(struct store *s, int64_t *until, struct state_undone *ret, struct err *err)
{
	return undo(s, UNDO_BACK, until, ret, err);
}

int
cmd_bulk_redo(struct store *s, int64_t *until, struct state_undone *ret, struct err *err)
{
	return undo(s, UNDO_AGAIN, until, ret, err);
}

int
cmd_bulk_rules(struct store *s, const struct rules_rule *rules, size_t n, int64_t *found, int64_t *changed, struct err *err)
{
	bool is_shown = isatty(STDOUT_FILENO);
	int rc = rules_apply(s, rules, n, is_shown ? show : NULL, found, changed, err);

	if (is_shown)
		say_raw(str_lit("\r\x1b[K"));
	return rc;
}
