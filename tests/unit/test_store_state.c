#include "unit.h"

#include <sys/wait.h>

#include "store/compact.h"
#include "store/doctor_files.h"
#include "store_fixture.h"

static void
setup_posts(struct fixture *f, int n)
{
	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, n);
}

static int64_t
tag(struct fixture *f, const int64_t *ids, size_t n, const char *name)
{
	struct str names[] = { str_of(name) };
	int64_t changed;

	fixture_ok(f, state_apply(f->s, ids, n, &(struct state_change){ .add = names, .n_add = 1 }, &changed, &f->err));
	return changed;
}

static int64_t
set_read(struct fixture *f, const int64_t *ids, size_t n)
{
	int64_t changed;

	fixture_ok(f, state_apply(f->s, ids, n, &(struct state_change){ .read = STATE_ON }, &changed, &f->err));
	return changed;
}

static void
only_what_was_not_so_is_changed(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2, 3 };

	setup_posts(f, 3);
	assert_int_equal(set_read(f, ids, 2), 2);
	assert_int_equal(set_read(f, ids, 3), 1);
	assert_int_equal(set_read(f, ids, 3), 0);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), 0);
	assert_int_equal(tag(f, ids, 3, "AI"), 3);
	assert_int_equal(tag(f, ids, 3, "ai"), 0);
}

static void
undo_and_redo_go_on_after_a_restart(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2, 3 };
	struct state_undone done;

	setup_posts(f, 3);
	set_read(f, ids, 1);
	set_read(f, ids, 3);
	tag(f, ids, 2, "ai");
	fixture_reopen(f);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "+ai");
	assert_int_equal(done.posts, 2);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("ai") }), 0);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "read");
	assert_int_equal(done.posts, 2);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), 2);
	fixture_reopen(f);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), 0);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_string_equal(done.what, "+ai");
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("ai") }), 2);
	assert_int_equal(state_redo(f->s, &done, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
}

static void
a_new_action_ends_what_could_be_redone(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2 };
	struct state_undone done;

	setup_posts(f, 2);
	tag(f, ids, 1, "a");
	tag(f, ids, 1, "b");
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	tag(f, ids, 2, "c");
	assert_int_equal(state_redo(f->s, &done, &f->err), -1);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "+c");
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "+a");
	assert_int_equal(state_undo(f->s, &done, &f->err), -1);
}

static void
delete_cache(struct fixture *f)
{
	fixture_anew(f);
}

static void
a_deleted_cache_comes_back_with_tags_and_marks(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2, 3, 4 }, starred[] = { 4 };
	struct posts_row *rows;
	struct feeds_row feed;
	struct state_undone done;
	struct str uid;
	int64_t section, letter;
	size_t n;

	setup_posts(f, 5);
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	uid = feed.uid;
	tag(f, ids, 2, "인공지능");
	set_read(f, ids + 1, 2);
	fixture_ok(f, state_apply(f->s, starred, 1, &(struct state_change){ .star = STATE_ON }, NULL, &f->err));
	fixture_ok(f, state_set_position(f->s, 1, 2, 345, &f->err));
	delete_cache(f);
	assert_true(*f->notice);
	/* Before a sync: what was tagged or starred is there by its title; read marks wait. */
	fixture_ok(f, posts_page(f->s, &f->a, &(struct posts_view){ 0 }, NULL, POSTS_OLDER, 10, &rows, &n, &f->err));
	assert_int_equal(n, 3);
	assert_true(rows[0].is_stub && rows[0].is_starred);
	assert_str(rows[0].title, "글 4");
	assert_str(rows[2].tags[0], "인공지능");
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_true(str_eq(feed.uid, uid));
	/* The sync fills them in. */
	fixture_subscribe(f, "https://blog.example/rss\n");
	assert_int_equal(fixture_merge(f, 1, 5).added, 5);
	fixture_ok(f, posts_page(f->s, &f->a, &(struct posts_view){ 0 }, NULL, POSTS_OLDER, 10, &rows, &n, &f->err));
	assert_int_equal(n, 5);
	for (size_t i = 0; i < n; i++)
		assert_false(rows[i].is_stub);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("인공지능") }), 2);
	assert_int_equal(fixture_count(f, (struct posts_view){ .is_unread = true }), 3);
	assert_true(rows[1].is_starred && !rows[1].is_read);
	assert_true(rows[2].is_read);
	fixture_ok(f, state_position(f->s, rows[4].id, &section, &letter, &f->err));
	assert_int_equal(section, 2);
	assert_int_equal(letter, 345);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "star");
}

