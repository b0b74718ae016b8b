#include "unit.h"

#include "ui/rows.h"
#include "ui_reader.h"

enum { MANY = 1500 };

struct fixture {
	struct reader r;
	struct rows rows;
	int64_t *ids;
	size_t n;
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	struct err err;

	reader_open_empty(&f->r, 24, 80);
	reader_subscribe(f->r.store);
	reader_sync(f->r.store, 0, MANY);
	f->rows = (struct rows){ .store = f->r.store };
	reader_must(posts_ids(f->r.store, &f->rows.what, &f->ids, &f->n, &err), &err);
	reader_must(rows_open(&f->rows, &err), &err);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	rows_free(&f->rows);
	free(f->ids);
	reader_close(&f->r);
	free(f);
	return 0;
}

/* Rows [first, first + n) are there and are those of the whole list. */
static void
assert_rows(struct fixture *f, int first, int n)
{
	struct err err;

	reader_must(rows_cover(&f->rows, first, n, &err), &err);
	for (int i = first; i < first + n && i < (int)f->n; i++) {
		const struct posts_row *row = rows_at(&f->rows, i);

		assert_non_null(row);
		assert_int_equal(row->id, f->ids[i]);
	}
}

static void
paging_shows_every_row_once_in_both_directions(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(f->n, MANY);
	assert_int_equal(f->rows.total, MANY);
	for (int i = 0; i < MANY; i += 37)
		assert_rows(f, i, 50);
	for (int i = MANY - 1; i >= 0; i -= 41)
		assert_rows(f, i, 50);
}

static void
the_window_stays_small(void **state)
{
	struct fixture *f = *state;

	for (int i = 0; i < MANY; i += 100) {
		assert_rows(f, i, 50);
		assert_true(f->rows.n <= 5 * ROWS_SLACK);
	}
	assert_true(f->rows.arena.total < 1 << 20);
}

static void
far_jumps_arrive(void **state)
{
	struct fixture *f = *state;

	assert_rows(f, MANY - 50, 50);
	assert_rows(f, 0, 50);
	assert_rows(f, 700, 50);
	assert_rows(f, 300, 50);
	assert_rows(f, MANY + 10, 50);
}

static void
a_row_is_found_again_after_the_list_has_changed(void **state)
{
	struct fixture *f = *state;
	struct posts_key key;
	struct err err;
	int index = -1;

	assert_rows(f, 800, 50);
	key = rows_key(rows_at(&f->rows, 800));
	reader_sync(f->r.store, MANY, MANY + 30); /* older ones */
	reader_must(rows_go(&f->rows, &key, &index, &err), &err);
	assert_int_equal(index, 800);
	assert_int_equal(rows_at(&f->rows, index)->id, key.id);
	assert_int_equal(f->rows.total, MANY + 30);
	f->rows.what.is_starred = true; /* the row is in the list no more */
	reader_must(rows_go(&f->rows, &key, &index, &err), &err);
	assert_int_equal(index, 0);
	assert_int_equal(f->rows.total, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(paging_shows_every_row_once_in_both_directions, setup, teardown),
		cmocka_unit_test_setup_teardown(the_window_stays_small, setup, teardown),
		cmocka_unit_test_setup_teardown(far_jumps_arrive, setup, teardown),
		cmocka_unit_test_setup_teardown(a_row_is_found_again_after_the_list_has_changed, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
