/*
 * The statements of store/adopt.h, store/apply_adopt.h and store/replaced.h: a
 * feed gets the posts of another one.
 */
#ifndef STORE_STMT_ADOPT_H
#define STORE_STMT_ADOPT_H

#define ADOPT_ONLY(key) \
	" (SELECT CASE WHEN count(*) = 1 AND NOT EXISTS (SELECT 1 FROM post o WHERE o.feed_id = ?1 AND o.guid = t.guid)" \
	" AND NOT EXISTS (SELECT 1 FROM post o WHERE o." key " = p." key " AND o.feed_id = ?1 AND o.id != p.id) THEN t.id END" \
	" FROM (SELECT q.id, q.guid FROM post q WHERE q." key " = p." key " AND q.feed_id = ?2 LIMIT 2) t)"

/* whether the feed had the post: numbers are given by many as identities, a home page as the link */
#define REPLACED_HAD(feed, guid, link_key, title) \
	" (EXISTS (SELECT 1 FROM post q WHERE q.feed_id = " feed " AND q.guid = " guid " AND (q.title = " title " OR q.link_key = " link_key "))" \
	" OR EXISTS (SELECT 1 FROM post q WHERE q.link_key = " link_key " AND q.feed_id = " feed " AND q.title = " title "))"

/* a note of q alone, which does not keep back p that is starred or tagged, or all that is known of it */
#define ADOPT_NOTE "(q.stub IN (2, 3) AND p.stub < 2" \
	" AND (q.stub = 2 OR p.is_starred OR EXISTS (SELECT 1 FROM post_tag x WHERE x.post_id = p.id)))"

#define STMT_ADOPT_LIST(X) \
	X(STMT_ADOPT_FEEDS, "SELECT id, uid, url, line FROM feed WHERE url_key = ?1 AND status = 1 AND id != ?2 ORDER BY id") \
	/* with the post of the feed ?2 that is the same one, 0 where it has none: a link or a title tells it that is of one post in each */ \
	X(STMT_ADOPT_POSTS, "SELECT p.id, p.guid, p.is_read = 1, p.is_starred, p.is_hidden, coalesce(" \
	    "(SELECT q.id FROM post q WHERE q.feed_id = ?2 AND q.guid = p.guid AND NOT " ADOPT_NOTE ")," \
	    ADOPT_ONLY("link_key") "," ADOPT_ONLY("title_key") ", 0)" \
	    " FROM post p WHERE p.feed_id = ?1 ORDER BY p.id") \
	/* a note in the place of a post that is given changes places with it */ \
	X(STMT_ADOPT_NOTE, "UPDATE post SET guid = '' WHERE feed_id = ?3 AND guid = ?2 AND stub IN (2, 3)" \
	    " AND EXISTS (SELECT 1 FROM post p WHERE p.feed_id = ?1 AND p.guid = ?2)") \
	X(STMT_ADOPT_NOTE_BACK, "UPDATE post SET feed_id = ?1, guid = ?2 WHERE feed_id = ?3 AND guid = ''") \
	/* one that is off counts nowhere: so the counts of both feeds stay right */ \
	X(STMT_ADOPT_OFF, "UPDATE post SET is_off = 1 WHERE feed_id = ?1 AND guid = ?2" \
	    " AND NOT EXISTS (SELECT 1 FROM post q WHERE q.feed_id = ?3 AND q.guid = ?2)") \
	X(STMT_ADOPT_GIVE, "UPDATE OR IGNORE post SET feed_id = ?3 WHERE feed_id = ?1 AND guid = ?2") \
	X(STMT_ADOPT_ON, "UPDATE post SET is_off = 0 WHERE feed_id = ?1 AND guid = ?2") \
	/* what stays behind is there a second time: a stub until it is given back (STORE_ADOPTED) */ \
	X(STMT_ADOPT_SINK, "UPDATE post SET stub = stub + 4 WHERE feed_id = ?1 AND stub < 2") \
	X(STMT_ADOPT_RAISE, "UPDATE post SET stub = stub - 4 WHERE feed_id = ?1 AND stub >= 4") \
	X(STMT_ADOPT_URL, "UPDATE feed SET url = ?2, url_key = ?3, host = ?4, line = ?5 WHERE id = ?1") \
	X(STMT_ADOPT_FORMER, "INSERT OR IGNORE INTO feed_url(url_key, feed_id, url) SELECT o.url_key, f.id, o.url FROM feed o, feed f" \
	    " WHERE o.id = ?1 AND f.id = ?2 AND o.url != '' AND o.url_key != f.url_key") \
	X(STMT_REPLACED_SIDE, "SELECT uid, url, status FROM feed WHERE id = ?1") \
	/* how many posts a feed has from its fetches, and how many of them another one had */ \
	X(STMT_REPLACED_ALIKE, "SELECT count(*), coalesce(sum(" REPLACED_HAD("?2", "p.guid", "p.link_key", "p.title") "), 0)" \
	    " FROM post p WHERE p.feed_id = ?1 AND p.stub = 0") \
	X(STMT_REPLACED_HAD, "SELECT" REPLACED_HAD("?1", "?2", "?3", "?4")) \
	/* what it has come by is no first fetch */ \
	X(STMT_REPLACED_OK, "UPDATE feed SET last_ok = (SELECT o.last_ok FROM feed o WHERE o.id = ?2) WHERE id = ?1 AND last_ok IS NULL") \
	X(STMT_ADOPT_STATUS, "SELECT status FROM feed WHERE id = ?1")

#endif
