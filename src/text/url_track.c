#include "text/url_track.h"

#include "base/num.h"
#include "base/words.h"
#include "text/url.h"

/* How often a service may pass on to the next. */
enum { TARGETS_MAX = 4 };

#define N(text) STR_INIT(text)

/* ---- parameters */

/* "blog.example.com" as a value says where a reader came from; "v1.2", "v1.alpha" and "main.html" are values. */
static bool
is_host_name(struct str s)
{
	static const char *const ends[] = { "com", "net", "org", "edu", "gov", "info", "biz", "app", "dev", "blog", "tech", "news",
		"xyz", "site", "online", "page", "cloud", "example", "test", NULL };
	size_t dot = s.n;

	while (dot && str_is_alpha(s.p[dot - 1]))
		dot--;
	if (dot < 2 || s.p[dot - 1] != '.' || str_find_char(s, '/') < s.n)
		return false;
	return s.n - dot == 2 || str_is_one_of(str_sub(s, dot, s.n), ends);
}

/* words_have() whatever the case. */
static bool
is_one_of(struct str name, const struct str *names, size_t n)
{
	for (size_t i = words_place(names, n, name.n); i < n && names[i].n == name.n; i++)
		if (str_eq_icase(name, names[i]))
			return true;
	return false;
}

/* The host itself, or one below it. */
static bool
is_host(struct str host, struct str name)
{
	return host.n >= name.n && str_eq_icase(str_sub(host, host.n - name.n, host.n), name) &&
	    (host.n == name.n || host.p[host.n - name.n - 1] == '.');
}

/* Parameters that track on these sites and mean something elsewhere. */
static bool
is_tracking_there(struct str host, struct str name)
{
	static const struct {
		struct str host, name;
	} own[] = {
		{ N("youtube.com"), N("si") }, { N("youtu.be"), N("si") }, { N("youtube.com"), N("feature") },
		{ N("youtube.com"), N("pp") }, { N("youtube.com"), N("ab_channel") }, { N("open.spotify.com"), N("si") },
		{ N("twitter.com"), N("s") }, { N("twitter.com"), N("t") }, { N("x.com"), N("s") }, { N("x.com"), N("t") },
		{ N("medium.com"), N("source") }, { N("naver.com"), N("isFromSearchAddView") }, { N("naver.com"), N("isInf") },
		{ N("linkedin.com"), N("trk") }, { N("linkedin.com"), N("lipi") }, { N("aliexpress.com"), N("spm") },
		{ N("aliexpress.com"), N("scm") }, { N("amazon.com"), N("ref_") }, { N("amazon.com"), N("pd_rd_w") },
		{ N("amazon.com"), N("pd_rd_r") }, { N("google.com"), N("ved") }, { N("google.com"), N("sei") },
	};

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (words_is(name, own[i].name) && is_host(host, own[i].host))
			return true;
	return false;
}

/* No name is shorter than the one before. */
static const struct str tracking[] = {
	N("_ga"), N("_gl"), N("ICN"), N("spm"), N("__s"), N("igsh"), N("icid"), N("NaPm"), N("n_ad"), N("DMKW"),
	N("gclid"), N("dclid"), N("_hsmi"), N("yclid"), N("wt_mc"), N("s_cid"), N("spref"), N("DMCOL"), N("fbclid"),
	N("gclsrc"), N("gbraid"), N("wbraid"), N("igshid"), N("mc_cid"), N("mc_eid"), N("_hsenc"), N("twclid"),
	N("ttclid"), N("pk_kwd"), N("pk_cid"), N("n_rank"), N("msclkid"), N("vero_id"), N("mkt_tok"), N("s_kwcid"),
	N("ref_src"), N("ref_url"), N("fromRss"), N("n_media"), N("n_query"), N("n_match"), N("WT.mc_id"),
	N("li_fat_id"), N("vero_conv"), N("at_medium"), N("pk_source"), N("pk_medium"), N("_openstat"), N("irclickid"),
	N("n_keyword"), N("oly_enc_id"), N("pk_keyword"), N("pk_content"), N("rb_clickid"), N("n_ad_group"),
	N("oly_anon_id"), N("at_campaign"), N("pk_campaign"), N("trackingCode"), N("proxyReferer"), N("n_keyword_id"),
	N("hsCtaTracking"), N("ml_subscriber"), N("n_ad_group_type"), N("n_campaign_type"), N("ck_subscriber_id"),
	N("ml_subscriber_hash"),
};

bool
url_track_is(struct str host, struct str name, struct str value)
{
	static const char *const prefixes[] = { "utm_", "mtm_", "piwik_", "hsa_" };
	static const char *const origins[] = { "ref", "source", "src", "from", "via", "referrer", NULL };
	static const char *const feeds[] = { "rss", "rss2", "feed", "rssfeed", "rss_feed", "atom", "twsrc", "newsletter", NULL };

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (str_starts_icase(name, prefixes[i]))
			return true;
	if (str_is_one_of(name, origins) && (str_is_one_of(value, feeds) || str_starts(value, "rss-") || str_starts(value, "twsrc") ||
	                                 (str_is(name, "ref") && is_host_name(value))))
		return true;
	return is_one_of(name, tracking, sizeof tracking / sizeof *tracking) || is_tracking_there(host, name);
}

