#include "store/subs_place.h"

#include <stdlib.h>

#include "base/map.h"
#include "store/subs_line.h"
#include "text/utf8.h"

enum { PLACE_LINE_MAX = 2000 }; /* of a line beside it; a longer one is no good mark */

/* Takes a line off *rest, without its end. */
static struct str
take_line(struct str *rest)
{
	size_t end = str_find_char(*rest, '\n');
	struct str line = str_sub(*rest, 0, end);

	*rest = str_sub(*rest, end + 1, rest->n);
	return line;
}

static size_t
bom_of(struct str file)
{
	return str_starts(file, "\xef\xbb\xbf") ? 3 : 0;
}

static struct str
mark_of(struct str line)
{
	return line.n <= PLACE_LINE_MAX && utf8_is_valid(line) ? line : STR_NONE;
}

void
subs_place_find(struct str file, const struct str *urls, size_t n, struct subs_place *ret)
{
	struct subs_place *last = NULL;
	struct str before = STR_NONE;
	struct map wanted = { 0 };
	struct arena a = { 0 };

	for (size_t i = 0; i < n; i++) {
		ret[i] = (struct subs_place){ 0 };
		*map_at(&wanted, urls[i]) = &ret[i];
	}
	file = str_sub(file, bom_of(file), file.n);
	for (int64_t number = 0; file.n; number++) {
		struct str line = take_line(&file), url = subs_line_url(&a, line);

		if (last)
			last->before = mark_of(line);
		last = url.n ? map_find(&wanted, url) : NULL;
		if (last && last->text.n)
			last = NULL; /* the second line of one address counts for nothing */
		if (last)
			*last = (struct subs_place){ .text = line, .after = before, .number = number };
		before = mark_of(line);
	}
	map_free(&wanted);
	arena_free(&a);
}

/* How well a gap between two lines fits: 3 both, 2 the upper one, 1 the lower one. */
static int
fit(const struct subs_place *place, struct str after, struct str before)
{
	bool is_after = str_eq(place->after, after), is_before = str_eq(place->before, before);

	if (is_after && is_before)
		return 3;
	if (is_after && str_trim(after).n)
		return 2;
	return is_before && str_trim(before).n ? 1 : 0;
}

size_t
subs_place_of(struct str file, const struct subs_place *place)
{
	struct str rest = str_sub(file, bom_of(file), file.n), after = STR_NONE;
	int64_t number = 0, best_far = INT64_MAX;
	size_t best_at = file.n;
	int best = 0;

	for (;; number++) {
		struct str next = rest, before = take_line(&next);
		int how = fit(place, after, before);
		int64_t far = llabs((long long)(number - place->number));

		if (how > best || (how && how == best && far < best_far)) {
			best = how;
			best_far = far;
			best_at = file.n - rest.n;
		}
		if (!rest.n)
			return best_at;
		after = before;
		rest = next;
	}
}

void
subs_place_add(struct buf *out, struct str url, const struct subs_place *place)
{
	(void)buf_printf(out, "%s{\"number\":%lld", out->n ? "," : "", (long long)place->number);
	line_member(out, "url", url);
	line_member(out, "text", place->text);
	line_member(out, "after", place->after);
	line_member(out, "before", place->before);
	(void)buf_putc(out, '}');
}

bool
subs_place_read(const json_t *from, struct subs_place *ret)
{
	struct arena a = { 0 };
	bool is_line;

	*ret = (struct subs_place){
		.text = line_str(from, "text"), .after = line_str(from, "after"), .before = line_str(from, "before"),
		.number = line_int(from, "number"),
	};
	is_line = str_find_char(ret->text, '\n') == ret->text.n && subs_line_url(&a, ret->text).n;
	arena_free(&a);
	return is_line;
}
