/*
 * What is on the screen while a cache of an older version is brought up,
 * before there is a reader: how far that is. q and ^C stop it, and the next
 * start goes on; a change of the terminal's size is followed. Where it takes
 * no longer than a moment nothing is seen of it.
 */
#ifndef UI_UPGRADING_H
#define UI_UPGRADING_H

#include "store/store_open.h"
#include "ui/looks.h"
#include "ui/screen.h"
#include "ui/signals.h"
#include "ui/ui.h"

struct upgrading {
	const struct ui_opts *opts;
	struct probe *probe;  /* of the terminal; its answers stay when it has been opened */
	bool is_open;         /* the terminal is, and stays so */
	bool wants_quit;
	int ended_by;         /* the signal that did, or 0 */
	int64_t began_ms, drawn_ms;
	int step, steps;
	struct looks looks;
	struct screen screen;
	struct signals signals;
};

/* Opens the cache, with the terminal where that takes long. -1 with *err; ERR_STOPPED where it was stopped. opts and probe set, the rest zero. */
int upgrading_open(struct upgrading *u, struct store **ret, char notice[256], struct err *err);

#endif
