#include "worker/client_send.h"

#include <errno.h>
#include <sys/socket.h>

enum { SEND_PIECE = 32 << 10 }; /* of the body in one record: both sides need no more memory than that to pass it on */

/* The next piece; with the last one goes the word that it was the last. */
static void
add_piece(struct client_send *s)
{
	size_t start = record_begin(&s->out, RECORD_DATA);

	record_add(&s->out, RECORD_BYTES, str_sub(s->left, 0, SEND_PIECE));
	record_end(&s->out, start);
	s->left = str_sub(s->left, SEND_PIECE, s->left.n);
	if (!s->left.n)
		record_end(&s->out, record_begin(&s->out, RECORD_RUN));
}

void
client_send_begin(struct client_send *s, const struct client_job *job, struct str body)
{
	buf_clear(&s->out);
	s->sent = 0;
	s->left = body;
	s->is_under_way = true;
	client_job_begin(&s->out, job);
	add_piece(s);
}

/* 1 when out is sent. */
static int
send_out(struct client_send *s, int fd)
{
	while (s->sent < s->out.n) {
		ssize_t n = send(fd, s->out.p + s->sent, s->out.n - s->sent, MSG_NOSIGNAL | MSG_DONTWAIT);

		if (n >= 0)
			s->sent += (size_t)n;
		else if (errno == EAGAIN || errno == EWOULDBLOCK)
			return 0;
		else if (errno != EINTR)
			return -1;
	}
	buf_clear(&s->out);
	s->sent = 0;
	return 1;
}

int
client_send_step(struct client_send *s, int fd)
{
	int rc;

	while ((rc = send_out(s, fd)) > 0 && s->left.n)
		add_piece(s);
	if (rc)
		s->is_under_way = false;
	return rc;
}

void
client_send_clear(struct client_send *s)
{
	buf_free(&s->out);
	*s = (struct client_send){ 0 };
}
