#include "syntax/syntax_table.h"

#include <stddef.h>

enum { TEXT = SYNTAX_ESCAPES | SYNTAX_LINES };

static const struct syntax_string c_strings[] = {
	{ "\"", "\"", SYNTAX_ESCAPES, NULL }, { "'", "'", SYNTAX_ESCAPES, NULL }, { 0 },
};
static const struct syntax_string cpp_strings[] = {
	{ "R\"", "\"", SYNTAX_PARENS | SYNTAX_LINES, NULL }, { "\"", "\"", SYNTAX_ESCAPES, NULL }, { "'", "'", SYNTAX_ESCAPES, NULL }, { 0 },
};
static const struct syntax_string java_strings[] = {
	{ "\"\"\"", "\"\"\"", TEXT, NULL }, { "\"", "\"", SYNTAX_ESCAPES, NULL }, { "'", "'", SYNTAX_ESCAPES, NULL }, { 0 },
};
static const struct syntax_string kotlin_strings[] = {
	{ "\"\"\"", "\"\"\"", SYNTAX_LINES, "${" }, { "\"", "\"", SYNTAX_ESCAPES, "${" }, { "'", "'", SYNTAX_ESCAPES, NULL }, { 0 },
};
static const struct syntax_string groovy_strings[] = {
	{ "\"\"\"", "\"\"\"", TEXT, "${" }, { "'''", "'''", TEXT, NULL },
	{ "\"", "\"", SYNTAX_ESCAPES, "${" }, { "'", "'", SYNTAX_ESCAPES, NULL }, { 0 },
};
static const struct syntax_string js_strings[] = {
	{ "`", "`", TEXT, "${" }, { "\"", "\"", SYNTAX_ESCAPES, NULL }, { "'", "'", SYNTAX_ESCAPES, NULL }, { 0 },
};
static const struct syntax_string python_strings[] = {
	{ "\"\"\"", "\"\"\"", TEXT, NULL }, { "'''", "'''", TEXT, NULL },
	{ "\"", "\"", SYNTAX_ESCAPES, NULL }, { "'", "'", SYNTAX_ESCAPES, NULL }, { 0 },
};
static const struct syntax_string go_strings[] = {
	{ "`", "`", SYNTAX_LINES, NULL }, { "\"", "\"", SYNTAX_ESCAPES, NULL }, { "'", "'", SYNTAX_ESCAPES, NULL }, { 0 },
};
static const struct syntax_string rust_strings[] = {
	{ "r", "\"", SYNTAX_HASHES | SYNTAX_LINES, NULL }, { "br", "\"", SYNTAX_HASHES | SYNTAX_LINES, NULL },
	{ "\"", "\"", TEXT, NULL }, { "'", "'", SYNTAX_ESCAPES | SYNTAX_ONE, NULL }, { 0 },
};
static const struct syntax_string csharp_strings[] = {
	{ "\"\"\"", "\"\"\"", SYNTAX_LINES, NULL }, { "$@\"", "\"", SYNTAX_DOUBLES | SYNTAX_LINES, NULL },
	{ "@$\"", "\"", SYNTAX_DOUBLES | SYNTAX_LINES, NULL }, { "@\"", "\"", SYNTAX_DOUBLES | SYNTAX_LINES, NULL },
	{ "$\"", "\"", SYNTAX_ESCAPES, NULL }, { "\"", "\"", SYNTAX_ESCAPES, NULL }, { "'", "'", SYNTAX_ESCAPES, NULL }, { 0 },
};
static const struct syntax_string sql_strings[] = {
	{ "'", "'", SYNTAX_DOUBLES | SYNTAX_LINES, NULL }, { "\"", "\"", SYNTAX_DOUBLES, NULL }, { "`", "`", 0, NULL },
	{ "$", "", SYNTAX_DOLLARS | SYNTAX_LINES, NULL }, { 0 },
};
static const struct syntax_string shell_strings[] = {
	{ "$'", "'", TEXT, NULL }, { "\"", "\"", TEXT, "$(" }, { "'", "'", SYNTAX_LINES, NULL }, { 0 },
};
static const struct syntax_string yaml_strings[] = {
	{ "\"", "\"", SYNTAX_ESCAPES, NULL }, { "'", "'", SYNTAX_DOUBLES, NULL }, { 0 },
};
static const struct syntax_string json_strings[] = { { "\"", "\"", SYNTAX_ESCAPES, NULL }, { 0 } };
static const struct syntax_string toml_strings[] = {
	{ "\"\"\"", "\"\"\"", TEXT, NULL }, { "'''", "'''", SYNTAX_LINES, NULL },
	{ "\"", "\"", SYNTAX_ESCAPES, NULL }, { "'", "'", 0, NULL }, { 0 },
};
static const struct syntax_string php_strings[] = { { "\"", "\"", TEXT, NULL }, { "'", "'", TEXT, NULL }, { 0 } };
static const struct syntax_string ruby_strings[] = {
	{ "\"", "\"", TEXT, "#{" }, { "'", "'", TEXT, NULL }, { "`", "`", TEXT, "#{" }, { 0 },
};
static const struct syntax_string swift_strings[] = {
	{ "\"\"\"", "\"\"\"", TEXT, "\\(" }, { "\"", "\"", SYNTAX_ESCAPES, "\\(" }, { 0 },
};
static const struct syntax_string dart_strings[] = {
	{ "\"\"\"", "\"\"\"", TEXT, "${" }, { "'''", "'''", TEXT, "${" }, { "r\"", "\"", 0, NULL }, { "r'", "'", 0, NULL },
	{ "\"", "\"", SYNTAX_ESCAPES, "${" }, { "'", "'", SYNTAX_ESCAPES, "${" }, { 0 },
};

