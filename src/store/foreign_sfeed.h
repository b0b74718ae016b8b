/*
 * What was read in sfeed_curses: a file of addresses, and which feed each is
 * of by sfeed's own files, one a feed: date, title, link, content, its type,
 * id, … with tabs between.
 */
#ifndef STORE_FOREIGN_SFEED_H
#define STORE_FOREIGN_SFEED_H

#include "store/foreign.h"
#include "store/subs.h"

/* Adds nothing where a file is not there: urls has the addresses, folder the files, named as the feeds are. */
int foreign_sfeed_read(const char *urls, const char *folder, const struct subs_feed *feeds, size_t n, struct arena *a,
    struct foreign *ret, struct err *err);

#endif