/* ---- services that pass on */

/* The value of the parameter of that name in a query; the whole query where the name is empty. */
static struct str
parameter(struct str query, const char *want)
{
	struct str pair, name, value;

	if (!*want)
		return query;
	while (query.n) {
		(void)str_cut(query, '&', &pair, &query);
		if (str_cut(pair, '=', &name, &value) && str_is(name, want))
			return value;
	}
	return STR_NONE;
}

static void
add_decoded(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		int high = s.p[i] == '%' && i + 2 < s.n ? num_hex(s.p[i + 1]) : -1;
		int low = high >= 0 ? num_hex(s.p[i + 2]) : -1;

		(void)buf_putc(out, low >= 0 ? (char)(high * 16 + low) : s.p[i]);
		i += low >= 0 ? 2 : 0;
	}
}

void
url_track_parameter(struct buf *out, struct str query, const char *name)
{
	add_decoded(out, parameter(query, name));
}

/* The page that a service passes on to, encoded as it is in the address; empty for other addresses. */
static struct str
target(const struct url *url)
{
	static const struct {
		struct str host; /* told by its length first, as most are no such */
		const char *path, *name;
	} services[] = {
		{ N("l.facebook.com"), "/l.php", "u" }, { N("lm.facebook.com"), "/l.php", "u" }, { N("l.instagram.com"), "/", "u" },
		{ N("l.threads.net"), "/", "u" }, { N("l.messenger.com"), "/l.php", "u" }, { N("www.google.com"), "/url", "q" },
		{ N("www.google.com"), "/url", "url" }, { N("google.com"), "/url", "q" }, { N("www.google.co.kr"), "/url", "q" },
		{ N("www.google.co.kr"), "/url", "url" }, { N("out.reddit.com"), "/", "url" },
		{ N("steamcommunity.com"), "/linkfilter", "url" }, { N("steamcommunity.com"), "/linkfilter", "u" },
		{ N("medium.com"), "/r/", "url" }, { N("href.li"), "/", "" }, { N("t.umblr.com"), "/redirect", "z" },
		{ N("www.linkedin.com"), "/redir/redirect", "url" }, { N("slack-redir.net"), "/link", "url" },
		{ N("vk.com"), "/away.php", "to" }, { N("away.vk.com"), "/away.php", "to" },
		{ N("www.youtube.com"), "/redirect", "q" }, { N("duckduckgo.com"), "/l/", "uddg" },
		{ N("getpocket.com"), "/redirect", "url" }, { N("redirect.viglink.com"), "/", "u" }, { N("exit.sc"), "/", "url" },
		{ N("gate.sc"), "/", "url" }, { N("link.naver.com"), "/bridge", "url" }, { N("cr.naver.com"), "/", "u" },
		{ N("link.zhihu.com"), "/", "target" }, { N("link.juejin.cn"), "/", "target" },
	};

	for (size_t i = 0; i < sizeof services / sizeof *services; i++) {
		struct str value = STR_NONE;

		if (url->host.n == services[i].host.n && str_eq_icase(url->host, services[i].host) && str_starts(url->path, services[i].path))
			value = parameter(url->query, services[i].name);
		if (value.n)
			return value;
	}
	return STR_NONE;
}

/* ---- the address without all that */

static void
add_query(struct buf *out, const struct url *url)
{
	struct str query = url->query, pair, name, value;
	char mark = '?';

	while (query.n) {
		(void)str_cut(query, '&', &pair, &query);
		(void)str_cut(pair, '=', &name, &value);
		if (url_track_is(url->host, name, value))
			continue;
		(void)buf_putc(out, mark);
		(void)buf_add(out, pair);
		mark = '&';
	}
}

static void
add_fragment(struct buf *out, struct str fragment)
{
	fragment = str_sub(fragment, 0, str_find(fragment, str_lit(":~:")));
	if (fragment.n)
		(void)buf_printf(out, "#%.*s", STR(fragment));
}

void
url_track_strip(struct buf *out, struct str text)
{
	struct buf made = { 0 }, next = { 0 };
	struct url url;
	bool is_url = url_split(text, &url);

	for (int i = 0; i < TARGETS_MAX && is_url && url.query.n; i++) {
		buf_clear(&next);
		add_decoded(&next, target(&url));
		if (!next.n || !url_is_web(buf_str(&next)) || str_find_char(buf_str(&next), ' ') < next.n)
			break;
		buf_clear(&made);
		(void)buf_add(&made, buf_str(&next));
		text = buf_str(&made);
		is_url = url_split(text, &url);
	}
	if (is_url) {
		(void)buf_add(out, str_sub(text, 0, str_find_char(str_sub(text, 0, str_find_char(text, '#')), '?')));
		add_query(out, &url);
		add_fragment(out, url.fragment);
	} else {
		(void)buf_add(out, text);
	}
	buf_free(&made);
	buf_free(&next);
}
