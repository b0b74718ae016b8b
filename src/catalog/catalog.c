#include "catalog/catalog.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/path.h"
#include "base/tr.h"
#include "base/vec.h"
#include "text/clean.h"
#include "text/url.h"
#include "text/utf8.h"

enum { NAME, SITE, FEED, KIND, PLATFORM, TAGS, COLUMNS };

struct reading {
	struct arena *a;
	const char *file;
	vec(struct catalog_row) rows;
	vec(struct str) problems;
	struct map feeds; /* seen */
};

static void
split(struct str line, struct str columns[COLUMNS])
{
	for (int i = 0; i < COLUMNS; i++)
		(void)str_cut(line, '\t', &columns[i], &line);
}

static bool
is_address(struct str text)
{
	return url_is_web(text) && text.n <= LIMIT_URL;
}

static void
read_tags(struct arena *a, struct str text, struct catalog_row *row)
{
	size_t max = 1;

	for (size_t i = 0; i < text.n; i++)
		max += text.p[i] == ',';
	row->tags = arena_new(a, struct str, max);
	while (text.n) {
		struct str tag;

		(void)str_cut(text, ',', &tag, &text);
		tag = str_trim(tag);
		if (tag.n)
			row->tags[row->n_tags++] = tag;
	}
}

/* What is wrong with a line, or NULL. */
static const char *
read_row(struct reading *r, struct str line, struct catalog_row *row)
{
	struct str columns[COLUMNS];
	void **seen;

	if (!utf8_is_valid(line))
		return tr("is not UTF-8");
	split(line, columns);
	if (!columns[NAME].n || columns[NAME].n > LIMIT_NAME || !clean_is(columns[NAME]) || !clean_is(columns[TAGS]))
		return tr("expected a name and five more columns with a tab between");
	if (!is_address(columns[SITE]) || !is_address(columns[FEED]))
		return tr("expected an address that begins with http:// or https://");
	row->kind = catalog_term_find(catalog_term_kinds(), columns[KIND]);
	row->platform = catalog_term_find(catalog_term_platforms(), columns[PLATFORM]);
	if (!row->kind || !row->platform)
		return tr("unknown kind or platform");
	seen = map_at(&r->feeds, columns[FEED]);
	if (*seen)
		return tr("this feed is here already");
	*seen = r;
	row->name = columns[NAME];
	row->site = columns[SITE];
	row->feed = columns[FEED];
	read_tags(r->a, columns[TAGS], row);
	return NULL;
}

void
catalog_parse(struct arena *a, struct str text, const char *file, struct catalog *ret)
{
	struct reading r = { .a = a, .file = file };
	struct str line;

	text = arena_dup(a, text);
	if (str_starts(text, "\xef\xbb\xbf"))
		text = str_sub(text, 3, text.n);
	for (size_t number = 1; str_line(&text, &line); number++) {
		struct catalog_row row = { 0 };
		const char *problem;

		if (!str_trim(line).n || *line.p == '#')
			continue;
		problem = read_row(&r, line, &row);
		if (problem)
			*vec_add(&r.problems) = arena_printf(a, "%s:%zu: %s", file, number, problem);
		else
			*vec_add(&r.rows) = row;
	}
	*ret = (struct catalog){
		.rows = arena_new(a, struct catalog_row, r.rows.n), .n = r.rows.n,
		.problems = arena_new(a, struct str, r.problems.n), .n_problems = r.problems.n,
	};
	for (size_t i = 0; i < ret->n; i++)
		ret->rows[i] = r.rows.v[i];
	for (size_t i = 0; i < ret->n_problems; i++)
		ret->problems[i] = r.problems.v[i];
	vec_free(&r.rows);
	vec_free(&r.problems);
	map_free(&r.feeds);
}

int
catalog_read(struct arena *a, struct catalog *ret, struct err *err)
{
	struct path file;
	struct buf text = BUF_CAPPED(LIMIT_CATALOG_BYTES);
	int rc = -1;

	if (!path_share(&file, "catalog.tsv", err) && !file_read(file.p, LIMIT_CATALOG_BYTES, &text, err)) {
		catalog_parse(a, buf_str(&text), file.p, ret);
		rc = 0;
	}
	buf_free(&text);
	return rc;
}
