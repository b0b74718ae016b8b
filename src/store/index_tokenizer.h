/*
 * The tokenizer "sosik" of the search index (FTS5): text/find_token.h behind
 * the interface of SQLite.
 */
#ifndef STORE_INDEX_TOKENIZER_H
#define STORE_INDEX_TOKENIZER_H

#include <sqlite3.h>

/* Makes it known to a connection, before any statement on the index. An SQLite code. */
int index_tokenizer_add(sqlite3 *db);

/* The interface of FTS5, got by a pointer that a statement hands out; NULL without FTS5. */
fts5_api *index_tokenizer_api(sqlite3 *db);

#endif
