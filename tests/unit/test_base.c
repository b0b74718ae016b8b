#include "unit.h"

#include "base/arena.h"
#include "base/block.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/ids.h"
#include "base/map.h"
#include "base/num.h"
#include "base/nh.h"
#include "base/siphash.h"
#include "base/vec.h"
#include "text/opts.h"

static void
str_cuts_and_trims(void **state)
{
	struct str head, tail, rest = str_lit("one\r\n\ntwo"), line;

	(void)state;
	assert_true(str_cut(str_lit("소식=blog=x"), '=', &head, &tail));
	assert_str(head, "소식");
	assert_str(tail, "blog=x");
	assert_false(str_cut(str_lit(""), '=', &head, &tail));
	assert_str(str_trim(str_lit(" \t a b \n")), "a b");
	assert_true(str_line(&rest, &line));
	assert_str(line, "one");
	assert_true(str_line(&rest, &line));
	assert_str(line, "");
	assert_true(str_line(&rest, &line));
	assert_str(line, "two");
	assert_false(str_line(&rest, &line));
	assert_int_equal(str_find(str_lit("abc"), str_lit("c")), 2);
	assert_int_equal(str_find(str_lit("abc"), str_lit("d")), 3);
}

static void
str_compares_whatever_is_empty(void **state)
{
	(void)state;
	assert_true(str_is(STR_NONE, "") && str_is(STR_NONE, NULL) && str_is_icase(STR_NONE, ""));
	assert_false(str_is(STR_NONE, "a") || str_is(str_lit("a"), "") || str_is(str_lit("a"), NULL) || str_is_icase(STR_NONE, "a"));
	assert_true(str_starts(STR_NONE, "") && str_starts(str_lit("ab"), "") && str_starts_icase(str_lit("Ab"), "aB"));
	assert_false(str_starts(STR_NONE, "a") || str_starts(str_lit("a"), "ab") || str_starts_icase(str_lit("a"), "ab"));
}

/* Short needles are looked for in another way than long ones. */
static void
str_finds_needles_of_any_length(void **state)
{
	char text[100];

	(void)state;
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = i % 7 ? 'a' : 'b';
	text[sizeof text - 1] = 'c';
	for (size_t n = 1; n < sizeof text; n++) {
		struct str s = str_new(text, sizeof text), end = str_sub(s, s.n - n, s.n);

		assert_int_equal(str_find(s, end), s.n - n);
		assert_int_equal(str_find(str_sub(s, 0, s.n - 1), end), s.n - 1);
		assert_int_equal(str_find(end, s), n);
	}
}

static void
str_is_folded_at_every_place(void **state)
{
	static const char blanks[] = "\t\n\v\f\r";

	(void)state;
	for (size_t at = 0; at < 30; at++) {
		char text[] = "가 ab, 나다 efgh 라 ijkl 마바사 mn op";
		struct str s = str_of(text);

		assert_true(str_is_folded(s));
		text[at] = blanks[at % 5];
		assert_false(str_is_folded(s));
		text[at] = text[at + 1] = ' ';
		assert_false(str_is_folded(s));
		assert_false(str_is_folded(str_sub(s, 0, at + 2)));
	}
	assert_true(str_is_folded(str_lit("\b \x0e \xa0 \x89")));
	assert_true(str_is_folded(STR_NONE));
}

static void
str_is_ascii_to_the_last_byte(void **state)
{
	char text[30];

	(void)state;
	for (size_t n = 0; n < sizeof text; n++)
		for (size_t at = 0; at < n; at++) {
			memset(text, 0x7f, sizeof text);
			assert_true(str_is_ascii(str_new(text, n)));
			text[at] = (char)0x80;
			assert_false(str_is_ascii(str_new(text, n)));
		}
}

static void
buf_refuses_past_its_cap(void **state)
{
	struct buf b = BUF_CAPPED(4);

	(void)state;
	assert_int_equal(buf_puts(&b, "abcd"), 0);
	assert_int_equal(buf_putc(&b, 'e'), -1);
	assert_true(b.full);
	assert_str(buf_str(&b), "abcd");
	assert_int_equal(b.p[b.n], 0);
	buf_free(&b);
}

/* Whole or not at all, at every length beside the room there is. */
static void
buf_writes_numbers_as_printf_does(void **state)
{
	static const int64_t numbers[] = { 0, 7, -1, 10, 99, 100, 15000, -15000, INT32_MAX, INT64_MAX, INT64_MIN, INT64_MIN + 1 };
	struct buf own = { 0 }, printed = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		assert_int_equal(buf_number(&own, numbers[i]), 0);
		assert_int_equal(buf_printf(&printed, "%lld", (long long)numbers[i]), 0);
	}
	assert_str(buf_str(&own), buf_cstr(&printed));
	buf_free(&own);
	buf_free(&printed);
}

