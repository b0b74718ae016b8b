/*
 * "w" saves posts in a file, in the form that its name ends with.
 */
#ifndef UI_SAVING_H
#define UI_SAVING_H

#include "base/buf.h"
#include "store/posts.h"

struct app;

/* Zero-initialise. */
struct saving {
	struct buf name, question; /* of a file that may be replaced */
};

/* Asks for the name; one made of date and title is there already. A file that is there is replaced only when that is wanted. */
void saving_ask(struct app *app);

void saving_free(struct saving *s);

/* Appends the name proposed for a post, without an ending: "2025-02-05 제목". */
void saving_name(struct buf *out, const struct posts_row *post);

#endif
