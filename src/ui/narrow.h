/*
 * Narrowing a list of names while one types: each word must stand in one of a
 * row's texts, also as initial consonants (ㅋㅂ). Enter keeps it, Esc has it as
 * it was.
 */
#ifndef UI_NARROW_H
#define UI_NARROW_H

#include "base/buf.h"

struct app;
struct view;

struct narrow {
	struct buf words, before; /* now; when the prompt was opened */
	struct view *view;
	void (*changed)(struct view *v); /* other rows are to be shown */
};

/* Shows all rows. */
void narrow_init(struct narrow *n, struct view *v, void (*changed)(struct view *v));
void narrow_free(struct narrow *n);

/* Opens the prompt. */
void narrow_ask(struct app *app, struct narrow *n);

/* Shows those with these words. */
void narrow_set(struct narrow *n, struct str words);

/* All rows again; false when it was so already. */
bool narrow_clear(struct narrow *n);

/* Whether a row with these texts is shown. */
bool narrow_has(const struct narrow *n, const struct str *texts, size_t n_texts);

#endif
