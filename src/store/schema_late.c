#include "store/schema_late.h"

/*
 * Version 15. When a feed is due (store/interval.h): skip as feed.skip, newest and gap by its posts. held_until is
 * Retry-After's alone.
 */
const char schema_late_15[] =
    "ALTER TABLE feed ADD COLUMN due INTEGER;"
    "ALTER TABLE feed ADD COLUMN skip INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE feed ADD COLUMN newest INTEGER;"
    "ALTER TABLE feed ADD COLUMN gap INTEGER NOT NULL DEFAULT 0;"
    "UPDATE feed SET held_until = NULL WHERE error = '';";

/*
 * Version 16. feed.full_history, full_fails: what the last pages of its posts gave (store/full_look.h); meta.full_looked: up to
 * which post the new ones were looked through. A post whose text is another by now, and whose page was fetched, waits for that
 * again (store/full_wanted.h).
 */
const char schema_late_16[] =
    "ALTER TABLE feed ADD COLUMN full_history INTEGER NOT NULL DEFAULT 1;" /* a bit for each page, the last one lowest, behind a 1 */
    "ALTER TABLE feed ADD COLUMN full_fails INTEGER NOT NULL DEFAULT 0;"
    "INSERT INTO meta(key, value) SELECT 'full_looked', max(id) FROM post HAVING max(id) > 0;"
    "CREATE TRIGGER full_stale AFTER UPDATE OF old_hash ON post WHEN new.old_hash IS NOT old.old_hash BEGIN"
    " INSERT OR IGNORE INTO errand(kind, post_id, key)"
    "  SELECT 0, new.id, 2 WHERE EXISTS (SELECT 1 FROM full WHERE post_id = new.id AND fetched IS NOT NULL);"
    "END;";

/*
 * Version 17. source: what the posts of a feed were made from (store/source.h). A later step that wants
 * all posts of the feeds once more empties it.
 */
const char schema_late_17[] =
    "CREATE TABLE source("
    " feed_id INTEGER PRIMARY KEY REFERENCES feed(id),"
    " form TEXT NOT NULL,"                 /* of whoever made them */
    " key BLOB NOT NULL,"
    " body INTEGER NOT NULL,"
    " posts BLOB NOT NULL);"
    "CREATE TRIGGER post_stub AFTER UPDATE OF stub ON post WHEN old.stub != new.stub BEGIN"
    " DELETE FROM source WHERE feed_id = new.feed_id;"
    "END;";

/* Version 18. By the hosts of posts the few of a site are found without reading the others (store/hits_narrow.h). */
const char schema_late_18[] =
    "CREATE INDEX post_host ON post(host) WHERE shown = 1;";

/* Version 19. feed.is_met: the journal knows that it was fetched, or an older sosik fetched it (store/met.h). */
const char schema_late_19[] =
    "ALTER TABLE feed ADD COLUMN is_met INTEGER NOT NULL DEFAULT 0;"
    "UPDATE feed SET is_met = 1 WHERE last_ok IS NOT NULL;";

/*
 * Version 20. The search index is a file of its own (store/index_file.h); it is made anew. index_hand: the posts that are being
 * brought in (store/index_hand.h). turn begins anywhere, so that two changes of a post have never the same.
 */
#define WAITING " post_id INTEGER PRIMARY KEY," \
    " turn INTEGER NOT NULL DEFAULT (random() & 1099511627775)," \
    " is_in INTEGER NOT NULL DEFAULT 0," \
    " title TEXT, author TEXT, summary TEXT, xhtml TEXT"

const char schema_late_20[] =
    "DROP TABLE post_index;"
    "DROP TABLE index_queue;"
    "CREATE TABLE index_queue(" WAITING ");"
    "CREATE TABLE index_hand(" WAITING ");"
    "INSERT INTO index_queue(post_id) SELECT id FROM post;";

/* Version 21. feed.hidden_as: the status of a hidden feed before, which it has again when its line is back in the feeds file. */
const char schema_late_21[] =
    "ALTER TABLE feed ADD COLUMN hidden_as INTEGER NOT NULL DEFAULT 0;";

