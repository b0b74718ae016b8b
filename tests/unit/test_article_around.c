#include "unit.h"

#include "base/clock.h"
#include "text/width.h"
#include "ui/article_around.h"

enum { COLS = 40, ROWS = 6 };

/* The rows of a title of n words above an article; the last one. */
static size_t
title_rows(size_t n, struct layout_line *last, struct article *a)
{
	article_around_lines lines = { 0 };
	struct buf title = { 0 };
	size_t rows = 0;

	for (size_t i = 0; i < n; i++)
		(void)buf_printf(&title, "%s제목 %zu", i ? " " : "", i);
	a->post = (struct posts_row){ .title = arena_dup(&a->line_arena, buf_str(&title)), .published = CLOCK_NONE, .has_text = true };
	article_around_head(&lines, a, COLS, WRAP_WORD);
	while (rows < lines.n && lines.v[rows].n && lines.v[rows].runs->role == ARTICLE_TITLE)
		*last = lines.v[rows++];
	vec_free(&lines);
	buf_free(&title);
	return rows;
}

static void
a_title_is_cut_off_before_it_fills_the_screen(void **state)
{
	struct article a = { 0 };
	struct layout_line last = { 0 };
	struct str rest;

	(void)state;
	assert_int_equal(title_rows(20, &last, &a), 4);
	assert_false(str_ends(last.runs->text, "…"));
	assert_int_equal(title_rows(300, &last, &a), ROWS);
	assert_true(str_ends(last.runs->text, "…"));
	assert_true(width_str(last.runs->text) <= COLS);
	/* What a search finds in it stands where it says. */
	rest = str_sub(a.post.title, last.runs->at, last.runs->at + last.runs->n);
	assert_true(last.runs->n > 0);
	assert_true(str_starts(last.runs->text, arena_cstr(&a.line_arena, rest)));
	arena_free(&a.line_arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_title_is_cut_off_before_it_fills_the_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
