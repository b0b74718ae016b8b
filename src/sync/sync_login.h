/*
 * Passwords by a command of the user's: a program, without a shell, that writes
 * it as the first line of its output. It is run at most once a sync, beside all
 * else; what it says is held in memory only.
 */
#ifndef SYNC_SYNC_LOGIN_H
#define SYNC_SYNC_LOGIN_H

#include <stdint.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum sync_login_state { SYNC_LOGIN_NEW, SYNC_LOGIN_RUNS, SYNC_LOGIN_READY, SYNC_LOGIN_FAILED };

/* Zero-initialise, with the words of the command. */
struct sync_login {
	const char *const *argv; /* ended by NULL */
	enum sync_login_state state;
	const char *password;    /* READY */
	struct err err;          /* FAILED: one line, without anything the program wrote */
	pid_t pid;
	int fd, end_fd;          /* RUNS: its output, and what can be read from when it has ended */
	int64_t end_ms;          /* clock_mono_ms() */
	struct buf out;
};

/* The words of a command as the feeds file has it, in a. */
const char *const *sync_login_words(struct arena *a, struct str command);

/* Starts it where that has not been done. */
void sync_login_start(struct sync_login *login);

/* Takes what has come by now, without waiting: how it stands. */
enum sync_login_state sync_login_step(struct sync_login *login);

/* Ends it where it still runs, and wipes the password out of memory. */
void sync_login_close(struct sync_login *login);

#endif
