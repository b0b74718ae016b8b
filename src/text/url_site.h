/*
 * Sites whose posts have several addresses: rules of their own for the
 * canonical form of text/url.h.
 */
#ifndef TEXT_URL_SITE_H
#define TEXT_URL_SITE_H

#include "base/buf.h"

/* The parts of a web address, for the rules: host in lower case without m. and www. */
struct url_site {
	struct str host, path, query;
};

/* Appends the whole canonical form and returns true where a rule of the site knows which post it is; else may only shorten *site. */
bool url_site_form(struct buf *out, struct url_site *site);

#endif
