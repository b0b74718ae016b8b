#include "store/index_tokenizer.h"

#include <stddef.h>

#include "text/find_token.h"

typedef int token_function(void *, int, const char *, int, int, int);

/* It has no state. */
static int
create(void *user, const char **args, int n, Fts5Tokenizer **ret)
{
	static const char one;

	(void)user, (void)args, (void)n;
	*ret = (Fts5Tokenizer *)(uintptr_t)&one;
	return SQLITE_OK;
}

static void
delete(Fts5Tokenizer *tokenizer)
{
	(void)tokenizer;
}

static int
tokenize(Fts5Tokenizer *tokenizer, void *user, int flags, const char *text, int n, token_function *give)
{
	struct find_token_scan scan;
	struct find_token token;
	int code = SQLITE_OK;

	(void)tokenizer;
	find_token_start(&scan, str_new(text, text && n > 0 ? (size_t)n : 0),
	    (flags & FTS5_TOKENIZE_QUERY) ? FIND_TOKEN_QUERY : FIND_TOKEN_TEXT);
	while (code == SQLITE_OK && find_token_next(&scan, &token))
		code = give(user, token.is_also ? FTS5_TOKEN_COLOCATED : 0, token.text.p, (int)token.text.n, (int)token.from,
		    (int)token.to);
	return code;
}

fts5_api *
index_tokenizer_api(sqlite3 *db)
{
	sqlite3_stmt *st = NULL;
	fts5_api *api = NULL;

	if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &st, NULL) == SQLITE_OK &&
	    sqlite3_bind_pointer(st, 1, &api, "fts5_api_ptr", NULL) == SQLITE_OK)
		(void)sqlite3_step(st);
	(void)sqlite3_finalize(st);
	return api;
}

int
index_tokenizer_add(sqlite3 *db)
{
	fts5_tokenizer tokenizer = { create, delete, tokenize };
	fts5_api *api = index_tokenizer_api(db);

	return api ? api->xCreateTokenizer(api, "sosik", NULL, &tokenizer, NULL) : SQLITE_ERROR;
}
