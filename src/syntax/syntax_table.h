/*
 * The languages.
 */
#ifndef SYNTAX_SYNTAX_TABLE_H
#define SYNTAX_SYNTAX_TABLE_H

#include "syntax/syntax_lang.h"

/* NULL behind the last one. */
const struct syntax_lang *syntax_table_at(size_t i);

#endif
