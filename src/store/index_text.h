/*
 * What of a post stands in the search index: the texts of its columns. A pure
 * function of the post, so that a row can be taken out of the index again, for
 * which the index wants the text that it was made of.
 */
#ifndef STORE_INDEX_TEXT_H
#define STORE_INDEX_TEXT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/find_token.h"

/* Raised when the same post gives other texts than before, or was written wrongly; together with the form of the tokens. */
enum { INDEX_TEXT_FORM = 3 + FIND_TOKEN_FORM * 1000 };

/* A post as the cache has it. */
struct index_post {
	struct str title, author;
	struct str xhtml;   /* of the text that is shown; empty without one */
	struct str summary; /* what is shown then */
};

/* Zero-initialise; made again and again, free with index_text_free(). */
struct index_text {
	struct str title, author; /* the post's; INDEX_TEXTS says in the statement what is a title */
	struct buf section, body, initials;
	unsigned has;        /* HAS_ bits, without HAS_FULL */
	int64_t seconds;     /* to read it */
	int64_t sections;    /* of its outline */
	struct arena a;      /* of the last article */
	struct doc_room *room;
};

void index_text_make(struct index_text *text, const struct index_post *post);
void index_text_free(struct index_text *text);

/* The bytes that are indexed. */
size_t index_text_bytes(const struct index_text *text);

#endif
