#include "store/subs_place.h"

#include <stdlib.h>

#include "base/map.h"
#include "store/subs_line.h"
#include "text/utf8.h"

enum { PLACE_LINE_MAX = 2000 }; /* of a line beside it; a longer one is no good mark */

struct finding {
	struct map wanted; /* by address -> struct subs_place */
	struct map left;   /* the lines that are still there */
	struct subs_place **order; /* those that were found */
	size_t n, waiting;         /* from which one on there was no line below yet that is left */
	struct str under;
};

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

/* The lines that a file has. */
static void
note_lines(struct map *lines, struct str file)
{
	file = str_sub(file, bom_of(file), file.n);
	while (file.n)
		*map_at(lines, take_line(&file)) = lines;
}

/* The first line of an address; the second counts for nothing. */
static struct subs_place *
take_place(const struct finding *f, struct arena *a, struct str line)
{
	struct str url = subs_line_url(a, line);
	struct subs_place *place = url.n ? map_find(&f->wanted, url) : NULL;

	return place && !place->text.n ? place : NULL;
}

/* A line that is left is over those that wait for one. */
static void
take_mark(struct finding *f, struct str line)
{
	for (; f->waiting < f->n; f->waiting++)
		f->order[f->waiting]->over = line;
	f->under = line;
}

static void
find_places(struct finding *f, struct str file)
{
	struct subs_place *last = NULL, *place;
	struct str before = STR_NONE;
	struct arena a = { 0 };

	file = str_sub(file, bom_of(file), file.n);
	for (int64_t number = 0; file.n; number++) {
		struct str line = take_line(&file), mark = mark_of(line);

		if (last)
			last->before = mark;
		place = take_place(f, &a, line);
		if (place) {
			*place = (struct subs_place){ .text = line, .after = before, .under = f->under, .number = number };
			f->order[f->n++] = place;
			f->under = mark;
		} else if (str_trim(mark).n && map_find(&f->left, line))
			take_mark(f, mark);
		last = place;
		before = mark;
	}
	arena_free(&a);
}

static bool
is_mark(struct str mark, struct str line)
{
	return str_trim(mark).n && str_eq(mark, line);
}

/* How well a gap between two lines fits: 5 both, 4 the upper one, 3 the lower one; 2 and 1 for the nearest that was left. */
static int
fit(const struct subs_place *place, struct str after, struct str before)
{
	if (str_eq(place->after, after) && str_eq(place->before, before))
		return 5;
	if (is_mark(place->after, after))
		return 4;
	if (is_mark(place->before, before))
		return 3;
	if (is_mark(place->under, after))
		return 2;
	return is_mark(place->over, before) ? 1 : 0;
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

static void
add_place(struct buf *out, struct str url, const struct subs_place *place)
{
	(void)buf_printf(out, "%s{\"number\":%lld", out->n ? "," : "", (long long)place->number);
	line_member(out, "url", url);
	line_member(out, "text", place->text);
	line_member(out, "after", place->after);
	line_member(out, "before", place->before);
	line_member(out, "under", place->under);
	line_member(out, "over", place->over);
	(void)buf_putc(out, '}');
}

void
subs_place_list(struct buf *out, struct str file, struct str now, const struct str *urls, size_t n)
{
	struct arena a = { 0 };
	struct subs_place *places = arena_new(&a, struct subs_place, n);
	struct finding f = { .order = arena_new(&a, struct subs_place *, n) };

	for (size_t i = 0; i < n; i++)
		*map_at(&f.wanted, urls[i]) = &places[i];
	note_lines(&f.left, now);
	find_places(&f, file);
	for (size_t i = 0; i < n; i++)
		if (places[i].text.n)
			add_place(out, urls[i], &places[i]);
	map_free(&f.wanted);
	map_free(&f.left);
	arena_free(&a);
}

bool
subs_place_read(const json_t *from, struct subs_place *ret)
{
	struct arena a = { 0 };
	bool is_line;

	*ret = (struct subs_place){
		.text = line_str(from, "text"), .after = line_str(from, "after"), .before = line_str(from, "before"),
		.under = line_str(from, "under"), .over = line_str(from, "over"), .number = line_int(from, "number"),
	};
	is_line = str_find_char(ret->text, '\n') == ret->text.n && subs_line_url(&a, ret->text).n;
	arena_free(&a);
	return is_line;
}
