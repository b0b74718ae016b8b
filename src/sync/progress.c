#include "sync/progress.h"

#include <inttypes.h>

#include "base/num.h"
#include "text/clean.h"

static const char *const outcomes[] = { "ok", "same", "failed", "held" };

static void
write_one(struct buf *out, const char *word, const struct progress *line, int64_t id, int64_t a, int64_t b)
{
	buf_printf(out, "%s\t%" PRId64 "\t%" PRId64 "\t%s\t%" PRId64 "\t%" PRId64 "\t%" PRId64 "\t", word, line->done, line->total,
		line->outcome, id, a, b);
	clean_line(out, line->text);
	buf_putc(out, '\n');
}

void
progress_write(struct buf *out, const struct progress *line)
{
	if (line->kind == PROGRESS_TEXTS || line->kind == PROGRESS_INDEX) {
		buf_printf(out, "%s\t%" PRId64 "\t%" PRId64 "\n", line->kind == PROGRESS_TEXTS ? "texts" : "index", line->done,
			line->total);
		return;
	}
	if (line->kind == PROGRESS_REMARK) {
		buf_puts(out, "remark\t");
		clean_line(out, line->text);
		buf_putc(out, '\n');
		return;
	}
	if (line->kind == PROGRESS_END) {
		buf_printf(out, "end\t%" PRId64 "\t%" PRId64 "\t%" PRId64 "\t%" PRId64 "\n", line->total, line->failed,
			line->added, line->changed);
		return;
	}
	if (line->kind == PROGRESS_IMAGE)
		write_one(out, "image", line, line->number, line->bytes, 0);
	else if (line->kind == PROGRESS_POST)
		write_one(out, "post", line, line->post_id, line->letters, line->pages);
	else
		write_one(out, "feed", line, line->feed_id, line->added, line->changed);
}

/* Takes the number before the next tab. */
static bool
take_number(struct str *line, int64_t *ret)
{
	struct str word;

	str_cut(*line, '\t', &word, line);
	return num_parse(word, 0, INT64_MAX, ret);
}

static bool
take_outcome(struct str *line, char ret[8])
{
	struct str word;

	str_cut(*line, '\t', &word, line);
	for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
		if (!str_is(word, outcomes[i]))
			continue;
		memcpy(ret, outcomes[i], strlen(outcomes[i]) + 1);
		return true;
	}
	return false;
}

static bool
read_one(struct str line, struct progress *ret, int64_t *id, int64_t *a, int64_t *b)
{
	if (!take_number(&line, &ret->done) || !take_number(&line, &ret->total) || !take_outcome(&line, ret->outcome))
		return false;
	if (!take_number(&line, id) || !take_number(&line, a) || !take_number(&line, b))
		return false;
	ret->text = line;
	return str_find_char(line, '\t') == line.n;
}

static bool
read_end(struct str line, struct progress *ret)
{
	ret->kind = PROGRESS_END;
	return take_number(&line, &ret->total) && take_number(&line, &ret->failed) && take_number(&line, &ret->added) &&
		take_number(&line, &ret->changed) && !line.n;
}

static bool
read_step(struct str line, struct progress *ret, enum progress_kind kind)
{
	ret->kind = kind;
	return take_number(&line, &ret->done) && take_number(&line, &ret->total) && !line.n;
}

bool
progress_read(struct str line, struct progress *ret)
{
	struct str word, rest;

	*ret = (struct progress){ 0 };
	if (str_ends(line, "\n"))
		line.n--;
	str_cut(line, '\t', &word, &rest);
	ret->kind = str_is(word, "post") ? PROGRESS_POST : PROGRESS_FEED;
	if (ret->kind == PROGRESS_POST)
		return read_one(rest, ret, &ret->post_id, &ret->letters, &ret->pages);
	if (str_is(word, "image")) {
		int64_t none;

		ret->kind = PROGRESS_IMAGE;
		return read_one(rest, ret, &ret->number, &ret->bytes, &none);
	}
	if (str_is(word, "feed"))
		return read_one(rest, ret, &ret->feed_id, &ret->added, &ret->changed);
	if (str_is(word, "remark")) {
		ret->kind = PROGRESS_REMARK;
		ret->text = rest;
		return str_find_char(rest, '\t') == rest.n;
	}
	if (str_is(word, "texts"))
		return read_step(rest, ret, PROGRESS_TEXTS);
	if (str_is(word, "index"))
		return read_step(rest, ret, PROGRESS_INDEX);
	return str_is(word, "end") && read_end(rest, ret);
}
