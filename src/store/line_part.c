#include "store/line_part.h"

void
line_part_begin(struct line_part_writer *p, struct buf *out, enum line_part what, struct str tag)
{
	*p = (struct line_part_writer){ .out = out, .what = what, .began = out->n };
	if (out->n && out->p[out->n - 1] == '}')
		(void)buf_putc(out, ',');
	(void)buf_printf(out, "{\"do\":\"%s\"", line_part_name(what));
	if (tag.n)
		line_member(out, "tag", tag);
	(void)buf_puts(out, ",\"posts\":{");
}

void
line_part_add(struct line_part_writer *p, struct str feed, struct str guid, struct str title, struct str link, int64_t published)
{
	if (!p->n || !str_eq(buf_str(&p->feed), feed)) {
		(void)buf_puts(p->out, p->n ? "]," : "");
		line_text(p->out, feed);
		(void)buf_puts(p->out, ":[");
		buf_clear(&p->feed);
		(void)buf_add(&p->feed, feed);
	} else
		(void)buf_putc(p->out, ',');
	if (line_is_keeping(p->what))
		line_kept_post(p->out, guid, title, link, published);
	else
		line_text(p->out, guid);
	p->n++;
}

int64_t
line_part_end(struct line_part_writer *p)
{
	if (p->n && p->again)
		(void)buf_printf(p->out, "]},\"again\":%lld}", (long long)p->again);
	else if (p->n)
		(void)buf_puts(p->out, "]}}");
	else
		buf_truncate(p->out, p->began);
	buf_free(&p->feed);
	return p->n - p->again;
}
