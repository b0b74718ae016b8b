#include "unit.h"

#include "base/buf.h"
#include "text/find_text.h"

static const char text[] =
	"생성형 인공지능은 인공 지능의 한 갈래입니다.\n"
	"오픈AI와 OpenAI, openai. 붙은\u00a0빈칸도 빈칸입니다.\n"
	"쿠버네티스에서 장애를 겪었다.\n"
	"韓, 정부의 발표, 노드가 죽은 날 etcd 복구\n"
	"ㅋㅋㅋ 웃음소리";

static const struct {
	const char *wanted;
	enum find_text_way way;
	const char *found; /* the places, "|" between */
} cases[] = {
	{ "인공지능", FIND_TEXT_AS_IT_IS, "인공지능" },
	{ "openai", FIND_TEXT_AS_IT_IS, "OpenAI|openai" },
	{ "OPENAI", FIND_TEXT_AS_IT_IS, "OpenAI|openai" },
	{ "붙은 빈칸", FIND_TEXT_AS_IT_IS, "붙은\u00a0빈칸" },
	{ "ㅋ", FIND_TEXT_AS_IT_IS, "ㅋ|ㅋ|ㅋ" },
	{ "ㅋㅋ", FIND_TEXT_AS_IT_IS, "ㅋㅋ" },
	{ "ㅇㄱㅈㄴ", FIND_TEXT_LOOSELY, "인공지능|인공 지능" },
	{ "인공 지능은", FIND_TEXT_LOOSELY, "인공지능은" },
	{ "한갈래", FIND_TEXT_LOOSELY, "한 갈래" },
	{ "생성혀", FIND_TEXT_LOOSELY, "생성형" },
	{ "ㅋㅂㄴㅌㅅ", FIND_TEXT_LOOSELY, "쿠버네티스" },
	{ "장애 쿠버네티스", FIND_TEXT_BY_WORDS, "쿠버네티스|장애" },
	{ "한국", FIND_TEXT_BY_WORDS, "韓" },
	{ "장애 없는말", FIND_TEXT_WAYS, "" },
	{ "dlsrhdwlsmd", FIND_TEXT_LAYOUT, "인공지능" },
	{ "ㄷㅅㅊㅇ", FIND_TEXT_LAYOUT, "etcd" },
	{ "갈래에서는", FIND_TEXT_STEM, "갈래" },
	{ "없는말", FIND_TEXT_WAYS, "" },
	{ "입니다.\n", FIND_TEXT_AS_IT_IS, "입니다.\n|입니다.\n" },
	{ "  ", FIND_TEXT_WAYS, "" },
	{ "", FIND_TEXT_WAYS, "" },
	{ "...", FIND_TEXT_WAYS, "" },
};

static void
a_line_is_found_as_it_is_else_as_a_reader_means_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = { 0 };
		struct buf found = { 0 };
		struct find_text got;

		find_text(&a, str_of(text), str_of(cases[i].wanted), &got);
		for (size_t k = 0; k < got.n; k++)
			(void)buf_printf(&found, "%s%.*s", k ? "|" : "", STR(str_sub(str_of(text), got.spans[k].from, got.spans[k].to)));
		if (got.way != cases[i].way || !str_is(buf_str(&found), cases[i].found))
			fail_msg("‘%s’: way %d ‘%s’, want way %d ‘%s’", cases[i].wanted, got.way, buf_cstr(&found), cases[i].way, cases[i].found);
		buf_free(&found);
		arena_free(&a);
	}
}

/* What is found is in order, within the text and whole characters, whatever is looked for. */
static void
any_piece_of_a_text_is_found_in_it(void **state)
{
	struct str whole = str_of(text);

	(void)state;
	for (size_t from = 0; from < whole.n; from++) {
		struct arena a = { 0 };
		struct str piece = str_sub(whole, from, from + 12);
		struct find_text got;
		bool is_there = false;
		size_t end = 0;

		if (((unsigned char)piece.p[0] & 0xc0) == 0x80 || !str_trim(piece).n)
			continue;
		while (from + piece.n < whole.n && ((unsigned char)whole.p[from + piece.n] & 0xc0) == 0x80)
			piece.n++;
		find_text(&a, whole, piece, &got);
		assert_int_equal(got.way, FIND_TEXT_AS_IT_IS);
		for (size_t k = 0; k < got.n; k++) {
			is_there |= got.spans[k].from == from;
			assert_true(got.spans[k].from >= end && got.spans[k].to > got.spans[k].from);
			end = got.spans[k].to;
		}
		assert_true(is_there && end <= whole.n);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_found_as_it_is_else_as_a_reader_means_it),
		cmocka_unit_test(any_piece_of_a_text_is_found_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
