/*
 * How fast posts come into the search index: indexing, in the environment of a
 * cache, prints how fast their texts are made and taken apart, brings all of
 * them in anew, a slice at a time, and prints what a post and the longest
 * transactions took, and the size of the index beside that of the texts.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/vec.h"
#include "store/index.h"
#include "store/index_text.h"
#include "store/index_tokenizer.h"
#include "store/store_impl.h"

struct times {
	vec(double) ms; /* of transactions */
	double began;
};

/* CPU time of this process: other programs on the machine do not count. */
static double
cpu_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The tokenizer of the search index, and how much it gave. */
struct tokens {
	fts5_tokenizer tokenizer;
	Fts5Tokenizer *state;
	size_t n;
};

static int
on_token(void *user, int flags, const char *token, int len, int from, int to)
{
	struct tokens *tokens = user;

	(void)flags, (void)token, (void)len, (void)from, (void)to;
	tokens->n++;
	return SQLITE_OK;
}

static void
take_apart(struct tokens *tokens, struct str text)
{
	(void)tokens->tokenizer.xTokenize(tokens->state, tokens, FTS5_TOKENIZE_DOCUMENT, text.n ? text.p : "", (int)text.n, on_token);
}

static void
take_all_apart(struct tokens *tokens, const struct index_text *text)
{
	take_apart(tokens, text->title);
	take_apart(tokens, text->author);
	take_apart(tokens, buf_str(&text->section));
	take_apart(tokens, buf_str(&text->body));
	take_apart(tokens, buf_str(&text->initials));
}

static int
open_tokens(struct store *s, struct tokens *tokens)
{
	fts5_api *api = index_tokenizer_api(s->db);
	void *user;

	return api && api->xFindTokenizer(api, "sosik", &user, &tokens->tokenizer) == SQLITE_OK &&
	    tokens->tokenizer.xCreate(user, NULL, 0, &tokens->state) == SQLITE_OK ? 0 : -1;
}

static struct str
column(sqlite3_stmt *st, int at)
{
	return str_new((const char *)sqlite3_column_text(st, at), (size_t)sqlite3_column_bytes(st, at));
}

/* The bytes of all texts. */
static size_t
read_texts(struct store *s)
{
	sqlite3_stmt *st = stmt_compose(s, "SELECT p.title, p.author, b.xhtml FROM post p JOIN body b ON b.post_id = p.id", NULL);
	struct tokens tokens = { 0 };
	struct index_text text = { 0 };
	double made = 0, taken = 0, start;
	size_t posts = 0, bytes = 0;

	if (open_tokens(s, &tokens) < 0)
		return 0;
	for (; st && sqlite3_step(st) == SQLITE_ROW; posts++) {
		struct index_post post = { .title = column(st, 0), .author = column(st, 1), .xhtml = column(st, 2) };

		start = cpu_ms();
		index_text_make(&text, &post);
		made += cpu_ms() - start;
		start = cpu_ms();
		take_all_apart(&tokens, &text);
		taken += cpu_ms() - start;
		bytes += index_text_bytes(&text);
	}
	printf("%zu posts, %.1f MB of text: made in %.3f ms a post, taken apart in %.3f ms (%zu tokens)\n", posts, (double)bytes / 1e6,
	    made / (double)(posts ? posts : 1), taken / (double)(posts ? posts : 1), tokens.n);
	index_text_free(&text);
	(void)sqlite3_finalize(st);
	return bytes;
}

static int
on_statement(unsigned kind, void *user, void *st, void *sql)
{
	struct times *times = user;

	(void)kind, (void)st;
	if (!strncmp(sql, "BEGIN", 5) || strstr(sql, "'merge'"))
		times->began = cpu_ms();
	return 0;
}

static int
on_commit(void *user)
{
	struct times *times = user;

	*vec_add(&times->ms) = cpu_ms() - times->began;
	return 0;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static int
bring_in(struct store *s, struct err *err)
{
	struct times times = { 0 };
	bool is_done = false;
	int64_t posts;
	double start = cpu_ms();

	if (index_start_over(s, err) < 0 || index_behind(s, &posts, err) < 0)
		return -1;
	(void)sqlite3_trace_v2(s->db, SQLITE_TRACE_STMT, on_statement, &times);
	(void)sqlite3_commit_hook(s->db, on_commit, &times);
	while (!is_done)
		if (index_run(s, INDEX_SLICE, &is_done, err) < 0)
			return -1;
	if (times.ms.n)
		qsort(times.ms.v, times.ms.n, sizeof *times.ms.v, compare);
	if (times.ms.n && posts)
		printf("brought in at %.3f ms CPU a post; transactions: median %.1f ms, 99 %% below %.1f ms, longest %.1f ms\n",
		    (cpu_ms() - start) / (double)posts, times.ms.v[times.ms.n / 2], times.ms.v[times.ms.n * 99 / 100],
		    times.ms.v[times.ms.n - 1]);
	vec_free(&times.ms);
	return 0;
}

static int
run(struct store *s, struct err *err)
{
	size_t bytes = read_texts(s);
	int64_t size;
	sqlite3_stmt *st;

	if (bring_in(s, err) < 0)
		return -1;
	st = stmt_compose(s, "SELECT (SELECT sum(length(block)) FROM search.post_index_data) + (SELECT sum(length(sz)) FROM search.post_index_docsize)", err);
	if (!st || stmt_int(s, st, 0, &size, err) < 0)
		return -1;
	(void)sqlite3_finalize(st);
	printf("index %.1f MB, %.2f x the text\n", (double)size / 1e6, (double)size / (double)(bytes ? bytes : 1));
	return 0;
}

int
main(void)
{
	struct store *s = NULL;
	struct err err = { 0 };
	int rc = store_open(&s, STORE_WRITE, NULL, &err);

	if (!rc)
		rc = run(s, &err);
	if (rc < 0)
		(void)fprintf(stderr, "%s\n", err.text);
	store_close(s);
	return rc < 0;
}
