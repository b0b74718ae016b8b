#include "arena_fixture.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "conf/conf.h"
#include "text/color.h"
#include "text/quoted.h"

static struct conf
parsed(const char *text)
{
	struct conf conf;

	conf_parse(&arena, str_of(text), STR_NONE, "config", &conf);
	return conf;
}

static void
assert_problem(const char *text, const char *want)
{
	struct conf conf = parsed(text);

	assert_int_equal(conf.n_problems, 1);
	assert_str(conf.problems[0], want);
}

/* ---- lines */

static void
comments_and_blank_lines_mean_nothing(void **state)
{
	struct conf conf = parsed("\xef\xbb\xbf# 설정\n\n   \t\n\t# set wrap x\r\n  set wrap syllable # 글자 단위\n");
	(void)state;

	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(conf.options.wrap, CONF_WRAP_SYLLABLE);
}

static void
the_rest_of_the_file_counts_after_a_wrong_line(void **state)
{
	struct conf conf = parsed("frobnicate all\nset wrap syllable\nset text-width \"80\nset text-width 72\n\xff\xfe\n");
	(void)state;

	assert_int_equal(conf.n_problems, 3);
	assert_str(conf.problems[0], "config:1:1: there is no command ‘frobnicate’ here; there are: set, site, view, rule, tag, color, bind, unbind, macro, source");
	assert_str(conf.problems[1], "config:3:16: this quote is not closed");
	assert_str(conf.problems[2], "config:5:1: is not UTF-8");
	assert_int_equal(conf.options.wrap, CONF_WRAP_SYLLABLE);
	assert_int_equal(conf.options.text_width, 72);
}

/* What is no config file has thousands of them. */
static void
of_many_wrong_lines_the_first_are_told(void **state)
{
	const size_t lines = 20000;
	struct buf text = { 0 };
	struct conf conf;
	(void)state;

	for (size_t i = 0; i < lines; i++)
		(void)buf_puts(&text, "set wrap x\n");
	conf_parse(&arena, buf_str(&text), str_lit("set wrap y\n"), "config", &conf);
	assert_int_equal(conf.n_problems, CONF_PROBLEMS + 2);
	for (size_t i = 0; i < CONF_PROBLEMS; i++) {
		char place[32];

		(void)snprintf(place, sizeof place, "config:%zu:", i + 1);
		assert_true(str_starts(conf.problems[i], place));
	}
	assert_int_equal(conf.last.at, strlen("set wrap "));
	assert_str(conf.problems[CONF_PROBLEMS + 1], "config: 19900 more things are wrong");
	assert_in_range(arena.total, 1, 20 * text.n);
	buf_free(&text);
}

/* They are found by their words: looking through all for each takes a minute here. */
static void
thousands_of_views_and_tags_are_read(void **state)
{
	const int lines = 20000;
	struct buf text = { 0 };
	struct conf conf;
	(void)state;

	for (int i = 0; i < lines; i++)
		(void)buf_printf(&text, "view v%d is:read\ntag t%d alias=a%d,b%d\n", i, i, i, i);
	(void)buf_puts(&text, "view v0 is:unread\ntag t1 color=red\ntag 새 alias=b7\n");
	conf_parse(&arena, buf_str(&text), str_lit("tag t3 alias=c3\nview v3 is:unread\ntag 또 alias=a3\n"), "config", &conf);
	assert_int_equal(conf.names.n_views, lines);
	assert_str(conf.names.views[3].text, "is:unread");
	assert_int_equal(conf.n_tags, lines + 1);
	assert_str(conf.tags[3].aliases[0], "c3");
	assert_str(conf.tags[lines].aliases[0], "a3"); /* which the line that was typed no longer has */
	assert_int_equal(conf.n_problems, 3);
	assert_str(conf.problems[0], "config:40001:6: there is a view of this name already: line 1");
	assert_str(conf.problems[1], "config:40002:5: there is a line of this tag already: line 4");
	assert_str(conf.problems[2], "config:40003:13: this is an alias of ‘t7’ already: line 16");
	buf_free(&text);
}

