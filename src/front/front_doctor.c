#include "front/front_doctor.h"

#include <jansson.h>
#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/tr.h"
#include "front/front_doctor_modes.h"
#include "front/front_json.h"
#include "front/front_line.h"
#include "front/front_open.h"
#include "front/front_signal.h"
#include "store/doctor.h"
#include "store/doctor_files.h"
#include "store/feeds_lost.h"
#include "store/index.h"
#include "store/index_settle.h"
#include "store/subs.h"
#include "sync/sync_lock.h"
#include "text/opts.h"
#include "text/say.h"

enum { TELL_MS = 200 };

static volatile sig_atomic_t doctor_is_stopped;

/* What a finding is about, for people. */
static const char *const parts[DOCTOR_PARTS] = {
	[DOCTOR_FILES] = N_("files"), [DOCTOR_CONFIG] = N_("settings"), [DOCTOR_JOURNAL] = N_("journal"), [DOCTOR_CACHE] = N_("cache"),
	[DOCTOR_ORPHANS] = N_("left rows"), [DOCTOR_COUNTS] = N_("counts"), [DOCTOR_INDEX] = N_("search index"),
	[DOCTOR_QUEUE] = N_("search index"),
};

struct visit {
	bool is_json, wants_repair;
	char **config; /* what is wrong in the config file: sosik has read it, which knows the keys */
	size_t n_config;
	struct front_line line;
	int64_t repaired;
	struct doctor d;
};

static void
stop(void)
{
	doctor_is_stopped = 1;
}

static void
found(void *user, enum doctor_part part, const char *text, bool is_repaired)
{
	struct visit *v = user;

	v->repaired += is_repaired;
	if (v->is_json)
		front_json(json_pack("{s:i,s:s,s:s,s:b}", "v", 1, "part", doctor_word(part), "text", text, "repaired", is_repaired));
	else if (is_repaired)
		say_out(tr("%s: %s (repaired)"), tr(parts[part]), text);
	else
		say_out("%s: %s", tr(parts[part]), text);
}

/* ---- what is looked at */

/* The feeds and config file, whose lines say themselves what is wrong. */
static int
check_config(struct visit *v, struct err *err)
{
	struct arena a = { 0 };
	struct subs subs;
	int rc = subs_read(&a, &subs, err);

	for (size_t i = 0; !rc && i < subs.n_problems; i++)
		doctor_tell(&v->d, DOCTOR_CONFIG, false, "%.*s", STR(subs.problems[i]));
	if (!rc)
		front_doctor_modes(&v->d, &subs);
	for (size_t i = 0; !rc && i < v->n_config; i++)
		doctor_tell(&v->d, DOCTOR_CONFIG, false, "%s", v->config[i]);
	arena_free(&a);
	return rc;
}

/* A feeds file that is missing or empty, where the cache knows what it had. */
static int
check_lost(struct visit *v, struct err *err)
{
	struct arena a = { 0 };
	struct subs subs;
	int rc = feeds_lost_read(v->d.s, &a, &subs, err);
	size_t n;

	if (!rc && subs.is_lost && v->wants_repair) {
		rc = feeds_lost_repair(v->d.s, &n, err);
		if (!rc && n)
			doctor_tell(&v->d, DOCTOR_CONFIG, true, tr_n("the feeds file has its %zu feed again", "the feeds file has its %zu feeds again", n), n);
	} else if (!rc && subs.is_lost)
		doctor_tell(&v->d, DOCTOR_CONFIG, false, "%.*s", STR(subs.problems[0]));
	arena_free(&a);
	return rc;
}

/* Where somebody looks on. */
static void
show_left(struct visit *v, int64_t left)
{
	struct buf line = { 0 };

	buf_printf(&line, tr("search index: %lld posts left"), (long long)left);
	front_line_draw(&v->line, buf_str(&line));
	buf_free(&line);
}

/* All that waits comes into the index, in slices: others work on, and it may be stopped. */
static int
fill_index(struct visit *v, struct err *err)
{
	int64_t told_ms = clock_mono_ms(), left = 0;
	bool is_done = false;

	while (!is_done && !doctor_is_stopped) {
		if (index_run(v->d.s, INDEX_SLICE, &is_done, err) < 0)
			return -1;
		if (clock_mono_ms() - told_ms < TELL_MS)
			continue;
		told_ms = clock_mono_ms();
		if (index_behind(v->d.s, &left, err) < 0)
			return -1;
		show_left(v, left);
	}
	for (is_done = false; !is_done && !doctor_is_stopped;)
		if (index_settle(v->d.s, INDEX_SETTLE_PAGES, &is_done, err) < 0)
			return -1;
	front_line_clear(&v->line);
	return 0;
}

static int
look(struct visit *v, struct err *err)
{
	if (check_lost(v, err) < 0 || doctor_files(&v->d, err) < 0 || doctor_files_journal(&v->d, err) < 0 || doctor_cache(&v->d, err) < 0)
		return -1;
	return v->wants_repair ? fill_index(v, err) : 0;
}

/* A cache that cannot be read is a finding as well; a repair has to be able to. */
static int
look_at_store(struct visit *v, struct err *err)
{
	char notice[256] = "";
	struct path file;
	mode_t mode;
	bool is_open = v->wants_repair && doctor_files_look(&file, &mode);
	int rc = front_open_store(&v->d.s, v->wants_repair ? STORE_REPAIR : STORE_READ, false, notice, err);

	if (!rc && *notice)
		found(v, DOCTOR_CACHE, notice, true);
	if (!rc && is_open)
		doctor_files_mended(&v->d, &file, mode);
	if (!rc)
		rc = look(v, err);
	if (!rc || v->wants_repair || err->code != ERR_CACHE)
		return rc;
	doctor_tell(&v->d, DOCTOR_CACHE, false, "%s", err->text);
	return 0;
}

static int
run(struct visit *v, struct err *err)
{
	int lock = -1, rc;

	if (v->wants_repair && (lock = sync_lock_take(err)) < 0)
		return -1;
	v->d.found = found;
	v->d.user = v;
	v->d.wants_repair = v->wants_repair;
	rc = check_config(v, err) < 0 ? -1 : look_at_store(v, err);
	store_close(v->d.s);
	sync_lock_give(lock);
	return rc;
}

int
front_doctor(int argc, char **argv, struct err *err)
{
	struct visit v = { 0 };
	const struct opts table[] = {
		{ "repair", 0, OPTS_FLAG, &v.wants_repair, NULL, N_("repair what can be repaired"), 0, 0 },
		{ "json", 0, OPTS_FLAG, &v.is_json, NULL, N_("one JSON object a finding"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err);

	if (at < 0)
		return -1;
	v.config = argv + at;
	v.n_config = (size_t)(argc - at);
	v.line.is_on = !v.is_json && isatty(STDOUT_FILENO);
	front_signal_catch(stop);
	if (run(&v, err) < 0 && !(err->code == ERR_STOPPED && front_signal_got()))
		return -1;
	if (front_signal_got())
		return 128 + front_signal_got();
	if (!v.d.left && !v.repaired && !v.is_json)
		say_out("%s", tr("nothing is wrong"));
	return v.d.left ? err_status(ERR_FAILED) : 0;
}
