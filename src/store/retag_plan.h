/*
 * Which tags an action on tags as such (store/retag.h) is about, how they are
 * called behind it, and which of them meet one that is there.
 */
#ifndef STORE_RETAG_PLAN_H
#define STORE_RETAG_PLAN_H

#include "base/arena.h"
#include "base/vec.h"
#include "store/store.h"
#include "store/subs.h"

/* A tag that is to have another name, or none. */
struct retag_tag {
	int64_t id;
	struct str name, key, to, to_key;
	int64_t joins; /* the tag it becomes one with, 0: none */
};

/* Zero-initialise, and set from and to in the arena; to is empty where the tags are taken off. */
struct retag_plan {
	struct arena a;
	struct str from, to; /* as asked for */
	struct str old, new; /* as the tags are called that the aliases among them stand for */
	vec(struct retag_tag) tags;
};

/* ERR_NOT_FOUND when no post and no line of the feeds file has such a tag, ERR_USAGE when the new one is no name. */
int retag_plan_make(struct retag_plan *p, struct store *s, const struct subs *subs, struct err *err);

/* Whether a tag of a line is one of them; *to is its new name then, checked, or empty. */
int retag_plan_name(struct retag_plan *p, struct str tag, bool *is_of_it, struct str *to, struct err *err);

/* Whether a tag of posts that gets another name has this key. */
bool retag_plan_moves(const struct retag_plan *p, struct str key);

/* Looks anew which tag one joins: none where the name is that of one that gets another itself. */
int retag_plan_look(const struct retag_plan *p, struct store *s, struct retag_tag *tag, struct err *err);

void retag_plan_free(struct retag_plan *p);

#endif