static void
commands_have_korean_names_too(void **state)
{
	struct conf conf = parsed("설정 wrap syllable\n보기 서버 tag:서버\n규칙 제목:광고 -> 숨김\n태그 서버 color=청록\n색 date 빨강\n키 x down\n매크로 a down\n키해제 x\n"
		"사이트 blog.example content=main\n");
	(void)state;

	for (size_t i = 0; i < conf.n_problems; i++)
		print_error("%.*s\n", STR(conf.problems[i]));
	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(conf.options.wrap, CONF_WRAP_SYLLABLE);
	assert_int_equal(conf.names.n_views, 1);
	assert_int_equal(conf.n_post_rules, 1);
	assert_int_equal(conf.n_tags, 1);
	assert_int_equal(conf.n_paints, 1);
	assert_int_equal(conf.n_binds, 3);
	assert_int_equal(conf.n_rules, 1);
}

/* ---- set */

static void
options_have_their_defaults(void **state)
{
	struct conf conf = parsed("");
	(void)state;

	assert_int_equal(conf.options.wrap, CONF_WRAP_WORD);
	assert_int_equal(conf.options.ambiguous, CONF_AMBIGUOUS_AUTO);
	assert_int_equal(conf.options.text_width, 0);
	assert_int_equal(conf.n_rules, 0);
}

static void
options_take_words_and_numbers(void **state)
{
	struct conf conf = parsed("set ambiguous 2\nset text-width 20\nset ambiguous 1\nset wrap word\n");
	(void)state;

	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(conf.options.ambiguous, CONF_AMBIGUOUS_1);
	assert_int_equal(conf.options.text_width, 20);
	assert_int_equal(conf.options.wrap, CONF_WRAP_WORD);
	assert_null(conf.options.row_format);
	conf = parsed("set row-format \"{star} {title:*}\"\n");
	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(conf.options.row_format->n, 2);
}

static void
wrong_options_are_told_with_their_place(void **state)
{
	(void)state;
	assert_problem("set", "config:1:4: the name of an option is missing: set NAME VALUE");
	assert_problem("\nset  widht 3", "config:2:6: there is no option ‘widht’");
	assert_problem("set themee dark", "config:1:5: there is no option ‘themee’; did you mean ‘theme’?");
	assert_problem("set browser w3m > page", "config:1:17: no shell sees ‘>’; sh -c '…' starts one, and quotes make it a word");
	assert_int_equal(parsed("set browser w3m '>'\n").n_problems, 0);
	assert_problem("set copy-command \"\" xsel", "config:1:21: nothing else may stand here");
	assert_problem("set wrap", "config:1:5: wrap needs a value behind it");
	assert_problem("set wrap lines", "config:1:10: wrap takes one of: word syllable");
	assert_problem("set wrap word syllable", "config:1:15: nothing else may stand here");
	assert_problem("set text-width 19", "config:1:16: text-width takes a number from 20 to 400");
	assert_problem("set row-format \"{제목}\"", "config:1:18: there is no such field of a row; the fields: mark unread star full date day title feed tags sections time author length");
	assert_problem("set row-format {star}{title:wide}", "config:1:29: of a column one can say: 13, 4-13, 20%, *, >, <, ?1, @92");
	assert_problem("set row-format {star} {title}", "config:1:23: nothing else may stand here");
	assert_problem("set text-width 1e2", "config:1:16: text-width takes a number from 20 to 400");
}

/* ---- site */

