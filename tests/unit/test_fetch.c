/*
 * net/fetch.h against a server of our own on loopback (tests/tools/server.c).
 */
#include "unit.h"

#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/proc.h"
#include "net/fetch.h"

struct world {
	char folder[64];
	pid_t server;
	int in; /* its standard input: closing it ends the server */
	int port;
	struct fetch *fetch;
	struct arena arena;
};

static void
write_file(const struct world *w, const char *name, const char *text)
{
	struct path path;

	assert_int_equal(path_join(&path, w->folder, name, NULL), 0);
	assert_int_equal(file_replace(path.p, str_of(text), NULL), 0);
}

static int
read_port(int fd)
{
	int port = 0;
	char c;

	while (read(fd, &c, 1) == 1 && str_is_digit(c))
		port = port * 10 + (c - '0');
	return port;
}

static void
start_server(struct world *w)
{
	const char *build = getenv("O");
	struct path program;
	int in[2], out[2];
	struct err err = { 0 };

	assert_int_equal(path_join(&program, build ? build : "build", "tests/tools/server", &err), 0);
	assert_int_equal(pipe(in) | pipe(out), 0);
	const char *const argv[] = { program.p, w->folder, NULL };
	struct proc_io io = { in[0], out[1], PROC_SAME };

	if (proc_start(argv, io, &w->server, &err) < 0)
		fail_msg("%s", err.text);
	close(in[0]);
	close(out[1]);
	w->in = in[1];
	w->port = read_port(out[0]);
	close(out[0]);
	assert_true(w->port > 0);
}

static int
set_up(void **state)
{
	struct world *w = mem_zalloc(1, sizeof *w);

	snprintf(w->folder, sizeof w->folder, "/tmp/sosik-fetch-XXXXXX");
	assert_non_null(mkdtemp(w->folder));
	write_file(w, "feed.xml", "<rss>소식</rss>");
	start_server(w);
	assert_int_equal(fetch_open(&w->fetch, NULL, NULL), 0);
	*state = w;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *w = *state;
	struct path path;

	fetch_close(w->fetch);
	close(w->in);
	assert_int_equal(proc_wait(w->server), 0);
	path_join(&path, w->folder, "feed.xml", NULL);
	unlink(path.p);
	path_join(&path, w->folder, "silent-once", NULL);
	(void)unlink(path.p);
	rmdir(w->folder);
	arena_free(&w->arena);
	free(w);
	return 0;
}

/* Whether the server has been asked for a path; it makes a file of that name then. */
static bool
is_asked(const struct world *w, const char *name)
{
	struct path path;

	path_join(&path, w->folder, name, NULL);
	return !access(path.p, F_OK);
}

/* The URL of a path on the server. */
static struct str
url_of(struct world *w, const char *path)
{
	return arena_printf(&w->arena, "http://127.0.0.1:%d/%s", w->port, path);
}

static struct fetch_answer
get(struct world *w, struct fetch_request request)
{
	struct fetch_answer answer = { 0 };

	fetch_add(w->fetch, &request);
	while (fetch_pending(w->fetch))
		if (fetch_next(w->fetch, 1000, &answer) > 0)
			return answer;
	fail_msg("no answer");
	return answer;
}

static struct fetch_answer
get_path(struct world *w, const char *path)
{
	return get(w, (struct fetch_request){ .url = url_of(w, path), .max_bytes = 1 << 20 });
}

static void
fetch_hands_over_the_body_and_its_headers(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer = get_path(w, "feed.xml?type=text/xml&maxage=600");

	assert_int_equal(answer.class, FETCH_OK);
	assert_int_equal(answer.status, 200);
	assert_str(answer.body, "<rss>소식</rss>");
	assert_str(answer.content_type, "text/xml");
	assert_true(answer.etag.n > 0 && answer.last_modified.n > 0);
	assert_str(answer.moved_to, "");
	assert_true(answer.held_until == CLOCK_NONE);
	assert_in_range(answer.fresh_s, 590, 600);
	assert_true(answer.wire_bytes > (int64_t)answer.body.n);
}