/* The journal's file. */
static const char *
journal_of(struct fixture *f)
{
	char name[64] = "";
	FILE *device = fopen(fixture_path(f, "data/sosik/device"), "r");

	assert_non_null(device);
	assert_non_null(fgets(name, sizeof name, device));
	fclose(device);
	name[strcspn(name, "\n")] = '\0';
	return arena_printf(&f->a, "%s/data/sosik/journal/%s.jsonl", f->dir, name).p;
}

static void
append(const char *path, const char *text)
{
	FILE *file = fopen(path, "a");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void
a_torn_last_line_is_taken_off(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2 };
	struct posts_row row;

	setup_posts(f, 2);
	tag(f, ids, 1, "one");
	append(journal_of(f), "{\"seq\":99,\"time\":1,\"do\":\"change\",\"parts\":[{\"do\":\"ta");
	fixture_reopen(f);
	tag(f, ids + 1, 1, "two");
	/* A whole line without its end counts. */
	append(journal_of(f), "{\"seq\":50,\"time\":1,\"do\":\"position\",\"feed\":\"\",\"post\":\"x\"}");
	tag(f, ids, 2, "three");
	delete_cache(f);
	fixture_merge(f, 1, 2);
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_int_equal(row.n_tags, 2);
	assert_str(row.tags[0], "one");
	assert_str(row.tags[1], "three");
	fixture_ok(f, posts_get(f->s, &f->a, 2, &row, &f->err));
	assert_int_equal(row.n_tags, 2);
}

/* As the machine leaves it that stops behind the first start. */
static void
an_empty_device_file_is_written_anew(void **state)
{
	struct fixture *f = *state;
	const int64_t id = 1;
	const char *was;
	FILE *device;

	setup_posts(f, 1);
	tag(f, &id, 1, "one");
	was = journal_of(f);
	device = fopen(fixture_path(f, "data/sosik/device"), "w");
	assert_non_null(device);
	fclose(device);
	fixture_reopen(f);
	assert_string_equal(journal_of(f), was);
}

enum { WRITER_TAGS = 200 };

static int
write_tags(const char *name)
{
	struct store *s;
	struct err err;
	int rc = store_open(&s, STORE_WRITE, NULL, &err);

	for (int64_t i = 1; i <= WRITER_TAGS && !rc; i++) {
		struct str names[] = { str_of(name) };

		rc = state_apply(s, &i, 1, &(struct state_change){ .add = names, .n_add = 1 }, NULL, &err);
	}
	if (rc)
		fprintf(stderr, "%s\n", err.text);
	store_close(s);
	return rc ? 1 : 0;
}

static void
two_writers_lose_nothing(void **state)
{
	struct fixture *f = *state;
	const char *const names[] = { "left", "right" };
	struct state_tag *tags;
	size_t n;
	pid_t pids[2];

	setup_posts(f, WRITER_TAGS);
	store_close(f->s);
	f->s = NULL;
	for (int i = 0; i < 2; i++) {
		pids[i] = fork();
		if (!pids[i])
			_exit(write_tags(names[i]));
	}
	for (int i = 0; i < 2; i++) {
		int status;

		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	fixture_open(f, STORE_WRITE);
	for (int again = 0; again < 2; again++) {
		fixture_ok(f, state_tags(f->s, &f->a, &tags, &n, &f->err));
		assert_int_equal(n, 2);
		assert_int_equal(tags[0].total, WRITER_TAGS);
		assert_int_equal(tags[1].total, WRITER_TAGS);
		delete_cache(f);
		fixture_merge(f, 1, WRITER_TAGS);
	}
}

static void
an_unsubscribed_feed_hides_its_posts_but_what_was_kept(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2 };
	struct state_undone done;
	struct subs subs;

	setup_posts(f, 5);
	tag(f, ids, 1, "ai");
	fixture_subscribe(f, "# nothing\n");
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 1);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("ai") }), 1);
	tag(f, ids + 1, 1, "late");
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 2);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 1);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "unsubscribe https://blog.example/rss");
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 5);
	fixture_ok(f, subs_read(&f->a, &subs, &f->err));
	assert_int_equal(subs.n, 1);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	fixture_ok(f, subs_read(&f->a, &subs, &f->err));
	assert_int_equal(subs.n, 0);
}