static void
a_site_has_its_selectors(void **state)
{
	struct conf conf = parsed("site Blog.Example.com/tech content=.post content=\"div[data-x=\\\"a b\\\"], p\" drop='.ad' "
	    "title=h1 author=.by date=time@datetime next=\"a.next\" # 끝\nsite a.example drop=#side\n");
	const struct page_rule *rule = conf.rules;
	(void)state;

	assert_int_equal(conf.n_problems, 1); /* a quote of its own kind is no selector */
	assert_str(conf.problems[0], "config:1:80: a tag, .class, #id or [attribute] is missing here");
	assert_int_equal(conf.n_rules, 1);
	assert_str(rule->host, "a.example");
	assert_str(rule->drop, "#side");
	conf = parsed("site Blog.Example.com/tech content=.post content=\"div[data-x=\\\"a b\\\"], p\" drop=.ad "
	    "title=h1 author=.by date=time@datetime next=\"a.next\" # 끝\n");
	rule = conf.rules;
	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(rule->n_contents, 2);
	assert_str(rule->content[0], ".post");
	assert_str(rule->content[1], "div[data-x=\"a b\"], p");
	assert_str(rule->drop, ".ad");
	assert_str(rule->title, "h1");
	assert_str(rule->author, ".by");
	assert_str(rule->date, "time@datetime");
	assert_str(rule->next, "a.next");
}

static void
wrong_sites_are_told_with_their_place(void **state)
{
	(void)state;
	assert_problem("site", "config:1:5: the site is missing: site HOST content=\"SELECTOR\"");
	assert_problem("site https://a.example content=p", "config:1:6: expected the name of a site, such as blog.example.com");
	assert_problem("site a.example", "config:1:15: a site has content=, drop=, title=, author=, date= and next=");
	assert_problem("site a.example p", "config:1:16: expected name=value");
	assert_problem("site a.example contnet=p", "config:1:16: a site has content=, drop=, title=, author=, date= and next=");
	assert_problem("site 한글.example content=\"p >\"", "config:1:29: a tag, .class, #id or [attribute] is missing here");
	assert_problem("site a.example drop=\"[a=\\\"b\\\" c]\"", "config:1:31: ‘]’ is missing here");
	assert_problem("site a.example drop=", "config:1:21: a tag, .class, #id or [attribute] is missing here");
	assert_problem("site a.example drop=p drop=b", "config:1:23: one drop= too many");
	assert_problem("site a.example content=a content=b content=c content=d content=e content=f content=g content=h content=i content=j "
	    "content=k content=l content=m content=n content=o content=p content=q", "config:1:176: one content= too many");
}

static void
a_selector_has_a_longest_length(void **state)
{
	struct buf line = { 0 };
	(void)state;

	(void)buf_puts(&line, "site a.example drop=");
	(void)buf_fill(&line, 'x', LIMIT_RULE);
	assert_int_equal(parsed(buf_cstr(&line)).n_problems, 0);
	(void)buf_putc(&line, 'x');
	assert_problem(buf_cstr(&line), "config:1:16: longer than 2048 bytes");
	buf_free(&line);
}

static void
the_rule_for_the_fewest_pages_is_found(void **state)
{
	struct conf conf = parsed("site example.com content=.a\nsite b.example.com content=.b\nsite example.com/x content=.c\n"
	    "site example.com/x/ content=.d\n");
	const struct page_rule *r = conf.rules;
	(void)state;

	assert_int_equal(conf.n_rules, 4);
	assert_ptr_equal(rule_find(r, 4, str_lit("https://example.com/1")), &r[0]);
	assert_ptr_equal(rule_find(r, 4, str_lit("https://www.EXAMPLE.com/1")), &r[0]);
	assert_ptr_equal(rule_find(r, 4, str_lit("https://a.b.example.com/1")), &r[1]);
	assert_ptr_equal(rule_find(r, 4, str_lit("https://example.com:8080/x/1?q")), &r[3]);
	assert_ptr_equal(rule_find(r, 3, str_lit("https://example.com/x")), &r[2]);
	assert_ptr_equal(rule_find(r, 4, str_lit("https://example.com/xy")), &r[0]);
	assert_null(rule_find(r, 4, str_lit("https://badexample.com/")));
	assert_null(rule_find(r, 4, str_lit("https://example.com.evil.example/")));
}

/* ---- the file */

