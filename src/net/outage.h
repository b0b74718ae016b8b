/*
 * Whether the network as a whole is gone. When a host cannot be reached it is
 * not known whose fault that is: its answer is held back until another host
 * answers (it is the host's), or until it is certain that nobody can be reached
 * (then it is nobody's, and the rest need not be tried). Hosts of the own
 * network, and those whose address the user named, are no part of it.
 *
 * A proxy that cannot be used is never the host's fault either; when it has
 * failed so often that it will not do better, who goes by it is not tried.
 */
#ifndef NET_OUTAGE_H
#define NET_OUTAGE_H

#include "net/queue.h"

/* Zero-initialise; a test may set how the questions are answered. */
struct outage {
	bool (*has_route)(void); /* whether there is a way out at all: no packet is sent; NULL: asks the system */
	bool (*has_names)(void); /* whether a name server answers, which may take a few seconds; NULL: asks one */
	bool (*is_unknown)(struct str host); /* whether name servers that know the world know no such host; NULL: asks one */
	struct queue doubted;    /* answers that are held back */
	bool has_answer;         /* somebody answered */
	size_t looked;           /* how many they were when name servers were asked last */
	bool is_certain;         /* it is gone */
	const char *proxy;       /* that failed last, as proxy_of() names it */
	size_t proxy_failures;   /* of it, in a row */
	char proxy_why[160];     /* the code of the last */
	int64_t patient_ms;      /* clock_mono_ms() until when it may be coming yet: after the machine slept; 0: not */
	int64_t next_ms;         /* when that is looked for again */
};

/* Whether the transfer depends on the network as a whole. */
bool outage_concerns(const struct transfer *t);

/*
 * Takes the end of a transfer: done has what can be handed out by now. Then the caller ends those of whom outage_ends() says so.
 */
void outage_take(struct outage *o, struct transfer *t, struct queue *done);

/* Takes one that was not asked since its host does not answer: that says nothing new of the network. */
void outage_join(struct outage *o, struct transfer *t, struct queue *done);

/* Nothing else is on its way: what was held back goes to done. */
void outage_settle(struct outage *o, struct queue *done);

/* Whether anybody is not to be tried any more; and whether this one is it. */
bool outage_has_end(const struct outage *o);
bool outage_ends(const struct outage *o, const struct transfer *t);

/* The answer of one that is not tried any more. */
void outage_tell(const struct outage *o, struct transfer *t);

/* The machine slept: its network may need some time. */
void outage_wake(struct outage *o, int64_t now_ms);

/* Whether a transfer may begin: not while the network is waited for. */
bool outage_may_start(struct outage *o, const struct transfer *t, int64_t now_ms);

#endif
