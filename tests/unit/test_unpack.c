/* Packed bodies: whole, several, cut, too large, and what they say wrongly of themselves. */
#include "unit.h"

#include <zlib.h>

#include "text/unpack.h"

enum { GZIP = 16, RAW = -1, ZLIB = 1, MOST = 1 << 20 };

/* As zlib packs it; how: GZIP, RAW or ZLIB. */
static void
pack(struct buf *out, struct str text, int how)
{
	z_stream z = { .next_in = (Bytef *)(uintptr_t)text.p, .avail_in = (uInt)text.n };
	int bits = how == RAW ? -MAX_WBITS : how == GZIP ? MAX_WBITS + GZIP : MAX_WBITS;
	uLong most;

	assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
	most = deflateBound(&z, text.n);
	z.next_out = (Bytef *)buf_reserve(out, most);
	z.avail_out = (uInt)most;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	out->n += z.total_out;
	deflateEnd(&z);
}

static struct buf
packed(struct str text, int how)
{
	struct buf b = { 0 };

	pack(&b, text, how);
	b.max = MOST;
	return b;
}

static struct buf
some_text(size_t n)
{
	struct buf b = { 0 };

	buf_reserve(&b, 0);
	for (int i = 0; b.n < n; i++)
		buf_printf(&b, "<item><title>소식 %d</title></item>\n", i);
	buf_truncate(&b, n);
	return b;
}

static void
unpack_gives_what_was_packed(void **state)
{
	static const struct {
		int how;
		enum unpack_coding coding;
	} ways[] = { { GZIP, UNPACK_GZIP }, { ZLIB, UNPACK_DEFLATE }, { RAW, UNPACK_DEFLATE } };
	static const size_t sizes[] = { 0, 1, 100, 70000, MOST };

	(void)state;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
			struct buf text = some_text(sizes[k]), b = packed(buf_str(&text), ways[i].how);

			assert_int_equal(unpack(&b, ways[i].coding), UNPACK_WHOLE);
			assert_true(str_eq(buf_str(&b), buf_str(&text)));
			assert_int_equal(b.p[b.n], 0);
			buf_free(&text);
			buf_free(&b);
		}
}

static void
unpack_leaves_what_is_not_packed(void **state)
{
	struct buf b = BUF_CAPPED(MOST);

	(void)state;
	assert_int_equal(unpack(&b, UNPACK_GZIP), UNPACK_WHOLE);
	assert_int_equal(b.n, 0);
	buf_puts(&b, "<rss/>");
	assert_int_equal(unpack(&b, UNPACK_NONE), UNPACK_WHOLE);
	assert_str(buf_str(&b), "<rss/>");
	assert_int_equal(unpack(&b, UNPACK_GZIP), UNPACK_BROKEN);
	assert_int_equal(b.n, 0);
	buf_free(&b);
}

/* A gzip of several says at its end how large the last one is. */
static void
unpack_joins_several_and_leaves_out_what_is_behind(void **state)
{
	struct buf text = some_text(50000), b = packed(buf_str(&text), GZIP);

	(void)state;
	pack(&b, str_lit("and more"), GZIP);
	buf_puts(&text, "and more");
	buf_puts(&b, "\r\n\r\n");
	assert_int_equal(unpack(&b, UNPACK_GZIP), UNPACK_WHOLE);
	assert_true(str_eq(buf_str(&b), buf_str(&text)));
	buf_free(&text);
	buf_free(&b);
}

/* The same without the last n bytes. */
static struct buf
cut(const struct buf *whole, size_t n)
{
	struct buf b = BUF_CAPPED(MOST);

	buf_add(&b, str_sub(buf_str(whole), 0, whole->n - n));
	return b;
}

/* How many bytes of sums and sizes stand behind what is packed. */
static size_t
behind(int how)
{
	return how == GZIP ? 8 : how == ZLIB ? 4 : 0;
}

/* Wherever it was cut, what came is read; no part is taken for the whole. */
static void
unpack_reads_what_came_of_what_was_cut(void **state)
{
	static const int ways[] = { GZIP, ZLIB, RAW };
	struct buf text = some_text(3000);

	(void)state;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct buf whole = packed(buf_str(&text), ways[i]);
		size_t last = 0;

		for (size_t n = whole.n - 1; n > 0; n--) {
			struct buf b = cut(&whole, n);
			enum unpacked rc = unpack(&b, ways[i] == GZIP ? UNPACK_GZIP : UNPACK_DEFLATE);

			assert_int_equal(rc, n <= behind(ways[i]) ? UNPACK_WHOLE : b.n ? UNPACK_CUT : UNPACK_BROKEN);
			assert_true(b.n <= text.n && !memcmp(b.p ? b.p : "", text.p, b.n));
			assert_true(rc != UNPACK_WHOLE || b.n == text.n);
			assert_true(b.n >= last);
			last = b.n;
			buf_free(&b);
		}
		assert_true(last > text.n - 300);
		buf_free(&whole);
	}
	buf_free(&text);
}

