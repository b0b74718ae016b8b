/*
 * Which posts a list is about, as queries: that of a saved view, and the one
 * that was typed.
 */
#ifndef UI_FILTER_H
#define UI_FILTER_H

#include "base/buf.h"
#include "query/query.h"
#include "ui/listing.h"
#include "ui/snippets.h"

struct app;

/* Zero-initialised: all posts. */
struct filter {
	struct arena arena;
	struct str saved, typed; /* the texts; empty where there is none */
	struct query *query;     /* both of them; NULL for neither */
	struct query *words;     /* the one that was typed, as it is looked for; NULL without it */
	struct find_match match; /* its words, for the marks in what was found */
	struct str instead;      /* what is looked for in place of words that find nothing, for the last row; empty when nothing is */
	struct snippets snippets; /* where the words stand in the posts that were shown */
	bool is_tried;           /* it is still being typed */
	bool is_open;            /* its list has been opened */
	int64_t unseen;          /* posts that it cannot judge yet (store/index_unseen.h) */
};

/* Reads both texts, which may be its own. -1 with *err when one is no query; then it stays as it was. */
int filter_set(struct filter *f, const struct query_names *names, struct str saved, struct str typed, struct err *err);

/*
 * Opens the list of what the filter finds. When typed words find nothing, they are looked for in
 * another way (store/retry.h); if that helps, it is the filter's query from then on. Esc stops them:
 * then that is said, and what was typed is off; a list that is opened again since posts have come is not stopped.
 */
int filter_open(struct filter *f, struct app *app, struct listing *listing, struct err *err);

/*
 * The same while it is typed: takes the place of the filter and of the list where it finds any posts. 1 then, 0 where it finds
 * none, and -1 where it is no query or was stopped; both stay as they are.
 */
int filter_try(struct filter *f, const struct query_names *names, struct str typed, struct listing *listing, struct err *err);

/* Appends it for the last row: "  배포", "  dhvms: ‘dhvms’ as ‘오픈’ (…)". */
void filter_show(const struct filter *f, struct buf *out);

/* All posts again. */
void filter_clear(struct filter *f);

#endif
