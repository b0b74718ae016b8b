/*
 * The graphics protocol of kitty, as bytes: pixels go to the terminal once,
 * and are put at places and taken away from them by their number.
 * https://sw.kovidgoyal.net/kitty/graphics-protocol/
 */
#ifndef UI_KITTY_H
#define UI_KITTY_H

#include <stdint.h>

#include "base/buf.h"
#include "ui/screen.h"

enum { KITTY_CHUNK = 4096 }; /* what a command may carry */

/* The end of a command, or of sixels; all that is ours goes, from the screen and from memory. */
#define KITTY_END "\033\\"
#define KITTY_CLEAR "\033_Ga=d,d=A,q=2\033\\"

/* Appends the next command that sends the pixels of a picture, at bytes of them on; returns how many are sent with it. */
size_t kitty_send(struct buf *out, const struct screen_raw *raw, size_t at);

/* How many bytes of pixels it has. */
size_t kitty_bytes(const struct screen_raw *raw);

/* Appends what puts a part of it on the screen, under a number of its own, and what takes it away. */
void kitty_place(struct buf *out, const struct screen_raw *raw, uint32_t place);
void kitty_take(struct buf *out, uint32_t id, uint32_t place);

#endif
