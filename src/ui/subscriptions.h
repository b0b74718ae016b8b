/*
 * The feeds file, which is edited while the reader is open.
 */
#ifndef UI_SUBSCRIPTIONS_H
#define UI_SUBSCRIPTIONS_H

#include <stddef.h>

struct app;

/* Takes the file as it is now into the cache and shows it. What is wrong in it is told where there are more or fewer such lines than *n_problems, which is set. */
void subscriptions_take(struct app *app, size_t *n_problems);

#endif
