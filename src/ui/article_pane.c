#include "ui/article_pane.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/article_draw.h"
#include "ui/article_fold.h"

enum { SHIFT_COLS = 8 };

void
article_pane_go(struct article_pane *p, size_t line)
{
	p->top = line;
	p->anchor = article_place_of(&p->article, line);
}

void
article_pane_put(struct article_pane *p, struct article_place place)
{
	p->top = article_line_of(&p->article, place);
	p->anchor = place;
}

void
article_pane_scroll(struct article_pane *p, long by)
{
	long last = (long)p->article.n - p->rows, top = (long)p->top + by;

	if (last < (long)p->top && by > 0)
		last = (long)p->top;
	if (top > last)
		top = last;
	article_pane_go(p, top > 0 ? (size_t)top : 0);
}

void
article_pane_jump(struct article_pane *p, size_t section)
{
	size_t line = article_section_line(&p->article, section);

	if (line != SIZE_MAX)
		article_pane_go(p, line);
}

void
article_pane_lay_out(struct article_pane *p, int cols, enum wrap_mode wrap, int64_t section, int64_t letter)
{
	if (p->article.cols == cols)
		return;
	article_lay_out(&p->article, cols, wrap);
	if (!p->is_placed)
		p->before = (struct article_place){ 0 }; /* another one: its top */
	article_pane_put(p, p->is_placed ? p->anchor : article_place_at(&p->article, section, letter));
	p->is_placed = true;
}

bool
article_pane_is_at_end(const struct article_pane *p)
{
	return p->top + (size_t)p->rows >= p->article.n;
}

int
article_pane_percent(const struct article_pane *p)
{
	return article_pane_is_at_end(p) ? 100 : (int)((p->top + (size_t)p->rows) * 100 / p->article.n);
}

/* So far down that article_pane_percent() says the same, as far as lines go. */
static void
go_percent(struct article_pane *p, int percent)
{
	size_t seen = (p->article.n * (size_t)(percent < 100 ? percent : 100) + 50) / 100;

	article_pane_go(p, seen > (size_t)p->rows ? seen - (size_t)p->rows : 0);
}

static void
step_section(struct article_pane *p, struct app *app, int count, int direction)
{
	size_t line = p->top;

	while (count-- > 0 && line != SIZE_MAX) {
		line = article_next_heading(&p->article, line, direction);
		if (line != SIZE_MAX)
			article_pane_go(p, line);
	}
	if (line != SIZE_MAX)
		return;
	if (direction < 0)
		article_pane_go(p, 0);
	else
		app_say(app, "%s", p->article.doc.n_sections ? tr("last section") : tr("no sections"));
}

static void
goto_section(struct article_pane *p, struct app *app, int count)
{
	if (!count)
		app_say(app, "%s", tr("type a number first: 3gs goes to section 3"));
	else if ((size_t)count > p->article.doc.n_sections)
		app_say(app, tr("there is no section %d"), count);
	else
		article_pane_jump(p, (size_t)count - 1);
}

static bool
act_scroll(struct article_pane *p, enum action action, int count)
{
	int n = count ? count : 1, page = p->rows > 2 ? p->rows - 1 : 1;

	switch (action) {
	case ACTION_DOWN:
		article_pane_scroll(p, n);
		return true;
	case ACTION_UP:
		article_pane_scroll(p, -n);
		return true;
	case ACTION_HALF_DOWN:
		article_pane_scroll(p, p->rows / 2);
		return true;
	case ACTION_HALF_UP:
		article_pane_scroll(p, -(p->rows / 2));
		return true;
	case ACTION_PAGE_DOWN:
		article_pane_scroll(p, (long)n * page);
		return true;
	case ACTION_PAGE_UP:
		article_pane_scroll(p, -(long)n * page);
		return true;
	case ACTION_TOP:
		article_pane_go(p, 0);
		return true;
	case ACTION_BOTTOM:
		p->top = 0;
		article_pane_scroll(p, (long)p->article.n);
		return true;
	case ACTION_PERCENT:
		go_percent(p, count);
		return true;
	case ACTION_SCROLL_RIGHT:
		p->shift = article_draw_shift(&p->article, p->shift + n * SHIFT_COLS);
		return true;
	case ACTION_SCROLL_LEFT:
		p->shift = article_draw_shift(&p->article, p->shift - n * SHIFT_COLS);
		return true;
	default:
		return false;
	}
}

