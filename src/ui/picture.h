/*
 * The pictures of the open article, by their addresses: what is known of each,
 * and what is shown of it.
 */
#ifndef UI_PICTURE_H
#define UI_PICTURE_H

#include <stdint.h>

#include "base/vec.h"
#include "image/image_wire.h"

enum picture_state {
	PICTURE_NEW,      /* nobody asked for it */
	PICTURE_HIDDEN,   /* the user does not want it */
	PICTURE_WANTED,   /* to be looked for among those that are kept, else fetched */
	PICTURE_FETCHING,
	PICTURE_KEPT,     /* to be decoded */
	PICTURE_DECODING,
	PICTURE_SHOWN,    /* its size is known */
	PICTURE_FAILED,
};

enum { PICTURE_WHY = 200 };

struct picture {
	char *address;
	struct str url;          /* the same */
	enum picture_state state;
	uint32_t id;             /* of these pixels: others have another one */
	bool is_opening, is_only_opening; /* the viewer waits for it; nobody else does */
	int cols, rows;          /* of the terminal that there are for it, as it was laid out last */
	struct image_want made;  /* SHOWN: what the pixels were made for */
	uint32_t seen;           /* when it was drawn last: struct gallery counts */
	struct image_wire head;  /* SHOWN */
	unsigned char *pixels;   /* SHOWN: red, green, blue; NULL: they have to be made again when they are in sight */
	char why[PICTURE_WHY];   /* FAILED; SHOWN: what is the matter with it */
};

/* Pointers stay until all are dropped. */
typedef vec(struct picture *) picture_list;

/* The one of this address: NULL, or made where there is none. */
struct picture *picture_find(const picture_list *list, struct str url);
struct picture *picture_get(picture_list *list, struct str url);

/* The first in this state, or NULL; how many. */
struct picture *picture_first(const picture_list *list, enum picture_state state);
size_t picture_count(const picture_list *list, enum picture_state state);

/* Lets go of its pixels. */
void picture_drop(struct picture *p);

/* Says why there is nothing to be seen. */
void picture_fail(struct picture *p, struct str why);

void picture_free(picture_list *list);

#endif
