#include "store/schema.h"
#include "store/schema_late.h"

/*
 * Version 1. Times are seconds since 1970, NULL when not known.
 *
 * post.sort is what lists are ordered by: published, or first_seen where that
 * is unknown or in the future. post.stub: 1 a post that only the journal knows,
 * with its title; 2 one of which it has just the identity: never shown; 3 one
 * that was purged (store/purge.h); 4 and 5 one that was 0 or 1 and that another
 * feed has now (store/adopt.h).
 * post.is_off: its feed is no longer subscribed, and it is neither starred nor
 * tagged. post.is_read: 2 one that is, unread, which counts as such again with
 * its feed. Only what is shown counts and stands in the indexes of the lists.
 * The kept counts follow by triggers, so that they are right whoever writes.
 */
static const char step_1[] =
    "CREATE TABLE meta("
    " key TEXT PRIMARY KEY,"
    " value) WITHOUT ROWID;"

    "CREATE TABLE feed("
    " id INTEGER PRIMARY KEY,"
    " uid TEXT NOT NULL UNIQUE,"
    " url TEXT NOT NULL,"
    " url_key TEXT NOT NULL,"              /* canonical form, for moves */
    " status INTEGER NOT NULL DEFAULT 0,"  /* enum feeds_status */
    " place INTEGER NOT NULL DEFAULT 0,"   /* in the feeds file */
    " line TEXT NOT NULL DEFAULT '',"      /* its line there, behind the URL */
    " name TEXT NOT NULL DEFAULT '',"      /* given by the user */
    " title TEXT NOT NULL DEFAULT '',"     /* its own */
    " host TEXT NOT NULL DEFAULT '',"      /* what it is called without either: step 3 */
    " subtitle TEXT NOT NULL DEFAULT '',"
    " author TEXT NOT NULL DEFAULT '',"
    " site TEXT NOT NULL DEFAULT '',"
    " language TEXT NOT NULL DEFAULT '',"
    " image TEXT NOT NULL DEFAULT '',"
    " total INTEGER NOT NULL DEFAULT 0,"
    " unread INTEGER NOT NULL DEFAULT 0,"
    " etag TEXT NOT NULL DEFAULT '',"
    " last_modified TEXT NOT NULL DEFAULT '',"
    " moved_to TEXT NOT NULL DEFAULT '',"
    " moved_days INTEGER NOT NULL DEFAULT 0," /* good fetches that said so, one a day */
    " moved_last INTEGER,"
    " last_try INTEGER,"
    " last_ok INTEGER,"
    " held_until INTEGER,"
    " fails INTEGER NOT NULL DEFAULT 0,"
    " http INTEGER NOT NULL DEFAULT 0,"
    " error TEXT NOT NULL DEFAULT '',"
    " repairs INTEGER NOT NULL DEFAULT 0,"
    " ttl_min INTEGER NOT NULL DEFAULT -1);"
    "CREATE INDEX feed_by_url ON feed(url);"
    "CREATE INDEX feed_by_key ON feed(url_key);"

    "CREATE TABLE feed_url("               /* former addresses */
    " url_key TEXT NOT NULL,"
    " feed_id INTEGER NOT NULL REFERENCES feed(id),"
    " url TEXT NOT NULL,"
    " PRIMARY KEY(url_key, feed_id)) WITHOUT ROWID;"

    "CREATE TABLE feed_tag("
    " feed_id INTEGER NOT NULL REFERENCES feed(id),"
    " place INTEGER NOT NULL,"
    " name TEXT NOT NULL,"
    " PRIMARY KEY(feed_id, place)) WITHOUT ROWID;"

    "CREATE TABLE post("
    " id INTEGER PRIMARY KEY,"
    " feed_id INTEGER NOT NULL REFERENCES feed(id),"
    " guid TEXT NOT NULL,"                 /* the feed's, else the canonical link, else hash:... */
    " link TEXT NOT NULL DEFAULT '',"
    " link_key TEXT,"                      /* canonical form; NULL without a link */
    " title TEXT NOT NULL DEFAULT '',"
    " title_key INTEGER,"                  /* hash of title and date; NULL without them */
    " author TEXT NOT NULL DEFAULT '',"
    " published INTEGER,"
    " updated INTEGER,"
    " first_seen INTEGER NOT NULL,"
    " sort INTEGER NOT NULL,"
    " is_read INTEGER NOT NULL DEFAULT 0,"
    " is_starred INTEGER NOT NULL DEFAULT 0,"
    " is_hidden INTEGER NOT NULL DEFAULT 0,"
    " is_changed INTEGER NOT NULL DEFAULT 0,"
    " is_off INTEGER NOT NULL DEFAULT 0,"
    " is_cut INTEGER NOT NULL DEFAULT 0,"
    " stub INTEGER NOT NULL DEFAULT 0,"
    " letters INTEGER NOT NULL DEFAULT 0,"
    " story_id INTEGER,"
    " hash INTEGER NOT NULL DEFAULT 0,"    /* of what the reader shows */
    " old_hash INTEGER,"                   /* the one before the last change */
    " image TEXT NOT NULL DEFAULT '',"
    " summary TEXT NOT NULL DEFAULT '',"
    " shown INTEGER GENERATED ALWAYS AS (is_hidden = 0 AND stub < 2 AND is_off = 0) VIRTUAL);"
    "CREATE UNIQUE INDEX post_by_guid ON post(feed_id, guid);"
    "CREATE INDEX post_by_link ON post(link_key, feed_id) WHERE link_key IS NOT NULL;"
    "CREATE INDEX post_by_title ON post(title_key, feed_id) WHERE title_key IS NOT NULL;"
    "CREATE INDEX post_all ON post(sort, id) WHERE shown = 1;"
    "CREATE INDEX post_unread ON post(sort, id) WHERE shown = 1 AND is_read = 0;"
    "CREATE INDEX post_starred ON post(sort, id) WHERE shown = 1 AND is_starred = 1;"
    "CREATE INDEX post_hidden ON post(sort, id) WHERE is_hidden = 1;"
    "CREATE INDEX post_feed ON post(feed_id, sort, id) WHERE shown = 1;"
    "CREATE INDEX post_feed_unread ON post(feed_id, sort, id) WHERE shown = 1 AND is_read = 0;"
    "CREATE INDEX post_story ON post(story_id) WHERE story_id IS NOT NULL;"

    "CREATE TABLE body("
    " post_id INTEGER PRIMARY KEY REFERENCES post(id),"
    " xhtml TEXT NOT NULL,"
    " hash INTEGER NOT NULL);"

    "CREATE TABLE position("
    " post_id INTEGER PRIMARY KEY REFERENCES post(id),"
    " section INTEGER NOT NULL,"
    " letter INTEGER NOT NULL);"

    "CREATE TABLE tag("
    " id INTEGER PRIMARY KEY,"
    " key TEXT NOT NULL UNIQUE,"           /* case-folded: the same tag */
    " name TEXT NOT NULL,"
    " total INTEGER NOT NULL DEFAULT 0,"
    " unread INTEGER NOT NULL DEFAULT 0);"

    "CREATE TABLE post_tag("
    " tag_id INTEGER NOT NULL REFERENCES tag(id),"
    " post_id INTEGER NOT NULL REFERENCES post(id),"
    " sort INTEGER NOT NULL,"              /* post.sort, for the list of a tag */
    " PRIMARY KEY(post_id, tag_id)) WITHOUT ROWID;"
    "CREATE INDEX post_tag_list ON post_tag(tag_id, sort, post_id);"

    "CREATE TABLE action("                 /* what undo and redo go by; rebuilt from the journal */
    " seq INTEGER PRIMARY KEY,"
    " place INTEGER NOT NULL,"             /* of its line in the journal, bytes */
    " undone INTEGER NOT NULL DEFAULT 0);" /* the undo line's number, 0 while it stands */
    "CREATE INDEX action_undone ON action(undone, seq);"

    "CREATE TRIGGER post_added AFTER INSERT ON post WHEN new.shown = 1 BEGIN"
    " UPDATE feed SET total = total + 1, unread = unread + (new.is_read = 0) WHERE id = new.feed_id;"
    "END;"
    "CREATE TRIGGER post_gone AFTER DELETE ON post WHEN old.shown = 1 BEGIN"
    " UPDATE feed SET total = total - 1, unread = unread - (old.is_read = 0) WHERE id = old.feed_id;"
    "END;"
    "CREATE TRIGGER post_counted AFTER UPDATE OF is_read, is_hidden, is_off, stub ON post"
    " WHEN old.shown != new.shown OR (new.shown = 1 AND old.is_read != new.is_read) BEGIN"
    " UPDATE feed SET total = total + new.shown - old.shown,"
    "  unread = unread + (new.shown = 1 AND new.is_read = 0) - (old.shown = 1 AND old.is_read = 0)"
    "  WHERE id = new.feed_id;"
    " UPDATE tag SET total = total + new.shown - old.shown,"
    "  unread = unread + (new.shown = 1 AND new.is_read = 0) - (old.shown = 1 AND old.is_read = 0)"
    "  WHERE id IN (SELECT tag_id FROM post_tag WHERE post_id = new.id);"
    "END;"
    "CREATE TRIGGER post_moved AFTER UPDATE OF sort ON post WHEN old.sort != new.sort BEGIN"
    " UPDATE post_tag SET sort = new.sort WHERE post_id = new.id;"
    "END;"
    "CREATE TRIGGER post_tagged AFTER INSERT ON post_tag BEGIN"
    " UPDATE tag SET total = total + p.shown, unread = unread + (p.shown = 1 AND p.is_read = 0)"
    "  FROM (SELECT shown, is_read FROM post WHERE id = new.post_id) p WHERE tag.id = new.tag_id;"
    "END;"
    "CREATE TRIGGER post_untagged AFTER DELETE ON post_tag BEGIN"
    " UPDATE tag SET total = total - p.shown, unread = unread - (p.shown = 1 AND p.is_read = 0)"
    "  FROM (SELECT shown, is_read FROM post WHERE id = old.post_id) p WHERE tag.id = old.tag_id;"
    "END;";

