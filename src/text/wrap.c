#include "text/wrap.h"

#include "base/vec.h"
#include "text/clean.h"
#include "text/emoji.h"
#include "text/plain.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap_class.h"
#include "text/wrap_cut.h"

/* The lines so far, and the one being filled. */
struct wrapper {
	struct str text;
	int cols, hang;
	enum wrap_mode mode;
	vec(struct wrap_line) lines;
	size_t at, end; /* of the line being filled */
	int used;       /* columns of it */
	bool is_filled; /* there is something in it */
};

static int
limit(const struct wrapper *w)
{
	return w->cols - (w->lines.n ? w->hang : 0);
}

static void
end_line(struct wrapper *w)
{
	*vec_add(&w->lines) = (struct wrap_line){ .at = w->at, .n = w->end - w->at, .cols = w->used };
	w->is_filled = false;
	w->used = 0;
}

/* Columns of the spaces between the line and what would come next. */
static int
gap(const struct wrapper *w, size_t at)
{
	return w->is_filled ? (int)(at - w->end) : 0;
}

/* Puts [at, end) on the line; spaces at its end are not counted. */
static void
fill(struct wrapper *w, size_t at, size_t end, int cols)
{
	w->used += gap(w, at) + cols;
	if (!w->is_filled)
		w->at = at;
	w->is_filled = true;
	w->end = end;
	for (; w->end > w->at && w->text.p[w->end - 1] == ' '; w->end--)
		w->used--;
}

/* A word longer than a line goes on over as many lines as it takes. */
static void
add_in_parts(struct wrapper *w, struct wrap_word word)
{
	while (word.at < word.end) {
		int room = limit(w) - w->used - gap(w, word.at);
		struct wrap_cut cut = wrap_cut_word(w->text, &word, room, !w->is_filled);

		if (cut.end) {
			fill(w, word.at, cut.end, cut.cols);
			word.at = wrap_word_skip(w->text, cut.end);
		}
		if (word.at < word.end)
			end_line(w);
	}
}

static void
add_word(struct wrapper *w, struct wrap_word word)
{
	bool is_long;

	if (w->used + gap(w, word.at) + word.cols <= limit(w)) {
		fill(w, word.at, word.end, word.cols);
		return;
	}
	is_long = w->mode == WRAP_SYLLABLE || word.cols > limit(w);
	if (w->is_filled && (!is_long || word.is_url))
		end_line(w);
	if (word.cols <= limit(w) && !w->is_filled)
		fill(w, word.at, word.end, word.cols);
	else
		add_in_parts(w, word);
}

size_t
wrap_text(struct arena *a, struct str text, const struct wrap_opts *opts, struct wrap_line **lines)
{
	struct wrapper w = { .text = text, .cols = opts->cols < 2 ? 2 : opts->cols, .mode = opts->mode };
	size_t n;

	w.hang = opts->hang < w.cols / 4 ? opts->hang : w.cols / 4;
	for (size_t at = wrap_word_skip(text, 0); at < text.n;) {
		struct wrap_word word = wrap_word_at(text, at, w.cols);

		add_word(&w, word);
		at = wrap_word_skip(text, word.end);
	}
	if (w.is_filled || !w.lines.n)
		end_line(&w);
	n = w.lines.n;
	*lines = arena_new(a, struct wrap_line, n);
	memcpy(*lines, w.lines.v, n * sizeof **lines);
	vec_free(&w.lines);
	return n;
}

/* What wrap_show() shows in another way begins with one of these, in plain text with the first; not all that begins so is shown in another way. */
static const char *const hidden[] = { "\u00a0", "\u2060", "\u20e3", "\u200d", "\xef\xb8", "\xf0\x9f\x8f" };

bool
wrap_is_plain(struct str s)
{
	return plain_len(s) == s.n && !str_has(s, hidden[0]);
}

bool
wrap_is_shown(struct str s)
{
	size_t n = plain_len(s) == s.n ? 1 : sizeof hidden / sizeof *hidden;

	for (size_t i = 0; i < n; i++)
		if (str_has(s, hidden[i]))
			return false;
	return true;
}

/* Takes off *s what makes a keycap of the character before it. */
static bool
take_keycap(struct str *s)
{
	struct str rest = *s;
	int32_t cp = utf8_next(&rest);

	if (emoji_is_tail(cp))
		cp = utf8_next(&rest);
	if (cp != EMOJI_KEYCAP)
		return false;
	*s = rest;
	return true;
}

/* Bytes at the start of a line that are shown as they are, whatever stands behind them. */
static size_t
shown_len(struct str line)
{
	size_t n = plain_len(line);

	n = str_find(str_sub(line, 0, n), str_lit("\u00a0"));
	return n && n < line.n && (unsigned char)line.p[n - 1] < 0x80 ? n - 1 : n; /* it may be a keycap */
}

