/*
 * A screen that has no room for anything: it says how much is needed, and what
 * is typed does nothing that nobody would see.
 */
#ifndef UI_CRAMPED_H
#define UI_CRAMPED_H

#include <stdbool.h>
#include <stdint.h>

struct app;

enum { CRAMPED_BELOW_ROWS = 10, CRAMPED_BELOW_COLS = 40 };

bool cramped_is(const struct app *app);

void cramped_draw(struct app *app);

/* Takes a key: q, Q and ^C leave, ^Z goes to the shell, all others are dropped. False where there is room. */
bool cramped_takes(struct app *app, int32_t key);

#endif
