#include "store/index_tokenizer.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/find_token_pairs.h"
#include "text/utf8.h"

enum {
	SEEN_END = 0x10000, /* code points from here on are rare and are given each time */
	SEEN = 0x1000,      /* numbers of a bit a character */
	PAIRS = 64,         /* numbers that are taken at once, and what each is at most: a token and its first character, both in a title as well */
	WORDS_EACH = 4,
	ALL = PAIRS * WORDS_EACH,
	SYLLABLE = 3,       /* bytes */
	LEAD = 0xa00, LEAD_LAST = 0xd00, TAIL = 0x80, TAILS = 0x40, /* where those of syllables stand in SEEN: they begin with 0xea to 0xed */
	BYTE = 8,           /* bits, and those of a number */
	BITS = 64,
};

/* What a text has been taken apart to, and the characters that its tokens begin with. */
struct index_tokenizer {
	index_tokenizer_give *give;
	void *user;
	int code;
	bool is_title;
	bool is_word, is_behind_word; /* the place of the token is a word; the place before it was one */
	size_t n;
	struct index_word v[ALL];
	uint64_t seen[SEEN];
	bool has_pairs;             /* those of syllables may be others than 0, */
	uint16_t touched[SEEN + 1]; /* and these of all */
	size_t n_touched;
	/* Here, and not cleared for each text. */
	struct find_token_scan scan;
	uint32_t pairs[PAIRS];
};

/* ---- texts */

static void
hand_on(struct index_tokenizer *t)
{
	if (t->n && t->code == SQLITE_OK)
		t->code = t->give(t->user, t->v, t->n);
	t->n = 0;
}

static void
put_long(struct index_tokenizer *t, char sign, struct str text, bool is_also)
{
	char room[1 + FIND_TOKEN_BYTES] = { sign };
	size_t has_sign = sign != '\0', n = text.n < FIND_TOKEN_BYTES ? text.n : FIND_TOKEN_BYTES;

	memcpy(room + has_sign, text.p, n);
	t->v[t->n++] = (struct index_word){ index_word_key(room, n + has_sign), room, (uint8_t)(n + has_sign), is_also };
	hand_on(t);
}

/* A word of up to eight bytes. */
static inline struct index_word *
add(struct index_word *to, uint64_t key, size_t n, bool is_also)
{
	to->key = key;
	to->n = (uint8_t)n;
	to->is_also = is_also;
	return to + 1;
}

/* A text with a sign in front, or without. It stands where eight bytes can be read. */
static void
put(struct index_tokenizer *t, char sign, struct str text, bool is_also)
{
	size_t has_sign = sign != '\0';
	uint64_t key;

	if (t->n == ALL)
		hand_on(t);
	if (text.n + has_sign > INDEX_WORD_KEY) {
		put_long(t, sign, text, is_also);
		return;
	}
	key = index_word_key_in(text.p, text.n);
	key = sign ? key >> BYTE | (uint64_t)sign << (INDEX_WORD_KEY - 1) * BYTE : key;
	(void)add(&t->v[t->n++], key, text.n + has_sign, is_also);
}

/* Whether a character, the three bytes that UTF-8 has for a syllable, was there before, which nobody can foretell; it is now. */
static inline bool
was_seen(struct index_tokenizer *t, uint32_t syllable)
{
	uint64_t *seen = &t->seen[syllable >> BYTE & (SEEN - 1)], was = *seen;

	*seen = was | UINT64_C(1) << syllable % BITS;
	return was >> syllable % BITS & 1;
}

/* The same of any character, as if it had three bytes. */
static bool
was_char_seen(struct index_tokenizer *t, int32_t cp)
{
	const uint32_t n = (uint32_t)cp, bytes = (n & 0xf000) << 4 | 0x8000 | (n & 0xfc0) << 2 | (n & 0x3f), at = bytes >> BYTE & (SEEN - 1);

	if (cp >= SEEN_END)
		return false;
	t->touched[t->n_touched] = (uint16_t)at;
	t->n_touched += !t->seen[at];
	return was_seen(t, bytes);
}