static void
a_missing_file_is_empty(void **state)
{
	char dir[] = "/tmp/sosik-conf-XXXXXX";
	struct path file;
	struct conf conf;
	struct err err = { 0 };
	(void)state;

	assert_non_null(mkdtemp(dir));
	setenv("XDG_CONFIG_HOME", dir, 1);
	assert_int_equal(conf_read(&arena, &conf, &err), 0);
	assert_int_equal(conf.n_rules + conf.n_problems, 0);
	assert_int_equal(path_config(&file, "config", &err), 0);
	assert_int_equal(file_mkdirs_for(file.p, &err), 0);
	assert_int_equal(file_replace(file.p, str_lit("site a.example content=p\nset x\n"), &err), 0);
	assert_int_equal(conf_read(&arena, &conf, &err), 0);
	assert_int_equal(conf.n_rules, 1);
	assert_true(str_starts(conf.problems[0], file.p));
	assert_int_equal(truncate(file.p, LIMIT_CONF_BYTES + 1), 0);
	assert_int_equal(conf_read(&arena, &conf, &err), -1);
	assert_int_equal(err.code, ERR_USAGE);
	(void)unlink(file.p);
	*strrchr(file.p, '/') = '\0';
	(void)rmdir(file.p);
	(void)rmdir(dir);
}

static int
remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static void
write_beside(const struct path *config, const char *name, const char *text)
{
	struct path file;
	struct err err = { 0 };

	(void)snprintf(file.p, sizeof file.p, "%.*s/%s", (int)(strrchr(config->p, '/') - config->p), config->p, name);
	if (file_replace(file.p, str_of(text), &err) < 0)
		fail_msg("%s", err.text);
}

/* A config folder of its own; dir is a template of mkdtemp(). */
static void
make_folder(char *dir, struct path *config)
{
	struct err err = { 0 };

	assert_non_null(mkdtemp(dir));
	setenv("XDG_CONFIG_HOME", dir, 1);
	setenv("HOME", dir, 1);
	assert_int_equal(path_config(config, "config", &err), 0);
	assert_int_equal(file_mkdirs_for(config->p, &err), 0);
}

static struct conf
read_conf(void)
{
	struct conf conf;
	struct err err = { 0 };

	assert_int_equal(conf_read(&arena, &conf, &err), 0);
	return conf;
}

static void
lines_of_other_files_count_in_their_place(void **state)
{
	char dir[] = "/tmp/sosik-conf-XXXXXX";
	struct path file;
	struct conf conf;
	(void)state;

	make_folder(dir, &file);
	write_beside(&file, "config", "set text-width 72\nsource more # 둘째\nset wrap syllable\nsource\nsource none\nsource more x\n");
	write_beside(&file, "more", "\xef\xbb\xbfset text-width 60\nset wrap word\nbind 1 star\n가 나\nsource ~/sosik/last\n");
	write_beside(&file, "last", "view 주말 (x\nset mouse off");
	conf = read_conf();
	assert_int_equal(conf.options.text_width, 60);
	assert_int_equal(conf.options.wrap, CONF_WRAP_SYLLABLE);
	assert_int_equal(conf.options.mouse, CONF_MOUSE_OFF);
	assert_int_equal(conf.n_binds, 1);
	assert_true(str_ends(str_of(conf.binds[0].file), "/sosik/more"));
	assert_int_equal(conf.binds[0].number, 3);
	assert_int_equal(conf.n_problems, 5);
	assert_true(str_has(conf.problems[0], "/sosik/more:4:1: there is no command ‘가’"));
	assert_true(str_has(conf.problems[1], "/sosik/last:1:")); /* in the order of the lines */
	assert_true(str_has(conf.problems[2], "/sosik/config:4:7: a file is missing"));
	assert_true(str_has(conf.problems[3], "/sosik/config:5:8: cannot open "));
	assert_true(str_has(conf.problems[4], "/sosik/config:6:13: nothing else"));
	(void)nftw(dir, remove_one, 4, FTW_DEPTH | FTW_PHYS);
}

