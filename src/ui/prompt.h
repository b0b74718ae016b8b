/*
 * A line of text that the user edits, by grapheme clusters and in NFC. Text
 * arrives as the input method commits it; nothing is decoded to Latin here.
 */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "ui/history.h"
#include "ui/screen.h"

enum { PROMPT_MAX = 4096 };

enum prompt_result { PROMPT_GOES_ON, PROMPT_DONE, PROMPT_CANCELLED, PROMPT_COMPLETE };

struct prompt {
	struct buf label;  /* in the user's language */
	struct buf text;
	size_t at;         /* byte offset of the cursor, between clusters */
	bool is_pasting;
	int32_t held;      /* a part of an emoji that only counts with what is typed next; 0: none */
	const struct history *history; /* what Up and Down bring back; NULL: nothing. Not owned */
	bool is_edited;    /* since it was opened: Up looks for what begins so */
	size_t back;       /* the line of it that is shown; 0: what is typed */
	struct buf draft;  /* what was typed before the first Up */
};

/* Sets the label: a copy, its particles settled. */
void prompt_label(struct prompt *p, const char *label);

/* Begins with this text, the cursor behind it. */
void prompt_open(struct prompt *p, const char *label, struct str text);
void prompt_free(struct prompt *p);

/* Takes a key of ui/input.h. PROMPT_COMPLETE: Tab or S-Tab was pressed. */
enum prompt_result prompt_key(struct prompt *p, int32_t key);

/* Puts the cursor on the cluster that this byte of the text is in. */
void prompt_go(struct prompt *p, size_t at);

/* The word (between blanks) that ends at the cursor. */
struct str prompt_word(const struct prompt *p);

/* Replaces what stands between this byte and the cursor. */
void prompt_put(struct prompt *p, size_t from, struct str text);

/* Draws label and text on one row, scrolled so that the cursor is seen with two free columns at its right (the input method shows the syllable in the making there), and puts the cursor. */
void prompt_draw(const struct prompt *p, struct screen *s, struct screen_box box);

#endif
