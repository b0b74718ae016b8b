#include "sync/sync_access.h"

#include "base/file_own.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/tr.h"
#include "base/vec.h"
#include "text/asking.h"
#include "text/url_near.h"

struct sync_access_login {
	struct str command;
	struct sync_login login;
	struct sync_access_login *next;
};

struct sync_access_visit {
	size_t visit;
	struct sync_login *login;
	struct sync_access_visit *next;
};

/* What the line of a feed says. */
struct line {
	struct access access;
	struct sync_login *login; /* of its password, or NULL */
	const char *fault;        /* why it cannot be asked so, or NULL */
};

/* ---- reading */

static struct sync_login *
login_of(struct sync_access *access, struct str command)
{
	struct sync_access_login *at = access->logins;

	while (at && !str_eq(at->command, command))
		at = at->next;
	if (at)
		return &at->login;
	at = arena_new(&access->arena, struct sync_access_login, 1);
	*at = (struct sync_access_login){ .command = command, .next = access->logins,
		.login = { .argv = sync_login_words(&access->arena, command) } };
	access->logins = at;
	return &at->login;
}

static void
take_proxy(struct sync_access *access, struct line *line, struct str value)
{
	line->access.proxy = asking_is_direct(value) ? "" : arena_cstr(&access->arena, value);
	line->access.no_proxy = ""; /* it is for this host */
}

static void
take_ca_file(struct sync_access *access, struct line *line, struct str value)
{
	line->access.ca_file = path_home(&access->arena, arena_cstr(&access->arena, value));
}

static void
take_agent(struct sync_access *access, struct line *line, struct str value)
{
	line->access.agent = arena_cstr(&access->arena, value);
}

static void
take_header(struct sync_access *access, struct line *line, struct str value)
{
	struct access_headers *own = &line->access.own_headers;
	const char **all = arena_new(&access->arena, const char *, own->n + 1);

	for (size_t i = 0; i < own->n; i++)
		all[i] = own->v[i];
	all[own->n++] = arena_cstr(&access->arena, value);
	own->v = all;
}

static void
take_cookie(struct sync_access *access, struct line *line, struct str value)
{
	(void)access;
	line->access.cookie = value;
}

static void
take_login(struct sync_access *access, struct line *line, struct str value)
{
	line->access.user = arena_cstr(&access->arena, value);
}

static void
take_command(struct sync_access *access, struct line *line, struct str value)
{
	line->login = login_of(access, value);
}

static void
take_internal(struct sync_access *access, struct line *line, struct str value)
{
	(void)access;
	line->access.is_internal = str_is(value, "yes");
}

static const struct {
	const char *key;
	void (*take)(struct sync_access *access, struct line *line, struct str value);
} options[] = {
	{ "ca-file", take_ca_file },
	{ "cookie", take_cookie },
	{ "header", take_header },
	{ "internal", take_internal },
	{ "login", take_login },
	{ "password-command", take_command },
	{ "proxy", take_proxy },
	{ "user-agent", take_agent },
};

/* Takes an option of the line; false where it is none of these. */
static bool
take(struct sync_access *access, struct line *line, const struct subs_option *option)
{
	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		if (str_is(option->key, options[i].key)) {
			if (!asking_fault(option->key, option->value)) /* the reader of the file told what is wrong */
				options[i].take(access, line, option->value);
			return true;
		}
	return false;
}

/* A login has two halves, and others must not be able to write what is run. */
static const char *
fault_of(struct sync_access *access, const struct line *line)
{
	struct path file, which;
	struct err err;

	if (line->login && path_config(&file, "feeds", &err) < 0)
		return arena_printf(&access->arena, "%s", err.text).p;
	if (line->login && file_own_is_open(file.p, &which))
		return arena_printf(&access->arena, tr("password-command is not run: others can write %s; chmod go-w ends that"), which.p).p;
	return asking_login_fault(line->access.user, line->login);
}

static void
read_feed(struct sync_access *access, const struct subs_feed *feed)
{
	struct line line = { 0 };
	bool has_any = false;

	if (access->all)
		line.access = *access->all;
	line.access.home = feed->url;
	for (size_t i = 0; i < feed->n_options; i++)
		has_any |= take(access, &line, &feed->options[i]);
	if (!has_any)
		return;
	line.fault = fault_of(access, &line);
	void **at = map_at(&access->feeds, feed->url);

	*at = arena_new(&access->arena, struct line, 1);
	*(struct line *)*at = line;
}

