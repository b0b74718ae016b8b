#include "store/title_match.h"

#include "text/hangul.h"

static struct str
text_of(sqlite3_value *value)
{
	const char *text = (const char *)sqlite3_value_text(value);

	return str_new(text, text ? (size_t)sqlite3_value_bytes(value) : 0);
}

static void
run(sqlite3_context *context, int n, sqlite3_value **values)
{
	(void)n;
	sqlite3_result_int(context, hangul_matches(text_of(values[0]), text_of(values[1])));
}

int
title_match_register(sqlite3 *db)
{
	const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY | SQLITE_INNOCUOUS;

	return sqlite3_create_function_v2(db, "title_matches", 2, flags, NULL, run, NULL, NULL, NULL);
}
