/*
 * The language of the config file, which is read before all else: what is wrong
 * in that file is told in it, too.
 */
#ifndef CONF_CONF_LANGUAGE_H
#define CONF_CONF_LANGUAGE_H

#include "base/tr.h"

/* What its last good `set language` line says. */
enum tr_language conf_language(void);

#endif
