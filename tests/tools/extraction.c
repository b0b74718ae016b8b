/*
 * How fast articles are taken out of pages, beside gumbo alone on the same
 * bytes in the same run: extraction FILE… prints ms a page of both and the
 * ratio, a line a file and one for all.
 */
#include <gumbo.h>
#include <stdio.h>
#include <time.h>

#include "base/file.h"
#include "base/limits.h"
#include "page/page.h"

enum { ROUNDS = 7, PASSES = 10 }; /* the best round counts: the others met with other programs */

/* CPU time of this process: other programs on the machine do not count. */
static double
cpu_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static size_t
parse_bare(struct str bytes)
{
	GumboOptions options = kGumboDefaultOptions;
	GumboOutput *tree;

	options.max_errors = 0;
	tree = gumbo_parse_with_options(&options, bytes.p, bytes.n);
	gumbo_destroy_output(&options, tree);
	return 0;
}

static size_t
extract_whole(struct str bytes)
{
	struct arena a = { 0 };
	struct page_input in = { .html = bytes, .url = str_lit("https://blog.example/2026/1"), .now = 1749709800 };
	struct page_result page;

	page_extract(&a, &in, &page);
	arena_free(&a);
	return page.letters;
}

/* Milliseconds a page takes, at best. */
static double
best_ms(struct str bytes, size_t (*run)(struct str bytes))
{
	double best = 1e9;

	for (int i = 0; i < ROUNDS; i++) {
		double start = cpu_ms(), took;

		for (int k = 0; k < PASSES; k++)
			(void)run(bytes);
		took = (cpu_ms() - start) / PASSES;
		best = took < best ? took : best;
	}
	return best;
}

static void
print(const char *name, size_t bytes, double bare_ms, double ours_ms)
{
	printf("%-44s %8zu KB  gumbo %6.2f ms  sosik %6.2f ms  ratio %.2f\n", name, bytes / 1000, bare_ms, ours_ms, ours_ms / bare_ms);
}

int
main(int argc, char **argv)
{
	size_t all = 0;
	double bare_ms = 0, ours_ms = 0;

	for (int i = 1; i < argc; i++) {
		struct buf bytes = { 0 };

		if (file_read(argv[i], LIMIT_PAGE_BYTES, &bytes, NULL) < 0 || !bytes.n)
			return 1;
		double bare = best_ms(buf_str(&bytes), parse_bare), ours = best_ms(buf_str(&bytes), extract_whole);

		print(argv[i], bytes.n, bare, ours);
		all += bytes.n;
		bare_ms += bare;
		ours_ms += ours;
		buf_free(&bytes);
	}
	print("all", all, bare_ms, ours_ms);
	return 0;
}