static int64_t
unread(struct fixture *f)
{
	return fixture_count(f, (struct posts_view){ .is_unread = true });
}

static void
what_was_kept_of_an_unsubscribed_feed_is_not_unread(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2, 3 };
	const struct state_change read = { .read = STATE_ON };
	struct posts_row row;
	struct state_undone done;

	setup_posts(f, 5);
	tag(f, ids, 1, "ai");
	fixture_ok(f, state_apply(f->s, ids + 2, 1, &read, NULL, &f->err));
	assert_int_equal(unread(f), 4);
	fixture_subscribe(f, "# nothing\n");
	assert_int_equal(unread(f), 0);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("ai"), .is_unread = true }), 0);
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_true(row.is_read && row.is_left);
	tag(f, ids + 1, 2, "late"); /* it comes back into the lists */
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 3);
	assert_int_equal(unread(f), 0);
	delete_cache(f);
	assert_int_equal(unread(f), 0);
	for (size_t i = 0; i < 2; i++)
		fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "unsubscribe https://blog.example/rss");
	fixture_merge(f, 1, 5);
	assert_int_equal(unread(f), 4);
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_true(!row.is_read && !row.is_left);
}

static void
what_was_kept_of_an_unsubscribed_feed_can_be_read(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2 };
	const struct state_change read = { .read = STATE_ON };
	int64_t changed;

	setup_posts(f, 5);
	tag(f, ids, 2, "ai");
	fixture_subscribe(f, "# nothing\n");
	fixture_ok(f, state_apply(f->s, ids, 1, &read, &changed, &f->err));
	assert_int_equal(changed, 1);
	fixture_subscribe(f, "https://blog.example/rss\n");
	assert_int_equal(unread(f), 4);
}

struct lines {
	struct buf text;
};

static int
add_line(void *user, struct str text)
{
	struct lines *lines = user;

	return buf_add(&lines->text, text) < 0 || buf_putc(&lines->text, '\n') < 0;
}

static void
a_dump_is_restored_elsewhere(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2, 3 };
	struct lines lines = { 0 };
	struct posts_row *rows;
	struct subs subs;
	int64_t applied;
	size_t n;

	setup_posts(f, 3);
	tag(f, ids, 2, "ai");
	set_read(f, ids + 1, 2);
	fixture_ok(f, state_dump(f->s, true, add_line, &lines, &f->err));
	store_close(f->s);
	fixture_wipe(f);
	fixture_open(f, STORE_WRITE);
	/* The same feed, with another id here. */
	setup_posts(f, 3);
	fixture_ok(f, state_restore(f->s, buf_str(&lines.text), &applied, &f->err));
	assert_true(applied >= 3);
	fixture_ok(f, posts_page(f->s, &f->a, &(struct posts_view){ 0 }, NULL, POSTS_OLDER, 10, &rows, &n, &f->err));
	assert_int_equal(n, 3);
	assert_true(rows[0].is_read && rows[1].is_read && !rows[2].is_read);
	assert_int_equal(rows[2].n_tags, 1);
	/* And where nothing was: the feed is subscribed. */
	store_close(f->s);
	fixture_wipe(f);
	fixture_open(f, STORE_WRITE);
	fixture_ok(f, state_restore(f->s, buf_str(&lines.text), &applied, &f->err));
	fixture_ok(f, subs_read(&f->a, &subs, &f->err));
	assert_int_equal(subs.n, 1);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("ai") }), 2);
	assert_int_equal(state_restore(f->s, str_lit("no json\n"), &applied, &f->err), -1);
	buf_free(&lines.text);
}

/* What named a post without an id in a line of an older sosik may be a longer form of its link. */
#define MOVED(uid, from, to) "{\"seq\":1,\"do\":\"subscribe\",\"feed\":\"" uid "\",\"url\":\"" from "\",\"line\":\"\"}\n" \
	"{\"seq\":2,\"do\":\"move\",\"feed\":\"" uid "\",\"url\":\"" to "\",\"line\":\"\"}\n"
