#include "html/doc_read.h"

#include "html/doc_build.h"
#include "text/clean.h"

/* The pairs of "**" around bold text: where the first one with text right behind and before its marks stands. */
static bool
find_strong(struct str s, struct str *before, struct str *inside, struct str *after)
{
	struct str marks = str_lit("**");
	size_t open = str_find(s, marks), close;

	for (; open < s.n; open += 2 + str_find(str_sub(s, open + 2, s.n), marks)) {
		struct str rest = str_sub(s, open + 2, s.n);

		close = str_find(rest, marks);
		if (close == rest.n)
			return false;
		if (!close || str_is_space(rest.p[0]) || str_is_space(rest.p[close - 1]))
			continue;
		*before = str_sub(s, 0, open);
		*inside = str_sub(rest, 0, close);
		*after = str_sub(rest, close + 2, rest.n);
		return true;
	}
	return false;
}

/* Adds s without the "**" that are left in it. */
static void
add_plain(struct doc_build *b, struct str s)
{
	while (s.n) {
		size_t n = str_find(s, str_lit("**"));

		doc_build_text(b, str_sub(s, 0, n), 0, 0);
		s = str_sub(s, n + 2, s.n);
	}
}

static void
add_line(struct doc_build *b, struct str line)
{
	struct str before, inside, after;

	if (line.n > 4 && str_starts(line, "__") && str_ends(line, "__")) {
		doc_build_text(b, str_sub(line, 2, line.n - 2), DOC_BOLD, 0);
		return;
	}
	while (find_strong(line, &before, &inside, &after)) {
		add_plain(b, before);
		doc_build_text(b, inside, DOC_BOLD, 0);
		line = after;
	}
	add_plain(b, line);
}

/* Takes "## " off the line: the number of its marks, at most 6. */
static uint8_t
take_hashes(struct str *line)
{
	size_t n = 0;

	while (n < line->n && n < 7 && line->p[n] == '#')
		n++;
	if (!n || n > 6 || n >= line->n || line->p[n] != ' ')
		return 0;
	*line = str_trim(str_sub(*line, n, line->n));
	return (uint8_t)n;
}

/* "---", "* * *", "━━━". */
static bool
is_rule(struct str line)
{
	static const char *const marks[] = { "-", "*", "_", "=", "─", "━", "~" };
	size_t count = 0;
	struct str s;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		for (s = line, count = 0; str_starts(s, marks[i]); count++)
			s = str_trim(str_sub(s, strlen(marks[i]), s.n));
		if (count >= 3 && !s.n)
			return true;
	}
	return false;
}

void
doc_read_text(struct arena *a, struct str text, struct doc *ret)
{
	struct doc_block para = { .kind = DOC_PARA }, rule = { .kind = DOC_RULE };
	struct buf cleaned = { 0 };
	struct doc_build b;
	struct str line;

	doc_build_init(&b, a, NULL);
	while (str_line(&text, &line)) {
		buf_clear(&cleaned);
		clean_line(&cleaned, line);
		line = buf_str(&cleaned);
		if (!line.n) {
			b.has_blank = true;
			continue;
		}
		if (is_rule(line)) {
			doc_build_object(&b, &rule, STR_NONE);
			continue;
		}
		b.hashes = take_hashes(&line);
		add_line(&b, line);
		doc_build_end(&b, &para);
		b.hashes = 0;
	}
	buf_free(&cleaned);
	doc_build_finish(&b, ret);
}
