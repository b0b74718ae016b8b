#include "unit.h"

#include "store/subs_edit.h"
#include "store_fixture.h"

static void
a_missing_file_is_empty(void **state)
{
	struct fixture *f = *state;
	struct subs subs;

	fixture_ok(f, subs_read(&f->a, &subs, &f->err));
	assert_int_equal(subs.n + subs.n_problems, 0);
}

static void
lines_are_read_and_wrong_ones_named(void **state)
{
	struct fixture *f = *state;
	struct subs subs;

	fixture_write_feeds(f, "# 구독\n\n"
	    "https://a.example/rss   name=\"지식 \\\"나무\\\"\" #ai #통신 fulltext=auto every=6h # 메모 name=x\n"
	    "  https://b.example/atom\t#회사\r\n"
	    "ftp://c.example/\n"
	    "https://d.example/ name=\"open\n"
	    "https://a.example/rss\n"
	    "https://e.example/ what\n");
	fixture_ok(f, subs_read(&f->a, &subs, &f->err));
	assert_int_equal(subs.n, 4);
	assert_str(subs.feeds[0].name, "지식 \"나무\"");
	assert_int_equal(subs.feeds[0].n_tags, 2);
	assert_str(subs.feeds[0].tags[1], "통신");
	assert_int_equal(subs.feeds[0].n_options, 2);
	assert_str(subs.feeds[0].options[1].key, "every");
	assert_str(subs.feeds[0].options[1].value, "6h");
	assert_str(subs.feeds[1].url, "https://b.example/atom");
	assert_str(subs.feeds[1].tags[0], "회사");
	assert_int_equal(subs.feeds[1].line, 4);
	assert_str(subs.feeds[3].url, "https://e.example/");
	assert_int_equal(subs.n_problems, 4);
	assert_true(str_has(subs.problems[0], "feeds:5:1: "));
	assert_true(str_has(subs.problems[1], "feeds:6:25: "));
	assert_true(str_has(subs.problems[2], "feeds:7:1: "));
	assert_true(str_has(subs.problems[3], "feeds:8:20: "));
}

static void
what_is_wrong_with_a_value_is_named_with_its_column(void **state)
{
	struct fixture *f = *state;
	struct subs subs;

	subs_parse(&f->a, str_lit("https://a.example/ every=xx\nhttps://b.example/ #한국 every=\nhttps://c.example/ every=2w #x\n"
	    "https://d.example/ every=30m every=6h every=\"1d\"\nhttps://e.example/ #한국 name=\"열린 이름 #x\n"
	    "https://f.example/ name=a\"b\"c\"d\n"), "feeds", &subs);
	assert_int_equal(subs.n, 6);
	assert_int_equal(subs.n_problems, 5);
	assert_str(subs.problems[0], "feeds:1:20: expected a number with m, h or d, such as 30m, 6h, 1d");
	assert_true(str_starts(subs.problems[1], "feeds:2:24: expected"));
	assert_true(str_starts(subs.problems[2], "feeds:3:20: expected"));
	assert_str(subs.problems[3], "feeds:5:29: this quote is not closed");
	assert_str(subs.problems[4], "feeds:6:30: this quote is not closed");
	subs_parse(&f->a, str_lit("https://a.example/ fulltext=yes\nhttps://b.example/ fulltext=always\n"), "feeds", &subs);
	assert_int_equal(subs.n_problems, 1);
	assert_str(subs.problems[0], "feeds:1:20: expected auto, always or never");
	subs_parse(&f->a, str_lit("https://a.example/ every=1m fulltxt=always\nhttps://b.example/ every=40d\nhttps://c.example/ every=5m\n"
	    "https://d.example/ password-comand=x login=me\nhttps://e.example/ #a password-command=x\nhttps://f.example/ folder=x note=y\n"
	    "https://g.example/ user-agent=\"\"\n"), "feeds", &subs);
	assert_int_equal(subs.n_problems, 7);
	assert_true(str_starts(subs.problems[0], "feeds:1:20: expected 5m at least"));
	assert_str(subs.problems[1], "feeds:1:29: there is no option ‘fulltxt’; did you mean ‘fulltext’?");
	assert_true(str_starts(subs.problems[2], "feeds:2:20: expected 5m at least"));
	assert_str(subs.problems[3], "feeds:4:20: there is no option ‘password-comand’; did you mean ‘password-command’?");
	assert_str(subs.problems[4], "feeds:4:38: login= needs a password-command= beside it");
	assert_str(subs.problems[5], "feeds:5:23: password-command= needs a login= beside it");
	assert_str(subs.problems[6], "feeds:7:20: this is empty; expected one line of text");
	assert_int_equal(subs_interval(str_lit("30m")), 1800);
	assert_int_equal(subs_interval(str_lit("m")), 0);
}

/* One edit of the file; whether there was something to do. */
static bool
edit(struct fixture *f, enum subs_edit_kind kind, struct subs_feed feed)
{
	struct subs_edit one = { .kind = kind, .feed = feed };

	fixture_ok(f, subs_edit_run(&one, 1, &f->err));
	return one.is_done;
}

static struct subs_feed
named(const char *url, const char *name)
{
	return (struct subs_feed){ .url = str_of(url), .name = str_of(name) };
}