#define OLD "https://old.example/rss"
#define NEW "https://new.example/rss"
#define THIRD "https://third.example/rss"

static void
restore_moved(struct fixture *f, const char *at)
{
	static const char lines[] = MOVED("aaaa", OLD, NEW)
		"{\"seq\":3,\"do\":\"state\",\"parts\":[{\"do\":\"tag\",\"tag\":\"kept\",\"posts\":{\"aaaa\":[[\"g-2\",\"글 2\"]]}}]}\n";
	struct state_undone done;

	fixture_merge(f, 1, 3);
	fixture_ok(f, state_restore(f->s, str_of(lines), NULL, &f->err));
	fixture_assert_feeds(f, at);
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 3);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("kept") }), 1);
	fixture_reopen(f);
	fixture_merge(f, 1, 3);
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 3);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "+kept");
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("kept") }), 0);
	fixture_assert_feeds(f, at);
}

/* Before the move, behind it, and where it has moved on. */
static void
a_feed_that_has_moved_there_is_the_one_that_is_here(void **state)
{
	static const char *const at[] = { OLD "\n", NEW "\n" };
	struct fixture *f = *state;

	for (size_t i = 0; i < 2; i++) {
		fixture_subscribe(f, at[i]);
		restore_moved(f, at[i]);
		store_close(f->s);
		fixture_wipe(f);
		fixture_open(f, STORE_WRITE);
	}
	fixture_ok(f, state_restore(f->s, str_lit(MOVED("bbbb", NEW, THIRD)), NULL, &f->err));
	restore_moved(f, THIRD "\n");
}

/* What is subscribed is the feeds file's matter: that it ended there hides nothing here. */
static void
a_feed_that_has_ended_there_stays_here(void **state)
{
	static const char lines[] = "{\"seq\":1,\"do\":\"subscribe\",\"feed\":\"aaaa\",\"url\":\"" OLD "\",\"line\":\"\"}\n"
		"{\"seq\":2,\"do\":\"state\",\"act\":\"unsubscribe\",\"feed\":\"aaaa\",\"url\":\"" OLD "\",\"line\":\"\"}\n";
	struct fixture *f = *state;
	struct feeds_row *rows;
	size_t n;

	fixture_subscribe(f, OLD "\n");
	(void)fixture_merge(f, 1, 3);
	fixture_ok(f, state_restore(f->s, str_of(lines), NULL, &f->err));
	assert_int_equal(fixture_count(f, (struct posts_view){ 0 }), 3);
	fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
	assert_int_equal(n, 1);
	fixture_assert_feeds(f, OLD "\n");
}

static void
a_line_of_an_older_form_of_the_link_finds_its_post(void **state)
{
	struct fixture *f = *state;
	struct post post = { .title = str_lit("글"), .link = str_lit("https://blog.example/a/"), .published = FIXTURE_NOW - 9,
		.updated = CLOCK_NONE };
	struct lines lines = { 0 };
	struct buf old = { 0 };
	struct posts_row row;
	const int64_t id = 1;
	struct str head, tail;
	int64_t found;
	size_t at;

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge_posts(f, 1, &post, 1, "<p>x</p>");
	set_read(f, &id, 1);
	fixture_ok(f, state_dump(f->s, true, add_line, &lines, &f->err));
	at = str_find(buf_str(&lines.text), str_lit("\"https://blog.example/a\""));
	head = str_sub(buf_str(&lines.text), 0, at + strlen("\"https://blog.example/a"));
	tail = str_sub(buf_str(&lines.text), head.n, lines.text.n);
	(void)buf_printf(&old, "%.*s/index.html%.*s", STR(head), STR(tail));
	fixture_ok(f, state_undo(f->s, &(struct state_undone){ 0 }, &f->err));
	fixture_ok(f, state_restore(f->s, buf_str(&old), NULL, &f->err));
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_true(row.is_read);
	/* Also when the post comes after the line. */
	store_close(f->s);
	fixture_wipe(f);
	fixture_open(f, STORE_WRITE);
	fixture_ok(f, state_restore(f->s, buf_str(&old), NULL, &f->err));
	assert_int_equal(fixture_merge_posts(f, 1, &post, 1, "<p>x</p>").added, 1);
	fixture_ok(f, posts_find(f->s, post.link, &found, &f->err));
	fixture_ok(f, posts_get(f->s, &f->a, found, &row, &f->err));
	assert_true(row.is_read);
	buf_free(&lines.text);
	buf_free(&old);
}