#define C_WORDS "auto break case const continue default do else enum extern for goto if inline register restrict return " \
	"sizeof static struct switch typedef union volatile while "
#define C_TYPES "bool char double float int long short signed unsigned void size_t ssize_t int8_t int16_t int32_t int64_t " \
	"uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t FILE NULL true false "
#define JS_WORDS "as async await break case catch class const continue debugger default delete do else export extends " \
	"finally for from function if import in instanceof let new of return static super switch this throw try typeof var " \
	"void while with yield "
#define JS_TYPES "Array Boolean Date Error Infinity JSON Map Math NaN Number Object Promise RegExp Set String Symbol " \
	"WeakMap console document false globalThis module null process require true undefined window "
#define C_COMMENTS .line_comments = { "//" }, .comment_open = "/*", .comment_close = "*/"
#define HASH_COMMENTS .line_comments = { "#" }

static const struct syntax_lang table[] = {
	{ .label = "Java", .names = "java jsh spring 자바",
		.keywords = "abstract assert break case catch class const continue default do else enum extends final finally "
			"for goto if implements import instanceof interface native new package permits private protected public "
			"record return sealed static strictfp super switch synchronized this throw throws transient try var "
			"volatile while yield",
		.types = "boolean byte char double float int long short void true false null",
		C_COMMENTS, .strings = java_strings, .flags = SYNTAX_AT | SYNTAX_CAPITALS },
	{ .label = "Kotlin", .names = "kotlin kt kts 코틀린",
		.keywords = "abstract actual annotation as break by catch class companion const constructor continue crossinline "
			"data do else enum expect external final finally for fun get if import in infix init inline inner "
			"interface internal is lateinit noinline object open operator out override package private protected "
			"public reified return sealed set super suspend tailrec this throw try typealias val var vararg when "
			"where while",
		.types = "true false null it field",
		C_COMMENTS, .strings = kotlin_strings, .flags = SYNTAX_AT | SYNTAX_CAPITALS | SYNTAX_NESTS },
	{ .label = "JavaScript", .names = "javascript js jsx mjs cjs node nodejs node.js react react.js ecmascript es6 자바스크립트",
		.keywords = JS_WORDS, .types = JS_TYPES,
		C_COMMENTS, .strings = js_strings, .letters = "$", .flags = SYNTAX_AT | SYNTAX_REGEX },
	{ .label = "TypeScript", .names = "typescript ts tsx mts cts 타입스크립트",
		.keywords = JS_WORDS "abstract asserts declare enum implements infer interface is keyof namespace private "
			"protected public readonly satisfies type",
		.types = JS_TYPES "any bigint boolean never number object string symbol unknown",
		C_COMMENTS, .strings = js_strings, .letters = "$", .flags = SYNTAX_AT | SYNTAX_REGEX | SYNTAX_CAPITALS },
	{ .label = "Python", .names = "python py python2 python3 py3 ipython pycon gyp 파이썬",
		.keywords = "and as assert async await break class continue def del elif else except finally for from global if "
			"import in is lambda nonlocal not or pass raise return try while with yield",
		.types = "False None True abs all any bool bytes dict enumerate filter float int input isinstance len list map "
			"max min object open print range repr reversed round self set sorted str sum super tuple type zip "
			"Exception KeyError TypeError ValueError",
		HASH_COMMENTS, .strings = python_strings, .prefixes = "r R b B f F u rb rB Rb br bR Br fr rf", .flags = SYNTAX_AT },
	{ .label = "Go", .names = "go golang 고",
		.keywords = "break case chan const continue default defer else fallthrough for func go goto if import interface "
			"map package range return select struct switch type var",
		.types = "any append bool byte cap close complex64 complex128 copy delete error false float32 float64 int int8 "
			"int16 int32 int64 iota len make new nil panic print println recover rune string true uint uint8 uint16 "
			"uint32 uint64 uintptr",
		C_COMMENTS, .strings = go_strings },
	{ .label = "Rust", .names = "rust rs 러스트",
		.keywords = "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod "
			"move mut pub ref return self static struct super trait type unsafe use where while",
		.types = "bool char f32 f64 false i8 i16 i32 i64 i128 isize str true u8 u16 u32 u64 u128 usize",
		C_COMMENTS, .strings = rust_strings, .prefixes = "b c", .flags = SYNTAX_CAPITALS | SYNTAX_NESTS | SYNTAX_ATTRIBUTES },
	{ .label = "C", .names = "c h clang ansi-c c99 c11", .keywords = C_WORDS, .types = C_TYPES,
		C_COMMENTS, .strings = c_strings, .prefixes = "L u U u8", .flags = SYNTAX_DIRECTIVES },
	{ .label = "C++", .names = "c++ cpp cc cxx hpp hh cplusplus arduino ino c/c++ cuda",
		.keywords = C_WORDS "alignas alignof and catch class co_await co_return co_yield concept const_cast consteval "
			"constexpr constinit decltype delete dynamic_cast explicit export final friend mutable namespace new "
			"noexcept not operator or override private protected public reinterpret_cast requires static_assert "
			"static_cast template this thread_local throw try typeid typename using virtual",
		.types = C_TYPES "char8_t char16_t char32_t nullptr std string vector wchar_t",
		C_COMMENTS, .strings = cpp_strings, .prefixes = "L u U u8", .flags = SYNTAX_DIRECTIVES },
	{ .label = "C#", .names = "c# cs csharp dotnet .net unity",
		.keywords = "abstract as async await base break case catch checked class const continue default delegate do else "
			"enum event explicit extern finally fixed for foreach get goto if implicit in init interface internal is "
			"lock namespace new operator out override params partial private protected public readonly record ref "
			"return sealed set sizeof stackalloc static struct switch this throw try typeof unchecked unsafe using "
			"value var virtual volatile when where while yield",
		.types = "bool byte char decimal double dynamic false float int long nint null object sbyte short string true "
			"uint ulong ushort void",
		C_COMMENTS, .strings = csharp_strings, .flags = SYNTAX_CAPITALS | SYNTAX_DIRECTIVES },
	{ .label = "SQL", .names = "sql mysql mariadb postgresql postgres pgsql plsql pl/sql tsql oracle sqlite hql jpql",
		.keywords = "add all alter analyze and any as asc begin between by cascade case check column commit constraint "
			"create cross cursor database declare default delete desc describe distinct drop else end except exists "
			"explain fetch for foreign from full function grant group having if in index inner insert intersect into "
			"is join key left like limit lock merge natural not of offset on or order outer over partition primary "
			"procedure references replace returning returns revoke right rollback row rows savepoint schema select "
			"set show table then to transaction trigger truncate union unique update use using values view when "
			"where while window with recursive",
		.types = "auto_increment avg bigint blob bool boolean char clob coalesce concat count current_date "
			"current_timestamp date datetime decimal double false float identity int integer interval json jsonb max "
			"min now null nullif number numeric real row_number serial smallint sum sysdate text time timestamp "
			"timestamptz tinyint true uuid varchar varchar2",
		.line_comments = { "--", "#" }, .comment_open = "/*", .comment_close = "*/", .strings = sql_strings,
		.flags = SYNTAX_ANY_CASE },
	{ .label = "Shell", .names = "shell sh bash zsh ksh fish ash shellscript shell-script bashrc terminal cmd 셸 쉘 터미널",
		.keywords = "case do done elif else esac fi for function if in select then time until while local export "
			"readonly return break continue exit set unset declare source alias trap shift",
		.types = "true false", HASH_COMMENTS, .strings = shell_strings, .letters = "-./+:@%~,",
		.flags = SYNTAX_VARIABLES | SYNTAX_COMMANDS | SYNTAX_HEREDOCS | SYNTAX_LOOSE },
	{ .label = "Console", .names = "console shell-session shellsession sh-session bash-session terminal-session output",
		.kind = SYNTAX_CONSOLE },
	{ .label = "PowerShell", .names = "powershell ps1 pwsh posh",
		.keywords = "begin break catch class continue do else elseif end exit filter finally for foreach function if in "
			"param process return switch throw trap try until using while",
		.types = "$true $false $null", HASH_COMMENTS, .comment_open = "<#", .comment_close = "#>",
		.strings = c_strings, .letters = "-", .flags = SYNTAX_VARIABLES | SYNTAX_ANY_CASE | SYNTAX_LOOSE },
	{ .label = "YAML", .names = "yaml yml k8s kubernetes docker-compose ansible helm",
		.types = "true false null yes no on off", HASH_COMMENTS, .strings = yaml_strings, .letters = "-./",
		.flags = SYNTAX_LINE_KEYS | SYNTAX_LOOSE },
	{ .label = "JSON", .names = "json jsonc json5 jsonl geojson webmanifest", .types = "true false null",
		C_COMMENTS, .strings = json_strings, .flags = SYNTAX_KEYS },
	{ .label = "TOML", .names = "toml", .types = "true false", HASH_COMMENTS, .strings = toml_strings, .letters = "-.",
		.flags = SYNTAX_LINE_KEYS | SYNTAX_SECTIONS | SYNTAX_LOOSE },
	{ .label = "INI", .names = "ini conf cnf cfg config editorconfig systemd gitconfig", .types = "true false on off yes no",
		.line_comments = { "#", ";" }, .strings = yaml_strings, .letters = "-./",
		.flags = SYNTAX_LINE_KEYS | SYNTAX_SECTIONS | SYNTAX_LOOSE },
	{ .label = "Properties", .names = "properties props env dotenv", .types = "true false",
		HASH_COMMENTS, .letters = "-./${}", .flags = SYNTAX_LINE_KEYS | SYNTAX_LOOSE },
	{ .label = "HTML", .names = "html htm xhtml html5 thymeleaf ejs erb handlebars hbs jinja jinja2 django", .kind = SYNTAX_MARKUP },
	{ .label = "XML", .names = "xml pom pom.xml svg xsd xsl xslt rss atom plist xaml mybatis mapper", .kind = SYNTAX_MARKUP },
	{ .label = "JSP", .names = "jsp jstl", .kind = SYNTAX_MARKUP },
	{ .label = "Vue", .names = "vue vuejs svelte", .kind = SYNTAX_MARKUP },
	{ .label = "CSS", .names = "css css3", .keywords = "important", .comment_open = "/*", .comment_close = "*/",
		.strings = c_strings, .letters = "-", .flags = SYNTAX_KEYS | SYNTAX_RULES | SYNTAX_AT },
	{ .label = "SCSS", .names = "scss sass less styl stylus", .keywords = "important", C_COMMENTS, .strings = c_strings,
		.letters = "-", .flags = SYNTAX_KEYS | SYNTAX_RULES | SYNTAX_AT | SYNTAX_VARIABLES },
	{ .label = "Swift", .names = "swift 스위프트",
		.keywords = "actor as associatedtype async await break case catch class continue convenience default defer deinit "
			"do else enum extension fallthrough fileprivate final for func get guard if import in init inout internal "
			"is lazy let mutating nonisolated open operator override private protocol public repeat required rethrows "
			"return self set some static struct subscript super switch throw throws try typealias unowned var weak "
			"where while",
		.types = "true false nil", C_COMMENTS, .strings = swift_strings, .flags = SYNTAX_AT | SYNTAX_CAPITALS | SYNTAX_NESTS },
	{ .label = "Dart", .names = "dart flutter 다트 플러터",
		.keywords = "abstract as assert async await base break case catch class const continue default deferred do else "
			"enum export extends extension external factory final finally for get if implements import in interface "
			"is late library mixin new on operator part required rethrow return sealed set static super switch sync "
			"this throw try typedef var when while with yield",
		.types = "bool double dynamic false int null num true void", C_COMMENTS, .strings = dart_strings,
		.flags = SYNTAX_AT | SYNTAX_CAPITALS | SYNTAX_NESTS },
	{ .label = "PHP", .names = "php php7 php8 laravel",
		.keywords = "abstract and as break callable case catch class clone const continue declare default do echo else "
			"elseif empty endforeach endif enum extends final finally fn for foreach function global goto if "
			"implements include include_once instanceof insteadof interface isset list match namespace new or print "
			"private protected public readonly require require_once return static switch throw trait try unset use "
			"var while yield",
		.types = "array bool false float int mixed null object parent self string true void TRUE FALSE NULL",
		.line_comments = { "//", "#" }, .comment_open = "/*", .comment_close = "*/", .strings = php_strings,
		.flags = SYNTAX_VARIABLES | SYNTAX_HEREDOCS | SYNTAX_ATTRIBUTES },
	{ .label = "Ruby", .names = "ruby rb rails irb podfile gemfile rake",
		.keywords = "alias and begin break case class def defined? do else elsif end ensure extend for if in include "
			"module next not or raise redo require require_relative rescue retry return self super then undef unless "
			"until when while yield attr_accessor attr_reader private protected public puts",
		.types = "true false nil", HASH_COMMENTS, .strings = ruby_strings,
		.flags = SYNTAX_CAPITALS | SYNTAX_HEREDOCS | SYNTAX_REGEX | SYNTAX_LOOSE },
	{ .label = "Scala", .names = "scala sbt sc 스칼라",
		.keywords = "abstract case catch class def do else enum extends extension final finally for given if implicit "
			"import lazy match new object override package private protected return sealed super then this throw "
			"trait try type using val var while with yield",
		.types = "true false null", C_COMMENTS, .strings = kotlin_strings, .prefixes = "s f raw sql",
		.flags = SYNTAX_AT | SYNTAX_CAPITALS | SYNTAX_NESTS },
	{ .label = "Groovy", .names = "groovy gradle build.gradle jenkinsfile jenkins 그레이들",
		.keywords = "as assert break case catch class continue def default do else enum extends final finally for if "
			"implements import in instanceof interface new package private protected public return static super "
			"switch this throw throws trait try while plugins dependencies repositories implementation apply "
			"compileOnly annotationProcessor testImplementation runtimeOnly pipeline stage steps",
		.types = "boolean byte char double float int long short void true false null",
		C_COMMENTS, .strings = groovy_strings, .flags = SYNTAX_AT | SYNTAX_CAPITALS },
	{ .label = "Dockerfile", .names = "dockerfile docker containerfile 도커파일",
		.keywords = "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL "
			"USER VOLUME WORKDIR AS",
		HASH_COMMENTS, .strings = c_strings, .letters = "-./:@", .flags = SYNTAX_VARIABLES | SYNTAX_LOOSE },
	{ .label = "Nginx", .names = "nginx nginxconf nginx.conf",
		.keywords = "server location upstream http events if include listen proxy_pass return rewrite root server_name "
			"try_files set",
		.types = "on off", HASH_COMMENTS, .strings = c_strings, .letters = "-./", .flags = SYNTAX_VARIABLES | SYNTAX_LOOSE },
	{ .label = "Makefile", .names = "makefile make mk cmake cmakelists.txt",
		.keywords = "include define endef ifeq ifneq ifdef ifndef else endif export",
		HASH_COMMENTS, .strings = c_strings, .letters = "-./", .flags = SYNTAX_VARIABLES | SYNTAX_LOOSE },
	{ .label = "Terraform", .names = "terraform tf hcl",
		.keywords = "resource data variable output module provider terraform locals for_each for in if dynamic",
		.types = "true false null string number bool list map any", .line_comments = { "#", "//" }, .comment_open = "/*",
		.comment_close = "*/", .strings = kotlin_strings, .letters = "-" },
	{ .label = "GraphQL", .names = "graphql gql",
		.keywords = "query mutation subscription type input enum interface union scalar fragment on schema extend directive "
			"implements",
		.types = "Int Float String Boolean ID true false null", HASH_COMMENTS, .strings = java_strings, .flags = SYNTAX_AT },
	{ .label = "Protobuf", .names = "protobuf proto proto3 grpc",
		.keywords = "enum extend import map message oneof option optional package public repeated required reserved returns "
			"rpc service stream syntax",
		.types = "bool bytes double fixed32 fixed64 float int32 int64 sint32 sint64 string uint32 uint64 true false",
		C_COMMENTS, .strings = c_strings },
	{ .label = "Objective-C", .names = "objective-c objectivec objc obj-c", .keywords = C_WORDS "self super in nonatomic strong weak",
		.types = C_TYPES "BOOL YES NO nil id", C_COMMENTS, .strings = c_strings, .prefixes = "L",
		.flags = SYNTAX_AT | SYNTAX_DIRECTIVES | SYNTAX_CAPITALS },
	{ .label = "R", .names = "r rlang rscript",
		.keywords = "break else for function if in library next repeat require return while",
		.types = "TRUE FALSE NULL NA NaN Inf c", HASH_COMMENTS, .strings = php_strings, .letters = "." },
	{ .label = "Lua", .names = "lua luau",
		.keywords = "and break do else elseif end for function goto if in local not or repeat return then until while",
		.types = "true false nil self", .line_comments = { "--" }, .comment_open = "--[[", .comment_close = "]]",
		.strings = c_strings },
	{ .label = "Diff", .names = "diff patch git-diff udiff", .kind = SYNTAX_DIFF },
};

const struct syntax_lang *
syntax_table_at(size_t i)
{
	return i < sizeof table / sizeof *table ? &table[i] : NULL;
}
