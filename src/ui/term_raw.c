#include "ui/term_raw.h"

#include <unistd.h>

#include "base/file.h"
#include "ui/kitty.h"
#include "ui/sixel.h"

enum { PIECE = 4096, SENT_MOST = 16 }; /* SENT_MOST: pictures that the terminal keeps while none is shown */

static bool
is_same(const struct screen_raw *a, const struct screen_raw *b)
{
	return a->id == b->id && a->row == b->row && a->col == b->col && a->rows == b->rows && a->cols == b->cols && a->first == b->first;
}

/* ---- the queue */

static void
end_atom(struct term_raw *r)
{
	*vec_add(&r->ends) = r->out.n;
}

static void
clear_queue(struct term_raw *r)
{
	buf_free(&r->out);
	r->at = 0;
	r->ends.n = 0;
	r->is_string = false;
}

bool
term_raw_is_busy(const struct term_raw *r)
{
	return r->at < r->out.n;
}

/* Where what is being written ends. */
static size_t
next_end(const struct term_raw *r)
{
	for (size_t i = 0; i < r->ends.n; i++)
		if (r->ends.v[i] > r->at)
			return r->ends.v[i];
	return r->out.n;
}

static bool
is_between(const struct term_raw *r)
{
	for (size_t i = 0; i < r->ends.n; i++)
		if (r->ends.v[i] == r->at)
			return true;
	return !r->at;
}

void
term_raw_step(struct term_raw *r, int fd)
{
	size_t end = next_end(r), n = end - r->at < PIECE ? end - r->at : PIECE;
	ssize_t written = term_raw_is_busy(r) ? write(fd, r->out.p + r->at, n) : 0;

	if (written > 0)
		r->at += (size_t)written;
	if (!term_raw_is_busy(r))
		clear_queue(r);
}

/* A strip that is not whole on the screen is as if it were not there. */
static void
forget_strips(struct term_raw *r)
{
	for (size_t i = 0; i < r->shown.n; i++)
		r->shown.v[i].raw.id = 0;
}

/* A string of sixels is broken off and begun anew later; a command of kitty's is short, and finished. */
static void
settle(struct term_raw *r, int fd)
{
	size_t end = next_end(r);

	if (!term_raw_is_busy(r))
		return;
	if (r->is_string) {
		if (!is_between(r))
			(void)file_write_fd(fd, KITTY_END "\0338", 4);
		clear_queue(r);
		forget_strips(r);
	} else if (!is_between(r)) {
		(void)file_write_fd(fd, r->out.p + r->at, end - r->at);
		r->at = end;
		if (!term_raw_is_busy(r))
			clear_queue(r);
	}
}

/* ---- what is there */

/* Whether all cells of the row are still the picture's: nothing was drawn over them. */
static bool
is_free(const struct screen *s, const struct screen_raw *raw, int row)
{
	for (int col = raw->col; col < raw->col + raw->cols; col++)
		if (screen_at(s, row, col)->raw != raw - s->raws + 1)
			return false;
	return true;
}

typedef vec(struct screen_raw) strip_list;

/* Rows of a picture that can be seen, as far as they hang together. */
static void
add_visible(strip_list *to, const struct screen *s, const struct screen_raw *raw)
{
	for (int from = 0, end; from < raw->rows; from = end) {
		for (end = from; end < raw->rows && is_free(s, raw, raw->row + end); end++)
			continue;
		if (end > from) {
			struct screen_raw *strip = vec_add(to);

			*strip = *raw;
			strip->row += from;
			strip->first += from;
			strip->rows = end - from;
		} else {
			end++;
		}
	}
}

static strip_list
visible(const struct screen *s)
{
	strip_list list = { 0 };

	for (size_t i = 0; i < s->n_raws; i++)
		add_visible(&list, s, &s->raws[i]);
	return list;
}

static bool
has_strip(const strip_list *list, const struct screen_raw *raw)
{
	for (size_t i = 0; i < list->n; i++)
		if (is_same(&list->v[i], raw))
			return true;
	return false;
}

