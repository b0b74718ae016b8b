/*
 * The run functions of all commands, for the table (cmd_table.c). Each has its
 * file, cmd_NAME.c; the contract is that of struct cmd.
 */
#ifndef CMD_CMD_ALL_H
#define CMD_CMD_ALL_H

#include "cmd/cmd.h"

int cmd_sync(int argc, char **argv, struct err *err);
int cmd_add(int argc, char **argv, struct err *err);
int cmd_remove(int argc, char **argv, struct err *err);
int cmd_move(int argc, char **argv, struct err *err);
int cmd_rename(int argc, char **argv, struct err *err);
int cmd_feeds(int argc, char **argv, struct err *err);
int cmd_catalog(int argc, char **argv, struct err *err);
int cmd_import(int argc, char **argv, struct err *err);
int cmd_export(int argc, char **argv, struct err *err);
int cmd_search(int argc, char **argv, struct err *err);
int cmd_complete(int argc, char **argv, struct err *err);
int cmd_count(int argc, char **argv, struct err *err);
int cmd_digest(int argc, char **argv, struct err *err);
int cmd_show(int argc, char **argv, struct err *err);
int cmd_fulltext(int argc, char **argv, struct err *err);
int cmd_outline(int argc, char **argv, struct err *err);
int cmd_tag(int argc, char **argv, struct err *err);
int cmd_tags(int argc, char **argv, struct err *err);
int cmd_views(int argc, char **argv, struct err *err);
int cmd_rules(int argc, char **argv, struct err *err);
int cmd_purge(int argc, char **argv, struct err *err);
int cmd_undo(int argc, char **argv, struct err *err);
int cmd_redo(int argc, char **argv, struct err *err);
int cmd_doctor(int argc, char **argv, struct err *err);
int cmd_dump(int argc, char **argv, struct err *err);
int cmd_restore(int argc, char **argv, struct err *err);
int cmd_parse(int argc, char **argv, struct err *err);
int cmd_extract(int argc, char **argv, struct err *err);
int cmd_render(int argc, char **argv, struct err *err);
int cmd_help(int argc, char **argv, struct err *err);
int cmd_version(int argc, char **argv, struct err *err);

#endif
