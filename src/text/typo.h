/*
 * How far a mistyped word is from the one that was meant.
 */
#ifndef TEXT_TYPO_H
#define TEXT_TYPO_H

#include "base/str.h"

/* Letters to change, put in, take out or swap with the next to make b of a; by bytes, words up to 31. Larger words count as far apart. */
int typo_distance(struct str a, struct str b);

/* The nearest of many names to a mistyped one, which is looked for name by name. found is it, or NULL, and lives as long as the names do. */
struct typo_near {
	struct str word;
	int least;
	const char *found;
};

/* Begins to look for what word was meant to be, with at most as many slips. A word of no more letters than slips is near to nothing. */
struct typo_near typo_near(struct str word, int slips);

/* The same for the name of a command, which is done when it is believed: two slips, in a short word one. */
struct typo_near typo_near_command(struct str word);
void typo_near_take(struct typo_near *near, const char *name);

#endif
