#include "html/tidy_alert.h"

#include "html/draft_line.h"

/* Bytes of the mark that s begins with, and what it is called; 0 for none. */
static size_t
mark_of(struct str s, const char **name)
{
	static const char *const names[] = { "Note", "Tip", "Important", "Warning", "Caution", "Info", "Danger" };
	struct str inside;

	if (!str_starts(s, "[!") || !str_cut(str_sub(s, 2, s.n), ']', &inside, NULL))
		return 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		*name = names[i];
		if (str_is_icase(inside, names[i]))
			return inside.n + strlen("[!]");
	}
	return 0;
}

/* A line of that text, where line stands. */
static struct draft_part
label_line(struct draft *p, const struct draft_part *line, const char *name)
{
	struct draft_part label = *line;

	label.at = p->text.n;
	label.n = strlen(name);
	label.run = p->runs.n;
	label.n_runs = 1;
	*vec_add(&p->runs) = (struct draft_run){ label.at, label.n, { .bits = DRAFT_BOLD } };
	(void)buf_puts(&p->text, name);
	return label;
}

void
tidy_alert(struct draft *parts)
{
	struct draft made = { 0 };
	bool is_first = false; /* nothing stands in the quote yet */
	const char *name;
	size_t kept; /* up to the first one nothing changes */

	draft_line_sweep(parts);
	kept = parts->list.n;
	for (size_t i = 0; i < parts->list.n; i++) {
		const struct draft_part *here = &parts->list.v[i];
		size_t n = is_first && here->kind == DRAFT_LINE && here->tag == DOM_P ? mark_of(draft_text_of(parts, here), &name) : 0;
		struct draft_part part;

		is_first = here->kind == DRAFT_OPEN && here->tag == DOM_BLOCKQUOTE;
		if (!n && i < kept)
			continue;
		part = *here;
		if (n && i < kept)
			kept = i;
		if (n) {
			*vec_add(&made.list) = label_line(parts, &part, name);
			draft_line_cut(parts, &part, n < part.n && draft_text_of(parts, &part).p[n] == ' ' ? n + 1 : n);
		}
		if (i >= kept && (!n || part.n))
			*vec_add(&made.list) = part;
	}
	parts->line_at = parts->text.n;
	draft_line_replace(parts, kept, &made);
}
