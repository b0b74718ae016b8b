#include "html/tidy_lang.h"

#include "syntax/syntax_lang.h"

/* How far above and below the language of a pre may be noted, and how long a name is. */
enum { REACH = 6, NAME_MAX = 24 };

static bool
is_name(struct str s)
{
	static const char *const nothing[] = {
		"none", "text", "plaintext", "plain", "txt", "undefined", "null", "wrap", "code", "source", "no-highlight", "nohighlight",
		"generic", "raw", "auto",
	};

	if (!s.n || s.n > NAME_MAX)
		return false;
	if (!str_is_ascii(s))
		return syntax_lang_find(s) != NULL; /* "자바" */
	for (size_t i = 0; i < s.n; i++)
		if (!str_is_alpha(s.p[i]) && !str_is_digit(s.p[i]) && !memchr("+#._-", s.p[i], 5))
			return false;
	for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
		if (str_is_icase(s, nothing[i]))
			return false;
	return true;
}

/* A name without what follows it: "java:Main.java", "js{1,3}", "python,ignore", "java;". */
static struct str
head(struct str word)
{
	size_t n = 0;

	if (str_starts(word, "{")) /* "{.java .numberLines}", "{r}" */
		word = str_sub(word, str_starts(word, "{.") ? 2 : 1, word.n);
	while (n < word.n && !memchr(":{},;=!", word.p[n], 7))
		n++;
	return str_sub(word, 0, n);
}

/* The name in a word with a prefix that says that one comes. */
static struct str
prefixed(struct str word)
{
	static const char *const prefixes[] = {
		"language-", "lang-", "highlight-source-", "highlight-text-", "brush:", "lang:", "type-", "src-",
	};

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		struct str name = head(str_sub(word, strlen(prefixes[i]), word.n));

		if (str_starts_icase(word, prefixes[i]) && is_name(name))
			return name;
	}
	return STR_NONE;
}

/* A word that is no language but says that another one is. */
static bool
is_herald(struct str word)
{
	return str_is(word, "hljs") || str_is(word, "highlight") || str_is(word, "sourceCode") || str_is(word, "prettyprint") ||
	    str_is(word, "syntaxhighlighter") || str_is_icase(word, "brush:");
}

/* Words beside such a one that say how the code is shown. */
static bool
is_manner(struct str word)
{
	static const char *const words[] = { "nogutter", "notranslate", "linenums", "numberLines", "line-numbers", "copyable", "chroma",
		"tab-size", "js-" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_starts(word, words[i]))
			return true;
	return str_starts(word, "hljs") || str_starts(word, "highlight") || is_herald(word);
}

static struct str
in_classes(struct str classes)
{
	struct str rest = classes, word, name;
	bool is_heralded = false;

	while ((word = str_word(&rest)).n) {
		if ((name = prefixed(word)).n)
			return name;
		is_heralded = is_heralded || is_herald(word);
	}
	for (rest = classes; is_heralded && (word = str_word(&rest)).n;)
		if (!is_manner(word) && is_name(head(word)))
			return head(word);
	return STR_NONE;
}

/* A pre or code whose only class, or lang attribute, is a usual language: <pre class="kotlin">. */
static struct str
alone(const struct dom_node *node)
{
	static const char *const names[] = {
		"bash", "c", "c++", "cpp", "cs", "csharp", "css", "dart", "dockerfile", "go", "groovy", "haskell", "html", "java", "javascript",
		"js", "json", "jsx", "kotlin", "kt", "lua", "objectivec", "perl", "php", "properties", "python", "r", "ruby", "rust", "scala",
		"shell", "sql", "swift", "ts", "tsx", "typescript", "vb", "vue", "xml", "yaml", "yml",
	};
	struct str words[] = { str_trim(dom_attr(node, "class")), str_trim(dom_attr(node, "lang")) };

	if (node->tag != DOM_PRE && node->tag != DOM_CODE)
		return STR_NONE;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (str_is_icase(words[k], names[i]))
				return words[k];
	return STR_NONE;
}

static struct str
noted_at(const struct dom_node *node)
{
	static const char *const names[] = {
		"data-ke-language", "data-language", "data-lang", "data-enlighter-language", "data-code-language", "data-code-lang",
	};
	struct str name;

	if (!node->n_attrs)
		return STR_NONE;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (is_name(name = head(str_trim(dom_attr(node, names[i])))))
			return name;
	name = in_classes(dom_attr(node, "class"));
	return name.n ? name : alone(node);
}

struct str
tidy_lang_find(struct arena *a, const struct dom_node *node)
{
	struct str name = noted_at(node);
	const struct dom_node *at = node->first;
	char *lower;

	for (int i = 0; i < REACH && at && !name.n; i++, at = at->first) {
		while (at->tag == DOM_TEXT && at->next && !str_trim(at->text).n)
			at = at->next;
		name = noted_at(at);
	}
	at = node->parent;
	for (int i = 0; i < REACH && at && at->tag != DOM_BODY && !name.n; i++, at = at->parent)
		name = noted_at(at);
	lower = arena_cstr(a, name);
	for (size_t i = 0; i < name.n; i++)
		lower[i] = str_lower(lower[i]);
	return str_new(lower, name.n);
}
