#include "unit.h"

#include <unistd.h>

#include "base/buf.h"
#include "text/operand.h"

/* Standard input is these bytes from here on. */
static void
type(struct str bytes)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], bytes.p, bytes.n), bytes.n);
	(void)close(ends[1]);
	assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	(void)close(ends[0]);
}

static void
check(struct arena *a, char *const *words, int n_words, const char *want)
{
	struct buf got = { 0 };
	struct str *names;
	struct err err = { 0 };
	size_t n;

	assert_int_equal(operand_read(a, words, n_words, &names, &n, &err), 0);
	for (size_t i = 0; i < n; i++)
		buf_printf(&got, "[%.*s]", STR(names[i]));
	assert_str(buf_str(&got), want);
	buf_free(&got);
}

static void
words_stand_for_themselves(void **state)
{
	char one[] = "17", two[] = " https://a.example/글 ", none[] = "";
	char *words[] = { one, two, none };
	struct arena a = { 0 };

	(void)state;
	check(&a, words, 3, "[17][ https://a.example/글 ][]");
	check(&a, words, 0, "");
	arena_free(&a);
}

static void
a_dash_is_what_stands_on_standard_input(void **state)
{
	char one[] = "17", dash[] = "-";
	char *words[] = { one, dash, one };
	struct arena a = { 0 };

	(void)state;
	type(str_lit("3\n\n  4 \r\nhttps://a.example/x y"));
	check(&a, words, 3, "[17][3][4][https://a.example/x y][17]");
	type(str_lit(""));
	check(&a, words + 1, 1, "");
	arena_free(&a);
}

static void
with_nul_between_a_line_ends_nothing(void **state)
{
	char dash[] = "-";
	char *words[] = { dash };
	struct arena a = { 0 };

	(void)state;
	type(str_lit("3\0" "한\n글\0" "\0" "5\0"));
	check(&a, words, 1, "[3][한\n글][5]");
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_stand_for_themselves),
		cmocka_unit_test(a_dash_is_what_stands_on_standard_input),
		cmocka_unit_test(with_nul_between_a_line_ends_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
