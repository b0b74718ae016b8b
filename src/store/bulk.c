#include "store/bulk.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/change.h"
#include "store/db_setup.h"
#include "store/store_impl.h"

static int
by_number(const void *a, const void *b)
{
	const int64_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

/* In the order in which the cache has them: a slice's posts stand together there. */
int
bulk_change(struct bulk *b, struct store *s, const int64_t *ids, size_t n, const struct state_change *change, struct err *err)
{
	*b = (struct bulk){ .s = s, .total = (int64_t)n };
	if (n) {
		b->ids = mem_zalloc(n, sizeof *b->ids);
		memcpy(b->ids, ids, n * sizeof *ids);
		qsort(b->ids, n, sizeof *b->ids, by_number);
	}
	if (state_check(&b->arena, change, &b->change, err) < 0)
		return -1;
	return state_resolve(s, &b->arena, &b->change, err);
}

void
bulk_undo(struct bulk *b, struct store *s, enum undo_way way, int64_t *until)
{
	*b = (struct bulk){ .s = s };
	undo_init(&b->undo, s, way, until);
}

static int
step_change(struct bulk *b, struct err *err)
{
	int64_t n = b->total - b->done, changed;

	if (n > BULK_POSTS)
		n = BULK_POSTS;
	if (n && change_run(b->s, b->ids + b->done, (size_t)n, &b->change, &b->first, &changed, err) < 0)
		return -1;
	b->done += n;
	b->changed += n ? changed : 0;
	return b->done < b->total;
}

static int
step_undo(struct bulk *b, struct err *err)
{
	int rc = undo_step(&b->undo, err);

	b->done = b->changed = undo_posts(&b->undo);
	return rc;
}

/* How many there are it knows from the first slice on. */
void
bulk_retag(struct bulk *b, struct store *s, struct str from, struct str to)
{
	*b = (struct bulk){ .s = s, .total = 1, .retag = retag_new(s, from, to) };
}

static int
step_retag(struct bulk *b, struct err *err)
{
	int rc = retag_step(b->retag, err);

	if (retag_total(b->retag))
		b->total = retag_total(b->retag);
	b->done = b->changed = retag_moved(b->retag);
	return rc;
}

int
bulk_step(struct bulk *b, struct err *err)
{
	if (!b->has_room && (b->undo.sum || b->retag || b->total > BULK_POSTS)) {
		(void)db_setup_many(b->s->db, true, NULL);
		b->has_room = true;
	}
	if (b->retag)
		return step_retag(b, err);
	return b->undo.sum ? step_undo(b, err) : step_change(b, err);
}

static int
stop(const struct bulk *b, struct err *err)
{
	if (b->total)
		return err_set(err, ERR_STOPPED, tr("stopped; %lld of %lld posts are done, and undo takes them back"), (long long)b->done,
			(long long)b->total);
	return err_set(err, ERR_STOPPED, tr("stopped; %lld posts are done, the next undo or redo goes on"), (long long)b->done);
}

int
bulk_run(struct bulk *b, struct err *err)
{
	int rc;

	do {
		if (store_wants_stop(b->s))
			return stop(b, err);
		rc = bulk_step(b, err);
		if (rc > 0 && b->tell)
			b->tell(b);
	} while (rc > 0);
	return rc < 0 && err && err->code == ERR_STOPPED ? stop(b, err) : rc;
}

void
bulk_end(struct bulk *b, struct state_undone *ret)
{
	if (b->undo.sum)
		undo_end(&b->undo, ret);
	if (b->has_room)
		(void)db_setup_many(b->s->db, false, NULL);
	retag_free(b->retag);
	free(b->ids);
	arena_free(&b->arena);
}
