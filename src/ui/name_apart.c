#include "ui/name_apart.h"

#include "text/width.h"
#include "text/wrap.h"

/* How many bytes two names have in common, in whole clusters. */
static size_t
common(struct str a, struct str b)
{
	struct str rest = a, cluster;
	int unused;
	size_t n = 0;

	while ((cluster = width_take(&rest, &unused)).n && n + cluster.n <= b.n && str_eq(str_sub(b, n, n + cluster.n), cluster))
		n += cluster.n;
	return n;
}

/* Where the name is no longer that of another one which begins with the same n bytes; 0 where there is none. */
static size_t
differs_at(const struct name_apart *all, struct str name, size_t n)
{
	size_t at = 0;

	for (size_t i = 0; i < all->names.n; i++) {
		struct str other = all->names.v[i];
		size_t same;

		if (!str_eq(str_sub(other, 0, n), str_sub(name, 0, n)) || str_eq(name, other))
			continue;
		same = common(name, other);
		if (same > at)
			at = same;
	}
	return at;
}

/* The beginning of the word there, unless that is far off. */
static size_t
word_at(struct str name, size_t at, int cols)
{
	size_t from = at;

	while (from && !str_is_space(name.p[from - 1]))
		from--;
	return width_str(str_sub(name, from, at)) <= cols / 3 ? from : at;
}

void
name_apart_fit(const struct name_apart *all, struct buf *out, struct str name, int cols)
{
	size_t at = 0;

	if (cols > 1 && width_str(name) > cols)
		at = differs_at(all, name, width_prefix(name, cols - 2, NULL).n);
	if (at)
		wrap_fit_apart(out, name, word_at(name, at, cols), cols);
	else
		wrap_fit_name(out, name, cols);
}
