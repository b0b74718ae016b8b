/*
 * Who may read and write the feeds file: it may have passwords in it, or say
 * what program is run.
 */
#ifndef FRONT_FRONT_DOCTOR_MODES_H
#define FRONT_FRONT_DOCTOR_MODES_H

#include "store/doctor.h"
#include "store/subs.h"

/* Its mode is the user's to set: nothing is repaired. */
void front_doctor_modes(struct doctor *d, const struct subs *subs);

#endif
