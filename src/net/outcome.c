#include "net/outcome.h"

#include "base/limits.h"
#include "base/tr.h"
#include "text/http_problem.h"

static void
refuse(struct fetch_answer *answer, enum fetch_class class, const char *text)
{
	answer->class = class;
	err_set(&answer->err, class == FETCH_LIMIT ? ERR_LIMIT : ERR_FAILED, "%s", text);
}

/* What we broke off ourselves. */
static void
tell_breach(struct transfer *t)
{
	struct fetch_answer *answer = &t->answer;

	switch (t->breach) {
	case TRANSFER_WHOLE:
	case TRANSFER_NOT_NEEDED:
		return;
	case TRANSFER_BODY:
		answer->class = FETCH_LIMIT;
		err_set(&answer->err, ERR_LIMIT, tr("it is larger than %zu KB"), t->max_bytes >> 10);
		return;
	case TRANSFER_HEADERS:
		refuse(answer, FETCH_LIMIT, tr("the server sent too many headers"));
		return;
	case TRANSFER_CODINGS:
		refuse(answer, FETCH_LIMIT, tr("it is packed more than once"));
		return;
	case TRANSFER_SLOW:
		refuse(answer, FETCH_LIMIT, tr("it took too long"));
		return;
	case TRANSFER_INTERNAL:
		answer->class = FETCH_REFUSED;
		err_set(&answer->err, ERR_FAILED, tr("%.*s leads to an internal address; only a feed of that address may"),
			STR(str_sub(t->target.host, 0, 100)));
		return;
	case TRANSFER_OWN_HOST:
		refuse(answer, FETCH_REFUSED, tr("an internal feed may not lead to another host or port"));
		return;
	case TRANSFER_DOWNGRADE:
		refuse(answer, FETCH_REFUSED, tr("it leads from https to http"));
		return;
	case TRANSFER_SCHEME:
		refuse(answer, FETCH_REFUSED, tr("it leads to an address that is not http or https"));
		return;
	case TRANSFER_REDIRECTS:
		answer->class = FETCH_LIMIT;
		err_set(&answer->err, ERR_LIMIT, tr("more than %d redirects"), LIMIT_REDIRECTS);
		return;
	case TRANSFER_LOST:
		refuse(answer, FETCH_HTTP, tr("a redirect without a usable target"));
		return;
	}
}

/* Whether TLS failed; then somebody did answer. */
static bool
tell_unsafe(struct transfer *t, CURLcode code, struct str host)
{
	struct err *err = &t->answer.err;

	switch (code) {
	case CURLE_PEER_FAILED_VERIFICATION:
		err_set(err, ERR_NETWORK, tr("the certificate of %.*s is not to be trusted"), STR(host));
		return true;
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_SSL_CIPHER:
	case CURLE_SSL_CERTPROBLEM:
	case CURLE_SSL_ISSUER_ERROR:
		err_set(err, ERR_NETWORK, tr("no safe connection to %.*s could be agreed on"), STR(host));
		return true;
	case CURLE_SSL_CACERT_BADFILE:
		err_set(err, ERR_NETWORK, tr("the certificate authorities cannot be read; see CURL_CA_BUNDLE and SSL_CERT_FILE"));
		return true;
	default:
		return false;
	}
}

/* What curl met on the way. */
static void
tell_network(struct transfer *t, CURLcode code)
{
	struct fetch_answer *answer = &t->answer;
	struct str host = str_sub(t->target.host, 0, 100);

	answer->class = FETCH_NETWORK;
	answer->is_unsafe = tell_unsafe(t, code, host);
	if (answer->is_unsafe)
		return;
	switch (code) {
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_RESOLVE_PROXY:
		err_set(&answer->err, ERR_NETWORK, tr("cannot find the host %.*s"), STR(host));
		return;
	case CURLE_COULDNT_CONNECT:
		err_set(&answer->err, ERR_NETWORK, tr("cannot connect to %.*s"), STR(host));
		return;
	case CURLE_OPERATION_TIMEDOUT:
		err_set(&answer->err, ERR_NETWORK, tr("%.*s did not answer in time"), STR(host));
		return;
	case CURLE_URL_MALFORMAT:
		err_set(&answer->err, ERR_NETWORK, tr("its address is not one that can be fetched"));
		return;
	case CURLE_UNSUPPORTED_PROTOCOL:
	case CURLE_WEIRD_SERVER_REPLY:
		err_set(&answer->err, ERR_NETWORK, tr("%.*s does not speak HTTP"), STR(host));
		return;
	case CURLE_PARTIAL_FILE:
	case CURLE_GOT_NOTHING:
	case CURLE_RECV_ERROR:
	case CURLE_SEND_ERROR:
	case CURLE_HTTP2:
	case CURLE_HTTP2_STREAM:
		err_set(&answer->err, ERR_NETWORK, tr("the connection to %.*s broke off"), STR(host));
		return;
	case CURLE_BAD_CONTENT_ENCODING:
		err_set(&answer->err, ERR_NETWORK, tr("it is packed in a way that cannot be unpacked"));
		return;
	default:
		err_set(&answer->err, ERR_NETWORK, tr("cannot fetch it: %s"), curl_easy_strerror(code));
		return;
	}
}

/* 304 is an answer only to who asked with validators. */
static bool
is_good(const struct transfer *t)
{
	if (t->http.status == 304)
		return t->etag.n || t->last_modified.n;
	return t->http.status >= 200 && t->http.status < 300 && t->http.status != 206;
}

void
outcome_tell(struct transfer *t, CURLcode code)
{
	struct fetch_answer *answer = &t->answer;

	answer->class = FETCH_OK;
	tell_breach(t);
	if (answer->class != FETCH_OK)
		return;
	if (code != CURLE_OK && t->breach != TRANSFER_NOT_NEEDED) {
		tell_network(t, code);
		return;
	}
	answer->status = t->http.status;
	if (is_good(t))
		return;
	answer->class = FETCH_HTTP;
	err_set(&answer->err, ERR_FAILED, "%d: %s", t->http.status, http_problem_text(t->http.status));
}
