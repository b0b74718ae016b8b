#include "text/feed_why.h"

#include "base/num.h"
#include "base/tr.h"
#include "text/http_problem.h"
#include "text/josa.h"
#include "text/quoted.h"

enum { KB_OF_MB = 1024 };

/* A format has a %.*s for what it is about, or none. */
static const struct {
	const char *code, *format;
} whys[] = {
	/* how the transfer ended */
	{ "no-host", N_("cannot find the host %.*s") },
	{ "no-connection", N_("cannot connect to %.*s") },
	{ "no-answer", N_("%.*s did not answer in time") },
	{ "no-address", N_("its address is not one that can be fetched") },
	{ "no-http", N_("%.*s does not speak HTTP") },
	{ "broke-off", N_("the connection to %.*s broke off") },
	{ "unpack", N_("it is packed in a way that cannot be unpacked") },
	{ "untrusted", N_("the certificate of %.*s is not to be trusted") },
	{ "expired", N_("the certificate of %.*s has expired; it is asked again later") },
	{ "not-yet-valid", N_("the certificate of %.*s is not valid yet; see whether the clock is right") },
	{ "other-host", N_("the certificate of %.*s is one of another host; see in a browser where the blog is now") },
	{ "unsafe", N_("no safe connection to %.*s could be agreed on") },
	{ "authorities", N_("the certificate authorities cannot be read; see CURL_CA_BUNDLE and SSL_CERT_FILE") },
	{ "authorities", N_("the certificate authorities in %.*s cannot be read; see ca-file") },
	{ "no-proxy-host", N_("cannot find the proxy %.*s") },
	{ "no-proxy", N_("cannot connect to the proxy %.*s") },
	{ "proxy-login", N_("the proxy %.*s asks for a login: http://NAME:PASSWORD@…") },
	{ "proxy-refuses", N_("the proxy %.*s does not let us through") },
	{ "no-password", N_("its password command brought no password") },
	{ "network", N_("cannot fetch it: %.*s") },
	{ "no-sample", N_("there is no sample of it") },
	{ "no-curl", N_("cannot set up libcurl") },
	{ "no-network", N_("there is no network") },
	{ "portal", N_("the network answers in its place, by %.*s: log in to it") },
	{ "portal-tls", N_("the network answers in its place, or the clock is wrong: no certificate is to be trusted") },
	/* what we broke off */
	{ "large", N_("it is larger than %.*s") },
	{ "headers", N_("the server sent too many headers") },
	{ "packed-twice", N_("it is packed more than once") },
	{ "slow", N_("it took too long") },
	{ "internal", N_("%.*s leads to an internal address; only a feed of that address may") },
	{ "own-internal", N_("%.*s has an internal address; internal=yes in its line of the feeds file allows that") },
	{ "own-host", N_("an internal feed may not lead to another host or port") },
	{ "own-host", N_("an internal feed may not lead to another host or port, as it does to %.*s; ‘sosik move --to’ follows it") },
	{ "downgrade", N_("it leads from https to http") },
	{ "scheme", N_("it leads to an address that is not http or https") },
	{ "redirects", N_("more than %.*s redirects") },
	{ "circle", N_("%.*s redirects to itself; see in a browser what it wants") },
	{ "gone-elsewhere", N_("it leads, for now, to what is gone for good") },
	{ "login-refused", N_("401: %.*s does not take the login that it is given; see whether the name and the password are right") },
	{ "lost", N_("a redirect without a usable target") },
	/* what it is */
	{ "empty", N_("the answer is empty") },
	{ "html", N_("this is a web page, not a feed") },
	{ "login", N_("this is the page of a login, not a feed") },
	{ "html-feed", N_("this is a web page, not a feed; to subscribe to its feed: sosik add %.*s") },
	{ "html-moved", N_("this is a web page, not a feed; its feed may be at %.*s: ‘sosik move --to’ takes its posts along") },
	{ "json", N_("this is JSON, but no JSON Feed") },
	{ "other", N_("this is not a feed") },
	{ "too-large", N_("the feed is too large") },
	{ "broken", N_("the feed is broken: not one post could be read") },
	{ "nobody", N_("there is no such blog") },
	/* what became of it here */
	{ "work", N_("reading it took more time or memory than sosik gives") },
	{ "crash", N_("the program that reads it crashed") },
	{ "unread", N_("it could not be read") },
	{ "unstored", N_("it could not be stored") },
};

/* NULL for what is none. */
static const char *
find(struct str code, bool has_about)
{
	for (size_t i = 0; i < sizeof whys / sizeof *whys; i++)
		if (str_is(code, whys[i].code) && has_about == (strstr(whys[i].format, "%.*s") != NULL))
			return whys[i].format;
	return NULL;
}

/* The HTTP status that it is about, 0 for none. */
static int
status_of(struct str why)
{
	struct str code, about;
	int64_t status;

	str_cut(why, ' ', &code, &about);
	return str_is(code, "status") && num_parse(about, 100, 999, &status) ? (int)status : 0;
}

/* "large 16384": the limit in KB. */
static void
add_size(struct buf *out, struct str about)
{
	int64_t kb;

	if (!num_parse(about, 0, INT64_MAX, &kb))
		(void)buf_add(out, about);
	else if (kb < KB_OF_MB)
		(void)buf_printf(out, tr("%lld KB"), (long long)kb);
	else
		(void)buf_printf(out, tr("%lld MB"), (long long)kb / KB_OF_MB);
}

void
feed_why_text(struct buf *out, struct str why)
{
	struct str code, about;
	struct buf words = { 0 }, size = { 0 };
	const char *format;

	str_cut(why, ' ', &code, &about);
	format = find(code, about.n);
	if (str_is(code, "large") && about.n) {
		add_size(&size, about);
		about = buf_str(&size);
	}
	if (status_of(why))
		(void)buf_printf(&words, "%d: %s", status_of(why), http_problem_text(status_of(why)));
	else if (format && about.n)
		(void)buf_printf(&words, tr(format), STR(about));
	else if (format)
		(void)buf_puts(&words, tr(format));
	else
		(void)buf_add(&words, why);
	josa_apply(out, buf_str(&words));
	buf_free(&words);
	buf_free(&size);
}

void
feed_why_advice(struct buf *out, struct str why, struct str name)
{
	struct buf word = { 0 }, words = { 0 };

	if (!status_of(why))
		return;
	quoted_put(&word, name);
	(void)buf_printf(&words, http_problem_advice(status_of(why)), STR(buf_str(&word)), STR(buf_str(&word)));
	josa_apply(out, buf_str(&words));
	buf_free(&word);
	buf_free(&words);
}

struct str
feed_why_reason(struct str why)
{
	struct str code, about;

	str_cut(why, ' ', &code, &about);
	return status_of(why) || find(code, about.n) ? code : STR_NONE;
}

const char *
feed_why_plain(const char *code)
{
	const char *words = find(str_of(code), false);

	return words ? tr(words) : "";
}
