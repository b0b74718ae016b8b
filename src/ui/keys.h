/*
 * From keys to actions: the bindings of ui/action.h, sequences ("gg", "]]"),
 * counts ("5j"), and the Latin keys behind what a Korean input method sent.
 */
#ifndef UI_KEYS_H
#define UI_KEYS_H

#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "ui/action.h"

enum { KEYS_SEQUENCE = 4, KEYS_COUNT_MAX = 99999 };

/* A line of the action table. */
struct keys_info {
	const char *name, *keys, *views, *help; /* help is not translated yet */
};

/* For ACTION_NONE < action < ACTION_COUNT. */
const struct keys_info *keys_info(enum action action);

struct keys_binding {
	int32_t keys[KEYS_SEQUENCE];
	int n;
	enum action action;
};

struct keys {
	vec(struct keys_binding) bindings;
	int32_t pending[KEYS_SEQUENCE];
	int n_pending;
	int count; /* typed so far, 0: none */
	bool is_lost; /* the last key led nowhere */
};

/* Takes the default bindings of the table. */
void keys_init(struct keys *k);
void keys_free(struct keys *k);

/* The keys of one word of a binding ("gg", "^D", "<Down>"); how many, 0 when it is none. */
int keys_parse(struct str word, int32_t keys[KEYS_SEQUENCE]);

/* What was pressed on a Latin keyboard: the keys of a Hangul code point, else key itself. At least 1. */
size_t keys_latin(int32_t key, int32_t latin[8]);

/* Takes a key in a view. Returns the action that is complete, with *count (0: none given), or ACTION_NONE; keys that lead nowhere are dropped. */
enum action keys_feed(struct keys *k, char view, int32_t key, int *count);

/* Whether a key asks for a line of text in some view: what is typed behind it is none of commands. */
bool keys_is_question(const struct keys *k, int32_t key);

/* Forgets a count and the start of a sequence. */
void keys_reset(struct keys *k);

/* Appends the count and keys typed so far, for the status line. */
void keys_pending(const struct keys *k, struct buf *out);

#endif
