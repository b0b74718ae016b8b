/* What a worker may take for a job, told from its bytes. */
#include "unit.h"

#include "base/buf.h"
#include "base/limits.h"
#include "sync/sync_packed.h"
#include "sync/sync_weight.h"

/* A feed of about so many bytes with posts of as many. */
static struct buf
feed_of(size_t bytes, size_t post, const char *end)
{
	struct buf b = { 0 };

	while (b.n < bytes) {
		buf_puts(&b, "<item><description><![CDATA[<p>");
		buf_fill(&b, 'x', post);
		buf_printf(&b, "</p>]]></description>%s\n", end);
	}
	return b;
}

static size_t
weight_of(size_t bytes, size_t post, const char *end)
{
	struct buf b = feed_of(bytes, post, end);
	size_t weight = sync_weight(RECORD_FEED, buf_str(&b));

	buf_free(&b);
	return weight;
}

static void
feeds_of_short_posts_go_side_by_side(void **state)
{
	(void)state;
	assert_true(2 * weight_of(1200 << 10, 4000, "</item>") <= WEIGHT_ALL);
	assert_true(2 * weight_of(1 << 20, 4000, "</entry>") <= WEIGHT_ALL);
	assert_true(2 * weight_of(1 << 20, 4000, "</atom:entry>") <= WEIGHT_ALL);
	assert_true(2 * weight_of(1 << 20, 4000, "</rss:item>") <= WEIGHT_ALL);
	assert_true(4 * weight_of(300 << 10, 8000, "</item>") <= WEIGHT_ALL);
	assert_true(4 * weight_of(150 << 10, 150 << 10, "</item>") <= WEIGHT_ALL);
}

/* Two of 2 MiB would take what the parent has of them, and one worker is as fast as they are stored. */
static void
large_ones_and_those_of_long_posts_go_one_after_another(void **state)
{
	size_t small = weight_of(60 << 10, 4000, "</item>");

	(void)state;
	assert_true(2 * weight_of(2 << 20, 4000, "</item>") > WEIGHT_ALL);
	assert_true(2 * weight_of(2 << 20, 900 << 10, "</item>") > WEIGHT_ALL);
	assert_true(2 * weight_of(1 << 20, 400 << 10, "</entry>") > WEIGHT_ALL);
	assert_true(2 * weight_of(2 << 20, 4000, "</other>") > WEIGHT_ALL); /* nobody knows where its posts end */
	assert_true(weight_of(2 << 20, 900 << 10, "</item>") + small <= WEIGHT_ALL); /* what is small need not wait */
}

static void
any_fits_alone(void **state)
{
	(void)state;
	assert_true(weight_of(LIMIT_FEED_BYTES, LIMIT_FEED_BYTES, "</item>") <= WEIGHT_ALL);
	assert_int_equal(sync_weight(RECORD_FEED, STR_NONE), 0);
	assert_int_equal(sync_weight(RECORD_FEED, str_lit("<")), 20);
}

static void
a_page_is_one_long_post(void **state)
{
	struct buf b = feed_of(2 << 20, 4000, "</item>");

	(void)state;
	assert_true(2 * sync_weight(RECORD_PAGE, buf_str(&b)) > WEIGHT_ALL);
	assert_true(4 * sync_weight(RECORD_PAGE, str_sub(buf_str(&b), 0, 100 << 10)) <= WEIGHT_ALL);
	buf_free(&b);
}

/* Which is not unpacked while it would have to wait. */
static void
what_is_packed_weighs_something(void **state)
{
	struct sync_job *job = sync_pool_job();
	char size[] = { 0, 0, 0x20, 0 }; /* 2 MiB, at the end of a gzip */

	(void)state;
	(void)buf_fill(&job->body, 'x', 300 << 10);
	assert_int_equal(sync_packed_least(job), sync_weight_least(300 << 10));
	(void)buf_add_bytes(&job->body, size, sizeof size);
	job->coding = UNPACK_GZIP;
	assert_int_equal(sync_packed_least(job), sync_weight_least(2 << 20));
	assert_true(sync_packed_least(job) <= weight_of(2 << 20, 4000, "</item>"));
	assert_true(2 * sync_packed_least(job) > WEIGHT_ALL);
	sync_pool_free_job(job);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(feeds_of_short_posts_go_side_by_side),
		cmocka_unit_test(large_ones_and_those_of_long_posts_go_one_after_another),
		cmocka_unit_test(any_fits_alone),
		cmocka_unit_test(what_is_packed_weighs_something),
		cmocka_unit_test(a_page_is_one_long_post),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