static void
an_edit_keeps_all_other_lines(void **state)
{
	struct fixture *f = *state;
	struct str tag = str_lit("ai");
	struct subs_feed feed = { .url = str_lit("https://new.example/"), .name = str_lit("새 글"), .tags = &tag, .n_tags = 1 };

	fixture_write_feeds(f, "# one\r\n\nhttps://a.example/  #x   name=\"old one\" every=1h # note\n#two\nhttps://b.example/");
	assert_true(edit(f, SUBS_EDIT_ADD, feed));
	assert_false(edit(f, SUBS_EDIT_ADD, feed));
	assert_true(edit(f, SUBS_EDIT_RENAME, named("https://a.example/", "새 \"이름\"")));
	assert_true(edit(f, SUBS_EDIT_RENAME, named("https://b.example/", "b")));
	fixture_assert_feeds(f, "# one\r\n\nhttps://a.example/  #x   name=\"새 \\\"이름\\\"\" every=1h # note\n#two\n"
	    "https://b.example/ name=b\nhttps://new.example/ name=\"새 글\" #ai\n");
	assert_true(edit(f, SUBS_EDIT_REMOVE, named("https://a.example/", "")));
	assert_false(edit(f, SUBS_EDIT_REMOVE, named("https://a.example/", "")));
	assert_false(edit(f, SUBS_EDIT_RENAME, named("https://a.example/", "가")));
	fixture_assert_feeds(f, "# one\r\n\n#two\nhttps://b.example/ name=b\nhttps://new.example/ name=\"새 글\" #ai\n");
}

static void
an_edit_goes_through_a_symlink(void **state)
{
	struct fixture *f = *state;
	struct subs_feed feed = { .url = str_lit("https://new.example/") };
	struct stat st;

	fixture_write_feeds(f, "https://a.example/\n");
	assert_int_equal(rename(fixture_feeds(f), fixture_path(f, "dotfiles")), 0);
	assert_int_equal(symlink(fixture_path(f, "dotfiles"), fixture_feeds(f)), 0);
	assert_true(edit(f, SUBS_EDIT_ADD, feed));
	assert_int_equal(lstat(fixture_feeds(f), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	fixture_assert_feeds(f, "https://a.example/\nhttps://new.example/\n");
}

static void
feeds_follow_the_file(void **state)
{
	struct fixture *f = *state;
	struct feeds_row *rows, row;
	struct str uid;
	size_t n;

	fixture_subscribe(f, "https://b.example/ name=비 #x #y\nhttps://a.example/\n");
	fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
	assert_int_equal(n, 2);
	assert_str(rows[0].name, "비");
	assert_int_equal(rows[0].n_tags, 2);
	assert_str(rows[1].name, "a.example");
	assert_int_equal(rows[0].uid.n, 32);
	uid = rows[0].uid;
	fixture_merge(f, rows[0].id, 2);
	/* Another order and name; one gone. */
	fixture_subscribe(f, "https://b.example/ name=\"비 블로그\"\n");
	fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
	assert_int_equal(n, 1);
	assert_str(rows[0].name, "비 블로그");
	assert_int_equal(rows[0].n_tags, 0);
	/* Gone and back: the same feed. */
	fixture_subscribe(f, "");
	fixture_subscribe(f, "https://c.example/\nhttps://b.example/\n");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("https://b.example/"), &row, &f->err));
	assert_true(str_eq(row.uid, uid));
	assert_int_equal(row.total, 2);
	/* The address in another form is a move, not another feed. */
	fixture_subscribe(f, "https://c.example/\nhttp://b.example\n");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("http://b.example"), &row, &f->err));
	assert_true(str_eq(row.uid, uid));
	assert_int_equal(row.total, 2);
}

static void
a_feed_is_found_by_a_part_that_is_unique(void **state)
{
	struct fixture *f = *state;
	struct feeds_row row;

	fixture_subscribe(f, "https://one.example/ name=\"하나 블로그\"\nhttps://two.example/ name=\"두 블로그\"\n");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("하나"), &row, &f->err));
	assert_str(row.url, "https://one.example/");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("two"), &row, &f->err));
	assert_int_equal(feeds_find(f->s, &f->a, str_lit("블로그"), &row, &f->err), -1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
	assert_string_equal(f->err.text,
	    "2 feeds fit ‘블로그’, an address works too: 하나 블로그 (https://one.example/), 두 블로그 (https://two.example/)");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("https://two.example/"), &row, &f->err));
	assert_int_equal(feeds_find(f->s, &f->a, str_lit("셋"), &row, &f->err), -1);
}

/* Its row has a number that nobody is told and that a new cache changes: it is no name. */
static void
a_number_is_a_part_of_a_name(void **state)
{
	struct fixture *f = *state;
	struct feeds_row row, same;

	fixture_subscribe(f, "https://one.example/ name=\"하나\"\nhttps://two.example/0001.xml name=\"두 블로그 1\"\nhttps://three.example/ name=\"3\"\n");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("0001"), &row, &f->err));
	assert_str(row.url, "https://two.example/0001.xml");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("1"), &row, &f->err));
	assert_str(row.url, "https://two.example/0001.xml");
	fixture_ok(f, feeds_find(f->s, &f->a, str_lit("3"), &row, &f->err));
	assert_str(row.url, "https://three.example/");
	assert_int_equal(feeds_find(f->s, &f->a, str_lit("2"), &row, &f->err), -1);
	/* By the id that the JSON has. */
	fixture_ok(f, feeds_find(f->s, &f->a, row.uid, &same, &f->err));
	assert_str(same.url, "https://three.example/");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_missing_file_is_empty),
		STORE_TEST(lines_are_read_and_wrong_ones_named),
		STORE_TEST(what_is_wrong_with_a_value_is_named_with_its_column),
		STORE_TEST(an_edit_keeps_all_other_lines),
		STORE_TEST(an_edit_goes_through_a_symlink),
		STORE_TEST(feeds_follow_the_file),
		STORE_TEST(a_feed_is_found_by_a_part_that_is_unique),
		STORE_TEST(a_number_is_a_part_of_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
