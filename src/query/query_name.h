/*
 * What fields, states and the like are called, in English and Korean.
 */
#ifndef QUERY_QUERY_NAME_H
#define QUERY_QUERY_NAME_H

#include "base/buf.h"
#include "query/query.h"

enum query_field {
	QUERY_FIELD_NONE,
	QUERY_FIELD_TITLE, QUERY_FIELD_BODY, QUERY_FIELD_AUTHOR, QUERY_FIELD_SECTION,
	QUERY_FIELD_FEED, QUERY_FIELD_SITE, QUERY_FIELD_LINK, QUERY_FIELD_TAG, QUERY_FIELD_IS, QUERY_FIELD_HAS, QUERY_FIELD_LANG,
	QUERY_FIELD_AFTER, QUERY_FIELD_BEFORE, QUERY_FIELD_DATE, QUERY_FIELD_LEN, QUERY_FIELD_ID, QUERY_FIELD_VIEW,
};

/* What has: says of states; behind the codes of enum query_has. */
enum { QUERY_HAS_STATES = 100 };

enum query_table { QUERY_FIELDS, QUERY_STATES, QUERY_HAVES, QUERY_LANGS, QUERY_TABLES };

struct query_name {
	const char *name; /* NULL ends a table */
	int code;
	bool is_word;     /* stands for itself, without a field */
};

/* Each code's first name is the English one. */
const struct query_name *query_name_table(enum query_table table);

/* That first name. */
const char *query_name_of(enum query_table table, int code);

/* The entry of that name, in any case, blanks aside; NULL. */
const struct query_name *query_name_find(enum query_table table, struct str word);

/* The field that other programs (notmuch, mutt) call so; NULL. */
const struct query_name *query_name_foreign(struct str word);

/* The entry that was meant: one or two slips away, or typed with the other keyboard; NULL. */
const struct query_name *query_name_near(enum query_table table, struct str word);

/* Appends what the user's language calls the codes of a table, with ", " between. */
void query_name_list(struct buf *out, enum query_table table);

#endif
