/*
 * Errors: a class and one line for the person. Library code composes it where
 * the facts are and returns -1; callers may put whom it concerns in front; only
 * cmd/, ui/ and the mains print it.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

enum err_code {
	ERR_NONE,
	ERR_FAILED,    /* the thing asked for did not work; exit 1 */
	ERR_NOT_FOUND, /* a name that does not exist; exit 1 */
	ERR_USAGE,     /* command line or configuration; exit 2 */
	ERR_NETWORK,   /* nothing could be reached; exit 3 */
	ERR_CACHE,     /* the cache is unusable; exit 4 */
	ERR_IO,        /* disk full or I/O error; exit 74 */
	ERR_BUSY,      /* another sync holds the lock; exit 75 */
	ERR_LIMIT,     /* input passed a limit; exit 1 */
	ERR_FORMAT,    /* input is not what it should be; exit 1 */
	ERR_STOPPED,   /* the user or a signal ended it; exit 130 */
	ERR_HELP,      /* not one: help was asked for and has been printed; exit 0 */
};

struct err {
	enum err_code code;
	char text[480]; /* one line, UTF-8, already in the user's language */
};

/* Fills *err (NULL is allowed) and returns -1. */
int err_set(struct err *err, enum err_code code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Like err_set() with ": " and the text of errno behind; ENOSPC, EDQUOT and EIO make the code ERR_IO. */
int err_errno(struct err *err, enum err_code code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Puts "prefix: " in front of the text; returns -1. */
int err_wrap(struct err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The exit status of the program for an error (design: command line); 0 for ERR_NONE. */
int err_status(enum err_code code);

#endif
