/*
 * Changes to the feeds file: any number of them in one rewrite, whole or not
 * at all.
 */
#ifndef STORE_SUBS_EDIT_H
#define STORE_SUBS_EDIT_H

#include "base/buf.h"
#include "base/path.h"
#include "store/subs.h"
#include "store/subs_place.h"

enum subs_edit_kind {
	SUBS_EDIT_ADD,    /* a line for feed at the end or where it stood, unless the same feed (identity_feed()) has one */
	SUBS_EDIT_REMOVE, /* the line of feed.url goes */
	SUBS_EDIT_RENAME, /* it gets feed.name; an empty one takes the name out */
	SUBS_EDIT_TAG,    /* it gets those of feed.tags that it has not, where they stood among those in to, else at its end */
	SUBS_EDIT_UNTAG,  /* it loses them */
	SUBS_EDIT_MOVE,   /* its address becomes that in to */
	SUBS_EDIT_RETAG,  /* those of feed.tags get the names in to, where they stand; one that the line has already goes */
};

struct subs_edit {
	enum subs_edit_kind kind;
	struct subs_feed feed;
	bool is_done; /* set by subs_edit_make(): false where there was nothing to do */
	const struct subs_place *place; /* of a line that comes back, with its text; NULL: the line is written anew */
	struct str to; /* of SUBS_EDIT_MOVE; of SUBS_EDIT_RETAG one name for each tag, divided by blanks; of SUBS_EDIT_TAG "a b", or empty */
};

/* The file while no other sosik may change it; an editor may. */
struct subs_edit_file {
	struct arena a; /* for edits to live in; free with the file */
	struct path path;
	struct buf before, text; /* as it was when it was read; as it shall be */
	struct buf first;        /* as it was before the first of several that were saved */
	struct buf lost;         /* lines that count as if they stood in it (store/feeds_lost.h) */
	struct subs_edit *edits; /* that text is made by */
	size_t n;
	bool is_changed, is_saved, was_saved; /* the last: any of several */
	int lock;
};

/* Waits for the lock and reads the file. Never with the journal's lock still to come: who holds both took the journal's first. */
int subs_edit_open(struct subs_edit_file *f, struct err *err);

/* Makes the edits in their order: f->text; after subs_edit_save(), further ones in what was written. They stay the caller's, until the file is closed. ERR_USAGE for what the file cannot hold, ERR_LIMIT when it is full. */
int subs_edit_make(struct subs_edit_file *f, struct subs_edit *edits, size_t n, struct err *err);

/* Writes f->text when it has changed and was not written yet. Where somebody has edited the file meanwhile the edits are made in what it says now. */
int subs_edit_save(struct subs_edit_file *f, struct err *err);

/* Whether a line gets another address. Then the journal comes first, which keeps what the feed is by the address that its line still has: by one that nothing has heard of it would be another feed. */
bool subs_edit_moves(const struct subs_edit_file *f);

/* Gives the lock back. With rc below 0 a file that was written is put back as it was at first, unless somebody has edited it since. Returns rc. */
int subs_edit_close(struct subs_edit_file *f, int rc);

/* The three in one. */
int subs_edit_run(struct subs_edit *edits, size_t n, struct err *err);

#endif