void
wrap_show(struct buf *out, struct str line)
{
	while (line.n) {
		size_t n = shown_len(line);
		struct str from = str_sub(line, n, line.n);
		int32_t cp;

		(void)buf_add_bytes(out, line.p, n);
		line = from;
		cp = utf8_next(&line);
		if (cp < 0)
			break;
		if (cp < 0x80 && take_keycap(&line))
			(void)buf_printf(out, "[%c]", (int)cp);
		else if (cp == 0xa0)
			(void)buf_putc(out, ' ');
		else if (cp == EMOJI_ZWJ)
			(void)utf8_next(&line);
		else if (cp != 0x2060 && cp != 0x200b && !emoji_is_tail(cp))
			(void)buf_add_bytes(out, from.p, from.n - line.n);
	}
}

/* s without spaces, opening marks and an ellipsis of its own at its end. */
static struct str
drop_end(struct str s)
{
	struct str rest = s;
	int32_t cp;

	while (s.n) {
		cp = utf8_last(&rest);
		if (cp != ' ' && cp != 0x2026 && !wrap_class_is_open(cp))
			break;
		s = rest;
	}
	return s;
}

static void
add_cut(struct buf *out, struct str s, int cols)
{
	struct str mark = width_ambiguous() == 2 ? str_lit("..") : str_lit("…");
	int mark_cols = width_ambiguous() == 2 ? 2 : 1, used;
	struct str kept;

	if (cols < mark_cols) {
		(void)buf_fill(out, '.', (size_t)cols);
		return;
	}
	s = width_prefix(s, cols - mark_cols, &used);
	kept = drop_end(s);
	if (kept.n < s.n)
		used = width_str(kept);
	(void)buf_add(out, kept);
	(void)buf_add(out, mark);
	(void)buf_fill(out, ' ', (size_t)(cols - mark_cols - used));
}

/* True when cleaning and showing surely leave it as it is; *cols is how wide it is then. */
static bool
is_fit(struct str s, int *cols)
{
	bool has_edge = s.n && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
	struct str rest;

	if (has_edge || str_has(s, "  "))
		return false;
	rest = str_sub(s, plain_simple_prefix(s, cols), s.n);
	if (!rest.n)
		return true;
	if (!wrap_is_plain(rest))
		return false;
	*cols += width_str(rest);
	return true;
}

bool
wrap_fits(struct str s, int cols)
{
	int used;

	return is_fit(s, &used) && used <= cols;
}

static void
fit(struct buf *out, struct str s, int used, int cols)
{
	if (used > cols) {
		add_cut(out, s, cols);
		return;
	}
	(void)buf_add(out, s);
	(void)buf_fill(out, ' ', (size_t)(cols - used));
}

void
wrap_fit(struct buf *out, struct str s, int cols)
{
	struct buf clean = { 0 }, shown = { 0 };
	int used;

	if (cols <= 0)
		return;
	if (is_fit(s, &used)) {
		fit(out, s, used, cols);
		return;
	}
	clean_line(&clean, s);
	wrap_show(&shown, buf_str(&clean));
	fit(out, buf_str(&shown), width_str(buf_str(&shown)), cols);
	buf_free(&clean);
	buf_free(&shown);
}

/* How many bytes of an address are to stay at its end; 0 for what is none: ASCII without blanks that has a "/" in it. */
static size_t
address_tail(struct str s, int cols)
{
	size_t slash = 0, most = (size_t)cols * 2 / 3;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] <= ' ' || s.p[i] > '~')
			return 0;
		if (s.p[i] == '/')
			slash = i;
	}
	if (!slash)
		return 0;
	return s.n - slash < most ? s.n - slash : most;
}

void
wrap_fit_name(struct buf *out, struct str s, int cols)
{
	size_t tail = cols > 0 && s.n > (size_t)cols ? address_tail(s, cols) : 0;

	if (!tail) {
		wrap_fit(out, s, cols);
		return;
	}
	add_cut(out, s, cols - (int)tail);
	(void)buf_add(out, str_sub(s, s.n - tail, s.n));
}

void
wrap_fit_apart(struct buf *out, struct str s, size_t at, int cols)
{
	struct str tail = str_sub(s, at, s.n);
	struct buf both = { 0 };
	int most = cols - cols / 3, tail_cols = width_str(tail);

	add_cut(&both, str_sub(s, 0, at), cols - (tail_cols < most ? tail_cols : most));
	buf_truncate(&both, str_trim(buf_str(&both)).n); /* no blank behind the mark */
	(void)buf_add(&both, tail);
	wrap_fit(out, buf_str(&both), cols);
	buf_free(&both);
}