/* The character that a token is looked up by alone; 0 where it is another reading of a word. */
static int32_t
first_of(const struct find_token *token)
{
	struct str text = token->text;

	return token->kind == FIND_TOKEN_WHOLE && !token->is_also ? utf8_next(&text) : token->first;
}

static void
put_first(struct index_tokenizer *t, const struct find_token *token)
{
	int32_t cp = first_of(token);
	char bytes[INDEX_WORD_KEY];
	bool is_behind;
	struct str first;

	if (!token->is_also) {
		t->is_behind_word = t->is_word;
		t->is_word = token->kind == FIND_TOKEN_WHOLE;
	}
	is_behind = token->first && t->is_behind_word;
	if (!cp || (was_char_seen(t, cp) && !is_behind))
		return;
	first = str_new(bytes, utf8_put(bytes, cp));
	put(t, *FIND_TOKEN_FIRST, first, true);
	if (t->is_title && token->first && !str_eq(first, token->text))
		put(t, *FIND_TOKEN_IN_TITLE, first, true);
}

static void
put_token(struct index_tokenizer *t, const struct find_token *token)
{
	put(t, '\0', token->text, token->is_also);
	if (t->is_title)
		put(t, *FIND_TOKEN_IN_TITLE, token->text, true);
	put_first(t, token);
}

/* put_token() for a word of ASCII. */
static void
put_word(struct index_tokenizer *t, struct str text)
{
	put(t, '\0', text, false);
	if (t->is_title)
		put(t, *FIND_TOKEN_IN_TITLE, text, true);
	t->is_word = true;
	if (!was_char_seen(t, *text.p))
		put(t, *FIND_TOKEN_FIRST, str_sub(text, 0, 1), true);
}

/* A word of so many bytes. */
static inline struct index_word *
add_number(struct index_word *to, uint64_t bytes, size_t n, bool is_also)
{
	return add(to, bytes << (INDEX_WORD_KEY - n) * BYTE, n, is_also);
}

/* put_token() for a pair of syllables, or for one before 0. */
static inline struct index_word *
add_pair(struct index_tokenizer *t, struct index_word *to, const uint32_t *pair, bool is_title, bool is_behind_word)
{
	const uint64_t title = *FIND_TOKEN_IN_TITLE, first = (uint64_t)*FIND_TOKEN_FIRST << SYLLABLE * BYTE;
	const uint64_t text = (uint64_t)pair[0] << SYLLABLE * BYTE | pair[1]; /* six bytes */
	const size_t n = pair[1] ? 2 * SYLLABLE : SYLLABLE;
	bool is_first;

	to = add(to, text << (INDEX_WORD_KEY - 2 * SYLLABLE) * BYTE, n, false);
	if (is_title)
		to = add(to, (title << 2 * SYLLABLE * BYTE | text) << BYTE, 1 + n, true);
	is_first = !was_seen(t, pair[0]) | is_behind_word;
	(void)add_number(to, first | pair[0], 1 + SYLLABLE, true);
	to += is_first;
	return is_title && is_first && pair[1] ? add_number(to, title << SYLLABLE * BYTE | pair[0], 1 + SYLLABLE, true) : to;
}

/* All pairs of those. */
static inline struct index_word *
add_pairs(struct index_tokenizer *t, struct index_word *to, const uint32_t *pairs, size_t n, bool is_title)
{
	to = add_pair(t, to, pairs, is_title, t->is_word);
	for (size_t i = 1; i < n; i++)
		if (pairs[i])
			to = add_pair(t, to, pairs + i, is_title, false);
	return to;
}

static void
put_pairs(struct index_tokenizer *t, const uint32_t *pairs, size_t n)
{
	struct index_word *to;

	if (t->n + n * WORDS_EACH > ALL)
		hand_on(t);
	to = t->v + t->n;
	to = t->is_title ? add_pairs(t, to, pairs, n, true) : add_pairs(t, to, pairs, n, false);
	t->n = (size_t)(to - t->v);
	t->is_word = false;
	t->has_pairs = true;
}

