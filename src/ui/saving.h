/*
 * "w" saves posts in a file, in the form that its name ends with. A child
 * prints them meanwhile; Esc stops it, and then there is no file.
 */
#ifndef UI_SAVING_H
#define UI_SAVING_H

#include "base/buf.h"
#include "base/file.h"
#include "store/posts.h"
#include "ui/job.h"

struct app;

struct saving {
	struct buf name, question; /* of a file that may be replaced */
	struct job job;
	struct file_new file;
	int fd;   /* of it */
	size_t n; /* posts that are being saved */
};

#define SAVING_INIT { .job = JOB_INIT, .fd = -1 }

/* Asks for the name; one made of date and title is there already. A file that is there is replaced only when that is wanted. */
void saving_ask(struct app *app);

/* True when the key stops it, or is pressed while saving_holds(). */
bool saving_takes(struct app *app, int32_t key);

/* A child has ended: where it was ours the file takes its place. */
void saving_reap(struct app *app);

/* Whether the reader is to end, and waits for the file; one that cannot be written, or is stopped, has it go on. */
bool saving_holds(const struct app *app);

/* Says how far it is, where one runs, in few cells or more. */
void saving_status(const struct saving *s, bool is_wide, struct buf *out);

void saving_free(struct saving *s);

/* Appends the name proposed for a post, without an ending: "2025-02-05 제목". */
void saving_name(struct buf *out, const struct posts_row *post);

#endif
