#include "store/line_tag.h"

#include "base/tr.h"

void
line_tag_add(struct buf *out, struct str from, struct str to)
{
	(void)buf_puts(out, out->n ? ",{\"from\":" : "{\"from\":");
	line_text(out, from);
	line_member(out, "to", to);
	(void)buf_putc(out, '}');
}

void
line_tag_list(struct buf *out, const json_t *line, bool is_inverse)
{
	struct buf list = { 0 };
	json_t *tag;
	size_t i;

	json_array_foreach(json_object_get(line, "tags"), i, tag)
		line_tag_add(&list, line_str(tag, is_inverse ? "to" : "from"), line_str(tag, is_inverse ? "from" : "to"));
	(void)buf_add(out, buf_str(&list));
	buf_free(&list);
}

/* How much of the name all of them had in common, in whole parts of it. */
static size_t
common(const json_t *tags)
{
	struct str first = line_str(json_array_get(tags, 0), "from");
	size_t n = first.n, i, at;
	json_t *tag;

	json_array_foreach(tags, i, tag) {
		struct str name = line_str(tag, "from");

		for (at = 0; at < n && at < name.n && first.p[at] == name.p[at]; at++)
			continue;
		while (at && ((at < first.n && first.p[at] != '/') || (at < name.n && name.p[at] != '/')))
			at--;
		n = at;
	}
	return n;
}

/* A tag and those under it are told by its name, also where no post has that itself. */
void
line_tag_describe(struct buf *out, const json_t *tags)
{
	const json_t *first = json_array_get(tags, 0);
	struct str from = line_str(first, "from"), to = line_str(first, "to"), tail;
	size_t n = json_array_size(tags);

	if (!n)
		return;
	tail = str_sub(from, common(tags), from.n);
	if (tail.n < from.n && tail.n < to.n && str_eq(str_sub(to, to.n - tail.n, to.n), tail)) {
		from.n -= tail.n;
		to.n -= tail.n;
	}
	if (to.n)
		(void)buf_printf(out, "%.*s → %.*s", STR(from), STR(to));
	else
		(void)buf_printf(out, "-%.*s", STR(from));
	if (n > 1)
		(void)buf_printf(out, tr_n(" (%zu tag)", " (%zu tags)", n), n);
}
