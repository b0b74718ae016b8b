/*
 * Makes a damaged file of the search index empty, or removes it where SQLite
 * cannot even do that. Whoever else has it open may go on.
 */
#ifndef STORE_INDEX_DROP_H
#define STORE_INDEX_DROP_H

void index_drop(const char *path);

/* Removes one with all that SQLite has beside it. */
void index_drop_file(const char *path);

#endif
