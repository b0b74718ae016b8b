#include "store/salvage.h"

#include "store/fresh.h"
#include "store/identity.h"
#include "store/store_impl.h"
#include "store/story.h"
#include "text/utf8.h"

#define SALVAGE_FARTHEST ((int64_t)1 << 40)

/* A table's rows by id, from ?1 on. */
struct table {
	const char *select;
	const char *insert;
	int columns;
	int texts;    /* columns that are text, the others numbers: bits */
	int hash_at;  /* column with the hash of the text before it; -1: none */
};

#define FEED_COLUMNS "id, uid, url, url_key, status, place, line, name, title, host, site, language"
#define POST_COLUMNS "id, feed_id, guid, link, link_key, title, title_key, author, published, updated, first_seen," \
	" sort, letters, story_id, hash, image, summary, is_changed, old_hash"

static const struct table tables[] = {
	{
		"SELECT " FEED_COLUMNS " FROM feed NOT INDEXED WHERE id >= ?1 ORDER BY id",
		"INSERT OR IGNORE INTO feed(" FEED_COLUMNS ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
		12, 1 << 1 | 1 << 2 | 1 << 3 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 11, -1,
	}, {
		"SELECT " POST_COLUMNS " FROM post NOT INDEXED WHERE id >= ?1 AND stub = 0 ORDER BY id",
		/* Stories are found again; without a hash the next sync writes whatever else its feed says of a post. */
		"INSERT OR IGNORE INTO post(" POST_COLUMNS ", announced, host)"
		" SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, " STMT_PAST("?9", "?11") ", ?10, ?11, ?12, ?13, NULL, 0, ?16, ?17,"
		" ?18, ?19, " STMT_FUTURE("?9", "?11") ", " STMT_HOST("?5")
		" WHERE EXISTS (SELECT 1 FROM feed WHERE id = ?2)",
		19, 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 15 | 1 << 16, -1,
	}, {
		"SELECT post_id, xhtml, hash FROM body WHERE post_id >= ?1 ORDER BY post_id",
		"INSERT OR IGNORE INTO body(post_id, xhtml, hash) SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM post WHERE id = ?1)",
		3, 1 << 1, 2,
	}, {
		"SELECT post_id, xhtml, hash, tried, fetched, url, canonical, letters, pages, is_part, is_shown FROM full"
		" WHERE post_id >= ?1 AND fetched IS NOT NULL ORDER BY post_id",
		"INSERT OR IGNORE INTO full(post_id, xhtml, hash, tried, fetched, url, canonical, letters, pages, is_part, is_shown)"
		" SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 WHERE EXISTS (SELECT 1 FROM post WHERE id = ?1)",
		11, 1 << 1 | 1 << 5 | 1 << 6, 2,
	},
};

static struct str
text_at(sqlite3_stmt *from, int i)
{
	return str_new((const char *)sqlite3_column_text(from, i), (size_t)sqlite3_column_bytes(from, i));
}

/* A row that damage has reached is left out: of another type, no UTF-8, or another text than its hash says. */
static bool
is_sound(const struct table *t, sqlite3_stmt *from)
{
	for (int i = 0; i < t->columns; i++) {
		int type = sqlite3_column_type(from, i);

		if (type == SQLITE_NULL)
			continue;
		if (type != ((t->texts >> i & 1) ? SQLITE_TEXT : SQLITE_INTEGER))
			return false;
		if (type == SQLITE_TEXT && !utf8_is_valid(text_at(from, i)))
			return false;
	}
	return t->hash_at < 0 ||
	    identity_is_text(text_at(from, t->hash_at - 1), (uint64_t)sqlite3_column_int64(from, t->hash_at));
}

static int
copy_row(struct store *s, const struct table *t, sqlite3_stmt *from, sqlite3_stmt *to, struct err *err)
{
	for (int i = 0; i < t->columns; i++)
		(void)sqlite3_bind_value(to, i + 1, sqlite3_column_value(from, i));
	return stmt_run(s, to, err);
}

/* Rows from id *next on, which is moved behind the last that was read. 1 when the end was reached, 0 when damage was. */
static int
copy_rows(struct store *s, sqlite3_stmt *from, const struct table *t, int64_t *next, sqlite3_stmt *to, struct err *err)
{
	int code, rc = 0;

	(void)sqlite3_bind_int64(from, 1, *next);
	while ((code = sqlite3_step(from)) == SQLITE_ROW && !rc) {
		int64_t id = sqlite3_column_int64(from, 0);

		if (id >= SALVAGE_FARTHEST) /* no id of ours */
			break;
		*next = id + 1;
		if (is_sound(t, from))
			rc = copy_row(s, t, from, to, err);
	}
	(void)sqlite3_reset(from);
	return rc < 0 ? -1 : code == SQLITE_DONE || code == SQLITE_ROW;
}

/* Behind damage it goes on further and further away, until a readable page is met again. */
static int
copy_table(struct store *s, sqlite3 *old, const struct table *t, struct err *err)
{
	sqlite3_stmt *from = NULL, *to = stmt_compose(s, t->insert, err);
	int64_t next = 0, was, step = 1;
	int got = 0;

	if (!to)
		return -1;
	if (sqlite3_prepare_v2(old, t->select, -1, &from, NULL) != SQLITE_OK)
		got = 1; /* not even the schema can be read */
	while (!got && step < SALVAGE_FARTHEST) {
		was = next;
		got = copy_rows(s, from, t, &next, to, err);
		step = next > was ? 1 : step * 2;
		next += step;
	}
	(void)sqlite3_finalize(from);
	(void)sqlite3_finalize(to);
	return got < 0 ? -1 : 0;
}

int
salvage_copy(struct store *s, sqlite3 *old, struct err *err)
{
	(void)sqlite3_db_config(old, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	(void)sqlite3_db_config(old, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	/* SQLite reads a file that is shorter than its header says only in this mode. */
	(void)sqlite3_exec(old, "PRAGMA writable_schema = ON; PRAGMA cell_size_check = ON;", NULL, NULL, NULL);
	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
		if (copy_table(s, old, &tables[i], err) < 0)
			return -1;
	return fresh_all(s, err) < 0 ? -1 : story_start_over(s, err);
}