static void
fetch_asks_with_validators(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer = get_path(w, "feed.xml");
	struct fetch_request again = { .url = url_of(w, "feed.xml"), .etag = arena_dup(&w->arena, answer.etag) };
	struct fetch_request dated = { .url = again.url, .last_modified = arena_dup(&w->arena, answer.last_modified) };

	answer = get(w, again);
	assert_int_equal(answer.status, 304);
	assert_int_equal(answer.class, FETCH_OK);
	assert_int_equal(answer.body.n, 0);
	assert_int_equal(get(w, dated).status, 304);
	write_file(w, "feed.xml", "<rss>새 소식</rss>");
	answer = get(w, again);
	assert_int_equal(answer.status, 200);
	assert_str(answer.body, "<rss>새 소식</rss>");
}

/* Validators that would bring 304 whatever changes are not kept. */
static void
fetch_keeps_no_validator_that_stands_for_all(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer = get_path(w, "feed.xml?tag=*");

	assert_str(answer.etag, "");
	assert_true(answer.last_modified.n > 0);
	answer = get_path(w, "feed.xml?ahead=86400");
	assert_true(answer.etag.n > 0);
	assert_str(answer.last_modified, "");
}

static void
fetch_asks_without_validators_where_they_are_refused(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer = get(w, (struct fetch_request){ .url = url_of(w, "picky/feed.xml"), .etag = str_lit("\"1\"") });

	assert_int_equal(answer.class, FETCH_OK);
	assert_int_equal(answer.status, 200);
	assert_true(str_ends(answer.body, "소식</rss>"));
	answer = get(w, (struct fetch_request){ .url = url_of(w, "status/412"), .etag = str_lit("\"1\"") });
	assert_int_equal(answer.status, 412);
	assert_int_equal(answer.class, FETCH_HTTP);
}

/* "Content-Encoding: utf-8" is what some servers say, and blank lines behind the packed body are what PHP leaves there. */
static void
fetch_takes_bodies_of_servers_that_are_wrong_about_them(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer = get_path(w, "feed.xml?coding=utf-8");

	assert_int_equal(answer.class, FETCH_OK);
	assert_true(str_ends(answer.body, "소식</rss>"));
	answer = get_path(w, "feed.xml?gzip=1&behind=1");
	assert_int_equal(answer.class, FETCH_OK);
	assert_true(str_ends(answer.body, "소식</rss>"));
	answer = get_path(w, "feed.xml?coding=gzip");
	assert_int_equal(answer.class, FETCH_NETWORK);
	assert_str(answer.why, "unpack");
	answer = get_path(w, "feed.xml?gzip=1&lost=8"); /* with the length that it has */
	assert_int_equal(answer.class, FETCH_OK);
	assert_true(str_ends(answer.body, "소식</rss>"));
	answer = get_path(w, "feed.xml?gzip=1&lost=14");
	assert_int_equal(answer.class, FETCH_OK);
	assert_true(str_ends(answer.body, "소식"));
	answer = get_path(w, "feed.xml?coding=br");
	assert_int_equal(answer.class, FETCH_NETWORK);
	assert_str(answer.why, "unpack");
}

static void
fetch_refuses_304_to_a_question_without_validators(void **state)
{
	struct fetch_answer answer = get_path(*state, "status/304");

	assert_int_equal(answer.class, FETCH_HTTP);
}

static void
fetch_unpacks(void **state)
{
	struct fetch_answer answer = get_path(*state, "feed.xml?gzip=1");

	assert_int_equal(answer.class, FETCH_OK);
	assert_true(str_ends(answer.body, "소식</rss>"));
}

static void
fetch_gives_it_packed_to_who_takes_it_so(void **state)
{
	struct fetch_answer answer = get(*state, (struct fetch_request){ .url = url_of(*state, "feed.xml?gzip=1"), .takes_packed = true });

	assert_int_equal(answer.class, FETCH_OK);
	assert_int_equal(answer.coding, UNPACK_GZIP);
	assert_true(str_starts(answer.body, "\x1f\x8b"));
	answer = get(*state, (struct fetch_request){ .url = url_of(*state, "feed.xml?coding=utf-8"), .takes_packed = true });
	assert_int_equal(answer.coding, UNPACK_NONE); /* asked for once more, as it is */
	assert_true(str_ends(answer.body, "소식</rss>"));
}