/* Before a text: nothing was seen. */
static void
start(struct index_tokenizer *t)
{
	t->code = SQLITE_OK;
	t->is_word = t->is_behind_word = false;
	while (t->n_touched)
		t->seen[t->touched[--t->n_touched]] = 0;
	for (int lead = LEAD; t->has_pairs && lead <= LEAD_LAST; lead += 1 << BYTE)
		memset(&t->seen[lead | TAIL], 0, TAILS * sizeof *t->seen);
	t->has_pairs = false;
}

int
index_tokenizer_words(struct index_tokenizer *t, struct str text, bool is_title, index_tokenizer_give *give, void *user)
{
	struct find_token_scan *scan = &t->scan;
	struct find_token token;
	struct str word;
	size_t n;

	start(t);
	t->is_title = is_title;
	t->give = give;
	t->user = user;
	find_token_start(scan, text, FIND_TOKEN_TEXT);
	while (t->code == SQLITE_OK) {
		while ((n = find_token_pairs(scan, t->pairs, PAIRS)))
			put_pairs(t, t->pairs, n);
		if (find_token_word(scan, &word)) {
			put_word(t, word);
			continue;
		}
		if (!find_token_next(scan, &token))
			break;
		put_token(t, &token);
	}
	hand_on(t);
	return t->code;
}

struct index_tokenizer *
index_tokenizer_new(void)
{
	return mem_zalloc(1, sizeof(struct index_tokenizer));
}

/* ---- FTS5 */

static int
create(void *user, const char **args, int n, Fts5Tokenizer **ret)
{
	(void)user, (void)args, (void)n;
	*ret = (Fts5Tokenizer *)index_tokenizer_new();
	return SQLITE_OK;
}

static void
delete(Fts5Tokenizer *tokenizer)
{
	free(tokenizer);
}

typedef int give_token(void *user, int flags, const char *text, int n, int from, int to);

/* Where the tokens go. Of words it is not told which bytes they stand for: SQLite wants that for marks in a text alone, which are not asked for. */
struct sink {
	give_token *give;
	void *user;
};

static int
give_words(void *user, const struct index_word *words, size_t n)
{
	const struct sink *sink = user;
	char room[INDEX_WORD_KEY];
	int code = SQLITE_OK;

	for (size_t i = 0; i < n && code == SQLITE_OK; i++)
		code = sink->give(sink->user, words[i].is_also ? FTS5_TOKEN_COLOCATED : 0, index_word_text(&words[i], room).p, words[i].n, 0, 0);
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
give_asked(const struct sink *sink, const struct find_token *token, char sign)
{
	char room[1 + FIND_TOKEN_BYTES] = { sign };
	size_t has_sign = sign != '\0', n = token->text.n < FIND_TOKEN_BYTES ? token->text.n : FIND_TOKEN_BYTES;

	memcpy(room + has_sign, token->text.p, n);
	return sink->give(sink->user, token->is_also ? FTS5_TOKEN_COLOCATED : 0, room, (int)(n + has_sign), (int)token->from, (int)token->to);
}

static int
tokenize_query(const struct sink *sink, struct str text)
{
	struct find_token_scan scan;
	struct find_token token;
	int code = SQLITE_OK;

	find_token_start(&scan, text, FIND_TOKEN_QUERY);
	while (code == SQLITE_OK && find_token_next(&scan, &token))
		code = give_asked(sink, &token, sign_of(text, &token));
	return code;
}

static int
tokenize(Fts5Tokenizer *tokenizer, void *user, int flags, const char *text, int n, give_token *give)
{
	struct str all = str_new(text, text && n > 0 ? (size_t)n : 0);
	struct sink sink = { give, user };

	if (flags & FTS5_TOKENIZE_QUERY)
		return tokenize_query(&sink, all);
	return index_tokenizer_words((struct index_tokenizer *)tokenizer, all, str_starts(all, FIND_TOKEN_IN_TITLE), give_words, &sink);
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
