/*
 * sosik-sync doctor …: looks for what is wrong, and repairs it.
 */
#ifndef FRONT_FRONT_DOCTOR_H
#define FRONT_FRONT_DOCTOR_H

#include "base/err.h"

/* argv[0] is the command's name. Returns the exit status, 1 when something was found that stands, or -1 with *err. */
int front_doctor(int argc, char **argv, struct err *err);

#endif
