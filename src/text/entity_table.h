/*
 * The named character references of HTML as one block of bytes, so that it
 * stays in read-only memory without a pointer to relocate: "name;value" and a
 * NUL each, "!" instead of ";" where HTML takes the name without a semicolon.
 */
#ifndef TEXT_ENTITY_TABLE_H
#define TEXT_ENTITY_TABLE_H

#include <stddef.h>

extern const char entity_table[];
extern const size_t entity_table_size;

#endif
