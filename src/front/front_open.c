#include "front/front_open.h"

#include "front/front_signal.h"
#include "store/store_open.h"
#include "text/upgrade.h"

static bool
wants_stop(void *user)
{
	upgrade_look(user);
	return front_signal_got();
}

int
front_open_store(struct store **ret, enum store_mode mode, bool is_quiet, char notice[256], struct err *err)
{
	struct upgrade upgrade;
	const struct store_opening how = { upgrade_tell, wants_stop, &upgrade };
	int rc;

	upgrade_begin(&upgrade, is_quiet);
	rc = store_open_told(ret, mode, &how, notice, err);
	upgrade_end(&upgrade);
	return rc;
}
