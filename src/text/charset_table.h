/*
 * The charsets of one byte a letter, as tables: no module of the C library has
 * to be there for them.
 */
#ifndef TEXT_CHARSET_TABLE_H
#define TEXT_CHARSET_TABLE_H

#include <uchar.h>

#include "base/str.h"

struct charset_table {
	const char *name;
	bool is_ebcdic;        /* letters has 256 entries instead of the 128 from 0x80 */
	const char16_t *letters; /* U+FFFD where the charset has none */
};

/* The table of one of our names, or NULL. */
const struct charset_table *charset_table_find(struct str name);

#endif