static void
buf_prints_whole_or_refuses(void **state)
{
	(void)state;
	for (int n = 0; n < 200; n++) {
		struct buf b = { 0 }, capped = BUF_CAPPED(101);

		for (int times = 1; times <= 3; times++) {
			assert_int_equal(buf_printf(&b, "%0*d|", n, 7), 0);
			assert_int_equal(b.n, (size_t)times * (n > 1 ? (size_t)n + 1 : 2));
			assert_int_equal(b.p[b.n - 1], '|');
			assert_int_equal(b.p[b.n], 0);
		}
		assert_int_equal(buf_puts(&capped, "a"), 0);
		assert_int_equal(buf_printf(&capped, "%0*d", n, 7), n <= 100 ? 0 : -1);
		assert_int_equal(capped.full, n > 100);
		assert_int_equal(capped.n, n > 100 ? 1 : n ? 1 + n : 2);
		assert_int_equal(capped.p[capped.n], 0);
		buf_free(&b);
		buf_free(&capped);
	}
}

static void
arena_gives_zeroed_aligned_memory(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 1; i < 3000; i++) {
		char *p = arena_alloc(&a, i);

		assert_int_equal((uintptr_t)p % 16, 0);
		assert_int_equal(p[0] | p[i - 1], 0);
		memset(p, 0xff, i);
	}
	assert_str(arena_printf(&a, "%d-%s", 7, "x"), "7-x");
	arena_reset(&a);
	assert_true(a.total <= 64 << 10);
	arena_free(&a);
}

static void
arena_goes_back_to_a_mark(void **state)
{
	struct arena a = { 0 };
	struct arena_mark none = arena_mark(&a), mark;
	struct str first, again;
	size_t total;

	(void)state;
	arena_back(&a, none);
	first = arena_dup(&a, str_lit("소식"));
	mark = arena_mark(&a);
	total = a.total;
	for (int i = 0; i < 100; i++)
		(void)arena_alloc(&a, 10000);
	assert_true(a.total > total);
	arena_back(&a, mark);
	assert_int_equal(a.total, total);
	assert_str(first, "소식");
	again = arena_dup(&a, str_lit("새글"));
	assert_str(first, "소식");
	assert_str(again, "새글");
	arena_back(&a, none);
	assert_int_equal(a.total, 0);
	assert_str(arena_dup(&a, str_lit("x")), "x");
	arena_free(&a);
}

static void
map_keeps_many_keys(void **state)
{
	struct map m = { 0 };
	struct arena a = { 0 };

	(void)state;
	for (long i = 1; i <= 5000; i++)
		*map_at(&m, arena_printf(&a, "key %ld", i)) = &a + i;
	for (long i = 1; i <= 5000; i++)
		assert_ptr_equal(map_find(&m, arena_printf(&a, "key %ld", i)), &a + i);
	assert_null(map_find(&m, str_lit("none")));
	assert_int_equal(m.n, 5000);
	map_free(&m);
	arena_free(&a);
}

/* Short ones stand in the map itself, from eight bytes on in two ways. */
static void
map_tells_keys_of_all_lengths_apart(void **state)
{
	static const char zeros[12];
	struct map m = { 0 };

	(void)state;
	for (size_t n = 0; n <= sizeof zeros; n++)
		*map_at(&m, str_new(zeros, n)) = &m + n;
	for (int64_t i = 1; i <= 5000; i++)
		*map_at(&m, map_number(&(int64_t){ i << 40 })) = &m + i;
	for (size_t n = 0; n <= sizeof zeros; n++)
		assert_ptr_equal(map_find(&m, str_new(zeros, n)), &m + n);
	for (int64_t i = 1; i <= 5000; i++)
		assert_ptr_equal(map_find(&m, map_number(&(int64_t){ i << 40 })), &m + i);
	assert_null(map_find(&m, map_number(&(int64_t){ 1 })));
	assert_int_equal(m.n, 5000 + sizeof zeros + 1);
	map_free(&m);
}

