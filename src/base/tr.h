/*
 * User-visible text through gettext: English in the source, Korean in
 * src/po/ko.po. A message may hold {을/를} and the like behind a "%s"; which
 * one fits is settled when the finished line is written (text/say.h).
 */
#ifndef BASE_TR_H
#define BASE_TR_H

#include <stdbool.h>

enum tr_language { TR_AUTO, TR_KOREAN, TR_ENGLISH };

/* Sets the locale (LC_CTYPE falls back to C.UTF-8) and finds the messages: beside the build tree or installed. Call once, first. */
void tr_init(void);

/* Takes a language, for the programs that we start too, whatever the locale; auto: that of the environment as it was. At any time. */
void tr_use(enum tr_language language);

/* True where the user's language is Korean. */
bool tr_is_korean(void);

/* The message in the user's language. Valid for the program's life. */
const char *tr(const char *message) __attribute__((format_arg(1)));
const char *tr_n(const char *one, const char *many, unsigned long n) __attribute__((format_arg(1), format_arg(2)));

/* Marks a message in a constant table; pass it to tr() when it is shown. */
#define N_(message) message

#endif
