#include "worker/serve.h"

#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "feed/parse.h"
#include "html/markdown.h"
#include "html/tidy.h"
#include "page/page.h"
#include "worker/answer.h"
#include "worker/item.h"
#include "worker/jail.h"
#include "worker/code.h"
#include "worker/packed.h"
#include "worker/record.h"
#include "worker/stray.h"

enum {
	SERVE_FLUSH = 32 << 10,  /* answers are written in parts of this size */
	SERVE_KEEP = 512 << 10,  /* buffers that have grown over it are given back after a job, and all else that it took */
};

struct serve {
	struct charset *set;
	struct buf in;           /* records not yet taken */
	struct buf out;          /* records not yet written */
	size_t sent;             /* bytes answered in this job */
	bool is_parent_gone;
	/* the job */
	int64_t task, now, coding;
	struct buf url, content_type, bytes;
	struct code_marks marks; /* strings in arena */
	struct page_rule rule;   /* the same; for no host when there is none */
	struct known known;      /* the same */
	struct arena arena;      /* of the job */
	struct arena post_arena; /* of one post */
};

static int
flush(struct serve *s)
{
	if (s->out.n && file_write_fd(STDOUT_FILENO, s->out.p, s->out.n) < 0)
		s->is_parent_gone = true;
	buf_clear(&s->out);
	return s->is_parent_gone ? -1 : 0;
}

/* Counts what was just appended from start on; other than 0 when the job may answer no more. */
static int
sent(struct serve *s, size_t start)
{
	s->sent += s->out.n - start;
	if (s->out.n >= SERVE_FLUSH && flush(s) < 0)
		return -1;
	return s->sent > LIMIT_ANSWER - LIMIT_RECORD;
}

static int
send_tidy_post(void *user, const struct post *post)
{
	struct serve *s = user;
	const struct item_feed feed = { buf_str(&s->url), s->now, s->known };
	size_t start = s->out.n;

	item_answer(&s->out, &s->post_arena, &feed, post);
	return sent(s, start);
}

/* HTML with absolute addresses; as it stands where a page would show nothing of it, such as a row without its table. */
static struct str
add_absolute(struct buf *out, struct str html, struct str base)
{
	tidy_absolute(out, html, base);
	return out->n ? buf_str(out) : html;
}

static int
send_raw_post(void *user, const struct post *post)
{
	struct serve *s = user;
	struct str base = post->base.n ? post->base : buf_str(&s->url);
	struct buf summary = { 0 }, content = { 0 };
	struct post raw = *post;
	size_t start = s->out.n;

	raw.summary = add_absolute(&summary, post->summary, base);
	raw.content = add_absolute(&content, post->content, base);
	answer_post(&s->out, &raw, NULL, 0);
	buf_free(&summary);
	buf_free(&content);
	return sent(s, start);
}

/* A page instead of a feed. */
static void
send_page(struct serve *s)
{
	struct buf html = BUF_CAPPED(LIMIT_PAGE_BYTES);
	struct charset_found found;
	struct str bytes = str_sub(buf_str(&s->bytes), 0, PARSE_KEPT);

	(void)charset_decode(s->set, bytes, buf_str(&s->content_type), &html, &found, NULL);
	stray_answer(&s->out, &s->arena, &(struct stray){ buf_str(&html), buf_str(&s->url), s->now, code_find(bytes, &s->marks) });
	buf_free(&html);
}

static void
run_feed(struct serve *s, int (*send)(void *user, const struct post *post))
{
	struct parse_input in = {
		.bytes = buf_str(&s->bytes),
		.url = buf_str(&s->url),
		.content_type = buf_str(&s->content_type),
		.now = s->now,
		.is_spent = true,
	};
	struct parse_sink sink = { .post = send, .user = s };
	struct feed feed = { .updated = CLOCK_NONE, .ttl_min = -1 };
	enum feed_problem problem = parse_feed(&s->arena, s->set, &in, &sink, &feed);

	if (problem == FEED_IS_HTML)
		send_page(s);
	else
		answer_done(&s->out, problem, &feed);
}

