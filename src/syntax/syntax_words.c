#include "syntax/syntax_words.h"

static uint32_t
hash(struct str word, bool is_any_case)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < word.n; i++)
		h = (h ^ (unsigned char)(is_any_case ? str_lower(word.p[i]) : word.p[i])) * 16777619u;
	return h ^ h >> 15;
}

static void
add(struct syntax_words *w, struct str word, int list)
{
	uint32_t i = hash(word, false) % SYNTAX_WORDS_SLOTS;

	while (w->slots[i].n)
		i = (i + 1) % SYNTAX_WORDS_SLOTS;
	w->slots[i].at = (uint16_t)(word.p - w->lists[list - 1]);
	w->slots[i].n = (uint8_t)word.n;
	w->slots[i].list = (uint8_t)list;
}

void
syntax_words_set(struct syntax_words *w, const char *first, const char *second, bool is_any_case)
{
	*w = (struct syntax_words){ .lists = { first, second }, .is_any_case = is_any_case };
	for (int list = 1; list <= SYNTAX_WORDS_LISTS; list++) {
		struct str rest = str_of(w->lists[list - 1]), word;

		while ((word = str_word(&rest)).n)
			add(w, word, list);
	}
}

int
syntax_words_find(const struct syntax_words *w, struct str word)
{
	uint32_t i = hash(word, w->is_any_case) % SYNTAX_WORDS_SLOTS;

	for (; w->slots[i].n; i = (i + 1) % SYNTAX_WORDS_SLOTS) {
		struct str known = str_new(w->lists[w->slots[i].list - 1] + w->slots[i].at, w->slots[i].n);

		if (w->is_any_case ? str_eq_icase(known, word) : str_eq(known, word))
			return w->slots[i].list;
	}
	return 0;
}
