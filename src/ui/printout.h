/*
 * Posts as `sosik show` and `sosik export` print them: the reader asks its own
 * program, so that a post that is saved or piped is what the shell would get.
 */
#ifndef UI_PRINTOUT_H
#define UI_PRINTOUT_H

#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

struct app;

enum printout_form { PRINTOUT_TEXT, PRINTOUT_MARKDOWN, PRINTOUT_HTML, PRINTOUT_JSON, PRINTOUT_EPUB, PRINTOUT_FORMS };

/* The form by the ending of a file's name: .txt, .md, .html, .json, .epub; PRINTOUT_FORMS for others. */
enum printout_form printout_form_of(struct str name);

/* Prints posts to a descriptor, at its end. */
int printout_write(const struct app *app, enum printout_form form, const int64_t *ids, size_t n, int fd, struct err *err);

/* The same into memory: a descriptor to read it from; -1 with *err. close() it. */
int printout_open(const struct app *app, enum printout_form form, const int64_t *ids, size_t n, struct err *err);

#endif
