#include "ui/decoding.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/path.h"
#include "base/proc.h"
#include "base/tr.h"
#include "store/images.h"

enum { NUMBERS = 6, NUMBER_SIZE = 12, CHUNK = 64 << 10, ANSWER_MOST = IMAGE_WIRE_HEAD + 3 * LIMIT_IMAGE_SHOWN };

/* Its words: the room that the picture has. */
static int
start_child(struct decoding *d, int in, int out, struct err *err)
{
	const struct image_want *w = &d->want;
	const int numbers[NUMBERS] = { w->cols, w->rows, w->cell_width, w->cell_height, w->parts_across, w->parts_down };
	char words[NUMBERS][NUMBER_SIZE];
	const char *args[NUMBERS + 2];
	struct path program;

	if (path_program(&program, "sosik-image", err) < 0)
		return -1;
	args[0] = program.p;
	for (int i = 0; i < NUMBERS; i++) {
		(void)snprintf(words[i], NUMBER_SIZE, "%d", numbers[i]);
		args[i + 1] = words[i];
	}
	args[NUMBERS + 1] = NULL;
	return proc_start(args, (struct proc_io){ in, out, PROC_NULL }, &d->pid, err);
}

int
decoding_start(struct decoding *d, struct str url, const struct image_want *want, struct err *err)
{
	int in = images_open(url), out[2], rc;

	decoding_stop(d);
	if (in < 0)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("the picture is not there"));
	if (pipe2(out, O_CLOEXEC) < 0) {
		(void)close(in);
		return err_errno(err, ERR_FAILED, tr("cannot make a pipe"));
	}
	(void)fcntl(out[0], F_SETFL, O_NONBLOCK);
	d->want = *want;
	d->bytes = BUF_CAPPED(ANSWER_MOST);
	rc = start_child(d, in, out[1], err);
	(void)close(in);
	(void)close(out[1]);
	d->out = out[0];
	if (rc < 0) {
		d->pid = 0;
		decoding_stop(d);
	}
	return rc;
}

/* False when there is no more to come. */
static bool
read_some(struct decoding *d)
{
	for (;;) {
		size_t room = ANSWER_MOST - d->bytes.n < CHUNK ? ANSWER_MOST - d->bytes.n : CHUNK;
		char *to = buf_reserve(&d->bytes, room);
		ssize_t n = to && room ? read(d->out, to, room) : 0;

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno == EAGAIN || errno == EWOULDBLOCK;
		if (n == 0)
			return false;
		d->bytes.n += (size_t)n;
	}
}

static void
end(struct decoding *d)
{
	if (d->out >= 0)
		(void)close(d->out);
	d->out = -1;
	if (d->pid) {
		(void)kill(d->pid, SIGKILL); /* it has said all it had to */
		(void)proc_wait(d->pid);
	}
	d->pid = 0;
}

bool
decoding_read(struct decoding *d, struct image_wire *head, const unsigned char **pixels)
{
	if (!d->pid || read_some(d))
		return false;
	end(d);
	if (!image_wire_read(buf_str(&d->bytes), &d->want, head) || d->bytes.n != IMAGE_WIRE_HEAD + image_wire_pixels(head))
		*head = (struct image_wire){ .problem = IMAGE_BROKEN };
	*pixels = (const unsigned char *)d->bytes.p + IMAGE_WIRE_HEAD;
	return true;
}

void
decoding_stop(struct decoding *d)
{
	end(d);
	buf_free(&d->bytes);
}
