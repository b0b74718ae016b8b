/*
 * The later steps of store/schema_steps.c.
 */
#ifndef STORE_SCHEMA_LATE_H
#define STORE_SCHEMA_LATE_H

extern const char schema_late_15[];
extern const char schema_late_16[];
extern const char schema_late_17[];
extern const char schema_late_18[];
extern const char schema_late_19[];
extern const char schema_late_20[];
extern const char schema_late_21[];
extern const char schema_late_22[];
extern const char schema_late_23[];
extern const char schema_late_24[];
extern const char schema_late_25[];
extern const char schema_late_26[];
extern const char schema_late_27[];
extern const char schema_late_28[];

#endif
