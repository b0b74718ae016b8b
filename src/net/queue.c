#include "net/queue.h"

void
queue_add(struct queue *q, struct transfer *t)
{
	if (!q->first)
		q->last = &q->first;
	t->next = NULL;
	*q->last = t;
	q->last = &t->next;
	q->n++;
}

void
queue_add_first(struct queue *q, struct transfer *t)
{
	if (!q->first)
		q->last = &t->next;
	t->next = q->first;
	q->first = t;
	q->n++;
}

struct transfer *
queue_take(struct queue *q, struct transfer **at)
{
	struct transfer *t = *at;

	*at = t->next;
	if (q->last == &t->next)
		q->last = at;
	q->n--;
	return t;
}

void
queue_move(struct queue *from, struct queue *to)
{
	while (from->first)
		queue_add(to, queue_take(from, &from->first));
}

void
queue_hold(struct queue *from, struct str platform, struct queue *to)
{
	for (struct transfer **at = &from->first; *at;) {
		if (!str_eq_icase((*at)->target.platform, platform)) {
			at = &(*at)->next;
			continue;
		}
		(*at)->answer.class = FETCH_HELD;
		queue_add(to, queue_take(from, at));
	}
}

void
queue_free(struct queue *q)
{
	while (q->first)
		transfer_free(queue_take(q, &q->first));
}