/* Its HTML, in the arena of the job. */
static struct str
from_markdown(struct serve *s, struct str markdown)
{
	struct buf html = BUF_CAPPED(2 * LIMIT_FEED_BYTES);
	struct str copy;

	markdown_html(&s->arena, markdown, MARKDOWN_LINES_FOLD, &html);
	copy = arena_dup(&s->arena, buf_str(&html));
	buf_free(&html);
	return copy;
}

static void
run_article(struct serve *s)
{
	struct buf html = BUF_CAPPED(2 * LIMIT_FEED_BYTES);
	struct charset_found found;
	struct tidy_input in = { .url = buf_str(&s->url), .is_text = s->task == RECORD_TEXT, .now = s->now };
	struct tidy_result tidy = { .published = CLOCK_NONE };

	if (charset_decode(s->set, buf_str(&s->bytes), buf_str(&s->content_type), &html, &found, NULL) < 0) {
		answer_done(&s->out, FEED_TOO_LARGE, NULL);
	} else if (answer_other(&s->out, buf_str(&s->bytes), buf_str(&html))) {
		answer_done(&s->out, FEED_OK, NULL);
	} else {
		in.html = buf_str(&html);
		if (s->task == RECORD_MARKDOWN)
			in.html = from_markdown(s, in.html);
		tidy_html(&s->arena, &in, &tidy);
		answer_article(&s->out, &tidy);
		answer_done(&s->out, FEED_OK, NULL);
	}
	buf_free(&html);
}

static void
run_page(struct serve *s)
{
	struct buf html = BUF_CAPPED(3 * LIMIT_PAGE_BYTES); /* no charset grows more */
	struct charset_found found;
	struct page_input in = { .url = buf_str(&s->url), .now = s->now, .rules = &s->rule, .n_rules = s->rule.host.n > 0 };
	struct page_result page;
	struct str bytes = str_sub(buf_str(&s->bytes), 0, LIMIT_PAGE_BYTES);

	(void)charset_decode(s->set, bytes, buf_str(&s->content_type), &html, &found, NULL);
	in.html = buf_str(&html);
	if (!answer_other(&s->out, bytes, in.html)) {
		page_extract(&s->arena, &in, &page);
		page.is_cut = page.is_cut || bytes.n < s->bytes.n;
		answer_extract(&s->out, &page);
	}
	answer_done(&s->out, FEED_OK, NULL);
	buf_free(&html);
}

static void
run_roll(struct serve *s)
{
	struct blogroll roll;
	enum feed_problem problem = blogroll_parse(&s->arena, s->set, buf_str(&s->bytes), buf_str(&s->url), &roll);

	for (size_t i = 0; i < roll.n; i++) {
		size_t start = s->out.n;

		answer_entry(&s->out, &roll.feeds[i]);
		if (!sent(s, start))
			continue;
		roll.repairs |= FEED_FIX_LIMIT;
		break;
	}
	answer_roll_done(&s->out, problem, &roll);
}

static void
run_probe(struct serve *s)
{
	struct jail_probe probe;

	jail_try(&probe);
	answer_probe(&s->out, &probe);
	answer_done(&s->out, FEED_OK, NULL);
}

static int
run_task(struct serve *s)
{
	switch (s->task) {
	case RECORD_FEED:
		run_feed(s, send_tidy_post);
		break;
	case RECORD_RAW:
		run_feed(s, send_raw_post);
		break;
	case RECORD_HTML:
	case RECORD_TEXT:
	case RECORD_MARKDOWN:
		run_article(s);
		break;
	case RECORD_ROLL:
		run_roll(s);
		break;
	case RECORD_PAGE:
		run_page(s);
		break;
	case RECORD_PROBE:
		run_probe(s);
		break;
	default:
		return -1;
	}
	return 0;
}

static int
run_job(struct serve *s)
{
	s->sent = 0;
	if (packed_open(&s->bytes, (enum unpack_coding)s->coding, &s->out) && run_task(s) < 0)
		return -1;
	arena_reset(&s->arena);
	if (s->bytes.cap > SERVE_KEEP) {
		buf_free(&s->bytes);
		mem_trim();
	}
	return flush(s);
}