static void
unpack_reads_the_first_of_several_when_the_second_is_cut(void **state)
{
	struct buf text = some_text(5000), b = packed(buf_str(&text), GZIP);

	(void)state;
	pack(&b, buf_str(&text), GZIP);
	buf_truncate(&b, b.n - 100);
	assert_int_equal(unpack(&b, UNPACK_GZIP), UNPACK_CUT);
	assert_true(str_starts(buf_str(&b), buf_cstr(&text)));
	assert_true(b.n > text.n);
	buf_free(&text);
	buf_free(&b);
}

static void
unpack_refuses_what_is_damaged(void **state)
{
	struct buf text = some_text(3000), whole = packed(buf_str(&text), GZIP);

	(void)state;
	for (size_t i = 0; i < whole.n; i++) {
		struct buf b = cut(&whole, 0);
		enum unpacked rc;

		b.p[i] ^= 16;
		rc = unpack(&b, UNPACK_GZIP);
		if (rc == UNPACK_WHOLE)
			assert_true(str_eq(buf_str(&b), buf_str(&text))); /* it was in the time or the like */
		else
			assert_true(rc == UNPACK_BROKEN || rc == UNPACK_CUT); /* that may be how long it looks now */
		buf_free(&b);
	}
	buf_free(&text);
	buf_free(&whole);
}

static void
unpack_stops_at_the_limit(void **state)
{
	struct buf text = some_text(MOST + 1), b = packed(buf_str(&text), GZIP), zlib = packed(buf_str(&text), ZLIB), two = packed(buf_str(&text), GZIP);

	struct buf bare = cut(&b, 8);

	(void)state;
	pack(&two, str_lit("small"), GZIP);
	assert_int_equal(unpack(&b, UNPACK_GZIP), UNPACK_LARGE);
	assert_int_equal(unpack(&zlib, UNPACK_DEFLATE), UNPACK_LARGE);
	assert_int_equal(unpack(&two, UNPACK_GZIP), UNPACK_LARGE);
	assert_int_equal(unpack(&bare, UNPACK_GZIP), UNPACK_LARGE); /* without its end, too */
	assert_int_equal(b.n + zlib.n + two.n + bare.n, 0);
	buf_free(&bare);
	buf_free(&text);
	buf_free(&b);
	buf_free(&zlib);
	buf_free(&two);
}

static void
unpack_knows_the_names(void **state)
{
	enum unpack_coding coding = UNPACK_NONE;

	(void)state;
	assert_true(unpack_coding(str_lit("GZip"), &coding));
	assert_int_equal(coding, UNPACK_GZIP);
	assert_true(unpack_coding(str_lit("deflate"), &coding));
	assert_int_equal(coding, UNPACK_DEFLATE);
	assert_false(unpack_coding(str_lit("br"), &coding));
	assert_false(unpack_coding(str_lit("utf-8"), &coding));
}

static void
unpack_content_is_the_same_at_another_time(void **state)
{
	struct buf a = packed(str_lit("소식"), GZIP), b = packed(str_lit("소식"), GZIP);

	(void)state;
	b.p[4] = 'x'; /* MTIME */
	assert_false(str_eq(buf_str(&a), buf_str(&b)));
	assert_true(str_eq(unpack_content(buf_str(&a), UNPACK_GZIP), unpack_content(buf_str(&b), UNPACK_GZIP)));
	assert_false(str_eq(unpack_content(buf_str(&a), UNPACK_NONE), unpack_content(buf_str(&b), UNPACK_NONE)));
	buf_free(&a);
	buf_free(&b);
}

/* That of the body before, or its own where that is too small. */
static void
unpack_into_takes_the_room_that_is_there(void **state)
{
	static const struct {
		size_t n;
		bool fits;
	} texts[] = { { 9000, true }, { 20000, false } };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buf text = some_text(texts[i].n), b = packed(buf_str(&text), GZIP), room = { 0 };
		const char *there = buf_reserve(&room, 10000);

		assert_int_equal(unpack_into(&b, UNPACK_GZIP, &room), UNPACK_WHOLE);
		assert_true(str_eq(buf_str(&b), buf_str(&text)));
		assert_int_equal(b.p == there, texts[i].fits);
		assert_int_equal(room.p == NULL, texts[i].fits);
		buf_free(&text);
		buf_free(&b);
		buf_free(&room);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unpack_gives_what_was_packed),
		cmocka_unit_test(unpack_leaves_what_is_not_packed),
		cmocka_unit_test(unpack_joins_several_and_leaves_out_what_is_behind),
		cmocka_unit_test(unpack_reads_what_came_of_what_was_cut),
		cmocka_unit_test(unpack_reads_the_first_of_several_when_the_second_is_cut),
		cmocka_unit_test(unpack_refuses_what_is_damaged),
		cmocka_unit_test(unpack_stops_at_the_limit),
		cmocka_unit_test(unpack_knows_the_names),
		cmocka_unit_test(unpack_content_is_the_same_at_another_time),
		cmocka_unit_test(unpack_into_takes_the_room_that_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
