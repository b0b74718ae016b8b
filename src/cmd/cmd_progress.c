#include "cmd/cmd_progress.h"

#include <stdio.h>

#include "sync/progress.h"

enum { LINES = 100 }; /* at most */

void
cmd_progress_say(size_t done, size_t total)
{
	const struct progress line = { .kind = PROGRESS_POST, .done = (int64_t)done, .total = (int64_t)total, .outcome = "ok" };
	struct buf text = { 0 };

	if (done * LINES / total == (done - 1) * LINES / total)
		return;
	progress_write(&text, &line);
	(void)fwrite(text.p, 1, text.n, stderr);
	buf_free(&text);
}
