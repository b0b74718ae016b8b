#include "unit.h"

#include "text/entity.h"
#include "text/entity_table.h"

static void
names_of_html_are_found(void **state)
{
	(void)state;
	assert_str(entity_find(str_lit("nbsp")), "\u00a0");
	assert_str(entity_find(str_lit("hellip")), "…");
	assert_str(entity_find(str_lit("Alpha")), "Α");
	assert_str(entity_find(str_lit("alpha")), "α");
	assert_str(entity_find(str_lit("AElig")), "Æ");
	assert_str(entity_find(str_lit("zwnj")), "\u200c");
	assert_str(entity_find(str_lit("CounterClockwiseContourIntegral")), "∳");
	assert_str(entity_find(str_lit("NotEqualTilde")), "≂̸");
	assert_str(entity_find(str_lit("amp")), "&");
	assert_str(entity_find(str_lit("nbs")), "");
	assert_str(entity_find(str_lit("NBSP")), "");
	assert_str(entity_find(str_lit("")), "");
}

static void
every_name_of_the_table_is_found(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t at = 0; at < entity_table_size; at += strlen(entity_table + at) + 1, n++) {
		struct str entry = str_of(entity_table + at);
		size_t end = strcspn(entry.p, ";!");

		assert_true(entity_find(str_sub(entry, 0, end)).p == entry.p + end + 1);
	}
	assert_int_equal(n, 2125);
}

static void
references_are_decoded_as_html_does(void **state)
{
	static const char *const rows[][2] = {
		{ "a &amp; b &lt;i&gt;", "a & b <i>" },
		{ "&#44032;&#xac01;&#XAC02;", "가각갂" },
		{ "&#146;&#x80;", "’€" },
		{ "x&#0;&#1;&#x110000;&#xd800;&#xffff;&#99999999999;y", "xy" },
		{ "&#55357;&#56832; &#xD83D;&#xde00;", "😀 😀" },
		{ "x&#56832;&#55357;&#55357; &#56832;&#55357;y", "x y" },
		{ "AT&T &unknown; & &; &#; &#x;", "AT&T &unknown; & &; &#; &#x;" },
		{ "&copy 2025 &nbsp", "© 2025 \u00a0" },
		{ "?a=1&copy=2&reg2", "?a=1&copy=2&reg2" },
		{ "&alpha x", "&alpha x" },
		{ "&amp;quot;", "&quot;" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&out);
		entity_decode(&out, str_of(rows[i][0]));
		assert_str(buf_str(&out), rows[i][1]);
	}
	buf_free(&out);
}

static void
halves_of_letters_are_joined(void **state)
{
	static const char *const rows[][2] = {
		{ "", "" }, { "&#", "&#" }, { "가&#55357;&#56832;나&#x1F600;&#xd83d;&#xDE00;", "가😀나&#x1F600;😀" },
		{ "&#55357;&#55357;&#56832;&amp;", "&#55357;😀&amp;" }, { "&#55357; &#56832;", "&#55357; &#56832;" },
		{ "&#55357;&#56832", "&#55357;&#56832" }, { "a & b", "a & b" },
	};
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&text);
		buf_puts(&text, rows[i][0]);
		entity_join_halves(&text);
		assert_str(buf_str(&text), rows[i][1]);
	}
	buf_free(&text);
}

static void
escaping_is_undone_by_decoding(void **state)
{
	struct buf escaped = { 0 }, out = { 0 };

	(void)state;
	entity_escape(&escaped, str_lit("<a href=\"?x&y\">소식</a>"));
	assert_str(buf_str(&escaped), "&lt;a href=&quot;?x&amp;y&quot;&gt;소식&lt;/a&gt;");
	entity_decode(&out, buf_str(&escaped));
	assert_str(buf_str(&out), "<a href=\"?x&y\">소식</a>");
	buf_free(&escaped);
	buf_free(&out);
}

static void
special_letters_are_escaped_at_every_place(void **state)
{
	static const struct {
		char letter;
		const char *escaped;
	} all[] = { { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" }, { '\'', "'" }, { '=', "=" }, { ':', ":" }, { '\xbc', "\xbc" } };
	const char *const text = "소식을 eight at a time";

	(void)state;
	for (size_t at = 0; at <= strlen(text); at++)
		for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
			struct buf plain = { 0 }, want = { 0 }, got = { 0 };

			(void)buf_printf(&plain, "%.*s%c%s", (int)at, text, all[i].letter, text + at);
			(void)buf_printf(&want, "%.*s%s%s", (int)at, text, all[i].escaped, text + at);
			entity_escape(&got, buf_str(&plain));
			assert_str(buf_str(&got), want.p);
			buf_free(&plain);
			buf_free(&want);
			buf_free(&got);
		}
}

static void
a_capped_buffer_takes_what_has_room(void **state)
{
	struct buf fits = BUF_CAPPED(6), small = BUF_CAPPED(5);

	(void)state;
	entity_escape(&fits, str_lit("a<b"));
	assert_str(buf_str(&fits), "a&lt;b");
	assert_false(fits.full);
	entity_escape(&small, str_lit("a<b"));
	assert_str(buf_str(&small), "a&lt;");
	assert_true(small.full);
	buf_free(&fits);
	buf_free(&small);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_html_are_found),
		cmocka_unit_test(every_name_of_the_table_is_found),
		cmocka_unit_test(special_letters_are_escaped_at_every_place),
		cmocka_unit_test(a_capped_buffer_takes_what_has_room),
		cmocka_unit_test(references_are_decoded_as_html_does),
		cmocka_unit_test(halves_of_letters_are_joined),
		cmocka_unit_test(escaping_is_undone_by_decoding),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
