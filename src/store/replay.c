#include "store/replay.h"

#include "store/apply.h"
#include "store/dump.h"
#include "store/store_impl.h"

#define REPLAY_NEWEST ((int64_t)1 << 53) /* more lines than anyone writes */

/* The number of a line; 0 for none that we have given out. */
static int64_t
number_of(const json_t *line)
{
	int64_t number = line_int(line, "seq");

	return number > 0 && number <= REPLAY_NEWEST ? number : 0;
}

/* A line is applied when its number is beyond what the cache had at the start: the lines of a snapshot share one number. */
static int
apply_lines(struct store *s, struct journal *j, int64_t from, int64_t *seq, int64_t *applied, bool *has_newest,
    struct err *err)
{
	struct str text;
	int64_t place;
	int got;

	while ((got = journal_next(j, &text, &place, err)) > 0) {
		json_t *line = line_parse(text);
		int64_t number = number_of(line);
		int rc = 0;

		if (number > from) {
			rc = apply_line(s, line, place, err);
			*applied += 1;
		}
		if (number > *seq)
			*seq = number;
		*has_newest |= number >= from;
		json_decref(line);
		if (rc < 0)
			return -1;
	}
	return got;
}

/* True when the line at place is the next one: the usual case, which spares reading the rest. */
static bool
continues_at(struct journal *j, int64_t place, int64_t seq)
{
	struct str text;
	int64_t at;
	json_t *line;
	bool is_next;

	if (!place || !journal_seek(j, place))
		return false;
	if (place == j->size)
		return true;
	if (journal_next(j, &text, &at, NULL) <= 0)
		return false;
	line = line_parse(text);
	is_next = number_of(line) == seq + 1;
	json_decref(line);
	return is_next && journal_seek(j, place);
}

static int
collect(void *user, struct str text)
{
	struct buf *out = user;

	if (out->n)
		(void)buf_putc(out, '\n');
	return buf_add(out, text);
}

/* Where the journal was lost, or an older one put in its place, the cache alone knows what was done since: that is written down again, behind what is there. */
static int
write_again(struct store *s, struct journal *j, int64_t *seq, struct err *err)
{
	struct buf lines = { 0 };
	struct dump dump = { .s = s, .seq = *seq + 1, .step = 1, .with_secrets = true, .line = collect, .user = &lines };
	int64_t place;
	int rc = dump_run(&dump, err);

	if (!rc && lines.n)
		rc = journal_append(j, buf_str(&lines), &place, err);
	if (!rc)
		*seq = dump.seq - 1;
	buf_free(&lines);
	return rc;
}

static int
run(struct store *s, struct journal *j, int64_t *seq, int64_t *applied, struct err *err)
{
	int64_t from, place;
	bool has_newest;

	if (apply_get(s, "applied_seq", &from, err) < 0 || apply_get(s, "applied_place", &place, err) < 0)
		return -1;
	*seq = from;
	has_newest = !from;
	if (continues_at(j, place, from))
		has_newest = true;
	else
		(void)journal_seek(j, 0);
	if (apply_lines(s, j, from, seq, applied, &has_newest, err) < 0)
		return -1;
	if (!has_newest && write_again(s, j, seq, err) < 0)
		return -1;
	if (apply_set(s, "applied_seq", *seq, err) < 0)
		return -1;
	return place == j->size ? 0 : apply_set(s, "applied_place", j->size, err);
}

static int
run_whole(struct store *s, struct journal *j, int64_t *seq, int64_t *applied, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (run(s, j, seq, applied, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, err);
}

int
replay_run(struct store *s, struct journal *j, int64_t *seq, struct err *err)
{
	int64_t applied = 0;

	return run_whole(s, j, seq, &applied, err);
}

bool
replay_is_due(struct store *s)
{
	int64_t place;

	return !s->is_in_memory && !apply_get(s, "applied_place", &place, NULL) && journal_size(s) > place && !journal_is_held(s);
}

int
replay_at_open(struct store *s, int64_t *applied, struct err *err)
{
	struct journal j;
	int64_t place, seq;
	int rc;

	*applied = 0;
	if (apply_get(s, "applied_place", &place, err) < 0)
		return -1;
	if (place == journal_size(s))
		return 0;
	if (journal_open(s, &j, err) < 0)
		return -1;
	rc = run_whole(s, &j, &seq, applied, err);
	journal_close(&j);
	return rc;
}