static void
fetch_stops_at_its_limits(void **state)
{
	static const struct {
		const char *path;
		enum fetch_class class;
	} cases[] = {
		{ "gzipbomb", FETCH_LIMIT }, { "endless", FETCH_LIMIT }, { "headers?n=2000", FETCH_LIMIT },
		{ "headers?n=1&size=300000", FETCH_LIMIT },
		{ "packed-twice", FETCH_LIMIT }, { "redirect/11/302/feed.xml", FETCH_LIMIT }, { "cut", FETCH_NETWORK },
		{ "close", FETCH_NETWORK },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fetch_answer answer = get_path(*state, cases[i].path);

		if (answer.class != cases[i].class || !*answer.err.text)
			fail_msg("%s: class %d, ‘%s’", cases[i].path, (int)answer.class, answer.err.text);
		assert_int_equal(answer.body.n, 0);
	}
}

/* It is not for us to take what we shall throw away. */
static void
fetch_leaves_what_says_that_it_is_too_large(void **state)
{
	enum { MANY = 4 << 20 };
	char *bytes = mem_zalloc(1, MANY + 1);
	struct fetch_answer answer;

	write_file(*state, "feed.xml", memset(bytes, 'x', MANY));
	free(bytes);
	answer = get_path(*state, "feed.xml");
	write_file(*state, "feed.xml", "<rss>소식</rss>");
	assert_int_equal(answer.class, FETCH_LIMIT);
	assert_str(answer.why, "large 1024");
	assert_true(answer.wire_bytes < 256 << 10);
}

static void
fetch_says_what_the_status_means(void **state)
{
	struct fetch_answer answer = get_path(*state, "status/404");

	assert_int_equal(answer.class, FETCH_HTTP);
	assert_int_equal(answer.status, 404);
	assert_true(str_starts(str_of(answer.err.text), "404: "));
	assert_int_equal(get_path(*state, "status/410").status, 410);
	assert_int_equal(get_path(*state, "status/206").class, FETCH_HTTP);
	assert_int_equal(get_path(*state, "no-such-file").status, 404);
}

static void
fetch_notes_retry_after(void **state)
{
	struct fetch_answer answer = get_path(*state, "retry-after?value=90");

	assert_int_equal(answer.class, FETCH_HTTP);
	assert_int_equal(answer.status, 429);
	assert_in_range(answer.held_until, clock_now() + 80, clock_now() + 90);
	answer = get_path(*state, "retry-after?value=9999999&code=503");
	assert_in_range(answer.held_until, clock_now() + LIMIT_HELD_S - 10, clock_now() + LIMIT_HELD_S);
}

static void
fetch_follows_redirects_and_tells_permanent_ones(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer = get_path(w, "redirect/10/302/feed.xml");

	assert_int_equal(answer.class, FETCH_OK);
	assert_true(str_ends(answer.url, "/feed.xml"));
	assert_str(answer.moved_to, "");
	answer = get_path(w, "redirect/3/301/feed.xml");
	assert_true(str_eq(answer.moved_to, url_of(w, "feed.xml")));
	answer = get_path(w, "redirect/1/308/feed.xml");
	assert_true(str_eq(answer.moved_to, url_of(w, "feed.xml")));
	answer = get_path(w, "redirect/1/301/redirect/1/307/feed.xml");
	assert_int_equal(answer.class, FETCH_OK);
	assert_str(answer.moved_to, "");
	assert_int_equal(get_path(w, "redirect/1/301/status/404").moved_to.n, 0);
}

static void
fetch_refuses_targets_it_must_not_follow(void **state)
{
	static const char *const urls[] = {
		"goto?url=file:///etc/passwd", "goto?url=ftp://127.0.0.1/", "goto?url=javascript:x", "goto?url=gopher://127.0.0.1/",
		"goto?url=http://169.254.169.254/", "goto?url=http://127.0.0.1:1/", "goto?url=http://localhost:1/",
		"goto?url=http://user:pw@127.0.0.1:1/", "goto?url=http://example.com/",
	};

	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
		struct fetch_answer answer = get_path(*state, urls[i]);

		if (answer.class != FETCH_REFUSED)
			fail_msg("%s: class %d, ‘%s’", urls[i], (int)answer.class, answer.err.text);
	}
	assert_int_equal(get_path(*state, "goto?url=").class, FETCH_HTTP);
}

