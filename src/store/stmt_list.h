/*
 * Every statement with a name of its own: X(name, text). What the columns and
 * ?N are stands beside the code that uses them.
 */
#ifndef STORE_STMT_LIST_H
#define STORE_STMT_LIST_H

#include "store/stmt_index.h"
#include "store/stmt_adopt.h"
#include "store/stmt_story.h"

/* struct feeds_row's, in its order, but for the tags. */
#define STMT_FEED_COLUMNS "id, uid, url, CASE WHEN name != '' THEN name WHEN title != '' THEN title ELSE host END," \
	" site, status, total, unread, etag, last_modified, last_try, last_ok, held_until, fails, error, repairs," \
	    " due, http, moved_to, moved_days, gap"

/* struct posts_row's, in its order, but for the tags. */
#define STMT_POST_COLUMNS "p.id, p.feed_id, p.title," \
	" CASE WHEN f.name != '' THEN f.name WHEN f.title != '' THEN f.title ELSE f.host END," \
	" CASE WHEN p.author != '' THEN p.author ELSE p.page_author END, p.link, p.summary," \
	" coalesce(p.announced, p.published, p.page_published), p.sort, p.is_read, p.is_starred, p.is_hidden, p.stub = 1, f.status = 1," \
	" p.is_changed, EXISTS (SELECT 1 FROM body b WHERE b.post_id = p.id), p.letters, p.story_id," \
	" (SELECT (x.fetched IS NOT NULL) + 2 * x.is_part + 4 * x.is_shown + 8 * (x.how > 2 OR (x.how = 1 AND NOT x.is_part)) + 16 * x.letters" \
	"  FROM full x WHERE x.post_id = p.id)," /* POSTS_FULL_ bits */ \
	" p.seconds, p.sections"

/* The posts that one run of the rules is about: the oldest of those that have come and can be searched. */
#define STMT_ARRIVED_SLICE "SELECT post_id FROM arrived WHERE " STMT_WAITS_NOT("post_id") " ORDER BY post_id LIMIT 256"

/* What a look for posts whose page is wanted comes to (store/full_look.h). */
#define STMT_LOOKED_AT "p.stub = 0 AND p.shown = 1 AND (p.is_read = 0 OR p.is_starred = 1) AND p.link != ''" \
	" AND NOT EXISTS (SELECT 1 FROM full x WHERE x.post_id = p.id AND x.fetched IS NOT NULL)"

/* A date that was a day and more ahead when the post came is no date it was published at: it is kept as announced. */
#define STMT_PAST(date, first_seen) "CASE WHEN " date " <= " first_seen " + 86400 THEN " date " END"
#define STMT_FUTURE(date, first_seen) "CASE WHEN " date " > " first_seen " + 86400 THEN " date " END"

/* post.host of a link's key, as identity_host() gives it. */
#define STMT_HOST(key) "substr(" key ", 9, instr(substr(" key ", 9) || '/', '/') - 1)"

/* A new post: names of values are numbers in their order, from 1 on for the first row. */
#define STMT_POST_COLUMNS_ADD "(feed_id, guid, link, link_key, title, title_key, author, published, updated, first_seen, sort," \
	" host, letters, hash, image, summary, announced, categories)"
#define STMT_POST_VALUES(x) "(:" x "1, :" x "2, :" x "3, :" x "4, :" x "5, :" x "6, :" x "7, " STMT_PAST(":" x "8", ":" x "9") \
	", :" x "10, :" x "9, :" x "11, :" x "12, :" x "13, :" x "14, :" x "15, :" x "16, " STMT_FUTURE(":" x "8", ":" x "9") ", :" x "17)"

/* What feed.total and feed.unread are. */
#define STMT_FEED_TOTAL "(SELECT count(*) FROM post p WHERE p.feed_id = feed.id AND p.shown = 1)"
#define STMT_FEED_UNREAD "(SELECT count(*) FROM post p WHERE p.feed_id = feed.id AND p.shown = 1 AND p.is_read = 0)"

/* What can be read, whether it counts as unread or not. */
#define STMT_NOT_READ "p.is_read != 1"

/* Unread, but not counted so before its feed is subscribed again. */
#define STMT_READ_LATER "is_read = CASE is_read WHEN 0 THEN 2 ELSE is_read END"

