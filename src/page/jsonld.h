/*
 * What a page says of itself in JSON-LD with the words of schema.org.
 */
#ifndef PAGE_JSONLD_H
#define PAGE_JSONLD_H

#include "page/meta_bag.h"

enum {
	JSONLD_BYTES = 512 << 10, /* of one script; largest seen: 60 KB */
	JSONLD_OBJECTS = 256,     /* that are looked at in one script */
};

/*
 * Adds what the text of a script of type application/ld+json claims of the
 * article, or else of the page. title is the page's own: it decides between
 * "name" and "headline", and between several articles. Broken JSON (control
 * characters in strings, commas before a closing bracket, CDATA marks around
 * it) is mended; what cannot be says nothing.
 */
void jsonld_read(struct meta_bag *bag, struct str script, struct str title);

#endif
