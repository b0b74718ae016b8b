#include "ui/title.h"

#include "base/tr.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "ui/app.h"
#include "ui/view_article.h"

void
title_of(const struct app *app, struct buf *out)
{
	const bool is_open = app->focus == APP_ARTICLE || app->focus == APP_OUTLINE;
	struct buf text = { 0 };

	if (is_open)
		(void)buf_printf(&text, tr("%.*s - sosik"), STR(view_article_post(app->views[APP_ARTICLE])->title));
	else
		(void)buf_printf(&text, tr("sosik: %lld unread"), (long long)app->unread);
	if (text.n > TITLE_BYTES)
		buf_truncate(&text, utf8_prefix(buf_str(&text), TITLE_BYTES).n);
	clean_inline(out, buf_str(&text));
	buf_free(&text);
}