#define STMT_LIST(X) \
	/* store */ \
	X(STMT_BEGIN, "BEGIN IMMEDIATE") \
	X(STMT_COMMIT, "COMMIT") \
	X(STMT_ROLLBACK, "ROLLBACK") \
	X(STMT_DATA_VERSION, "PRAGMA data_version") \
	X(STMT_META_GET, "SELECT value FROM meta WHERE key = ?1") \
	X(STMT_META_SET, "INSERT INTO meta(key, value) VALUES(?1, ?2)" \
	    " ON CONFLICT(key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value") \
	X(STMT_POST_ROWS, "SELECT count(*) FROM post") \
	/* apply: the posts an action touches stand in temp.act */ \
	X(STMT_ACT_CLEAR, "DELETE FROM temp.act") \
	X(STMT_ACT_ADD, "INSERT OR IGNORE INTO temp.act(post_id) VALUES(?1)") \
	X(STMT_SET_READ, "UPDATE post SET is_read = 1 WHERE is_read != 1 AND id IN temp.act") \
	X(STMT_SET_UNREAD, "UPDATE post SET is_read = 0 WHERE is_read != 0 AND id IN temp.act") \
	X(STMT_SET_STAR, "UPDATE post SET is_starred = 1 WHERE is_starred = 0 AND id IN temp.act") \
	X(STMT_SET_UNSTAR, "UPDATE post SET is_starred = 0 WHERE is_starred = 1 AND id IN temp.act") \
	X(STMT_SET_HIDE, "UPDATE post SET is_hidden = 1 WHERE is_hidden = 0 AND id IN temp.act") \
	X(STMT_SET_UNHIDE, "UPDATE post SET is_hidden = 0 WHERE is_hidden = 1 AND id IN temp.act") \
	X(STMT_SET_TAG, "INSERT OR IGNORE INTO post_tag(tag_id, post_id, sort)" \
	    " SELECT ?1, p.id, p.sort FROM temp.act a CROSS JOIN post p ON p.id = a.post_id") \
	X(STMT_SET_UNTAG, "DELETE FROM post_tag WHERE post_id IN temp.act AND tag_id = ?1") \
	X(STMT_SET_KEPT, "UPDATE post SET is_off = 0, " STMT_READ_LATER " WHERE is_off = 1 AND id IN temp.act") \
	X(STMT_SET_OFF, "UPDATE post SET is_off = 1 WHERE id IN temp.act AND is_off = 0 AND is_starred = 0" \
	    " AND feed_id IN (SELECT id FROM feed WHERE status = 1)" \
	    " AND NOT EXISTS (SELECT 1 FROM post_tag x WHERE x.post_id = post.id)") \
	X(STMT_WORD_FIND, "SELECT 1 FROM temp.post_places WHERE term = ?1 LIMIT 1") \
	X(STMT_TAG_FIND, "SELECT id FROM tag WHERE key = ?1") \
	X(STMT_TAG_ADD, "INSERT INTO tag(key, name) VALUES(?1, ?2)") \
	X(STMT_POSITION_SET, "INSERT OR REPLACE INTO position(post_id, section, letter) VALUES(?1, ?2, ?3)") \
	X(STMT_POSITION_GET, "SELECT section, letter FROM position WHERE post_id = ?1") \
	X(STMT_FORGET_POSTS, "UPDATE post SET is_read = 0, is_starred = 0, is_hidden = 0" \
	    " WHERE is_read != 0 OR is_starred = 1 OR is_hidden = 1") \
	X(STMT_FORGET_TAGS, "DELETE FROM post_tag") \
	X(STMT_FORGET_POSITIONS, "DELETE FROM position") \
	X(STMT_FORGET_ACTIONS, "DELETE FROM action") \
	/* apply: the undo stack */ \
	X(STMT_ACTION_ADD, "INSERT OR REPLACE INTO action(seq, place, undone, first) VALUES(?1, ?2, 0, ?3)") \
	X(STMT_ACTION_DROP_UNDONE, "DELETE FROM action WHERE undone > 0") \
	X(STMT_ACTION_SET_UNDONE, "UPDATE action SET undone = ?2 WHERE seq = ?1") \
	X(STMT_ACTION_LAST, "SELECT seq, place, seq FROM action WHERE undone = 0 AND seq <= ?1 ORDER BY seq DESC LIMIT 1") \
	X(STMT_ACTION_UNDONE, "SELECT seq, place, undone FROM action WHERE undone > 0 AND undone <= ?1 ORDER BY undone DESC LIMIT 1") \
	X(STMT_ACTION_GOES_ON, "SELECT 1 FROM action WHERE first = ?1 AND undone = 0 AND seq = (SELECT max(seq) FROM action)") \
	X(STMT_ACTION_LAST_OF, "SELECT seq, place, seq FROM action WHERE undone = 0 AND first = ?1 AND seq >= ?1 ORDER BY seq DESC LIMIT 1") \
	X(STMT_ACTION_UNDONE_OF, "SELECT seq, place, undone FROM action WHERE undone > 0 AND first = ?1 ORDER BY undone DESC LIMIT 1") \
	X(STMT_ACTION_DROP, "DELETE FROM action WHERE seq = ?1") \
	X(STMT_ACTION_DROP_OLD, "DELETE FROM action WHERE seq < ?1") \
	/* feeds */ \
	X(STMT_FEED_BY_UID, "SELECT id FROM feed WHERE uid = ?1") \
	X(STMT_FEED_ADD, "INSERT INTO feed(uid, url, url_key, host, line, status, place)" \
	    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, 1 << 30)") \
	X(STMT_FEED_SUBSCRIBE, "UPDATE feed SET url = ?2, url_key = ?3, host = CASE url WHEN ?2 THEN host ELSE ?4 END, line = ?5," \
	    " held_until = CASE url WHEN ?2 THEN held_until END, due = CASE WHEN url = ?2 AND ?6 THEN due END," \
	    " status = CASE WHEN url != ?2 THEN 0 WHEN status = 1 THEN hidden_as ELSE status END WHERE id = ?1") \
	X(STMT_FEED_UNSUBSCRIBE, "UPDATE feed SET hidden_as = status, status = 1 WHERE id = ?1 AND status != 1") \
	X(STMT_FEED_HIDE_ALL, "UPDATE feed SET hidden_as = status, status = 1 WHERE status != 1") \
	X(STMT_FEED_POSTS_OFF, "UPDATE post SET is_off = 1 WHERE feed_id = ?1 AND is_off = 0 AND is_starred = 0" \
	    " AND NOT EXISTS (SELECT 1 FROM post_tag x WHERE x.post_id = post.id)") \
	X(STMT_FEED_POSTS_LEFT, "UPDATE post SET " STMT_READ_LATER " WHERE feed_id = ?1 AND is_read = 0 AND is_off = 0") \
	X(STMT_FEED_POSTS_ON, "UPDATE post SET is_off = 0, is_read = is_read = 1 WHERE feed_id = ?1 AND (is_off = 1 OR is_read = 2)") \
	X(STMT_FEED_MOVE, "UPDATE feed SET url = ?2, url_key = ?3, host = ?4, etag = '', last_modified = ''," \
	    " moved_to = '', moved_days = 0, held_until = NULL, due = CASE WHEN error = '' THEN due END, fails = 0, error = '', hidden_as = 0," \
	    " status = CASE status WHEN 2 THEN 0 ELSE status END WHERE id = ?1 AND url != ?2") \
	X(STMT_FEED_FORMER, "INSERT OR IGNORE INTO feed_url(url_key, feed_id, url)" \
	    " SELECT url_key, id, url FROM feed WHERE id = ?1 AND url != ?2") \
	X(STMT_FEED_FORMER_DROP, "DELETE FROM feed_url WHERE feed_id = ?1 AND url = ?2") \
	X(STMT_FEED_SYNC_ROWS, "SELECT id, uid, url, url_key, status, place, line FROM feed ORDER BY place, id") \
	X(STMT_FEED_FORMER_IDS, "SELECT feed_id FROM feed_url WHERE url_key = ?1") \
	X(STMT_FEED_BY_URL, "SELECT id FROM feed WHERE url = ?1 ORDER BY status = 1, id LIMIT 1") \
	X(STMT_FEED_SET_LINE, "UPDATE feed SET place = ?2, line = ?3, name = ?4, due = CASE WHEN ?5 THEN due END WHERE id = ?1") \
	X(STMT_FEED_TAGS_CLEAR, "DELETE FROM feed_tag WHERE feed_id = ?1") \
	X(STMT_FEED_TAG_ADD, "INSERT INTO feed_tag(feed_id, place, name, key) VALUES(?1, ?2, ?3, ?4)") \
	X(STMT_FEED_TAGS, "SELECT name FROM feed_tag WHERE feed_id = ?1 ORDER BY place") \
	X(STMT_FEED_TAGS_ALL, "SELECT feed_id, name FROM feed_tag ORDER BY feed_id, place") \
	X(STMT_FEED_LIST, "SELECT " STMT_FEED_COLUMNS " FROM feed WHERE status != 1 ORDER BY place, id") \
	X(STMT_FEED_GET, "SELECT " STMT_FEED_COLUMNS " FROM feed WHERE id = ?1") \
	X(STMT_FEED_TEMPO, "SELECT ttl_min, skip, newest, gap, fails, line, moved_to != '' FROM feed WHERE id = ?1") \
	X(STMT_FEED_OK, "UPDATE feed SET last_try = ?2, last_ok = ?2, fails = 0, error = '', http = ?3," \
	    " held_until = NULL, due = ?4, status = CASE status WHEN 2 THEN 0 ELSE status END WHERE id = ?1") \
	X(STMT_FEED_FAILED, "UPDATE feed SET last_try = ?2, fails = fails + 1, error = ?5, http = ?3, due = ?4, held_until = ?6," \
	    " status = CASE WHEN ?3 = 410 AND ?7 = 0 AND status = 0 THEN 2 ELSE status END WHERE id = ?1") \
	X(STMT_FEED_WAITED, "UPDATE feed SET last_try = ?2 WHERE id = ?1") \
	X(STMT_FEED_EXCUSED, "UPDATE feed SET error = ?2, http = ?3 WHERE id = ?1 AND fails = 0") \
	X(STMT_FEED_EXCUSE, "UPDATE feed SET error = ?2, fails = max(fails - 1, 0), due = NULL WHERE id = ?1 AND error != ''") \
	X(STMT_FEED_DATES, "SELECT sort FROM post WHERE feed_id = ?1 AND shown = 1 ORDER BY sort DESC, id DESC LIMIT ?2") \
	X(STMT_FEED_RHYTHM, "UPDATE feed SET newest = ?2, gap = ?3 WHERE id = ?1") \
	X(STMT_FEED_VALIDATORS, "UPDATE feed SET etag = ?2, last_modified = ?3 WHERE id = ?1") \
	X(STMT_FEED_MOVED, "UPDATE feed SET moved_days = CASE WHEN ?2 = '' THEN 0 WHEN moved_to != ?2 THEN 1" \
	    " WHEN moved_last IS NULL OR moved_last / 86400 != ?3 / 86400 THEN moved_days + 1 ELSE moved_days END," \
	    " moved_to = ?2, moved_last = ?3 WHERE id = ?1") \
	X(STMT_FEED_COUNT_MOVED, "SELECT count(*) FROM feed WHERE moved_days >= ?1 AND status != 1") \
	X(STMT_FEED_TITLE, "UPDATE feed SET title = CASE title WHEN '' THEN ?2 ELSE title END," \
	    " status = CASE status WHEN 2 THEN 0 ELSE status END WHERE url = ?1") \
	X(STMT_FEED_VALUES, "UPDATE feed SET title = ?2, site = ?3, subtitle = ?4, author = ?5, language = ?6," \
	    " image = ?7, repairs = ?8, ttl_min = ?9, host = coalesce(?10, host), skip = ?11 WHERE id = ?1 AND (title, site, subtitle, author," \
	    " language, image, repairs, ttl_min, host, skip) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, coalesce(?10, host), ?11)") \
	/* merge */ \
	X(STMT_FEED_HAS_POSTS, "SELECT 1 FROM post WHERE feed_id = ?1 LIMIT 1") \
	X(STMT_POST_KNOWN, "SELECT id, stub, hash, coalesce(announced, published), first_seen," \
	    " stub IN (1, 2) OR link_key = ?3 OR title = ?4 OR coalesce(announced, published) = ?5, categories" \
	    " FROM post WHERE feed_id = ?1 AND guid = ?2") \
	X(STMT_POST_SAME_LINK, "SELECT id, title, coalesce(announced, published), guid, stub, link_key FROM post" \
	    " WHERE link_key = ?2 AND feed_id = ?1" \
	    " ORDER BY id DESC LIMIT 50") \
	X(STMT_POST_SAME_TITLE, "SELECT id, title, coalesce(announced, published), guid, stub, link_key FROM post" \
	    " WHERE title_key = ?2 AND feed_id = ?1 ORDER BY id LIMIT 50") \
	X(STMT_POST_BY_ROW, "SELECT id, stub, hash, coalesce(announced, published), first_seen, 1, categories FROM post WHERE id = ?1") \
	X(STMT_POST_ADD, "INSERT INTO post" STMT_POST_COLUMNS_ADD " VALUES" STMT_POST_VALUES("a")) \
	/* MERGE_TOGETHER rows. Without OR FAIL, or with a function in any of it, SQLite would copy each page before, in case that it had to take back some of them */ \
	X(STMT_POST_ADD_MANY, "INSERT OR FAIL INTO post" STMT_POST_COLUMNS_ADD " VALUES" STMT_POST_VALUES("a") ", " STMT_POST_VALUES("b") \
	    ", " STMT_POST_VALUES("c") ", " STMT_POST_VALUES("d") ", " STMT_POST_VALUES("e") ", " STMT_POST_VALUES("f") \
	    ", " STMT_POST_VALUES("g") ", " STMT_POST_VALUES("h") ", " STMT_POST_VALUES("i") ", " STMT_POST_VALUES("j")) \
	X(STMT_POST_FILL, "UPDATE post SET link = ?3, link_key = ?4, title = ?5, title_key = ?6, author = ?7," \
	    " published = " STMT_PAST("?8", "?9") ", announced = " STMT_FUTURE("?8", "?9") ", updated = ?10, sort = ?11," \
	    " host = ?12, letters = ?13, hash = ?14, image = ?15, summary = ?16, stub = 0 WHERE id = ?17") \
	X(STMT_POST_CHANGE, "UPDATE post SET link = ?3, link_key = ?4, title = ?5, title_key = ?6, author = ?7," \
	    " published = " STMT_PAST("?8", "?9") ", announced = " STMT_FUTURE("?8", "?9") ", updated = ?10, sort = ?11," \
	    " host = ?12, letters = ?13, old_hash = CASE WHEN ?18 THEN hash ELSE old_hash END, hash = ?14," \
	    " image = ?15, summary = ?16, is_changed = is_changed OR ?18 WHERE id = ?17") \
	X(STMT_SOURCE_GET, "SELECT key, body, posts FROM source WHERE feed_id = ?1 AND form = ?2") \
	X(STMT_SOURCE_SET, "INSERT OR REPLACE INTO source(feed_id, form, key, body, posts) VALUES(?1, ?2, ?3, ?4, ?5)") \
	X(STMT_SOURCE_DROP, "DELETE FROM source WHERE feed_id = ?1") \
	X(STMT_FRESH_COUNT, "UPDATE feed SET total = total + ?2, unread = unread + ?2 WHERE id = ?1") \
	X(STMT_BODY_ADD, "INSERT INTO body(post_id, xhtml, hash) VALUES(?1, ?2, ?3)") \
	X(STMT_BODY_ADD_MANY, "INSERT OR FAIL INTO body(post_id, xhtml, hash) VALUES(?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?)," \
	    " (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?)") /* TOGETHER in fresh.c */ \
	X(STMT_BODY_SET, "INSERT INTO body(post_id, xhtml, hash) VALUES(?1, ?2, ?3)" \
	    " ON CONFLICT(post_id) DO UPDATE SET xhtml = excluded.xhtml, hash = excluded.hash") \
	X(STMT_BODY_GET, "SELECT xhtml FROM body WHERE post_id = ?1") \
	X(STMT_TEXT_GET, "SELECT coalesce((SELECT xhtml FROM full WHERE post_id = ?1 AND is_shown = 1)," \
	    " (SELECT xhtml FROM body WHERE post_id = ?1))") \
	/* full texts */ \
	X(STMT_FULL_GET, "SELECT how, error, url, tried, fetched, held_until, fails, letters, pages, is_part, is_shown," \
	    " EXISTS (SELECT 1 FROM errand WHERE kind = 0 AND post_id = ?1) FROM full WHERE post_id = ?1") \
	X(STMT_HEALTH_TEXTS, "SELECT p.feed_id, sum(x.fetched IS NOT NULL AND x.is_part = 0)," \
	    " sum(x.fetched IS NOT NULL AND x.is_part != 0), sum(x.fetched IS NULL)" \
	    " FROM full x JOIN post p ON p.id = x.post_id GROUP BY p.feed_id") \
	X(STMT_HEALTH_TEXTLESS, "SELECT p.feed_id, x.how, x.error, x.fails, count(*), count(e.post_id)," \
	    " min(CASE WHEN e.post_id IS NOT NULL THEN x.tried END), max(x.held_until)" \
	    " FROM full x JOIN post p ON p.id = x.post_id" \
	    " LEFT JOIN (SELECT DISTINCT post_id FROM errand WHERE kind = 0) e ON e.post_id = x.post_id" \
	    " WHERE x.fetched IS NULL GROUP BY p.feed_id, x.how, x.error, x.fails ORDER BY p.feed_id, max(x.tried)") \
	X(STMT_FULL_TEXT, "SELECT xhtml FROM full WHERE post_id = ?1") \
	X(STMT_FULL_CANONICAL, "SELECT canonical FROM full WHERE post_id = ?1") \
	X(STMT_FULL_SET, "INSERT INTO full(post_id, tried, fetched, how, error, url, canonical, letters, pages, is_part, is_shown," \
	    " hash, xhtml) SELECT ?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 WHERE EXISTS (SELECT 1 FROM post WHERE id = ?1)" \
	    " ON CONFLICT(post_id) DO UPDATE SET tried = ?2, fetched = ?2, held_until = NULL," \
	    " fails = CASE WHEN ?3 = 1 THEN fails + 1 ELSE 0 END, how = ?3, error = ?4," \
	    " url = ?5, canonical = ?6, letters = ?7, pages = ?8, is_part = ?9, hash = ?11, xhtml = ?12," \
	    " is_shown = ?10 OR (is_chosen AND is_shown), is_chosen = is_chosen AND is_shown") \
	X(STMT_FULL_SAYS, "UPDATE post SET page_author = ?2, page_published = " STMT_PAST("?3", "first_seen") " WHERE id = ?1") \
	X(STMT_FULL_FAIL, "INSERT INTO full(post_id, tried, how, error, held_until, fails)" \
	    " SELECT ?1, ?2, ?3, ?4, ?5, 1 WHERE EXISTS (SELECT 1 FROM post WHERE id = ?1)" \
	    " ON CONFLICT(post_id) DO UPDATE SET tried = ?2, how = ?3, error = ?4, held_until = ?5, fails = fails + 1") \
	X(STMT_FULL_SHOW, "UPDATE full SET is_shown = ?2, is_chosen = 1 WHERE post_id = ?1 AND fetched IS NOT NULL AND is_shown != ?2") \
	/* the feed of ?1 now has ?2 letters to give, and the page is shorter below ?3 percent of them */ \
	X(STMT_FULL_YIELD, "UPDATE full SET is_shown = 0 WHERE post_id = ?1 AND is_shown = 1 AND is_chosen = 0" \
	    " AND letters * 100 < ?2 * ?3") \
	/* feeds that are met for the first time */ \
	X(STMT_MET_FIRST, "SELECT line FROM feed WHERE id = ?1 AND is_met = 0 AND last_ok IS NULL") \
	X(STMT_MET_TOUCHED, "SELECT EXISTS (SELECT 1 FROM post p WHERE p.feed_id = ?1 AND (p.is_read OR p.is_starred OR p.is_hidden" \
	    " OR p.stub OR EXISTS (SELECT 1 FROM post_tag x WHERE x.post_id = p.id)))") \
	X(STMT_MET_READ, "UPDATE post SET is_read = 1 WHERE feed_id = ?1 AND shown = 1 AND is_read = 0 AND id NOT IN" \
	    " (SELECT id FROM post WHERE feed_id = ?1 AND shown = 1 ORDER BY sort DESC, id DESC LIMIT ?2)") \
	X(STMT_MET_ANY, "SELECT 1 FROM feed WHERE is_met = 0 AND last_ok IS NOT NULL LIMIT 1") \
	X(STMT_MET_NEW, "SELECT id, uid FROM feed WHERE is_met = 0 AND last_ok IS NOT NULL ORDER BY id LIMIT ?1") \
	/* whether any is read its counts say: no post has to be looked at for that */ \
	X(STMT_MET_POSTS, "SELECT f.uid, p.guid FROM feed f CROSS JOIN post p ON p.feed_id = f.id WHERE f.id = ?1" \
	    " AND f.unread != (SELECT count(*) FROM post q WHERE q.feed_id = ?1) AND p.is_read = 1 ORDER BY p.id") \
	X(STMT_MET_SET, "UPDATE feed SET is_met = 1 WHERE id = ?1") \
	/* full texts that are wanted */ \
	X(STMT_WANTED_LIST, "SELECT e.post_id, min(e.key), max(e.key), p.feed_id, p.host, p.shown AND p.link != ''," \
	    " p.is_read AND NOT p.is_starred, f.full_fails, x.fetched IS NOT NULL AND NOT x.is_part, x.how, x.tried, x.fails, x.held_until" \
	    " FROM errand e CROSS JOIN post p ON p.id = e.post_id CROSS JOIN feed f ON f.id = p.feed_id" \
	    " LEFT JOIN full x ON x.post_id = p.id WHERE e.kind = 0 GROUP BY e.post_id ORDER BY p.sort DESC, p.id DESC") \
	/* those in temp.act whose page gave nothing, or a part, so far: by FULL_BY_FEED */ \
	X(STMT_WANTED_AGAIN, "INSERT OR IGNORE INTO errand(kind, post_id, key) SELECT 0, x.post_id, 1 FROM temp.act a" \
	    " CROSS JOIN full x ON x.post_id = a.post_id WHERE x.fails > 0 AND (x.fetched IS NULL OR x.is_part)") \
	X(STMT_WANTED_END, "DELETE FROM errand WHERE kind = 0 AND post_id = ?1") \
	X(STMT_LOOK_TEXT, "SELECT coalesce(b.xhtml, p.summary) FROM post p LEFT JOIN body b ON b.post_id = p.id WHERE p.id = ?1") \
	/* of those beyond ?1, up to and with ?2; of feed ?1 */ \
	X(STMT_LOOK_POSTS, "SELECT p.id, p.feed_id, p.letters FROM post p WHERE p.id > ?1 AND p.id <= ?2 AND " STMT_LOOKED_AT \
	    " ORDER BY p.feed_id, p.sort DESC, p.id DESC") \
	X(STMT_LOOK_FEEDS, "SELECT id FROM feed ORDER BY id") \
	X(STMT_LOOK_FEED_POSTS, "SELECT p.id, p.feed_id, p.letters FROM post p INDEXED BY post_feed WHERE p.feed_id = ?1 AND p.id <= ?2" \
	    " AND " STMT_LOOKED_AT " ORDER BY p.sort DESC, p.id DESC") \
	X(STMT_LOOK_FEED, "SELECT f.full_history, f.full_fails," \
	    " ?2 = 0 OR NOT EXISTS (SELECT 1 FROM post p WHERE p.feed_id = ?1 AND p.id <= ?2 AND p.stub = 0), count(*), sum(n.letters >= ?3)" \
	    " FROM feed f LEFT JOIN (SELECT letters FROM post WHERE feed_id = ?1 AND shown = 1 ORDER BY sort DESC, id DESC LIMIT ?4) n" \
	    " WHERE f.id = ?1 GROUP BY f.id") \
	/* a page of ?1 with ?2 letters: half as many again as the feed gave are more; ?3: one bit behind those that are kept */ \
	X(STMT_LOOK_PAGE, "UPDATE feed SET full_fails = 0, full_history = CASE WHEN full_history * 2 < ?3" \
	    " THEN full_history * 2 + p.is_more ELSE ?3 + (full_history * 2 + p.is_more) % ?3 END" \
	    " FROM (SELECT feed_id, ?2 * 2 >= letters * 3 AS is_more FROM post WHERE id = ?1) p WHERE feed.id = p.feed_id") \
	X(STMT_LOOK_MISS, "UPDATE feed SET full_fails = full_fails + 1 WHERE id = (SELECT feed_id FROM post WHERE id = ?1)") \
	/* places that want to be left alone */ \
	X(STMT_HOLD_SET, "INSERT INTO held(place, until) VALUES(?1, ?2)" \
	    " ON CONFLICT(place) DO UPDATE SET until = max(until, excluded.until)") \
	X(STMT_HOLD_DROP, "DELETE FROM held WHERE until <= ?1 OR until > ?2") \
	X(STMT_HOLD_LIST, "SELECT place, until FROM held WHERE until > ?1") \
	STMT_INDEX_LIST(X) \
	STMT_ADOPT_LIST(X) \
	STMT_STORY_LIST(X) \
	/* links in another form: */ \
	X(STMT_FEED_FORM, "SELECT link_form FROM feed WHERE id = ?1") \
	X(STMT_FEED_SET_FORM, "UPDATE feed SET link_form = ?2 WHERE id = ?1") \
	X(STMT_RELINK_FEED, "SELECT id, link, link_key, guid FROM post WHERE feed_id = ?1") \
	X(STMT_RELINK_POST, "SELECT id, link, link_key, guid FROM post WHERE id = ?1") \
	X(STMT_RELINK_KEY, "UPDATE post SET link_key = nullif(?2, ''), host = " STMT_HOST("nullif(?2, '')") " WHERE id = ?1") \
	X(STMT_RELINK_GUID, "UPDATE OR IGNORE post SET guid = ?2 WHERE id = ?1") \
	/* purging: of the posts in temp.act */ \
	X(STMT_PURGE_SPARED, "SELECT coalesce(sum(is_starred), 0), coalesce(sum(is_tagged AND NOT is_starred), 0)," \
	    " coalesce(sum(is_read != 1 AND NOT is_tagged AND NOT is_starred), 0) FROM (SELECT p.is_starred, p.is_read," \
	    " EXISTS (SELECT 1 FROM post_tag x WHERE x.post_id = p.id) AS is_tagged" \
	    " FROM temp.act a CROSS JOIN post p ON p.id = a.post_id WHERE p.stub < 2)") \
	X(STMT_PURGE_SPARE, "DELETE FROM temp.act WHERE post_id NOT IN (SELECT p.id FROM temp.act a CROSS JOIN post p ON p.id = a.post_id" \
	    " WHERE p.stub < 2 AND p.is_starred = 0 AND p.is_read = 1 AND NOT EXISTS (SELECT 1 FROM post_tag x WHERE x.post_id = p.id))") \
	X(STMT_PURGE_LEFT, "SELECT p.id FROM feed f CROSS JOIN post p ON p.feed_id = f.id WHERE f.status = 1 AND p.stub < 2") \
	X(STMT_ACT_LIST, "SELECT post_id FROM temp.act ORDER BY post_id DESC") \
	X(STMT_ACT_NAMES_UNREAD, "SELECT f.uid, p.guid FROM temp.act a CROSS JOIN post p ON p.id = a.post_id" \
	    " CROSS JOIN feed f ON f.id = p.feed_id WHERE " STMT_NOT_READ " ORDER BY p.feed_id, p.id") \
	X(STMT_ACT_NAMES, "SELECT f.uid, p.guid FROM temp.act a CROSS JOIN post p ON p.id = a.post_id" \
	    " CROSS JOIN feed f ON f.id = p.feed_id ORDER BY p.feed_id, p.id") \
	/* what the user has kept elsewhere stays here */ \
	X(STMT_PURGE_KEEP, "DELETE FROM temp.act WHERE post_id IN (SELECT p.id FROM temp.act a CROSS JOIN post p ON p.id = a.post_id" \
	    " WHERE p.is_starred = 1 OR EXISTS (SELECT 1 FROM post_tag x WHERE x.post_id = p.id))") \
	X(STMT_PURGE_BODY, "DELETE FROM body WHERE post_id IN temp.act") \
	X(STMT_PURGE_FULL, "DELETE FROM full WHERE post_id IN temp.act") \
	X(STMT_PURGE_POSITION, "DELETE FROM position WHERE post_id IN temp.act") \
	X(STMT_PURGE_CATEGORY, "DELETE FROM post_category WHERE post_id IN temp.act") \
	X(STMT_PURGE_POST, "UPDATE post SET stub = 3, title = '', title_key = NULL, link = '', link_key = NULL, host = NULL, author = ''," \
	    " page_author = '', summary = '', image = '', story_id = NULL, is_read = 0, is_hidden = 0, is_changed = 0, letters = 0," \
	    " hash = 0, old_hash = NULL, categories = 0 WHERE id IN temp.act") \
	X(STMT_DUMP_PURGED, "SELECT f.uid, p.guid FROM post p JOIN feed f ON f.id = p.feed_id WHERE p.stub = 3 ORDER BY p.feed_id, p.id") \
	/* tags as such */ \
	X(STMT_FEED_TAG_LIST, "SELECT u.name, count(*) FROM feed_tag u CROSS JOIN feed f ON f.id = u.feed_id WHERE f.status != 1" \
	    " GROUP BY u.key") \
	/* the kept counts of the feeds that have the tag, and the posts of others */ \
	X(STMT_TAG_COUNT, "WITH tagged AS MATERIALIZED (SELECT u.feed_id FROM feed_tag u WHERE u.key = ?1 OR (u.key > ?2 AND u.key < ?3))" \
	    " SELECT count(*) + (SELECT coalesce(sum(total), 0) FROM feed WHERE id IN tagged)," \
	    "  coalesce(sum(p.is_read = 0), 0) + (SELECT coalesce(sum(unread), 0) FROM feed WHERE id IN tagged)" \
	    " FROM post p WHERE p.shown = 1 AND p.feed_id NOT IN tagged AND p.id IN" \
	    " (SELECT x.post_id FROM tag t CROSS JOIN post_tag x ON x.tag_id = t.id WHERE t.key = ?1 OR (t.key > ?2 AND t.key < ?3))") \
	X(STMT_TAG_FAMILY, "SELECT id, name, key FROM tag WHERE (key = ?1 OR (key > ?2 AND key < ?3))" \
	    " AND EXISTS (SELECT 1 FROM post_tag x WHERE x.tag_id = tag.id) ORDER BY key") \
	X(STMT_TAG_USED, "SELECT id FROM tag WHERE key = ?1 AND EXISTS (SELECT 1 FROM post_tag x WHERE x.tag_id = tag.id)") \
	X(STMT_TAG_POSTS, "SELECT count(*) FROM post_tag WHERE tag_id = ?1") \
	X(STMT_TAG_SOME, "SELECT post_id FROM post_tag INDEXED BY post_tag_list WHERE tag_id = ?1 LIMIT ?2") \
	X(STMT_TAG_NAME, "UPDATE tag SET key = ?2, name = ?3 WHERE id = ?1") \
	X(STMT_TAG_JOIN, "INSERT OR IGNORE INTO post_tag(tag_id, post_id, sort) SELECT ?2, post_id, sort FROM post_tag WHERE tag_id = ?1") \
	X(STMT_TAG_EMPTY, "DELETE FROM post_tag WHERE tag_id = ?1") \
	X(STMT_TAG_DROP, "DELETE FROM tag WHERE id = ?1") \
	X(STMT_ACT_TAGGED, "INSERT OR IGNORE INTO temp.act(post_id) SELECT post_id FROM post_tag WHERE tag_id = ?1") \
	X(STMT_ACT_COUNT, "SELECT count(*) FROM temp.act") \
	/* aliases of tags; they stand in memory */ \
	X(STMT_ALIAS_ADD, "INSERT OR IGNORE INTO temp.alias(key, tag, name) VALUES(?1, ?2, ?3)") \
	X(STMT_ALIAS_FIND, "SELECT name FROM temp.alias WHERE key = ?1") \
	/* categories */ \
	X(STMT_CATEGORY_FIND, "SELECT id FROM category WHERE key = ?1") \
	X(STMT_CATEGORY_ADD, "INSERT INTO category(key, name) VALUES(?1, ?2)") \
	X(STMT_CATEGORY_GIVE, "INSERT OR IGNORE INTO post_category(post_id, category_id, place) VALUES(?1, ?2, ?3)") \
	X(STMT_CATEGORY_GIVE_MANY, "INSERT OR IGNORE INTO post_category(post_id, category_id, place) VALUES(?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?)," \
	    " (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?)") /* TOGETHER in category.c */ \
	X(STMT_CATEGORY_TAKE, "DELETE FROM post_category WHERE post_id = ?1") \
	X(STMT_CATEGORY_HASH, "UPDATE post SET categories = ?2 WHERE id = ?1") \
	X(STMT_CATEGORY_LIST, "SELECT substr(c.name, 3) FROM post_category x CROSS JOIN category c ON c.id = x.category_id" \
	    " WHERE x.post_id = ?1 ORDER BY x.place") \
	X(STMT_CATEGORY_ROWS, "SELECT c.name, count(*) AS n, sum(p.is_read = 0) FROM post_category x" \
	    " CROSS JOIN post p ON p.id = x.post_id CROSS JOIN category c ON c.id = x.category_id WHERE p.shown = 1" \
	    " GROUP BY x.category_id ORDER BY n DESC, c.key") \
	/* posts */ \
	X(STMT_POST_TAGS, "SELECT t.name FROM post_tag x CROSS JOIN tag t ON t.id = x.tag_id WHERE x.post_id = ?1" \
	    " ORDER BY t.key") \
	X(STMT_POST_GET, "SELECT " STMT_POST_COLUMNS " FROM post p CROSS JOIN feed f ON f.id = p.feed_id WHERE p.id = ?1") \
	X(STMT_POST_BY_LINK, "SELECT id FROM post WHERE link_key = ?1 AND stub < 2 ORDER BY shown DESC, stub, id DESC LIMIT 1") \
	X(STMT_POST_EXISTS, "SELECT id FROM post WHERE id = ?1 AND stub < 2") \
	X(STMT_COUNT_ALL, "SELECT coalesce(sum(total), 0) FROM feed") \
	X(STMT_COUNT_UNREAD, "SELECT coalesce(sum(unread), 0) FROM feed") \
	X(STMT_COUNT_FEED, "SELECT total FROM feed WHERE id = ?1") \
	X(STMT_COUNT_FEED_UNREAD, "SELECT unread FROM feed WHERE id = ?1") \
	X(STMT_COUNT_TAG, "SELECT total FROM tag WHERE key = ?1") \
	X(STMT_COUNT_TAG_UNREAD, "SELECT unread FROM tag WHERE key = ?1") \
	X(STMT_TAG_LIST, "SELECT name, total, unread FROM tag WHERE total > 0 ORDER BY total DESC, key") \
	/* undo, compaction */ \
	X(STMT_ACTION_LIST, "SELECT seq, place, undone, first FROM action ORDER BY seq DESC") \
	X(STMT_ACTION_PLACE, "SELECT place FROM action WHERE seq = ?1") \
	X(STMT_ACTION_MOVE, "UPDATE action SET place = ?2 WHERE seq = ?1") \
	X(STMT_RESTORE_BY_UID, "SELECT uid, url, status FROM feed WHERE uid = ?1") \
	X(STMT_RESTORE_BY_URL, "SELECT uid, url, status FROM feed WHERE url_key = ?1 ORDER BY status = 1, id LIMIT 1") \
	X(STMT_RESTORE_BY_FORMER, "SELECT f.uid, f.url, f.status FROM feed_url u CROSS JOIN feed f ON f.id = u.feed_id" \
	    " WHERE u.url_key = ?1 ORDER BY f.status = 1, f.id LIMIT 1") \
	X(STMT_FEED_MOVED_TO, "SELECT f.url FROM feed_url u CROSS JOIN feed f ON f.id = u.feed_id" \
	    " WHERE u.url_key = ?1 AND f.status != 1 ORDER BY f.id LIMIT 1") \
	X(STMT_FEED_NAME, "SELECT id, uid FROM feed WHERE url = ?1 ORDER BY status = 1, id LIMIT 1") \
	X(STMT_STATE_BY_GUID, "SELECT id, guid, is_read, is_starred, is_hidden FROM post WHERE feed_id = ?1 AND guid = ?2") \
	X(STMT_STATE_BY_LINK, "SELECT id, guid, is_read, is_starred, is_hidden FROM post WHERE link_key = ?2 AND feed_id = ?1" \
	    " LIMIT 2") \
	X(STMT_FEED_LINE, "SELECT url, line FROM feed WHERE uid = ?1") \
	/* dump */ \
	X(STMT_DUMP_FEEDS, "SELECT id, uid, url, status, line, is_met FROM feed ORDER BY status = 1, place, id") \
	X(STMT_DUMP_FORMER, "SELECT url FROM feed_url WHERE feed_id = ?1 ORDER BY url_key") \
	X(STMT_DUMP_READ, "SELECT f.uid, p.guid FROM post p JOIN feed f ON f.id = p.feed_id WHERE p.is_read = 1" \
	    " ORDER BY p.feed_id, p.id") \
	X(STMT_DUMP_HIDE, "SELECT f.uid, p.guid FROM post p JOIN feed f ON f.id = p.feed_id WHERE p.is_hidden = 1" \
	    " ORDER BY p.feed_id, p.id") \
	X(STMT_DUMP_STAR, "SELECT f.uid, p.guid, p.title, p.link, coalesce(p.announced, p.published) FROM post p" \
	    " JOIN feed f ON f.id = p.feed_id WHERE p.is_starred = 1 ORDER BY p.feed_id, p.id") \
	X(STMT_DUMP_TAGS, "SELECT id, name FROM tag ORDER BY key") \
	X(STMT_DUMP_TAG, "SELECT f.uid, p.guid, p.title, p.link, coalesce(p.announced, p.published) FROM post_tag x" \
	    " CROSS JOIN post p ON p.id = x.post_id CROSS JOIN feed f ON f.id = p.feed_id WHERE x.tag_id = ?1" \
	    " ORDER BY p.feed_id, p.id") \
	X(STMT_DUMP_POSITIONS, "SELECT f.uid, p.guid, n.section, n.letter FROM position n" \
	    " CROSS JOIN post p ON p.id = n.post_id CROSS JOIN feed f ON f.id = p.feed_id ORDER BY n.post_id") \
	X(STMT_POST_NAME, "SELECT f.uid, p.guid FROM post p CROSS JOIN feed f ON f.id = p.feed_id WHERE p.id = ?1") \
	/* rules */ \
	X(STMT_POST_NEWEST, "SELECT max(id) FROM post") \
	X(STMT_ARRIVED_ADD, "INSERT OR IGNORE INTO arrived(post_id, is_first) SELECT id, ?3 FROM post WHERE id > ?2 AND feed_id = ?1" \
	    " AND NOT (?3 AND (SELECT is_met FROM feed WHERE id = ?1))") \
	X(STMT_ARRIVED_ANY, "SELECT 1 FROM arrived LIMIT 1") \
	X(STMT_ARRIVED_READY, STMT_ARRIVED_SLICE) \
	X(STMT_ARRIVED_DONE, "DELETE FROM arrived WHERE post_id IN (" STMT_ARRIVED_SLICE ")") \
	X(STMT_ARRIVED_ACT, "DELETE FROM arrived WHERE post_id IN temp.act") \
	X(STMT_ARRIVED_FIRST, "SELECT is_first FROM arrived WHERE post_id = ?1") \
	X(STMT_ARRIVED_CLEAR, "DELETE FROM arrived") \
	X(STMT_ERRAND_ADD, "INSERT OR IGNORE INTO errand(kind, post_id, key) VALUES(?1, ?2, ?3)") \
	X(STMT_ERRAND_LIST, "SELECT e.post_id, e.key FROM errand e CROSS JOIN post p ON p.id = e.post_id" \
	    " WHERE e.kind = ?1 AND p.stub < 2 AND (p.is_hidden = 0 OR ?2) ORDER BY e.post_id, e.key LIMIT ?3") \
	X(STMT_ERRAND_TAKE, "DELETE FROM errand WHERE kind = ?1 AND post_id = ?2 AND key = ?3") \
	X(STMT_ERRAND_CLEAR, "DELETE FROM errand WHERE kind = ?1") \
	/* posts by identity */ \
	X(STMT_POST_BY_GUID, "SELECT id, stub FROM post WHERE feed_id = ?1 AND guid = ?2") \
	X(STMT_POST_BY_LINK_TITLE, "SELECT id, stub FROM post WHERE link_key = ?2 AND feed_id = ?1 AND title = ?3") \
	X(STMT_STUB_ADD, "INSERT INTO post(feed_id, guid, link, link_key, host, title, title_key, published, first_seen," \
	    " sort, stub, is_off, announced) VALUES(?1, ?2, ?3, ?4, " STMT_HOST("?4") ", ?5, ?6, " STMT_PAST("?7", "?8") ", ?8, ?9, ?10, 0," \
	    " " STMT_FUTURE("?7", "?8") ")") \
	X(STMT_STUB_LEFT, "UPDATE post SET is_read = 2 WHERE id = ?1 AND feed_id IN (SELECT id FROM feed WHERE status = 1)") \
	X(STMT_STUB_NAME, "UPDATE post SET link = ?2, link_key = ?3, host = " STMT_HOST("?3") ", title = ?4, title_key = ?5," \
	    " published = " STMT_PAST("?6", "first_seen") ", announced = " STMT_FUTURE("?6", "first_seen") "," \
	    " sort = ?7, stub = 1 WHERE id = ?1 AND stub >= 2")

#endif
