/*
 * An HTTP server on loopback for tests: server FOLDER [LOG [any]]. It prints its
 * port and ends when its standard input is closed; the log has a line a request.
 * With "any" it listens on all addresses of the (test's own) network.
 *
 *	/NAME                a file of the folder, with ETag and Last-Modified; a
 *	                     conditional request gets 304. Query, all optional:
 *	                     type=CONTENT-TYPE gzip=1 etag=0 maxage=SECONDS expires=DATE
 *	                     coding=NAME (says so, whatever the bytes are) behind=1 (bytes behind the gzip) lost=N (of its bytes)
 *	                     tag=ETAG ahead=SECONDS (Last-Modified is that far ahead of now)
 *	/status/N            that status with a small page
 *	/redirect/N/CODE/X   N redirects of that status, the last to /X
 *	/goto?url=U&code=N   one redirect to U
 *	/retry-after?value=V&code=N
 *	/slow?ms=N           answers after N milliseconds
 *	/silent              accepts and never answers
 *	/silent-once         the same, but answers from the second time on; a file of that name in the folder says that it was asked
 *	/lead-once           a redirect to that, and 404 once that was asked
 *	/moved/X             301 to the address that the file X.to of the folder has; without one /X
 *	/drip?after=N&ms=M   N bytes at once, then one every M milliseconds, or 50
 *	/endless             a body that never ends
 *	/gzipbomb            1 GiB of zeros in 6.7 MB of gzip
 *	/cut                 half of what Content-Length says
 *	/close               closes without a byte
 *	/headers?n=N&size=N  N header lines of 100 bytes, or of that many
 *	/picky/X             /X, but 412 to who asks with validators
 *	/packed-twice        Content-Encoding: gzip, gzip
 *	/auth/X              /X for user:secret, else 401
 *	/cookie/X            /X once its cookie comes back, else a redirect to itself
 *	/echo                the request's headers, one a line
 *	/tell/X              /X, and the request's headers into the log, "> NAME: VALUE"
 *	/hold/X              /X after 10 ms, or ?ms=N; the log has "+ HOST PORT" when it is asked and "- HOST PORT"
 *	                     when it is answered, with the port of the connection at the other end
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/path.h"

struct server {
	const char *folder;
	int log; /* -1: none */
};

/* One request. */
struct ask {
	struct server *server;
	struct MHD_Connection *connection;
	const char *url;
	struct str path; /* of it: without the first "/" and what chose the answer */
};

/* A body that is made while it is read. */
struct body {
	struct buf bytes;
	size_t at;
	int delay_ms;
	size_t n_fast; /* bytes that come without a delay */
	bool is_endless, is_cut;
};

/* The answer for the path. */
static enum MHD_Result route(const struct ask *from);

static const char *
query(const struct ask *ask, const char *name)
{
	return MHD_lookup_connection_value(ask->connection, MHD_GET_ARGUMENT_KIND, name);
}

static int64_t
query_number(const struct ask *ask, const char *name, int64_t otherwise)
{
	int64_t n = otherwise;

	(void)num_parse(str_of(query(ask, name)), 0, 1 << 30, &n);
	return n;
}

static const char *
header(const struct ask *ask, const char *name)
{
	return MHD_lookup_connection_value(ask->connection, MHD_HEADER_KIND, name);
}

static void
wait_ms(int64_t ms)
{
	struct timespec ts = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&ts, NULL);
}

static enum MHD_Result
answer(const struct ask *ask, unsigned status, struct MHD_Response *response)
{
	enum MHD_Result rc = MHD_queue_response(ask->connection, status, response);

	if (ask->server->log >= 0)
		dprintf(ask->server->log, "GET %s %u\n", ask->url, status);
	MHD_destroy_response(response);
	return rc;
}

static struct MHD_Response *
response_of(struct str bytes)
{
	return MHD_create_response_from_buffer(bytes.n, mem_dup(bytes.p, bytes.n), MHD_RESPMEM_MUST_FREE);
}

static ssize_t
read_body(void *user, uint64_t pos, char *to, size_t max)
{
	static const struct str again = STR_INIT("<item><title>again</title></item>\n");
	struct body *body = user;
	struct str rest = str_sub(buf_str(&body->bytes), body->at, body->bytes.n);

	if (!rest.n && body->is_cut)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	if (!rest.n && !body->is_endless)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (!rest.n)
		rest = again;
	if (body->delay_ms && pos >= body->n_fast) {
		wait_ms(body->delay_ms);
		max = 1;
	}
	rest = str_sub(rest, 0, max);
	memcpy(to, rest.p, rest.n);
	if (rest.p != again.p)
		body->at += rest.n;
	return (ssize_t)rest.n;
}

