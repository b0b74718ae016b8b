#include "html/doc_room.h"

#include "base/mem.h"
#include "html/doc_read.h"

/* What is kept at most: few articles need more. */
enum { BLOCKS = 64, LINKS = 64, SPANS = 64, TEXT = 32 << 10 /* bytes */ };

struct doc_room {
	struct doc_build build; /* one that is over */
};

/* Of vectors. */
#define lend(to, from) ((to)->v = (from)->v, (to)->cap = (from)->cap)

void
doc_room_begin(struct doc_room **room, struct doc_build *b, struct arena *a, const struct doc_taker *taker)
{
	struct doc_build *from;

	doc_build_init(b, a, taker);
	if (!room)
		return;
	if (!*room) {
		*room = mem_zalloc(1, sizeof **room);
		vec_reserve(&(*room)->build.blocks, BLOCKS);
	}
	from = &(*room)->build;
	lend(&b->blocks, &from->blocks);
	lend(&b->links, &from->links);
	lend(&b->spans, &from->spans);
	b->text = from->text;
	buf_clear(&b->text);
	*from = (struct doc_build){ 0 };
}

void
doc_room_take(struct doc_room *room, struct doc_build *b)
{
	if (b->blocks.cap > BLOCKS || b->links.cap > LINKS || b->spans.cap > SPANS || b->text.cap > TEXT)
		return;
	room->build = (struct doc_build){ .blocks = b->blocks, .links = b->links, .spans = b->spans, .text = b->text };
	*b = (struct doc_build){ .rows = b->rows, .cells = b->cells };
}

void
doc_room_free(struct doc_room *room)
{
	if (room)
		doc_build_free(&room->build);
	free(room);
}
