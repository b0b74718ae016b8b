#include "html/tidy_bare.h"

#include "html/markdown_auto.h"
#include "html/tidy_link.h"

static void
add_run(struct draft *p, size_t from, size_t to, struct draft_style style)
{
	if (from < to)
		*vec_add(&p->runs) = (struct draft_run){ from, to - from, style };
}

/* Whether more of the address may stand at `at`, in the next run of the line. */
static bool
goes_on(const struct draft *p, const struct draft_part *line, size_t at)
{
	char c = at < line->at + line->n ? p->text.p[at] : ' ';

	return str_is_alpha(c) || str_is_digit(c) || strchr("/-_=&%?#+", c);
}

/* Adds the run again, with links on the addresses in it. */
static void
link_run(struct draft *p, const struct draft_part *line, struct draft_run run)
{
	struct str text = str_sub(buf_str(&p->text), 0, run.at + run.n), sign = str_lit("://");
	size_t done = run.at, colon = run.at;
	bool is_open = !run.style.link && !(run.style.bits & (DRAFT_CODE_TEXT | DRAFT_KBD));

	while (is_open && (colon += str_find(str_sub(text, colon, text.n), sign)) < text.n) {
		size_t start, n = markdown_auto_bare(text, done, colon, &start);
		struct draft_style style = run.style;

		colon += sign.n;
		if (!n)
			continue;
		colon = start + n;
		if (colon == text.n && goes_on(p, line, colon))
			continue;
		style.link = draft_link(p, tidy_link_page(p->arena, STR_NONE, str_sub(text, start, colon)));
		add_run(p, done, start, run.style);
		add_run(p, start, colon, style);
		done = colon;
	}
	add_run(p, done, run.at + run.n, run.style);
}

void
tidy_bare(struct draft *parts)
{
	if (!str_has(buf_str(&parts->text), "://"))
		return;
	for (size_t i = 0; i < parts->list.n; i++) {
		struct draft_part *line = &parts->list.v[i];
		size_t first = parts->runs.n;

		if (line->kind != DRAFT_LINE || line->is_dropped || !str_has(draft_text_of(parts, line), "://"))
			continue;
		for (size_t k = line->run; k < line->run + line->n_runs; k++)
			link_run(parts, line, parts->runs.v[k]);
		line->run = first;
		line->n_runs = parts->runs.n - first;
	}
}
