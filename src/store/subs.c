#include "store/subs.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/num.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/interval.h"
#include "store/met.h"
#include "store/subs_line.h"
#include "text/asking.h"
#include "text/clean.h"
#include "text/josa.h"
#include "text/nfc.h"
#include "text/typo.h"
#include "text/url.h"
#include "text/utf8.h"

struct reading {
	struct arena *a;
	const char *file;
	vec(struct subs_feed) feeds;
	vec(struct str) problems;
	struct map urls; /* seen: two lines of one URL are one feed */
};

/* Of fulltext=. */
static const char *const fulltexts[] = { "auto", "always", "never" };

/* What options there are; others are kept for whoever knows them. */
static const char *const known[] = {
	"ca-file", "cookie", "every", "fulltext", "header", "internal", "login", "name", "password-command", "proxy", "unread",
	"user-agent", NULL,
};

enum { SLIPS_FROM = 8 /* letters, in which two slips are still the same word; else one */ };

/* Columns are counted as people do: by characters. */
static void
problem(struct reading *r, struct str line, size_t number, size_t at, const char *what)
{
	size_t column = utf8_count(str_sub(line, 0, at)) + 1;

	*vec_add(&r->problems) = arena_printf(r->a, "%s:%zu:%zu: %s", r->file, number, column, what);
}

static bool
is_one_of(struct str value, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(value, words[i]))
			return true;
	return false;
}

/* "all", or how many; -1: neither. */
static int64_t
unread_of(struct str value)
{
	int64_t n;

	if (str_is(value, "all"))
		return MET_ALL;
	return num_parse(value, 0, LIMIT_FEED_ITEMS, &n) ? MET_NONE + n : -1;
}

/* Too short or too long to count as it stands; 0, which is no interval, is neither. */
static bool
is_out_of_range(int64_t every_s)
{
	return every_s && (every_s < INTERVAL_ASKED_MIN_S || every_s > INTERVAL_ASKED_MAX_S);
}

/* The option that was meant by a key that is none; NULL for a word of its own. */
static const char *
meant(struct str key)
{
	int slips = key.n < SLIPS_FROM ? 1 : 2;

	if (str_is_one_of(key, known))
		return NULL;
	for (const char *const *word = known; *word; word++)
		if (typo_distance(key, str_of(*word)) <= slips)
			return *word;
	return NULL;
}

static void
read_key(struct reading *r, struct str line, size_t number, const struct subs_line_word *word)
{
	const char *near = meant(word->key);
	struct buf text = { 0 }, told = { 0 };

	if (!near)
		return;
	(void)buf_printf(&text, tr("there is no option ‘%.*s’; did you mean ‘%s’?"), STR(word->key), near);
	josa_apply(&told, buf_str(&text));
	problem(r, line, number, word->at, buf_cstr(&told));
	buf_free(&text);
	buf_free(&told);
}

/* A login has two halves. */
static void
check_login(struct reading *r, struct str line, const struct subs_feed *feed, size_t login, size_t command)
{
	const char *fault = asking_login_fault(login, command);

	if (fault)
		problem(r, line, feed->line, login ? login : command, fault);
}

static void
read_option(struct reading *r, struct str line, size_t number, const struct subs_line_word *word)
{
	const char *fault = asking_fault(word->key, word->value);

	if (fault)
		problem(r, line, number, word->at, fault);
	read_key(r, line, number, word);
	if (str_is(word->key, "every") && !subs_interval(word->value))
		problem(r, line, number, word->at, tr("expected a number with m, h or d, such as 30m, 6h, 1d"));
	if (str_is(word->key, "every") && is_out_of_range(subs_interval(word->value)))
		problem(r, line, number, word->at, tr("expected 5m at least and 30d at most, which it counts as"));
	if (str_is(word->key, "unread") && unread_of(word->value) < 0)
		problem(r, line, number, word->at, tr("expected a number of posts, or all"));
	if (str_is(word->key, "fulltext") && !is_one_of(word->value, fulltexts, sizeof fulltexts / sizeof *fulltexts))
		problem(r, line, number, word->at, tr("expected auto, always or never"));
}

bool
subs_name_is_seen(struct str name)
{
	struct buf line = { 0 };
	bool is_seen;

	clean_line(&line, name);
	is_seen = line.n > 0;
	buf_free(&line);
	return is_seen;
}

/* What stands behind the URL. */
static void
read_words(struct reading *r, struct str line, size_t at, struct subs_feed *feed)
{
	vec(struct str) tags = { 0 };
	vec(struct subs_option) options = { 0 };
	struct subs_line_word word;
	size_t login = 0, command = 0; /* where they stand: never at the line's beginning */

	while ((word = subs_line_next(r->a, line, &at)).kind != SUBS_LINE_END)
		if (word.kind == SUBS_LINE_NAME)
			feed->name = subs_name_is_seen(word.value) ? word.value : STR_NONE;
		else if (word.kind == SUBS_LINE_TAG)
			*vec_add(&tags) = arena_dup(r->a, word.value);
		else if (word.kind == SUBS_LINE_OPTION) {
			*vec_add(&options) = (struct subs_option){ arena_dup(r->a, word.key), word.value };
			read_option(r, line, feed->line, &word);
			login = str_is(word.key, "login") ? word.at : login;
			command = str_is(word.key, "password-command") ? word.at : command;
		} else if (word.kind == SUBS_LINE_OPEN)
			problem(r, line, feed->line, word.at, tr("this quote is not closed"));
		else if (word.kind == SUBS_LINE_BAD)
			problem(r, line, feed->line, word.at, tr("expected name=\"…\", #tag or option=value"));
	check_login(r, line, feed, login, command);
	feed->n_tags = tags.n;
	feed->n_options = options.n;
	feed->tags = arena_new(r->a, struct str, tags.n);
	feed->options = arena_new(r->a, struct subs_option, options.n);
	for (size_t i = 0; i < tags.n; i++)
		feed->tags[i] = tags.v[i];
	for (size_t i = 0; i < options.n; i++)
		feed->options[i] = options.v[i];
	vec_free(&tags);
	vec_free(&options);
}

