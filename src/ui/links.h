/*
 * Opening the links of the article that is read: in it where they lead into
 * it, else by a program outside.
 */
#ifndef UI_LINKS_H
#define UI_LINKS_H

#include "html/doc.h"
#include "ui/app.h"

/* Opens a link by its number, the page of the post for 0, and says what comes of it. */
void links_open(struct app *app, int number);

/* What a link is called in a list: its text, the label of a picture, or its address; never empty. In the arena. */
struct str links_name(struct arena *a, const struct doc_link *link);

#endif
