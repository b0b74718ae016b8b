/*
 * Completing the word before the cursor of a prompt: Tab and S-Tab put one
 * candidate after the other in its place, and a row above the prompt shows
 * them. What begins as the word does comes first, then what its letters are
 * the initial consonants of.
 */
#ifndef UI_COMPLETE_H
#define UI_COMPLETE_H

#include "base/arena.h"
#include "ui/prompt.h"

/* Zero-initialise. */
struct complete {
	struct arena arena;
	struct str *words;  /* candidates; those of the first kind come first */
	size_t n, n_first, cap;
	size_t from;        /* byte of the text where the word begins */
	struct str typed, plain; /* the word; without quotes */
	size_t at;          /* the candidate that stands in the prompt; n: the word as it was typed */
	bool is_open;       /* one after the other is put into the prompt */
	bool is_shown;
	struct buf hint;    /* what to type, for the row above while nothing is completed */
};

/* Begins for what stands from `from` to the cursor; no candidates yet. */
void complete_begin(struct complete *c, const struct prompt *p, size_t from);

/* Adds a candidate if it may be meant: name is what is compared, word what is put into the prompt. Both are copied. */
void complete_add(struct complete *c, struct str name, struct str word);

/* In the order in which names of files are offered. */
void complete_sort(struct str *names, size_t n);

/* Puts the next (1) or the one before (-1) into the prompt; past the last what was typed. One alone ends it, with a blank behind it where has_blank says so and it is no folder. */
void complete_step(struct complete *c, struct prompt *p, int step, bool has_blank);

/* Shows the candidates without taking one yet. */
void complete_show(struct complete *c);

/* Something else was typed. */
void complete_end(struct complete *c);
void complete_free(struct complete *c);

/* Draws the candidates in the row of the box, or the hint in as many as it takes, that one the last; false when there is nothing to show. */
bool complete_draw(const struct complete *c, struct screen *s, struct screen_box box);

#endif
