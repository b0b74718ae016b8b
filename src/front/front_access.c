#include "front/front_access.h"

#include "base/path.h"
#include "text/asking.h"
#include "text/say.h"

struct access
front_access_of(struct arena *a, const struct conf_options *options)
{
	return (struct access){
		.proxy = options->proxy && asking_is_direct(str_of(options->proxy)) ? "" : options->proxy,
		.no_proxy = options->no_proxy,
		.ca_file = options->ca_file ? path_home(a, options->ca_file) : NULL,
		.agent = options->user_agent,
		.headers = { options->headers, options->n_headers },
	};
}

int
front_access_read(struct arena *a, struct access *ret, struct err *err)
{
	struct conf conf;

	if (conf_read(a, &conf, err) < 0)
		return -1;
	for (size_t i = 0; i < conf.n_problems; i++)
		say_err("%.*s", STR(conf.problems[i]));
	*ret = front_access_of(a, &conf.options);
	return 0;
}
