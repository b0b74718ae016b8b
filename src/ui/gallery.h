/*
 * Pictures in the reader: on demand they are fetched by a child, decoded by
 * another one, and shown in rows of their own below their captions. Nothing
 * here waits.
 */
#ifndef UI_GALLERY_H
#define UI_GALLERY_H

#include "ui/answers.h"
#include "ui/article.h"
#include "ui/decoding.h"
#include "ui/job.h"
#include "ui/picture.h"

struct app;

/* In the order of the words of the options. */
enum gallery_when { GALLERY_ON_DEMAND, GALLERY_OFF, GALLERY_ALWAYS };
enum gallery_way { GALLERY_AUTO, GALLERY_KITTY, GALLERY_SIXEL, GALLERY_SYMBOLS, GALLERY_NONE };

enum { GALLERY_AT_ONCE = 8, GALLERY_ROWS = 20, GALLERY_ANSWER_MS = 200 };

struct gallery {
	enum gallery_when when;
	enum gallery_way told, way;  /* what the user says; what is used, GALLERY_AUTO: not known yet */
	int rows_most;              /* of a picture */
	const char *const *viewer;  /* the words of the user's program, ended by NULL; NULL: none */
	int cell_width, cell_height; /* pixels */
	struct answers answer;
	int64_t asked_ms;           /* the terminal, clock_mono_ms(); 0: never */
	bool wants_answer;          /* it is to be asked */
	bool is_nested;             /* in tmux or screen, which answer for a terminal that they are not */
	picture_list all;           /* of the open article */
	struct job job;             /* fetches */
	vec(struct picture *) asked; /* of the job, in its order */
	struct decoding decoding;
	struct picture *decoded;    /* what it is about; NULL: nobody wants it any more */
	size_t n_told;              /* pictures that the last row said are fetched */
	uint32_t last_id, frame;    /* frame: counts what is drawn */
};

#define GALLERY_INIT { .rows_most = GALLERY_ROWS, .job = JOB_INIT, .decoding = DECODING_INIT }

/* Shows the pictures in sight, or hides them where all are shown; with a count opens that one outside (ui/gallery_open.h). */
void gallery_act(struct app *app, int count);

/* Something has come from one of the children; one has ended. */
void gallery_spoke(struct app *app);
void gallery_reap(struct app *app);

/* The terminal has answered. */
void gallery_take_answer(struct app *app, const struct answers *answer);

/* What is wanted and not yet there is begun, as far as it can be. */
void gallery_go(struct app *app);

/* Another article is opened, or none. */
void gallery_forget(struct gallery *g);
void gallery_free(struct gallery *g);

#endif
