#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_words.h"
#include "text/json_out.h"
#include "text/opts.h"
#include "text/url.h"
#include "worker/client.h"

static json_t *
enclosures_of(const struct post *post)
{
	json_t *array = json_array();

	for (size_t i = 0; i < post->n_enclosures; i++) {
		const struct enclosure *e = &post->enclosures[i];
		json_t *object = json_object();

		json_out_text(object, "url", e->url);
		json_out_text(object, "type", e->type);
		json_object_set_new(object, "length", e->length < 0 ? json_null() : json_integer(e->length));
		json_array_append_new(array, object);
	}
	return array;
}

/* null where the feed has none: many give one of the two only. */
static void
body(json_t *object, const char *key, struct str html)
{
	if (html.n)
		json_out_text(object, key, html);
	else
		json_object_set_new(object, key, json_null());
}

static json_t *
item_of(const struct post *post)
{
	json_t *object = json_object();

	json_out_text(object, "id", post->id);
	json_out_text(object, "title", post->title);
	json_out_text(object, "link", post->link);
	json_out_text(object, "author", post->author);
	json_out_time(object, "published", post->published);
	json_out_time(object, "updated", post->updated);
	body(object, "summary", post->summary);
	body(object, "content", post->content);
	json_out_texts(object, "categories", post->categories, post->n_categories);
	json_object_set_new(object, "enclosures", enclosures_of(post));
	json_out_text(object, "comments", post->comments);
	return object;
}

static json_t *
feed_of(const struct feed *feed)
{
	json_t *object = json_object();

	json_out_text(object, "title", feed->title);
	json_out_text(object, "subtitle", feed->subtitle);
	json_out_text(object, "link", feed->link);
	json_out_text(object, "id", feed->id);
	json_out_text(object, "language", feed->language);
	json_out_text(object, "author", feed->author);
	json_out_time(object, "updated", feed->updated);
	json_out_text(object, "image", feed->image);
	json_out_text(object, "rights", feed->rights);
	json_out_text(object, "generator", feed->generator);
	return object;
}

static void
tell(const struct feed *feed, json_t *items)
{
	json_t *object = json_pack("{s:i, s:s, s:s, s:b}", "v", 1, "format", feed_format_name(feed->format), "encoding",
		feed->encoding, "recovered", feed->repairs != 0);

	json_object_set_new(object, "feed", feed_of(feed));
	json_object_set(object, "items", items);
	cmd_json_out(object);
}

/* A page that names its feed: where that is. */
static void
offer_link(struct buf *offer, const struct client_answer *answer)
{
	if (answer->link_kind == RECORD_LINK_FEED && url_feed_rank(answer->link_url, answer->link_title) == URL_FEED_MAIN)
		(void)buf_printf(offer, tr("; it names the feed %.*s"), STR(str_sub(answer->link_url, 0, 200)));
}

/* Takes all answers of the worker; the object goes out when it has said that it is done. */
static int
collect(struct client *c, const char *name, struct err *err)
{
	struct client_answer answer;
	json_t *items = json_array();
	struct buf offer = { 0 };
	int rc;

	while ((rc = client_next(c, &answer, err)) > 0 && answer.got != CLIENT_DONE)
		if (answer.got == CLIENT_POST)
			json_array_append_new(items, item_of(&answer.post.post));
		else if (answer.got == CLIENT_FEED_LINK && !offer.n)
			offer_link(&offer, &answer);
	if (rc > 0) {
		rc = 0;
		if (answer.problem == FEED_OK)
			tell(&answer.feed, items);
		else
			rc = err_set(err, ERR_FORMAT, "%s: %s%s", name, client_problem(answer.problem), buf_cstr(&offer));
	}
	json_decref(items);
	buf_free(&offer);
	return rc;
}

static int
parse_bytes(const char *name, struct str url, struct str type, struct str bytes, struct err *err)
{
	struct client *c = NULL;
	int rc = client_open_for(&c, bytes, err);

	if (!rc)
		rc = client_start(c, RECORD_RAW, url, type, bytes, err);
	if (!rc)
		rc = collect(c, name, err);
	client_close(c);
	return rc;
}

int
cmd_parse(int argc, char **argv, struct err *err)
{
	const char *url = NULL, *type = NULL;
	const struct opts table[] = {
		{ "url", 0, OPTS_TEXT, &url, N_("URL"), N_("where the feed is from, for its relative links"), 0, 0 },
		{ "content-type", 0, OPTS_TEXT, &type, N_("TYPE"), N_("what the server said it is"), 0, 0 },
		{ 0 },
	};
	struct buf bytes = BUF_CAPPED(LIMIT_FEED_BYTES);
	const char *operand;
	int rc;

	if (cmd_words_operand(argc, argv, table, &operand, err) < 0)
		return -1;
	rc = file_read(operand, LIMIT_FEED_BYTES, &bytes, err);
	if (!rc)
		rc = parse_bytes(file_name(operand), str_of(url), str_of(type), buf_str(&bytes), err);
	buf_free(&bytes);
	return rc;
}
