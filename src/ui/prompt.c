#include "ui/prompt.h"

#include "text/clean.h"
#include "text/emoji.h"
#include "text/grapheme.h"
#include "text/josa.h"
#include "text/nfc.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/input.h"
#include "ui/theme.h"

enum { IME_COLS = 2 };

static struct str
before(const struct prompt *p)
{
	return str_sub(buf_str(&p->text), 0, p->at);
}

static struct str
after(const struct prompt *p)
{
	return str_sub(buf_str(&p->text), p->at, p->text.n);
}

/* Makes the text head + tail, the cursor between them; both may be slices of it. NFC over the seam, since decomposed text is pasted jamo by jamo. */
static void
set_parts(struct prompt *p, struct str head, struct str insert, struct str tail)
{
	struct buf joined = { 0 }, clean = { 0 }, text = BUF_CAPPED(PROMPT_MAX);
	size_t at;

	(void)buf_add(&joined, head);
	(void)buf_add(&joined, insert);
	clean_inline(&clean, buf_str(&joined));
	nfc_add(&text, buf_str(&clean));
	at = text.n;
	(void)buf_add(&text, tail);
	buf_free(&joined);
	buf_free(&clean);
	if (text.full) {
		buf_free(&text);
		return;
	}
	buf_free(&p->text);
	p->text = text;
	p->at = at;
}

void
prompt_label(struct prompt *p, const char *label)
{
	buf_clear(&p->label);
	josa_apply(&p->label, str_of(label));
}

void
prompt_open(struct prompt *p, const char *label, struct str text)
{
	prompt_free(p);
	prompt_label(p, label);
	p->text = BUF_CAPPED(PROMPT_MAX);
	set_parts(p, STR_NONE, text, STR_NONE);
}

void
prompt_free(struct prompt *p)
{
	buf_free(&p->label);
	buf_free(&p->text);
	buf_free(&p->draft);
	*p = (struct prompt){ 0 };
}

static void
move_left(struct prompt *p)
{
	struct str head = before(p);

	(void)grapheme_last(&head);
	p->at = head.n;
}

static void
move_right(struct prompt *p)
{
	struct str tail = after(p);

	p->at += grapheme_next(&tail).n;
}

static void
delete_left(struct prompt *p)
{
	struct str head = before(p);

	(void)grapheme_last(&head);
	set_parts(p, head, STR_NONE, after(p));
}

static void
delete_right(struct prompt *p)
{
	struct str tail = after(p);

	(void)grapheme_next(&tail);
	set_parts(p, before(p), STR_NONE, tail);
}

void
prompt_go(struct prompt *p, size_t at)
{
	struct str rest = buf_str(&p->text);

	p->at = 0;
	while (rest.n) {
		size_t next = p->at + grapheme_next(&rest).n;

		if (next > at)
			break;
		p->at = next;
	}
}

struct str
prompt_word(const struct prompt *p)
{
	struct str head = before(p);
	size_t from = head.n;

	while (from && head.p[from - 1] != ' ')
		from--;
	return str_sub(head, from, head.n);
}

static void
delete_word(struct prompt *p)
{
	struct str head = before(p);

	while (head.n && head.p[head.n - 1] == ' ')
		head.n--;
	while (head.n && head.p[head.n - 1] != ' ')
		head.n--;
	set_parts(p, head, STR_NONE, after(p));
}

/* Whether a cluster is of a word as readline has them: letters and digits, and all that is not ASCII. */
static bool
is_of_word(struct str cluster)
{
	return str_is_alpha(cluster.p[0]) || str_is_digit(cluster.p[0]) || (unsigned char)cluster.p[0] >= 0x80;
}

/* Where the word at the left of the cursor begins. */
static size_t
word_start(const struct prompt *p)
{
	struct str head = before(p), rest = head;
	bool is_in = false;

	while (rest.n) {
		bool is_word = is_of_word(grapheme_last(&rest));

		if (is_in && !is_word)
			break;
		is_in = is_word;
		head = rest;
	}
	return head.n;
}

/* Where the word at the right of the cursor ends. */
static size_t
word_end(const struct prompt *p)
{
	struct str rest = after(p);
	size_t at = p->at;
	bool is_in = false;

	while (rest.n) {
		struct str cluster = grapheme_next(&rest);

		if (is_in && !is_of_word(cluster))
			break;
		is_in = is_of_word(cluster);
		at += cluster.n;
	}
	return at;
}

/* Alt with a key: by words, as readline has it. */
static void
edit_words(struct prompt *p, int32_t key)
{
	switch (key) {
	case 'b':
	case 'B':
		p->at = word_start(p);
		break;
	case 'f':
	case 'F':
		p->at = word_end(p);
		break;
	case 'd':
	case 'D':
		set_parts(p, before(p), STR_NONE, str_sub(buf_str(&p->text), word_end(p), p->text.n));
		break;
	case INPUT_BACKSPACE:
		set_parts(p, str_sub(buf_str(&p->text), 0, word_start(p)), STR_NONE, after(p));
	}
}

void
prompt_put(struct prompt *p, size_t from, struct str text)
{
	set_parts(p, str_sub(buf_str(&p->text), 0, from), text, after(p));
}

