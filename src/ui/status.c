#include "ui/status.h"

#include "base/tr.h"
#include "text/width.h"
#include "ui/paragraph.h"
#include "ui/theme.h"

enum { BLANKS = 4 /* of the last row, around its parts */ };
enum { METER_CELLS = 10, METER_FROM_COLS = 70 };

/* Full and empty cells of a meter that is done/total full; plain characters where the others would take two columns. */
static void
add_meter(struct buf *out, int64_t done, int64_t total)
{
	bool is_plain = width_ambiguous() > 1;
	int64_t full = total > 0 ? done * METER_CELLS / total : 0;

	for (int i = 0; i < METER_CELLS; i++)
		(void)buf_puts(out, i < full ? is_plain ? "#" : "▓" : is_plain ? "." : "░");
}

/* Full texts that are being fetched. */
static void
add_texts(const struct job *job, struct buf *out)
{
	if (job_is_running(job) && job->total > 1)
		(void)buf_printf(out, tr("full texts %lld/%lld"), (long long)job->done, (long long)job->total);
	else if (job_is_running(job))
		(void)buf_puts(out, tr("full text…"));
}

/* What a sync is at. */
static void
add_step(const struct job *job, int cols, struct buf *out)
{
	const char *text = job->all_indexed ? tr("search index %lld/%lld") : job->all_texts ? tr("full texts %lld/%lld") : tr("sync %lld/%lld");
	int64_t done = job->all_indexed ? job->indexed : job->all_texts ? job->texts : job->done;
	int64_t total = job->all_indexed ? job->all_indexed : job->all_texts ? job->all_texts : job->total;

	(void)buf_printf(out, text, (long long)done, (long long)total);
	if (cols < METER_FROM_COLS)
		return;
	(void)buf_putc(out, ' ');
	add_meter(out, done, total);
}

static void
add_sync(const struct app *app, int cols, struct buf *out)
{
	const struct job *job = &app->job;

	working_status(&app->working, cols >= METER_FROM_COLS, out);
	if (!out->n)
		saving_status(&app->saving, cols >= METER_FROM_COLS || app->wants_quit, out);
	if (out->n)
		return;
	if (!job_is_running(job)) {
		add_texts(&app->fetching.job, out);
		return;
	}
	if (!job->total) {
		(void)buf_puts(out, tr("syncing…"));
		return;
	}
	add_step(job, cols, out);
}

void
status_top(struct app *app, struct screen *s)
{
	struct buf text = { 0 };
	int col, end;

	screen_fill(s, (struct screen_box){ 0, 0, 1, s->cols }, THEME_BAR);
	add_sync(app, s->cols, &text);
	end = s->cols - 1;
	if (text.n)
		end = screen_put_right(s, 0, end, s->cols / 2, THEME_BAR, buf_str(&text));
	col = 1 + screen_put(s, 0, 1, end - 1, THEME_NAME, str_of(tr("sosik")));
	buf_clear(&text);
	(void)buf_printf(&text, tr("%lld unread"), (long long)app->unread);
	app->mouse.bar_unread = col + 1;
	app->mouse.bar_sync = col + 2 + screen_put(s, 0, col + 2, end - col - 3, THEME_BAR, buf_str(&text)) + 1;
	buf_free(&text);
}

static const char between[] = " · ";

void
status_add(struct buf *left, struct str part)
{
	(void)buf_puts(left, left->n ? between : "");
	(void)buf_add(left, part);
}

/* Keys that are cut in their midst help nobody. */
void
status_keys(const struct app *app, struct buf *left, const struct buf *right, const char *keys)
{
	int room = app->screen.cols - 3 - width_str(buf_str(right));
	const char *gap = between;
	struct str one, rest = str_of(keys);

	while (rest.n) {
		size_t end = str_find(rest, str_lit(", "));

		one = str_sub(rest, 0, end);
		rest = str_sub(rest, end + strlen(", "), rest.n);
		if (width_str(buf_str(left)) + width_str(str_of(gap)) + width_str(one) > room)
			return;
		(void)buf_printf(left, "%s%.*s", gap, STR(one));
		gap = ", ";
	}
}

void
status_list(const struct app *app, struct buf *left, struct buf *right, const char *keys, const struct list *l)
{
	if (l->n)
		(void)buf_printf(right, "%s%d/%d", right->n ? "  " : "", l->at + 1, l->n);
	status_keys(app, left, right, keys);
}

