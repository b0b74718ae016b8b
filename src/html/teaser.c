#include "html/teaser.h"

#include "text/utf8.h"

enum {
	SHORT = 400,        /* letters: what feeds cut summaries to is less */
	SHORT_BLOCKS = 3,
	LINK_LETTERS = 40,  /* a last line that only leads on is no longer */
};

/* How a text that breaks off ends. */
static const char *const ends[] = { "…", "...", "…]", "...]", "…)", "...)", "[…", "…더보기", "...더보기" };

/* What a last line that leads on to the page begins with. */
static const char *const ways[] = {
	"더 보기", "더보기", "계속 읽기", "계속읽기", "이어서 읽기", "이어 읽기", "자세히 보기", "전문 보기", "원문 보기", "원문보기",
	"기사 전문", "read more", "continue reading", "keep reading", "read the full", "read full", "view full", "the post ",
};

static bool
breaks_off(struct str text)
{
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(text, ends[i]))
			return true;
	return false;
}

static bool
leads_on(struct str text)
{
	if (utf8_count(text) > LINK_LETTERS && !str_starts_icase(text, "the post "))
		return false;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (str_starts_icase(text, ways[i]))
			return true;
	return false;
}

bool
teaser_is(const struct doc *doc)
{
	struct str last = STR_NONE;
	size_t letters = 0, blocks = 0;

	for (size_t i = 0; i < doc->n; i++) {
		const struct doc_block *block = &doc->blocks[i];

		if (block->kind == DOC_CODE || block->kind == DOC_TABLE)
			return false;
		if (block->kind == DOC_IMAGE || !block->text.n)
			continue;
		last = str_trim(block->text);
		letters += utf8_count(last);
		blocks++;
	}
	return breaks_off(last) || leads_on(last) || (letters < SHORT && blocks <= SHORT_BLOCKS);
}
