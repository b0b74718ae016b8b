/*
 * Every action of the reader: one line each, from which key bindings, the help
 * screen and the man page come.
 *
 *	X(ENUM, "name", "default keys", "views", "help")
 *
 * Keys are separated by blanks; ^x is Ctrl, words in <> are named keys. A
 * capital that the Korean keyboard cannot send (all but Q W E R T O P) has a
 * second binding, and nothing that destroys sits on the lower-case twin of a
 * capital. In views L is a list of posts, S the sidebar, A the article, O the
 * outline, H help, C the catalogue, F how the feeds are, T the tags, M the
 * messages, K the links. No key of a view
 * begins another key of the same view.
 */
#ifndef UI_ACTION_H
#define UI_ACTION_H

/* All views. */
#define ACTION_EVERYWHERE "LSAOHCFTMK"

/* Those with rows and a cursor. */
#define ACTION_IN_ROWS "LSOHCFTMK"

#define ACTION_TABLE(X) \
	X(DOWN, "down", "j <Down> ^E", ACTION_EVERYWHERE, N_("next line or row")) \
	X(UP, "up", "k <Up> ^Y", ACTION_EVERYWHERE, N_("previous line or row")) \
	X(HALF_DOWN, "half-down", "^D", ACTION_EVERYWHERE, N_("half a page down")) \
	X(HALF_UP, "half-up", "^U", ACTION_EVERYWHERE, N_("half a page up")) \
	X(PAGE_DOWN, "page-down", "<Space> ^F <PageDown>", ACTION_EVERYWHERE, N_("a page down")) \
	X(PAGE_UP, "page-up", "b - ^B <PageUp>", ACTION_EVERYWHERE, N_("a page up")) \
	X(TOP, "top", "gg <Home>", ACTION_EVERYWHERE, N_("to the top")) \
	X(BOTTOM, "bottom", "G ge <End>", ACTION_EVERYWHERE, N_("to the bottom")) \
	X(PERCENT, "percent", "%", ACTION_EVERYWHERE, N_("with a count: to so many percent of it")) \
	X(SCREEN_TOP, "screen-top", "H g[", ACTION_IN_ROWS, N_("to the first row in sight")) \
	X(SCREEN_MIDDLE, "screen-middle", "M g|", ACTION_IN_ROWS, N_("to the row in the middle")) \
	X(SCREEN_BOTTOM, "screen-bottom", "L g]", ACTION_IN_ROWS, N_("to the last row in sight")) \
	X(ROW_TOP, "row-top", "zt", ACTION_IN_ROWS, N_("this row at the top of the screen")) \
	X(ROW_MIDDLE, "row-middle", "zz", ACTION_IN_ROWS, N_("this row in the middle")) \
	X(ROW_BOTTOM, "row-bottom", "zb", ACTION_IN_ROWS, N_("this row at the bottom")) \
	X(JUMP_BACK, "jump-back", "'' ``", ACTION_EVERYWHERE, N_("to where the last jump began, and back")) \
	X(OPEN, "open", "<Enter> ^J l <Right>", "LSOFTK", N_("open what the cursor is on")) \
	X(LEFT, "left", "h ^Wh ^Wk <Left>", ACTION_EVERYWHERE, N_("to what is at the left: the list, the sidebar")) \
	X(BACK, "back", "q ^Wq ^Wc <BackSpace>", ACTION_EVERYWHERE, N_("back; from the list: leave")) \
	X(QUIT, "quit", "Q ^C ZZ ZQ", ACTION_EVERYWHERE, N_("leave sosik")) \
	X(SIDEBAR, "sidebar", "e", "LSA", N_("to the sidebar and back")) \
	X(RIGHT, "right", "^Wl ^Wj", "LSA", N_("to what is at the right: the list, the article")) \
	X(LAYOUT, "layout", "W", "LSAO", N_("where the article stands: beside the list, below it …")) \
	X(NEXT_VIEW, "next-view", "^N", "LSA", N_("the next line of the sidebar: feed, tag, view")) \
	X(PREV_VIEW, "prev-view", "^P", "LSA", N_("the previous line of the sidebar")) \
	X(NEXT_PANE, "next-pane", "^Ww ^W^W", "LSA", N_("to the next of what is in sight: sidebar, list, article")) \
	X(NEXT_FEED, "next-feed", "J gj", "LS", N_("the next feed with unread posts")) \
	X(PREV_FEED, "prev-feed", "K gk", "LS", N_("the previous feed with unread posts")) \
	X(NEXT_POST, "next-post", "J ^J gj", "A", N_("next post of the list")) \
	X(PREV_POST, "prev-post", "K ^K gk", "A", N_("previous post of the list")) \
	X(NEXT_UNREAD, "next-unread", "<Tab>", "LA", N_("next unread post")) \
	X(PREV_UNREAD, "prev-unread", "<S-Tab>", "LA", N_("previous unread post")) \
	X(FIND, "find", "/", "SA", N_("find in the article, or a line of the sidebar")) \
	X(END_FIND, "end-find", "<Esc>", "A", N_("end the search in the article")) \
	X(NEXT_MATCH, "next-match", "n", "LSA", N_("next place found; else next unread post")) \
	X(PREV_MATCH, "prev-match", "N p", "LSA", N_("previous place found; else previous unread post")) \
	X(NEXT_SECTION, "next-section", "]] zj", "A", N_("next section")) \
	X(PREV_SECTION, "prev-section", "[[ zk", "A", N_("previous section")) \
	X(GOTO_SECTION, "goto-section", "gs", "A", N_("go to section {count}")) \
	X(NOTE, "note", "gn", "A", N_("to the footnote named first in sight, or to note {count}; from it: back")) \
	X(OUTLINE, "outline", "gO O", "A", N_("the outline")) \
	X(FOLD, "fold", "za", "LSA", N_("fold or unfold the section, details, story or folder")) \
	X(FOLD_CLOSE, "fold-close", "zc", "A", N_("fold the section or details")) \
	X(FOLD_OPEN, "fold-open", "zo", "A", N_("unfold them")) \
	X(FOLD_ALL, "fold-all", "zm zM", "LSA", N_("fold all sections, stories or folders")) \
	X(UNFOLD_ALL, "unfold-all", "zr zR", "LSA", N_("unfold all sections, stories or folders")) \
	X(LINKS, "links", "gl", "AK", N_("the links of the article")) \
	X(NARROW, "narrow", "f /", "OK", N_("show only what has some words")) \
	X(ALL_AGAIN, "all-again", "F <Esc>", "OK", N_("show all again; then: back to the article")) \
	X(ZEN, "zen", "zz ^Wo", "A", N_("the article alone on the screen, and back")) \
	X(HINTS, "hints", "f", "A", N_("letters over the links in sight: typing one opens it")) \
	X(SCROLL_RIGHT, "scroll-right", "zl > l <Right>", "A", N_("scroll long lines of code, and wide tables, to the right")) \
	X(SCROLL_LEFT, "scroll-left", "zh <", "A", N_("scroll long lines of code, and wide tables, to the left")) \
	X(WIDE_TABLES, "wide-tables", "zt", "A", N_("wide tables whole, to be scrolled; then: fitted again")) \
	X(TOGGLE_READ, "toggle-read", "m", "LSA", N_("read or unread; in the sidebar: read, all posts of the line")) \
	X(READ_NEXT, "read-next", "d", "L", N_("mark read and go on")) \
	X(READ_ALL, "read-all", "A ga", "LS", N_("mark all shown read, or all of a line of the sidebar")) \
	X(STAR, "star", "s", "LA", N_("star")) \
	X(HIDE, "hide", "x", "LA", N_("hide, or show again")) \
	X(TAG, "tag", "t", "LSA", N_("change tags: +ai -later; in the sidebar those of the feed")) \
	X(TAG_ALL, "tag-all", "T", "L", N_("change tags of all shown")) \
	X(REPEAT, "repeat", ".", "LA", N_("the last tag change again")) \
	X(MARK, "mark", "v", "LC", N_("mark the row")) \
	X(MARK_RANGE, "mark-range", "V zv", "L", N_("mark from here to the cursor")) \
	X(MARK_ALL, "mark-all", "*", "LC", N_("mark all shown, or none")) \
	X(MARK_OTHERS, "mark-others", "gv", "L", N_("mark what is not marked, and only that")) \
	X(MARK_QUERY, "mark-query", "~", "L", N_("mark what a query finds")) \
	X(ON_MARKED, "on-marked", ";", "LA", N_("the next key is for what is marked, not for the post here")) \
	X(UNDO, "undo", "u", "LSACFT", N_("undo")) \
	X(REDO, "redo", "^R", "LSACFT", N_("redo")) \
	X(COMMAND, "command", ":", ACTION_EVERYWHERE, N_("type a command; Tab completes it")) \
	X(FILTER, "filter", "f /", "LCFTMH", N_("show only what a query finds")) \
	X(SORT, "sort", "S gs", "L", N_("the next order of the list; with a count: that one")) \
	X(HIDE_READ, "hide-read", "zu", "L", N_("leave out read posts, or show them again")) \
	X(CLEAR_FILTER, "clear-filter", "F <Esc>", "LSCFTMH", N_("drop the marks, then the filter; in the sidebar: back")) \
	X(SYNC_FEED, "sync-feed", "r", "LSAF", N_("sync this feed")) \
	X(SYNC_ALL, "sync-all", "R", "LSACFTM", N_("sync all feeds")) \
	X(FULLTEXT, "fulltext", "gf", "LA", N_("fetch the full text; then: that of the feed and back")) \
	X(IMAGES, "images", "gi", "A", N_("show the pictures in sight, or hide them; with a count: open that one")) \
	X(BROWSER, "browser", "o gx", "LACFK", N_("open in the browser; with a count: that link")) \
	X(BROWSER_READ, "browser-read", "O", "L", N_("open in the browser and mark read")) \
	X(YANK_LINK, "copy-link", "yy", "LA", N_("copy the link; with a count: that link")) \
	X(YANK_TITLE, "copy-title", "yt", "LA", N_("copy the title")) \
	X(YANK_CODE, "copy-code", "yc", "A", N_("copy the code in sight; with a count: that of it")) \
	X(YANK_SECTION, "copy-section", "ys", "A", N_("copy the section, or section {count}")) \
	X(YANK_MARKDOWN, "copy-markdown", "ym", "LA", N_("copy the post as Markdown")) \
	X(PIPE, "pipe", "|", "LA", N_("give the post to a program")) \
	X(SAVE, "save", "w", "LA", N_("save the post in a file")) \
	X(CATALOG, "catalog", "gc", ACTION_EVERYWHERE, N_("the catalogue of Korean IT blogs")) \
	X(ADD, "add", "a", "LS", N_("subscribe to a blog by its address")) \
	X(EDIT_FEEDS, "edit-feeds", "E", "LSF", N_("the feeds file in your editor")) \
	X(IMPORT, "import", "i", "LS", N_("take the feeds of another reader along")) \
	X(DEMO, "demo", "gd", "LS", N_("samples to look at, in a reader of their own")) \
	X(SUBSCRIBE, "subscribe", "a <Enter> ^J", "C", N_("subscribe to the blog, or to the marked ones")) \
	X(SUBSCRIBE_ALL, "subscribe-all", "A ga", "C", N_("subscribe to all blogs shown")) \
	X(NEXT_KIND, "next-kind", "<Tab>", "C", N_("only companies, news, communities, people; all")) \
	X(FEED_HEALTH, "feed-health", "gH gh", ACTION_EVERYWHERE, N_("how the feeds are: failures, moves, when each is due")) \
	X(ACCEPT_MOVE, "accept-move", "a", "F", N_("take the new address of the feed that has moved")) \
	X(UNSUBSCRIBE, "unsubscribe", "x", "F", N_("unsubscribe from the feed, after a question")) \
	X(SNIPPETS, "snippets", "zs", "L", N_("where words were found below each post, or not")) \
	X(TAGS, "tags", "gT", ACTION_EVERYWHERE, N_("all tags")) \
	X(RENAME_TAG, "rename-tag", "c", "T", N_("give the tag and all under it another name, or join it with one")) \
	X(DROP_TAG, "drop-tag", "x", "T", N_("take the tag off all posts, after a question")) \
	X(MESSAGES, "messages", "gm", ACTION_EVERYWHERE, N_("what was said since the start, failures too")) \
	X(HELP, "help", "? <F1>", "LSAOCFTMK", N_("keys")) \
	X(REDRAW, "redraw", "^L", ACTION_EVERYWHERE, N_("draw the screen anew")) \
	X(SUSPEND, "suspend", "^Z", ACTION_EVERYWHERE, N_("to the shell; fg comes back"))

#define ACTION_ENUM(name_, text_, keys_, views_, help_) ACTION_##name_,
enum action { ACTION_NONE, ACTION_TABLE(ACTION_ENUM) ACTION_COUNT };
#undef ACTION_ENUM

#endif
