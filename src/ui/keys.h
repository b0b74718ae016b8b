/*
 * From keys to what they are bound to: the actions of ui/action.h, commands of
 * the user's, sequences ("gg", "]]"), counts ("5j"), and the Latin keys behind
 * what a Korean input method sent.
 */
#ifndef UI_KEYS_H
#define UI_KEYS_H

#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/hangul_keymap.h"
#include "ui/action.h"

enum { KEYS_SEQUENCE = 4, KEYS_COUNT_MAX = 99999999, KEYS_VIEWS = 24 };

/* A line of the action table. */
struct keys_info {
	const char *name, *keys, *views, *help; /* help is not translated yet */
};

/* For ACTION_NONE < action < ACTION_COUNT. */
const struct keys_info *keys_info(enum action action);

struct keys_binding {
	int32_t keys[KEYS_SEQUENCE];
	int n;
	char views[KEYS_VIEWS]; /* letters of those it counts in */
	enum action action;     /* ACTION_NONE: the commands */
	struct buf commands;    /* of a macro, as they are typed on the command line */
};

struct keys {
	vec(struct keys_binding) bindings;
	int32_t pending[KEYS_SEQUENCE];
	int n_pending;
	int count; /* typed so far, 0: none */
	enum hangul_keymap keymap;
	int n_lost; /* of pending, where the last key led nowhere */
};

/* Takes the default bindings of the table. */
void keys_init(struct keys *k);
void keys_free(struct keys *k);

/* The keys of one word of a binding ("gg", "^D", "<Down>"), Hangul as what was pressed for it; how many, 0 when it is none. */
int keys_parse(const struct keys *k, struct str word, int32_t keys[KEYS_SEQUENCE]);

/* The first "<…>" of such a word that is the name of no key, or empty. */
struct str keys_unknown(struct str word);

/* Appends the keys as such a word. */
void keys_name(const int32_t *keys, int n, struct buf *out);

/* What was pressed on a Latin keyboard: by the keymap the keys of a Hangul code point, else key itself. At least 1. */
size_t keys_latin(const struct keys *k, int32_t key, int32_t latin[8]);

/* Takes a key in a view. Returns the binding that is complete, with *count (0: none given), or NULL; keys that lead nowhere are dropped. */
const struct keys_binding *keys_feed(struct keys *k, char view, int32_t key, int *count);

/* What these keys are bound to in a view; NULL for nothing. With a prefix of n keys: the first binding that begins so and is longer. */
const struct keys_binding *keys_find(const struct keys *k, char view, const int32_t *keys, int n);
const struct keys_binding *keys_longer(const struct keys *k, char view, const int32_t *keys, int n);

/* Takes a binding away from one view; whether there was one. */
bool keys_unbind(struct keys *k, char view, const int32_t *keys, int n);

/* Adds one, which is copied, before all others; what the same keys were bound to in its views goes. */
void keys_bind(struct keys *k, const struct keys_binding *binding);

/* Appends the keys that an action has in a view (0: in any), words with blanks between. */
void keys_of(const struct keys *k, enum action action, char view, struct buf *out);

/* Whether a key asks for a line of text in some view: what is typed behind it is none of commands. */
bool keys_is_question(const struct keys *k, int32_t key);

/* Forgets a count and the start of a sequence. */
void keys_reset(struct keys *k);

/* Appends the count and keys typed so far, for the status line. */
void keys_pending(const struct keys *k, struct buf *out);

#endif
