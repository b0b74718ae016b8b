#include "store/query_list.h"

#include "store/db.h"
#include "store/stmt.h"
#include "store/store_impl.h"

bool
query_list_is(const struct store *s, int list, struct str expr)
{
	return str_eq(buf_str(&s->lists[list].expr), expr);
}

void
query_list_add(struct compose *c, int list)
{
	compose_int(c, "words_have(", list);
	compose_add(c, ", $.id)");
}

void
query_list_select(struct compose *c, struct str expr)
{
	compose_text(c, "SELECT rowid FROM search.post_index WHERE post_index MATCH ", expr);
	if (c->is_arrived) {
		compose_add(c, " AND rowid >= (SELECT min(post_id) FROM (" STMT_ARRIVED_SLICE "))");
		return;
	}
	if (c->lists && !c->lists->has_waiting)
		return;
	compose_text(c, " AND " STMT_WAITS_NOT("rowid")
	    " UNION ALL SELECT rowid FROM temp.post_waiting WHERE " STMT_WAITS("rowid") " AND post_waiting MATCH ", expr);
}

/* words_have(list, id): whether the post is in the list. */
static void
run(sqlite3_context *context, int n, sqlite3_value **values)
{
	const struct store *s = sqlite3_user_data(context);

	(void)n;
	sqlite3_result_int(context, ids_has(&s->lists[sqlite3_value_int(values[0])].ids, sqlite3_value_int64(values[1])));
}

/* The numbers that a statement gives. */
static int
read_ids(struct store *s, struct ids *ids, struct compose *c, struct err *err)
{
	sqlite3_stmt *st;
	int got = -1;

	ids_clear(ids);
	st = compose_prepare(c, s, err);
	while (st && (got = stmt_step(s, st, err)) > 0)
		ids_add(ids, stmt_num(st, 0));
	(void)sqlite3_finalize(st);
	ids_settle(ids);
	return got;
}

/* Makes words_have() known. */
static int
prepare(struct store *s, struct err *err)
{
	if (!s->has_lists && sqlite3_create_function_v2(s->db, "words_have", 2, SQLITE_UTF8, s, run, NULL, NULL, NULL) != SQLITE_OK)
		return db_error(s->db, err);
	s->has_lists = true;
	return 0;
}

/* What the list holds now. */
static void
note(struct store_list *list, struct str expr, int64_t version)
{
	buf_clear(&list->expr);
	(void)buf_add(&list->expr, expr);
	list->version = version;
	list->is_filled = true;
}

int
query_list_fill(struct store *s, int list, struct str expr, struct err *err)
{
	struct store_list *known = &s->lists[list];
	struct compose c = { .lists = s };
	int64_t version = store_version(s);
	int rc;

	if (known->is_filled && known->version == version && query_list_is(s, list, expr))
		return 0;
	known->is_filled = false;
	if (prepare(s, err) < 0)
		return -1;
	query_list_select(&c, expr);
	rc = read_ids(s, &known->ids, &c, err);
	compose_free(&c);
	if (!rc)
		note(known, expr, version);
	return rc;
}

static int
spread(struct store *s, const struct store_list *list, struct err *err)
{
	static const char empty[] = "CREATE TABLE IF NOT EXISTS temp.words(id INTEGER PRIMARY KEY); DELETE FROM temp.words";
	sqlite3_stmt *st = NULL;
	int rc = db_exec(s->db, empty, err);

	if (!rc)
		st = stmt_compose(s, "INSERT INTO temp.words(id) VALUES(?1)", err);
	for (size_t i = 0; st && i < list->ids.list.n && !rc; i++) {
		stmt_bind_int(st, 1, list->ids.list.v[i]);
		rc = stmt_run(s, st, err);
	}
	if (!st)
		rc = -1;
	(void)sqlite3_finalize(st);
	return rc;
}

int
query_list_spread(struct store *s, int list, struct err *err)
{
	int64_t before = sqlite3_total_changes64(s->db);
	int rc = spread(s, &s->lists[list], err);

	/* Nobody is told of a change: what is in memory is no part of the cache. */
	s->own_changes += sqlite3_total_changes64(s->db) - before;
	return rc;
}

static void
free_lists(struct store_list *lists, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_free(&lists[i].expr);
		ids_free(&lists[i].ids);
	}
}

void
query_list_free(struct store *s)
{
	free_lists(s->lists, STORE_LISTS);
	free_lists(s->few, STORE_LISTS_OF_FEW);
}