static void
free_body(void *user)
{
	struct body *body = user;

	buf_free(&body->bytes);
	free(body);
}

static struct MHD_Response *
stream(struct str bytes, struct body how, uint64_t size)
{
	struct body *body = mem_zalloc(1, sizeof *body);

	*body = how;
	buf_add(&body->bytes, bytes);
	return MHD_create_response_from_callback(size, 16 << 10, read_body, body, free_body);
}

/* gzip without compression: stored blocks (RFC 1951 3.2.4, RFC 1952). */
static void
pack(struct buf *out, struct str bytes)
{
	uint32_t crc = ~0u;

	buf_add(out, str_lit("\x1f\x8b\x08\0\0\0\0\0\0\xff"));
	for (size_t at = 0; at < bytes.n || at == 0; at += 65535) {
		struct str part = str_sub(bytes, at, at + 65535);

		buf_putc(out, at + part.n >= bytes.n);
		for (int i = 0; i < 2; i++)
			buf_putc(out, (char)(part.n >> 8 * i));
		for (int i = 0; i < 2; i++)
			buf_putc(out, (char)(~part.n >> 8 * i));
		buf_add(out, part);
	}
	for (size_t i = 0; i < bytes.n; i++) {
		crc ^= (unsigned char)bytes.p[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
	}
	for (int i = 0; i < 4; i++)
		buf_putc(out, (char)(~crc >> 8 * i));
	for (int i = 0; i < 4; i++)
		buf_putc(out, (char)(bytes.n >> 8 * i));
}

/* Bits of a deflate stream, first into the lowest. */
static void
add_bits(struct buf *out, unsigned *byte, unsigned *n, const char *bits)
{
	for (; *bits; bits++) {
		*byte |= (unsigned)(*bits - '0') << (*n)++;
		if (*n < 8)
			continue;
		buf_putc(out, (char)*byte);
		*byte = *n = 0;
	}
}

/* One block of fixed codes: a zero byte, then copies of 258 bytes at distance 1, 13 bits each. */
static void
pack_bomb(struct buf *out, size_t copies)
{
	unsigned byte = 0, n = 0;

	buf_add(out, str_lit("\x1f\x8b\x08\0\0\0\0\0\0\xff"));
	add_bits(out, &byte, &n, "110" "00110000"); /* the last block, of fixed codes; 0 */
	for (size_t i = 0; i < copies; i++)
		add_bits(out, &byte, &n, "11000101" "00000"); /* length 258 (code 285), distance 1 */
	buf_putc(out, (char)byte);
}

static enum MHD_Result
answer_text(const struct ask *ask, unsigned status, const char *text)
{
	return answer(ask, status, response_of(str_of(text)));
}

static enum MHD_Result
answer_redirect(const struct ask *ask, unsigned status, const char *to)
{
	struct MHD_Response *response = response_of(str_lit("moved\n"));

	MHD_add_response_header(response, "Location", to);
	return answer(ask, status, response);
}

/* Names like "feed.xml", nothing that leads out of the folder. */
static bool
read_named(const struct ask *ask, struct buf *bytes, struct stat *st)
{
	struct path path;
	char name[256];

	if (!ask->path.n || ask->path.n >= sizeof name || ask->path.p[0] == '.' ||
		str_find_char(ask->path, '/') < ask->path.n)
		return false;
	memcpy(name, ask->path.p, ask->path.n);
	name[ask->path.n] = '\0';
	return !path_join(&path, ask->server->folder, name, NULL) && !stat(path.p, st) &&
		!file_read(path.p, 256 << 20, bytes, NULL);
}

static void
add_validators(const struct ask *ask, struct MHD_Response *response, const char *etag, const char *modified)
{
	char value[64];

	if (query_number(ask, "etag", 1)) {
		MHD_add_response_header(response, "ETag", query(ask, "tag") ? query(ask, "tag") : etag);
		MHD_add_response_header(response, "Last-Modified", modified);
	}
	if (query(ask, "maxage")) {
		snprintf(value, sizeof value, "public, max-age=%s", query(ask, "maxage"));
		MHD_add_response_header(response, "Cache-Control", value);
	}
	if (query(ask, "expires"))
		MHD_add_response_header(response, "Expires", query(ask, "expires"));
}

static enum MHD_Result
answer_file(const struct ask *ask)
{
	struct buf bytes = { 0 }, packed = { 0 };
	struct MHD_Response *response;
	uint64_t hash = 14695981039346656037u;
	char etag[32], modified[64];
	unsigned status = 200;
	struct stat st;
	struct tm tm;
	time_t changed;

	if (!read_named(ask, &bytes, &st)) {
		buf_free(&bytes);
		return answer_text(ask, 404, "no such file\n");
	}
	for (size_t i = 0; i < bytes.n; i++)
		hash = (hash ^ (unsigned char)bytes.p[i]) * 1099511628211u;
	snprintf(etag, sizeof etag, "\"%016llx\"", (unsigned long long)hash);
	changed = query(ask, "ahead") ? time(NULL) + (time_t)query_number(ask, "ahead", 0) : st.st_mtime;
	strftime(modified, sizeof modified, "%a, %d %b %Y %H:%M:%S GMT", gmtime_r(&changed, &tm));
	if (str_is(str_of(header(ask, "If-None-Match")), etag) ||
		(!header(ask, "If-None-Match") && str_is(str_of(header(ask, "If-Modified-Since")), modified)))
		status = 304;
	if (query(ask, "gzip"))
		pack(&packed, buf_str(&bytes));
	if (query(ask, "behind"))
		buf_puts(&packed, "\r\n\r\n");
	buf_truncate(&packed, packed.n - (size_t)query_number(ask, "lost", 0));
	response = response_of(status == 304 ? STR_NONE : buf_str(query(ask, "gzip") ? &packed : &bytes));
	if (query(ask, "gzip"))
		MHD_add_response_header(response, "Content-Encoding", "gzip");
	if (query(ask, "coding"))
		MHD_add_response_header(response, "Content-Encoding", query(ask, "coding"));
	MHD_add_response_header(response, "Content-Type", query(ask, "type") ? query(ask, "type") : "application/xml");
	add_validators(ask, response, etag, modified);
	buf_free(&bytes);
	buf_free(&packed);
	return answer(ask, status, response);
}

static enum MHD_Result
answer_status(const struct ask *ask)
{
	int64_t status = 500;

	(void)num_parse(ask->path, 200, 599, &status);
	return answer_text(ask, (unsigned)status, "<html><body>a page</body></html>\n");
}

static enum MHD_Result
answer_chain(const struct ask *ask)
{
	struct str count, code, name;
	int64_t n = 0, status = 302;
	char to[512];

	str_cut(ask->path, '/', &count, &name);
	str_cut(name, '/', &code, &name);
	(void)num_parse(count, 1, 100, &n);
	(void)num_parse(code, 300, 399, &status);
	if (n > 1)
		snprintf(to, sizeof to, "/redirect/%d/%d/%.*s", (int)n - 1, (int)status, STR(name));
	else
		snprintf(to, sizeof to, "/%.*s", STR(name));
	return answer_redirect(ask, (unsigned)status, to);
}

static enum MHD_Result
answer_goto(const struct ask *ask)
{
	return answer_redirect(ask, (unsigned)query_number(ask, "code", 302), query(ask, "url") ? query(ask, "url") : "");
}

static enum MHD_Result
answer_retry_after(const struct ask *ask)
{
	struct MHD_Response *response = response_of(str_lit("later\n"));

	MHD_add_response_header(response, "Retry-After", query(ask, "value") ? query(ask, "value") : "60");
	return answer(ask, (unsigned)query_number(ask, "code", 429), response);
}

static enum MHD_Result
answer_slow(const struct ask *ask)
{
	wait_ms(query_number(ask, "ms", 100));
	return answer_text(ask, 200, "at last\n");
}

static enum MHD_Result
answer_silent(const struct ask *ask)
{
	wait_ms(60000);
	return answer_text(ask, 200, "");
}

static enum MHD_Result
answer_silent_once(const struct ask *ask)
{
	struct path path;
	int fd;

	if (path_join(&path, ask->server->folder, "silent-once", NULL) < 0)
		return MHD_NO;
	fd = open(path.p, O_WRONLY | O_CREAT | O_EXCL, 0600);
	if (fd < 0)
		return answer_text(ask, 200, "at last\n");
	(void)close(fd);
	return answer_silent(ask);
}

static enum MHD_Result
answer_lead_once(const struct ask *ask)
{
	struct path path;

	if (path_join(&path, ask->server->folder, "silent-once", NULL) < 0)
		return MHD_NO;
	return access(path.p, F_OK) ? answer_redirect(ask, 302, "/silent-once") : answer_text(ask, 404, "gone\n");
}

static enum MHD_Result
answer_moved(const struct ask *ask)
{
	struct buf name = { 0 }, to = { 0 };
	struct ask other = *ask;
	struct stat st;
	enum MHD_Result rc;

	(void)buf_printf(&name, "%.*s.to", STR(ask->path));
	other.path = buf_str(&name);
	rc = read_named(&other, &to, &st) ? answer_redirect(ask, 301, buf_cstr(&to)) : answer_file(ask);
	buf_free(&name);
	buf_free(&to);
	return rc;
}

static enum MHD_Result
answer_drip(const struct ask *ask)
{
	struct body how = { .delay_ms = (int)query_number(ask, "ms", 50), .is_endless = true, .n_fast = (size_t)query_number(ask, "after", 0) };

	return answer(ask, 200, stream(str_lit("<rss><channel>\n"), how, MHD_SIZE_UNKNOWN));
}

static enum MHD_Result
answer_endless(const struct ask *ask)
{
	return answer(ask, 200, stream(str_lit("<rss><channel>\n"), (struct body){ .is_endless = true }, MHD_SIZE_UNKNOWN));
}

static enum MHD_Result
answer_bomb(const struct ask *ask)
{
	struct buf bomb = { 0 };
	struct MHD_Response *response;

	pack_bomb(&bomb, (1 << 30) / 258);
	response = response_of(buf_str(&bomb));
	buf_free(&bomb);
	MHD_add_response_header(response, "Content-Encoding", "gzip");
	return answer(ask, 200, response);
}

static enum MHD_Result
answer_cut(const struct ask *ask)
{
	struct str text = str_lit("<rss version=\"2.0\"><channel><title>half</title>");

	return answer(ask, 200, stream(text, (struct body){ .is_cut = true }, text.n * 2));
}

static enum MHD_Result
answer_close(const struct ask *ask)
{
	(void)ask;
	return MHD_NO;
}

static enum MHD_Result
answer_headers(const struct ask *ask)
{
	struct MHD_Response *response = response_of(str_lit("many\n"));
	size_t size = (size_t)query_number(ask, "size", 100);
	char name[32], *value = mem_zalloc(size + 1, 1);

	memset(value, 'v', size);
	for (int64_t i = query_number(ask, "n", 10); i > 0; i--) {
		snprintf(name, sizeof name, "X-%d", (int)i);
		MHD_add_response_header(response, name, value);
	}
	free(value);
	return answer(ask, 200, response);
}

static enum MHD_Result
answer_picky(const struct ask *ask)
{
	bool is_conditional = header(ask, "If-None-Match") || header(ask, "If-Modified-Since");

	return is_conditional ? answer_text(ask, 412, "no conditions\n") : answer_file(ask);
}

static enum MHD_Result
answer_packed_twice(const struct ask *ask)
{
	struct buf once = { 0 }, twice = { 0 };
	struct MHD_Response *response;

	pack(&once, str_lit("text\n"));
	pack(&twice, buf_str(&once));
	response = response_of(buf_str(&twice));
	MHD_add_response_header(response, "Content-Encoding", "gzip, gzip");
	buf_free(&once);
	buf_free(&twice);
	return answer(ask, 200, response);
}

static enum MHD_Result
answer_auth(const struct ask *ask)
{
	struct MHD_Response *response;

	if (str_is(str_of(header(ask, "Authorization")), "Basic dXNlcjpzZWNyZXQ="))
		return answer_file(ask);
	response = response_of(str_lit("who are you?\n"));
	MHD_add_response_header(response, "WWW-Authenticate", "Basic realm=\"feeds\"");
	return answer(ask, 401, response);
}

static enum MHD_Result
answer_cookie(const struct ask *ask)
{
	struct MHD_Response *response;
	char to[512];

	if (str_has(str_of(header(ask, "Cookie")), "seen=1"))
		return answer_file(ask);
	snprintf(to, sizeof to, "/cookie/%.*s", STR(ask->path));
	response = response_of(str_lit("once more\n"));
	MHD_add_response_header(response, "Location", to);
	MHD_add_response_header(response, "Set-Cookie", "seen=1; Path=/");
	return answer(ask, 302, response);
}

static enum MHD_Result
echo_one(void *user, enum MHD_ValueKind kind, const char *name, const char *value)
{
	(void)kind;
	buf_printf(user, "%s: %s\n", name, value ? value : "");
	return MHD_YES;
}

static enum MHD_Result
answer_echo(const struct ask *ask)
{
	struct buf text = { 0 };
	struct MHD_Response *response;

	MHD_get_connection_values(ask->connection, MHD_HEADER_KIND, echo_one, &text);
	response = response_of(buf_str(&text));
	buf_free(&text);
	return answer(ask, 200, response);
}

static enum MHD_Result
log_one(void *user, enum MHD_ValueKind kind, const char *name, const char *value)
{
	const struct ask *ask = user;

	(void)kind;
	dprintf(ask->server->log, "> %s: %s\n", name, value ? value : "");
	return MHD_YES;
}

static enum MHD_Result
answer_tell(const struct ask *ask)
{
	struct ask copy = *ask;

	if (ask->server->log >= 0)
		MHD_get_connection_values(ask->connection, MHD_HEADER_KIND, log_one, &copy);
	return route(ask);
}

static void
log_connection(const struct ask *ask, char what)
{
	const struct sockaddr *peer = MHD_get_connection_info(ask->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr;
	const char *host = header(ask, "Host");
	int port = ntohs(peer->sa_family == AF_INET6 ? ((const struct sockaddr_in6 *)peer)->sin6_port : ((const struct sockaddr_in *)peer)->sin_port);

	if (ask->server->log >= 0)
		dprintf(ask->server->log, "%c %s %d\n", what, host ? host : "?", port);
}

static enum MHD_Result
answer_hold(const struct ask *ask)
{
	log_connection(ask, '+');
	wait_ms(query_number(ask, "ms", 10));
	log_connection(ask, '-');
	return route(ask);
}

static const struct {
	const char *prefix;
	enum MHD_Result (*run)(const struct ask *ask);
} paths[] = {
	{ "status/", answer_status },   { "redirect/", answer_chain },  { "goto", answer_goto },
	{ "slow", answer_slow },        { "silent", answer_silent }, { "silent-once", answer_silent_once },
	{ "lead-once", answer_lead_once }, { "moved/", answer_moved }, { "drip", answer_drip },
	{ "endless", answer_endless },  { "gzipbomb", answer_bomb },    { "cut", answer_cut },
	{ "close", answer_close },      { "headers", answer_headers },  { "packed-twice", answer_packed_twice },
	{ "auth/", answer_auth },       { "cookie/", answer_cookie },   { "echo", answer_echo },
	{ "retry-after", answer_retry_after }, { "tell/", answer_tell },
	{ "hold/", answer_hold }, { "picky/", answer_picky },
};

static enum MHD_Result
route(const struct ask *from)
{
	struct ask ask = *from;

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct str prefix = str_of(paths[i].prefix);

		if (!str_starts(ask.path, prefix.p))
			continue;
		if (!str_ends(prefix, "/") && ask.path.n != prefix.n)
			continue;
		if (str_ends(prefix, "/"))
			ask.path = str_sub(ask.path, prefix.n, ask.path.n);
		return paths[i].run(&ask);
	}
	return answer_file(&ask);
}

static enum MHD_Result
on_request(void *user, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
	const char *upload, size_t *upload_size, void **state)
{
	struct ask ask = { user, connection, url, str_of(url + (*url == '/')) };

	(void)method;
	(void)version;
	(void)upload;
	(void)upload_size;
	(void)state;
	if (str_starts(ask.path, "http://")) /* asked as a proxy */
		str_cut(str_sub(ask.path, strlen("http://"), ask.path.n), '/', NULL, &ask.path);
	return route(&ask);
}

int
main(int argc, char **argv)
{
	struct server server = { .folder = argc > 1 ? argv[1] : ".", .log = -1 };
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct sockaddr_in6 any = { .sin6_family = AF_INET6 };
	const bool is_any = argc > 3;
	struct MHD_Daemon *daemon;
	char byte;

	if (argc > 2)
		server.log = open(argv[2], O_WRONLY | O_CREAT | O_APPEND, 0600);
	daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | (is_any ? MHD_USE_DUAL_STACK : 0),
		0, NULL, NULL, on_request, &server, MHD_OPTION_SOCK_ADDR, is_any ? (struct sockaddr *)&any : (struct sockaddr *)&address, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)1 << 20,
		MHD_OPTION_END);
	if (!daemon)
		return 1;
	printf("%d\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
	fflush(stdout);
	while (read(STDIN_FILENO, &byte, 1) > 0)
		continue;
	_exit(0); /* connections that wait are let go */
}
