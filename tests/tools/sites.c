/*
 * Web sites on loopback for tests, with and without TLS: sites MAP CERT KEY
 * [LOG]. Prints the port for http and the one for https, and ends when its
 * standard input is closed; the log has a line a request, "STATUS URL".
 *
 * The map has a line for each address, with tabs between the fields:
 *
 *	URL STATUS CONTENT-TYPE FILE|LOCATION|- [NAME: VALUE]…
 *
 * A redirect has a location; "Cookie: X" answers 302 to itself until that
 * cookie is sent; other fields are headers of the answer. What is not in the
 * map is 404 with a page. The map is read anew for each request.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/num.h"

struct sites {
	const char *map;
	int log; /* -1: none */
};

/* One of the two daemons. */
struct door {
	const struct sites *sites;
	const char *scheme;
};

static enum MHD_Result
answer(const struct door *door, struct MHD_Connection *connection, struct str url, int64_t status, struct str body,
	struct str fields)
{
	struct MHD_Response *response =
		MHD_create_response_from_buffer(body.n, mem_dup(body.p, body.n), MHD_RESPMEM_MUST_FREE);
	enum MHD_Result rc;

	while (fields.n) {
		struct buf name = { 0 }, value = { 0 };
		struct str field, left, right;

		str_cut(fields, '\t', &field, &fields);
		if (str_cut(field, ':', &left, &right)) {
			buf_add(&name, left);
			buf_add(&value, str_trim(right));
			MHD_add_response_header(response, buf_cstr(&name), buf_cstr(&value));
		}
		buf_free(&name);
		buf_free(&value);
	}
	if (door->sites->log >= 0)
		dprintf(door->sites->log, "%d %.*s\n", (int)status, STR(url));
	rc = MHD_queue_response(connection, (unsigned)status, response);
	MHD_destroy_response(response);
	return rc;
}

/* What stands behind url in the map; false when it does not. */
static bool
find_line(struct str map, struct str url, struct str *ret)
{
	struct str line, head;

	while (str_line(&map, &line)) {
		str_cut(line, '\t', &head, ret);
		if (str_eq(head, url))
			return true;
	}
	return false;
}

/* A field "Cookie: X" that the request does not answer to. */
static bool
lacks_cookie(struct MHD_Connection *connection, struct str fields)
{
	struct str sent = str_of(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Cookie")), field;

	while (fields.n) {
		struct buf want = { 0 };
		bool has;

		str_cut(fields, '\t', &field, &fields);
		if (!str_starts(field, "Cookie: "))
			continue;
		buf_add(&want, str_sub(field, strlen("Cookie: "), field.n));
		has = str_has(sent, buf_cstr(&want));
		buf_free(&want);
		if (!has)
			return true;
	}
	return false;
}

static enum MHD_Result
answer_line(const struct door *door, struct MHD_Connection *connection, struct str url, struct str line)
{
	struct buf body = { 0 }, fields = { 0 }, name = { 0 };
	struct str status_text, type, target, rest;
	int64_t status = 500;
	enum MHD_Result rc;

	str_cut(line, '\t', &status_text, &rest);
	str_cut(rest, '\t', &type, &rest);
	str_cut(rest, '\t', &target, &rest);
	(void)num_parse(status_text, 100, 599, &status);
	if (lacks_cookie(connection, rest)) {
		status = 302;
		target = url;
	}
	buf_add(&name, target);
	if (status >= 300 && status < 400)
		buf_printf(&fields, "Location: %.*s\t", STR(target));
	else if (!str_is(target, "-") && file_read(buf_cstr(&name), 64 << 20, &body, NULL) < 0)
		status = 500;
	if (!str_is(type, "-"))
		buf_printf(&fields, "Content-Type: %.*s\t", STR(type));
	buf_add(&fields, rest);
	rc = answer(door, connection, url, status, buf_str(&body), buf_str(&fields));
	buf_free(&body);
	buf_free(&fields);
	buf_free(&name);
	return rc;
}

/* Keeps the target of the request as it was sent, query and all. */
static void *
on_target(void *user, const char *target, struct MHD_Connection *connection)
{
	(void)user;
	(void)connection;
	return mem_dup(target, strlen(target) + 1);
}

static enum MHD_Result
on_request(void *user, struct MHD_Connection *connection, const char *path, const char *method, const char *version,
	const char *upload, size_t *upload_size, void **state)
{
	const struct door *door = user;
	const char *host = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host");
	struct buf map = { 0 }, url = { 0 };
	struct str line;
	enum MHD_Result rc;

	(void)path;
	(void)method;
	(void)version;
	(void)upload;
	(void)upload_size;
	buf_printf(&url, "%s://%s%s", door->scheme, host ? host : "", (const char *)*state);
	(void)file_read(door->sites->map, 16 << 20, &map, NULL);
	if (find_line(buf_str(&map), buf_str(&url), &line))
		rc = answer_line(door, connection, buf_str(&url), line);
	else
		rc = answer(door, connection, buf_str(&url), 404, str_lit("<html><body>no such page</body></html>"),
			str_lit("Content-Type: text/html"));
	buf_free(&map);
	buf_free(&url);
	return rc;
}

static void
on_done(void *user, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode code)
{
	(void)user;
	(void)connection;
	(void)code;
	free(*state);
	*state = NULL;
}

/* Opens a door; cert and key NULL: without TLS. Returns its port. */
static int
open_door(struct door *door, char *cert, char *key)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct MHD_OptionItem tls[] = {
		{ MHD_OPTION_HTTPS_MEM_CERT, 0, cert }, { MHD_OPTION_HTTPS_MEM_KEY, 0, key }, { MHD_OPTION_END, 0, NULL },
	};
	struct MHD_OptionItem none[] = { { MHD_OPTION_END, 0, NULL } };
	struct MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION |
		(cert ? MHD_USE_TLS : 0), 0, NULL, NULL, on_request, door, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
		MHD_OPTION_URI_LOG_CALLBACK, on_target, NULL, MHD_OPTION_NOTIFY_COMPLETED, on_done, NULL, MHD_OPTION_ARRAY,
		cert ? tls : none, MHD_OPTION_END);

	return daemon ? MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port : 0;
}

int
main(int argc, char **argv)
{
	struct sites sites = { .log = -1 };
	struct door plain = { &sites, "http" }, secure = { &sites, "https" };
	struct buf cert = { 0 }, key = { 0 };
	int ports[2];
	char byte;

	if (argc < 4 || file_read(argv[2], 1 << 20, &cert, NULL) < 0 || file_read(argv[3], 1 << 20, &key, NULL) < 0)
		return 2;
	sites.map = argv[1];
	if (argc > 4)
		sites.log = open(argv[4], O_WRONLY | O_CREAT | O_APPEND, 0600);
	ports[0] = open_door(&plain, NULL, NULL);
	ports[1] = open_door(&secure, cert.p, key.p);
	if (!ports[0] || !ports[1])
		return 1;
	printf("%d %d\n", ports[0], ports[1]);
	fflush(stdout);
	while (read(STDIN_FILENO, &byte, 1) > 0)
		continue;
	_exit(0);
}
