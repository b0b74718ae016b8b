/*
 * The tokenizer "sosik" of the search index (FTS5): text/find_token.h behind
 * the interface of SQLite.
 *
 * Beside what find_token.h gives, a text has a token for each character that
 * begins one: FIND_TOKEN_FIRST and the character, where it stands first in the
 * text, and that of a run wherever it stands behind a word. So one letter (글,
 * 2025년, k) is looked up as fast as any word. A text that begins with
 * FIND_TOKEN_IN_TITLE has every token a second time with that in front: what
 * titles have is found without reading where else it stands. A query has the
 * one sign before its last character, the other at its beginning.
 */
#ifndef STORE_INDEX_TOKENIZER_H
#define STORE_INDEX_TOKENIZER_H

#include <sqlite3.h>

#include "store/index_word.h"

/* Makes it known to a connection, before any statement on the index. An SQLite code. */
int index_tokenizer_add(sqlite3 *db);

/* Where words go, some at a time, of which only the last may be longer than its key; they are gone when it returns. An SQLite code. */
typedef int index_tokenizer_give(void *user, const struct index_word *words, size_t n);

/* The room that it works in, used for text after text; to be freed with free(). */
struct index_tokenizer *index_tokenizer_new(void);

/* The words of a text as FTS5 gets them. */
int index_tokenizer_words(struct index_tokenizer *t, struct str text, bool is_title, index_tokenizer_give *give, void *user);

/* The interface of FTS5, got by a pointer that a statement hands out; NULL without FTS5. */
fts5_api *index_tokenizer_api(sqlite3 *db);

#endif
