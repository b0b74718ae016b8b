#include "unit.h"

#include <stdlib.h>

#include "base/buf.h"
#include "syntax/syntax.h"
#include "syntax/syntax_guess.h"

#define LEN(array) (sizeof(array) / sizeof *(array))

/* One letter a role. */
static const char letters[] = ".ktnsd#m+-";

/* The stretches are the text, each of another role than the one before. */
static void
check_whole(const struct syntax_lang *lang, struct str text)
{
	struct syntax_scan scan;
	struct syntax_token token;
	size_t at = 0;
	int last = -1;

	syntax_begin(&scan, lang, text);
	while (syntax_next(&scan, &token)) {
		assert_int_equal(token.at, at);
		assert_true(token.n > 0);
		assert_true(token.role < SYNTAX_ROLES);
		assert_int_not_equal(token.role, last);
		last = (int)token.role;
		at += token.n;
	}
	assert_int_equal(at, text.n);
}

/* The roles of the bytes of text, blanks and ends of lines as they are. */
static void
check(const char *lang, const char *text, const char *want)
{
	struct syntax_scan scan;
	struct syntax_token token;
	struct buf got = { 0 };

	assert_non_null(syntax_lang_find(str_of(lang)));
	syntax_begin(&scan, syntax_lang_find(str_of(lang)), str_of(text));
	while (syntax_next(&scan, &token))
		for (size_t i = token.at; i < token.at + token.n; i++)
			(void)buf_putc(&got, text[i] == ' ' || text[i] == '\n' ? text[i] : letters[token.role]);
	if (!str_is(buf_str(&got), want))
		print_error("%s:\n%s\n", lang, text);
	assert_str(buf_str(&got), want);
	buf_free(&got);
	check_whole(syntax_lang_find(str_of(lang)), str_of(text));
}

static void
comments_nest_where_the_language_does(void **state)
{
	(void)state;
	check("kotlin", "/* a /* b */ c */ val", "## # ## # ## # ## kkk");
	check("rust", "/* a /* b */ c */ let", "## # ## # ## # ## kkk");
	check("java", "/* a /* b */ c */ int", "## # ## # ## . .. ttt");
	check("c", "/* open\nint", "## ####\n###");
}

static void
a_string_that_does_not_close_is_none(void **state)
{
	(void)state;
	check("js", "don't\nlet s = 'a'", ".....\nkkk . . sss");
	check("js", "x = 'a\nlet s = 'b'", ". . ..\nkkk . . sss");
	check("python", "'''open\nif", "ss.tttt\nkk");
	check("go", "`open\nif", ".....\nkk");
	check("rust", "<'a>(&'a str) 'x'", "........ ttt. sss");
}

static void
a_string_ends_as_it_began(void **state)
{
	(void)state;
	check("rust", "r##\"a\"# \"## if", "sssssss sss kk");
	check("c++", "R\"x(a)\" )x\" if", "sssssss sss kk");
	check("sql", "$a$ $$ $a$ from", "sss ss sss kkkk");
	check("c#", "@\"a\\\" if \"\"", "sssss kk ss");
	check("python", "rb'a\\'b' if b''", "ssssssss kk sss");
	check("sh", "cat <<X | wc\nif\nX\nif", "ttt mmm . tt\nss\ns\nkk");
	check("sh", "cat <<X\nif", "ttt mmm\nkk");
	check("ruby", "a = <<~T\n if\n T\nif", ". . mmmm\n ss\n s\nkk");
}

static void
code_in_a_string_is_code(void **state)
{
	(void)state;
	check("js", "`a ${f(`b ${1}`)} c` if", "ss ....ss ..d.s.. ss kk");
	check("kotlin", "\"${if (a) \"}\" else 1}\" if", "s..kk ... sss kkkk d.s kk");
	check("swift", "\"\\(if (a))\" if", "s..kk ....s kk");
	check("kotlin", "\"a${'\"'}\nif", "ss..sss.\nkk");
}

static void
a_slash_divides_behind_a_value(void **state)
{
	(void)state;
	check("js", "a / b / c", ". . . . .");
	check("js", "x = /['\"/]/g; y", ". . ssssssss. .");
	check("js", "s.split(/,/)", "........sss.");
}

