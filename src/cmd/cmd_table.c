#include "cmd/cmd.h"

#include "base/tr.h"
#include "cmd/cmd_all.h"

static const struct cmd table[] = {
	{ "sync", N_("sosik sync [-q] [-j N] [--due] [--force] [--splay S] [--max-time S] [--json|--progress] [FEED|#TAG …]"),
		N_("fetch the feeds and keep what is new"), 0, cmd_sync },
	{ "add", N_("sosik add [-n NAME] [-t TAG]… [--all] [--no-check] URL…"),
		N_("subscribe by an address: of a blog, a post or a feed"), CMD_CHANGES, cmd_add },
	{ "remove", N_("sosik remove FEED…\n       sosik remove --all"), N_("unsubscribe; the posts are kept"), CMD_CHANGES, cmd_remove },
	{ "rename", N_("sosik rename FEED [NAME]"),
		N_("give a feed a name of your own, or its own again"), CMD_CHANGES, cmd_rename },
	{ "move", N_("sosik move [--all|FEED…]\n       sosik move [--no-check] --to URL FEED"),
		N_("give feeds the address that they have moved to"), CMD_CHANGES, cmd_move },
	{ "feeds", N_("sosik feeds [--json] [--health] [FEED|#TAG …]"), N_("list the subscriptions"), 0, cmd_feeds },
	{ "catalog", N_("sosik catalog [--json] [-k KIND] [-p PLATFORM] [-n N] [--add [-t TAG]… [--yes]] [WORD…]"),
		N_("find Korean IT blogs and subscribe to them"), CMD_CHANGES, cmd_catalog },
	{ "import", N_("sosik import [-n] [-t TAG]… [--merge-tags] [--no-state] [FILE…|-]"),
		N_("subscribe to the feeds of a list: OPML, newsboat, newsraft, sfeed"), CMD_CHANGES, cmd_import },
	{ "export", N_("sosik export [-f opml|json] [--with-secrets] [FEED|#TAG …]\n       sosik export --epub [--title TITLE] [-o FILE] [--progress] [QUERY|POST…]"),
		N_("write the subscriptions as OPML or JSON, or posts as an EPUB book"), 0, cmd_export },
	{ "search", N_("sosik search [--json|--ids|-0] [-n N] [-s rank|date|oldest] QUERY…"),
		N_("list the posts that a query finds"), 0, cmd_search },
	{ "count", N_("sosik count [--json] [QUERY…]\n       sosik count [--json] --batch < FILE"),
		N_("count the posts that a query finds"), 0, cmd_count },
	{ "digest", N_("sosik digest [--since SINCE] [-f text|markdown|html|json] [--by feed|tag] [-n N] [-q] [QUERY…]"),
		N_("what is new, by feed or tag; to be mailed"), 0, cmd_digest },
	{ "show", N_("sosik show [-f text|markdown|html|json] [-s NUMBER] [--from feed|page] [-w COLS] [--wrap WRAP] [--progress] POST…|-"),
		N_("print posts"), 0, cmd_show },
	{ "fulltext", N_("sosik fulltext [-f] [-q] [-j N] [--json|--progress] POST…|-"),
		N_("fetch the whole text of posts from their pages"), 0, cmd_fulltext },
	{ "outline", N_("sosik outline [--json] POST…|-"), N_("print the sections of posts"), 0, cmd_outline },
	{ "tag", N_("sosik tag [-n] +TAG|-TAG… [--] QUERY…\n       sosik tag [-n] --ids +TAG|-TAG… [--] POST…|-\n       sosik tag [-n] --batch < FILE"),
		N_("change the tags of the posts that a query finds"), CMD_CHANGES, cmd_tag },
	{ "tags", N_("sosik tags [--json] [--flat] [-c|--categories]\n       sosik tags --rename TAG TAG\n       sosik tags --delete TAG"),
		N_("list the tags in use; rename, join and delete them"), CMD_CHANGES, cmd_tags },
	{ "views", N_("sosik views [--json]"), N_("list the saved views"), 0, cmd_views },
	{ "rules", N_("sosik rules [--json]\n       sosik rules test|apply [--json] [--since DATE] [RULE…|'QUERY -> ACTION…']"),
		N_("list the rules, say what they would find, or run them on old posts"), CMD_CHANGES, cmd_rules },
	{ "purge", N_("sosik purge [-n] [--yes] [QUERY…]"), N_("delete posts for good: read ones without star and tag"),
		CMD_CHANGES | CMD_FINAL, cmd_purge },
	{ "undo", N_("sosik undo [N]"), N_("undo the last change, or the last N"), CMD_CHANGES | CMD_UNDOES, cmd_undo },
	{ "redo", N_("sosik redo [N]"), N_("do again what was undone"), CMD_CHANGES, cmd_redo },
	{ "dump", N_("sosik dump [--with-secrets] > FILE"),
		N_("write down all that cannot be fetched again"), 0, cmd_dump },
	{ "restore", N_("sosik restore [FILE|-]"),
		N_("read back what ‘sosik dump’ wrote"), CMD_CHANGES, cmd_restore },
	{ "doctor", N_("sosik doctor [--repair] [--json]"), N_("look for what is wrong, and repair it"), 0, cmd_doctor },
	{ "parse", N_("sosik parse [--url URL] [--content-type TYPE] FILE|-"),
		N_("show a feed file as JSON; keeps nothing"), 0, cmd_parse },
	{ "extract", N_("sosik extract [--url URL] [--content-type TYPE] [-f text|markdown|html|json] FILE|-"),
		N_("show the article of a page that was saved; keeps nothing"), 0, cmd_extract },
	{ "render", N_("sosik render [--type html|text|markdown] [-w COLS] [--wrap WRAP] [--outline] FILE|-"),
		N_("show an article file as the reader would; keeps nothing"), 0, cmd_render },
	{ "help", N_("sosik help [COMMAND]"), N_("say how a command is used"), 0, cmd_help },
	{ "version", N_("sosik version [-v]"), N_("say which sosik this is"), 0, cmd_version },
	{ "complete", N_("sosik complete -- WORD…"), N_("say how the last word may go on; for shells"), CMD_HIDDEN, cmd_complete },
	{ NULL, NULL, NULL, 0, NULL },
};

const struct cmd *
cmd_table(void)
{
	return table;
}
