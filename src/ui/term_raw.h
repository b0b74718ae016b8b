/*
 * Pictures that the terminal draws itself, on top of what curses shows: what is
 * there is compared with what is to be there, and the difference is queued as
 * bytes. They are written piece by piece while nothing else is, so that no key
 * waits for a slow line.
 */
#ifndef UI_TERM_RAW_H
#define UI_TERM_RAW_H

#include "base/vec.h"
#include "ui/screen.h"

/* A part of a picture where it is shown. */
struct term_raw_strip {
	struct screen_raw raw; /* its pixels are not looked at later */
	uint32_t place;        /* its number there */
};

struct term_raw {
	vec(struct term_raw_strip) shown;
	vec(uint32_t) sent;      /* numbers of pictures that the terminal has (kitty) */
	uint32_t last_place;
	bool has_kitty;          /* something was sent that way: it has to be cleared at the end */
	struct buf out;          /* what is to be written, from at on */
	size_t at;
	vec(size_t) ends;        /* in out: where it may be interrupted */
	bool is_string;          /* what is being written is a sixel string, which may be broken off */
};

/* Before curses draws: nothing of the queue is left half written. Rows that have to be written anew, since sixels go from them, are marked in stale. */
void term_raw_before(struct term_raw *r, const struct screen *s, bool *stale, int fd);

/* After it: queues what is new. */
void term_raw_after(struct term_raw *r, const struct screen *s);

/* Whether all that is to be there is there, or on its way, and nothing else. */
bool term_raw_shows(const struct term_raw *r, const struct screen *s);

/* Whether something is queued; writes a piece of it. */
bool term_raw_is_busy(const struct term_raw *r);
void term_raw_step(struct term_raw *r, int fd);

/* The screen was cleared: nothing is there any more. */
void term_raw_forget(struct term_raw *r, int fd);

/* Takes all away, and frees. */
void term_raw_close(struct term_raw *r, int fd);

#endif
