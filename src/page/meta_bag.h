/*
 * What the sources of a page claim of it, and how far each of them is to be
 * trusted: the one table that decides where they disagree is in meta_bag.c.
 */
#ifndef PAGE_META_BAG_H
#define PAGE_META_BAG_H

#include "base/arena.h"

enum meta_field {
	META_TITLE,
	META_AUTHOR, /* names as meta data have them */
	META_SITE,
	META_IMAGE,
	META_LANGUAGE,
	META_EXCERPT,
	META_CANONICAL,
	META_PUBLISHED,
	META_UPDATED,
};

struct meta_claim {
	enum meta_field field;
	int trust;        /* of 200: twice that of its source, and one for a property */
	struct str value; /* one clean line, never empty */
};

enum { META_CLAIMS = 256 }; /* of one page; what comes later is left out: no honest page has so many */

/* Zero-initialise, then set arena, which holds the values. */
struct meta_bag {
	struct arena *arena;
	struct meta_claim claims[META_CLAIMS];
	size_t n;
	struct str body; /* of the article, where JSON-LD has it */
};

/*
 * Notes that source says value. The name of a source is in any case, with "."
 * as good as ":": "DC.title", "og:site_name", "ld:headline"; one that is not in
 * the table says nothing.
 */
void meta_bag_add(struct meta_bag *bag, struct str source, struct str value);

/* The same for a name in a property attribute, which outweighs the same name in a name attribute: RDFa is what the schemes ask for. */
void meta_bag_add_property(struct meta_bag *bag, struct str source, struct str value);

/* The next best claim of a field after one of it; the best after NULL; NULL at the end. */
const struct meta_claim *meta_bag_next(const struct meta_bag *bag, enum meta_field field, const struct meta_claim *after);

#endif
