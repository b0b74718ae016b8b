/*
 * Pictures outside of the reader: by the program of `set image-viewer`, which
 * gets the file, else in the browser.
 */
#ifndef UI_GALLERY_OPEN_H
#define UI_GALLERY_OPEN_H

#include "base/str.h"

struct app;

/* Opens the picture of that number in the article: it is fetched before, where the viewer needs the file. */
void gallery_open(struct app *app, int number);

/* Opens one whose file is there. */
void gallery_open_kept(struct app *app, struct str url);

#endif