/*
 * Version 2. post.announced: the date of a post that was a day and more in the
 * future when it was first seen; published is NULL then. trace: the keys by
 * which stories are found (store/story_find.h); hints, which a post that has
 * changed or is gone leaves behind. meta.story_next: the post that is to be
 * looked at for stories next, downwards, of those that were there before.
 */
static const char step_2[] =
    "ALTER TABLE post ADD COLUMN announced INTEGER;"
    "UPDATE post SET announced = published, published = NULL WHERE published > first_seen + 86400;"

    "CREATE TABLE trace("
    " key INTEGER NOT NULL,"
    " post_id INTEGER NOT NULL,"
    " PRIMARY KEY(key, post_id)) WITHOUT ROWID;"
    "INSERT INTO meta(key, value) SELECT 'story_next', max(id) FROM post HAVING max(id) > 0;"

    "CREATE INDEX post_story_list ON post(story_id, sort, id, feed_id, is_read, is_starred)"
    " WHERE story_id IS NOT NULL AND shown = 1;";

/* Version 3. feed.host: the address without scheme, login and final "/"; a host alone did not tell the feeds of one platform apart. */
static const char step_3[] =
    "UPDATE feed SET host = rtrim(substr(url, instr(url, '://') + 3), '/') WHERE url LIKE 'http%://%' AND instr(url, '@') = 0;";