void
sync_access_read(struct sync_access *ret, const struct access *all, const struct subs *subs)
{
	ret->all = all;
	for (size_t i = 0; i < subs->n; i++)
		if (subs->feeds[i].n_options)
			read_feed(ret, &subs->feeds[i]);
}

/* ---- asking */

/* Starts the command, unless too many run: then it is tried again later. */
static void
begin(struct sync_access *access, struct sync_login *login)
{
	if (login->state != SYNC_LOGIN_NEW || access->n_running >= LIMIT_PASSWORDS)
		return;
	sync_login_start(login);
	access->n_running += login->state == SYNC_LOGIN_RUNS;
}

static bool
is_open(const struct sync_login *login)
{
	return login->state == SYNC_LOGIN_NEW || login->state == SYNC_LOGIN_RUNS;
}

static enum sync_access_when
settle(struct line *line, const struct access **ret, struct err *err)
{
	if (line->login && line->login->state == SYNC_LOGIN_FAILED) {
		*err = line->login->err;
		return SYNC_ACCESS_NEVER;
	}
	if (line->login)
		line->access.password = line->login->password;
	*ret = &line->access;
	return SYNC_ACCESS_NOW;
}

/* The line where there is something to say of it; else how the feed is asked. */
static enum sync_access_when
look(struct sync_access *access, struct str url, struct line **line, const struct access **ret, struct err *err)
{
	*line = map_find(&access->feeds, url);
	*ret = access->all;
	if (!*line)
		return SYNC_ACCESS_NOW;
	if ((*line)->fault) {
		err_set(err, ERR_FAILED, "%s", (*line)->fault);
		return SYNC_ACCESS_NEVER;
	}
	if (!(*line)->login)
		return settle(*line, ret, err);
	begin(access, (*line)->login);
	return is_open((*line)->login) ? SYNC_ACCESS_LATER : settle(*line, ret, err);
}

enum sync_access_when
sync_access_ask(struct sync_access *access, struct str url, size_t visit, const struct access **ret, struct err *err)
{
	struct line *line;
	enum sync_access_when when = look(access, url, &line, ret, err);
	struct sync_access_visit *waiting;

	if (when != SYNC_ACCESS_LATER)
		return when;
	waiting = arena_new(&access->arena, struct sync_access_visit, 1);
	*waiting = (struct sync_access_visit){ visit, line->login, access->waiting };
	access->waiting = waiting;
	return SYNC_ACCESS_LATER;
}

void
sync_access_step(struct sync_access *access)
{
	access->n_running = 0;
	for (struct sync_access_login *at = access->logins; at; at = at->next)
		access->n_running += sync_login_step(&at->login) == SYNC_LOGIN_RUNS;
}

bool
sync_access_next(struct sync_access *access, size_t *visit)
{
	struct sync_access_visit **at;

	if (!access->waiting)
		return false;
	sync_access_step(access);
	for (at = &access->waiting; *at; at = &(*at)->next) {
		begin(access, (*at)->login);
		if (!is_open((*at)->login)) {
			*visit = (*at)->visit;
			*at = (*at)->next;
			return true;
		}
	}
	return false;
}

size_t
sync_access_polled(const struct sync_access *access, struct pollfd *polled, size_t max)
{
	size_t n = 0;

	for (const struct sync_access_login *at = access->logins; at && n < max; at = at->next)
		if (at->login.state == SYNC_LOGIN_RUNS)
			polled[n++] = (struct pollfd){ .fd = at->login.end_fd, .events = POLLIN };
	return n;
}

enum sync_access_when
sync_access_get(struct sync_access *access, struct str url, struct str page, const struct access **ret, struct err *err)
{
	struct line *line = map_find(&access->feeds, url);

	if (!line || url_near_host(url, page))
		return look(access, url, &line, ret, err);
	*ret = &line->access;
	return SYNC_ACCESS_NOW;
}

void
sync_access_free(struct sync_access *access)
{
	for (struct sync_access_login *at = access->logins; at; at = at->next)
		sync_login_close(&at->login);
	map_free(&access->feeds);
	arena_free(&access->arena);
	*access = (struct sync_access){ 0 };
}
