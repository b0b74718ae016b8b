#include "ui/cmdline_table.h"

#include "base/buf.h"
#include "base/tr.h"
#include "text/hangul.h"
#include "text/typo.h"
#include "ui/action_names.h"
#include "ui/cmdline_answer.h"
#include "ui/cmdline_bind.h"
#include "ui/cmdline_feed.h"
#include "ui/cmdline_go.h"
#include "ui/cmdline_set.h"
#include "ui/cmdline_source.h"
#include "ui/cmdline_verb.h"
#include "ui/keys.h"

static const struct cmdline_command commands[] = {
	{ "tag", "태그", N_("[SCOPE] +A -B"), N_("change the tags of posts; NAME color=C alias=A,B: of a tag"), cmdline_verb_tag, CMDLINE_TAGS, ACTION_TAG, true },
	{ "read", "읽음", N_("[SCOPE]"), N_("mark posts read"), cmdline_verb_read, CMDLINE_SCOPE, ACTION_NONE, true },
	{ "unread", "안읽음", N_("[SCOPE]"), N_("mark posts unread"), cmdline_verb_unread, CMDLINE_SCOPE, ACTION_NONE, true },
	{ "star", "별표", N_("[SCOPE]"), N_("star posts; without a scope: the post here, or its star off"), cmdline_verb_star, CMDLINE_SCOPE, ACTION_STAR, true },
	{ "unstar", "별표해제", N_("[SCOPE]"), N_("take the star off posts"), cmdline_verb_unstar, CMDLINE_SCOPE, ACTION_NONE, true },
	{ "hide", "숨김", N_("[SCOPE]"), N_("hide posts; without a scope: the post here, or show it again"), cmdline_verb_hide, CMDLINE_SCOPE, ACTION_HIDE, true },
	{ "unhide", "숨김해제", N_("[SCOPE]"), N_("show hidden posts again"), cmdline_verb_unhide, CMDLINE_SCOPE, ACTION_NONE, true },
	{ "filter", "거르기", N_("QUERY"), N_("show only what the query finds of the list"), cmdline_go_filter, CMDLINE_QUERY, ACTION_FILTER, true },
	{ "search", "검색", N_("QUERY"), N_("show what the query finds of all posts"), cmdline_go_search, CMDLINE_QUERY, ACTION_NONE, true },
	{ "view", "보기", N_("NAME [QUERY]"), N_("show a saved view, or save one until the reader ends"), cmdline_go_view, CMDLINE_VIEW, ACTION_NONE, true },
	{ "sort", "정렬", N_("[ORDER]"), N_("the order of the list: newest, oldest, unread, feed, title, time, rank"), cmdline_go_sort, CMDLINE_SORT, ACTION_SORT, true },
	{ "open", "열기", N_("URL|N"), N_("open an address in the browser, link N of the article or row N of the list"), cmdline_go_open, CMDLINE_NOTHING, ACTION_OPEN, false },
	{ "pipe", "넘기기", N_("[PROGRAM]"), N_("give the post to a program"), cmdline_answer_pipe, CMDLINE_PROGRAM, ACTION_PIPE, true },
	{ "save", "저장", N_("[FILE]"), N_("save the post in a file"), cmdline_answer_save, CMDLINE_PATH, ACTION_SAVE, true },
	{ "find", "글에서찾기", N_("[WORDS]"), N_("find in the article"), cmdline_answer_find, CMDLINE_NOTHING, ACTION_FIND, false },
	{ "narrow", "좁히기", N_("[WORDS]"), N_("show only what has some words"), cmdline_answer_narrow, CMDLINE_NOTHING, ACTION_NARROW, false },
	{ "mark-query", "질의로고르기", N_("[QUERY]"), N_("mark what a query finds"), cmdline_answer_mark, CMDLINE_QUERY, ACTION_MARK_QUERY, true },
	{ "catalog", "블로그목록", N_("[WORDS]"), N_("the catalogue of Korean IT blogs"), cmdline_answer_catalog, CMDLINE_NOTHING, ACTION_CATALOG, false },
	{ "import", "가져오기", N_("[FILE]"), N_("take the feeds of another reader along"), cmdline_answer_import, CMDLINE_PATH, ACTION_IMPORT, false },
	{ "add", "추가", N_("[--all] [--no-check] URL"), N_("subscribe to a blog or feed"), cmdline_feed_add, CMDLINE_NOTHING, ACTION_ADD, true },
	{ "sync", "동기화", N_("[FEED|#TAG]"), N_("sync all feeds, or these"), cmdline_feed_sync, CMDLINE_FEEDS, ACTION_NONE, false },
	{ "rename", "이름바꾸기", N_("[NAME]"), N_("give the feed here a name; without one it has its own again"), cmdline_feed_rename, CMDLINE_NOTHING, ACTION_NONE, false },
	{ "undo", "되돌리기", N_("[N]"), N_("undo the last N changes"), cmdline_go_undo, CMDLINE_NOTHING, ACTION_UNDO, true },
	{ "redo", "다시하기", N_("[N]"), N_("do the last N undone ones again"), cmdline_go_redo, CMDLINE_NOTHING, ACTION_REDO, true },
	{ "help", "도움말", N_("[WORDS]"), N_("the keys and commands, or those with the words"), cmdline_go_help, CMDLINE_NAME, ACTION_HELP, false },
	{ "set", "설정", N_("[NAME[?] [VALUE]]"), N_("set an option; alone: what all of them are"), cmdline_set_run, CMDLINE_OPTION, ACTION_NONE, true },
	{ "color", "색", N_("ROLE COLOUR [GROUND] [ATTRIBUTE]"), N_("change how something looks"), cmdline_set_color, CMDLINE_COLOR, ACTION_NONE, true },
	{ "bind", "키", N_("[VIEW] KEYS COMMAND [; COMMAND]"), N_("bind keys to commands"), cmdline_bind_run, CMDLINE_BIND, ACTION_NONE, true },
	{ "macro", "매크로", N_("[VIEW] KEYS COMMAND [; COMMAND]"), N_("bind a comma and keys to commands"), cmdline_bind_macro, CMDLINE_BIND, ACTION_NONE, true },
	{ "unbind", "키해제", N_("[VIEW] KEYS"), N_("bind keys to nothing"), cmdline_bind_unrun, CMDLINE_BIND, ACTION_NONE, true },
	{ "source", "불러오기", N_("FILE"), N_("run the lines of a file"), cmdline_source_run, CMDLINE_FILE, ACTION_NONE, true },
};