/* Version 22. post.sections: how many its outline has, from when the index comes to it next. */
const char schema_late_22[] =
    "ALTER TABLE post ADD COLUMN sections INTEGER NOT NULL DEFAULT 0;";

/* Version 23. Counting a tag took longer than putting it on: UPDATE … FROM makes a table each time. */
#define COUNT_TAGGED(row, sign) \
	" UPDATE tag SET total = total " sign " 1," \
	"  unread = unread " sign " (SELECT is_read = 0 FROM post WHERE id = " row ".post_id)" \
	"  WHERE id = " row ".tag_id AND (SELECT shown FROM post WHERE id = " row ".post_id);"

const char schema_late_23[] =
    "DROP TRIGGER post_tagged;"
    "DROP TRIGGER post_untagged;"
    "CREATE TRIGGER post_tagged AFTER INSERT ON post_tag BEGIN" COUNT_TAGGED("new", "+") "END;"
    "CREATE TRIGGER post_untagged AFTER DELETE ON post_tag BEGIN" COUNT_TAGGED("old", "-") "END;";

/*
 * Version 24. What the posts of one feed have in an index stands together, where that can be: a page that only one of
 * them is on is written with each feed. Lists of what is shown are read by post_every, which tells that, too. meta.traced:
 * store/trace.h.
 */
const char schema_late_24[] =
    "DROP INDEX post_by_title;"
    "CREATE INDEX post_by_title ON post(feed_id, title_key) WHERE title_key IS NOT NULL;"
    "DROP INDEX post_all;"
    "DROP INDEX post_every;"
    "CREATE INDEX post_every ON post(sort, id, stub, shown);"
    "INSERT INTO meta(key, value) SELECT 'traced', max(id) FROM post HAVING max(id) > 0;";

/* Version 25 was version 26 without the new name. */
const char schema_late_25[] = "";

/*
 * Version 26. What an INSERT of a post or of its text entails is done beside it (store/fresh.h). A sync of an older version that still
 * runs would go on without that: post.is_cut, which it writes, has another name, so that it ends with an error instead.
 */
const char schema_late_26[] =
    "DROP TRIGGER IF EXISTS post_added;"
    "DROP TRIGGER IF EXISTS queue_post_new;"
    "DROP TRIGGER IF EXISTS queue_body_new;"
    "ALTER TABLE post RENAME COLUMN is_cut TO is_cut_off;";

/* Version 27. What is starred or tagged stays where its feed is unsubscribed, and does not count as unread: post.is_read is 2. */
const char schema_late_27[] =
    "UPDATE post SET is_read = 2 WHERE is_read = 0 AND is_off = 0 AND stub < 2"
    " AND feed_id IN (SELECT id FROM feed WHERE status = 1);";

/*
 * Version 28. post.host is written with the link's key: as long as SQLite made it of that, each post that was added or changed cost
 * twice as much. Lists of all posts are read by post_looks, too. A sync of an older version that still runs knows nothing of it:
 * post.is_cut_off, which it writes and nobody read, is gone, so that it ends with an error; a stub that it makes before is of no
 * host until a feed names its post. From here on body.hash and full.hash are identity_text(); those of before stay, and count as
 * well.
 */
const char schema_late_28[] =
    "DROP INDEX post_looks;"
    "DROP INDEX post_every;"
    "DROP INDEX post_host;"
    "ALTER TABLE post DROP COLUMN host;"
    "ALTER TABLE post DROP COLUMN is_cut_off;"
    "ALTER TABLE post ADD COLUMN host TEXT;"
    "UPDATE post SET host = substr(link_key, 9, instr(substr(link_key, 9) || '/', '/') - 1) WHERE link_key IS NOT NULL;"
    "CREATE INDEX post_looks ON post(sort, id, stub, shown, feed_id, has, seconds, letters, host);"
    "CREATE INDEX post_host ON post(host) WHERE shown = 1;";
