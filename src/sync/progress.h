/*
 * The machine-readable line a feed that `sosik-sync sync --progress` writes,
 * a post that `sosik-sync fulltext --progress` does, or a picture that `sosik-sync images` does, and the reader reads:
 *
 *	feed TAB done TAB total TAB (ok|same|failed|held) TAB feed-id TAB added TAB changed TAB text
 *	post TAB done TAB total TAB (ok|same|failed) TAB post-id TAB letters TAB pages TAB text
 *	image TAB done TAB total TAB (ok|same|failed) TAB number TAB bytes TAB 0 TAB text
 *	texts TAB done TAB total
 *	index TAB done TAB total
 *	remark TAB text
 *	end TAB total TAB failed TAB added TAB changed
 *
 * Text is clean and holds no tab. What a sync does after its feeds, full texts and
 * the search index, is told now and then. A remark is good to know and no failure.
 */
#ifndef SYNC_PROGRESS_H
#define SYNC_PROGRESS_H

#include <stdint.h>

#include "base/buf.h"

enum progress_kind { PROGRESS_FEED, PROGRESS_POST, PROGRESS_IMAGE, PROGRESS_TEXTS, PROGRESS_INDEX, PROGRESS_REMARK, PROGRESS_END };

struct progress {
	enum progress_kind kind;
	int64_t done, total, failed, feed_id, added, changed;
	int64_t post_id, letters, pages;
	int64_t number, bytes; /* of a picture */
	char outcome[8]; /* ok, same, failed, held */
	struct str text;
};

void progress_write(struct buf *out, const struct progress *line);

/* False for a line that is none. text is a slice of line. */
bool progress_read(struct str line, struct progress *ret);

#endif
