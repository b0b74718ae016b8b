#include "ui/link_hints.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/input.h"
#include "ui/links.h"
#include "ui/theme.h"
#include "ui/view_article.h"

/* The ones under the fingers first. */
static const char letters[] = "fjdkslaghrueiwoqptyvmcnbxz";

enum { LETTERS = sizeof letters - 1, LINKS_MAX = LETTERS * LETTERS };

struct spot {
	uint16_t link;
	int row, col; /* row below the top of the screen, column in the line */
};

struct spots {
	struct spot v[LINKS_MAX];
	int n;
};

static bool
has(const struct spots *spots, uint16_t link)
{
	for (int i = 0; i < spots->n; i++)
		if (spots->v[i].link == link)
			return true;
	return false;
}

/* Where a column of a line is on the screen; -1 when it is scrolled out of sight. */
static int
col_in_sight(const struct article_pane *p, const struct layout_line *line, int col)
{
	int shift = p->shift < line->over ? p->shift : line->over;

	if (col >= line->front)
		col = col - shift < line->front ? -1 : col - shift;
	return col < p->article.cols ? col : -1;
}

/* Each link in sight where it stands first. */
static void
find_spots(const struct article_pane *p, struct spots *ret)
{
	ret->n = 0;
	for (int row = 0; row < p->rows && p->top + (size_t)row < p->article.n; row++) {
		const struct layout_line *line = &p->article.lines[p->top + (size_t)row];
		int col = 0;

		for (uint32_t k = 0; k < line->n; col += line->runs[k++].cols) {
			uint16_t link = line->runs[k].link;
			int at = col_in_sight(p, line, col);

			if (link && link <= p->article.doc.n_links && at >= 0 && ret->n < LINKS_MAX && !has(ret, link))
				ret->v[ret->n++] = (struct spot){ link, row, at };
		}
	}
}

static int
label_length(const struct spots *spots)
{
	return spots->n > LETTERS ? 2 : 1;
}

static void
make_label(int index, int length, char label[LINK_HINTS_LETTERS])
{
	label[0] = letters[length == 1 ? index : index / LETTERS];
	label[1] = letters[index % LETTERS];
}

/* Whether what was typed begins the label. */
static bool
is_begun(const struct link_hints *h, const char *label)
{
	return !memcmp(h->typed, label, (size_t)h->n_typed);
}

void
link_hints_show(struct app *app)
{
	struct spots spots;

	find_spots(view_article_pane(app->views[APP_ARTICLE]), &spots);
	app->link_hints = (struct link_hints){ .is_on = spots.n > 0 };
	if (!spots.n)
		app_say(app, "%s", tr("no link in sight"));
}

/* Takes one letter; what is whole opens, what leads nowhere ends it. */
static void
take_letter(struct app *app, char letter)
{
	struct link_hints *h = &app->link_hints;
	struct spots spots;
	char label[LINK_HINTS_LETTERS];
	bool leads_on = false;

	find_spots(view_article_pane(app->views[APP_ARTICLE]), &spots);
	h->typed[h->n_typed++] = letter;
	for (int i = 0; i < spots.n; i++) {
		make_label(i, label_length(&spots), label);
		if (!is_begun(h, label))
			continue;
		leads_on = true;
		if (h->n_typed < label_length(&spots))
			continue;
		h->is_on = false;
		links_open(app, spots.v[i].link);
		return;
	}
	h->is_on = leads_on;
	if (!leads_on)
		app_say(app, "%s", tr("no link has these letters"));
}

bool
link_hints_takes(struct app *app, int32_t key)
{
	int32_t latin[8];
	size_t n;

	if (!app->link_hints.is_on)
		return false;
	n = keys_latin(&app->keys, key, latin);
	for (size_t i = 0; i < n && app->link_hints.is_on; i++) {
		if (latin[i] < 0x80 && str_is_alpha((char)latin[i]))
			take_letter(app, str_lower((char)latin[i]));
		else
			app->link_hints.is_on = false;
	}
	return true;
}

void
link_hints_draw(const struct link_hints *h, struct screen *s, struct screen_box box, const struct article_pane *p)
{
	struct spots spots;
	char label[LINK_HINTS_LETTERS];

	if (!h->is_on)
		return;
	find_spots(p, &spots);
	for (int i = 0; i < spots.n; i++) {
		int length = label_length(&spots);

		make_label(i, length, label);
		if (is_begun(h, label))
			(void)screen_put(s, box.row + spots.v[i].row, box.col + spots.v[i].col, length, THEME_TEXT | THEME_HIT | THEME_BOLD,
				str_new(label, (size_t)length));
	}
}
