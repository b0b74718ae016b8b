/*
 * A reader on a cache of its own with three feeds and thirty posts: keys go
 * in, screens come out and are compared with tests/ui/NAME.screen.
 */
#ifndef UI_READER_H
#define UI_READER_H

#include <ftw.h>
#include <libintl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/tr.h"
#include "query/query.h"
#include "store/index.h"
#include "store/merge.h"
#include "store/subs_edit.h"
#include "text/utf8.h"
#include "ui/app.h"
#include "ui/changes.h"
#include "ui/input.h"
#include "ui/view_posts.h"
#include "untranslated.h"

#define READER_NOW 1738724400 /* 2025-02-05 12:00 in Seoul */

enum { READER_POSTS = 30 };

static const char *const reader_feeds[] = { "https://namu.example/rss", "https://d2.example/atom", "https://news.example/rss" };
static const char *const reader_names[] = { "지식 나무", "네이버 D2", "전자신문" };
static const char *const reader_titles[] = {
	"SK텔레콤의 AI 진출, 오픈AI와의 협업이 한국 통신 시장에 남긴 것",
	"쿠버네티스 운영기 (1) — etcd 장애와 복구",
	"Rust로 다시 쓰는 결제 서버",
	"짧은 글",
	"「2025년 개발 동향」 정리: 에이전트 · 경량 모델 · 온디바이스",
};

static const char reader_article[] =
	"<article><p>도입 문단입니다. <a href=\"https://example.com/a\">첫 링크</a>와 <b>굵은 글자</b>가 있고, 한국어 문단은 길게 "
	"이어져도 어절에서만 줄이 바뀝니다.</p>"
	"<h2>1. 배경</h2><p>배경을 적습니다.</p><h3>(1) 시장</h3><p>시장은 이렇습니다. <a href=\"http://example.com/b?q=1\">둘째</a></p>"
	"<h3>(2) 기술</h3><ul><li>첫째 항목</li><li>둘째 항목</li></ul>"
	"<h2>2. 구현</h2><pre data-lang=\"c\">int main(void) { return a_function_with_a_long_name(of_many, arguments, that_do, not_fit, on_a_line, "
	"of_the_screen, at_all); }\nshort(); /* 짧은 줄 */</pre>"
	"<blockquote><p>인용한 글입니다.</p></blockquote>"
	"<h2>3. 마무리</h2><p>끝입니다.</p></article>";

struct reader {
	char dir[32];
	struct store *store;
	struct app *app;
};

static inline void
reader_must(int rc, const struct err *err)
{
	if (rc < 0)
		fail_msg("%s", err->text);
}

static inline void
reader_add_post(struct merge *m, int i)
{
	char id[32], link[64], title[200];
	struct post post = { .published = READER_NOW - 3600 * (int64_t)(i < READER_POSTS ? i * i + 1 : i + 900), .updated = CLOCK_NONE };
	struct merge_post given = { .post = &post, .letters = 2300, .excerpt = str_lit("도입 문단입니다.") };
	struct err err;

	(void)snprintf(id, sizeof id, "id-%d", i);
	(void)snprintf(link, sizeof link, "https://example.com/post/%d", i);
	if (i < 5)
		(void)snprintf(title, sizeof title, "%s", reader_titles[i]);
	else
		(void)snprintf(title, sizeof title, "%s %d", reader_titles[i % 5], i);
	post.id = str_of(id);
	post.link = str_of(link);
	post.title = str_of(title);
	post.author = str_lit("김영희");
	given.xhtml = i % 7 == 6 ? STR_NONE : str_of(reader_article);
	reader_must(merge_post(m, &given, &err), &err);
}

