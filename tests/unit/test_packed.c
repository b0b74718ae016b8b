/* Bodies that the worker unpacks, in its jail: whole, cut, damaged, and more than they say. */
#include "unit.h"

#include <stdlib.h>
#include <zlib.h>

#include "base/limits.h"
#include "base/path.h"
#include "sync/sync_packed.h"
#include "worker/client.h"

static struct client *client;

static int
open_client(void **state)
{
	const char *build = getenv("O");
	struct path program;

	(void)state;
	assert_int_equal(path_join(&program, build ? build : "build", "sosik-worker", NULL), 0);
	return client_open_program(&client, program.p, false, NULL);
}

static int
close_client(void **state)
{
	(void)state;
	client_close(client);
	return 0;
}

/* A feed of one post of about so many bytes, packed as deflate means it (RFC 1950). */
static struct buf
packed_feed(size_t bytes)
{
	struct buf feed = { 0 }, packed = { 0 };
	uLongf n;

	buf_puts(&feed, "<rss version=\"2.0\"><channel><title>꾸러미</title><link>https://a.example/</link>"
		"<item><title>글</title><link>https://a.example/1</link><description>");
	while (feed.n < bytes)
		buf_printf(&feed, "말 %zu ", feed.n);
	buf_puts(&feed, "</description></item></channel></rss>");
	n = compressBound(feed.n);
	assert_int_equal(compress((Bytef *)buf_reserve(&packed, n), &n, (const Bytef *)feed.p, feed.n), Z_OK);
	packed.n = n;
	buf_free(&feed);
	return packed;
}

static void
next(struct client_answer *answer, enum client_got got)
{
	struct err err = { 0 };

	if (client_next(client, answer, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(answer->got, got);
}

static void
give(struct str body, enum unpack_coding coding)
{
	const struct client_job job = { .task = RECORD_FEED, .url = str_lit("https://a.example/rss"), .coding = coding };

	assert_int_equal(client_start_job(client, &job, body, NULL), 0);
}

/* The body is not unpacked, and this is why. */
static void
give_unread(struct str body, enum unpack_coding coding, enum unpacked how)
{
	struct client_answer answer;

	give(body, coding);
	next(&answer, CLIENT_UNPACKED);
	assert_int_equal(answer.unpacked, how);
	next(&answer, CLIENT_DONE);
	assert_false(client_is_busy(client));
}

static void
worker_reads_what_is_packed(void **state)
{
	struct buf body = packed_feed(RECORD_PACKED_MOST / 2);
	struct client_answer answer;

	(void)state;
	for (int i = 0; i < 2; i++) {
		give(buf_str(&body), UNPACK_DEFLATE);
		next(&answer, CLIENT_POST);
		assert_str(answer.post.post.title, "글");
		assert_true(answer.post.xhtml.n > RECORD_PACKED_MOST / 4);
		next(&answer, CLIENT_DONE);
		assert_str(answer.feed.title, "꾸러미");
	}
	buf_free(&body);
}

static void
worker_says_what_it_cannot_unpack(void **state)
{
	struct buf body = packed_feed(RECORD_PACKED_MOST + 1);

	(void)state;
	give_unread(buf_str(&body), UNPACK_DEFLATE, UNPACK_LARGE);
	give_unread(str_lit("no gzip at all"), UNPACK_GZIP, UNPACK_BROKEN);
	buf_free(&body);
	worker_reads_what_is_packed(state);
}

static void
worker_reads_the_beginning_of_what_was_cut(void **state)
{
	struct buf body = packed_feed(RECORD_PACKED_MOST / 2);
	struct client_answer answer;

	(void)state;
	give(str_sub(buf_str(&body), 0, body.n / 2), UNPACK_DEFLATE);
	next(&answer, CLIENT_UNPACKED);
	assert_int_equal(answer.unpacked, UNPACK_CUT);
	next(&answer, CLIENT_DONE);
	assert_str(answer.feed.title, "꾸러미");
	assert_true((answer.feed.repairs & FEED_FIX_TRUNCATED) != 0);
	buf_free(&body);
}

static void
what_would_keep_other_workers_waiting_is_unpacked_before(void **state)
{
	(void)state;
	for (size_t workers = 1; workers <= 64; workers *= 8) {
		struct sync_job job = { .task = RECORD_FEED, .coding = UNPACK_DEFLATE, .body = packed_feed(RECORD_PACKED_MOST / 4) };
		struct buf room = { 0 };

		job.body.max = LIMIT_FEED_BYTES;
		assert_true(sync_packed_weigh(&job, workers, &room));
		assert_true(workers == 64 ? job.coding == UNPACK_NONE : job.coding == UNPACK_DEFLATE);
		assert_true(job.weight > 0);
		buf_free(&job.body);
		buf_free(&room);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(worker_reads_what_is_packed, open_client, close_client),
		cmocka_unit_test_setup_teardown(worker_says_what_it_cannot_unpack, open_client, close_client),
		cmocka_unit_test_setup_teardown(worker_reads_the_beginning_of_what_was_cut, open_client, close_client),
		cmocka_unit_test(what_would_keep_other_workers_waiting_is_unpacked_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
