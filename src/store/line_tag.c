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

void
line_tag_describe(struct buf *out, const json_t *tags)
{
	const json_t *first = json_array_get(tags, 0);
	size_t n = json_array_size(tags);

	if (!n)
		return;
	(void)buf_printf(out, "%.*s → %.*s", STR(line_str(first, "from")), STR(line_str(first, "to")));
	if (n > 1)
		(void)buf_printf(out, tr_n(" (%zu tag)", " (%zu tags)", n), n);
}
