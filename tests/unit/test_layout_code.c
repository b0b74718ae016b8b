#include "unit.h"

#include "base/file.h"
#include "html/layout.h"
#include "text/grapheme.h"
#include "text/width.h"

#define LEN(array) (sizeof(array) / sizeof *(array))

enum { COLS = 100 };

/* One letter a role, below each cell of code. */
static const char letters[LAYOUT_ROLES] = {
	[LAYOUT_CODE] = '.', [LAYOUT_CODE_KEYWORD] = 'k', [LAYOUT_CODE_TYPE] = 't', [LAYOUT_CODE_NAME] = 'n',
	[LAYOUT_CODE_STRING] = 's', [LAYOUT_CODE_NUMBER] = 'd', [LAYOUT_CODE_COMMENT] = '#', [LAYOUT_CODE_META] = 'm',
	[LAYOUT_CODE_ADDED] = '+', [LAYOUT_CODE_REMOVED] = '-',
};

static void
lay_out(struct arena *a, struct doc_block *block, int cols, struct layout *layout)
{
	struct doc *doc = arena_new(a, struct doc, 1);

	block->kind = DOC_CODE;
	block->section = -1;
	*doc = (struct doc){ .blocks = block, .n = 1 };
	layout_doc(a, doc, &(struct layout_opts){ .cols = cols }, layout);
}

/* The cells of a line behind its margin, and their roles in a line of their own. */
static void
list_cells(struct buf *out, const struct layout_line *line)
{
	struct buf roles = { 0 };

	assert_int_equal(line->runs[0].role, LAYOUT_CODE_MARGIN);
	for (uint32_t i = 1; i < line->n; i++) {
		struct str rest = line->runs[i].text, cluster;

		(void)buf_add(out, rest);
		while ((cluster = grapheme_next(&rest)).n)
			(void)buf_fill(&roles, str_is(cluster, " ") ? ' ' : letters[line->runs[i].role], (size_t)width_cluster(cluster));
	}
	(void)buf_putc(out, '\n');
	(void)buf_add(out, buf_str(&roles));
	(void)buf_putc(out, '\n');
	buf_free(&roles);
}

/* Every second line of a fixture is code, the one below it its roles. */
static void
read_code(struct buf *code, struct str fixture)
{
	struct str line;
	int n = 0;

	for (; str_line(&fixture, &line); n++) {
		if (n % 2)
			continue;
		(void)buf_puts(code, n ? "\n" : "");
		(void)buf_add(code, line);
	}
	assert_true(n >= 2 * 40);
}

static void
check_language(const char *name, const char *lang)
{
	struct buf want = { 0 }, code = { 0 }, got = { 0 };
	struct arena a = { 0 };
	struct layout layout;
	struct err err;
	char path[96];

	(void)snprintf(path, sizeof path, "tests/fixtures/code/%s.cells", name);
	assert_int_equal(file_read(path, 1 << 20, &want, &err), 0);
	read_code(&code, buf_str(&want));
	lay_out(&a, &(struct doc_block){ .text = buf_str(&code), .lang = str_of(lang) }, COLS, &layout);
	for (size_t i = 1; i < layout.n; i++)
		list_cells(&got, &layout.lines[i]);
	assert_str(buf_str(&got), buf_cstr(&want));
	arena_free(&a);
	buf_free(&got);
	buf_free(&code);
	buf_free(&want);
}

static void
twelve_languages_are_coloured(void **state)
{
	static const char *const languages[][2] = {
		{ "java", "java" }, { "kotlin", "kt" }, { "typescript", "tsx" }, { "python", "py" }, { "go", "golang" }, { "rust", "rs" },
		{ "cpp", "c++" }, { "csharp", "c#" }, { "sql", "mysql" }, { "shell", "bash" }, { "yaml", "yml" }, { "html", "html" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(languages); i++)
		check_language(languages[i][0], languages[i][1]);
}

static void
check_text(struct doc_block block, int cols, const char *want)
{
	struct arena a = { 0 };
	struct layout layout;
	struct buf got = { 0 };

	lay_out(&a, &block, cols, &layout);
	for (size_t i = 0; i < layout.n; i++) {
		for (uint32_t k = 0; k < layout.lines[i].n; k++)
			(void)buf_add(&got, layout.lines[i].runs[k].text);
		(void)buf_printf(&got, "|%d,%d\n", layout.lines[i].front, layout.lines[i].over);
	}
	assert_str(buf_str(&got), want);
	buf_free(&got);
	arena_free(&a);
}

static void
all_lines_of_a_block_scroll_together(void **state)
{
	(void)state;
	check_text((struct doc_block){ .text = str_lit("if\n\n\"가나다라마바사\"") }, 16, "  if|2,2\n  |2,2\n  \"가나다라마바사\"|2,2\n");
	check_text((struct doc_block){ .text = str_lit("short") }, 16, "  short|2,0\n");
}

static void
what_stands_in_front_stays(void **state)
{
	(void)state;
	check_text((struct doc_block){ .text = str_lit("0123456789abcdef"), .quote = 1, .list = 1, .nest = str_lit("ql"), .is_item = true }, 16,
		"│ •   0123456789abcdef|6,6\n");
}

static void
the_language_stands_above(void **state)
{
	(void)state;
	check_text((struct doc_block){ .text = str_lit("x"), .lang = str_lit("language-js") }, 16, "  JavaScript|0,0\n  x|2,0\n");
	check_text((struct doc_block){ .text = str_lit("x"), .lang = str_lit("mermaid") }, 16, "  mermaid|0,0\n  x|2,0\n");
	check_text((struct doc_block){ .text = str_lit("x") }, 16, "  x|2,0\n");
}

static void
wide_marks_count_for_two_where_they_are(void **state)
{
	(void)state;
	width_set_ambiguous(2);
	check_text((struct doc_block){ .text = str_lit("x = '→→→→→'") }, 16, "  x = '→→→→→'|2,2\n");
	width_set_ambiguous(1);
	check_text((struct doc_block){ .text = str_lit("x = '→→→→→'") }, 16, "  x = '→→→→→'|2,0\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(twelve_languages_are_coloured),
		cmocka_unit_test(all_lines_of_a_block_scroll_together),
		cmocka_unit_test(what_stands_in_front_stays),
		cmocka_unit_test(the_language_stands_above),
		cmocka_unit_test(wide_marks_count_for_two_where_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