/* Posts [from, to), every third one in each feed. */
static inline void
reader_sync(struct store *store, int from, int to)
{
	const struct feeds_fetch fetch = { .status = 200, .held_until = CLOCK_NONE };
	struct arena a = { 0 };
	struct feeds_row *feeds;
	struct merge_count count;
	struct merge *m;
	struct err err;
	size_t n;

	reader_must(feeds_list(store, &a, &feeds, &n, &err), &err);
	for (size_t f = 0; f < n; f++) {
		struct feed feed = { .format = FEED_RSS_20, .title = feeds[f].name, .updated = CLOCK_NONE, .ttl_min = -1 };

		reader_must(merge_begin(store, feeds[f].id, &m, &err), &err);
		for (int i = from; i < to; i++)
			if ((size_t)i % 3 == f)
				reader_add_post(m, i);
		reader_must(merge_end(m, &feed, &fetch, &count, &err), &err);
	}
	arena_free(&a);
}

/* Nothing waits for the search index. */
static inline void
reader_bring_in(struct store *store)
{
	struct err err = { 0 };
	bool is_done = false;

	while (!is_done)
		reader_must(index_run(store, INDEX_SLICE, &is_done, &err), &err);
}

static inline void
reader_subscribe(struct store *store)
{
	struct arena a = { 0 };
	struct subs subs;
	struct err err;

	for (size_t i = 0; i < 3; i++) {
		struct subs_edit added = { .kind = SUBS_EDIT_ADD,
			.feed = { .url = str_of(reader_feeds[i]), .name = str_of(reader_names[i]) } };

		reader_must(subs_edit_run(&added, 1, &err), &err);
	}
	reader_must(feeds_take(store, &a, &subs, &err), &err);
	arena_free(&a);
}

static inline void
reader_open_empty(struct reader *r, int rows, int cols)
{
	struct err err;

	memcpy(r->dir, "/tmp/sosik-ui-XXXXXX", sizeof "/tmp/sosik-ui-XXXXXX");
	assert_non_null(mkdtemp(r->dir));
	setenv("HOME", r->dir, 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_STATE_HOME");
	unsetenv("XDG_CACHE_HOME");
	clock_set(READER_NOW);
	reader_must(store_open(&r->store, STORE_WRITE, NULL, &err), &err);
	r->app = app_new(r->store, NULL, rows, cols);
}

static inline void
reader_open(struct reader *r, int rows, int cols)
{
	reader_open_empty(r, rows, cols);
	reader_subscribe(r->store);
	reader_sync(r->store, 0, READER_POSTS);
	reader_bring_in(r->store);
	app_free(r->app);
	r->app = app_new(r->store, NULL, rows, cols);
}

static inline int
reader_remove(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static inline void
reader_close(struct reader *r)
{
	app_free(r->app);
	store_close(r->store);
	clock_set(CLOCK_NONE);
	(void)nftw(r->dir, reader_remove, 16, FTW_DEPTH | FTW_PHYS);
}

/* The reader is left and started again. */
static inline void
reader_restart(struct reader *r)
{
	int rows = r->app->screen.rows, cols = r->app->screen.cols;
	struct err err;

	reader_must(memory_write(&r->app->memory, &err), &err);
	app_free(r->app);
	r->app = app_new(r->store, NULL, rows, cols);
	app_draw(r->app);
}

/* Types bytes as a terminal sends them, then draws. */
static inline void
reader_type(struct reader *r, const char *bytes)
{
	struct input in;
	int32_t key;

	input_init(&in);
	for (; *bytes; bytes++) {
		bool is_esc = *bytes == INPUT_ESC && !strchr("[O]_P", bytes[1]); /* pressed by itself */

		input_add(&in, str_new(bytes, 1));
		while (input_next(&in, is_esc || !bytes[1], &key)) {
			app_key(r->app, key);
			app_draw(r->app); /* pages depend on what is shown */
		}
	}
	app_keys_end(r->app);
	input_free(&in);
	opened_mark(r->app); /* when there is time */
	app_draw(r->app);
}

/* No particle is left as the pair that a message has it in: "{을/를}". */
static inline void
reader_assert_settled(struct str screen)
{
	static const char *const pairs[] = { "{을/", "{은/", "{이/", "{과/", "{와/", "{으로/", "{이라는/" };

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (str_has(screen, pairs[i]))
			fail_msg("‘%s’ in\n%.*s", pairs[i], STR(screen));
}

static inline struct str
reader_screen(struct reader *r, struct buf *out)
{
	app_draw(r->app);
	buf_clear(out);
	screen_text(&r->app->screen, out);
	reader_assert_settled(buf_str(out));
	untranslated_assert_none(buf_str(out));
	return buf_str(out);
}

/* The last row of the help counts the actions, which are not what its screens are for. */
static inline void
reader_cut_status(const char *name, struct buf *screen)
{
	if (!str_starts(str_of(name), "help"))
		return;
	buf_truncate(screen, screen->n - 1);
	while (screen->n && screen->p[screen->n - 1] != '\n')
		buf_truncate(screen, screen->n - 1);
}

/* The screen is the one of the file; SCREENS=write makes the file. */
static inline void
reader_assert_file(struct reader *r, const char *name, const char *file, int line)
{
	struct buf got = { 0 }, want = { 0 };
	char path[128];
	struct err err = { 0 };

	(void)snprintf(path, sizeof path, "tests/ui/%s.screen", name);
	(void)reader_screen(r, &got);
	reader_cut_status(name, &got);
	if (getenv("SCREENS"))
		reader_must(file_replace(path, buf_str(&got), &err), &err);
	reader_must(file_read(path, 1 << 20, &want, &err), &err);
	if (!str_eq(buf_str(&got), buf_str(&want))) {
		print_error("%s: want\n%s\ngot\n%s\n", path, buf_cstr(&want), buf_cstr(&got));
		_fail(file, line);
	}
	buf_free(&got);
	buf_free(&want);
}
#define reader_assert_file(r, name) reader_assert_file((r), (name), __FILE__, __LINE__)

/* The same at three sizes, as NAME-LANGUAGE-80x24 and so on. rest is run at each before it is looked at; NULL: nothing. */
static inline void
reader_assert_sizes(struct reader *r, const char *name, const char *language, void (*rest)(struct reader *r))
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 50, 200 }, { 10, 40 } };
	char file[64];

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		app_resize(r->app, sizes[i].rows, sizes[i].cols);
		app_draw(r->app);
		if (rest)
			rest(r);
		(void)snprintf(file, sizeof file, "%s-%s-%dx%d", name, language, sizes[i].cols, sizes[i].rows);
		reader_assert_file(r, file);
	}
}

