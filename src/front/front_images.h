/*
 * `sosik-sync images POST`: fetches the pictures of a post whose addresses are
 * the lines of standard input, so that nobody sees them among the processes.
 */
#ifndef FRONT_FRONT_IMAGES_H
#define FRONT_FRONT_IMAGES_H

#include "base/err.h"

/* The exit status, or -1 with *err. */
int front_images(int argc, char **argv, struct err *err);

#endif