/* Version 4. feed.link_form: the IDENTITY_FORM that the links of its posts have. Stories are looked for anew, with what tells them apart by now. */
static const char step_4[] =
    "ALTER TABLE feed ADD COLUMN link_form INTEGER NOT NULL DEFAULT 0;"
    "UPDATE post SET story_id = NULL WHERE story_id IS NOT NULL;"
    "DELETE FROM trace;"
    "INSERT OR REPLACE INTO meta(key, value) SELECT 'story_next', max(id) FROM post HAVING max(id) > 0;";

/*
 * Version 5. full: what was found on the page of a post (store/full.h), beside
 * the text of its feed. The text stands last: the rest is read without it.
 */
static const char step_5[] =
    "CREATE TABLE full("
    " post_id INTEGER PRIMARY KEY REFERENCES post(id),"
    " tried INTEGER NOT NULL,"
    " fetched INTEGER,"                    /* the text; NULL without one */
    " held_until INTEGER,"
    " fails INTEGER NOT NULL DEFAULT 0,"   /* in a row */
    " how INTEGER NOT NULL DEFAULT 0,"     /* enum full_how, of the last try */
    " error TEXT NOT NULL DEFAULT '',"     /* a code of store/full_why.h */
    " url TEXT NOT NULL DEFAULT '',"       /* where the text came from */
    " canonical TEXT NOT NULL DEFAULT ''," /* canonical form of what the page says is its address */
    " letters INTEGER NOT NULL DEFAULT 0,"
    " pages INTEGER NOT NULL DEFAULT 0,"
    " is_part INTEGER NOT NULL DEFAULT 0,"
    " is_shown INTEGER NOT NULL DEFAULT 0," /* instead of the feed's */
    " hash INTEGER NOT NULL DEFAULT 0,"
    " xhtml TEXT NOT NULL DEFAULT '');"
    "CREATE INDEX full_held ON full(held_until) WHERE held_until IS NOT NULL;";

