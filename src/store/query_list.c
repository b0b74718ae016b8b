#include "store/query_list.h"

#include "store/db.h"
#include "store/stmt.h"
#include "store/store_impl.h"

/* The tables: their names, and how each is emptied and filled. */
#define WORDS(n) { " IN temp.words" n, " FROM temp.words" n " m", \
	"CREATE TABLE IF NOT EXISTS temp.words" n "(id INTEGER PRIMARY KEY); DELETE FROM temp.words" n, \
	"INSERT INTO temp.words" n "(id) " }

static const struct {
	const char *name, *from, *empty, *fill;
} lists[STORE_LISTS] = { WORDS("0"), WORDS("1"), WORDS("2"), WORDS("3") };

const char *
query_list_name(int list)
{
	return lists[list].name;
}

const char *
query_list_from(int list)
{
	return lists[list].from;
}

bool
query_list_is(const struct store *s, int list, struct str expr)
{
	return str_eq(buf_str(&s->lists[list].expr), expr);
}

void
query_list_select(struct compose *c, struct str expr)
{
	compose_text(c, "SELECT rowid FROM post_index WHERE post_index MATCH ", expr);
	if (c->is_arrived) {
		compose_add(c, " AND rowid >= (SELECT min(post_id) FROM (" STMT_ARRIVED_SLICE "))");
		return;
	}
	if (c->lists && !c->lists->has_waiting)
		return;
	compose_text(c, " AND rowid NOT IN (SELECT post_id FROM index_queue)"
	    " UNION ALL SELECT rowid FROM temp.post_waiting WHERE post_waiting MATCH ", expr);
}

static int
fill(struct store *s, int list, struct str expr, struct err *err)
{
	struct compose c = { .lists = s };
	sqlite3_stmt *st;
	int rc = -1;

	compose_add(&c, lists[list].fill);
	query_list_select(&c, expr);
	st = compose_prepare(&c, s, err);
	if (st)
		rc = stmt_run(s, st, err);
	(void)sqlite3_finalize(st);
	compose_free(&c);
	return rc;
}

int
query_list_fill(struct store *s, int list, struct str expr, struct err *err)
{
	struct store_list *known = &s->lists[list];
	int64_t version = store_version(s), before = sqlite3_total_changes64(s->db);
	int rc;

	if (known->is_filled && known->version == version && query_list_is(s, list, expr))
		return 0;
	known->is_filled = false;
	rc = db_exec(s->db, lists[list].empty, err);
	if (!rc)
		rc = fill(s, list, expr, err);
	/* Nobody else is told of a change: what is in memory is no part of the cache. */
	s->own_changes += sqlite3_total_changes64(s->db) - before;
	if (rc < 0)
		return -1;
	buf_clear(&known->expr);
	(void)buf_add(&known->expr, expr);
	known->version = version;
	known->is_filled = true;
	known->n = sqlite3_changes64(s->db);
	return 0;
}
