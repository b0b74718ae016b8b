/*
 * That a cache of an older version is brought up to this one, which is told
 * where it takes more than a moment: on a terminal a line says how far it is,
 * elsewhere one on standard error that it takes a while.
 */
#ifndef TEXT_UPGRADE_H
#define TEXT_UPGRADE_H

#include <stdbool.h>
#include <stdint.h>

struct upgrade {
	bool is_terminal; /* standard output is one */
	bool is_quiet;    /* nothing is told */
	int64_t began_ms; /* clock_mono_ms() */
	int step, steps;  /* steps 0: nothing is to be done */
	int told;         /* the step that was told last, -1: none */
};

void upgrade_begin(struct upgrade *u, bool is_quiet);

/* Of so many steps this one begins; 0: the copy. upgrade is a struct upgrade (store/store_open.h). */
void upgrade_tell(void *upgrade, int step, int steps);

/* Now and then meanwhile: time goes on. */
void upgrade_look(struct upgrade *u);

/* It is over, well or not: what else is written begins where the line stood. */
void upgrade_end(struct upgrade *u);

#endif
