/*
 * What all steps lead to (store/schema.h), for a new cache, of which they would make,
 * alter and drop again a good part: twenty milliseconds in which nothing else can begin. What a
 * column is for is said in the step that brought it. A step that is added is
 * done here, too; a test holds the two beside each other.
 */
#ifndef STORE_SCHEMA_WHOLE_H
#define STORE_SCHEMA_WHOLE_H

extern const char schema_whole[];

#endif