/* As Python has them under PYTHONHASHSEED=0, which is a key of zeros. */
static void
siphash_is_what_others_make_of_it(void **state)
{
	static const struct {
		struct str text;
		uint64_t hash;
	} known[] = {
		{ STR_INIT("a"), 0x407448d2b89b1813u },
		{ STR_INIT("sosik"), 0xf1e1fefed1d74f96u },
		{ STR_INIT("12345678"), 0x3489982430560a87u },
		{ STR_INIT("0123456789abcdef0123"), 0x560ed5360a9a319au },
		{ STR_INIT("소식을 전합니다"), 0xf33d98ab3d77640eu },
	};
	const unsigned char key[SIPHASH_KEY] = { 0 }, other[SIPHASH_KEY] = { 1 };

	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		for (size_t cut = 0; cut <= known[i].text.n; cut++) {
			struct siphash h, keyed;

			siphash_init(&h, key);
			siphash_add(&h, str_sub(known[i].text, 0, cut));
			siphash_add(&h, str_sub(known[i].text, cut, known[i].text.n));
			assert_true(siphash_end(h) == known[i].hash);
			siphash_init(&keyed, other);
			siphash_add(&keyed, known[i].text);
			assert_true(siphash_end(keyed) != known[i].hash);
		}
}

/* A number is its eight bytes, wherever it stands. */
static void
siphash_takes_numbers_as_bytes(void **state)
{
	const unsigned char key[SIPHASH_KEY] = { 3 };

	(void)state;
	for (size_t before = 0; before < 20; before++) {
		struct siphash number, bytes;

		siphash_init(&number, key);
		siphash_add(&number, str_sub(str_lit("01234567890123456789"), 0, before));
		bytes = number;
		siphash_add_number(&number, 0x0807060504030201u);
		siphash_add(&bytes, str_lit("\x01\x02\x03\x04\x05\x06\x07\x08"));
		siphash_add(&number, str_lit("end"));
		siphash_add(&bytes, str_lit("end"));
		assert_true(siphash_end(number) == siphash_end(bytes));
	}
}

static uint64_t
nh_of(unsigned char first, struct str text)
{
	const unsigned char key[SIPHASH_KEY] = { first };
	struct siphash h;
	struct nh nh;

	siphash_init(&h, key);
	nh_init(&nh, &h);
	nh_add_text(&h, &nh, text);
	return siphash_end(h);
}

/* Each byte counts, and where it stands, and the length, and the key. */
static void
nh_tells_texts_apart(void **state)
{
	char bytes[4 * NH_BYTES] = { 0 };

	(void)state;
	for (size_t n = 0; n < sizeof bytes; n += 7) {
		struct str text = str_new(bytes, n);
		uint64_t zeros = nh_of(1, text), before = zeros;

		assert_true(zeros == nh_of(1, text));
		assert_true(zeros != nh_of(2, text));
		assert_true(zeros != nh_of(1, str_new(bytes, n + 1)));
		for (size_t at = 0; at < n; at++) {
			uint64_t one;

			bytes[at] = 1;
			one = nh_of(1, text);
			bytes[at] = 0;
			assert_true(one != zeros && one != before);
			before = one;
		}
	}
}

static void
siphash_knows_where_a_text_ends(void **state)
{
	const unsigned char key[SIPHASH_KEY] = { 0 };
	struct siphash a, b;

	(void)state;
	siphash_init(&a, key);
	b = a;
	siphash_add_text(&a, str_lit("ab"));
	siphash_add_text(&a, str_lit("c"));
	siphash_add_text(&b, str_lit("a"));
	siphash_add_text(&b, str_lit("bc"));
	assert_true(siphash_end(a) != siphash_end(b));
}

static void
num_takes_nothing_but_numbers(void **state)
{
	int64_t n = -1;

	(void)state;
	assert_true(num_parse(str_lit("42"), 0, 100, &n));
	assert_int_equal(n, 42);
	assert_false(num_parse(str_lit("101"), 0, 100, &n));
	assert_false(num_parse(str_lit("4 "), 0, 100, &n));
	assert_false(num_parse(str_lit(""), 0, 100, &n));
	assert_false(num_parse(str_lit("99999999999999999999"), INT64_MIN, INT64_MAX, &n));
	assert_true(num_parse(str_lit("-9223372036854775808"), INT64_MIN, INT64_MAX, &n));
	assert_true(n == INT64_MIN);
}

static void
clock_counts_days_both_ways(void **state)
{
	struct tm tm;

	(void)state;
	for (int64_t t = -86400ll * 365 * 200; t < 86400ll * 365 * 200; t += 86400 * 13 + 3661) {
		clock_utc(t, &tm);
		assert_true(t == clock_from_utc(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec));
	}
}