static void
files_that_name_one_another_have_an_end(void **state)
{
	static const char many[] = "source last\nsource last\nsource last\nsource last\nsource last\nsource last\nsource last\nsource last\n";
	char dir[] = "/tmp/sosik-conf-XXXXXX";
	struct path file;
	struct conf conf;
	(void)state;

	make_folder(dir, &file);
	write_beside(&file, "config", "tag 가 color=red\nsource ../sosik/config\nsource keys\nx\n");
	write_beside(&file, "keys", "tag 가 color=blue\nsource config\n");
	conf = read_conf();
	assert_int_equal(conf.n_problems, 4); /* nothing is told twice */
	assert_true(str_has(conf.problems[0], "/sosik/config:2:8: "));
	assert_true(str_has(conf.problems[0], "‘../sosik/config’ is being read already"));
	assert_true(str_has(conf.problems[1], "/sosik/keys:1:5: there is a line of this tag already: "));
	assert_true(str_ends(conf.problems[1], "/sosik/config:1")); /* which file is said where it is another */
	assert_true(str_has(conf.problems[2], "/sosik/keys:2:8: "));
	write_beside(&file, "config", "source more\nsource more\nsource more\nsource more\nsource more\nsource more\nsource more\nsource more\n");
	write_beside(&file, "more", many);
	write_beside(&file, "last", "");
	conf = read_conf();
	assert_true(conf.n_problems);
	assert_true(str_has(conf.problems[0], "‘source’ may name 64 files in all"));
	(void)nftw(dir, remove_one, 4, FTW_DEPTH | FTW_PHYS);
}

/* Reading it would wait for somebody who writes. */
static void
a_named_pipe_is_not_sourced(void **state)
{
	char dir[] = "/tmp/sosik-conf-XXXXXX";
	struct path file;
	struct conf conf;
	(void)state;

	make_folder(dir, &file);
	write_beside(&file, "config", "source more\nset wrap syllable\n");
	write_beside(&file, "more", "");
	assert_int_equal(read_conf().n_problems, 0);
	assert_int_equal(path_config(&file, "more", NULL), 0);
	assert_int_equal(unlink(file.p), 0);
	assert_int_equal(mkfifo(file.p, 0600), 0);
	conf = read_conf();
	assert_int_equal(conf.n_problems, 1);
	assert_true(str_ends(conf.problems[0], "/sosik/more’ is no file"));
	assert_int_equal(conf.options.wrap, CONF_WRAP_SYLLABLE);
	(void)nftw(dir, remove_one, 4, FTW_DEPTH | FTW_PHYS);
}

static void
a_file_that_others_can_write_is_not_sourced(void **state)
{
	char dir[] = "/tmp/sosik-conf-XXXXXX";
	struct path file;
	struct conf conf;
	(void)state;

	make_folder(dir, &file);
	write_beside(&file, "config", "source more\n");
	write_beside(&file, "more", "set wrap syllable\n");
	assert_int_equal(read_conf().options.wrap, CONF_WRAP_SYLLABLE);
	(void)snprintf(strrchr(file.p, '/'), sizeof "/more", "/more");
	assert_int_equal(chmod(file.p, 0666), 0);
	conf = read_conf();
	assert_int_equal(conf.options.wrap, CONF_WRAP_WORD);
	assert_true(str_has(conf.problems[0], "/sosik/config:1:8: ") && str_has(conf.problems[0], "chmod go-w"));
	(void)nftw(dir, remove_one, 4, FTW_DEPTH | FTW_PHYS);
}

/* ---- values */

static void
values_are_read_back_as_they_were_put(void **state)
{
	static const char *const values[] = { "", "a", "a b", "\"", "\\", "a\\\"b\" c", "#x", "한 글" };
	(void)state;

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		struct buf line = { 0 }, back = { 0 };
		size_t at = 0, quote = 0;

		quoted_put(&line, str_of(values[i]));
		assert_true(quoted_take(&back, buf_str(&line), &at, &quote));
		assert_int_equal(at, line.n);
		assert_str(buf_str(&back), values[i]);
		buf_free(&line);
		buf_free(&back);
	}
}

