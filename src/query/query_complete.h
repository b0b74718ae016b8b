/*
 * What a word of a query may go on as: fields and what they take. Names that
 * only others know (tags, feeds, views) are asked for.
 */
#ifndef QUERY_QUERY_COMPLETE_H
#define QUERY_QUERY_COMPLETE_H

#include "query/query_name.h"

/* Whoever completes. front is what of the word stands before the name: "tag:", "tag:ai,", "#". */
struct query_completer {
	void *user;
	void (*word)(void *user, struct str front, struct str name);            /* one that it may be */
	void (*names)(void *user, enum query_field field, struct str front);    /* tags, feeds or views are to be told */
};

/* How many bytes at the beginning of the word are no part of what is completed: "-" and "(". */
size_t query_complete_front(struct str word);

/* Tells of all that the word may be; it is without that front, and without quotes. Which of them begin so is the caller's affair. */
void query_complete(struct str word, const struct query_completer *with);

#endif