static void
opts_reads_all_forms(void **state)
{
	bool is_quiet = false;
	const char *name = NULL;
	int64_t jobs = 0;
	struct opts_list tags = { 0 };
	const struct opts table[] = {
		{ "quiet", 'q', OPTS_FLAG, &is_quiet, NULL, "", 0, 0 },
		{ "name", 'n', OPTS_TEXT, &name, "N", "", 0, 0 },
		{ "jobs", 'j', OPTS_NUMBER, &jobs, "N", "", 1, 64 },
		{ "tag", 't', OPTS_LIST, &tags, "T", "", 0, 0 },
		{ 0 },
	};
	char *args[] = { "sync", "-qj4", "--name=x=y", "one", "-t", "ai", "-", "--tag", "통신", "--", "-q", "--jobs", NULL };
	char *bad[] = { "sync", "--jobs", "0", NULL };
	struct err err = { 0 };

	(void)state;
	assert_int_equal(opts_read(12, args, table, &err), 8);
	assert_string_equal(args[8], "one");
	assert_string_equal(args[9], "-");
	assert_string_equal(args[10], "-q");
	assert_string_equal(args[11], "--jobs");
	assert_true(is_quiet);
	assert_int_equal(jobs, 4);
	assert_string_equal(name, "x=y");
	assert_int_equal(tags.n, 2);
	assert_string_equal(tags.v[1], "통신");
	assert_int_equal(opts_read(3, bad, table, &err), -1);
	assert_int_equal(err.code, ERR_USAGE);
}

static void
check_ids(int64_t from, int64_t step, int n)
{
	struct ids ids = { 0 };

	for (int round = 0; round < 2; round++) {
		ids_clear(&ids);
		ids_settle(&ids);
		assert_false(ids_has(&ids, 0));
		for (int i = 0; i < n; i++)
			ids_add(&ids, from + i * 7 % n * step);
		ids_settle(&ids);
		assert_int_equal(ids.list.n, n);
		for (int i = 0; i < n; i++) {
			assert_true(ids_has(&ids, from + i * step));
			assert_false(ids_has(&ids, from + i * step + 1));
			assert_false(ids_has(&ids, from + i * step - 1));
		}
	}
	assert_false(ids_has(&ids, INT64_MAX));
	assert_false(ids_has(&ids, INT64_MIN));
	ids_free(&ids);
}

static void
ids_know_what_was_added(void **state)
{
	(void)state;
	check_ids(1, 2, 1);
	check_ids(1, 2, 1000);
	check_ids(5, 64, 300);
	check_ids(1, 1 << 20, 100); /* far apart */
	check_ids(INT64_MAX / 2, INT64_MAX / 400, 100);
}

static void
blocks_tell_each_byte_at_its_place(void **state)
{
	(void)state;
	for (int c = 0; c < 256; c++)
		for (size_t at = 0; at < BLOCK_BYTES; at++) {
			char text[BLOCK_BYTES + 1] = "................";

			text[at] = (char)c;
			block b = block_at(text);
			assert_int_equal(block_bits(b ^ block_at("................")) != 0, c >= 0x80);
			assert_int_equal(block_bits(block_is(b, (char)c)), c == '.' ? BLOCK_ALL : 1 << at);
			assert_int_equal(block_bits(block_is_from(b, 0xea, 0xed)), c >= 0xea && c <= 0xed ? 1 << at : 0);
			assert_int_equal(block_bits(block_is_from(b, 0, ' ')), c <= ' ' ? 1 << at : 0);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(str_cuts_and_trims),
		cmocka_unit_test(str_compares_whatever_is_empty),
		cmocka_unit_test(str_finds_needles_of_any_length),
		cmocka_unit_test(str_is_folded_at_every_place),
		cmocka_unit_test(str_is_ascii_to_the_last_byte),
		cmocka_unit_test(blocks_tell_each_byte_at_its_place),
		cmocka_unit_test(buf_refuses_past_its_cap),
		cmocka_unit_test(buf_writes_numbers_as_printf_does),
		cmocka_unit_test(buf_prints_whole_or_refuses),
		cmocka_unit_test(arena_gives_zeroed_aligned_memory),
		cmocka_unit_test(arena_goes_back_to_a_mark),
		cmocka_unit_test(map_keeps_many_keys),
		cmocka_unit_test(map_tells_keys_of_all_lengths_apart),
		cmocka_unit_test(siphash_is_what_others_make_of_it),
		cmocka_unit_test(siphash_takes_numbers_as_bytes),
		cmocka_unit_test(nh_tells_texts_apart),
		cmocka_unit_test(siphash_knows_where_a_text_ends),
		cmocka_unit_test(ids_know_what_was_added),
		cmocka_unit_test(num_takes_nothing_but_numbers),
		cmocka_unit_test(clock_counts_days_both_ways),
		cmocka_unit_test(opts_reads_all_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