static void
a_lost_journal_is_written_again(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2, 3 };

	setup_posts(f, 3);
	tag(f, ids, 2, "old");
	store_close(f->s);
	f->s = NULL;
	assert_int_equal(unlink(journal_of(f)), 0);
	fixture_open(f, STORE_WRITE);
	tag(f, ids + 2, 1, "new");
	delete_cache(f);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("old") }), 2);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("new") }), 1);
}

static void
a_number_beyond_all_is_no_line_of_ours(void **state)
{
	static const char *const lines[] = {
		"{\"seq\":9223372036854775807,\"time\":1,\"do\":\"x\"}\n", "{\"seq\":-5,\"time\":1,\"do\":\"x\"}\n",
		"{\"seq\":99999999999999999999999,\"time\":1,\"do\":\"x\"}\n", "\n[1]\n7\n",
	};
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2, 3 };
	struct state_undone done;

	setup_posts(f, 3);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		append(journal_of(f), lines[i]);
	tag(f, ids, 1, "one");
	tag(f, ids, 2, "two");
	delete_cache(f);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("one") }), 1);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("two") }), 2);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "+two");
}

static void
a_restore_that_fails_leaves_nothing_behind(void **state)
{
	struct fixture *f = *state;
	struct buf lines = { 0 };
	struct err err;

	setup_posts(f, 1);
	/* More than is written at once, and then a line that is broken. */
	for (int i = 0; lines.n < 5 << 20; i++)
		buf_printf(&lines, "{\"do\":\"state\",\"parts\":[{\"do\":\"tag\",\"tag\":\"x\",\"posts\":{\"f\":[[\"%d\",\"%1000d\",\"\",0]]}}]}\n",
		    i, i);
	buf_puts(&lines, "no json\n");
	assert_int_equal(state_restore(f->s, buf_str(&lines), NULL, &err), -1);
	assert_int_equal(err.code, ERR_FORMAT);
	fixture_reopen(f);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("x") }), 0);
	delete_cache(f);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("x") }), 0);
	buf_free(&lines);
}

/* What was so before stays, whatever the dump says of it too. */
static void
what_was_restored_is_one_action(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2, 3 };
	struct lines lines = { 0 };
	struct state_undone done;

	setup_posts(f, 3);
	tag(f, ids, 2, "ai");
	tag(f, ids, 3, "old");
	set_read(f, ids + 1, 2);
	fixture_ok(f, state_dump(f->s, true, add_line, &lines, &f->err));
	store_close(f->s);
	fixture_wipe(f);
	fixture_open(f, STORE_WRITE);
	setup_posts(f, 3);
	tag(f, ids + 1, 1, "ai");
	fixture_ok(f, state_restore(f->s, buf_str(&lines.text), NULL, &f->err));
	fixture_ok(f, state_restore(f->s, buf_str(&lines.text), NULL, &f->err)); /* changes nothing more */
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("ai") }), 2);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, "read (2 posts), +ai (1 post), +old (3 posts)");
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("ai") }), 1);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("old") }), 0);
	delete_cache(f);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("ai") }), 1);
	fixture_ok(f, state_redo(f->s, &done, &f->err));
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("old") }), 3);
	buf_free(&lines.text);
}

enum { BLINK_POSTS = 20, BLINKS = 300, BLINK_TITLE = 1200 };

/* Posts whose long titles fill the journal with few of them. */
static void
setup_blinking(struct fixture *f)
{
	struct post posts[BLINK_POSTS];

	for (int i = 0; i < BLINK_POSTS; i++) {
		posts[i] = fixture_post(f, i + 1);
		posts[i].title = arena_printf(&f->a, "%0*d", BLINK_TITLE, i);
	}
	fixture_merge_posts(f, 1, posts, BLINK_POSTS, NULL);
}

