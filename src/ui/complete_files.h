/*
 * Names of files that a prompt can complete.
 */
#ifndef UI_COMPLETE_FILES_H
#define UI_COMPLETE_FILES_H

#include "base/str.h"

struct app;

/*
 * Adds the files and folders that the word of app->complete may mean, by name; a relative one is in the folder base, hidden ones need
 * their dot. As a word: in quotes where it has blanks.
 */
void complete_files(struct app *app, const char *base, bool is_word);

/* Whether a line can hold the name. */
bool complete_files_can_name(struct str name);

/* Tab for the word that begins at from, of which add adds what may be meant; and at a prompt that is for one file. */
void complete_files_tab_by(struct app *app, int step, size_t from, void (*add)(struct app *app));
void complete_files_tab(struct app *app, int step);

#endif
