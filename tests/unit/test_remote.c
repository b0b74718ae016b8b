/*
 * A home on another machine: no locks, and no memory that is shared through it.
 * flock() and statfs() of the C library are these here.
 */
#include "unit.h"

#include <errno.h>
#include <sys/file.h>
#include <sys/statfs.h>

#include "base/file.h"
#include "store/news.h"
#include "store_fixture.h"
#include "sync/sync_lock.h"

enum { NFS = 0x6969, TMPFS = 0x01021994 };

static int flock_errno, kind = TMPFS;

__attribute__((visibility("default"))) int
flock(int fd, int how)
{
	(void)fd;
	(void)how;
	errno = flock_errno;
	return flock_errno ? -1 : 0;
}

__attribute__((visibility("default"))) int
statfs(const char *path, struct statfs *ret)
{
	(void)path;
	memset(ret, 0, sizeof *ret);
	ret->f_type = kind;
	return 0;
}

static void
what_lies_on_another_machine_is_known(void **state)
{
	(void)state;
	kind = NFS;
	assert_true(file_is_remote("/home"));
	kind = (int)0xfe534d42; /* SMB, whose number is negative for some */
	assert_true(file_is_remote("/home"));
	kind = TMPFS;
	assert_false(file_is_remote("/home"));
}

static void
without_locks_it_is_done_without(void **state)
{
	static const int codes[] = { ENOLCK, EOPNOTSUPP, ENOSYS };
	struct err err = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		int fd;

		flock_errno = codes[i];
		fd = sync_lock_take(&err);
		assert_true(fd >= 0);
		assert_false(file_has_lock(fd));
		close(fd);
	}
	flock_errno = EWOULDBLOCK;
	assert_int_equal(sync_lock_take(&err), -1);
	assert_int_equal(err.code, ERR_BUSY);
	flock_errno = 0;
}

static void
the_cache_has_no_wal_there_and_says_so_once(void **state)
{
	struct fixture *f = *state;

	kind = NFS;
	flock_errno = ENOLCK;
	fixture_reopen(f);
	assert_non_null(strstr(f->notice, "no write-ahead log"));
	assert_false(fixture_exists(f, "data/sosik/sosik.db-wal"));
	*f->notice = '\0';
	fixture_reopen(f);
	assert_string_equal(f->notice, "");
	kind = TMPFS; /* moved back: it has one again */
	flock_errno = 0;
	fixture_reopen(f);
	fixture_subscribe(f, "https://blog.example/feed\n");
	assert_true(fixture_exists(f, "data/sosik/sosik.db-wal"));
}

static void
what_is_said_once_is_no_news_then(void **state)
{
	struct fixture *f = *state;

	assert_true(news_take(f->s, "told-something"));
	assert_false(news_take(f->s, "told-something"));
	fixture_reopen(f);
	assert_false(news_take(f->s, "told-something"));
	assert_true(news_take(f->s, "told-another-thing"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_lies_on_another_machine_is_known),
		cmocka_unit_test_setup_teardown(without_locks_it_is_done_without, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(the_cache_has_no_wal_there_and_says_so_once, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(what_is_said_once_is_no_news_then, fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
