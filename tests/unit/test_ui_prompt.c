#include "unit.h"

#include "text/utf8.h"
#include "ui/input.h"
#include "ui/prompt.h"

/* Types text; "←" "→" move, "⌫" deletes, other keys are control characters. */
static enum prompt_result
type(struct prompt *p, const char *text)
{
	struct str rest = str_of(text);
	enum prompt_result result = PROMPT_GOES_ON;
	int32_t cp;

	while ((cp = utf8_next(&rest)) >= 0)
		result = prompt_key(p, cp == 0x2190 ? INPUT_LEFT : cp == 0x2192 ? INPUT_RIGHT : cp == 0x232b ? INPUT_BACKSPACE : cp);
	return result;
}

static void
assert_typed(const char *typed, const char *want, size_t at, int line)
{
	struct prompt p = { 0 };

	prompt_open(&p, "", STR_NONE);
	(void)type(&p, typed);
	unit_assert_str(buf_str(&p.text), want, __FILE__, line);
	if (p.at != at) {
		print_error("cursor at %zu, not %zu\n", p.at, at);
		_fail(__FILE__, line);
	}
	prompt_free(&p);
}
#define assert_typed(typed, want, at) assert_typed((typed), (want), (at), __LINE__)

static void
editing_goes_by_whole_characters(void **state)
{
	(void)state;
	assert_typed("오픈⌫", "오", 3);
	assert_typed("오픈←⌫", "픈", 0);
	assert_typed("가나←다", "가다나", 6);
	assert_typed("ab←←←→X", "aXb", 2);
	assert_typed("+ai 통신\x17", "+ai ", 4);
	assert_typed("+ai  \x17", "", 0);
	assert_typed("abc←\x15", "c", 0);
	assert_typed("abc←\x0b", "ab", 2);
	assert_typed("abc\x01X\x05Y", "XabcY", 5);
	assert_typed("⌫→", "", 0);
	assert_typed("\xf0\x9f\x87\xb0\xf0\x9f\x87\xb7⌫", "", 0);
}

/* Types text with the cursor at its end, then a key with Alt. */
static void
assert_alt(const char *typed, int32_t key, const char *want, size_t at, int line)
{
	struct prompt p = { 0 };

	prompt_open(&p, "", STR_NONE);
	(void)type(&p, typed);
	if (prompt_key(&p, INPUT_ALT | key) != PROMPT_GOES_ON || p.at != at) {
		print_error("cursor at %zu, not %zu\n", p.at, at);
		_fail(__FILE__, line);
	}
	unit_assert_str(buf_str(&p.text), want, __FILE__, line);
	prompt_free(&p);
}
#define assert_alt(typed, key, want, at) assert_alt((typed), (key), (want), (at), __LINE__)

static void
alt_goes_by_words(void **state)
{
	(void)state;
	assert_alt("is:read 결제 ", 'b', "is:read 결제 ", 8);
	assert_alt("is:read", 'b', "is:read", 3);
	assert_alt("is:read 결제\x01", 'f', "is:read 결제", 2);
	assert_alt("is:read 결제\x01", 'd', ":read 결제", 0);
	assert_alt("is:read 결제", INPUT_BACKSPACE, "is:read ", 8);
	assert_alt("결제", 'f', "결제", 6);
	assert_alt("결제", 'x', "결제", 6);
	assert_alt("", 'b', "", 0);
	assert_alt("", INPUT_BACKSPACE, "", 0);
	assert_alt("", 'd', "", 0);
}

