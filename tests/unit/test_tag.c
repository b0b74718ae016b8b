#include "unit.h"

#include "base/arena.h"
#include "base/err.h"
#include "text/tag.h"

static void
check_name(const char *typed, const char *want)
{
	struct buf name = { 0 };
	struct err err = { 0 };

	if (tag_name(&name, str_of(typed), &err) < 0)
		print_error("%s\n", err.text);
	assert_str(buf_str(&name), want);
	buf_free(&name);
}

static void
check_refused(const char *typed, const char *why)
{
	struct buf name = { 0 };
	struct err err = { 0 };

	assert_int_equal(tag_name(&name, str_of(typed), &err), -1);
	assert_int_equal(err.code, ERR_USAGE);
	assert_int_equal(name.n, 0);
	if (!strstr(err.text, why))
		fail_msg("no ‘%s’ in ‘%s’", why, err.text);
	buf_free(&name);
}

static void
any_letters_make_a_name(void **state)
{
	(void)state;
	check_name("ai", "ai");
	check_name("언어/rust", "언어/rust");
	check_name("\u110b\u1165\u11ab\u110b\u1165", "언어");
	check_name("C++", "C++");
	check_name("c#", "c#");
	check_name(".net", ".net");
	check_name("50%", "50%");
	check_name("\"q'\\", "\"q'\\");
	check_name("ＡＩ", "ＡＩ");
	check_name("🦀", "🦀");
	check_name("*nix", "*nix");
	check_name("c", "c");
	check_name("cc:dd", "cc:dd");
}

static void
what_is_no_name_is_refused_with_its_column(void **state)
{
	(void)state;
	check_refused("", "is empty");
	check_refused("가 나", "column 2: a tag has no space");
	check_refused("언어,ai", "column 3: a tag has no space");
	check_refused("a\u3000b", "column 2: a tag has no space");
	check_refused("a\u00a0b", "column 2: a tag has no space");
	check_refused("+a", "cannot begin with");
	check_refused("-a", "cannot begin with");
	check_refused("#a", "cannot begin with");
	check_refused("/a", "column 1: something is missing");
	check_refused("a/", "column 2: something is missing");
	check_refused("언어//b", "column 4: something is missing");
	check_refused("언어/*", "column 4: ‘*’ stands for any tag");
	check_refused("*", "column 1: ‘*’ stands for any tag");
	check_refused("c:Java", "is a category");
	check_refused("C:Java", "is a category");
	check_refused("a\033b", "cannot be shown");
	check_refused("a\u200bb", "cannot be shown");
	check_refused("\xff", "cannot be shown");
}

static void
a_name_has_so_many_letters_and_no_more(void **state)
{
	struct buf name = { 0 }, out = { 0 };

	(void)state;
	for (int i = 0; i < TAG_LETTERS; i++)
		(void)buf_puts(&name, "가");
	assert_int_equal(tag_name(&out, buf_str(&name), NULL), 0);
	(void)buf_puts(&name, "나");
	check_refused(buf_cstr(&name), "is longer than 128 letters");
	assert_int_equal(tag_fit(buf_str(&name)).n, TAG_LETTERS * strlen("가"));
	buf_clear(&name);
	for (int i = 0; i < TAG_LETTERS; i++) /* one letter each, five bytes long */
		(void)buf_puts(&name, "x\u0323\u0307");
	check_refused(buf_cstr(&name), "is longer than");
	buf_free(&name);
	buf_free(&out);
}

static void
check_key(const char *a, const char *b, bool is_same)
{
	struct buf one = { 0 }, other = { 0 };

	tag_key(&one, str_of(a));
	tag_key(&other, str_of(b));
	if (str_eq(buf_str(&one), buf_str(&other)) != is_same)
		fail_msg("‘%s’ and ‘%s’: %s, %s", a, b, buf_cstr(&one), buf_cstr(&other));
	buf_free(&one);
	buf_free(&other);
}

static void
names_are_equal_by_full_case_folding(void **state)
{
	(void)state;
	check_key("AI", "ai", true);
	check_key("언어/Rust", "언어/rUST", true);
	check_key("Straße", "STRASSE", true);
	check_key("ẞ", "ss", true);
	check_key("Ω", "\u2126", true);
	check_key("É", "e\u0301", true);
	check_key("İ", "i", false);
	check_key("ı", "i", false);
	check_key("ＡＩ", "ａｉ", true);
	check_key("ＡＩ", "AI", false);
	check_key("a-b", "a_b", false);
}

static void
categories_are_equal_however_their_words_are_joined(void **state)
{
	(void)state;
	assert_true(tag_is_category(str_lit("c:x")));
	assert_true(tag_is_category(str_lit("C:x")));
	assert_false(tag_is_category(str_lit("cx")));
	check_key("c:Machine Learning", "c:machine-learning", true);
	check_key("c:machine_learning", "C:Machine,  Learning", true);
	check_key("c:장애 회고", "c:장애-회고", true);
	check_key("c:장애회고", "c:장애 회고", false);
	check_key("c:C++", "c:c", false);
}

static void
a_name_that_was_kept_stays_one(void **state)
{
	struct buf out = { 0 };

	(void)state;
	assert_true(tag_keep(&out, str_lit("a//b")));
	assert_str(buf_str(&out), "a//b");
	assert_false(tag_keep(&out, str_lit("a b")));
	assert_false(tag_keep(&out, str_lit("a\033b")));
	assert_false(tag_keep(&out, str_lit("")));
	assert_str(buf_str(&out), "a//b");
	buf_free(&out);
}

static void
a_name_has_a_parent_and_a_leaf(void **state)
{
	(void)state;
	assert_str(tag_parent(str_lit("언어/rust/async")), "언어/rust");
	assert_str(tag_leaf(str_lit("언어/rust/async")), "async");
	assert_str(tag_parent(str_lit("ai")), "");
	assert_str(tag_leaf(str_lit("ai")), "ai");
	assert_true(tag_is_under(str_lit("언어/rust"), str_lit("언어")));
	assert_false(tag_is_under(str_lit("언어"), str_lit("언어")));
	assert_false(tag_is_under(str_lit("언어학"), str_lit("언어")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_letters_make_a_name),
		cmocka_unit_test(what_is_no_name_is_refused_with_its_column),
		cmocka_unit_test(a_name_has_so_many_letters_and_no_more),
		cmocka_unit_test(names_are_equal_by_full_case_folding),
		cmocka_unit_test(categories_are_equal_however_their_words_are_joined),
		cmocka_unit_test(a_name_that_was_kept_stays_one),
		cmocka_unit_test(a_name_has_a_parent_and_a_leaf),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
