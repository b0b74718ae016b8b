/*
 * The state of the reader: the cache, the views, the keys, the prompt. Keys go
 * in, cells come out; the terminal is the loop's affair.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include "store/store.h"
#include "text/row_format.h"
#include "text/wrap.h"
#include "ui/ask.h"
#include "ui/adding.h"
#include "ui/browser.h"
#include "ui/clipboard.h"
#include "ui/complete.h"
#include "ui/fetching.h"
#include "ui/gallery.h"
#include "ui/ime.h"
#include "ui/importing.h"
#include "ui/indexing.h"
#include "ui/job.h"
#include "ui/hyperlinks.h"
#include "ui/keys.h"
#include "ui/link_hints.h"
#include "ui/live.h"
#include "ui/looks.h"
#include "ui/memory.h"
#include "ui/messages.h"
#include "ui/opened.h"
#include "ui/outside.h"
#include "ui/narrow.h"
#include "ui/mouse.h"
#include "ui/panes.h"
#include "ui/printout.h"
#include "ui/preparing.h"
#include "ui/prompt.h"
#include "ui/saved.h"
#include "ui/saving.h"
#include "ui/subscriptions.h"
#include "ui/tagging.h"
#include "ui/teaching.h"
#include "ui/trail.h"
#include "ui/ui.h"
#include "ui/view.h"
#include "ui/working.h"

enum { APP_OUTLINE_COLS = 160, APP_TEXT_COLS = 100 };

struct cmdline_source;

struct app {
	struct store *store;
	const char *samples; /* for the sync child, or NULL */
	struct screen screen;
	struct view *views[APP_VIEWS];
	enum app_view focus;
	struct trail trail;
	enum panes_layout layout;           /* that is wanted */
	struct screen_box boxes[APP_VIEWS]; /* where each view was drawn last; no rows: it is not in sight */
	struct keys keys;
	struct prompt prompt;
	struct complete complete; /* of its text */
	struct looks looks;
	enum hyperlinks_use links;
	bool has_title;      /* the terminal is told what is shown */
	struct buf control;  /* strings for the terminal that change nothing on the screen; the loop sends them */
	const struct ask *asking; /* what the prompt is for; NULL: it is closed */
	struct narrow *narrowing; /* what it narrows, while it does */
	struct mouse mouse;
	struct live live; /* the filter of the list, while it is typed */
	struct history histories[HISTORY_KINDS]; /* typed at the prompts */
	struct buf message;
	bool is_error;       /* of the message */
	struct messages messages; /* all of them */
	struct memory memory; /* from one start to the next */
	struct teaching teaching;
	struct importing importing;
	struct saved saved;  /* views */
	struct subscriptions subscriptions;
	struct tagging tagging;
	struct working working;
	struct ui_opts opts; /* as last taken (ui/options.h) */
	const struct ui_tag *tags; /* of the config: the owner's */
	size_t n_tags;
	struct job job;      /* the sync */
	struct fetching fetching;
	struct indexing indexing;
	struct adding adding;
	struct ime ime;
	struct gallery gallery;
	struct browser browser;
	struct clipboard clipboard;
	struct link_hints link_hints;
	bool is_zen;         /* articles stand alone on the screen */
	struct opened opened;
	struct preparing preparing;
	struct outside outside;
	struct job feeder;   /* prints what it reads */
	struct saving saving;
	enum printout_form pipe_form;
	const char *program; /* that prints posts: our own; NULL: there is none */
	int64_t version;     /* of the cache, as last read */
	int64_t unread;
	size_t n_feeds;
	enum wrap_mode wrap; /* of articles */
	int text_cols;       /* of articles, at most */
	struct row_format row_format; /* of the headlines; its texts are the arena's below, or the owner's */
	struct arena row_arena;
	bool has_hinted;     /* told once that Hangul keys are understood */
	int on_marked;       /* keys (2: the one just pressed) that are for the marked posts whatever is open; 0: none */
	const struct cmdline_source *source; /* the file whose lines are run; NULL: none */
	int rows_meant;      /* rows of the list from the cursor on that a key with a count is for; 0: the cursor's */
	int sourcing;        /* files whose lines are run, one within another; else 0 */
	int sourced;         /* such files since the first of them began */
	bool is_source_stopped; /* by Esc: no line of them is run any more */
	bool is_pasting;     /* outside a prompt: dropped */
	bool is_astray;      /* a line is being typed for a prompt that is not in this view: dropped, up to app_keys_end() */
	bool is_drawn;       /* the screen is as things are: the loop need not draw it */
	bool is_shown;       /* and the terminal has it */
	bool wants_quit, wants_suspend, wants_redraw, wants_demo;
	bool wants_reopen; /* the cache is another file by now */
	bool (*wants_stop)(void *user); /* whether Esc was pressed while a query runs; NULL: nobody knows */
	void (*show)(void *shown);      /* how things are, while a key is still being answered; NULL: nobody looks */
	void *shown;
	void *stop_user;
};

struct app *app_new(struct store *store, const char *samples, int rows, int cols);
void app_free(struct app *app);

/* The user's saved views, which stay the caller's. */
void app_set_views(struct app *app, const struct query_names *names);

/* Takes a key of ui/input.h. */
void app_key(struct app *app, int32_t key);

/* All keys that have come are taken; more may be no part of what these were meant for. */
void app_keys_end(struct app *app);

/* Draws into app->screen. */
void app_draw(struct app *app);

/* Draws the sidebar or the list into another screen of the same size, as it stands where an article is open; nothing where it stands nowhere then. */
void app_draw_ahead(struct app *app, enum app_view view, struct screen *s);
void app_resize(struct app *app, int rows, int cols);

/* Reads anew what is shown; app_refresh() does so only when the cache has changed. */
void app_reload(struct app *app);
void app_refresh(struct app *app);

/* A child of ours has ended, or has written something. */
void app_child_ended(struct app *app);
void app_child_spoke(struct app *app);

/* Own changes are done and shown already: no reload for them, but for what others have changed meanwhile. */
void app_settle(struct app *app);

void app_focus(struct app *app, enum app_view view);

/* One line for the last row until the next key; particles are settled. */
void app_say(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
void app_fail(struct app *app, const struct err *err);
void app_tell(struct app *app, struct str text, bool is_error);

/* Whether a key is of text that is pasted where no prompt is open: that is no command. */
bool app_is_pasted(struct app *app, int32_t key);

/* Whether an open article and the list are in sight together. */
bool app_is_split(const struct app *app);

/* Opens the post under the cursor of the list. */
void app_open_post(struct app *app);

#endif
