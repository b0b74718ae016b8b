/*
 * The statements of store/stmt_list.h on stories: posts of several feeds that
 * are one (store/story.h), and the keys they are found by (store/trace.h).
 */
#ifndef STORE_STMT_STORY_H
#define STORE_STMT_STORY_H

#define STMT_STORY_LIST(X) \
	X(STMT_TRACE_ADD, "INSERT OR IGNORE INTO trace(key, post_id) VALUES(?1, ?2)") \
	X(STMT_TRACE_ADD_MANY, "INSERT OR IGNORE INTO trace(key, post_id) VALUES(?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?)," \
	    " (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?)") /* TOGETHER in trace.c */ \
	X(STMT_TRACE_ANY, "SELECT EXISTS (SELECT 1 FROM trace)") \
	X(STMT_TRACE_PAGES, "SELECT EXISTS (SELECT 1 FROM full)") \
	X(STMT_TRACE_FIND, "SELECT post_id FROM trace WHERE key = ?1 ORDER BY post_id DESC") \
	X(STMT_TRACE_LEFT, "SELECT id, feed_id, story_id FROM post WHERE id > ?1 AND stub = 0 ORDER BY id") \
	X(STMT_STORY_BY_LINK, "SELECT id, feed_id, story_id FROM post WHERE link_key = ?1 AND feed_id > ?2 AND stub = 0" \
	    " ORDER BY feed_id, id LIMIT 8") /* STORY_LINKS */ \
	X(STMT_STORY_POST, "SELECT p.feed_id, p.published, p.guid, p.link_key, p.title, coalesce(b.xhtml, p.summary)," \
	    " p.story_id, (SELECT canonical FROM full x WHERE x.post_id = p.id)" \
	    " FROM post p LEFT JOIN body b ON b.post_id = p.id WHERE p.id = ?1 AND p.stub = 0") \
	X(STMT_STORY_HEAD, "SELECT feed_id, published, link_key, title FROM post WHERE id = ?1 AND stub = 0") \
	X(STMT_POST_EXCERPT, "SELECT 0, 0, 0, link_key, title, summary FROM post WHERE id = ?1") \
	X(STMT_STORY_OF, "SELECT story_id FROM post WHERE id = ?1") \
	X(STMT_STORY_COUNT, "SELECT count(*) FROM post WHERE story_id = ?1") \
	/* ?1 and ?3 posts, ?2 and ?4 their stories */ \
	X(STMT_STORY_CLASH, "SELECT 1 FROM post a CROSS JOIN post b WHERE (a.id = ?1 OR a.story_id = ?2)" \
	    " AND (b.id = ?3 OR b.story_id = ?4) AND b.feed_id = a.feed_id" \
	    " AND (a.link_key IS NULL OR b.link_key IS NOT a.link_key) LIMIT 1") \
	X(STMT_STORY_MEMBERS, "SELECT id, feed_id, story_id FROM post WHERE story_id = ?1 ORDER BY id") \
	X(STMT_STORY_SHOWN, "SELECT id FROM post INDEXED BY post_story_list WHERE story_id = ?1 AND shown = 1" \
	    " ORDER BY sort DESC, id DESC") \
	X(STMT_POST_SEEN, "UPDATE post SET is_changed = 0 WHERE id = ?1 AND is_changed = 1") \
	X(STMT_STORY_SET, "UPDATE post SET story_id = ?2 WHERE id = ?1") \
	X(STMT_STORY_MOVE, "UPDATE post SET story_id = ?2 WHERE story_id = ?1") \
	X(STMT_STORY_NEXT, "SELECT id, feed_id, story_id FROM post WHERE id <= ?1 ORDER BY id DESC LIMIT 100") \
	X(STMT_STORY_START_OVER, "INSERT OR REPLACE INTO meta(key, value) SELECT ?1, max(id) FROM post HAVING max(id) > 0")

#endif
