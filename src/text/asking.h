/*
 * Options that say how servers are asked, as the config file (`set proxy …`)
 * and the feeds file (proxy=…) have them: what their values may look like.
 */
#ifndef TEXT_ASKING_H
#define TEXT_ASKING_H

#include "base/str.h"

/* Words of `proxy` for: straight, whatever the environment says. */
bool asking_is_direct(struct str proxy);

/* What is wrong with the value of such an option, in the user's language; NULL when it is fine, and for options of other kinds. */
const char *asking_fault(struct str key, struct str value);

/* What is wrong with what a feed has of login= and password-command=, each of which needs the other; NULL when nothing is. */
const char *asking_login_fault(bool has_login, bool has_command);

/* Whether such an option holds a password or something like it: it is left out where those are. */
bool asking_is_secret(struct str key, struct str value);

/* Whether it is for the host and port of the feed alone: it never goes along to another one. */
bool asking_is_own(struct str key);

/* Whether it says what program is run here: it counts only in a file of the user's own. */
bool asking_is_program(struct str key);

#endif