static bool
has_control(struct str s)
{
	while (s.n)
		if (clean_is_control(utf8_next(&s)))
			return true;
	return false;
}

static void
read_line(struct reading *r, struct str line, size_t number)
{
	struct subs_feed feed = { .line = number };
	size_t at = 0;
	struct subs_line_word word = subs_line_next(r->a, line, &at);
	void **seen;

	if (word.kind != SUBS_LINE_URL)
		return;
	if (!utf8_is_valid(line)) {
		problem(r, line, number, word.at, tr("is not UTF-8"));
		return;
	}
	if (has_control(word.value)) {
		problem(r, line, number, word.at, tr("control characters stand in this address"));
		return;
	}
	if (!url_is_web(word.value) || word.value.n > LIMIT_URL) {
		problem(r, line, number, word.at, tr("expected an address that begins with http:// or https://"));
		return;
	}
	seen = map_at(&r->urls, word.value);
	if (*seen) {
		problem(r, line, number, word.at, tr("this feed is here already"));
		return;
	}
	*seen = r;
	feed.url = arena_dup(r->a, word.value);
	read_words(r, line, at, &feed);
	*vec_add(&r->feeds) = feed;
}

int64_t
subs_interval(struct str text)
{
	static const struct {
		char letter;
		int64_t seconds;
	} units[] = { { 'm', 60 }, { 'h', 3600 }, { 'd', 86400 } };
	int64_t n;

	if (!text.n || !num_parse(str_sub(text, 0, text.n - 1), 1, 100000, &n))
		return 0;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (text.p[text.n - 1] == units[i].letter)
			return n * units[i].seconds;
	return 0;
}

/* The value of an option in what stands behind the address of a line. */
static bool
find_option(struct arena *a, struct str rest, const char *key, struct str *ret)
{
	struct subs_line_word word;
	struct str line;
	size_t at = 1;
	bool is_found = false;

	if (!str_has(rest, key))
		return false;
	line = arena_printf(a, "- %.*s", STR(rest)); /* the first word of a line is its address */
	while ((word = subs_line_next(a, line, &at)).kind != SUBS_LINE_END)
		if (word.kind == SUBS_LINE_OPTION && str_is(word.key, key)) {
			*ret = word.value;
			is_found = true;
		}
	return is_found;
}

int64_t
subs_every(struct str rest)
{
	struct arena a = { 0 };
	struct str value;
	int64_t ret = find_option(&a, rest, "every", &value) ? subs_interval(value) : 0;

	arena_free(&a);
	return ret;
}

int64_t
subs_unread(struct str rest)
{
	struct arena a = { 0 };
	struct str value;
	int64_t ret = find_option(&a, rest, "unread", &value) ? unread_of(value) : -1;

	arena_free(&a);
	return ret;
}

int
subs_text(struct path *file, struct buf *text, struct err *err)
{
	return file_read_settings("feeds", LIMIT_SUBS_BYTES, file, text, err);
}

void
subs_parse(struct arena *a, struct str text, const char *file, struct subs *ret)
{
	struct reading r = { .a = a, .file = file };
	struct str line, whole = arena_dup(a, text);

	if (str_starts(text, "\xef\xbb\xbf"))
		text = str_sub(text, 3, text.n);
	for (size_t number = 1; str_line(&text, &line); number++)
		read_line(&r, line, number);
	*ret = (struct subs){
		.feeds = arena_new(a, struct subs_feed, r.feeds.n), .n = r.feeds.n,
		.problems = arena_new(a, struct str, r.problems.n), .n_problems = r.problems.n,
		.text = whole,
	};
	for (size_t i = 0; i < ret->n; i++)
		ret->feeds[i] = r.feeds.v[i];
	for (size_t i = 0; i < ret->n_problems; i++)
		ret->problems[i] = r.problems.v[i];
	vec_free(&r.feeds);
	vec_free(&r.problems);
	map_free(&r.urls);
}

int
subs_read(struct arena *a, struct subs *ret, struct err *err)
{
	struct path file;
	struct buf text = BUF_CAPPED(LIMIT_SUBS_BYTES);
	int rc = subs_text(&file, &text, err);

	if (!rc)
		subs_parse(a, buf_str(&text), file.p, ret);
	buf_free(&text);
	return rc;
}

bool
subs_has_tag(const struct str *tags, size_t n, struct str tag)
{
	struct buf want = { 0 }, have = { 0 };
	bool has = false;

	nfc_fold(&want, tag);
	for (size_t i = 0; i < n && !has; i++) {
		buf_clear(&have);
		nfc_fold(&have, tags[i]);
		has = str_eq(str_sub(buf_str(&have), 0, want.n), buf_str(&want)) && (have.n == want.n || have.p[want.n] == '/');
	}
	buf_free(&want);
	buf_free(&have);
	return has;
}
