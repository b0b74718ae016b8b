#include "store/line_feed.h"

#include "base/tr.h"
#include "text/url.h"

static const char *const names[LINE_FEEDS] = {
	[LINE_SUBSCRIBE] = "subscribe", [LINE_UNSUBSCRIBE] = "unsubscribe", [LINE_FEED_TAG] = "tag",
	[LINE_FEED_UNTAG] = "untag", [LINE_FEED_RENAME] = "rename", [LINE_FEED_MOVE] = "move",
	[LINE_FEED_MOVE_BACK] = "move-back", [LINE_FEED_RETAG] = "retag",
	[LINE_FEED_ADOPT] = "adopt", [LINE_FEED_RELEASE] = "release",
};

const char *
line_feed_name(enum line_feed what)
{
	return names[what];
}

enum line_feed
line_feed_of(struct str name)
{
	enum line_feed what = 0;

	while (what < LINE_FEEDS && !str_is(name, names[what]))
		what++;
	return what;
}

enum line_feed
line_feed_inverse(enum line_feed what)
{
	if (what == LINE_FEED_MOVE || what == LINE_FEED_MOVE_BACK)
		return what == LINE_FEED_MOVE ? LINE_FEED_MOVE_BACK : LINE_FEED_MOVE;
	if (what == LINE_FEED_ADOPT || what == LINE_FEED_RELEASE)
		return what == LINE_FEED_ADOPT ? LINE_FEED_RELEASE : LINE_FEED_ADOPT;
	return what == LINE_FEED_RENAME || what == LINE_FEED_RETAG ? what : what ^ 1;
}

void
line_feed_add(struct buf *out, enum line_feed what, struct str uid, struct str url, struct str key, struct str value)
{
	(void)buf_printf(out, "%s{\"do\":\"%s\"", out->n ? "," : "", names[what]);
	line_member(out, "feed", uid);
	line_member(out, "url", url);
	line_member(out, key.p, value);
	(void)buf_putc(out, '}');
}

void
line_feed_add_tags(struct buf *out, enum line_feed what, struct str uid, struct str url, struct str tags, struct str among)
{
	line_feed_add(out, what, uid, url, str_lit("tags"), tags);
	if (!among.n)
		return;
	buf_truncate(out, out->n - 1); /* its brace */
	line_member(out, "among", among);
	(void)buf_putc(out, '}');
}

/* Without the closing brace. */
static void
add_renamed(struct buf *out, enum line_feed what, struct str uid, struct str url, struct str from, struct str name)
{
	(void)buf_printf(out, "%s{\"do\":\"%s\"", out->n ? "," : "", names[what]);
	line_member(out, "feed", uid);
	line_member(out, "url", url);
	line_member(out, "from", from);
	line_member(out, "name", name);
}

void
line_feed_add_rename(struct buf *out, struct str uid, struct str url, struct str from, struct str name)
{
	add_renamed(out, LINE_FEED_RENAME, uid, url, from, name);
	(void)buf_putc(out, '}');
}

void
line_feed_add_retag(struct buf *out, struct str uid, struct str url, struct str from, struct str name, struct str tags)
{
	add_renamed(out, LINE_FEED_RETAG, uid, url, from, name);
	line_member(out, "tags", tags);
	(void)buf_putc(out, '}');
}

void
line_feed_add_adopt(struct buf *out, enum line_feed what, const struct line_feed_adopt *adopt)
{
	(void)buf_printf(out, "%s{\"do\":\"%s\"", out->n ? "," : "", names[what]);
	line_member(out, "feed", adopt->feed);
	line_member(out, "from", adopt->from);
	line_member(out, "url", adopt->url);
	line_member(out, "line", adopt->line);
	if (adopt->at.n) {
		line_member(out, "at", adopt->at);
		line_number(out, "seq", adopt->seq);
	}
	(void)buf_puts(out, ",\"posts\":");
	(void)buf_add(out, adopt->posts);
	(void)buf_putc(out, '}');
}

bool
line_feed_adopts(const json_t *feeds)
{
	json_t *feed;
	size_t i;

	json_array_foreach(feeds, i, feed)
		if (line_feed_of(line_str(feed, "do")) == LINE_FEED_ADOPT)
			return true;
	return false;
}

static const char *
words(enum line_feed what, size_t n)
{
	switch (what) {
	case LINE_SUBSCRIBE:
		return tr_n("subscribe %zu feed", "subscribe %zu feeds", n);
	case LINE_UNSUBSCRIBE:
		return tr_n("unsubscribe %zu feed", "unsubscribe %zu feeds", n);
	case LINE_FEED_RENAME:
		return tr_n("rename %zu feed", "rename %zu feeds", n);
	case LINE_FEED_MOVE:
	case LINE_FEED_MOVE_BACK:
		return tr_n("move %zu feed", "move %zu feeds", n);
	default:
		return tr_n("change the tags of %zu feed", "change the tags of %zu feeds", n);
	}
}

/* A single one by its address. */
static void
describe(struct buf *out, enum line_feed what, size_t n, struct str url)
{
	struct buf masked = { 0 };

	if (!n)
		return;
	url_mask(&masked, url);
	if (out->n)
		(void)buf_puts(out, ", ");
	if (n == 1 && what <= LINE_UNSUBSCRIBE)
		(void)buf_printf(out, "%s %s", what == LINE_SUBSCRIBE ? tr("subscribe") : tr("unsubscribe"), buf_cstr(&masked));
	else
		(void)buf_printf(out, words(what, n), n);
	buf_free(&masked);
}

void
line_feed_describe(struct buf *out, const json_t *feeds)
{
	struct str urls[LINE_FEEDS] = { { 0 } };
	size_t n[LINE_FEEDS] = { 0 }, i;
	json_t *feed;

	json_array_foreach(feeds, i, feed) {
		enum line_feed what = line_feed_of(line_str(feed, "do"));

		if (what == LINE_FEEDS)
			continue;
		n[what]++;
		urls[what] = line_str(feed, "url");
	}
	/* What came with a move is part of it; by itself it is one. */
	if (!n[LINE_FEED_MOVE] && !n[LINE_FEED_MOVE_BACK])
		n[LINE_FEED_MOVE] = n[LINE_FEED_ADOPT] + n[LINE_FEED_RELEASE];
	for (enum line_feed what = 0; what < LINE_FEED_ADOPT; what++)
		describe(out, what, n[what], urls[what]);
}
