#include "html/tidy_card.h"

#include "html/tidy_link.h"
#include "text/clean.h"
#include "text/url.h"

static struct str
text_line(struct arena *a, const struct dom_node *node)
{
	struct buf text = { 0 }, line = { 0 };
	struct str ret;

	dom_text(&text, node);
	clean_line(&line, buf_str(&text));
	ret = arena_dup(a, buf_str(&line));
	buf_free(&text);
	buf_free(&line);
	return ret;
}

static bool
is_title(const struct dom_node *node)
{
	return dom_has_class(node, "og-title") || dom_has_class(node, "se-oglink-title") ||
		dom_has_class(node, "se_og_tit");
}

static struct str
card_title(struct arena *a, const struct dom_node *card)
{
	struct str title = dom_attr(card, "data-og-title");

	if (title.n)
		return title;
	for (const struct dom_node *node = card->first; node; node = dom_next(node, card))
		if (node->n_attrs && is_title(node))
			return text_line(a, node);
	return STR_NONE;
}

bool
tidy_card_link(struct arena *a, struct str base, const struct dom_node *card, struct str *url, struct str *title)
{
	const struct dom_node *node = card;

	*url = tidy_link_page(a, base, dom_attr(card, "data-og-source-url"));
	for (; node && !url->n; node = dom_next(node, card))
		if (node->tag == DOM_A)
			*url = tidy_link_page(a, base, dom_attr(node, "href"));
	*title = card_title(a, card);
	if (!title->n)
		*title = *url;
	return url->n > 0;
}

/* The address of a player as that of the page people know. */
static struct str
watch_page(struct arena *a, struct str url)
{
	static const struct {
		const char *player, *page;
	} players[] = {
		{ "youtube.com/embed/", "https://www.youtube.com/watch?v=" },
		{ "youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v=" },
		{ "player.vimeo.com/video/", "https://vimeo.com/" },
		{ "play-tv.kakao.com/embed/player/cliplink/", "https://tv.kakao.com/v/" },
		{ "tv.kakao.com/embed/player/cliplink/", "https://tv.kakao.com/v/" },
	};

	for (size_t i = 0; i < sizeof players / sizeof *players; i++) {
		size_t at = str_find(url, str_of(players[i].player));
		struct str id = str_sub(url, at + strlen(players[i].player), url.n);

		id = str_sub(id, 0, str_find_char(id, '?'));
		id = str_sub(id, 0, str_find_char(id, '@'));
		if (at < url.n && id.n)
			return arena_printf(a, "%s%.*s", players[i].page, STR(id));
	}
	return url;
}

bool
tidy_card_media(struct arena *a, struct str base, const struct dom_node *node, struct str *url, struct str *title)
{
	static const char *const names[] = { "src", "data-src", "data-lazy-src", "data-original" };
	const struct dom_node *source = dom_find(node, DOM_SOURCE);

	*url = STR_NONE;
	for (size_t i = 0; i < sizeof names / sizeof *names && !url->n; i++)
		*url = tidy_link_page(a, base, dom_attr(node, names[i]));
	if (!url->n && source)
		*url = tidy_link_page(a, base, dom_attr(source, "src"));
	if (!url_is_web(*url))
		return false;
	*url = watch_page(a, *url);
	*title = str_trim(dom_attr(node, "title"));
	if (!title->n)
		*title = *url;
	return true;
}

bool
tidy_card_formula(struct buf *out, const struct dom_node *node)
{
	const struct dom_node *at = node->first;

	if (node->tag == DOM_SCRIPT) {
		if (str_starts(dom_attr(node, "type"), "math/tex"))
			dom_text(out, at ? at : node);
		return out->n > 0;
	}
	for (; at; at = dom_next(at, node))
		if (at->tag == DOM_OTHER && str_is(dom_attr(at, "encoding"), "application/x-tex"))
			break;
	dom_text(out, at ? at : node);
	return out->n > 0;
}
