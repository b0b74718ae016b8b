/*
 * A key that does nothing in the view one is in: what else may have been meant.
 */
#ifndef UI_LOST_KEY_H
#define UI_LOST_KEY_H

struct app;

/* Says where the keys that have just led nowhere do something, and what; else where all keys are shown. */
void lost_key_tell(struct app *app);

#endif