static void
fetch_refuses_other_schemes(void **state)
{
	static const char *const urls[] = { "file:///etc/passwd", "ftp://127.0.0.1/", "feed.xml", "" };

	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
		assert_int_equal(get(*state, (struct fetch_request){ .url = str_of(urls[i]) }).class, FETCH_REFUSED);
}

/* The server plays the proxy, so that a public name leads to it. */
static void
fetch_keeps_public_feeds_off_internal_addresses(void **state)
{
	struct world *w = *state;
	struct fetch *saved = w->fetch;
	struct fetch_answer answer;

	setenv("http_proxy", url_of(w, "").p, 1);
	assert_int_equal(fetch_open(&w->fetch, NULL, NULL), 0);
	answer = get(w, (struct fetch_request){ .url = str_lit("http://blog.example/feed.xml") });
	assert_int_equal(answer.class, FETCH_OK);
	answer = get(w, (struct fetch_request){
		.url = arena_printf(&w->arena, "http://blog.example/goto?url=%.*s", STR(url_of(w, "feed.xml"))) });
	assert_int_equal(answer.class, FETCH_REFUSED);
	/* The same address in another spelling. */
	answer = get(w, (struct fetch_request){
		.url = arena_printf(&w->arena, "http://blog.example/goto?url=http://2130706433:%d/feed.xml", w->port) });
	assert_int_equal(answer.class, FETCH_REFUSED);
	fetch_close(w->fetch);
	w->fetch = saved;
	unsetenv("http_proxy");
}

static void
fetch_sends_no_more_than_it_must(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer = get_path(w, "redirect/1/302/echo");

	assert_true(str_has(answer.body, "User-Agent: sosik/"));
	assert_true(str_has(answer.body, "Accept-Encoding: "));
	assert_true(str_has(answer.body, "Accept: application/atom+xml, application/rss+xml, "));
	assert_false(str_has(answer.body, "Referer"));
	assert_false(str_has(answer.body, "Cookie"));
	assert_false(str_has(answer.body, "If-None-Match"));
}

static void
fetch_keeps_cookies_for_one_transfer_only(void **state)
{
	struct fetch_answer answer = get_path(*state, "cookie/feed.xml");

	assert_int_equal(answer.class, FETCH_OK);
	answer = get_path(*state, "echo");
	assert_false(str_has(answer.body, "seen="));
}

static void
fetch_logs_in_by_the_url(void **state)
{
	struct world *w = *state;
	struct fetch_request request = { .url = arena_printf(&w->arena, "http://user:secret@127.0.0.1:%d/auth/feed.xml", w->port) };

	assert_int_equal(get(w, request).class, FETCH_OK);
	assert_int_equal(get_path(w, "auth/feed.xml").status, 401);
	request.url = arena_printf(&w->arena, "http://user:secret@127.0.0.1:%d/redirect/2/302/auth/feed.xml", w->port);
	assert_int_equal(get(w, request).class, FETCH_OK);
	assert_str(get_path(w, "auth/feed.xml").why, "status 401");
	request.url = arena_printf(&w->arena, "http://user:wrong@127.0.0.1:%d/auth/feed.xml", w->port);
	assert_str(get(w, request).why, "login-refused 127.0.0.1");
	assert_int_equal(get(w, request).status, 401);
}

/* The two public names of the server. */
static void
open_with_names(struct world *w)
{
	const char *const routes[] = {
		arena_printf(&w->arena, "one.example:80:127.0.0.1:%d", w->port).p,
		arena_printf(&w->arena, "two.example:80:127.0.0.1:%d", w->port).p,
		arena_printf(&w->arena, "one.example:8080:127.0.0.1:%d", w->port).p,
	};

	fetch_close(w->fetch);
	assert_int_equal(fetch_open(&w->fetch, &(struct fetch_opts){ .routes = routes, .n_routes = 3 }, NULL), 0);
}