/* A selector of the rule, which is looked at again: what is none ends the worker. */
static int
take_rule(struct serve *s, enum rule_field field, struct str value)
{
	if (value.n > LIMIT_RULE || rule_check(field, value, NULL) < 0)
		return -1;
	return rule_add(&s->rule, field, arena_dup(&s->arena, value)) ? 0 : -1;
}

/* The fields of a JOB or DATA record. */
static int
take_field(struct serve *s, enum record_field field, struct str value)
{
	switch (field) {
	case RECORD_TASK:
		return record_number(value, &s->task) ? 0 : -1;
	case RECORD_NOW:
		return record_number(value, &s->now) ? 0 : -1;
	case RECORD_CODING:
		return record_number(value, &s->coding) ? 0 : -1;
	case RECORD_URL:
		return buf_add(&s->url, value);
	case RECORD_CONTENT_TYPE:
		return buf_add(&s->content_type, value);
	case RECORD_BYTES:
		return buf_add(&s->bytes, value);
	case RECORD_MARK:
		if (s->marks.n == CODE_MARKS)
			return -1;
		s->marks.marks[s->marks.n++] = arena_dup(&s->arena, value);
		return 0;
	case RECORD_CODE_START:
		s->marks.code_start = arena_dup(&s->arena, value);
		return 0;
	case RECORD_KEY:
		return known_set_key(&s->known, value) ? 0 : -1;
	case RECORD_HASHES:
		return known_set_hashes(&s->known, arena_dup(&s->arena, value)) ? 0 : -1;
	case RECORD_RULE_HOST:
		s->rule.host = arena_dup(&s->arena, value);
		return 0;
	default:
		return field >= RECORD_RULE && field <= RECORD_RULE_LAST ? take_rule(s, (enum rule_field)(field - RECORD_RULE), value) : -1;
	}
}

static int
take_record(struct serve *s, struct record *record)
{
	enum record_field field;
	struct str value;
	int got;

	if (record->kind == RECORD_RUN)
		return run_job(s);
	if (record->kind == RECORD_JOB) {
		buf_clear(&s->url);
		buf_clear(&s->content_type);
		buf_clear(&s->bytes);
		s->marks = (struct code_marks){ 0 };
		s->rule = (struct page_rule){ 0 };
		s->known = (struct known){ 0 };
		s->task = s->coding = 0;
		s->now = CLOCK_NONE;
	} else if (record->kind != RECORD_DATA) {
		return -1;
	}
	while ((got = record_field(record, &field, &value)) > 0)
		if (take_field(s, field, value) < 0)
			return -1;
	return got;
}

/* Takes all whole records that have come in; the rest of the bytes moves to the front. */
static int
take_records(struct serve *s)
{
	struct str rest = buf_str(&s->in);
	struct record record;
	int got;

	while ((got = record_take(&rest, &record)) > 0)
		if (take_record(s, &record) < 0)
			return -1;
	if (rest.n)
		memmove(s->in.p, rest.p, rest.n);
	buf_truncate(&s->in, rest.n);
	return got;
}

static void
serve_free(struct serve *s)
{
	buf_free(&s->in);
	buf_free(&s->out);
	buf_free(&s->url);
	buf_free(&s->content_type);
	buf_free(&s->bytes);
	arena_free(&s->arena);
	arena_free(&s->post_arena);
}

int
serve_run(struct charset *set)
{
	struct serve s = {
		.set = set,
		.in = BUF_CAPPED(LIMIT_RECORD * 2),
		.url = BUF_CAPPED(LIMIT_URL),
		.content_type = BUF_CAPPED(LIMIT_NAME),
		.bytes = BUF_CAPPED(LIMIT_FEED_BYTES),
	};
	int rc = 0;

	answer_ready(&s.out);
	flush(&s);
	while (rc == 0 && !s.is_parent_gone) {
		char *to = buf_reserve(&s.in, SERVE_FLUSH);
		ssize_t n = to ? read(STDIN_FILENO, to, SERVE_FLUSH) : -1;

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			rc = n < 0 ? -1 : 1;
			break;
		}
		s.in.n += (size_t)n;
		rc = take_records(&s);
	}
	serve_free(&s);
	return rc < 0 || s.is_parent_gone ? -1 : 0;
}