/* What comes and goes again: each time nothing is left of it but its lines in the journal. */
static void
blink(struct fixture *f, const int64_t *ids)
{
	tag(f, ids, BLINK_POSTS, "blink");
	fixture_ok(f, state_undo(f->s, NULL, &f->err));
}

static int64_t
journal_bytes(struct fixture *f)
{
	struct stat st;

	assert_int_equal(stat(journal_of(f), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	return st.st_size;
}

static void
assert_undone(struct fixture *f, const char *what)
{
	struct state_undone done;

	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_string_equal(done.what, what);
}

static void
what_was_undone_puts_no_older_action_out(void **state)
{
	struct fixture *f = *state;
	int64_t ids[BLINK_POSTS], size = 0;
	int cuts = 0;

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_reopen(f);
	setup_blinking(f);
	for (int i = 0; i < BLINK_POSTS; i++)
		ids[i] = i + 1;
	tag(f, ids, 5, "first");
	tag(f, ids, 6, "second");
	for (int i = 0; i < BLINKS; i++) {
		blink(f, ids);
		cuts += journal_bytes(f) < size;
		size = journal_bytes(f);
	}
	assert_true(cuts > 1);
	for (int again = 0; again < 2; again++) {
		struct state_undone done;

		fixture_ok(f, state_redo(f->s, &done, &f->err));
		assert_string_equal(done.what, "+blink");
		assert_undone(f, "+blink");
		assert_undone(f, "+second");
		assert_undone(f, "+first");
		assert_int_equal(state_undo(f->s, NULL, &f->err), -1);
		assert_string_equal(f->err.text, "nothing to undo");
		assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("first") }), 0);
		fixture_ok(f, state_redo(f->s, NULL, &f->err));
		fixture_ok(f, state_redo(f->s, NULL, &f->err));
		assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("first") }), 5);
		assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("second") }), 6);
		delete_cache(f);
		setup_blinking(f);
	}
}

/* Whoever waits does not wait for that; a sync does it. */
static void
the_journal_is_made_short_by_a_sync(void **state)
{
	struct fixture *f = *state;
	int64_t ids[BLINK_POSTS], size;

	fixture_subscribe(f, "https://blog.example/rss\n");
	setup_blinking(f);
	for (int i = 0; i < BLINK_POSTS; i++)
		ids[i] = i + 1;
	tag(f, ids, 5, "first");
	store_close(f->s);
	fixture_open(f, STORE_WRITE);
	for (int i = 0; i < BLINKS / 6; i++) {
		size = journal_bytes(f);
		blink(f, ids);
		assert_true(journal_bytes(f) > size);
	}
	size = journal_bytes(f);
	fixture_reopen(f);
	fixture_ok(f, compact_run(f->s, &f->err));
	assert_true(journal_bytes(f) < size / 2);
	delete_cache(f);
	setup_blinking(f);
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("first") }), 5);
}

/* One that needs half the room there is for actions, by something in it that nobody reads. */
static void
tag_at_length(struct fixture *f, int i)
{
	struct buf lines = { 0 };

	(void)buf_printf(&lines, "{\"seq\":%d,\"time\":1,\"do\":\"change\",\"parts\":[{\"do\":\"tag\",\"tag\":\"long\",\"posts\":"
	    "{\"f\":[[\"%d\",\"\",\"\",0]]}}],\"unread\":\"%0*d\"}\n", 100 + i, i, 17 << 20, i);
	append(journal_of(f), buf_cstr(&lines));
	buf_free(&lines);
}

static void
actions_beyond_the_limit_are_told(void **state)
{
	struct fixture *f = *state;
	const int64_t ids[] = { 1, 2 };
	int64_t size;

	setup_posts(f, 2);
	tag(f, ids, 1, "old");
	for (int i = 1; i <= 8; i++)
		tag_at_length(f, i);
	size = journal_bytes(f);
	tag(f, ids, 2, "new");
	assert_true(journal_bytes(f) < size);
	delete_cache(f);
	fixture_merge(f, 1, 2);
	assert_undone(f, "+new");
	assert_undone(f, "+long");
	assert_undone(f, "+long");
	assert_int_equal(state_undo(f->s, NULL, &f->err), -1);
	assert_string_equal(f->err.text, "nothing to undo: earlier changes can no longer be undone");
	assert_int_equal(fixture_count(f, (struct posts_view){ .tag = str_lit("old") }), 1);
}

