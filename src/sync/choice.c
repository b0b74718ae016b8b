#include "sync/choice.h"

#include "base/num.h"

enum choice { CHOICE_FIRST, CHOICE_ALL, CHOICE_NONE };

static const struct {
	const char *word;
	enum choice choice;
} words[] = {
	{ "", CHOICE_FIRST },     { "y", CHOICE_FIRST },    { "yes", CHOICE_FIRST },  { "ㅛ", CHOICE_FIRST },
	{ "예", CHOICE_FIRST },   { "네", CHOICE_FIRST },   { "a", CHOICE_ALL },      { "all", CHOICE_ALL },
	{ "*", CHOICE_ALL },      { "ㅁ", CHOICE_ALL },     { "모두", CHOICE_ALL },   { "전부", CHOICE_ALL },
	{ "전체", CHOICE_ALL },   { "n", CHOICE_NONE },     { "no", CHOICE_NONE },    { "q", CHOICE_NONE },
	{ "0", CHOICE_NONE },     { "ㅜ", CHOICE_NONE },    { "ㅂ", CHOICE_NONE },    { "아니요", CHOICE_NONE },
	{ "아니오", CHOICE_NONE },
};

static void
take_word(enum choice choice, size_t n, bool *is_taken)
{
	for (size_t i = 0; i < n; i++)
		is_taken[i] = choice == CHOICE_ALL || (choice == CHOICE_FIRST && i == 0);
}

/* "3" or "2-4". */
static bool
take_range(struct str range, size_t n, bool *is_taken)
{
	struct str from, to;
	int64_t first, last;

	if (!str_cut(range, '-', &from, &to))
		to = from;
	if (!num_parse(from, 1, (int64_t)n, &first) || !num_parse(to, first, (int64_t)n, &last))
		return false;
	for (int64_t i = first; i <= last; i++)
		is_taken[i - 1] = true;
	return true;
}

bool
choice_read(struct str answer, size_t n, bool *is_taken)
{
	struct str part, one;

	answer = str_trim(answer);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is_icase(answer, words[i].word)) {
			take_word(words[i].choice, n, is_taken);
			return true;
		}
	while (answer.n) {
		str_cut(answer, ',', &part, &answer);
		while ((one = str_word(&part)).n)
			if (!take_range(one, n, is_taken)) {
				take_word(CHOICE_NONE, n, is_taken);
				return false;
			}
	}
	return true;
}
