#include "front/front_doctor_modes.h"

#include <sys/stat.h>

#include "base/file_own.h"
#include "base/tr.h"
#include "text/asking.h"
#include "text/url.h"

/* What the lines have. */
struct lines {
	bool has_secret, has_program;
};

static bool
has_login(struct str url)
{
	struct buf masked = { 0 };
	bool has;

	url_mask(&masked, url);
	has = !str_eq(buf_str(&masked), url);
	buf_free(&masked);
	return has;
}

static struct lines
look(const struct subs *subs)
{
	struct lines ret = { 0 };

	for (size_t i = 0; i < subs->n; i++) {
		const struct subs_feed *feed = &subs->feeds[i];

		ret.has_secret |= has_login(feed->url);
		for (size_t k = 0; k < feed->n_options; k++) {
			ret.has_secret |= asking_is_secret(feed->options[k].key, feed->options[k].value);
			ret.has_program |= asking_is_program(feed->options[k].key);
		}
	}
	return ret;
}

void
front_doctor_modes(struct doctor *d, const struct subs *subs)
{
	struct lines lines = look(subs);
	struct path file, which;
	struct stat st;

	if (path_config(&file, "feeds", NULL) < 0 || stat(file.p, &st) < 0)
		return;
	if (lines.has_secret && st.st_mode & (S_IRGRP | S_IROTH))
		doctor_tell(d, DOCTOR_CONFIG, false, tr("others may read %s (mode %03o), which has passwords or the like in it; chmod go= keeps them out"),
		    file.p, (unsigned)st.st_mode & 0777);
	if (lines.has_program && file_own_is_open(file.p, &which))
		doctor_tell(d, DOCTOR_CONFIG, false, tr("password-command is not run: others can write %s; chmod go-w ends that"), which.p);
	else if (st.st_mode & S_IWOTH)
		doctor_tell(d, DOCTOR_CONFIG, false, tr("anybody may write %s; chmod o-w ends that"), file.p);
}
