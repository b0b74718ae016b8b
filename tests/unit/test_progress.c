#include "unit.h"

#include "sync/progress.h"

static void
progress_reads_what_it_wrote(void **state)
{
	struct progress line = { .kind = PROGRESS_FEED, .done = 3, .total = 40, .outcome = "ok", .feed_id = 7, .added = 2,
		.changed = 1, .text = str_lit("지식 나무") };
	struct progress end = { .kind = PROGRESS_END, .total = 40, .failed = 1, .added = 20, .changed = 4 };
	struct progress post = { .kind = PROGRESS_POST, .done = 1, .total = 2, .outcome = "failed", .post_id = 17, .letters = 900,
		.pages = 3, .text = str_lit("404") };
	struct progress got;
	struct buf out = { 0 };

	(void)state;
	progress_write(&out, &line);
	assert_str(buf_str(&out), "feed\t3\t40\tok\t7\t2\t1\t지식 나무\n");
	assert_true(progress_read(buf_str(&out), &got));
	assert_int_equal(got.kind, PROGRESS_FEED);
	assert_int_equal(got.done, 3);
	assert_int_equal(got.total, 40);
	assert_string_equal(got.outcome, "ok");
	assert_int_equal(got.feed_id, 7);
	assert_int_equal(got.added, 2);
	assert_int_equal(got.changed, 1);
	assert_str(got.text, "지식 나무");
	buf_clear(&out);
	progress_write(&out, &post);
	assert_true(progress_read(buf_str(&out), &got));
	assert_int_equal(got.kind, PROGRESS_POST);
	assert_int_equal(got.post_id, 17);
	assert_int_equal(got.letters, 900);
	assert_int_equal(got.pages, 3);
	assert_string_equal(got.outcome, "failed");
	assert_str(got.text, "404");
	buf_clear(&out);
	progress_write(&out, &end);
	assert_str(buf_str(&out), "end\t40\t1\t20\t4\n");
	assert_true(progress_read(str_sub(buf_str(&out), 0, out.n - 1), &got));
	assert_int_equal(got.kind, PROGRESS_END);
	assert_int_equal(got.failed, 1);
	assert_int_equal(got.changed, 4);
	buf_free(&out);
}

static void
progress_tells_the_steps_behind_the_feeds(void **state)
{
	struct progress texts = { .kind = PROGRESS_TEXTS, .done = 12, .total = 40 }, index = { .kind = PROGRESS_INDEX, .total = 300 };
	struct progress got;
	struct buf out = { 0 };

	(void)state;
	progress_write(&out, &texts);
	assert_str(buf_str(&out), "texts\t12\t40\n");
	assert_true(progress_read(buf_str(&out), &got));
	assert_int_equal(got.kind, PROGRESS_TEXTS);
	assert_int_equal(got.done, 12);
	assert_int_equal(got.total, 40);
	buf_clear(&out);
	progress_write(&out, &index);
	assert_true(progress_read(buf_str(&out), &got));
	assert_int_equal(got.kind, PROGRESS_INDEX);
	assert_int_equal(got.total, 300);
	buf_free(&out);
}

static void
progress_tells_what_is_good_to_know(void **state)
{
	struct progress remark = { .kind = PROGRESS_REMARK, .text = str_lit("옮긴 피드\t1개\n") }, got;
	struct buf out = { 0 };

	(void)state;
	progress_write(&out, &remark);
	assert_str(buf_str(&out), "remark\t옮긴 피드 1개\n");
	assert_true(progress_read(buf_str(&out), &got));
	assert_int_equal(got.kind, PROGRESS_REMARK);
	assert_str(got.text, "옮긴 피드 1개");
	assert_false(progress_read(str_lit("remark\ta\tb\n"), &got));
	buf_free(&out);
}

static void
progress_text_has_neither_tabs_nor_escapes(void **state)
{
	struct progress line = { .kind = PROGRESS_FEED, .outcome = "failed", .text = str_lit("a\tb\nc\x1b[31md") };
	struct buf out = { 0 };

	(void)state;
	progress_write(&out, &line);
	assert_str(buf_str(&out), "feed\t0\t0\tfailed\t0\t0\t0\ta b cd\n");
	buf_free(&out);
}

static void
progress_refuses_other_lines(void **state)
{
	static const char *const lines[] = {
		"", "feed", "feed\t1\t2\tok", "feed\t1\t2\tfine\t3\t4\t5\tname", "feed\t-1\t2\tok\t3\t4\t5\tname",
		"feed\t1\t2\tok\t3\t4\t5\tna\tme", "end\t1\t2\t3", "end\t1\t2\t3\t4\t5", "sosik: trouble", "texts\t1", "index\t1\t2\t3",
	};
	struct progress got;

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		assert_false(progress_read(str_of(lines[i]), &got));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(progress_reads_what_it_wrote),
		cmocka_unit_test(progress_tells_the_steps_behind_the_feeds),
		cmocka_unit_test(progress_tells_what_is_good_to_know),
		cmocka_unit_test(progress_text_has_neither_tabs_nor_escapes),
		cmocka_unit_test(progress_refuses_other_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
