#include "ui/picture.h"

#include <stdio.h>
#include <stdlib.h>

struct picture *
picture_find(const picture_list *list, struct str url)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i]->url, url))
			return list->v[i];
	return NULL;
}

struct picture *
picture_get(picture_list *list, struct str url)
{
	struct picture *p = picture_find(list, url);

	if (p)
		return p;
	p = mem_zalloc(1, sizeof *p);
	p->address = mem_dup(url.p, url.n);
	p->url = str_new(p->address, url.n);
	*vec_add(list) = p;
	return p;
}

struct picture *
picture_first(const picture_list *list, enum picture_state state)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i]->state == state)
			return list->v[i];
	return NULL;
}

size_t
picture_count(const picture_list *list, enum picture_state state)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++)
		n += list->v[i]->state == state;
	return n;
}

void
picture_drop(struct picture *p)
{
	free(p->pixels);
	p->pixels = NULL;
}

void
picture_fail(struct picture *p, struct str why)
{
	picture_drop(p);
	p->state = PICTURE_FAILED;
	p->head = (struct image_wire){ 0 };
	(void)snprintf(p->why, sizeof p->why, "%.*s", STR(why));
}

void
picture_free(picture_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		picture_drop(list->v[i]);
		free(list->v[i]->address);
		free(list->v[i]);
	}
	vec_free(list);
}
