/*
 * A command being run: its words, as they were typed on the command line, in
 * the config file or behind the keys of a binding.
 */
#ifndef UI_CMDLINE_CALL_H
#define UI_CMDLINE_CALL_H

#include "base/arena.h"
#include "base/err.h"

struct app;
struct keys;
struct query_names;
struct ui_config;

/* What commands may name, where it is not what the reader has: before it starts. */
struct cmdline_known {
	const struct query_names *names; /* the saved views */
	const struct ui_config *config;  /* NULL: its lines are not looked at */
	struct keys *keys;
};

struct cmdline_call {
	struct app *app;      /* NULL where there is no reader */
	const struct cmdline_known *known; /* NULL: what the reader has */
	bool is_check;        /* the command is looked through, and nothing done */
	struct arena *arena;
	struct str text;    /* the whole line */
	size_t at, end;     /* of it, what is not taken yet of this command */
	size_t fault;       /* of it, where it is wrong */
	int count;          /* typed before the keys it is bound to; 0: none */
};

/* Where the command that begins at `from` ends: before a ";" that a blank or the end stands behind, outside quotes; '…' are some around whole words. */
size_t cmdline_call_end(struct str text, size_t from);

/* Takes the next word, quotes off, in the arena; *at is where it stands. False at the end. */
bool cmdline_call_word(struct cmdline_call *call, struct str *word, size_t *at);

/* Whether the word at this place begins with a quote that is not closed. */
bool cmdline_call_is_open(const struct cmdline_call *call, size_t at);

/* The same without taking it. */
bool cmdline_call_peek(const struct cmdline_call *call, struct str *word);

/* Takes all that is left, as it was typed, blanks off its ends; *at is where it stands. */
struct str cmdline_call_rest(struct cmdline_call *call, size_t *at);

/* Whether it is a query, of the views that are known; else -1, and the fault is at its place. */
int cmdline_call_query(struct cmdline_call *call, struct str text, size_t at, struct err *err);

/* Nothing is left; -1 with *err when something is. */
int cmdline_call_done(struct cmdline_call *call, struct err *err);

/* Tells that what stands at `at` is wrong; -1. */
int cmdline_call_fault(struct cmdline_call *call, size_t at, struct err *err, const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
