/*
 * How a sync shows what it does: to people on a terminal or in a file, to
 * cron, to programs.
 */
#ifndef FRONT_FRONT_SHOW_H
#define FRONT_FRONT_SHOW_H

#include "front/front_line.h"
#include "front/front_silent.h"
#include "front/front_status.h"

struct front_show;

/* One way to show it. state and fail may be NULL. */
struct front_face {
	void (*event)(struct front_show *show, const struct sync_event *event);
	void (*state)(struct front_show *show, enum sync_step step, size_t done, size_t total);
	void (*end)(struct front_show *show, const struct sync_sum *sum);
	void (*fail)(struct front_show *show, const struct err *err);
	void (*remark)(struct front_show *show, const char *text); /* what is no failure */
};

struct front_show {
	const struct front_face *face;
	bool is_quiet;
	struct front_line line;
	struct front_status status;
	struct front_silent silent; /* for people */
	int64_t began_ms;
	int64_t told_ms; /* when a step was told to a program last */
};

enum front_show_how { FRONT_SHOW_LINES, FRONT_SHOW_QUIET, FRONT_SHOW_PROGRESS, FRONT_SHOW_JSON };

/* Begins; lines on a terminal get a line below them that says how far it is. */
void front_show_begin(struct front_show *show, enum front_show_how how);

/* For struct sync_opts; user is the struct front_show. */
int front_show_open(void *user, struct store **ret, enum store_mode mode, char notice[256], struct err *err);
void front_show_event(void *user, const struct sync_event *event);
void front_show_state(void *user, enum sync_step step, size_t done, size_t total);
void front_show_notice(void *user, const char *text);
void front_show_remark(void *user, const char *text);

/* It is over, well or not: what else is written stands below it. */
void front_show_leave(struct front_show *show);

/* It ended well: its sum, after front_show_leave(). */
void front_show_end(struct front_show *show, const struct sync_sum *sum);

/* It failed as a whole, for who reads standard output alone; the caller tells people. */
void front_show_fail(struct front_show *show, const struct err *err);

#endif
