/*
 * The one way out of a program for text that people read: a line is formatted,
 * its particles are settled, foreign controls are taken out (text/clean.h), and
 * it is written. Errors of stdout are kept and told at the end.
 */
#ifndef TEXT_SAY_H
#define TEXT_SAY_H

#include "base/buf.h"
#include "base/err.h"

/* One line to standard output. */
void say_out(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* "sosik: …" to standard error. */
void say_err(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* "sosik: …" to standard error without an end of line: the answer stands behind it. */
void say_ask(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Text of several lines, already ours, cleaned again as a whole, to standard output. */
void say_text(struct str text);

/* The same for a document in a format of its own (Markdown, HTML), which is not set in cells: it keeps its emoji whole. */
void say_document(struct str text);

/* A value in JSON and an end of line: in its strings, what would take hold of a terminal or is never seen stands as \uXXXX. */
void say_json(struct str json);

/* Bytes as they are, for formats whose writer has escaped them. */
void say_raw(struct str bytes);

/* What is written to standard output arrives nowhere any more: its pipe is closed, its disk full. */
bool say_is_lost(void);

/* Flushes standard output; -1 with ERR_IO when anything could not be written (a closed pipe is no error). */
int say_finish(struct err *err);

#endif
