/*
 * What the folder of the store holds besides the cache, and how it is guarded.
 */
#ifndef STORE_DOCTOR_FILES_H
#define STORE_DOCTOR_FILES_H

#include "store/doctor.h"

/* Modes and kinds of the files, copies that earlier versions left. */
int doctor_files(struct doctor *d, struct err *err);

/* The lines of the journals, as far as they can be read without their locks. */
int doctor_files_journal(struct doctor *d, struct err *err);

#endif
