/*
 * The state of reading one text, for the files of this folder only.
 */
#ifndef QUERY_QUERY_READER_H
#define QUERY_QUERY_READER_H

#include "query/query.h"

struct query_reader {
	struct arena *a;
	struct str whole, rest;
	const struct query_names *names;
	struct query_fault *fault;
	int64_t now;
	int depth;   /* brackets, negations and views now open */
	int groups;  /* brackets now open in this text */
	size_t leaves;
	const struct query_view *view;     /* whose text this is, NULL for the query itself */
	const struct query_reader *outer;  /* what names that view, */
	size_t outer_at;                   /* and where the query itself does */
};

/* Where in the query what comes next stands. */
size_t query_reader_at(const struct query_reader *r);

/* Says what is wrong at a place; returns NULL. */
struct query *query_reader_fail(struct query_reader *r, size_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A leaf; NULL with the fault where there are too many. */
struct query *query_reader_leaf(struct query_reader *r, enum query_kind kind, size_t at);

/* The text in NFC, in the arena. */
struct str query_reader_text(struct query_reader *r, struct str text);

#endif
