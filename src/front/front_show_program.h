/*
 * A sync for programs: failures as lines of cron (-q), the lines of
 * sync/progress.h, JSON.
 */
#ifndef FRONT_FRONT_SHOW_PROGRAM_H
#define FRONT_FRONT_SHOW_PROGRAM_H

#include "front/front_show.h"

const struct front_face *front_show_program_quiet(void);
const struct front_face *front_show_program_progress(void);
const struct front_face *front_show_program_json(void);

#endif
