/*
 * The catalogue as the reader shows it: what the filter finds, what is
 * subscribed, what the user has marked. Nothing is read before blogs_load().
 */
#ifndef UI_BLOGS_H
#define UI_BLOGS_H

#include "catalog/catalog.h"
#include "catalog/catalog_marks.h"
#include "store/store.h"
#include "ui/marks.h"

/* Zero-initialise. */
struct blogs {
	struct arena arena, found_arena;
	struct catalog all;
	const struct catalog_row **rows; /* what the filter finds */
	size_t n;
	struct buf filter;
	const struct catalog_term *kind; /* only these; NULL: all */
	struct catalog_marks subscribed;
	struct marks marks; /* indexes in all */
	bool is_loaded;
};

/* Reads the catalogue, the first time only, and what is subscribed. */
int blogs_load(struct blogs *b, struct store *store, struct err *err);
void blogs_free(struct blogs *b);

/* Reads anew what is subscribed. */
int blogs_refresh(struct blogs *b, struct store *store, struct err *err);

/* Shows what these words find; none: all. The marks stay. */
void blogs_filter(struct blogs *b, struct str words);

/* Shows the next kind only; after the last, all. */
void blogs_next_kind(struct blogs *b);

bool blogs_is_subscribed(const struct blogs *b, const struct catalog_row *row);
bool blogs_is_marked(const struct blogs *b, const struct catalog_row *row);
void blogs_toggle(struct blogs *b, const struct catalog_row *row);

/* Marks all that is shown; where all of it is marked, none of it. */
void blogs_toggle_all(struct blogs *b);

/* Those of the marked rows, or of all shown, that are not subscribed, in the arena. */
size_t blogs_marked(const struct blogs *b, struct arena *a, const struct catalog_row ***rows);
size_t blogs_shown(const struct blogs *b, struct arena *a, const struct catalog_row ***rows);

/* Subscribes to the rows in one action; how many were new in *added. */
int blogs_subscribe(struct blogs *b, struct store *store, const struct catalog_row *const *rows, size_t n, size_t *added, struct err *err);

#endif
