/*
 * What feeds are called in what a sync says: two that have one name are told
 * apart by their addresses.
 */
#ifndef SYNC_SYNC_NAMES_H
#define SYNC_SYNC_NAMES_H

#include "store/feeds.h"

/* Puts its address, as url_label() has it, behind each name that two of these have; in the arena. */
void sync_names_part(struct arena *a, struct feeds_row *rows, size_t n);

/* What a command finds the feed by: its name or, where another has that too, its address. */
struct str sync_names_call(const struct feeds_row *feed);

#endif
