#include "html/outline_line.h"

#include "html/outline_mark.h"
#include "html/outline_never.h"
#include "html/outline_sign.h"
#include "html/outline_words.h"
#include "text/emoji.h"
#include "text/wrap.h"

enum {
	BODY_PX = 16,      /* where no size is said */
	NO_PX = UINT8_MAX, /* of a line, until the size of the body is known */
	BLANKS_USED = 3,   /* this many blank lines mean something, */
	BLANKS_PERCENT = 92, /* unless nearly every line has one before it */
	LARGER_PERCENT = 108,
	ALL_PERCENT = 90,
};

/* Text without spaces, also U+00A0, at its ends. */
static struct str
trim(struct str s)
{
	size_t n;

	do {
		n = s.n;
		s = str_trim(s);
		if (str_starts(s, "\u00a0"))
			s = str_sub(s, 2, s.n);
		if (str_ends(s, "\u00a0"))
			s.n -= 2;
	} while (s.n != n);
	return s;
}

/* What of the title of a block is looked at. */
static struct str
text_of(struct arena *a, const struct doc_block *block, struct str title)
{
	struct buf reduced = { 0 };
	struct str text = title;

	if (!measure_is_simple(&block->measure, block->text.n) && !wrap_is_shown(title)) {
		emoji_reduce(&reduced, title);
		text = arena_dup(a, buf_str(&reduced));
	}
	buf_free(&reduced);
	return text;
}

/* What the author said. */
static int
size_of(const struct doc_block *block, int otherwise)
{
	int size = (int)(block->size + 0.5f);

	if (block->size <= 0)
		return otherwise;
	return size < OUTLINE_PX_MAX ? size : OUTLINE_PX_MAX;
}

/* The commonest size of running text, by letters. */
static int
body_size(const struct outline_lines *lines)
{
	int best = BODY_PX;

	for (int size = 0; size < lines->sizes; size++)
		if (lines->letters[size] > lines->letters[best])
			best = size;
	return best;
}

/* Half-widths of the text of a line; those of its block where nothing was taken off. */
static int
cells_of(const struct outline_line *line, const struct doc_block *block)
{
	return block->kind == DOC_TABLE || line->text.n == block->text.n ? (int)block->measure.cells : outline_sign_cells(line->text);
}

/* Of a long text the words need no look. */
static bool
may_be_heading(const struct outline_line *line)
{
	return line->level || (line->is_para && (line->cells <= OUTLINE_CELLS || line->mark.class != OUTLINE_MARK_NONE || line->hashes));
}

static void
judge_words(struct outline_line *line)
{
	struct str rest = outline_mark_find(line->text, &line->mark);

	line->is_bullet = line->is_item || outline_sign_is_bullet(line->text);
	if (!may_be_heading(line)) {
		line->is_never = true;
		return;
	}
	line->is_pair = line->mark.class != OUTLINE_MARK_NONE && outline_sign_is_pair(rest);
	line->symbol = outline_sign_symbol(line->text);
	line->is_sentence = outline_words_is_sentence(line->text);
	line->is_never = outline_never_heading(line->text) || (line->is_quote && outline_never_label(line->text));
	line->is_word = outline_words_is_fixed(rest);
	line->is_closing_word = line->is_word && outline_words_is_closing(rest);
}

/* Whether spans of that style cover the text, but for blanks and signs between them. */
static bool
is_all(const struct doc_block *block, uint16_t style)
{
	size_t n = 0;

	for (size_t i = 0; i < block->n_spans; i++)
		n += block->spans[i].style & style ? block->spans[i].n : 0;
	return n && n * 100 >= block->text.n * ALL_PERCENT;
}

static void
judge(struct outline_line *line, const struct doc_block *block)
{
	line->size = (uint8_t)size_of(block, NO_PX);
	line->hashes = block->hashes;
	line->level = block->kind == DOC_HEADING ? block->level : 0;
	line->is_object = block->kind == DOC_CODE || block->kind == DOC_TABLE || block->kind == DOC_IMAGE;
	line->is_image = block->kind == DOC_IMAGE;
	line->is_item = block->list && !block->is_term;
	line->is_para = block->kind == DOC_PARA && !line->is_item && !block->is_caption;
	line->is_bold = block->is_bold;
	line->is_mono = is_all(block, DOC_MONO);
	line->is_link = is_all(block, DOC_LINK);
	line->is_quote = block->quote;
	line->has_blank = block->has_blank_before;
	line->group = line->series = -1;
	line->cells = cells_of(line, block);
	if (line->is_object) {
		line->mark.number = -1;
		return;
	}
	judge_words(line);
}

static bool
is_line(const struct doc_block *block, struct str text)
{
	if (block->kind == DOC_RULE || outline_never_placeholder(text))
		return false;
	return text.n || block->kind == DOC_IMAGE || block->kind == DOC_TABLE;
}

void
outline_line_add(struct arena *a, struct outline_lines *lines, const struct doc_block *block)
{
	struct outline_line line = { .at = (uint32_t)lines->blocks++, .title = trim(block->text) };
	int size = size_of(block, BODY_PX);

	lines->has_blank |= block->has_blank_before;
	lines->has_rule |= block->kind == DOC_RULE;
	if (block->kind == DOC_PARA && size < OUTLINE_PX_MAX) {
		lines->letters[size] += block->text.n;
		lines->sizes = size < lines->sizes ? lines->sizes : size + 1;
	}
	line.text = text_of(a, block, line.title);
	if (!is_line(block, line.text))
		return;
	judge(&line, block);
	line.has_blank = lines->has_blank;
	line.has_rule = lines->has_rule;
	lines->has_blank = lines->has_rule = false;
	*vec_add(&lines->v) = line;
}

void
outline_line_settle(struct outline_lines *lines, struct outline_text *ret)
{
	*ret = (struct outline_text){ .lines = lines->v.v, .n = lines->v.n, .size = body_size(lines) };
	for (size_t i = 0; i < ret->n; i++) {
		struct outline_line *line = &ret->lines[i];

		line->size = line->size == NO_PX ? (uint8_t)ret->size : line->size;
		line->is_larger = line->size * 100 > ret->size * LARGER_PERCENT;
		ret->cells += line->cells;
		ret->blanks += line->has_blank;
	}
	ret->uses_blanks = ret->blanks >= BLANKS_USED && ret->blanks * 100 < ret->n * BLANKS_PERCENT;
}
