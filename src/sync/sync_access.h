/*
 * How each feed's server is asked: what the config file says for all, with the
 * options of the feed's line in the feeds file.
 */
#ifndef SYNC_SYNC_ACCESS_H
#define SYNC_SYNC_ACCESS_H

#include <poll.h>

#include "base/map.h"
#include "net/access.h"
#include "store/subs.h"
#include "sync/sync_login.h"

struct sync_access_login; /* a command, for all feeds that have it */
struct sync_access_visit; /* one that waits for its password */

/* Zero-initialise. */
struct sync_access {
	struct arena arena;
	const struct access *all; /* of the config file; NULL: nothing special */
	struct map feeds;         /* by URL: those whose line says something */
	struct sync_access_login *logins;
	struct sync_access_visit *waiting;
	size_t n_running;         /* commands, when it was looked last */
};

/* Reads the lines; all and subs stay as long as it. */
void sync_access_read(struct sync_access *ret, const struct access *all, const struct subs *subs);

enum sync_access_when { SYNC_ACCESS_NOW, SYNC_ACCESS_LATER, SYNC_ACCESS_NEVER };

/*
 * How the feed of this URL is asked: NOW with *ret; LATER when its password has to come first, which is begun and the visit
 * noted for sync_access_next(); NEVER with why in *err.
 */
enum sync_access_when sync_access_ask(struct sync_access *access, struct str url, size_t visit, const struct access **ret,
	struct err *err);

/* Takes a noted visit whose password is there now, or will never be; false when there is none. */
bool sync_access_next(struct sync_access *access, size_t *visit);

/* Takes the passwords that have come by now. */
void sync_access_step(struct sync_access *access);

/* Adds what is to be polled for until sync_access_step() may have one, at most max. Returns how many. */
size_t sync_access_polled(const struct sync_access *access, struct pollfd *polled, size_t max);

/* How a page of the feed is asked; LATER where that is the feed's own host and its password has to come first: to be tried again after sync_access_step(). */
enum sync_access_when sync_access_get(struct sync_access *access, struct str url, struct str page, const struct access **ret,
	struct err *err);

/* Ends commands that still run, and wipes the passwords. */
void sync_access_free(struct sync_access *access);

#endif
