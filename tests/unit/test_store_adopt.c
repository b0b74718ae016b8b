#include "unit.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "store/purge.h"
#include "store/replaced.h"
#include "store/store_impl.h"
#include "store/subscribe_line.h"
#include "store_fixture.h"

/* "글 5 -* #x, 글 4": all that can be seen, newest first; "-" is read, "*" starred. */
static const char *
seen(struct fixture *f)
{
	struct posts_view view = { 0 };
	struct buf text = { 0 };
	struct posts_row *rows;
	struct str ret;
	size_t n;

	fixture_ok(f, posts_page(f->s, &f->a, &view, NULL, POSTS_OLDER, 50, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++) {
		(void)buf_printf(&text, "%s%.*s", i ? ", " : "", STR(rows[i].title));
		if (rows[i].is_read || rows[i].is_starred || rows[i].is_left)
			(void)buf_printf(&text, " %s%s%s", rows[i].is_read ? "-" : "", rows[i].is_starred ? "*" : "", rows[i].is_left ? "(ended)" : "");
		for (size_t k = 0; k < rows[i].n_tags; k++)
			(void)buf_printf(&text, " #%.*s", STR(rows[i].tags[k]));
	}
	ret = arena_dup(&f->a, buf_str(&text));
	buf_free(&text);
	return ret.n ? ret.p : "";
}

static int64_t
id_of(struct fixture *f, int64_t feed, const char *title)
{
	struct posts_view view = { .feed_id = feed };
	struct posts_row *rows;
	size_t n;

	fixture_ok(f, posts_page(f->s, &f->a, &view, NULL, POSTS_OLDER, 50, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		if (str_is(rows[i].title, title))
			return rows[i].id;
	fail_msg("no %s", title);
	return 0;
}

static void
mark(struct fixture *f, int64_t feed, const char *title, const struct state_change *change)
{
	int64_t id = id_of(f, feed, title);

	fixture_ok(f, state_apply(f->s, &id, 1, change, NULL, &f->err));
}

static int
move(struct fixture *f, const char *from, const char *to)
{
	struct subscribe_move move = { .from = str_of(from), .to = str_of(to) };

	fixture_ok(f, subscribe_line_move(f->s, &move, 1, &f->err));
	return move.outcome;
}

static void
undo(struct fixture *f, const char *what)
{
	struct state_undone done;

	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, what);
}

static void
redo(struct fixture *f)
{
	struct state_undone done;

	fixture_ok(f, state_redo(f->s, &done, &f->err));
}

static void
counts_are_right(struct fixture *f, int64_t all, int64_t unread, int64_t with_ended)
{
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), all);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), unread);
	assert_int_equal(fixture_find(f, "is:all"), with_ended);
	assert_int_equal(fixture_find(f, "is:unread"), unread);
}

/* Posts 1 to 5 of a feed, 2 to 6 of one that ends, with marks on both. */
static void
two_feeds(struct fixture *f)
{
	const struct str x = str_lit("x"), end = str_lit("https://new.example/");
	struct post posts[5];

	fixture_subscribe(f, "https://old.example/\nhttps://new.example/ #t\n");
	(void)fixture_merge(f, 1, 5);
	for (int i = 0; i < 5; i++)
		posts[i] = fixture_post(f, i + 2);
	(void)fixture_merge_posts(f, 2, posts, 5, NULL);
	mark(f, 1, "글 1", &(struct state_change){ .read = STATE_ON });
	mark(f, 2, "글 3", &(struct state_change){ .star = STATE_ON, .add = &x, .n_add = 1 });
	mark(f, 2, "글 4", &(struct state_change){ .read = STATE_ON });
	mark(f, 2, "글 6", &(struct state_change){ .read = STATE_ON, .star = STATE_ON });
	fixture_ok(f, subscribe_line_remove(f->s, &end, 1, &f->err));
}

#define BEFORE "글 6 -*(ended), 글 5, 글 4, 글 3 -*(ended) #x, 글 3, 글 2, 글 1 -"
#define AFTER "글 6 -*, 글 5, 글 4 -, 글 3 * #x, 글 2, 글 1 -"