bool
term_raw_shows(const struct term_raw *r, const struct screen *s)
{
	strip_list wanted = visible(s);
	bool is_same_list = wanted.n == r->shown.n;

	for (size_t i = 0; i < r->shown.n && is_same_list; i++)
		is_same_list = has_strip(&wanted, &r->shown.v[i].raw);
	vec_free(&wanted);
	return is_same_list;
}

/* What is not to be there any more goes. */
void
term_raw_before(struct term_raw *r, const struct screen *s, bool *stale, int fd)
{
	strip_list wanted = visible(s);
	size_t kept = 0;

	settle(r, fd);
	for (size_t i = 0; i < r->shown.n; i++) {
		struct term_raw_strip *strip = &r->shown.v[i];

		if (has_strip(&wanted, &strip->raw)) {
			r->shown.v[kept++] = *strip;
			continue;
		}
		if (strip->raw.way == SCREEN_KITTY) {
			kitty_take(&r->out, strip->raw.id, strip->place);
			end_atom(r);
			continue;
		}
		for (int row = strip->raw.row; row < strip->raw.row + strip->raw.rows && row < s->rows; row++)
			stale[row] = true;
	}
	r->shown.n = kept;
	vec_free(&wanted);
}

/* ---- what comes */

static bool
is_sent(const struct term_raw *r, uint32_t id)
{
	for (size_t i = 0; i < r->sent.n; i++)
		if (r->sent.v[i] == id)
			return true;
	return false;
}

static void
add_kitty(struct term_raw *r, const struct screen_raw *raw, uint32_t place)
{
	if (!is_sent(r, raw->id)) {
		for (size_t at = 0; at < kitty_bytes(raw);) {
			at += kitty_send(&r->out, raw, at);
			end_atom(r);
		}
		*vec_add(&r->sent) = raw->id;
		r->has_kitty = true;
	}
	kitty_place(&r->out, raw, place);
	end_atom(r);
}

static void
add_sixel(struct term_raw *r, const struct screen_raw *raw)
{
	int y = raw->first * raw->row_height, height = raw->rows * raw->row_height;
	int width = raw->width < raw->cols * raw->col_width ? raw->width : raw->cols * raw->col_width;

	if (height > raw->height - y)
		height = raw->height - y;
	if (height < 1)
		return;
	(void)buf_printf(&r->out, "\0337\033[%d;%dH", raw->row + 1, raw->col + 1);
	sixel_add(&r->out, raw->rgb + (size_t)y * (size_t)raw->width * 3, raw->width * 3, width, height);
	(void)buf_puts(&r->out, "\0338");
	end_atom(r);
	r->is_string = true;
}

void
term_raw_after(struct term_raw *r, const struct screen *s)
{
	strip_list wanted = visible(s);

	for (size_t i = 0; i < wanted.n; i++) {
		const struct screen_raw *raw = &wanted.v[i];
		bool is_there = false;

		for (size_t k = 0; k < r->shown.n; k++)
			is_there |= is_same(&r->shown.v[k].raw, raw);
		if (is_there)
			continue;
		*vec_add(&r->shown) = (struct term_raw_strip){ *raw, ++r->last_place };
		if (raw->way == SCREEN_KITTY)
			add_kitty(r, raw, r->last_place);
		else
			add_sixel(r, raw);
	}
	if (!wanted.n && r->sent.n > SENT_MOST) {
		(void)buf_puts(&r->out, KITTY_CLEAR);
		end_atom(r);
		r->sent.n = 0;
	}
	vec_free(&wanted);
}

/* ---- the end */

void
term_raw_forget(struct term_raw *r, int fd)
{
	settle(r, fd);
	clear_queue(r);
	if (r->has_kitty)
		(void)file_write_fd(fd, KITTY_CLEAR, sizeof KITTY_CLEAR - 1);
	r->has_kitty = false;
	r->shown.n = r->sent.n = 0;
}

void
term_raw_close(struct term_raw *r, int fd)
{
	term_raw_forget(r, fd);
	vec_free(&r->shown);
	vec_free(&r->sent);
	vec_free(&r->ends);
}
