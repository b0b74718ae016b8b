#include "ui/clipboard.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/proc.h"
#include "base/tr.h"

/* What a terminal within tmux or screen is to get is wrapped; screen takes so much at a time. */
#define TMUX_BEGIN "\033Ptmux;"
#define SCREEN_BEGIN "\033P"
#define PART_END "\033\\"

enum { SCREEN_PART = 500 };

static void
add_base64(struct buf *out, struct str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < s.n; i += 3) {
		size_t left = s.n - i;
		unsigned three = (unsigned)(unsigned char)s.p[i] << 16 | (left > 1 ? (unsigned)(unsigned char)s.p[i + 1] << 8 : 0) |
			(left > 2 ? (unsigned)(unsigned char)s.p[i + 2] : 0);

		(void)buf_putc(out, digits[three >> 18]);
		(void)buf_putc(out, digits[three >> 12 & 63]);
		(void)buf_putc(out, left > 1 ? digits[three >> 6 & 63] : '=');
		(void)buf_putc(out, left > 2 ? digits[three & 63] : '=');
	}
}

/* tmux copies by itself where its set-clipboard is on, and hands on what is wrapped where allow-passthrough is: whichever it is, the text is the same. */
static void
add_for_tmux(struct buf *control, struct str string)
{
	(void)buf_add(control, string);
	(void)buf_printf(control, TMUX_BEGIN "\033%.*s" PART_END, STR(string));
}

static void
add_for_screen(struct buf *control, struct str string)
{
	for (size_t i = 0; i < string.n; i += SCREEN_PART)
		(void)buf_printf(control, SCREEN_BEGIN "%.*s" PART_END, STR(str_sub(string, i, i + SCREEN_PART)));
}

static int
by_terminal(struct buf *control, struct str text, struct err *err)
{
	struct buf string = { 0 };

	if (text.n > CLIPBOARD_BYTES)
		return err_set(err, ERR_FAILED, tr("%zu bytes are more than terminals copy (%d); ‘set copy-command’ names a program that does"),
			text.n, CLIPBOARD_BYTES);
	(void)buf_puts(&string, "\033]52;c;");
	add_base64(&string, text);
	(void)buf_putc(&string, '\a');
	if (str_of(getenv("TMUX")).n)
		add_for_tmux(control, buf_str(&string));
	else if (str_starts(str_of(getenv("TERM")), "screen"))
		add_for_screen(control, buf_str(&string));
	else
		(void)buf_add(control, buf_str(&string));
	buf_free(&string);
	return 0;
}

/* A file without a name that holds the text: the program reads it in its own time, and nobody waits. */
static int
file_of(struct str text, struct err *err)
{
	int fd = memfd_create("sosik-copy", MFD_CLOEXEC);
	size_t done = 0;

	if (fd < 0)
		return err_errno(err, ERR_FAILED, "%s", tr("cannot hand over the text"));
	while (done < text.n) {
		ssize_t n = write(fd, text.p + done, text.n - done);

		if (n <= 0) {
			err_errno(err, ERR_FAILED, "%s", tr("cannot hand over the text"));
			(void)close(fd);
			return -1;
		}
		done += (size_t)n;
	}
	(void)lseek(fd, 0, SEEK_SET);
	return fd;
}

static int
by_program(struct clipboard *c, struct str text, struct err *err)
{
	int fd = file_of(text, err), rc;

	if (fd < 0)
		return -1;
	rc = proc_start_apart(c->program, (struct proc_io){ fd, PROC_NULL, PROC_NULL }, &c->pid, err);
	(void)close(fd);
	return rc;
}

int
clipboard_copy(struct clipboard *c, struct buf *control, struct str text, struct err *err)
{
	if (!c->program)
		return by_terminal(control, text, err);
	if (c->pid)
		return err_set(err, ERR_FAILED, tr("%s has not ended yet"), c->program[0]);
	return by_program(c, text, err);
}

int
clipboard_reap(struct clipboard *c, struct err *err)
{
	int status = 0;

	if (!c->pid || waitpid(c->pid, &status, WNOHANG) != c->pid)
		return 0;
	c->pid = 0;
	if (!status)
		return 0;
	return err_set(err, ERR_FAILED, tr("nothing was copied: %s failed"), c->program ? c->program[0] : "");
}