static void
consoles_show_what_was_typed(void **state)
{
	(void)state;
	check("sh", "$ ls -l # x\nif not\n$ echo 'a'", "m tt .. # #\n.. ...\nm tttt sss");
	check("console", "user@host:~$ cd /tmp\n>>> if 1\n1", "mmmmmmmmmmmm tt ....\nmmm kk d\n.");
	check("console", "C:\\Users\\me> dir", "mmmmmmmmmmmm ttt");
	check("console", "$ a \\\n  b\nb", "m t .\n  .\n.");
	check("python", ">>> x = 1\n1\n... pass", "mmm . . d\n.\nmmm kkkk");
	check("console", "mysql> select 1;\n1 row", "mmmmmm kkkkkk d.\n. ...");
}

static void
lines_of_a_diff_come_or_go(void **state)
{
	(void)state;
	check("diff", "--- a\n+++ b\n@@ 1 @@\n-x\n+y\n z", "mmm m\nmmm m\nmm m mm\n--\n++\n .");
}

static void
settings_have_keys(void **state)
{
	(void)state;
	check("json", "{\"a\": \"b:\", \"c\" : [1, true]}", ".nnn. ssss. nnn . .d. tttt..");
	check("yaml", "- a: b # c\nd: e#f\n'g': 1", ". n. . # #\nn. ...\nnnn. d");
	check("toml", "[a.b]\nc = 'd' # e", "mmmmm\nn . sss # #");
	check("properties", "a.b-c=d=1\n# e", "nnnnn...d\n# #");
	check("css", "a:hover { color: #fff; }", "....... . nnnnn. dddd. .");
	check("dockerfile", "FROM a:1 AS b\nRUN c", "kkkk ... kk .\nkkk .");
}

static void
markup_holds_scripts_and_styles(void **state)
{
	(void)state;
	check("html", "<a b=\"c\">d</a><!-- <e> -->", "kk n.sssk.kkkk#### ### ###");
	check("html", "<script>if ('</b>')</script>if", "kkkkkkkkkk .ssssss.kkkkkkkkk..");
	check("vue", "<style>a { b: c }</style>", "kkkkkkk. . n. . .kkkkkkkk");
	check("xml", "1 < 2 <a b='c", ". . . kk n..n");
}