static void
a_feed_gets_the_posts_that_its_new_address_had(void **state)
{
	struct fixture *f = *state;

	two_feeds(f);
	assert_string_equal(seen(f), BEFORE);
	counts_are_right(f, 7, 4, 10);
	assert_int_equal(move(f, "https://old.example/", "https://new.example/"), SUBSCRIBE_MOVED);
	assert_string_equal(seen(f), AFTER);
	counts_are_right(f, 6, 3, 6);
	assert_int_equal(fixture_merge(f, 1, 6).added, 0);
	assert_string_equal(seen(f), AFTER);
	undo(f, "move 1 feed");
	assert_string_equal(seen(f), BEFORE);
	counts_are_right(f, 7, 4, 10);
	redo(f);
	assert_string_equal(seen(f), AFTER);
	counts_are_right(f, 6, 3, 6);
	undo(f, "move 1 feed");
	undo(f, "unsubscribe https://new.example/");
	fixture_assert_feeds(f, "https://old.example/\nhttps://new.example/ #t\n");
	counts_are_right(f, 10, 7, 10);
}

static void
the_feed_of_the_address_is_one_from_then_on(void **state)
{
	struct fixture *f = *state;
	const struct str end = str_lit("https://new.example/");

	two_feeds(f);
	assert_int_equal(move(f, "https://old.example/", "https://new.example/"), SUBSCRIBE_MOVED);
	fixture_ok(f, subscribe_line_remove(f->s, &end, 1, &f->err));
	fixture_subscribe(f, "https://new.example/\n");
	assert_string_equal(seen(f), AFTER);
	counts_are_right(f, 6, 3, 6);
}

static void
the_journal_alone_gives_the_same(void **state)
{
	struct fixture *f = *state;
	struct subs subs;

	two_feeds(f);
	assert_int_equal(move(f, "https://old.example/", "https://new.example/"), SUBSCRIBE_MOVED);
	fixture_anew(f);
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err));
	(void)fixture_merge(f, 1, 6);
	assert_string_equal(seen(f), AFTER);
	undo(f, "move 1 feed");
	assert_int_equal(fixture_find(f, "is:starred"), 2);
	assert_int_equal(fixture_find(f, "is:starred tag:x"), 1);
	undo(f, "unsubscribe https://new.example/");
	fixture_assert_feeds(f, "https://old.example/\nhttps://new.example/ #t\n");
}

/* The feed's own ones were deleted: what is starred is given all the same, what is neither stays deleted. */
static void
what_was_purged_keeps_no_starred_post_back(void **state)
{
#define PURGED "글 6 -*(ended), 글 5, 글 3 -*(ended) #x, 글 2, 글 1 -"
#define GIVEN "글 6 -*, 글 5, 글 3 * #x, 글 2, 글 1 -"
	struct fixture *f = *state;
	struct subs subs;
	int64_t ids[2], gone;

	two_feeds(f);
	ids[0] = id_of(f, 1, "글 3");
	ids[1] = id_of(f, 1, "글 4");
	fixture_ok(f, state_apply(f->s, ids, 2, &(struct state_change){ .read = STATE_ON }, NULL, &f->err));
	fixture_ok(f, purge_run(f->s, ids, 2, &gone, &f->err));
	assert_int_equal(gone, 2);
	assert_string_equal(seen(f), PURGED);
	assert_int_equal(move(f, "https://old.example/", "https://new.example/"), SUBSCRIBE_MOVED);
	assert_string_equal(seen(f), GIVEN);
	counts_are_right(f, 5, 3, 5);
	undo(f, "move 1 feed");
	assert_string_equal(seen(f), PURGED);
	assert_int_equal(fixture_merge(f, 1, 5).added, 0);
	redo(f);
	assert_int_equal(fixture_merge(f, 1, 6).added, 0);
	assert_string_equal(seen(f), GIVEN);
	fixture_anew(f);
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err));
	(void)fixture_merge(f, 1, 6);
	assert_string_equal(seen(f), GIVEN);
#undef PURGED
#undef GIVEN
}