static void
fetch_tells_what_is_for_one_place_to_that_place_only(void **state)
{
	static const char *const all[] = { "X-All: all" }, *const own[] = { "X-Key: key" };
	const struct access access = { .headers = { all, 1 }, .home = str_lit("http://one.example/feed"), .own_headers = { own, 1 },
		.cookie = str_lit("a=b"), .user = "user", .password = "secret", .agent = "agent/1" };
	static const struct { const char *url; bool is_told; } cases[] = {
		{ "http://one.example/echo", true },
		{ "http://ONE.example/goto?url=/echo", true },
		{ "http://one.example/goto?url=http://two.example/echo", false },
		{ "http://one.example/goto?url=http://one.example:8080/echo", false },
		{ "http://two.example/echo", false },
		{ "http://two.example/goto?url=http://one.example/echo", true },
	};
	struct world *w = *state;

	open_with_names(w);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fetch_answer answer = get(w, (struct fetch_request){ .url = str_of(cases[i].url), .access = &access });

		assert_int_equal(answer.class, FETCH_OK);
		assert_true(str_has(answer.body, "X-All: all") && str_has(answer.body, "User-Agent: agent/1"));
		assert_int_equal(str_has(answer.body, "X-Key: key"), cases[i].is_told);
		assert_int_equal(str_has(answer.body, "Cookie: a=b"), cases[i].is_told);
	}
	assert_false(str_has(get(w, (struct fetch_request){ .url = str_lit("http://one.example/echo") }).body, "X-"));
}

static void
fetch_logs_in_where_it_is_asked_to(void **state)
{
	const struct access access = { .home = str_lit("http://one.example/"), .user = "user", .password = "secret" };
	const struct access wrong = { .home = str_lit("http://one.example/"), .user = "user", .password = "other" };
	const struct str url = str_lit("http://one.example/auth/feed.xml");
	struct world *w = *state;

	open_with_names(w);
	assert_int_equal(get(w, (struct fetch_request){ .url = url, .access = &access }).status, 200);
	assert_str(get(w, (struct fetch_request){ .url = url, .access = &wrong }).why, "login-refused one.example");
	assert_str(get(w, (struct fetch_request){ .url = str_lit("http://one.example/status/401"), .access = &access }).why, "status 401");
	assert_int_equal(get(w, (struct fetch_request){ .url = url }).status, 401);
	assert_int_equal(get(w, (struct fetch_request){ .url = str_lit("http://two.example/auth/feed.xml"), .access = &access }).status, 401);
	assert_int_equal(get(w, (struct fetch_request){ .url = str_lit("http://one.example/goto?url=http://two.example/auth/feed.xml"),
		.access = &access }).status, 401);
}

static void
fetch_answers_many_in_any_order(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer;
	bool seen[60] = { false };
	size_t n = 0;

	for (size_t i = 0; i < 60; i++) {
		struct fetch_request request = { .url = url_of(w, i % 3 ? "feed.xml" : "redirect/1/302/feed.xml"), .user = &seen[i] };

		fetch_add(w->fetch, &request);
	}
	assert_int_equal(fetch_pending(w->fetch), 60);
	while (fetch_pending(w->fetch)) {
		if (fetch_next(w->fetch, 1000, &answer) <= 0)
			continue;
		assert_int_equal(answer.class, FETCH_OK);
		assert_false(*(bool *)answer.user);
		*(bool *)answer.user = true;
		n++;
	}
	assert_int_equal(n, 60);
}

/* Takes the connections that wait on a socket. */
static size_t
accepted(int listener)
{
	size_t n = 0;
	int fd;

	while ((fd = accept(listener, NULL, NULL)) >= 0)
		n++; /* left open: nobody answers */
	return n;
}

static void
fetch_asks_four_blogs_of_a_platform_at_once(void **state)
{
	struct world *w = *state;
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_ANY) };
	socklen_t size = sizeof address;
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	const char *routes[6];
	struct fetch *fetch;
	struct fetch_answer answer;
	size_t n = 0;

	assert_int_equal(bind(listener, (struct sockaddr *)&address, size) | listen(listener, 16), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &size), 0);
	for (int i = 0; i < 6; i++)
		routes[i] = arena_printf(&w->arena, "blog%d.tistory.com:80:127.0.0.%d:%d", i, i + 1, ntohs(address.sin_port)).p;
	assert_int_equal(fetch_open(&fetch, &(struct fetch_opts){ .routes = routes, .n_routes = 6 }, NULL), 0);
	for (int i = 0; i < 6; i++)
		fetch_add(fetch, &(struct fetch_request){ .url = arena_printf(&w->arena, "http://blog%d.tistory.com/rss", i) });
	for (int i = 0; i < 100 && n < 4; i++, n += accepted(listener))
		assert_int_equal(fetch_next(fetch, 20, &answer), 0);
	for (int i = 0; i < 3; i++, n += accepted(listener))
		assert_int_equal(fetch_next(fetch, 20, &answer), 0);
	assert_int_equal(n, LIMIT_PER_PLATFORM);
	fetch_close(fetch);
	close(listener);
}

