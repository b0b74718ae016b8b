/*
 * What a word on the command line may be, for the completion of shells: by
 * the capital word that stands for it in usage lines.
 */
#ifndef CMD_CMD_COMPLETE_WORDS_H
#define CMD_CMD_COMPLETE_WORDS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

/* One completion. */
struct cmd_complete {
	struct arena a;
	struct str word;    /* what is typed, without quotes */
	struct buf front;   /* what was typed before it and stays */
	struct map told;    /* candidates, each once */
};

/* Prints what begins with the word, or whose initial consonants are it, as a line: candidate, tab, about (may be empty). */
void cmd_complete_words_tell(struct cmd_complete *c, struct str candidate, struct str about);

/* The same where the candidate is put in quotes, or else written in another way than it is read. */
void cmd_complete_words_tell_as(struct cmd_complete *c, struct str read, struct str candidate, struct str about);

/* All that a name in a usage line stands for: "FEED", "#TAG", "QUERY"; what is no name stands for itself. */
void cmd_complete_words_of(struct cmd_complete *c, struct str name);

#endif
