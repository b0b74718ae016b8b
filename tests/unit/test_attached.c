#include "unit.h"

#include "worker/attached.h"

static struct buf out;

static int
teardown(void **state)
{
	(void)state;
	buf_free(&out);
	return 0;
}

/* What becomes of body with files; "" where nothing is added. */
static const char *
attached(const char *body, bool is_text, const struct enclosure *files, size_t n)
{
	struct enclosure copy[8];
	const struct post post = { .enclosures = copy, .n_enclosures = n };

	memcpy(copy, files, n * sizeof *files);
	buf_clear(&out);
	return attached_add(&out, str_of(body), is_text, &post) ? buf_cstr(&out) : "";
}

#define FILE_OF(address, kind) ((struct enclosure){ .url = str_lit(address), .type = str_lit(kind), .length = -1 })

static void
what_is_heard_or_seen_stands_behind_the_text(void **state)
{
	const struct enclosure files[] = { FILE_OF("http://a.kr/1.mp3?a=1&b=2", "audio/mpeg"), FILE_OF("http://a.kr/2", "video/mp4") };

	(void)state;
	assert_string_equal(attached("<p>x</p>", false, files, 2),
		"<p>x</p><audio src=\"http://a.kr/1.mp3?a=1&amp;b=2\"></audio><audio src=\"http://a.kr/2\"></audio>");
	assert_string_equal(attached("x", true, files, 2), "x\n\nhttp://a.kr/1.mp3?a=1&b=2\n\nhttp://a.kr/2");
	assert_string_equal(attached("", false, files, 1), "<audio src=\"http://a.kr/1.mp3?a=1&amp;b=2\"></audio>");
}

static void
of_a_type_that_says_nothing_the_end_of_the_address_counts(void **state)
{
	const struct enclosure files[] = { FILE_OF("http://a.kr/1.MP3?x", ""), FILE_OF("http://a.kr/2.m4a", "application/octet-stream") };
	const struct enclosure others[] = { FILE_OF("http://a.kr/1.jpg", "image/jpeg"), FILE_OF("http://a.kr/1.pdf", ""),
		FILE_OF("http://a.kr/1.mp3", "text/html"), FILE_OF("javascript:1.mp3", "audio/mpeg"), FILE_OF("", "audio/mpeg"), FILE_OF("mp3", "") };

	(void)state;
	assert_string_equal(attached("x", true, files, 2), "x\n\nhttp://a.kr/1.MP3?x\n\nhttp://a.kr/2.m4a");
	assert_string_equal(attached("x", true, others, 6), "");
}

/* Markup writes the parameters of an address in another way. */
static void
what_the_text_has_already_is_not_said_again(void **state)
{
	const struct enclosure file[] = { FILE_OF("http://a.kr/1.mp3?a=1&b=2", "audio/mpeg") };
	const struct enclosure twice[] = { FILE_OF("http://a.kr/1.mp3?q=1", "audio/mpeg"), FILE_OF("http://a.kr/1.mp3?q=2", "audio/mpeg") };

	(void)state;
	assert_string_equal(attached("<audio src=\"http://a.kr/1.mp3?a=1&amp;b=2\">", false, file, 1), "");
	assert_string_equal(attached("x", true, twice, 2), "x\n\nhttp://a.kr/1.mp3?q=1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(what_is_heard_or_seen_stands_behind_the_text, teardown),
		cmocka_unit_test_teardown(of_a_type_that_says_nothing_the_end_of_the_address_counts, teardown),
		cmocka_unit_test_teardown(what_the_text_has_already_is_not_said_again, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
