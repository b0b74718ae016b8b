#include "net/handles.h"

CURL *
handles_take(struct handles *h)
{
	return h->v.n ? h->v.v[--h->v.n] : transfer_handle();
}

void
handles_give(struct handles *h, struct transfer *t, size_t most)
{
	if (h->v.n >= most || (t->access && t->access->ca_file))
		curl_easy_cleanup(t->easy); /* with a file of its own it cannot be made to trust the others again */
	else
		*vec_add(&h->v) = t->easy;
	t->easy = NULL;
}

void
handles_free(struct handles *h)
{
	for (size_t i = 0; i < h->v.n; i++)
		curl_easy_cleanup(h->v.v[i]);
	vec_free(&h->v);
}