/* Version 6. full.is_chosen: which text is shown was the user's choice; last, since only what writes the row reads it. */
static const char step_6[] = "ALTER TABLE full ADD COLUMN is_chosen INTEGER NOT NULL DEFAULT 0;";

/* Version 7. held: places that want to be left alone (store/hold.h); the link of a post may lead to another one than its own. */
static const char step_7[] =
    "DROP INDEX full_held;"
    "CREATE TABLE held(place TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;";

/* Version 8. post.page_author, page_published: what the page of a post says where its feed says nothing. */
static const char step_8[] =
    "ALTER TABLE post ADD COLUMN page_author TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE post ADD COLUMN page_published INTEGER;";

/*
 * Version 9. arrived: new posts that rules have not seen yet (store/rules.h); errand: what rules want done for a post
 * (store/errand.h).
 */
static const char step_9[] =
    "CREATE TABLE arrived(post_id INTEGER PRIMARY KEY, is_first INTEGER NOT NULL);"
    "CREATE TABLE errand("
    " kind INTEGER NOT NULL,"
    " post_id INTEGER NOT NULL,"
    " key INTEGER NOT NULL,"               /* which program; 0 */
    " PRIMARY KEY(kind, post_id, key)) WITHOUT ROWID;";

/*
 * Version 10. The search index, and the queue of posts that it does not have as
 * they are: is_in says that it has a text, the one in the queue; turn is raised
 * by each further change. Triggers fill the queue, whoever writes; none touches
 * the index itself. post.has: bits (store/has.h); post.seconds: to read it.
 */
#define AUTHOR(post) "CASE WHEN " post ".author != '' THEN " post ".author ELSE " post ".page_author END"
#define SHOWN_PAGE(id) "(SELECT xhtml FROM full WHERE post_id = " id " AND is_shown = 1)"
#define FEED_TEXT(id) "(SELECT xhtml FROM body WHERE post_id = " id ")"
#define AGAIN " ON CONFLICT(post_id) DO UPDATE SET turn = turn + 1;"

/* Queues old.post_id, which had that text so far. */
#define QUEUE(text, row) \
    "INSERT INTO index_queue(post_id, is_in, title, author, xhtml, summary)" \
    " SELECT p.id, 1, p.title, " AUTHOR("p") ", " text ", p.summary FROM post p WHERE p.id = " row ".post_id" AGAIN

/* Queues the post old. */
#define QUEUE_POST \
    "INSERT INTO index_queue(post_id, is_in, title, author, xhtml, summary)" \
    " VALUES(old.id, 1, old.title, " AUTHOR("old") ", coalesce(" SHOWN_PAGE("old.id") ", " FEED_TEXT("old.id") "), old.summary)" AGAIN

static const char step_10[] =
    "ALTER TABLE post ADD COLUMN has INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE post ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0;"
    "CREATE VIRTUAL TABLE post_index USING fts5(title, author, section, body, initials, content = '', tokenize = 'sosik');"
    "CREATE TABLE index_queue("
    " post_id INTEGER PRIMARY KEY,"        /* may be gone */
    " turn INTEGER NOT NULL DEFAULT 0,"
    " is_in INTEGER NOT NULL DEFAULT 0,"
    " title TEXT, author TEXT, summary TEXT, xhtml TEXT);"
    "INSERT INTO index_queue(post_id) SELECT id FROM post;"

    "CREATE TRIGGER queue_post_new AFTER INSERT ON post BEGIN"
    " INSERT INTO index_queue(post_id) VALUES(new.id)" AGAIN "END;"
    "CREATE TRIGGER queue_post_gone BEFORE DELETE ON post BEGIN " QUEUE_POST "END;"
    "CREATE TRIGGER queue_post_changed AFTER UPDATE OF title, author, page_author, summary ON post"
    " WHEN (old.title, old.author, old.page_author, old.summary)"
    "  IS NOT (new.title, new.author, new.page_author, new.summary) BEGIN " QUEUE_POST "END;"
    "CREATE TRIGGER queue_body_new AFTER INSERT ON body BEGIN " QUEUE(SHOWN_PAGE("p.id"), "new") "END;"
    "CREATE TRIGGER queue_body_gone AFTER DELETE ON body BEGIN "
    QUEUE("coalesce(" SHOWN_PAGE("p.id") ", old.xhtml)", "old") "END;"
    "CREATE TRIGGER queue_body_changed AFTER UPDATE OF xhtml ON body WHEN old.xhtml IS NOT new.xhtml BEGIN "
    QUEUE("coalesce(" SHOWN_PAGE("p.id") ", old.xhtml)", "old") "END;"
    "CREATE TRIGGER queue_full_new AFTER INSERT ON full WHEN new.is_shown = 1 BEGIN " QUEUE(FEED_TEXT("p.id"), "new") "END;"
    "CREATE TRIGGER queue_full_gone AFTER DELETE ON full WHEN old.is_shown = 1 BEGIN " QUEUE("old.xhtml", "old") "END;"
    "CREATE TRIGGER queue_full_changed AFTER UPDATE OF xhtml, is_shown ON full"
    " WHEN old.is_shown != new.is_shown OR (new.is_shown = 1 AND old.xhtml IS NOT new.xhtml) BEGIN "
    QUEUE("CASE WHEN old.is_shown = 1 THEN old.xhtml ELSE " FEED_TEXT("p.id") " END", "old") "END;";

