#include "text/http_problem.h"

#include "base/tr.h"

/* What a status means, and what to do about it; 0 stands for all others. */
static const struct problem {
	int status;
	const char *text, *advice;
} problems[] = {
	{ 304, N_("it says that nothing is new, which it was not asked"), N_("; it is asked again later") },
	{ 401, N_("it asks for a login"), N_("; its line in the feeds file takes login=NAME password-command=\"PROGRAM …\"") },
	{ 402, N_("it asks for money"), N_("; see in a browser what it wants, or unsubscribe") },
	{ 403, N_("it refuses to answer us"), N_("; see in a browser what it wants, or unsubscribe") },
	{ 404, N_("there is nothing at this address"), N_("; ‘sosik move --to ADDRESS %.*s’, with the address of the blog, finds its feed") },
	{ 408, N_("it was not ready for us"), N_("; it is asked again later") },
	{ 410, N_("it is gone for good"), N_("; it is not asked any more: ‘sosik sync --force %.*s’ asks again, ‘sosik remove %.*s’ ends it") },
	{ 425, N_("it was not ready for us"), N_("; it is asked again later") },
	{ 429, N_("we asked too often"), N_("; sync less often") },
	{ 451, N_("it is blocked by law"), N_("; unsubscribe") },
	{ 502, N_("the server behind it does not answer"), N_("; it is asked again later") },
	{ 503, N_("the server is overloaded or in maintenance"), N_("; it is asked again later") },
	{ 504, N_("the server behind it does not answer"), N_("; it is asked again later") },
	{ 511, N_("the network asks for a login"), N_("; log in to the network, by a browser") },
	{ 500, N_("the server has an error"), N_("; it is asked again later") },
	{ 0, N_("the server did not send it"), N_("; see in a browser what it wants, or unsubscribe") },
};

static const struct problem *
find_problem(int status)
{
	const struct problem *problem = problems;

	while (problem->status && problem->status != status && !(problem->status == 500 && status > 500))
		problem++;
	return problem;
}

const char *
http_problem_text(int status)
{
	return tr(find_problem(status)->text);
}

const char *
http_problem_advice(int status)
{
	return tr(find_problem(status)->advice);
}