/* Blinks until the journal becomes shorter. */
static void
blink_until_compacted(struct fixture *f, const int64_t *ids)
{
	int64_t size = 0;

	for (int i = 0; i < BLINKS * 2; i++) {
		blink(f, ids);
		if (journal_bytes(f) < size)
			return;
		size = journal_bytes(f);
	}
	fail_msg("never compacted; %lld bytes", (long long)size);
}

static void
what_a_snapshot_tells_is_no_action_to_undo(void **state)
{
	struct fixture *f = *state;
	int64_t ids[BLINK_POSTS];

	fixture_subscribe(f, "https://blog.example/rss\nhttps://old.example/rss\n");
	fixture_subscribe(f, "https://blog.example/rss\n");
	setup_blinking(f);
	for (int i = 0; i < BLINK_POSTS; i++)
		ids[i] = i + 1;
	tag(f, ids, 1, "one");
	blink_until_compacted(f, ids);
	delete_cache(f);
	assert_undone(f, "+one");
	assert_undone(f, "unsubscribe https://old.example/rss");
	assert_int_equal(state_undo(f->s, NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
}

static void
count_found(void *user, enum doctor_part part, const char *text, bool is_repaired)
{
	(void)user;
	(void)is_repaired;
	assert_int_equal(part, DOCTOR_JOURNAL);
	assert_non_null(strstr(text, "its number is not above the one before"));
}

/* The lines of a snapshot have one number, and the actions behind it come in any order. */
static void
the_doctor_knows_a_snapshot(void **state)
{
	struct fixture *f = *state;
	struct doctor doctor = { .found = count_found };
	int64_t ids[BLINK_POSTS];

	fixture_subscribe(f, "https://blog.example/rss\n");
	setup_blinking(f);
	for (int i = 0; i < BLINK_POSTS; i++)
		ids[i] = i + 1;
	blink_until_compacted(f, ids);
	doctor.s = f->s;
	fixture_ok(f, doctor_files_journal(&doctor, &f->err));
	assert_int_equal(doctor.left, 0);
	append(journal_of(f), "{\"seq\":1,\"time\":1,\"do\":\"change\",\"parts\":[]}\n");
	fixture_ok(f, doctor_files_journal(&doctor, &f->err));
	assert_int_equal(doctor.left, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(the_doctor_knows_a_snapshot),
		STORE_TEST(only_what_was_not_so_is_changed),
		STORE_TEST(undo_and_redo_go_on_after_a_restart),
		STORE_TEST(a_new_action_ends_what_could_be_redone),
		STORE_TEST(a_deleted_cache_comes_back_with_tags_and_marks),
		STORE_TEST(a_torn_last_line_is_taken_off),
		STORE_TEST(an_empty_device_file_is_written_anew),
		STORE_TEST(two_writers_lose_nothing),
		STORE_TEST(an_unsubscribed_feed_hides_its_posts_but_what_was_kept),
		STORE_TEST(what_was_kept_of_an_unsubscribed_feed_is_not_unread),
		STORE_TEST(what_was_kept_of_an_unsubscribed_feed_can_be_read),
		STORE_TEST(a_dump_is_restored_elsewhere),
		STORE_TEST(a_feed_that_has_ended_there_stays_here),
		STORE_TEST(a_feed_that_has_moved_there_is_the_one_that_is_here),
		STORE_TEST(a_line_of_an_older_form_of_the_link_finds_its_post),
		STORE_TEST(a_lost_journal_is_written_again),
		STORE_TEST(a_number_beyond_all_is_no_line_of_ours),
		STORE_TEST(a_restore_that_fails_leaves_nothing_behind),
		STORE_TEST(what_was_restored_is_one_action),
		STORE_TEST(what_a_snapshot_tells_is_no_action_to_undo),
		STORE_TEST(what_was_undone_puts_no_older_action_out),
		STORE_TEST(the_journal_is_made_short_by_a_sync),
		STORE_TEST(actions_beyond_the_limit_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
