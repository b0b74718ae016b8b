/*
 * The query language: one grammar for list filters, search, saved views, rules
 * and commands. A text becomes a tree; what it finds is the business of others
 * (store/query_sql.h). Written down in sosik(5), "Queries".
 */
#ifndef QUERY_QUERY_H
#define QUERY_QUERY_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum query_kind {
	QUERY_ANY,     /* every post: an empty query */
	QUERY_AND,     /* two parts or more, none of them an AND */
	QUERY_OR,      /* likewise */
	QUERY_NOT,     /* one part */
	QUERY_TEXT,    /* text: a word or phrase of prose, in columns */
	QUERY_FEED,    /* text: in its name or address */
	QUERY_SITE,    /* text: a host, a part of one without a dot, or the code of a platform (catalog/catalog_term.h) */
	QUERY_LINK,    /* text: the address of a post, as url_canonical() writes it */
	QUERY_TAG,     /* text: the tag, where "*" stands for anything */
	QUERY_IS,      /* code: enum query_state */
	QUERY_HAS,     /* code: enum query_has */
	QUERY_LANG,    /* code: enum query_lang */
	QUERY_DATE,    /* from and to: seconds since 1970 */
	QUERY_SECONDS, /* from and to: time to read */
	QUERY_LETTERS, /* from and to */
	QUERY_ID,      /* from and to */
};

/* Where the text is looked for; 0 is everywhere. */
enum query_column {
	QUERY_IN_TITLE = 1 << 0,
	QUERY_IN_AUTHOR = 1 << 1,
	QUERY_IN_SECTION = 1 << 2,
	QUERY_IN_BODY = 1 << 3, /* the headings of its sections are a part of it */
};

enum query_state {
	QUERY_UNREAD, QUERY_READ, QUERY_STARRED, QUERY_HIDDEN, QUERY_CHANGED, QUERY_ALL, QUERY_FULL, QUERY_FAILED, QUERY_TAGGED,
};

enum query_has {
	QUERY_CODE, QUERY_TABLE, QUERY_IMAGE, QUERY_VIDEO, QUERY_AUDIO, QUERY_FORMULA, QUERY_FOOTNOTE, QUERY_LIST, QUERY_OUTLINE,
};

enum query_lang { QUERY_KO, QUERY_EN, QUERY_JA, QUERY_ZH };

/* A node of the tree. Strings are valid UTF-8 in NFC. */
struct query {
	enum query_kind kind;
	size_t at;          /* where it stands in the text, in bytes */
	struct query **parts;
	size_t n;
	struct str text;
	bool is_phrase;     /* QUERY_TEXT: it stood in quotes */
	bool is_typed;      /* QUERY_TEXT: a word of a title that is not finished (text/find_term.h) */
	unsigned columns;   /* QUERY_TEXT: QUERY_IN_ bits */
	int code;
	int64_t from, to;   /* both of them are found; INT64_MIN and INT64_MAX where an end is open */
};

/* A saved view, for view:NAME. */
struct query_view {
	struct str name, text;
};

/* What a query may name. Zero-initialised: nothing. */
struct query_names {
	const struct query_view *views;
	size_t n_views;
};

/* Where a text is no query, and why: one line in the user's language. */
struct query_fault {
	size_t at; /* bytes from the start of the text */
	char text[400];
};

enum {
	QUERY_BYTES = 8192, /* of a text: none typed is longer */
	QUERY_DEPTH = 64,   /* brackets and negations in one another */
	QUERY_LEAVES = 250, /* words and fields, those of views too: FTS5 takes 256 beside one another */
};

/* Into the arena. names may be NULL. -1 with *fault. Dates are told by the clock and in the user's zone. */
int query_read(struct arena *a, struct str text, const struct query_names *names, struct query **ret, struct query_fault *fault);

/* The same with the column in the message (ERR_USAGE). */
int query_parse(struct arena *a, struct str text, const struct query_names *names, struct query **ret, struct err *err);

/* Both must be true. NULL stands for every post. */
struct query *query_and(struct arena *a, struct query *one, struct query *other);

/* A node of n > 0 parts: parts of its own kind are taken in, and one part stands for itself. */
struct query *query_join(struct arena *a, enum query_kind kind, struct query *const *parts, size_t n);

/* True when the state is asked of all that the query finds. */
bool query_asks(const struct query *query, enum query_state state);

#endif