static void
names_of_languages_are_understood(void **state)
{
	static const struct {
		const char *name, *label;
	} names[] = {
		{ "js", "JavaScript" }, { "JSX", "JavaScript" }, { "node", "JavaScript" }, { "ts", "TypeScript" }, { "py", "Python" },
		{ "python3", "Python" }, { "sh", "Shell" }, { "zsh", "Shell" }, { "console", "Console" }, { "yml", "YAML" },
		{ "c++", "C++" }, { "cpp", "C++" }, { "cs", "C#" }, { "C#", "C#" }, { "kt", "Kotlin" }, { "golang", "Go" },
		{ "rs", "Rust" }, { "language-java", "Java" }, { "Java(Spring)", "Java" }, { "java{1,3-5}", "Java" },
		{ "app.py", "Python" }, { "src/Main.kt", "Kotlin" }, { "파이썬", "Python" }, { "C/C++", "C++" },
		{ "js:app.js", "JavaScript" }, { " SQL ", "SQL" }, { "dockerfile", "Dockerfile" }, { "ts/js", "TypeScript" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(names); i++) {
		const struct syntax_lang *lang = syntax_lang_find(str_of(names[i].name));

		if (!lang)
			print_error("%s is not known\n", names[i].name);
		assert_non_null(lang);
		assert_string_equal(lang->label, names[i].label);
	}
	assert_null(syntax_lang_find(STR_NONE));
	assert_null(syntax_lang_find(str_lit("brainfuck")));
}

/* ---- guesses */

static const char *
guessed(const char *text, const char *named)
{
	struct syntax_guess guess = syntax_guess(str_of(text), syntax_lang_find(str_of(named)));

	return guess.lang ? guess.lang->label : "none";
}

static void
code_without_a_name_is_known_by_its_signs(void **state)
{
	static const struct {
		const char *text, *label;
	} codes[] = {
		{ "@Override\npublic String toString() {\n    return \"주문 \" + id;\n}", "Java" },
		{ "data class Order(val id: Long)\n\nfun main() {\n    println(Order(1))\n}", "Kotlin" },
		{ "const a = 1;\nconsole.log(`값: ${a}`);", "JavaScript" },
		{ "interface Props {\n  name: string;\n  count?: number;\n}", "TypeScript" },
		{ "import numpy as np\n\ndef mean(xs):\n    return sum(xs) / len(xs)", "Python" },
		{ "if err != nil {\n\treturn nil, err\n}", "Go" },
		{ "fn main() {\n    let mut v = vec![1, 2];\n    println!(\"{v:?}\");\n}", "Rust" },
		{ "#include <stdio.h>\nint main(void)\n{\n    printf(\"안녕\");\n}", "C" },
		{ "#include <iostream>\nusing namespace std;\nint main() { cout << 1 << endl; }", "C++" },
		{ "using System;\npublic string Name { get; set; }", "C#" },
		{ "SELECT id, name\nFROM orders\nWHERE id = 1;", "SQL" },
		{ "npm install react", "Shell" },
		{ "$ sosik sync\n피드 3개", "Shell" },
		{ "apiVersion: v1\nkind: Pod\nmetadata:\n  name: app", "YAML" },
		{ "{\n  \"name\": \"app\",\n  \"version\": \"1\"\n}", "JSON" },
		{ "<div class=\"box\">\n  <p>글</p>\n</div>", "HTML" },
		{ "<dependency>\n  <groupId>kr.example</groupId>\n  <artifactId>app</artifactId>\n</dependency>", "XML" },
		{ ".box {\n  color: red;\n  margin: 0;\n}", "CSS" },
		{ "FROM nginx:1.25\nCOPY . /app\nRUN make", "Dockerfile" },
		{ "dependencies {\n    implementation 'kr.example:app:1'\n}", "Groovy" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(codes); i++)
		assert_string_equal(guessed(codes[i].text, ""), codes[i].label);
}

/* As all spell it on the sites where such problems are set. */
static void
includes_name_their_language(void **state)
{
	static const struct {
		const char *text, *label;
	} codes[] = {
		{ "# include <stdio.h>\n# define MOST 9\n\nvoid main(){\n  int n = MOST;\n  int left = 0;\n}", "C" },
		{ "#include<stdio.h>\n\nint main(){\n    int n;\n    scanf(\"%d\", &n);\n}", "C" },
		{ "#include<cstdio>\n#include<iostream>\n\nint main(){\n    int n;\n    cin>>n;\n}", "C++" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(codes); i++) {
		assert_string_equal(guessed(codes[i].text, ""), codes[i].label);
		assert_true(syntax_guess(str_of(codes[i].text), NULL).is_sure);
	}
}

static void
too_little_is_no_guess(void **state)
{
	static const char *const texts[] = {
		"", " ", "a = 1", "E peek()", "그는 집에 갔다. 그리고 잠을 잤다.", "app/\n  main/\n    a.txt\n  test/", "2025-02-05 12:00:01 INFO started in 3 s",
		"+---+---+\n| a | b |\n+---+---+", "HTTP/1.1 200 OK\nContent-Type: text/plain",
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++)
		assert_string_equal(guessed(texts[i], ""), "none");
}

static void
the_author_is_believed_unless_all_speaks_against(void **state)
{
	static const char pom[] = "<dependency>\n  <groupId>kr.example</groupId>\n  <artifactId>app</artifactId>\n  <version>1</version>\n</dependency>";

	(void)state;
	assert_string_equal(guessed("a = 1", "python"), "Python");
	assert_string_equal(guessed("npm install react", "javascript"), "JavaScript");
	assert_string_equal(guessed("val a = 1", "java"), "Java");
	assert_string_equal(guessed(pom, "properties"), "XML");
	assert_string_equal(guessed("uv tool install my-tool", "sql"), "Shell");
	assert_string_equal(guessed("brew install my-tool", "sql"), "Shell");
	assert_string_equal(guessed("select brew from install", "sql"), "SQL");
	assert_string_equal(guessed("echo 1", "php"), "PHP");
}

/* ---- any bytes */

static const char *const languages[] = {
	"java", "kotlin", "js", "ts", "python", "go", "rust", "c", "c++", "c#", "sql", "sh", "console", "powershell", "yaml", "json",
	"toml", "ini", "properties", "html", "css", "scss", "swift", "dart", "php", "ruby", "scala", "groovy", "dockerfile", "diff",
};

/* The same with nothing behind the text, where a sanitizer sees what reads on. */
static void
check_exact(const struct syntax_lang *lang, struct str text)
{
	char *copy = test_malloc(text.n + !text.n);

	memcpy(copy, text.n ? text.p : "", text.n);
	check_whole(lang, str_new(copy, text.n));
	(void)syntax_guess(str_new(copy, text.n), NULL);
	test_free(copy);
}

static void
the_text_is_never_changed(void **state)
{
	static const char *const pieces[] = {
		"\"", "'", "`", "\"\"\"", "'''", "/*", "*/", "//", "#", "--", "<!--", "-->", "<", ">", "</", "/", "${", "$(", "#{", "\\(", "}",
		")", "{", "(", "\\", "\n", " ", "\t", "r#\"", "\"#", "R\"a(", ")a\"", "$$", "$a$", "<<A", "A", "\nA\n", "@a", "#[", "[", "]", "$",
		"if", "한글", "x1", "1.5e-3", "0x", "<script>", "</script", "<style>", "'a'", "f'", "b\"", "=", ":", "$ ", ">>> ", "a@b:~$ ",
		"+", "-", "\xff", "\xed\x95",
	};

	(void)state;
	srand(20250205);
	for (int round = 0; round < 4000; round++) {
		const struct syntax_lang *lang = syntax_lang_find(str_of(languages[round % (int)LEN(languages)]));
		struct buf text = { 0 };

		assert_non_null(lang);
		for (int i = rand() % 60; i > 0; i--)
			if (rand() % 8)
				(void)buf_puts(&text, pieces[(size_t)rand() % LEN(pieces)]);
			else
				(void)buf_putc(&text, (char)(rand() % 256));
		check_exact(lang, buf_str(&text));
		buf_free(&text);
	}
	check_whole(NULL, str_lit("plain"));
	check_whole(NULL, STR_NONE);
}

/* Each repeated without an end of line: what looks ahead must not do so from each place anew. */
static void
long_lines_take_no_longer(void **state)
{
	static const char *const pieces[] = {
		"'", "\"", "a'", "\"\\\"", "/*", "r#\"", "r ", "$a", "${", "$a$", "<<A ", ",/[", "a:", "#[", "`${", "\"$(", "<a ", "<script>", "&a",
		"<a b='", "R\"(", "x ", "{\"a\":\"b\"},", "@\"", "$ ", ">",
	};

	(void)state;
	for (size_t i = 0; i < LEN(pieces); i++) {
		struct buf text = { 0 };

		while (text.n < 1 << 16)
			(void)buf_puts(&text, pieces[i]);
		for (size_t k = 0; k < LEN(languages); k++)
			check_whole(syntax_lang_find(str_of(languages[k])), buf_str(&text));
		buf_free(&text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comments_nest_where_the_language_does),
		cmocka_unit_test(a_string_that_does_not_close_is_none),
		cmocka_unit_test(a_string_ends_as_it_began),
		cmocka_unit_test(code_in_a_string_is_code),
		cmocka_unit_test(a_slash_divides_behind_a_value),
		cmocka_unit_test(consoles_show_what_was_typed),
		cmocka_unit_test(lines_of_a_diff_come_or_go),
		cmocka_unit_test(settings_have_keys),
		cmocka_unit_test(markup_holds_scripts_and_styles),
		cmocka_unit_test(names_of_languages_are_understood),
		cmocka_unit_test(code_without_a_name_is_known_by_its_signs),
		cmocka_unit_test(includes_name_their_language),
		cmocka_unit_test(too_little_is_no_guess),
		cmocka_unit_test(the_author_is_believed_unless_all_speaks_against),
		cmocka_unit_test(the_text_is_never_changed),
		cmocka_unit_test(long_lines_take_no_longer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
