#include "ui/messages.h"

#include "text/josa.h"
#include "text/utf8.h"

void
messages_free(struct messages *m)
{
	for (size_t i = 0; i < MESSAGES_MAX; i++)
		buf_free(&m->v[i].text);
}

static struct messages_one *
at(struct messages *m, size_t i)
{
	return &m->v[(m->first + i) % MESSAGES_MAX];
}

const struct messages_one *
messages_at(const struct messages *m, size_t i)
{
	return &m->v[(m->first + i) % MESSAGES_MAX];
}

/* The place of a new one, that of the oldest where all are taken. */
static struct messages_one *
take_place(struct messages *m)
{
	if (m->n < MESSAGES_MAX)
		return at(m, m->n++);
	m->first = (m->first + 1) % MESSAGES_MAX;
	return at(m, MESSAGES_MAX - 1);
}

void
messages_add(struct messages *m, struct str text, bool is_error, int64_t now)
{
	struct messages_one *one = m->n ? at(m, m->n - 1) : NULL;
	struct buf settled = { 0 };

	josa_apply(&settled, text);
	text = utf8_prefix(buf_str(&settled), MESSAGES_BYTES);
	if (!one || one->is_error != is_error || !str_eq(buf_str(&one->text), text)) {
		one = take_place(m);
		buf_clear(&one->text);
		(void)buf_add(&one->text, text);
		one->is_error = is_error;
		one->times = 0;
	}
	one->time = now;
	one->times++;
	buf_free(&settled);
}