static void
places_in_a_value_are_found_in_its_line(void **state)
{
	struct str line = str_lit("x=\"a\\\"b c\"d e");
	(void)state;

	assert_int_equal(quoted_place(line, 2, 0), 3);
	assert_int_equal(quoted_place(line, 2, 1), 4);
	assert_int_equal(quoted_place(line, 2, 2), 6);
	assert_int_equal(quoted_place(line, 2, 5), 9);
	assert_int_equal(quoted_place(line, 2, 99), 11);
}

/* ---- view, rule */

static void
a_view_is_a_name_and_a_query(void **state)
{
	struct conf conf = parsed("view 주말 is:unread \"커넥션 풀\" # 읽을 것\nview \"두 낱말\"  tag:ai -title:#1\n");
	(void)state;

	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(conf.names.n_views, 2);
	assert_str(conf.names.views[0].name, "주말");
	assert_str(conf.names.views[0].text, "is:unread \"커넥션 풀\"");
	assert_str(conf.names.views[1].name, "두 낱말");
	assert_str(conf.names.views[1].text, "tag:ai -title:#1");
}

static void
a_wrong_view_is_told_with_its_place(void **state)
{
	struct conf conf = parsed("view AI tag:ai\nview ai tag:x\n");
	(void)state;

	assert_int_equal(conf.names.n_views, 1);
	assert_int_equal(conf.n_problems, 1);
	assert_str(conf.problems[0], "config:2:6: there is a view of this name already: line 1");
	assert_problem("view", "config:1:5: the name of the view is missing: view NAME QUERY");
	assert_problem("view 주말 # tag:ai", "config:1:9: the query of the view is missing: view NAME QUERY");
	assert_problem("view \"\" tag:ai", "config:1:6: the name of a view is 1 to 128 bytes that can be shown");
}

static void
queries_may_name_views_of_lines_below(void **state)
{
	struct conf conf = parsed("rule view:나 -> hide\nview 가 view:나 -tag:x\nview 나 title:글\n");
	(void)state;

	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(conf.names.n_views, 2);
	assert_int_equal(conf.n_post_rules, 1);
}

static void
a_wrong_query_is_told_with_its_place(void **state)
{
	struct conf conf = parsed("view 가 tag:x (글\nrule 글 is:unred -> hide\nview 나 view:다\nview 라 글\n");
	(void)state;

	assert_int_equal(conf.names.n_views, 1);
	assert_str(conf.names.views[0].name, "라");
	assert_int_equal(conf.n_post_rules, 0);
	assert_int_equal(conf.n_problems, 3);
	assert_true(str_starts(conf.problems[0], "config:1:14: "));
	assert_true(str_starts(conf.problems[1], "config:2:11: "));
	assert_true(str_has(conf.problems[1], "is:unread"));
	assert_true(str_starts(conf.problems[2], "config:3:13: "));
}

static void
rules_keep_their_order_and_line(void **state)
{
	struct conf conf = parsed("# 규칙\nrule title:\"[광고]\" -> hide # 가린다\nrule feed:해솔 -> +회사 notify\n");
	(void)state;

	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(conf.n_post_rules, 2);
	assert_int_equal(conf.post_rules[0].number, 2);
	assert_str(conf.post_rules[0].rule.query, "title:\"[광고]\"");
	assert_str(conf.post_rules[0].rule.actions, "hide");
	assert_str(conf.post_rules[1].rule.actions, "+회사 notify");
}

static void
a_wrong_rule_is_told_with_its_place(void **state)
{
	struct conf conf = parsed("rule 광고 -> hid\nrule 글 -> star\n");
	(void)state;

	assert_int_equal(conf.n_post_rules, 1);
	assert_int_equal(conf.n_problems, 1);
	assert_str(conf.problems[0], "config:1:12: there is no action ‘hid’; did you mean ‘hide’?");
}

/* ---- tags */

