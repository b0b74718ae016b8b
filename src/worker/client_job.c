#include "worker/client_job.h"

#include "base/clock.h"
#include "base/limits.h"

static void
add_rule(struct buf *out, const struct page_rule *rule)
{
	struct str text;

	record_add(out, RECORD_RULE_HOST, rule->host);
	for (int field = 0; field < RULE_FIELDS; field++)
		for (size_t n = 0; (text = rule_get(rule, (enum rule_field)field, n)).n; n++)
			record_add(out, (enum record_field)(RECORD_RULE + field), text);
}

static void
add_known(struct buf *out, const struct client_known *known)
{
	struct buf hashes = { 0 };

	for (size_t i = 0; i < known->n; i++)
		for (int byte = 0; byte < 8; byte++)
			(void)buf_putc(&hashes, (char)(known->hashes[i] >> (8 * byte) & 0xff));
	record_add(out, RECORD_KEY, str_new((const char *)known->key, SIPHASH_KEY));
	record_add(out, RECORD_HASHES, buf_str(&hashes));
	buf_free(&hashes);
}

void
client_job_begin(struct buf *out, const struct client_job *job)
{
	size_t start = record_begin(out, RECORD_JOB);

	record_add_number(out, RECORD_TASK, job->task);
	record_add_number(out, RECORD_NOW, clock_now());
	record_add(out, RECORD_URL, job->url);
	record_add(out, RECORD_CONTENT_TYPE, str_sub(job->content_type, 0, LIMIT_NAME));
	for (const char *const *mark = job->marks; mark && *mark; mark++)
		record_add(out, RECORD_MARK, str_of(*mark));
	if (job->code_start)
		record_add(out, RECORD_CODE_START, str_of(job->code_start));
	if (job->known.key)
		add_known(out, &job->known);
	if (job->coding != UNPACK_NONE)
		record_add_number(out, RECORD_CODING, job->coding);
	if (job->rule)
		add_rule(out, job->rule);
	record_end(out, start);
}
