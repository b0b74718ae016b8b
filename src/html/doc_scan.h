/*
 * Clean XHTML as tidy writes it, taken apart in one go: many articles are read
 * one after the other, and a parser of all of XML takes four times as long.
 * What is not written like that, and what is damaged, is left to expat.
 */
#ifndef HTML_DOC_SCAN_H
#define HTML_DOC_SCAN_H

#include "base/str.h"

/* What is found, as expat tells it. A name and the attributes, pairs that end with NULL, are gone when it returns. */
struct doc_scan_to {
	void (*start)(void *user, const char *name, const char **attrs);
	void (*end)(void *user, const char *name);
	void (*text)(void *user, const char *p, int n);
};

/* False as soon as there is anything that it does not know: nothing that was told so far counts then. */
bool doc_scan(struct str xhtml, const struct doc_scan_to *to, void *user);

#endif
