#include "worker/code.h"

#include "worker/check.h"

enum { TALLY_MAX = 32 };

/* How often codes have been seen. */
struct tally {
	struct str codes[TALLY_MAX];
	size_t times[TALLY_MAX], n;
};

/* The code at the head of text. */
static struct str
code_at(struct str text, struct str code_start)
{
	size_t n = 0;
	struct str code;

	while (n < text.n && n <= CODE_MAX && check_code(str_sub(text, n, n + 1)))
		n++;
	code = str_sub(text, 0, n);
	return n > code_start.n && n <= CODE_MAX && str_eq(str_sub(code, 0, code_start.n), code_start) ? code : STR_NONE;
}

static void
count(struct tally *tally, struct str code)
{
	size_t i = 0;

	while (i < tally->n && !str_eq(tally->codes[i], code))
		i++;
	if (i == TALLY_MAX)
		return;
	tally->codes[i] = code;
	tally->times[i]++;
	tally->n += i == tally->n;
}

/* A page may hold codes of others, of its neighbours: its own stands there most often, or first. */
static struct str
most_frequent(const struct tally *tally)
{
	size_t best = 0;

	for (size_t i = 1; i < tally->n; i++)
		if (tally->times[i] > tally->times[best])
			best = i;
	return tally->n ? tally->codes[best] : STR_NONE;
}

static struct str
find_behind(struct str html, struct str mark, struct str code_start)
{
	struct tally tally = { 0 };
	size_t at;

	while (mark.n && (at = str_find(html, mark)) < html.n) {
		struct str code;

		html = str_sub(html, at + mark.n, html.n);
		code = code_at(html, code_start);
		if (code.n)
			count(&tally, code);
	}
	return most_frequent(&tally);
}

struct str
code_find(struct str html, const struct code_marks *marks)
{
	struct str code = STR_NONE;

	for (size_t i = 0; i < marks->n && !code.n; i++)
		code = find_behind(html, marks->marks[i], marks->code_start);
	return code;
}
