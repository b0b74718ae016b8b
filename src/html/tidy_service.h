/*
 * Services that stand between a page and its pictures: they shrink them, and
 * carry the picture's own address in theirs.
 */
#ifndef HTML_TIDY_SERVICE_H
#define HTML_TIDY_SERVICE_H

#include "base/arena.h"

/* ref as the absolute http(s) address of the picture behind all services, in a; empty when it is none. */
struct str tidy_service_picture(struct arena *a, struct str base, struct str ref);

#endif