/* The feed at its new address has other identities: it is told by its links. */
static void
a_post_with_another_identity_is_the_same(void **state)
{
	struct fixture *f = *state;
	const struct str end = str_lit("https://new.example/");
	struct post post;

	fixture_subscribe(f, "https://old.example/\nhttps://new.example/\n");
	(void)fixture_merge(f, 1, 1);
	post = fixture_post(f, 1);
	post.id = str_lit("tag:other,1");
	(void)fixture_merge_posts(f, 2, &post, 1, "<p>본문 1</p>");
	mark(f, 2, "글 1", &(struct state_change){ .star = STATE_ON });
	fixture_ok(f, subscribe_line_remove(f->s, &end, 1, &f->err));
	assert_int_equal(move(f, "https://old.example/", "https://new.example/"), SUBSCRIBE_MOVED);
	assert_string_equal(seen(f), "글 1 *");
	(void)fixture_merge_posts(f, 1, &post, 1, "<p>본문 1</p>");
	assert_string_equal(seen(f), "글 1 *");
}

/* The move, by a process that dies when it writes a file beyond that size. */
static void
die_moving(struct fixture *f, rlim_t room)
{
	pid_t child;
	int status;

	store_close(f->s);
	f->s = NULL;
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		fixture_open(f, STORE_WRITE);
		(void)setrlimit(RLIMIT_FSIZE, &(struct rlimit){ room, RLIM_INFINITY });
		(void)setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
		(void)signal(SIGXFSZ, SIG_DFL);
		_exit(move(f, "https://old.example/", "https://new.example/") != SUBSCRIBE_MOVED);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
}

/* Before the journal has it: as it was. Behind that, before the feeds file has it: one feed has all, at the address that the file says. */
static void
whoever_is_killed_loses_nothing(void **state)
{
	enum { ROOM = 16 << 10 }; /* for the journal, but not for the feeds file */
	struct fixture *f = *state;
	struct buf text = { 0 };
	struct subs subs;

	two_feeds(f);
	die_moving(f, 1);
	fixture_open(f, STORE_WRITE);
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err));
	assert_string_equal(seen(f), BEFORE);
	(void)buf_printf(&text, "https://old.example/ # %0*d\n", 2 * ROOM, 1);
	fixture_subscribe(f, buf_cstr(&text));
	die_moving(f, ROOM);
	fixture_open(f, STORE_WRITE);
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err));
	fixture_assert_feeds(f, buf_cstr(&text));
	assert_string_equal(seen(f), AFTER);
	counts_are_right(f, 6, 3, 6);
	undo(f, "move 1 feed");
	assert_string_equal(seen(f), BEFORE);
	buf_free(&text);
}

static void
what_has_ended_goes_to_one_that_is_there(void **state)
{
	struct fixture *f = *state;

	two_feeds(f);
	assert_int_equal(move(f, "https://new.example/", "https://old.example/"), SUBSCRIBE_MOVED);
	assert_string_equal(seen(f), AFTER);
	fixture_assert_feeds(f, "https://old.example/\n");
	undo(f, "move 1 feed");
	assert_string_equal(seen(f), BEFORE);
	assert_int_equal(move(f, "https://none.example/", "https://old.example/"), SUBSCRIBE_NOT_THERE);
	assert_int_equal(move(f, "https://new.example/", "https://none.example/"), SUBSCRIBE_NOT_THERE);
	redo(f);
	assert_string_equal(seen(f), AFTER);
	assert_int_equal(move(f, "https://new.example/", "https://old.example/"), SUBSCRIBE_NOT_THERE); /* that is done */
}

/* The file has another address at the place of one. */
static void
edit_by_hand(struct fixture *f, const char *lines)
{
	fixture_subscribe(f, "https://a.example/\nhttps://old.example/ #t\n");
	(void)fixture_merge(f, 2, 5);
	mark(f, 2, "글 1", &(struct state_change){ .read = STATE_ON });
	mark(f, 2, "글 3", &(struct state_change){ .star = STATE_ON });
	fixture_subscribe(f, lines);
}

static bool
is_settled_as_moved(struct fixture *f)
{
	struct buf told = { 0 };
	bool is_told;

	fixture_ok(f, replaced_settle(f->s, &told, &f->err));
	is_told = told.n > 0;
	buf_free(&told);
	return is_told;
}

/* Whether posts 1 to n, which have come and are not merged yet, tell that it is a move. */
static bool
is_met_as_moved(struct fixture *f, int n, const char *id)
{
	struct merge_post *given = arena_new(&f->a, struct merge_post, n);
	struct post *posts = arena_new(&f->a, struct post, n);
	struct buf told = { 0 };
	bool is_told;

	for (int i = 0; i < n; i++) {
		posts[i] = fixture_post(f, i + 1);
		if (id)
			posts[i].id = arena_printf(&f->a, "%s%d", id, i + 1);
		given[i] = (struct merge_post){ .post = &posts[i], .excerpt = str_lit("요약") };
	}
	fixture_ok(f, replaced_meet(f->s, given, (size_t)n, &told, &f->err));
	is_told = told.n > 0;
	buf_free(&told);
	return is_told;
}