/* What joins emoji, or begins a keycap, means nothing by itself and would not get in: it comes with what it stands before. */
static void
insert(struct prompt *p, int32_t cp)
{
	struct buf typed = { 0 };
	const size_t n = p->text.n;

	if (p->held)
		utf8_add(&typed, p->held);
	utf8_add(&typed, cp);
	set_parts(p, before(p), buf_str(&typed), after(p));
	p->held = p->text.n == n && (cp == EMOJI_ZWJ || emoji_is_tail(cp)) ? cp : 0;
	buf_free(&typed);
}

/* An older line of the history, or a newer one, that begins as what was typed; the newest of all is that. */
static void
recall(struct prompt *p, bool is_older)
{
	size_t to;

	if (!p->history)
		return;
	if (!p->back) {
		buf_clear(&p->draft);
		(void)buf_add(&p->draft, buf_str(&p->text));
	}
	to = history_find(p->history, p->back, is_older, p->is_edited ? buf_str(&p->draft) : STR_NONE);
	if (to == p->back)
		return;
	p->back = to;
	set_parts(p, STR_NONE, to ? history_line(p->history, to) : buf_str(&p->draft), STR_NONE);
}

static void
edit(struct prompt *p, int32_t key)
{
	switch (key) {
	case INPUT_LEFT:
	case 'B' & 0x1f:
		move_left(p);
		break;
	case INPUT_RIGHT:
	case 'F' & 0x1f:
		move_right(p);
		break;
	case INPUT_HOME:
	case 'A' & 0x1f:
		p->at = 0;
		break;
	case INPUT_END:
	case 'E' & 0x1f:
		p->at = p->text.n;
		break;
	case INPUT_UP:
	case 'P' & 0x1f:
	case INPUT_DOWN:
	case 'N' & 0x1f:
		recall(p, key == INPUT_UP || key == ('P' & 0x1f));
		break;
	case INPUT_BACKSPACE:
		delete_left(p);
		break;
	case INPUT_DELETE:
	case 'D' & 0x1f:
		delete_right(p);
		break;
	case 'U' & 0x1f:
		set_parts(p, STR_NONE, STR_NONE, after(p));
		break;
	case 'K' & 0x1f:
		set_parts(p, before(p), STR_NONE, STR_NONE);
		break;
	case 'W' & 0x1f:
		delete_word(p);
		break;
	default:
		if (key & INPUT_ALT)
			edit_words(p, key & ~INPUT_ALT);
		else if (key >= ' ' && key < 0x110000 && !(key >= 0x7f && key < 0xa0)) {
			insert(p, key);
			return;
		}
	}
	p->held = 0;
}

/* While pasting, line ends and tabs are blanks and other controls nothing: nor is an Esc, behind which a key is that key. */
static void
paste(struct prompt *p, int32_t key)
{
	key &= ~INPUT_ALT;
	if (key == '\n' || key == '\r' || key == '\t')
		key = ' ';
	if (key >= ' ' && key < 0x110000)
		edit(p, key == INPUT_BACKSPACE ? INPUT_NONE : key);
}

enum prompt_result
prompt_key(struct prompt *p, int32_t key)
{
	const size_t back = p->back, n = p->text.n;

	if (key == INPUT_PASTE_BEGIN || key == INPUT_PASTE_END) {
		p->is_pasting = key == INPUT_PASTE_BEGIN;
		return PROMPT_GOES_ON;
	}
	if (p->is_pasting) {
		paste(p, key);
		return PROMPT_GOES_ON;
	}
	switch (key) {
	case INPUT_ENTER:
	case '\n':
		return PROMPT_DONE;
	case INPUT_ESC:
	case 'C' & 0x1f:
	case 'G' & 0x1f:
		return PROMPT_CANCELLED;
	case INPUT_TAB:
	case INPUT_BACK_TAB:
		return PROMPT_COMPLETE;
	}
	edit(p, key);
	if (p->back == back && p->text.n != n) { /* a line that was brought back is now what is typed */
		p->is_edited = true;
		p->back = 0;
	}
	return PROMPT_GOES_ON;
}

/* The part of the text that is shown: from is moved right by whole clusters until the cursor fits. */
static struct str
visible(const struct prompt *p, int cols, int *cursor)
{
	struct str head = before(p);

	*cursor = width_str(head);
	while (*cursor > cols && head.n) {
		*cursor -= width_cluster(grapheme_next(&head));
	}
	return str_sub(buf_str(&p->text), p->at - head.n, p->text.n);
}

/* A label takes half of the row at most; one that is cut keeps its ": ", so that what is typed does not touch it. */
static int
draw_label(struct str label, struct screen *s, struct screen_box box)
{
	struct buf cut = { 0 };
	int cols = box.cols / 2, used;

	if (width_str(label) > cols && str_ends(label, ": ")) {
		wrap_fit(&cut, str_sub(label, 0, label.n - strlen(": ")), cols - (int)strlen(": "));
		buf_truncate(&cut, str_trim(buf_str(&cut)).n);
		(void)buf_puts(&cut, ": ");
		label = buf_str(&cut);
	}
	used = screen_put(s, box.row, box.col, cols, THEME_KEY, label);
	buf_free(&cut);
	return used;
}

void
prompt_draw(const struct prompt *p, struct screen *s, struct screen_box box)
{
	struct str shown;
	int used, cursor;

	screen_fill(s, box, THEME_PROMPT);
	used = draw_label(buf_str(&p->label), s, box);
	shown = visible(p, box.cols - used - IME_COLS, &cursor);
	(void)screen_put(s, box.row, box.col + used, box.cols - used, THEME_PROMPT, shown);
	s->cursor_row = box.row;
	s->cursor_col = box.col + used + cursor;
}
