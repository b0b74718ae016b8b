/*
 * What the folder of the store holds besides the cache, and how it is guarded.
 */
#ifndef STORE_DOCTOR_FILES_H
#define STORE_DOCTOR_FILES_H

#include <sys/types.h>

#include "base/path.h"
#include "store/doctor.h"

/* Opening the cache for a repair closes it to others: whether there is something to tell of that, looked at before it; and told behind it. */
bool doctor_files_look(struct path *file, mode_t *mode);
void doctor_files_mended(struct doctor *d, const struct path *file, mode_t mode);

/* Modes and kinds of the files, copies that earlier versions left. */
int doctor_files(struct doctor *d, struct err *err);

/* The lines of the journals, as far as they can be read without their locks. */
int doctor_files_journal(struct doctor *d, struct err *err);

#endif
