/*
 * How fast feeds are parsed, beside expat alone on the same bytes in the same
 * run: speed FILE… prints MB/s of both and the ratio, a line a file and one
 * for all. Posts are built whole and thrown away; their HTML is not looked at.
 */
#include <expat.h>
#include <stdio.h>
#include <time.h>

#include "base/buf.h"
#include "base/file.h"
#include "feed/parse.h"

enum {
	ROUNDS = 7,           /* the best one counts: the others met with other programs */
	ROUND_BYTES = 8 << 20, /* parsed in each */
};

static void
on_start(void *user, const char *name, const char **attrs)
{
	(void)user, (void)name, (void)attrs;
}

static void
on_end(void *user, const char *name)
{
	(void)user, (void)name;
}

static void
on_text(void *user, const char *text, int n)
{
	(void)user, (void)text, (void)n;
}

static int
on_post(void *user, const struct post *post)
{
	*(size_t *)user += post->title.n > 0;
	return 0;
}

/* CPU time of this process: other programs on the machine do not count. */
static double
cpu_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool
parse_bare(struct str bytes)
{
	XML_Parser parser = XML_ParserCreate(NULL);
	enum XML_Status status;

	XML_SetElementHandler(parser, on_start, on_end);
	XML_SetCharacterDataHandler(parser, on_text);
	status = XML_Parse(parser, bytes.p, (int)bytes.n, 1);
	XML_ParserFree(parser);
	return status == XML_STATUS_OK;
}

static size_t
parse_whole(struct charset *set, struct str bytes)
{
	struct arena a = { 0 };
	struct feed feed;
	size_t titled = 0;
	struct parse_input in = { .bytes = bytes, .url = str_lit("https://blog.example.com/feed.xml"), .now = 1749709800 };
	struct parse_sink sink = { on_post, &titled };

	(void)parse_feed(&a, set, &in, &sink, &feed);
	arena_free(&a);
	return titled;
}

/* Seconds a pass takes, at best, by our parser or by expat alone. */
static double
best_s(struct charset *set, struct str bytes, bool is_ours)
{
	size_t passes = ROUND_BYTES / bytes.n + 1;
	double best = 1e9;

	for (int i = 0; i < ROUNDS; i++) {
		double start = cpu_s(), took;

		for (size_t k = 0; k < passes; k++)
			(void)(is_ours ? parse_whole(set, bytes) : (size_t)parse_bare(bytes));
		took = (cpu_s() - start) / (double)passes;
		best = took < best ? took : best;
	}
	return best;
}

static void
print(const char *name, size_t bytes, double expat_s, double ours_s)
{
	double mb = (double)bytes / 1e6;

	printf("%-44s %8zu KB  expat %6.0f MB/s  sosik %6.0f MB/s  ratio %.2f\n", name, bytes / 1000, mb / expat_s, mb / ours_s,
		expat_s / ours_s);
}

int
main(int argc, char **argv)
{
	struct charset *set = charset_open();
	size_t all = 0;
	double expat_s = 0, ours_s = 0;

	for (int i = 1; i < argc; i++) {
		struct buf bytes = { 0 };

		if (file_read(argv[i], 64 << 20, &bytes, NULL) < 0 || !bytes.n)
			return 1;
		double bare = best_s(set, buf_str(&bytes), false), ours = best_s(set, buf_str(&bytes), true);

		print(strrchr(argv[i], '/') ? strrchr(argv[i], '/') + 1 : argv[i], bytes.n, bare, ours);
		if (!parse_bare(buf_str(&bytes)))
			printf("%44s expat ends early: not counted\n", "");
		else {
			all += bytes.n;
			expat_s += bare;
			ours_s += ours;
		}
		buf_free(&bytes);
	}
	print("all", all, expat_s, ours_s);
	charset_free(set);
	return 0;
}
