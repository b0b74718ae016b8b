/*
 * The memory that a document is built in, kept from one to the next by who
 * reads many (doc_read_on()).
 */
#ifndef HTML_DOC_ROOM_H
#define HTML_DOC_ROOM_H

#include "html/doc_build.h"

struct doc_room;

/* doc_build_init() with what is in *room, which is made where it is NULL. room: NULL for none. */
void doc_room_begin(struct doc_room **room, struct doc_build *b, struct arena *a, const struct doc_taker *taker);

/* Takes it back before b is freed, unless it has become much. */
void doc_room_take(struct doc_room *room, struct doc_build *b);

#endif
