/*
 * Names of files that a prompt can complete.
 */
#ifndef UI_COMPLETE_FILES_H
#define UI_COMPLETE_FILES_H

#include <stdbool.h>

struct app;

/*
 * Adds the files and folders that the word of app->complete may mean, by name; a relative one is in the folder base, hidden ones need
 * their dot. As a word: in quotes where it has blanks.
 */
void complete_files(struct app *app, const char *base, bool is_word);

/* Tab at a prompt that is for one file, and at one for a program with its words. */
void complete_files_tab(struct app *app, int step);
void complete_files_tab_word(struct app *app, int step);

#endif
