/*
 * `sosik catalog --add`: subscribing to blogs of the catalogue, all in one
 * action.
 */
#ifndef CMD_CMD_CATALOG_ADD_H
#define CMD_CMD_CATALOG_ADD_H

#include "catalog/catalog.h"
#include "text/opts.h"

/* More feeds than these are asked about, or need --yes where nobody can be asked. */
enum { CMD_CATALOG_ADD_MANY = 10 };

/* Subscribes to the rows that are not yet and says how many they were. Returns the exit status, -1 with *err. */
int cmd_catalog_add(const struct catalog_row *const *rows, size_t n, const struct opts_list *tags, bool is_sure, struct err *err);

#endif
