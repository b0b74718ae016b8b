#include "feed/blogroll_sfeed.h"

#include "feed/blogroll_words.h"

/* A command being read: its first words. */
struct command {
	struct str words[3];
	size_t n;
	bool has_code;
	int64_t number;
};

/* Words in front of a command that are none themselves. */
static bool
is_keyword(struct str word)
{
	static const char *const names[] = { "{", "}", "do", "then", "else", "!", "if", "while", "time" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is(word, names[i]))
			return true;
	return false;
}

static void
take_word(struct blogroll_entries *e, struct command *c, const struct blogroll_word *word, int64_t number)
{
	if (!c->n && !word->is_quoted && is_keyword(word->text))
		return;
	if (c->n < 3) {
		c->words[c->n] = arena_dup(e->a, word->text);
		c->has_code |= word->has_code;
	}
	if (!c->n++)
		c->number = number;
}

/* The end of a command: "(" behind a name means that it is defined. */
static void
finish(struct blogroll_entries *e, struct command *c, char end)
{
	struct blogroll_feed *feed;

	if (c->n && end != '(' && str_is(c->words[0], "feed")) {
		if (c->has_code)
			blogroll_entry_problem(e, BLOGROLL_SHELL, c->words[c->n > 2 ? 2 : 1], c->number);
		else if (c->n < 3)
			blogroll_entry_problem(e, BLOGROLL_UNCLEAR, c->words[c->n - 1], c->number);
		else if ((feed = blogroll_entry_add(e, c->words[2], c->number)) != NULL && !feed->problem)
			blogroll_entry_name(e, feed, c->words[1]);
	}
	*c = (struct command){ 0 };
}

void
blogroll_sfeed_parse(struct blogroll_entries *e, struct str text)
{
	struct command command = { 0 };
	struct blogroll_word word;
	struct buf to = { 0 };
	int64_t number = 1;

	for (int64_t at = 1; blogroll_words_shell(&text, &number, &to, &word) && !e->is_full; at = number) {
		bool is_end = word.text.n == 1 && !word.is_quoted && strchr("\n;&|()", word.text.p[0]);

		if (is_end)
			finish(e, &command, word.text.p[0]);
		else
			take_word(e, &command, &word, at);
	}
	finish(e, &command, '\n');
	buf_free(&to);
}
