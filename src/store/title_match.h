/*
 * The SQL function title_matches(title, text): whether text stands in a title
 * by text/hangul.h's hangul_matches(), where a consonant is any syllable that
 * begins with it.
 */
#ifndef STORE_TITLE_MATCH_H
#define STORE_TITLE_MATCH_H

#include <sqlite3.h>

/* Makes the function known to a connection; an SQLite code. */
int title_match_register(sqlite3 *db);

#endif
