#include "syntax/syntax_lines.h"

#include "syntax/syntax_script.h"

enum { PROMPT_MAX = 64 };

/* The end of the line that at is in. */
static size_t
line_end(const struct syntax_scan *s, size_t at)
{
	return at + str_find_char(str_sub(s->text, at, s->text.n), '\n');
}

/* ---- what a terminal showed */

/* A line that begins so asks for input in that language; what only one program prints comes first. */
static const struct {
	const char *prompt, *lang;
} prompts[] = {
	{ ">>> ", "Python" }, { "... ", "Python" }, { "mysql> ", "SQL" }, { "    -> ", "SQL" }, { "sqlite> ", "SQL" },
	{ "SQL> ", "SQL" }, { "$ ", "Shell" }, { "% ", "Shell" }, { "> ", "Shell" }, { "❯ ", "Shell" },
	{ "➜ ", "Shell" }, { "λ ", "Shell" },
};

/* A longer prompt: what it begins with or what stands in its first word, and how it ends. */
static const struct {
	const char *start, *within, *end, *lang;
} long_prompts[] = {
	{ "MariaDB [", "", "]> ", "SQL" }, { "irb(", "", "> ", "Ruby" }, { "PS ", "", "> ", "PowerShell" },
	{ "", ":\\", "> ", "Shell" }, { "", "@", "$ ", "Shell" }, { "", "@", "# ", "Shell" }, { "", "@", "% ", "Shell" },
	{ "", "sh-", "$ ", "Shell" }, { "", "sh-", "# ", "Shell" }, { "", "=", "=# ", "SQL" }, { "", "=", "=> ", "SQL" },
	{ "In [", "", "]: ", "Python" },
};

static size_t
find_prompt(struct str line, const char **lang)
{
	struct str head = str_sub(line, 0, PROMPT_MAX), rest = head, word = str_word(&rest);

	for (size_t i = 0; i < sizeof prompts / sizeof *prompts; i++)
		if (str_starts(head, prompts[i].prompt)) {
			*lang = prompts[i].lang;
			return strlen(prompts[i].prompt);
		}
	for (size_t i = 0; i < sizeof long_prompts / sizeof *long_prompts; i++) {
		size_t at = str_find(head, str_of(long_prompts[i].end));

		if (!str_starts(head, long_prompts[i].start) || !str_has(word, long_prompts[i].within) || at >= head.n)
			continue;
		if (!*long_prompts[i].start && (size_t)(word.p - head.p) + word.n < at && !strchr("[(", *word.p))
			continue; /* more than a word before its end: text */
		*lang = long_prompts[i].lang;
		return at + strlen(long_prompts[i].end);
	}
	return 0;
}

const struct syntax_lang *
syntax_lines_prompt(struct str text)
{
	const char *lang = NULL;
	struct str line = STR_NONE;

	while (str_line(&text, &line) && !str_trim(line).n)
		continue;
	return find_prompt(line, &lang) ? syntax_lang_labelled(lang) : NULL;
}

/* A command goes on in the next line behind a backslash. */
static size_t
command_end(const struct syntax_scan *s)
{
	size_t end = line_end(s, s->at);

	while (end < s->text.n && end > s->at && s->text.p[end - 1] == '\\')
		end = line_end(s, end + 1);
	return end;
}

enum syntax_role
syntax_lines_console(struct syntax_scan *s)
{
	const char *lang;
	size_t n, end;

	if (s->is_inner && s->at < s->end)
		return syntax_script_step(s);
	s->is_inner = false;
	if (s->at && s->text.p[s->at - 1] != '\n') {
		s->at++; /* the end of a command */
		return SYNTAX_PLAIN;
	}
	end = line_end(s, s->at);
	n = find_prompt(str_sub(s->text, s->at, end), &lang);
	if (!n) {
		enum syntax_role role = s->text.p[s->at] == '#' ? SYNTAX_COMMENT : SYNTAX_PLAIN;

		s->at = end < s->text.n ? end + 1 : end;
		return role;
	}
	s->at += n;
	if ((end = command_end(s)) > s->at) {
		s->is_inner = true;
		syntax_script_begin(s, syntax_lang_labelled(lang), end);
	}
	return SYNTAX_META;
}

/* ---- diff */

static enum syntax_role
diff_role(struct str line)
{
	static const struct {
		const char *start;
		enum syntax_role role;
	} starts[] = {
		{ "+++ ", SYNTAX_META }, { "--- ", SYNTAX_META }, { "@@", SYNTAX_META }, { "diff ", SYNTAX_META }, { "index ", SYNTAX_META },
		{ "new file ", SYNTAX_META }, { "deleted file ", SYNTAX_META }, { "rename ", SYNTAX_META }, { "similarity ", SYNTAX_META },
		{ "\\ ", SYNTAX_META }, { "+", SYNTAX_ADDED }, { ">", SYNTAX_ADDED }, { "-", SYNTAX_REMOVED }, { "<", SYNTAX_REMOVED },
	};

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_starts(line, starts[i].start))
			return starts[i].role;
	return SYNTAX_PLAIN;
}

enum syntax_role
syntax_lines_diff(struct syntax_scan *s)
{
	size_t from = s->at, end = line_end(s, from);

	s->at = end < s->text.n ? end + 1 : end;
	return diff_role(str_sub(s->text, from, end));
}
