#include "cmd/cmd_digest_part.h"
#include "text/say.h"
#include "text/width.h"

enum { INDENT = 2, EXCERPT_LINES = 3 };

/* Lines of text behind a front and below it, at most max of them. */
static void
add_lines(struct buf *out, const struct cmd_digest *d, const char *front, struct str text, size_t max)
{
	struct arena a = { 0 };
	struct wrap_line *lines;
	int cols = d->look.cols - INDENT - 1; /* one for the mark of a cut */
	size_t n = text.n ? wrap_text(&a, text, &(struct wrap_opts){ .cols = cols, .mode = d->look.wrap }, &lines) : 0;

	for (size_t i = 0; i < n && i < max; i++) {
		buf_puts(out, i ? "  " : front);
		buf_add(out, str_sub(text, lines[i].at, lines[i].at + lines[i].n));
		buf_puts(out, i + 1 == max && i + 1 < n ? "…\n" : "\n");
	}
	arena_free(&a);
}

static void
add_post(struct buf *out, const struct cmd_digest *d, const struct posts_row *row)
{
	struct buf line = { 0 };

	cmd_digest_part_headline(&line, row);
	buf_putc(out, '\n');
	add_lines(out, d, "* ", buf_str(&line), SIZE_MAX);
	buf_clear(&line);
	cmd_digest_part_byline(&line, row);
	add_lines(out, d, "  ", buf_str(&line), SIZE_MAX);
	add_lines(out, d, "  ", row->excerpt, EXCERPT_LINES);
	if (row->link.n)
		buf_printf(out, "  %.*s\n", STR(row->link));
	buf_free(&line);
}

static void
add_group(struct buf *out, const struct cmd_digest *d, const struct cmd_digest_group *group)
{
	struct buf head = { 0 };

	buf_printf(&head, "%.*s (%zu)", STR(group->name), group->n);
	buf_printf(out, "\n%s\n", buf_cstr(&head));
	(void)buf_fill(out, '-', (size_t)width_str(buf_str(&head)));
	buf_putc(out, '\n');
	for (size_t i = 0; i < group->n; i++)
		add_post(out, d, &d->rows[group->posts[i]]);
	buf_free(&head);
}

void
cmd_digest_text(const struct cmd_digest *d)
{
	struct buf out = { 0 };

	cmd_digest_part_title(&out, d);
	buf_putc(&out, '\n');
	cmd_digest_part_sum(&out, d);
	buf_putc(&out, '\n');
	for (size_t i = 0; i < d->n_groups; i++)
		add_group(&out, d, &d->groups[i]);
	if (d->left)
		buf_putc(&out, '\n');
	cmd_digest_part_left(&out, d);
	if (d->left)
		buf_putc(&out, '\n');
	say_text(buf_str(&out));
	buf_free(&out);
}