/* What ran begins once more when the machine has slept, and is answered then. */
static void
fetch_begins_again_after_a_sleep(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer = { 0 };
	const struct fetch_request request = { .url = url_of(w, "silent-once") };
	const struct fetch_request other = { .url = url_of(w, "feed.xml") };
	size_t n = 0;

	fetch_add(w->fetch, &request);
	assert_int_equal(fetch_next(w->fetch, 0, &answer), 0);
	while (!is_asked(w, "silent-once"))
		assert_int_equal(fetch_next(w->fetch, 10, &answer), 0);
	clock_sleep(3600 * 1000);
	fetch_add(w->fetch, &other);
	while (fetch_pending(w->fetch))
		if (fetch_next(w->fetch, 1000, &answer) > 0) {
			assert_int_equal(answer.class, FETCH_OK);
			n++;
		}
	assert_int_equal(n, 2);
}

/* A connection that the sleep broke is no failure of the host, which is asked once more. */
static void
fetch_asks_again_whom_the_sleep_parted_from(void **state)
{
	struct world *w = *state;
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof address;
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), fd = -1;
	struct fetch_answer answer;
	struct fetch *fetch;

	assert_int_equal(bind(listener, (struct sockaddr *)&address, size) | listen(listener, 4), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &size), 0);
	assert_int_equal(fetch_open(&fetch, NULL, NULL), 0);
	fetch_add(fetch, &(struct fetch_request){ .url = arena_printf(&w->arena, "http://127.0.0.1:%d/", ntohs(address.sin_port)) });
	for (int i = 0; i < 500 && fd < 0; i++, fd = accept(listener, NULL, NULL))
		assert_int_equal(fetch_next(fetch, 10, &answer), 0);
	assert_true(fd >= 0);
	clock_sleep(3600 * 1000);
	close(fd);
	fd = -1;
	for (int i = 0; i < 500 && fd < 0; i++, fd = accept(listener, NULL, NULL))
		assert_int_equal(fetch_next(fetch, 10, &answer), 0);
	assert_true(fd >= 0);
	fetch_close(fetch);
	close(fd);
	close(listener);
}

/* Where it was led to before is no part of its answer. */
static void
fetch_that_begins_again_knows_nothing_of_before(void **state)
{
	struct world *w = *state;
	struct fetch_answer answer = { 0 };
	const struct fetch_request request = { .url = url_of(w, "lead-once"), .user = w };
	struct path path;

	path_join(&path, w->folder, "silent-once", NULL);
	(void)unlink(path.p); /* of another test */
	fetch_add(w->fetch, &request);
	while (!is_asked(w, "silent-once"))
		assert_int_equal(fetch_next(w->fetch, 10, &answer), 0);
	clock_sleep(3600 * 1000);
	while (fetch_next(w->fetch, 1000, &answer) <= 0)
		assert_int_equal(fetch_pending(w->fetch), 1);
	assert_int_equal(answer.status, 404);
	assert_ptr_equal(answer.user, w);
	assert_int_equal(answer.held_until, CLOCK_NONE);
	assert_int_equal(answer.led_to.n, 0);
}

/* A platform of which one blog said so is left alone; nobody else is. */
static void
fetch_hands_back_what_waits_for_a_place_that_is_held(void **state)
{
	struct world *w = *state;
	struct fetch *fetch;
	struct fetch_answer answer;
	size_t held = 0, refused = 0;

	assert_int_equal(fetch_open(&fetch, &(struct fetch_opts){ .routes = (const char *[]){ "*:80:127.0.0.1:1" }, .n_routes = 1 }, NULL), 0);
	for (int i = 0; i < 3; i++)
		fetch_add(fetch, &(struct fetch_request){ .url = arena_printf(&w->arena, "http://blog%d.Tistory.com/rss", i) });
	fetch_add(fetch, &(struct fetch_request){ .url = str_lit("http://blog.example/rss") });
	fetch_hold(fetch, str_lit("tistory.com"));
	fetch_add(fetch, &(struct fetch_request){ .url = str_lit("http://late.tistory.com/rss") });
	assert_int_equal(fetch_pending(fetch), 5);
	while (fetch_pending(fetch)) {
		if (fetch_next(fetch, 1000, &answer) <= 0)
			continue;
		held += answer.class == FETCH_HELD;
		refused += answer.class == FETCH_NETWORK;
	}
	assert_int_equal(held, 4);
	assert_int_equal(refused, 1);
	fetch_close(fetch);
}

