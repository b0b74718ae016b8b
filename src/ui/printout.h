/*
 * Posts as `sosik show` and `sosik export` print them: the reader asks its own
 * program, so that a post that is saved or piped is what the shell would get.
 */
#ifndef UI_PRINTOUT_H
#define UI_PRINTOUT_H

#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "ui/job.h"

struct app;

enum printout_form { PRINTOUT_TEXT, PRINTOUT_MARKDOWN, PRINTOUT_HTML, PRINTOUT_JSON, PRINTOUT_EPUB, PRINTOUT_FORMS };

/* The form by the ending of a file's name: .txt, .md, .html, .json, .epub; PRINTOUT_FORMS for others. */
enum printout_form printout_form_of(struct str name);

/* Starts printing posts to a descriptor, which stays the caller's. The job's standard output it is not, and what is told (how far it is) must be read. */
enum printout_telling { PRINTOUT_QUIET, PRINTOUT_TELLING };
int printout_start(const struct app *app, struct job *job, enum printout_form form, enum printout_telling telling, const int64_t *ids, size_t n,
    int to, struct err *err);

/* What is wrong when the program has ended with this status, which is not 0. */
void printout_complain(const struct job *job, int status, struct err *err);

#endif