/* Some line of the screen holds the text (or none does). */
static inline void
reader_assert_has(struct reader *r, const char *text, bool wanted, const char *file, int line)
{
	struct buf got = { 0 };

	if (str_has(reader_screen(r, &got), text) != wanted) {
		print_error("%s ‘%s’ in\n%s\n", wanted ? "no" : "there is", text, buf_cstr(&got));
		_fail(file, line);
	}
	buf_free(&got);
}
#define reader_assert_shows(r, text) reader_assert_has((r), (text), true, __FILE__, __LINE__)
#define reader_assert_hides(r, text) reader_assert_has((r), (text), false, __FILE__, __LINE__)

/* The reader speaks the language of this locale from here on: "ko_KR.UTF-8", "C.UTF-8". */
static inline void
reader_speak(const char *locale)
{
	char folder[128];

	setenv("LC_ALL", locale, 1);
	unsetenv("LANGUAGE");
	tr_init();
	(void)snprintf(folder, sizeof folder, "%s/share/locale", getenv("O") ? getenv("O") : "build");
	(void)bindtextdomain("sosik", folder);
}

/* How many posts a query finds. */
static inline int64_t
reader_count(struct reader *r, const char *text)
{
	struct arena a = { 0 };
	struct posts_view what = { 0 };
	struct query *query;
	struct err err;
	int64_t n;

	reader_must(query_parse(&a, str_of(text), NULL, &query, &err), &err);
	what.query = query;
	reader_must(posts_count(r->store, &what, &n, &err), &err);
	arena_free(&a);
	return n;
}

/* The title under the cursor. */
static inline struct str
reader_at(struct reader *r)
{
	const struct posts_row *row = view_posts_row(r->app->views[APP_POSTS]);

	return row ? row->title : STR_NONE;
}

#endif
