/*
 * The statements of store/stmt_list.h on the search index, its queue and what
 * is in hand of it.
 */
#ifndef STORE_STMT_INDEX_H
#define STORE_STMT_INDEX_H

/* Whether a post waits for the search index, and the contrary; no plan is to be made by that (the +). */
#define STMT_WAITS(id) "(+" id " IN (SELECT post_id FROM index_queue) OR +" id " IN (SELECT post_id FROM index_hand))"
#define STMT_WAITS_NOT(id) "(+" id " NOT IN (SELECT post_id FROM index_queue) AND +" id " NOT IN (SELECT post_id FROM index_hand))"

/* The text that is shown of a post: that of its page or that of its feed. */
#define STMT_SHOWN_TEXT(id) "coalesce((SELECT xhtml FROM full x WHERE x.post_id = " id " AND x.is_shown = 1)," \
	" (SELECT xhtml FROM body b WHERE b.post_id = " id "))"

/* A post and its texts as the search index takes them (index_rows_bind); a text of a title says so in front (store/index_tokenizer.h). */
#define INDEX_TEXTS "?1, char(2) || ?2, ?3, ?4, ?5, char(2) || ?6"

#define STMT_INDEX_LIST(X) \
	X(STMT_INDEX_BEHIND, "SELECT (SELECT count(*) FROM index_queue) + (SELECT count(*) FROM index_hand h WHERE NOT EXISTS" \
	    " (SELECT 1 FROM index_queue q WHERE q.post_id = h.post_id))") \
	/* what comes; the index has a post that is known without the text of its feed */ \
	X(STMT_FRESH_POST, "INSERT INTO index_queue(post_id) VALUES(?1) ON CONFLICT(post_id) DO UPDATE SET turn = turn + 1") \
	X(STMT_FRESH_RUN, "INSERT INTO index_queue(post_id) SELECT id FROM post WHERE id >= ?1 ON CONFLICT(post_id) DO UPDATE SET turn = turn + 1") \
	X(STMT_FRESH_BODY, "INSERT INTO index_queue(post_id, is_in, title, author, xhtml, summary)" \
	    " SELECT p.id, 1, p.title, CASE WHEN p.author != '' THEN p.author ELSE p.page_author END," \
	    " (SELECT xhtml FROM full x WHERE x.post_id = p.id AND x.is_shown = 1), p.summary FROM post p" \
	    " WHERE p.id = ?1 AND NOT EXISTS (SELECT 1 FROM body b WHERE b.post_id = p.id)" \
	    " ON CONFLICT(post_id) DO UPDATE SET turn = turn + 1") \
	X(STMT_INDEX_NEXT, "SELECT q.post_id, p.letters FROM index_queue q LEFT JOIN post p ON p.id = q.post_id" \
	    " ORDER BY q.post_id DESC LIMIT ?1") \
	/* of an index that is made apart: texts, and whether they still are what they were */ \
	X(STMT_QUEUE_ROWS, "SELECT q.post_id, 0, p.id IS NULL, x.post_id IS NOT NULL, p.title," \
	    " CASE WHEN p.author != '' THEN p.author ELSE p.page_author END, coalesce(x.xhtml, b.xhtml), p.summary, q.turn, p.letters" \
	    " FROM index_queue q LEFT JOIN post p ON p.id = q.post_id LEFT JOIN full x ON x.post_id = q.post_id AND x.is_shown = 1" \
	    " LEFT JOIN body b ON b.post_id = q.post_id" \
	    " WHERE q.post_id > ?1 AND q.is_in = 0 ORDER BY q.post_id LIMIT ?2") \
	X(STMT_QUEUE_TURNS, "SELECT coalesce(sum(turn), 0) FROM index_queue WHERE post_id BETWEEN ?1 AND ?2 AND is_in = 0") \
	X(STMT_INDEX_TO_HAND, "INSERT INTO index_hand(post_id, turn, is_in, title, author, summary, xhtml)" \
	    " SELECT post_id, turn, is_in, title, author, summary, xhtml FROM index_queue WHERE post_id BETWEEN ?1 AND ?2") \
	X(STMT_INDEX_UNQUEUE, "DELETE FROM index_queue WHERE post_id BETWEEN ?1 AND ?2") \
	X(STMT_INDEX_FACTS, "UPDATE post SET has = ?2, seconds = ?3, sections = ?4 WHERE id = ?1" \
	    " AND (has, seconds, sections) IS NOT (?2, ?3, ?4)") \
	X(STMT_HAND_COUNT, "SELECT count(*) FROM index_hand") \
	X(STMT_HAND_ROWS, "SELECT h.post_id, h.is_in, CASE WHEN q.post_id IS NULL THEN p.id IS NULL ELSE q.is_in = 0 END," \
	    " EXISTS (SELECT 1 FROM full x WHERE x.post_id = h.post_id AND x.is_shown = 1)," \
	    " CASE WHEN q.post_id IS NULL THEN p.title ELSE q.title END," \
	    " CASE WHEN q.post_id IS NOT NULL THEN q.author WHEN p.author != '' THEN p.author ELSE p.page_author END," \
	    " CASE WHEN q.post_id IS NULL THEN " STMT_SHOWN_TEXT("h.post_id") " ELSE q.xhtml END," \
	    " CASE WHEN q.post_id IS NULL THEN p.summary ELSE q.summary END, h.title, h.author, h.xhtml, h.summary" \
	    " FROM index_hand h LEFT JOIN index_queue q ON q.post_id = h.post_id LEFT JOIN post p ON p.id = h.post_id" \
	    " WHERE h.post_id > ?1 ORDER BY h.post_id LIMIT ?2") \
	X(STMT_HAND_DROP, "DELETE FROM index_hand WHERE post_id BETWEEN ?1 AND ?2") \
	/* what the index has is the older text; the newer one is that of the post itself */ \
	X(STMT_HAND_BACK, "INSERT INTO index_queue(post_id, turn, is_in, title, author, summary, xhtml)" \
	    " SELECT post_id, turn, is_in, title, author, summary, xhtml FROM index_hand WHERE post_id BETWEEN ?1 AND ?2" \
	    " ON CONFLICT(post_id) DO UPDATE SET is_in = excluded.is_in, title = excluded.title, author = excluded.author," \
	    " summary = excluded.summary, xhtml = excluded.xhtml") \
	X(STMT_INDEX_WORDS, "SELECT coalesce(sum(cnt), 0) FROM temp.post_words") \
	X(STMT_INDEX_SUMS, "SELECT block FROM search.post_index_data WHERE id = 1") \
	X(STMT_INDEX_MISSING, "SELECT count(*) FROM post p WHERE NOT EXISTS (SELECT 1 FROM search.post_index_docsize d WHERE d.id = p.id)" \
	    " AND " STMT_WAITS_NOT("p.id")) \
	X(STMT_INDEX_BROUGHT_IN, "SELECT count(*) FROM post p WHERE " STMT_WAITS_NOT("p.id")) \
	X(STMT_INDEX_ODD, "SELECT count(*) FROM search.post_index_docsize d WHERE NOT EXISTS (SELECT 1 FROM post p WHERE p.id = d.id)" \
	    " AND " STMT_WAITS_NOT("d.id")) \
	/* the posts that wait, for queries */ \
	X(STMT_WAITING_QUEUE, "SELECT post_id, turn FROM index_queue ORDER BY post_id DESC LIMIT ?1") \
	X(STMT_WAITING_HAND, "SELECT post_id, turn FROM index_hand ORDER BY post_id DESC LIMIT ?1") \
	X(STMT_WAITING_IS, "SELECT " STMT_WAITS("?1")) \
	X(STMT_WAITING_ROW, "SELECT p.id, 0, 0, 0, p.title, CASE WHEN p.author != '' THEN p.author ELSE p.page_author END," \
	    " " STMT_SHOWN_TEXT("p.id") ", p.summary FROM post p WHERE p.id = ?1") \
	X(STMT_WAITING_ADD, "INSERT INTO temp.post_waiting(rowid, title, author, section, body, initials)" \
	    " VALUES(" INDEX_TEXTS ")")

#endif