/* Short names for fingers that know others. */
static const struct {
	const char *name;
	enum action action;
} shorts[] = {
	{ "q", ACTION_QUIT }, { "q!", ACTION_QUIT }, { "qa", ACTION_QUIT }, { "qa!", ACTION_QUIT }, { "x", ACTION_QUIT }, { "xa", ACTION_QUIT },
	{ "wq", ACTION_QUIT }, { "wqa", ACTION_QUIT }, { "noh", ACTION_END_FIND }, { "e", ACTION_EDIT_FEEDS },
	{ "h", ACTION_HELP }, { "health", ACTION_FEED_HEALTH }, { "끝", ACTION_QUIT },
	{ "도움", ACTION_HELP }, { "피드", ACTION_FEED_HEALTH }, { "0", ACTION_TOP }, { "$", ACTION_BOTTOM },
};

/* Other names for the same. */
static const struct {
	const char *name, *command;
} others[] = {
	{ "필터", "filter" }, { "찾기", "search" }, { "실행취소", "undo" }, { "다시실행", "redo" },
	{ "w", "save" },
};

enum { COMMANDS = sizeof commands / sizeof *commands, SHORTS = sizeof shorts / sizeof *shorts, OTHERS = sizeof others / sizeof *others };

const struct cmdline_command *
cmdline_table_at(size_t i)
{
	return i < COMMANDS ? &commands[i] : NULL;
}

static const struct cmdline_command *
find_command(struct str name)
{
	for (size_t i = 0; i < OTHERS; i++)
		if (str_is(name, others[i].name))
			name = str_of(others[i].command);
	for (size_t i = 0; i < COMMANDS; i++)
		if (str_is(name, commands[i].name) || (commands[i].korean && str_is(name, commands[i].korean)))
			return &commands[i];
	return NULL;
}

static enum action
find_action(struct str name)
{
	for (size_t i = 0; i < SHORTS; i++)
		if (str_is(name, shorts[i].name))
			return shorts[i].action;
	for (enum action action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		if (str_is(name, keys_info(action)->name) || str_is(name, action_names_korean(action)))
			return action;
	return ACTION_NONE;
}

const struct cmdline_command *
cmdline_table_find(struct str name)
{
	const struct cmdline_command *found = find_command(name);
	struct buf latin = { 0 };

	if (found)
		return found;
	hangul_decode(&latin, name);
	found = find_command(buf_str(&latin));
	buf_free(&latin);
	return found;
}

enum action
cmdline_table_action(struct str name)
{
	enum action found = find_action(name);
	struct buf latin = { 0 };

	if (found != ACTION_NONE)
		return found;
	hangul_decode(&latin, name);
	found = find_action(buf_str(&latin));
	buf_free(&latin);
	return found;
}

/* The first that begins with it. */
static const char *
longer(struct str name)
{
	for (enum action action = ACTION_NONE + 1; action < ACTION_COUNT && name.n > 1; action++)
		if (str_eq(str_sub(str_of(keys_info(action)->name), 0, name.n), name))
			return keys_info(action)->name;
	return NULL;
}

const char *
cmdline_table_near(struct str name)
{
	struct typo_near near = typo_near_command(name);

	for (size_t i = 0; i < COMMANDS; i++)
		typo_near_take(&near, commands[i].name);
	for (enum action action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		typo_near_take(&near, keys_info(action)->name);
	return near.found ? near.found : longer(name);
}
