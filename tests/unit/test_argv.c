#include "unit.h"

#include "base/buf.h"
#include "text/argv.h"

static const struct {
	const char *line, *words; /* words with "|" behind each; NULL: wrong */
	size_t at;
} cases[] = {
	{ "less", "less|", 0 },
	{ "  grep -i  인공지능 ", "grep|-i|인공지능|", 0 },
	{ "grep 'a b' \"c d\"", "grep|a b|c d|", 0 },
	{ "sh -c 'wc -l; echo \"끝\"'", "sh|-c|wc -l; echo \"끝\"|", 0 },
	{ "a\\ b \"c\\\"d\" 'e\\f'", "a b|c\"d|e\\f|", 0 },
	{ "a'b c'd", "ab cd|", 0 },
	{ "echo ''", "echo||", 0 },
	{ "echo $HOME `x` *", "echo|$HOME|`x`|*|", 0 },
	{ "a\\", "a\\|", 0 },
	{ "grep 'open", NULL, 5 },
	{ "a \"b c", NULL, 2 },
	{ "", NULL, 0 },
	{ "   ", NULL, 3 },
	{ "'' x", NULL, 4 },
	{ "grep a > b", NULL, 7 },
	{ "cat >> b", NULL, 4 },
	{ "less | head", NULL, 5 },
	{ "true && false", NULL, 5 },
	{ "a ; b", NULL, 2 },
	{ "wc < b", NULL, 3 },
	{ "grep '>' \\| a>b", "grep|>|||a>b|", 0 },
};

static void
words_are_kept_together_by_quotes_and_nothing_is_expanded(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = { 0 };
		struct buf got = { 0 };
		const char *const *argv;
		struct err err;
		size_t at;
		int rc = argv_split(&a, str_of(cases[i].line), &argv, &at, &err);

		for (size_t k = 0; !rc && argv[k]; k++)
			(void)buf_printf(&got, "%s|", argv[k]);
		if (rc != (cases[i].words ? 0 : -1) || (cases[i].words ? !str_is(buf_str(&got), cases[i].words) : at != cases[i].at))
			fail_msg("‘%s’: %d ‘%s’ at %zu", cases[i].line, rc, buf_cstr(&got), at);
		buf_free(&got);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_kept_together_by_quotes_and_nothing_is_expanded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
