/*
 * The parent's checks of what a worker answered. The worker may have been
 * taken over by what it parsed, so everything is looked at as if a stranger
 * had sent it.
 */
#ifndef WORKER_CHECK_H
#define WORKER_CHECK_H

#include "base/str.h"

/* One clean line (text/clean.h) of at most max bytes; may be empty. */
bool check_line(struct str s, size_t max);

/* A piece of a line of the feeds file: UTF-8 of at most max bytes without controls of ASCII. It is shown through text/say.h only. */
bool check_file_line(struct str s, size_t max);

/* Empty, or a URL of http, https or (check_link) mailto without blanks and controls. */
bool check_url(struct str s);
bool check_link(struct str s);

/* Letters, digits, "_" and "-", one at least and no more than 64. */
bool check_code(struct str s);

/* A date that is not known, or one of the years 1 to 9999. */
bool check_time(long long t);

/* Empty, or one <article> in the clean subset (html/doc_read.h): well-formed, known elements and attributes only, clean text, safe links, no deeper than LIMIT_HTML_DEPTH. */
bool check_xhtml(struct str s);

#endif
