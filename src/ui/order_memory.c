#include "ui/order_memory.h"

#include "ui/order_words.h"

static const char key[] = "order";

/* As the memory has it: "title feed 4f…". */
static void
add_line(struct buf *out, enum posts_sort sort, struct str list)
{
	(void)buf_printf(out, "%s %.*s", order_words_at(sort)->english, STR(list));
}

enum posts_sort
order_memory_find(const struct memory *m, struct str list, enum posts_sort usual)
{
	enum posts_sort found = usual;
	struct buf line = { 0 };

	for (int i = 0; i < POSTS_SORTS; i++) {
		buf_clear(&line);
		add_line(&line, (enum posts_sort)i, list);
		if (memory_has(m, key, buf_str(&line)))
			found = (enum posts_sort)i;
	}
	buf_free(&line);
	return found;
}

void
order_memory_put(struct memory *m, struct str list, enum posts_sort sort, enum posts_sort usual)
{
	struct buf line = { 0 };

	for (int i = 0; i < POSTS_SORTS; i++) {
		buf_clear(&line);
		add_line(&line, (enum posts_sort)i, list);
		memory_set(m, key, buf_str(&line), (enum posts_sort)i == sort && sort != usual);
	}
	buf_free(&line);
}
