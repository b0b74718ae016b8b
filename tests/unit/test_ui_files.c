#include "unit.h"

#include "ui_reader.h"

static void
make(struct reader *r, const char *name)
{
	char path[256];
	struct err err;

	(void)snprintf(path, sizeof path, "%s/%s", r->dir, name);
	reader_must(file_mkdirs_for(path, &err), &err);
	reader_must(file_replace(path, str_lit("x"), &err), &err);
}

static void
open_with_files(struct reader *r)
{
	static const char *const names[] = { "newsb/urls", "newsb/cache", "news.opml", "가나 다.opml", "큰 곳/목록.txt", ".rc", ".config/sosik/keys", ".config/sosik/more/last" };

	reader_open(r, 24, 100);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		make(r, names[i]);
}

static void
assert_typed(struct reader *r, const char *keys, const char *want)
{
	reader_type(r, keys);
	assert_str(buf_str(&r->app->prompt.text), want);
	reader_type(r, "\033");
	assert_null(r->app->asking);
}

static void
tab_completes_names_of_files(void **state)
{
	struct reader r;

	(void)state;
	open_with_files(&r);
	assert_typed(&r, "i~/newsb\t", "~/newsb/");
	assert_typed(&r, "i~/newsb\tu\t", "~/newsb/urls");
	assert_typed(&r, "i~/new\t", "~/news.opml"); /* in order, one after the other */
	assert_typed(&r, "i~/new\t\t", "~/newsb/");
	assert_typed(&r, "i~/가\t", "~/가나 다.opml");
	assert_typed(&r, "i~/.r\t", "~/.rc"); /* hidden ones by their dot */
	assert_typed(&r, "i~/\033[Z", "~/큰 곳/");
	assert_typed(&r, "w\025~/newsb/c\t", "~/newsb/cache");
	assert_typed(&r, "|cat ~/news.\t", "cat ~/news.opml");
	assert_typed(&r, "|cat ~/가\t", "cat \"~/가나 다.opml\"");
	assert_typed(&r, ":help unst\t", "help unstar ");
	assert_typed(&r, ":source k\t", "source keys ");
	assert_typed(&r, ":source m\tl\t", "source more/last ");
	assert_typed(&r, ":source ~/news.\t", "source ~/news.opml ");
	assert_typed(&r, ":save ~/newsb/c\t", "save ~/newsb/cache ");
	assert_typed(&r, ":import ~/가\t", "import \"~/가나 다.opml\" ");
	assert_typed(&r, ":pipe cat ~/news.\t", "pipe cat ~/news.opml ");
	reader_type(&r, "i~/nothing\t");
	reader_assert_shows(&r, "nothing begins so");
	reader_type(&r, "\025/no/such/folder/\t");
	reader_assert_shows(&r, "nothing begins so");
	reader_close(&r);
}

static void
make_program(struct reader *r, const char *name)
{
	char path[256];

	make(r, name);
	(void)snprintf(path, sizeof path, "%s/%s", r->dir, name);
	assert_int_equal(chmod(path, 0700), 0);
}

static void
tab_completes_names_of_programs(void **state)
{
	char *was = strdup(getenv("PATH")), path[256];
	struct reader r;

	(void)state;
	open_with_files(&r);
	make_program(&r, "bin/browse");
	make_program(&r, "bin/brief");
	make_program(&r, "more bin/brick");
	make(&r, "bin/broken"); /* nobody can start it */
	(void)snprintf(path, sizeof path, "%s/bin:%s/none:%s/more bin", r.dir, r.dir, r.dir);
	setenv("PATH", path, 1);
	assert_typed(&r, "|br\t", "brick"); /* in order, from all folders */
	assert_typed(&r, "|br\t\t\t", "browse");
	assert_typed(&r, "|br\t\t\t\t", "br");
	assert_typed(&r, "|ㅠ갸\t", "brick");
	assert_typed(&r, "|~/bin/brie\t", "~/bin/brief");
	assert_typed(&r, "|  bro\t", "  browse");
	assert_typed(&r, "|brief ~/news.\t", "brief ~/news.opml");
	reader_type(&r, "|brok\t");
	reader_assert_shows(&r, "nothing begins so");
	unsetenv("PATH");
	reader_type(&r, "\033|bri\t");
	reader_assert_shows(&r, "nothing begins so");
	setenv("PATH", was, 1);
	free(was);
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tab_completes_names_of_files),
		cmocka_unit_test(tab_completes_names_of_programs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