static void
jamo_that_arrive_one_by_one_are_composed(void **state)
{
	(void)state;
	assert_typed("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "한", 3);
	assert_typed("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab⌫", "", 0);
}

/* They come one code point after the other, the joiner with nothing behind it yet. */
static void
joined_emoji_are_one_character(void **state)
{
	(void)state;
	assert_typed("+👩‍💻", "+👩‍💻", 12);
	assert_typed("+👩‍👩‍👧‍👦x", "+👩‍👩‍👧‍👦x", 27);
	assert_typed("+👩‍💻⌫", "+", 1);
	assert_typed("👍🏽❤️1️⃣", "👍🏽❤️1️⃣", 21);
	assert_typed("가\u200d나", "가나", 6);
	assert_typed("👩\u200d←→💻", "👩💻", 8);
}

static void
controls_and_invisible_characters_do_not_enter(void **state)
{
	(void)state;
	assert_typed("a\x02\x0e\xc2\x9b" "b\xe2\x80\xae", "ba", 1);
}

static void
a_paste_is_one_line_of_text(void **state)
{
	struct prompt p = { 0 };

	(void)state;
	prompt_open(&p, "", STR_NONE);
	(void)prompt_key(&p, INPUT_PASTE_BEGIN);
	assert_int_equal(type(&p, "a\r\033b\tc\003"), PROMPT_GOES_ON);
	(void)prompt_key(&p, INPUT_PASTE_END);
	assert_str(buf_str(&p.text), "a b c");
	assert_int_equal(type(&p, "\r"), PROMPT_DONE);
	assert_int_equal(type(&p, "\033"), PROMPT_CANCELLED);
	assert_int_equal(type(&p, "\t"), PROMPT_COMPLETE);
	prompt_free(&p);
}

static void
the_word_at_the_cursor_can_be_replaced(void **state)
{
	struct prompt p = { 0 };

	(void)state;
	prompt_open(&p, "", str_lit("+ai -통 x"));
	(void)type(&p, "←←");
	assert_str(prompt_word(&p), "-통");
	prompt_put(&p, strlen("+ai "), str_lit("-통신"));
	assert_str(buf_str(&p.text), "+ai -통신 x");
	assert_str(prompt_word(&p), "-통신");
	prompt_free(&p);
}

static void
a_long_line_scrolls_and_leaves_room_for_the_input_method(void **state)
{
	struct screen s = { 0 };
	struct prompt p = { 0 };
	struct buf got = { 0 };

	(void)state;
	screen_resize(&s, 1, 20);
	prompt_open(&p, "찾기: ", STR_NONE);
	for (int i = 0; i < 30; i++) {
		(void)type(&p, i % 3 ? "글" : "a");
		screen_clear(&s);
		prompt_draw(&p, &s, (struct screen_box){ 0, 0, 1, 20 });
		assert_true(s.cursor_col <= 18);
		assert_int_equal(screen_at(&s, 0, s.cursor_col)->n, 0);
	}
	screen_text(&s, &got);
	assert_str(buf_str(&got), "찾기: 글a글글a글글\n");
	assert_int_equal(s.cursor_col, 18);
	for (int i = 0; i < 29; i++)
		(void)type(&p, "←");
	screen_clear(&s);
	prompt_draw(&p, &s, (struct screen_box){ 0, 0, 1, 20 });
	buf_clear(&got);
	screen_text(&s, &got);
	assert_int_equal(s.cursor_col, 7);
	buf_free(&got);
	prompt_free(&p);
	screen_free(&s);
}

static void
a_label_that_is_cut_does_not_touch_what_is_typed(void **state)
{
	struct screen s = { 0 };
	struct prompt p = { 0 };
	struct buf got = { 0 };

	(void)state;
	screen_resize(&s, 1, 20);
	prompt_open(&p, "#아주/긴/태그, 새 이름: ", str_lit("go"));
	prompt_draw(&p, &s, (struct screen_box){ 0, 0, 1, 20 });
	screen_text(&s, &got);
	assert_str(buf_str(&got), "#아주/…: go\n");
	buf_free(&got);
	prompt_free(&p);
	screen_free(&s);
}

static void
a_line_has_a_cap(void **state)
{
	struct prompt p = { 0 };

	(void)state;
	prompt_open(&p, "", STR_NONE);
	for (int i = 0; i < PROMPT_MAX; i++)
		(void)prompt_key(&p, 0xac00);
	assert_true(p.text.n <= PROMPT_MAX);
	assert_int_equal(p.at, p.text.n);
	assert_int_equal(p.text.n % 3, 0);
	prompt_free(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(editing_goes_by_whole_characters),
		cmocka_unit_test(alt_goes_by_words),
		cmocka_unit_test(jamo_that_arrive_one_by_one_are_composed),
		cmocka_unit_test(joined_emoji_are_one_character),
		cmocka_unit_test(controls_and_invisible_characters_do_not_enter),
		cmocka_unit_test(a_paste_is_one_line_of_text),
		cmocka_unit_test(the_word_at_the_cursor_can_be_replaced),
		cmocka_unit_test(a_long_line_scrolls_and_leaves_room_for_the_input_method),
		cmocka_unit_test(a_label_that_is_cut_does_not_touch_what_is_typed),
		cmocka_unit_test(a_line_has_a_cap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