/*
 * Version 11. category: what feeds call their posts, by text/tag.h's key of
 * "c:…"; post.categories is the hash of what the feed said (store/category.h), 0
 * where that is not known yet. feed_tag.key: the same for the tags of a feed;
 * the few that lower() folds otherwise get theirs with the next change of the
 * feeds file.
 */
static const char step_11[] =
    "CREATE TABLE category("
    " id INTEGER PRIMARY KEY,"
    " key TEXT NOT NULL UNIQUE,"
    " name TEXT NOT NULL);"
    "CREATE TABLE post_category("
    " post_id INTEGER NOT NULL REFERENCES post(id),"
    " category_id INTEGER NOT NULL REFERENCES category(id),"
    " place INTEGER NOT NULL,"             /* in the feed's order */
    " PRIMARY KEY(post_id, category_id)) WITHOUT ROWID;"
    "CREATE INDEX post_category_list ON post_category(category_id, post_id);"
    "ALTER TABLE post ADD COLUMN categories INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE feed_tag ADD COLUMN key TEXT NOT NULL DEFAULT '';"
    "UPDATE feed_tag SET key = lower(name);"
    "CREATE INDEX feed_tag_by_key ON feed_tag(key);";

/* Version 12. action.first: the first line of the action that the line is of, itself where it is the only one. */
static const char step_12[] =
    "ALTER TABLE action ADD COLUMN first INTEGER NOT NULL DEFAULT 0;"
    "UPDATE action SET first = seq;";

/*
 * Version 13. post_looks: what a query asks of a post without its words, beside the order of lists, so
 * that what few posts are is found without reading the others; post.host: that of its link, whose key is
 * of one form for both schemes. post_every: the order of all posts, hidden ones too.
 */
static const char step_13[] =
    "ALTER TABLE post ADD COLUMN host TEXT GENERATED ALWAYS AS"
    " (substr(link_key, 9, instr(substr(link_key, 9) || '/', '/') - 1)) VIRTUAL;"
    "CREATE INDEX post_looks ON post(sort, id, feed_id, has, seconds, letters, host) WHERE shown = 1;"
    "CREATE INDEX post_every ON post(sort, id, stub);";

/* Version 14. The search index has its longest column first, which takes two bytes less for each word of a post. It is made anew. */
static const char step_14[] =
    "DROP TABLE post_index;"
    "CREATE VIRTUAL TABLE post_index USING " SCHEMA_INDEX ";"
    "DELETE FROM index_queue;"
    "INSERT INTO index_queue(post_id) SELECT id FROM post;";

const char *const *
schema_steps(int *newest)
{
	static const char *const steps[] = { step_1, step_2, step_3, step_4, step_5, step_6, step_7, step_8, step_9, step_10, step_11,
		step_12, step_13, step_14, schema_late_15, schema_late_16, schema_late_17, schema_late_18, schema_late_19,
		schema_late_20, schema_late_21, schema_late_22, schema_late_23, schema_late_24, schema_late_25, schema_late_26,
		schema_late_27, schema_late_28 };

	*newest = sizeof steps / sizeof steps[0];
	return steps;
}
