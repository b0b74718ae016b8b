#include "ui/narrow.h"

#include "base/tr.h"
#include "text/clean.h"
#include "text/hangul.h"
#include "ui/app.h"

void
narrow_init(struct narrow *n, struct view *v, void (*changed)(struct view *v))
{
	*n = (struct narrow){ .view = v, .changed = changed };
}

void
narrow_free(struct narrow *n)
{
	buf_free(&n->words);
	buf_free(&n->before);
}

void
narrow_set(struct narrow *n, struct str words)
{
	struct buf clean = { 0 };

	clean_line(&clean, words);
	buf_free(&n->words);
	n->words = clean;
	n->changed(n->view);
}

static void
typed(struct app *app, struct str words)
{
	narrow_set(app->narrowing, words);
}

static int
done(struct app *app, struct str words)
{
	narrow_set(app->narrowing, words);
	return 0;
}

static void
dropped(struct app *app)
{
	narrow_set(app->narrowing, buf_str(&app->narrowing->before));
}

void
narrow_ask(struct app *app, struct narrow *n)
{
	static const struct ask ask = { .done = done, .typed = typed, .dropped = dropped };

	buf_clear(&n->before);
	(void)buf_add(&n->before, buf_str(&n->words));
	app->narrowing = n;
	ask_open(app, &ask, tr("Find: "), buf_str(&n->words));
}

bool
narrow_clear(struct narrow *n)
{
	bool has_words = n->words.n > 0;

	if (has_words)
		narrow_set(n, STR_NONE);
	return has_words;
}

static bool
has_word(const struct str *texts, size_t n_texts, struct str word)
{
	for (size_t i = 0; i < n_texts; i++)
		if (hangul_matches(texts[i], word))
			return true;
	return false;
}

bool
narrow_has(const struct narrow *n, const struct str *texts, size_t n_texts)
{
	struct str rest = buf_str(&n->words), word;

	while ((word = str_word(&rest)).n)
		if (!has_word(texts, n_texts, word))
			return false;
	return true;
}