static void
an_address_changed_by_hand_is_a_move(void **state)
{
	struct fixture *f = *state;

	edit_by_hand(f, "https://a.example/\nhttps://new.example/ #t\n");
	assert_false(is_settled_as_moved(f)); /* nothing has come yet */
	(void)fixture_merge(f, 3, 4);
	assert_true(is_settled_as_moved(f));
	assert_false(is_settled_as_moved(f));
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	counts_are_right(f, 5, 4, 5);
	undo(f, "move 1 feed");
	fixture_assert_feeds(f, "https://a.example/\nhttps://old.example/ #t\n");
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	counts_are_right(f, 5, 4, 9);
	assert_false(is_settled_as_moved(f));
	redo(f);
	fixture_assert_feeds(f, "https://a.example/\nhttps://new.example/ #t\n");
	assert_int_equal(fixture_merge(f, 3, 6).added, 1);
	assert_string_equal(seen(f), "글 6, 글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	undo(f, "move 1 feed");
	fixture_assert_feeds(f, "https://a.example/\nhttps://old.example/ #t\n");
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	undo(f, "star"); /* that the line of the old address is gone is undone with it */
}

/* How many feeds have that address, subscribed or not. */
static int64_t
at_address(struct fixture *f, const char *url)
{
	int64_t n = -1;

	fixture_ok(f, db_pragma(f->s->db, arena_printf(&f->a, "SELECT count(*) FROM feed WHERE url = '%s'", url).p, &n, &f->err));
	return n;
}

static void
one_changed_there_and_back_is_undone_to_one_feed(void **state)
{
	struct fixture *f = *state;

	edit_by_hand(f, "https://a.example/\nhttps://new.example/ name=이름 #t\n");
	assert_true(is_met_as_moved(f, 6, NULL));
	(void)fixture_merge(f, 3, 6);
	fixture_subscribe(f, "https://a.example/\nhttps://old.example/ name=이름 #t\n");
	assert_string_equal(seen(f), "글 6, 글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	undo(f, "move 1 feed");
	fixture_assert_feeds(f, "https://a.example/\nhttps://old.example/ name=이름 #t\n");
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	counts_are_right(f, 5, 4, 6);
	assert_int_equal(at_address(f, "https://old.example/"), 1);
	redo(f);
	fixture_assert_feeds(f, "https://a.example/\nhttps://new.example/ name=이름 #t\n");
	assert_string_equal(seen(f), "글 6, 글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	assert_int_equal(at_address(f, "https://new.example/"), 1);
}

/* What its line has got for the new place alone does not go to the old one. */
static void
a_password_stays_where_it_was_given(void **state)
{
	struct fixture *f = *state;

	edit_by_hand(f, "https://a.example/\nhttps://new.example/ #t\n");
	assert_true(is_met_as_moved(f, 5, NULL));
	fixture_subscribe(f, "https://a.example/\nhttps://new.example/ #t header=\"X-Key: secret\"\n");
	undo(f, "move 1 feed");
	fixture_assert_feeds(f, "https://a.example/\nhttps://old.example/ #t\n");
}

static void
the_journal_alone_knows_a_change_by_hand_that_was_undone(void **state)
{
	struct fixture *f = *state;
	struct subs subs;

	edit_by_hand(f, "https://a.example/\nhttps://new.example/ #t\n");
	assert_true(is_met_as_moved(f, 5, NULL));
	undo(f, "move 1 feed");
	fixture_anew(f);
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err));
	(void)fixture_merge(f, 2, 5);
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	redo(f);
	fixture_assert_feeds(f, "https://a.example/\nhttps://new.example/ #t\n");
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
}

/* The new address was tried beside the old one before. */
static void
an_address_changed_to_one_that_has_ended_is_a_move(void **state)
{
	struct fixture *f = *state;

	two_feeds(f);
	fixture_subscribe(f, "https://new.example/\n");
	assert_true(is_settled_as_moved(f)); /* though nothing comes */
	assert_string_equal(seen(f), AFTER);
	counts_are_right(f, 6, 3, 6);
	assert_int_equal(fixture_merge(f, 2, 6).added, 0);
	undo(f, "move 1 feed");
	fixture_assert_feeds(f, "https://old.example/\n");
	assert_string_equal(seen(f), BEFORE);
	redo(f);
	fixture_assert_feeds(f, "https://new.example/\n");
	assert_string_equal(seen(f), AFTER);
}

static int64_t
waiting(struct fixture *f)
{
	int64_t feed = -1;

	fixture_ok(f, replaced_to(f->s, &feed, &f->err));
	return feed;
}

static void
posts_that_come_from_a_changed_address_are_known(void **state)
{
	struct fixture *f = *state;

	edit_by_hand(f, "https://a.example/\nhttps://new.example/ #t unread=1\n");
	assert_int_equal(waiting(f), 3);
	assert_true(is_met_as_moved(f, 6, NULL));
	assert_int_equal(waiting(f), 0);
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	fixture_reopen(f); /* whoever is killed here has lost nothing */
	assert_int_equal(fixture_merge(f, 3, 6).added, 1);
	assert_false(is_settled_as_moved(f));
	assert_string_equal(seen(f), "글 6, 글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	counts_are_right(f, 6, 5, 6);
}

static void
a_changed_address_that_is_undone_brings_its_posts_again(void **state)
{
	struct feeds_row *rows;
	struct fixture *f = *state;
	size_t n;

	edit_by_hand(f, "https://a.example/\nhttps://new.example/ #t\n");
	assert_true(is_met_as_moved(f, 4, NULL));
	(void)fixture_merge(f, 3, 4);
	undo(f, "move 1 feed");
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	fixture_subscribe(f, "https://a.example/\nhttps://old.example/ #t\nhttps://new.example/ #t\n");
	fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		assert_true(rows[i].id != 3 || !rows[i].etag.n);
	assert_int_equal(fixture_merge(f, 3, 4).added, 4);
	assert_string_equal(seen(f), "글 5, 글 4, 글 4, 글 3, 글 3 *, 글 2, 글 2, 글 1, 글 1 -");
}

static void
a_changed_address_is_known_by_titles_and_links_too(void **state)
{
	struct fixture *f = *state;

	edit_by_hand(f, "https://a.example/\nhttps://new.example/ #t\n");
	assert_false(is_met_as_moved(f, 0, NULL));
	assert_false(is_met_as_moved(f, 11, NULL)); /* five of eleven */
	assert_int_equal(waiting(f), 3);
	assert_true(is_met_as_moved(f, 10, "tag:new,"));
	assert_false(is_met_as_moved(f, 10, NULL)); /* that is done */
}

static void
an_address_changed_twice_is_that_of_the_first(void **state)
{
	struct fixture *f = *state;

	edit_by_hand(f, "https://a.example/\nhttps://slip.example/ #t\n");
	assert_false(is_settled_as_moved(f)); /* nothing comes from there */
	fixture_subscribe(f, "https://a.example/\nhttps://new.example/ #t\n");
	assert_int_equal(waiting(f), 4);
	assert_true(is_met_as_moved(f, 5, NULL));
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
	assert_int_equal(fixture_merge(f, 4, 5).added, 0);
	counts_are_right(f, 5, 4, 5);
}

static void
a_slip_that_is_taken_back_changes_nothing(void **state)
{
	struct fixture *f = *state;

	edit_by_hand(f, "https://a.example/\nhttps://slip.example/ #t\n");
	fixture_subscribe(f, "https://a.example/\nhttps://old.example/ #t\n");
	assert_false(is_met_as_moved(f, 5, NULL));
	assert_int_equal(fixture_merge(f, 2, 5).added, 0);
	assert_false(is_settled_as_moved(f));
	assert_string_equal(seen(f), "글 5, 글 4, 글 3 *, 글 2, 글 1 -");
}

static void
another_feed_at_its_place_is_another_one(void **state)
{
	struct fixture *f = *state;
	struct post posts[3];

	edit_by_hand(f, "https://a.example/\nhttps://new.example/ #t\n");
	for (int i = 0; i < 3; i++)
		posts[i] = fixture_post(f, i + 5);
	(void)fixture_merge_posts(f, 3, posts, 3, NULL);
	assert_false(is_settled_as_moved(f));
	(void)fixture_merge(f, 3, 5);
	assert_false(is_settled_as_moved(f)); /* that has been settled */
}

static void
a_feed_with_the_same_numbers_is_another_one(void **state)
{
	struct fixture *f = *state;
	struct post posts[5];

	fixture_subscribe(f, "https://a.example/\nhttps://old.example/\n");
	for (int i = 0; i < 5; i++) {
		posts[i] = fixture_post(f, i + 1);
		posts[i].id = arena_printf(&f->a, "10%d", i + 1);
	}
	(void)fixture_merge_posts(f, 2, posts, 5, NULL);
	fixture_subscribe(f, "https://a.example/\nhttps://new.example/\n");
	for (int i = 0; i < 5; i++) {
		posts[i].title = arena_printf(&f->a, "다른 글 %d", i + 1);
		posts[i].link = arena_printf(&f->a, "https://new.example/%d", i + 1);
	}
	(void)fixture_merge_posts(f, 3, posts, 5, NULL);
	assert_false(is_settled_as_moved(f));
	counts_are_right(f, 5, 5, 10);
}

/* Posts from number `from` on, all with the home page as their link. */
static void
merge_with_one_link(struct fixture *f, int64_t feed, int from)
{
	struct post posts[5];

	for (int i = 0; i < 5; i++) {
		posts[i] = fixture_post(f, from + i);
		posts[i].id = arena_printf(&f->a, "10%d", from + i);
		posts[i].link = str_lit("https://old.example/home");
	}
	(void)fixture_merge_posts(f, feed, posts, 5, NULL);
}

static void
a_link_of_all_posts_tells_none_of_them(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, "https://a.example/\nhttps://old.example/\n");
	merge_with_one_link(f, 2, 1);
	mark(f, 2, "글 1", &(struct state_change){ .star = STATE_ON });
	mark(f, 2, "글 4", &(struct state_change){ .read = STATE_ON });
	fixture_subscribe(f, "https://a.example/\nhttps://new.example/\n");
	merge_with_one_link(f, 3, 3);
	assert_true(is_settled_as_moved(f));
	assert_string_equal(seen(f), "글 7, 글 6, 글 5, 글 4 -, 글 3, 글 2, 글 1 *");
	counts_are_right(f, 7, 6, 7);
}

static void
a_line_taken_out_and_one_put_in_are_two_feeds(void **state)
{
	struct fixture *f = *state;

	edit_by_hand(f, "https://new.example/ #t\nhttps://a.example/\n");
	(void)fixture_merge(f, 3, 5);
	assert_false(is_settled_as_moved(f));
	fixture_subscribe(f, "https://1.example/\nhttps://2.example/\n");
	(void)fixture_merge(f, 4, 5);
	assert_false(is_settled_as_moved(f));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_feed_gets_the_posts_that_its_new_address_had),
		STORE_TEST(the_feed_of_the_address_is_one_from_then_on),
		STORE_TEST(the_journal_alone_gives_the_same),
		STORE_TEST(what_was_purged_keeps_no_starred_post_back),
		STORE_TEST(whoever_is_killed_loses_nothing),
		STORE_TEST(what_has_ended_goes_to_one_that_is_there),
		STORE_TEST(an_address_changed_by_hand_is_a_move),
		STORE_TEST(one_changed_there_and_back_is_undone_to_one_feed),
		STORE_TEST(an_address_changed_to_one_that_has_ended_is_a_move),
		STORE_TEST(a_password_stays_where_it_was_given),
		STORE_TEST(the_journal_alone_knows_a_change_by_hand_that_was_undone),
		STORE_TEST(posts_that_come_from_a_changed_address_are_known),
		STORE_TEST(a_changed_address_that_is_undone_brings_its_posts_again),
		STORE_TEST(a_changed_address_is_known_by_titles_and_links_too),
		STORE_TEST(an_address_changed_twice_is_that_of_the_first),
		STORE_TEST(a_slip_that_is_taken_back_changes_nothing),
		STORE_TEST(another_feed_at_its_place_is_another_one),
		STORE_TEST(a_feed_with_the_same_numbers_is_another_one),
		STORE_TEST(a_link_of_all_posts_tells_none_of_them),
		STORE_TEST(a_line_taken_out_and_one_put_in_are_two_feeds),
		STORE_TEST(a_post_with_another_identity_is_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