static void
a_tag_has_aliases_and_a_colour(void **state)
{
	struct conf conf = parsed("tag 쿠버네티스 alias=k8s,\"kube\" color=cyan\ntag #언어 color=208\ntag 언어/rust alias=녹 # 뒤\n");
	(void)state;

	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(conf.n_tags, 3);
	assert_str(conf.tags[0].name, "쿠버네티스");
	assert_int_equal(conf.tags[0].n_aliases, 2);
	assert_str(conf.tags[0].aliases[1], "kube");
	assert_int_equal(conf.tags[0].color, 6);
	assert_str(conf.tags[1].name, "언어");
	assert_int_equal(conf_tag_color(conf.tags, conf.n_tags, str_lit("언어/rust/async")), 208);
	assert_int_equal(conf_tag_color(conf.tags, conf.n_tags, str_lit("언어학")), -1);
}

static void
colours_have_names_numbers_and_parts(void **state)
{
	static const struct { const char *text; int want; } colours[] = {
		{ "red", 1 }, { "빨강", 1 }, { "Bright-Blue", 12 }, { "bright-파랑", 12 }, { "gray", 8 }, { "0", 0 }, { "255", 255 },
		{ "#ff0000", 196 }, { "#FFFFFF", 231 }, { "#000000", 16 }, { "#808080", 244 }, { "#5f87ff", 69 },
		{ "256", -1 }, { "bright-gray", -1 }, { "reddish", -1 }, { "#ff00", -1 }, { "#gg0000", -1 }, { "", -1 },
	};
	(void)state;

	for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
		struct conf conf = parsed(arena_printf(&arena, "tag x color=\"%s\"\n", colours[i].text).p);

		assert_int_equal(conf.n_problems, colours[i].want < 0);
		if (conf.n_tags)
			assert_int_equal(conf.tags[0].color, colours[i].want);
	}
}

static void
a_wrong_tag_is_told_with_its_place(void **state)
{
	(void)state;
	assert_problem("tag", "config:1:4: the name is missing: tag NAME alias=A,B color=COLOUR");
	assert_problem("tag a,b", "config:1:5: the tag ‘a,b’, column 2: a tag has no space or comma in it");
	assert_problem("tag a colour=red", "config:1:7: a tag has alias= and color=");
	assert_problem("tag a color=mauve", "config:1:13: expected a colour: red, bright-blue, 0 to 255 or #rrggbb");
	assert_problem("tag a alias=A", "config:1:13: a tag is no alias of itself");
	assert_problem("tag a alias=b,", "config:1:13: the tag ‘’ is empty");
	assert_problem("tag a alias=c:x", "config:1:13: the tag ‘c:x’ is a category: those come from the feed and cannot be changed");
	assert_problem("tag a alias=b\ntag c alias=B", "config:2:13: this is an alias of ‘a’ already: line 1");
	assert_problem("tag a alias=b\ntag b", "config:2:5: this is an alias of ‘a’ already: line 1");
	assert_problem("tag a\ntag b alias=A", "config:2:13: there is a line of this tag already: line 1");
	assert_problem("tag a\ntag A", "config:2:5: there is a line of this tag already: line 1");
}

/* ---- color */

static void
a_role_has_a_colour_a_ground_and_attributes(void **state)
{
	struct conf conf = parsed("set theme light\ncolor link #3b8ee0\ncolor bar 15 빨강 bold underline\ncolor title default plain\n");
	const struct color_paint *p = conf.paints;

	(void)state;
	assert_int_equal(conf.n_problems, 0);
	assert_int_equal(conf.options.theme, COLOR_THEME_LIGHT);
	assert_int_equal(conf.n_paints, 3);
	assert_int_equal(p[0].role, COLOR_ROLE_LINK);
	assert_int_equal(p[0].fg, COLOR_RGB | 0x3b8ee0);
	assert_false(p[0].has_bg || p[0].has_attrs);
	assert_int_equal(p[1].fg, 15);
	assert_int_equal(p[1].bg, 1);
	assert_int_equal(p[1].attrs, COLOR_BOLD | COLOR_UNDERLINE);
	assert_int_equal(p[2].fg, COLOR_DEFAULT);
	assert_true(p[2].has_attrs && !p[2].attrs && !p[2].has_bg);
}

