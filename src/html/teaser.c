#include "html/teaser.h"

#include "base/buf.h"
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
	while (text.n && strchr("[(<>-=. ", text.p[0]))
		text = str_sub(text, 1, text.n);
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

/* ---- of markup */

/* Whether a block's text goes on behind the tag. */
static bool
is_inline(struct str tag)
{
	static const char *const names[] = { "a", "b", "i", "u", "s", "sup", "sub", "mark", "kbd", "code", "span", "img", NULL };
	size_t at = str_starts(tag, "</") ? 2 : 1, end = at;

	while (end < tag.n && str_is_alpha(tag.p[end]))
		end++;
	return str_is_one_of(str_sub(tag, at, end), names);
}

/* Takes the last block with text off the end; its inline elements are in it. */
static struct str
take_block(struct str *rest)
{
	size_t to = rest->n, at = rest->n;
	bool has_text = false;
	struct str block;

	while (at > 0) {
		size_t start = at, behind;

		while (start > 0 && rest->p[start - 1] != '<')
			start--;
		if (!start)
			break;
		behind = start + str_find_char(str_sub(*rest, start, at), '>') + 1;
		has_text |= str_trim(str_sub(*rest, behind, at)).n > 0;
		at = start - 1;
		if (is_inline(str_sub(*rest, at, behind)))
			continue;
		if (has_text) {
			block = str_sub(*rest, behind, to);
			*rest = str_sub(*rest, 0, at);
			return block;
		}
		to = at;
	}
	block = str_sub(*rest, 0, to);
	*rest = STR_NONE;
	return block;
}

/* The text of a block; *piece is where the last piece of it begins that has markup of its own around it, as a link has. */
static void
add_text(struct buf *out, struct str block, size_t *piece)
{
	*piece = 0;
	while (block.n) {
		size_t n = str_find_char(block, '<');

		if (str_trim(str_sub(block, 0, n)).n)
			*piece = out->n;
		(void)buf_add(out, str_sub(block, 0, n));
		block = str_sub(block, n, block.n);
		block = str_sub(block, str_find_char(block, '>') + 1, block.n);
	}
}

static enum teaser_end
end_of(struct str text, size_t piece)
{
	if (leads_on(str_trim(str_sub(text, piece, text.n))) || leads_on(str_trim(text)))
		return TEASER_LEADS;
	return breaks_off(str_trim(text)) ? TEASER_BREAKS : TEASER_WHOLE;
}

enum teaser_end
teaser_end_of(struct str xhtml)
{
	enum teaser_end end = TEASER_WHOLE;
	struct buf text = { 0 };
	bool is_signed = true;

	while (xhtml.n && is_signed) {
		size_t piece;

		buf_clear(&text);
		add_text(&text, take_block(&xhtml), &piece);
		/* "The post … appeared first on …" stands below whole texts, too. */
		is_signed = str_starts_icase(str_trim(buf_str(&text)), "the post ");
		if (!is_signed)
			end = end_of(buf_str(&text), piece);
	}
	buf_free(&text);
	return end;
}
