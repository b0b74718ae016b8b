#include "html/tidy_media.h"

#include "html/tidy_link.h"
#include "text/url.h"

/* ---- addresses */

/* Frames that are no part of an article. */
static bool
is_junk(struct str url)
{
	static const char *const marks[] = {
		"doubleclick.net", "googlesyndication.com", "googletagmanager.com", "google.com/recaptcha", "ads-partners.coupang.com",
		"coupa.ng/", "link.coupang.com", "facebook.com/plugins/", "platform.twitter.com/widgets", "disqus.com/", "utteranc.es/",
		"giscus.app/", "adfit.", "ad.daum", "dable.io", "taboola.com", "outbrain.com", "amazon-adsystem.com", "adservice.",
		"/ads/", "tenping.kr", "adpost", "accounts.google.com/", "kakao_ad", "mailchimp.com/subscribe", "substack.com/embed", "/embed/#?secret=",
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_has(url, marks[i]))
			return true;
	return false;
}

/* The address of a player as that of the page people know. */
static struct str
known_page(struct arena *a, struct str url)
{
	static const struct {
		const char *player, *page, *ends, *end;
	} players[] = {
		{ "youtube.com/embed/videoseries?list=", "https://www.youtube.com/playlist?list=", "&", "" },
		{ "youtube.com/embed/", "https://www.youtube.com/watch?v=", "?&/", "" },
		{ "youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v=", "?&/", "" },
		{ "youtube.com/v/", "https://www.youtube.com/watch?v=", "?&/", "" },
		{ "player.vimeo.com/video/", "https://vimeo.com/", "?", "" },
		{ "play-tv.kakao.com/embed/player/cliplink/", "https://tv.kakao.com/v/", "?@", "" },
		{ "tv.kakao.com/embed/player/cliplink/", "https://tv.kakao.com/v/", "?@", "" },
		{ "tv.naver.com/embed/", "https://tv.naver.com/v/", "?", "" },
		{ "dailymotion.com/embed/video/", "https://www.dailymotion.com/video/", "?", "" },
		{ "open.spotify.com/embed/", "https://open.spotify.com/", "?", "" },
		{ "codesandbox.io/embed/", "https://codesandbox.io/s/", "?", "" },
		{ "speakerdeck.com/player/", "https://speakerdeck.com/player/", "?", "" },
		{ "gist.github.com/", "https://gist.github.com/", "?.", "" },
		{ "docs.google.com/presentation/d/e/", "https://docs.google.com/presentation/d/e/", "/", "/pub" },
		{ "slideshare.net/slideshow/embed_code/", "https://www.slideshare.net/slideshow/embed_code/", "?", "" },
	};

	for (size_t i = 0; i < sizeof players / sizeof *players; i++) {
		size_t at = str_find(url, str_of(players[i].player)), n = 0;
		struct str id = str_sub(url, at + strlen(players[i].player), url.n);

		while (n < id.n && (!strchr(players[i].ends, id.p[n]) || id.p[n] == '\0'))
			n++;
		if (at < url.n && n)
			return arena_printf(a, "%s%.*s%s", players[i].page, STR(str_sub(id, 0, n)), players[i].end);
	}
	return url;
}

/* "codepen.io/USER/embed/ID" as "codepen.io/USER/pen/ID". */
static struct str
pen_page(struct arena *a, struct str url)
{
	struct str host = str_lit("codepen.io/"), mark = str_lit("/embed/");
	size_t at = str_find(url, mark);
	struct str id = str_sub(url, at + mark.n, url.n);

	if (!str_has(url, host.p) || at == url.n)
		return url;
	if (str_starts(id, "preview/"))
		id = str_sub(id, strlen("preview/"), id.n);
	return arena_printf(a, "%.*s/pen/%.*s", (int)at, url.p, STR(str_sub(id, 0, str_find_char(id, '?'))));
}

/* ---- elements */

/* Players that carry the number of their video. */
static struct str
by_number(struct arena *a, const struct dom_node *node)
{
	static const char *const names[] = { "videoid", "data-videoid", "video-id" };
	struct str id = STR_NONE;

	for (size_t i = 0; i < sizeof names / sizeof *names && !id.n; i++)
		id = str_trim(dom_attr(node, names[i]));
	if (node->tag != DOM_OTHER || !id.n || !str_has(node->text, "youtube"))
		return STR_NONE;
	return arena_printf(a, "https://www.youtube.com/watch?v=%.*s", STR(id));
}

static struct str
address(struct arena *a, struct str base, const struct dom_node *node)
{
	static const char *const names[] = { "src", "data-src", "data-lazy-src", "data-original", "data-url", "data" };
	const struct dom_node *source = dom_find(node, DOM_SOURCE);
	struct str url = by_number(a, node);

	for (size_t i = 0; i < sizeof names / sizeof *names && !url_is_web(url); i++)
		url = tidy_link_page(a, base, dom_attr(node, names[i]));
	if (!url.n && source)
		url = tidy_link_page(a, base, dom_attr(source, "src"));
	return url;
}

static bool
is_tiny(const struct dom_node *node)
{
	struct str width = str_trim(dom_attr(node, "width")), height = str_trim(dom_attr(node, "height"));

	return (str_is(width, "0") || str_is(width, "1")) && (str_is(height, "0") || str_is(height, "1"));
}

/* What a player calls itself, where that says something. */
static struct str
title_of(const struct dom_node *node)
{
	static const char *const names[] = { "title", "playlabel", "aria-label" };
	static const char *const empty[] = {
		"YouTube video player", "YouTube video", "YouTube", "Video Player", "Embedded content", "embed", "iframe", "video", "player",
		"Vimeo video player", "YouTube Video", "Embedded video", "Twitter Tweet", "X Post",
	};
	struct str title = STR_NONE;

	for (size_t i = 0; i < sizeof names / sizeof *names && !title.n; i++)
		title = str_trim(dom_attr(node, names[i]));
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		if (str_is_icase(title, empty[i]))
			return STR_NONE;
	return title;
}

/* What a player without a title is called, where its service is known. */
static struct str
service_of(struct str url)
{
	static const struct {
		const char *host, *name;
	} services[] = {
		{ "youtube.com", "YouTube" }, { "vimeo.com", "Vimeo" }, { "tv.kakao.com", "카카오TV" }, { "tv.naver.com", "네이버TV" },
		{ "codepen.io", "CodePen" }, { "gist.github.com", "GitHub Gist" }, { "open.spotify.com", "Spotify" },
		{ "codesandbox.io", "CodeSandbox" }, { "slideshare.net", "SlideShare" }, { "speakerdeck.com", "Speaker Deck" },
		{ "docs.google.com", "Google Docs" }, { "google.com/maps", "Google Maps" }, { "soundcloud.com", "SoundCloud" },
		{ "//twitter.com/", "Twitter" },
	};

	for (size_t i = 0; i < sizeof services / sizeof *services; i++)
		if (str_has(url, services[i].host))
			return str_of(services[i].name);
	return STR_NONE;
}

struct str
tidy_media_page(struct arena *a, struct str player, struct str *title)
{
	struct str page = pen_page(a, known_page(a, player));

	*title = service_of(page);
	if (!title->n)
		*title = page;
	return page;
}

bool
tidy_media_link(struct arena *a, struct str base, const struct dom_node *node, struct str *url, struct str *title)
{
	struct str service;

	*url = address(a, base, node);
	if (!url_is_web(*url) || is_junk(*url) || is_tiny(node))
		return false;
	*url = tidy_media_page(a, *url, &service);
	*title = title_of(node);
	if (!title->n)
		*title = service;
	return true;
}