/* No rows stay empty below the end while there is text above: the other headings come in sight with the last. */
static void
fill(struct article_pane *p)
{
	if (p->top && article_pane_is_at_end(p))
		article_pane_scroll(p, (long)p->article.n - p->rows - (long)p->top);
}

static bool
act_fold(struct article_pane *p, struct app *app, enum action action)
{
	static const enum article_folding ways[ACTION_COUNT] = { [ACTION_FOLD_CLOSE] = ARTICLE_FOLD_CLOSE, [ACTION_FOLD_OPEN] = ARTICLE_FOLD_OPEN };

	switch (action) {
	case ACTION_FOLD:
	case ACTION_FOLD_CLOSE:
	case ACTION_FOLD_OPEN:
		article_pane_go(p, article_fold_here(&p->article, p->top, p->rows, ways[action], app->wrap));
		return true;
	case ACTION_FOLD_ALL:
	case ACTION_UNFOLD_ALL:
		article_pane_go(p, article_fold_sections(&p->article, p->top, action == ACTION_FOLD_ALL, app->wrap));
		fill(p);
		return true;
	default:
		return false;
	}
}

static bool
has_tables(const struct doc *doc)
{
	for (size_t i = 0; i < doc->n; i++)
		if (doc->blocks[i].kind == DOC_TABLE)
			return true;
	return false;
}

/* What is at the top stays there. */
static void
toggle_tables(struct article_pane *p, struct app *app)
{
	struct article *a = &p->article;
	struct article_place place = article_place_of(a, p->top);

	if (!has_tables(&a->doc)) {
		app_say(app, "%s", tr("there is no table here"));
		return;
	}
	a->has_wide_tables = !a->has_wide_tables;
	p->shift = 0;
	article_lay_out(a, a->cols, app->wrap);
	article_pane_go(p, article_line_of(a, place));
	app_say(app, "%s", a->has_wide_tables ? tr("wide tables are whole; zl and zh scroll them") : tr("wide tables are fitted again"));
}

/* Whether an action, or what is chosen behind it, leads to another place than the lines around. */
static bool
is_jump(enum action action)
{
	static const enum action jumps[] = { ACTION_TOP, ACTION_BOTTOM, ACTION_PERCENT, ACTION_NEXT_SECTION, ACTION_PREV_SECTION, ACTION_GOTO_SECTION, ACTION_NOTE,
		ACTION_FIND, ACTION_NEXT_MATCH, ACTION_PREV_MATCH, ACTION_OUTLINE, ACTION_HINTS, ACTION_JUMP_BACK };

	for (size_t i = 0; i < sizeof jumps / sizeof *jumps; i++)
		if (jumps[i] == action)
			return true;
	return false;
}

bool
article_pane_act(struct article_pane *p, struct app *app, enum action action, int count)
{
	const struct article_place before = p->before;
	size_t top = p->top;

	if (is_jump(action))
		p->before = article_place_of(&p->article, p->top);
	if (act_scroll(p, action, count) || act_fold(p, app, action))
		return true;
	switch (action) {
	case ACTION_NEXT_SECTION:
		step_section(p, app, count ? count : 1, 1);
		return true;
	case ACTION_PREV_SECTION:
		step_section(p, app, count ? count : 1, -1);
		return true;
	case ACTION_GOTO_SECTION:
		goto_section(p, app, count);
		return true;
	case ACTION_JUMP_BACK:
		article_pane_put(p, before);
		return true;
	case ACTION_WIDE_TABLES:
		toggle_tables(p, app);
		return true;
	case ACTION_NOTE:
		article_note_go(app, &p->article, &p->note, &top, p->rows, count);
		if (top != p->top)
			article_pane_go(p, top);
		return true;
	default:
		return false;
	}
}