static void
a_wrong_colour_is_told_with_its_place(void **state)
{
	(void)state;
	assert_problem("color", "config:1:6: a role is missing: color ROLE COLOUR [GROUND] [bold…]");
	assert_problem("color 제목 red", "config:1:7: there is no role ‘제목’; sosik(5) lists them");
	assert_problem("color link", "config:1:11: a colour is missing: color ROLE COLOUR [GROUND] [bold…]");
	assert_problem("color link bold", "config:1:12: expected a colour: red, bright-blue, 0 to 255, #rrggbb or default");
	assert_problem("color link red mauve", "config:1:16: expected a colour: red, bright-blue, 0 to 255, #rrggbb or default");
	assert_problem("color link red bold blue", "config:1:21: expected bold, italic, underline, reverse, dim or plain");
	assert_problem("color link 256", "config:1:12: expected a colour: red, bright-blue, 0 to 255, #rrggbb or default");
	assert_problem("set theme blue", "config:1:11: theme takes one of: auto dark light contrast 16");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(comments_and_blank_lines_mean_nothing, empty_arena),
		cmocka_unit_test_teardown(commands_have_korean_names_too, empty_arena),
		cmocka_unit_test_teardown(the_rest_of_the_file_counts_after_a_wrong_line, empty_arena),
		cmocka_unit_test_teardown(of_many_wrong_lines_the_first_are_told, empty_arena),
		cmocka_unit_test_teardown(thousands_of_views_and_tags_are_read, empty_arena),
		cmocka_unit_test_teardown(options_have_their_defaults, empty_arena),
		cmocka_unit_test_teardown(options_take_words_and_numbers, empty_arena),
		cmocka_unit_test_teardown(wrong_options_are_told_with_their_place, empty_arena),
		cmocka_unit_test_teardown(a_site_has_its_selectors, empty_arena),
		cmocka_unit_test_teardown(wrong_sites_are_told_with_their_place, empty_arena),
		cmocka_unit_test_teardown(a_selector_has_a_longest_length, empty_arena),
		cmocka_unit_test_teardown(the_rule_for_the_fewest_pages_is_found, empty_arena),
		cmocka_unit_test_teardown(a_missing_file_is_empty, empty_arena),
		cmocka_unit_test_teardown(lines_of_other_files_count_in_their_place, empty_arena),
		cmocka_unit_test_teardown(files_that_name_one_another_have_an_end, empty_arena),
		cmocka_unit_test_teardown(a_named_pipe_is_not_sourced, empty_arena),
		cmocka_unit_test_teardown(a_file_that_others_can_write_is_not_sourced, empty_arena),
		cmocka_unit_test_teardown(values_are_read_back_as_they_were_put, empty_arena),
		cmocka_unit_test_teardown(places_in_a_value_are_found_in_its_line, empty_arena),
		cmocka_unit_test_teardown(a_view_is_a_name_and_a_query, empty_arena),
		cmocka_unit_test_teardown(a_wrong_view_is_told_with_its_place, empty_arena),
		cmocka_unit_test_teardown(queries_may_name_views_of_lines_below, empty_arena),
		cmocka_unit_test_teardown(a_wrong_query_is_told_with_its_place, empty_arena),
		cmocka_unit_test_teardown(rules_keep_their_order_and_line, empty_arena),
		cmocka_unit_test_teardown(a_wrong_rule_is_told_with_its_place, empty_arena),
		cmocka_unit_test_teardown(a_tag_has_aliases_and_a_colour, empty_arena),
		cmocka_unit_test_teardown(colours_have_names_numbers_and_parts, empty_arena),
		cmocka_unit_test_teardown(a_wrong_tag_is_told_with_its_place, empty_arena),
		cmocka_unit_test_teardown(a_role_has_a_colour_a_ground_and_attributes, empty_arena),
		cmocka_unit_test_teardown(a_wrong_colour_is_told_with_its_place, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