static void
fetch_reports_who_cannot_be_reached(void **state)
{
	struct fetch_answer answer = get(*state, (struct fetch_request){ .url = str_lit("http://127.0.0.1:1/feed") });

	assert_int_equal(answer.class, FETCH_NETWORK);
	assert_int_equal(answer.err.code, ERR_NETWORK);
	assert_int_equal(answer.status, 0);
}

static void
fetch_takes_samples_from_files(void **state)
{
	struct world *w = *state;
	struct fetch_opts opts = { .samples = w->folder };
	struct fetch *saved = w->fetch;
	struct fetch_answer answer;
	struct path index;

	write_file(w, "index", "https://a.example/rss\tfeed.xml\ttext/xml; charset=utf-8\nhttps://b.example/\t../x\tx\n");
	assert_int_equal(fetch_open(&w->fetch, &opts, NULL), 0);
	answer = get(w, (struct fetch_request){ .url = str_lit("https://a.example/rss") });
	assert_int_equal(answer.class, FETCH_OK);
	assert_int_equal(answer.status, 200);
	assert_true(str_ends(answer.body, "소식</rss>"));
	assert_str(answer.content_type, "text/xml; charset=utf-8");
	assert_int_equal(get(w, (struct fetch_request){ .url = str_lit("https://b.example/") }).class, FETCH_NETWORK);
	assert_int_equal(get(w, (struct fetch_request){ .url = str_lit("https://c.example/") }).class, FETCH_NETWORK);
	fetch_close(w->fetch);
	w->fetch = saved;
	path_join(&index, w->folder, "index", NULL);
	unlink(index.p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fetch_hands_over_the_body_and_its_headers),
		cmocka_unit_test(fetch_asks_with_validators),
		cmocka_unit_test(fetch_keeps_no_validator_that_stands_for_all),
		cmocka_unit_test(fetch_asks_without_validators_where_they_are_refused),
		cmocka_unit_test(fetch_takes_bodies_of_servers_that_are_wrong_about_them),
		cmocka_unit_test(fetch_refuses_304_to_a_question_without_validators),
		cmocka_unit_test(fetch_unpacks),
		cmocka_unit_test(fetch_gives_it_packed_to_who_takes_it_so),
		cmocka_unit_test(fetch_stops_at_its_limits),
		cmocka_unit_test(fetch_leaves_what_says_that_it_is_too_large),
		cmocka_unit_test(fetch_says_what_the_status_means),
		cmocka_unit_test(fetch_notes_retry_after),
		cmocka_unit_test(fetch_follows_redirects_and_tells_permanent_ones),
		cmocka_unit_test(fetch_refuses_targets_it_must_not_follow),
		cmocka_unit_test(fetch_refuses_other_schemes),
		cmocka_unit_test(fetch_keeps_public_feeds_off_internal_addresses),
		cmocka_unit_test(fetch_sends_no_more_than_it_must),
		cmocka_unit_test(fetch_keeps_cookies_for_one_transfer_only),
		cmocka_unit_test(fetch_logs_in_by_the_url),
		cmocka_unit_test(fetch_tells_what_is_for_one_place_to_that_place_only),
		cmocka_unit_test(fetch_logs_in_where_it_is_asked_to),
		cmocka_unit_test(fetch_answers_many_in_any_order),
		cmocka_unit_test(fetch_asks_four_blogs_of_a_platform_at_once),
		cmocka_unit_test(fetch_begins_again_after_a_sleep),
		cmocka_unit_test(fetch_asks_again_whom_the_sleep_parted_from),
		cmocka_unit_test(fetch_that_begins_again_knows_nothing_of_before),
		cmocka_unit_test(fetch_hands_back_what_waits_for_a_place_that_is_held),
		cmocka_unit_test(fetch_reports_who_cannot_be_reached),
		cmocka_unit_test(fetch_takes_samples_from_files),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
