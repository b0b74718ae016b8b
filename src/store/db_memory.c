#include "store/db_memory.h"

#include <sqlite3.h>
#include <string.h>

#include "base/mem.h"
#include "base/sanitized.h"

/*
 * A block has its size in front; of the small ones all sizes are multiples of a step but for that, and of those that hold
 * a row or a page multiples of a larger one. A sanitizer is to see what is used after it was given back: none is kept.
 */
enum { HEAD = 8, STEP = 16, SMALL = IS_SANITIZED ? 0 : 1024, STEP_ROW = 256, ROW = IS_SANITIZED ? 0 : 8960 };

union block {
	size_t size;       /* bytes behind the head */
	union block *next; /* of those that are kept */
};

static union block *kept[SMALL / STEP + 1], *kept_rows[ROW / STEP_ROW + 1];

static sqlite3_mem_methods before; /* SQLite's own: where blocks come from */

static union block *
block_of(void *p)
{
	return (union block *)(void *)((char *)p - HEAD);
}

/* With its head, for which there is room: SQLite never asks for all that an int can hold. */
static size_t
whole(int n)
{
	size_t bytes = (size_t)n + HEAD, step = bytes > SMALL && bytes <= ROW ? STEP_ROW : STEP;

	return (bytes + step - 1) / step * step;
}

/* Those of a size that were given back; NULL for a size of which none are kept. */
static union block **
kept_of(size_t bytes)
{
	return bytes <= SMALL ? &kept[bytes / STEP] : bytes <= ROW ? &kept_rows[bytes / STEP_ROW] : NULL;
}

static void *
take(int n)
{
	size_t bytes = whole(n);
	union block **list = kept_of(bytes), *block;

	if (list && *list) {
		block = *list;
		*list = block->next;
	} else {
		block = before.xMalloc((int)bytes);
		if (!block)
			return NULL;
	}
	block->size = bytes - HEAD;
	return (char *)block + HEAD;
}

static void
give(void *p)
{
	union block *block = block_of(p);
	union block **list = kept_of(block->size + HEAD);

	if (!list) {
		before.xFree(block);
		return;
	}
	block->next = *list;
	*list = block;
}

static void *
resize(void *p, int n)
{
	size_t was = block_of(p)->size, bytes = whole(n);
	void *to;

	if (bytes - HEAD == was)
		return p;
	if (!kept_of(bytes) && !kept_of(was + HEAD)) {
		union block *block = before.xRealloc(block_of(p), (int)bytes);

		if (block)
			block->size = bytes - HEAD;
		return block ? (char *)block + HEAD : NULL;
	}
	to = take(n);
	if (to) {
		memcpy(to, p, was < bytes - HEAD ? was : bytes - HEAD);
		give(p);
	}
	return to;
}

static int
size_of(void *p)
{
	return (int)block_of(p)->size;
}

static int
round_up(int n)
{
	return (int)(whole(n) - HEAD);
}

static int
begin(void *user)
{
	return before.xInit(user);
}

static void
end(void *user)
{
	before.xShutdown(user);
}

static void
give_all(union block **list)
{
	union block *block;

	while ((block = *list)) {
		*list = block->next;
		before.xFree(block);
	}
}

void
db_memory_give_back(void)
{
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		give_all(&kept[i]);
	for (size_t i = 0; i < sizeof kept_rows / sizeof *kept_rows; i++)
		give_all(&kept_rows[i]);
	mem_trim();
}

void
db_memory_set(void)
{
	const sqlite3_mem_methods methods = { take, give, resize, size_of, round_up, begin, end, NULL };

	if (!before.xMalloc && sqlite3_config(SQLITE_CONFIG_GETMALLOC, &before) == SQLITE_OK)
		(void)sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}