/* The left text gets what the right one leaves. */
static void
draw_line(struct screen *s, int row, unsigned style, struct str left, struct str right)
{
	int end = s->cols - 1;

	screen_fill(s, (struct screen_box){ row, 0, 1, s->cols }, style & THEME_ROLE_MASK);
	if (right.n)
		end = screen_put_right(s, row, end, s->cols * 2 / 3, THEME_BAR, right) - 1;
	screen_fit(s, row, 1, end - 1, style, left);
}

/* The message, in as many rows as it takes, the last one before the row end. */
static void
draw_message(const struct app *app, struct screen *s, int end)
{
	int rows = paragraph_rows(buf_str(&app->message), s->cols - 2);
	unsigned style = app->is_error ? THEME_ERROR : THEME_BAR;

	if (rows > s->rows / 2)
		rows = s->rows / 2;
	screen_fill(s, (struct screen_box){ end - rows, 0, rows, s->cols }, style);
	(void)paragraph_draw(s, (struct screen_box){ end - rows, 1, rows, s->cols - 2 }, style, buf_str(&app->message));
}

/* A question takes the whole row, or as many as it needs: its answer is one key. */
static void
draw_question(const struct app *app, struct screen *s, struct screen_box box)
{
	struct str label = buf_str(&app->prompt.label);
	int rows = width_str(label) < box.cols ? 1 : paragraph_rows(label, box.cols - 2);

	if (rows > s->rows / 2)
		rows = s->rows / 2;
	box.row -= rows - 1;
	box.rows = rows;
	screen_fill(s, box, THEME_PROMPT);
	s->cursor_row = box.row + rows - 1;
	if (rows == 1) {
		s->cursor_col = screen_put(s, box.row, box.col, box.cols - 1, THEME_KEY, label);
		return;
	}
	s->cursor_col = box.col + paragraph_end(label, box.cols - 2) + 1;
	(void)paragraph_draw(s, (struct screen_box){ box.row, box.col, rows, box.cols - 2 }, THEME_KEY, label);
}

/* What is said beside the line that is typed, where there is room. Returns the columns left of it. */
static int
draw_note(const struct app *app, struct screen *s)
{
	struct buf text = { 0 };
	int end = s->cols;

	if (app->asking->note)
		app->asking->note(app, &text);
	if (text.n)
		end = screen_put_right(s, s->rows - 1, s->cols - 1, s->cols / 4, THEME_MUTED, buf_str(&text)) - 1;
	buf_free(&text);
	return end;
}

static void
draw_prompt(const struct app *app, struct screen *s)
{
	struct screen_box box = { s->rows - 1, 0, 1, s->cols };

	if (!app->message.n)
		(void)complete_draw(&app->complete, s, (struct screen_box){ s->rows - 2, 1, 1, s->cols - 2 });
	else
		draw_message(app, s, s->rows - 1);
	if (app->asking->chosen) {
		draw_question(app, s, box);
	} else {
		box.cols = draw_note(app, s);
		prompt_draw(&app->prompt, s, box);
	}
	if (app->live.note.n && 2 * width_str(buf_str(&app->prompt.text)) < s->cols)
		(void)screen_put_right(s, box.row, s->cols - 1, s->cols / 3, THEME_MUTED, buf_str(&app->live.note));
}

/* Whether a message leaves room for the numbers. */
static bool
fits_beside(struct str message, struct str right, int cols)
{
	return width_str(message) + width_str(right) + BLANKS <= cols;
}

void
status_bottom(const struct app *app, struct screen *s)
{
	struct view *view = app->views[app->focus];
	struct buf left = { 0 }, right = { 0 };

	if (app->asking) {
		draw_prompt(app, s);
		return;
	}
	view->ops->status(view, &left, &right);
	if (app->on_marked)
		(void)buf_puts(&right, "  ;");
	if (app->keys.count || app->keys.n_pending) {
		(void)buf_puts(&right, app->on_marked ? "" : "  ");
		keys_pending(&app->keys, &right);
	}
	if (app->message.n && !fits_beside(buf_str(&app->message), buf_str(&right), s->cols))
		draw_message(app, s, s->rows); /* it is worth more than the numbers */
	else if (app->message.n)
		draw_line(s, s->rows - 1, app->is_error ? THEME_ERROR : THEME_BAR, buf_str(&app->message), buf_str(&right));
	else
		draw_line(s, s->rows - 1, THEME_BAR, buf_str(&left), buf_str(&right));
	buf_free(&left);
	buf_free(&right);
}
