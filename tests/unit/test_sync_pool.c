/* Who has which job when, with workers that never answer. */
#include "unit.h"

#include <zlib.h>

#include "sync/sync_hand.h"
#include "sync/sync_pool.h"
#include "sync/sync_weight.h"

struct client {
	int jobs;
	size_t visits[2]; /* what it has been given */
};

static struct client clients[4];
static size_t n_clients;

int
client_open(struct client **ret, struct err *err)
{
	(void)err;
	*ret = &clients[n_clients++];
	**ret = (struct client){ 0 };
	return 0;
}

int
client_open_early(struct client **ret, struct err *err)
{
	return client_open(ret, err);
}

void
client_close(struct client *c)
{
	(void)c;
}

int
client_fd(const struct client *c)
{
	(void)c;
	return -1;
}

bool
client_has_room(const struct client *c)
{
	return c->jobs < 2;
}

bool
client_is_sending(const struct client *c)
{
	(void)c;
	return false;
}

const char *
client_sending(const struct client *c)
{
	(void)c;
	return NULL;
}

void
client_push(struct client *c)
{
	(void)c;
}

int
client_poll(struct client *c, int timeout_ms, struct client_answer *ret, struct err *err)
{
	(void)c, (void)timeout_ms, (void)ret, (void)err;
	return 0;
}

int
sync_hand(struct client *c, struct sync_job *job)
{
	c->visits[c->jobs++] = job->visit;
	return 0;
}

/* Posts of 4,000 bytes each, packed. */
static void
add(struct sync_pool *p, size_t visit, size_t bytes)
{
	struct sync_job *job = sync_pool_job();
	struct buf text = { 0 };
	z_stream z = { 0 };
	unsigned seed = (unsigned)visit;

	while (text.n < bytes) {
		for (int i = 0; i < 4000; i++, seed = seed * 1103515245 + 12345)
			buf_putc(&text, (char)('a' + (seed >> 16 & 15)));
		buf_puts(&text, "</item>");
	}
	assert_int_equal(deflateInit2(&z, 1, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_in = (unsigned char *)text.p;
	z.avail_in = (unsigned)text.n;
	z.avail_out = (unsigned)deflateBound(&z, text.n);
	z.next_out = (unsigned char *)buf_reserve(&job->body, z.avail_out);
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	job->body.n = z.total_out;
	deflateEnd(&z);
	buf_free(&text);
	job->coding = UNPACK_GZIP;
	job->visit = visit;
	sync_pool_add(p, job);
}

static struct sync_pool *
begin(size_t workers)
{
	n_clients = 0;
	return sync_pool_open(workers);
}

/* What the memory of all is for is one of them: what waits stays packed, a fraction of it. */
static void
large_ones_come_one_after_another(void **state)
{
	struct sync_pool *p = begin(2);
	size_t packed;

	(void)state;
	for (size_t i = 1; i < 5; i++)
		add(p, i, 2 << 20);
	packed = sync_pool_bytes(p);
	sync_pool_serve(p);
	assert_int_equal(n_clients, 1);
	assert_int_equal(clients[0].jobs, 1);
	assert_true(sync_pool_bytes(p) < packed);
	sync_pool_close(p);
}

static void
small_ones_go_beside_a_large_one(void **state)
{
	struct sync_pool *p = begin(2);

	(void)state;
	add(p, 1, 2400 << 10);
	for (size_t i = 2; i < 6; i++)
		add(p, i, 180 << 10);
	sync_pool_serve(p);
	assert_int_equal(n_clients, 2);
	assert_int_equal(clients[0].visits[0], 1);
	assert_int_equal(clients[1].visits[0], 2);
	sync_pool_close(p);
}

static void
usual_ones_go_to_all_workers(void **state)
{
	struct sync_pool *p = begin(4);

	(void)state;
	for (size_t i = 1; i < 9; i++)
		add(p, i, 120 << 10);
	sync_pool_serve(p);
	assert_int_equal(n_clients, 4);
	for (size_t i = 0; i < n_clients; i++)
		assert_int_equal(clients[i].jobs, 2);
	sync_pool_close(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(large_ones_come_one_after_another),
		cmocka_unit_test(small_ones_go_beside_a_large_one),
		cmocka_unit_test(usual_ones_go_to_all_workers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
