/*
 * What the reader remembers from one start to the next: small things of which
 * nothing is lost but comfort. Lines of "key value" in
 * $XDG_STATE_HOME/sosik/reader.
 */
#ifndef UI_MEMORY_H
#define UI_MEMORY_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

/* Zero-initialise. */
struct memory {
	vec(struct buf) lines; /* "key value" */
	bool is_changed;
};

/* Reads the file; a missing one, or what cannot be read of it, is nothing. */
void memory_read(struct memory *m);

/* Writes it where something has changed. */
int memory_write(struct memory *m, struct err *err);
void memory_free(struct memory *m);

/* A key with any number of values: whether this one is among them; puts it there or takes it away. */
bool memory_has(const struct memory *m, const char *key, struct str value);
void memory_set(struct memory *m, const char *key, struct str value, bool is_there);

/* A key with one value: what it is, "" for none, valid until the next change; another one. */
struct str memory_get(const struct memory *m, const char *key);
void memory_put(struct memory *m, const char *key, struct str value);

/* Takes all values of a key away. */
void memory_drop(struct memory *m, const char *key);

#endif
