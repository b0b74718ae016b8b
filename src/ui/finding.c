#include "ui/finding.h"

#include "base/tr.h"
#include "ui/article_draw.h"
#include "ui/article_find.h"
#include "ui/article_fold.h"
#include "ui/ask.h"
#include "ui/view_article.h"

enum { CONTEXT = 3 }; /* a third of the screen stands above a place that is brought into sight */

static struct article_pane *
pane_of(struct app *app)
{
	return view_article_pane(app->views[APP_ARTICLE]);
}

/* Scrolls code so that a column is in sight. */
static void
show_col(struct article_pane *p, size_t line, int col)
{
	const struct layout_line *l = &p->article.lines[line];

	if (l->over && (col - p->shift < l->front || col - p->shift >= p->article.cols - 1))
		p->shift = article_draw_shift(&p->article, col - p->article.cols / 2);
}

void
finding_show(struct app *app)
{
	struct article_pane *p = pane_of(app);
	size_t line, context = (size_t)(p->rows / CONTEXT), last;
	int col;

	if (!p->search.found.n)
		return;
	(void)article_fold_open(&p->article, article_search_block(&p->search, &p->article), app->wrap);
	line = article_search_line(&p->search, &p->article, &col);
	if (line == SIZE_MAX)
		return;
	last = p->article.n > (size_t)p->rows ? p->article.n - (size_t)p->rows : 0;
	if (line < p->top || line >= p->top + (size_t)p->rows) {
		line = line > context ? line - context : 0;
		article_pane_go(p, line < last ? line : last);
	}
	show_col(p, article_search_line(&p->search, &p->article, &col), col);
}

int
finding_begin(struct app *app, const struct query *words, bool *is_there)
{
	struct article_pane *p = pane_of(app);
	size_t block;
	int section;

	article_search_words(&p->search, &p->article, words);
	block = article_find_best(&p->article, &p->search.match, &section);
	*is_there = block != SIZE_MAX;
	if (*is_there)
		article_search_go(&p->search, &p->article, block);
	return section;
}

/* Where the prompt was opened; the article may have been stored anew meanwhile, and be shorter. */
static void
go_back(struct article_pane *p)
{
	article_pane_go(p, article_line_of(&p->article, p->search.from));
}

/* Looks for text below where the prompt was opened. */
static void
look_for(struct app *app, struct str text)
{
	struct article_pane *p = pane_of(app);

	article_search_set(&p->search, &p->article, text);
	go_back(p);
	if (!p->search.found.n)
		return;
	p->search.at = article_search_below(&p->search, &p->article, p->top);
	finding_show(app);
}

/* In which other way it was found, where that is not plain to see. */
static void
tell_way(struct app *app, const struct article_search *s)
{
	static const char *const hows[FIND_TEXT_WAYS + 1] = {
		[FIND_TEXT_LAYOUT] = N_("the other keyboard layout"),
		[FIND_TEXT_STEM] = N_("without its particle"),
	};
	const char *how = hows[s->found.way];

	if (how)
		app_say(app, tr("‘%.*s’ as ‘%.*s’ (%s)"), STR(buf_str(&s->wanted)), STR(s->found.other), tr(how));
}

static void
typed(struct app *app, struct str text)
{
	look_for(app, text);
}

static void
tell_missing(struct app *app, const struct article_search *s)
{
	if (s->missing.n)
		app_say(app, tr("‘%.*s’ is not in this post"), STR(buf_str(&s->missing)));
}

static int
done(struct app *app, struct str text)
{
	struct article_search *s = &pane_of(app)->search;

	buf_clear(&s->missing);
	if (!text.n && app->histories[HISTORY_FINDS].n)
		text = history_line(&app->histories[HISTORY_FINDS], 1);
	look_for(app, text);
	if (s->found.n) {
		tell_way(app, s);
		return 0;
	}
	(void)buf_add(&s->missing, text);
	tell_missing(app, s);
	article_search_set(s, &pane_of(app)->article, STR_NONE);
	return 0;
}

static void
dropped(struct app *app)
{
	struct article_pane *p = pane_of(app);

	if (p->search.was_by_words)
		article_search_words_again(&p->search, &p->article);
	else
		article_search_set(&p->search, &p->article, buf_str(&p->search.before));
	if (p->search.at_before < p->search.found.n)
		p->search.at = p->search.at_before;
	go_back(p);
}

static struct history *
history(struct app *app)
{
	return &app->histories[HISTORY_FINDS];
}

static void
note(const struct app *app, struct buf *out)
{
	const struct article_search *s = &view_article_pane(app->views[APP_ARTICLE])->search;

	if (s->found.n)
		(void)buf_printf(out, "%zu/%zu", s->at + 1, s->found.n);
	else if (s->wanted.n)
		(void)buf_puts(out, "0");
}

static const struct ask find_ask = { .done = done, .typed = typed, .dropped = dropped, .history = history, .note = note };

void
finding_ask(struct app *app)
{
	struct article_pane *p = pane_of(app);

	p->search.from = p->anchor;
	p->search.at_before = p->search.at;
	p->search.was_by_words = p->search.is_by_words;
	buf_clear(&p->search.before);
	(void)buf_add(&p->search.before, buf_str(&p->search.wanted));
	ask_open(app, &find_ask, tr("Find: "), STR_NONE);
}

/* The next place from the one one is at, or from the screen where that has been left. */
static size_t
next_place(const struct article_pane *p, bool is_back, bool *is_round)
{
	const struct article_search *s = &p->search;
	int col;
	size_t line = article_search_line(s, &p->article, &col), at;

	if (line >= p->top && line < p->top + (size_t)p->rows)
		at = is_back ? (s->at ? s->at - 1 : s->found.n - 1) : (s->at + 1) % s->found.n;
	else
		at = is_back ? article_search_above(s, &p->article, p->top) : article_search_below(s, &p->article, p->top);
	*is_round = is_back ? at >= s->at : at <= s->at;
	return at;
}

bool
finding_step(struct app *app, int count)
{
	struct article_pane *p = pane_of(app);
	bool is_round = false;

	if (!p->search.found.n) {
		tell_missing(app, &p->search);
		return p->search.missing.n;
	}
	for (int i = 0; i < (count < 0 ? -count : count); i++) {
		p->search.at = next_place(p, count < 0, &is_round);
		finding_show(app);
	}
	if (is_round)
		app_say(app, "%s", count < 0 ? tr("from the end again") : tr("from the beginning again"));
	return true;
}
