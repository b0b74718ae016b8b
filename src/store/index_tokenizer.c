#include "store/index_tokenizer.h"

#include <stddef.h>

#include "text/find_token.h"
#include "text/utf8.h"

enum { SEEN = 0x10000 /* code points; those above are rare and are given each time */ };

/* Where the tokens go. */
struct sink {
	index_tokenizer_give *give;
	void *user;
};

/* The characters that tokens of a text begin with. */
struct firsts {
	unsigned char seen[SEEN / 8];
	bool is_title;
	bool is_word, is_behind_word; /* the place of the token is a word; the place before it was one */
};

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
give(const struct sink *sink, const struct find_token *token, struct str text, bool is_also)
{
	return sink->give(sink->user, is_also ? FTS5_TOKEN_COLOCATED : 0, text.p, (int)text.n, (int)token->from, (int)token->to);
}

/* A token with a sign in front. */
static int
give_signed(const struct sink *sink, const struct find_token *token, char sign, bool is_also)
{
	char room[1 + FIND_TOKEN_BYTES] = { sign };
	size_t n = token->text.n < FIND_TOKEN_BYTES ? token->text.n : FIND_TOKEN_BYTES;

	memcpy(room + 1, token->text.p, n);
	return give(sink, token, str_new(room, n + 1), is_also);
}

/* Whether a character was there before; it is now. */
static bool
was_seen(struct firsts *firsts, int32_t cp)
{
	unsigned char bit = (unsigned char)(1U << cp % 8);
	bool was = cp < SEEN && firsts->seen[cp / 8] & bit;

	if (cp < SEEN)
		firsts->seen[cp / 8] |= bit;
	return was;
}

/* The character that a token is looked up by alone; 0 where it is another reading of a word. */
static int32_t
first_of(const struct find_token *token)
{
	struct str text = token->text;

	return token->kind == FIND_TOKEN_WHOLE && !token->is_also ? utf8_next(&text) : token->first;
}

static int
give_first(struct firsts *firsts, const struct sink *sink, const struct find_token *token)
{
	int32_t cp = first_of(token);
	char bytes[1 + 4] = { *FIND_TOKEN_FIRST };
	bool is_behind;
	struct str first;
	int code;

	if (!token->is_also) {
		firsts->is_behind_word = firsts->is_word;
		firsts->is_word = token->kind == FIND_TOKEN_WHOLE;
	}
	is_behind = token->first && firsts->is_behind_word;
	if (!cp || (was_seen(firsts, cp) && !is_behind))
		return SQLITE_OK;
	first = str_new(bytes, 1 + utf8_put(bytes + 1, cp));
	code = give(sink, token, first, true);
	if (code != SQLITE_OK || !firsts->is_title || !token->first || str_eq(str_sub(first, 1, first.n), token->text))
		return code;
	*bytes = *FIND_TOKEN_IN_TITLE;
	return give(sink, token, first, true);
}

int
index_tokenizer_words(struct str text, bool is_title, index_tokenizer_give *give_token, void *user)
{
	const struct sink *sink = &(struct sink){ give_token, user };
	struct firsts firsts = { .is_title = is_title };
	struct find_token_scan scan;
	struct find_token token;
	int code = SQLITE_OK;

	find_token_start(&scan, text, FIND_TOKEN_TEXT);
	while (code == SQLITE_OK && find_token_next(&scan, &token)) {
		code = give(sink, &token, token.text, token.is_also);
		if (code == SQLITE_OK && firsts.is_title)
			code = give_signed(sink, &token, *FIND_TOKEN_IN_TITLE, true);
		if (code == SQLITE_OK)
			code = give_first(&firsts, sink, &token);
	}
	return code;
}

/* The sign in front of a token: that of titles stands before the first. */
static char
sign_of(struct str text, const struct find_token *token)
{
	char before = token->from ? text.p[token->from - 1] : ' ';

	return str_starts(text, FIND_TOKEN_IN_TITLE) ? *FIND_TOKEN_IN_TITLE : before == *FIND_TOKEN_FIRST ? before : '\0';
}

static int
tokenize_query(const struct sink *sink, struct str text)
{
	struct find_token_scan scan;
	struct find_token token;
	int code = SQLITE_OK;

	find_token_start(&scan, text, FIND_TOKEN_QUERY);
	while (code == SQLITE_OK && find_token_next(&scan, &token)) {
		char sign = sign_of(text, &token);

		code = sign ? give_signed(sink, &token, sign, token.is_also) : give(sink, &token, token.text, token.is_also);
	}
	return code;
}

static int
tokenize(Fts5Tokenizer *tokenizer, void *user, int flags, const char *text, int n, index_tokenizer_give *give_token)
{
	struct str all = str_new(text, text && n > 0 ? (size_t)n : 0);

	(void)tokenizer;
	if (flags & FTS5_TOKENIZE_QUERY)
		return tokenize_query(&(struct sink){ give_token, user }, all);
	return index_tokenizer_words(all, str_starts(all, FIND_TOKEN_IN_TITLE), give_token, user);
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
