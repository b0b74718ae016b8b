/*
 * The worker as it is released: sosik-worker of this build, through
 * worker/client.h.
 */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/path.h"
#include "worker/client.h"
#include "worker/jail.h"

/* A feed in EUC-KR, of which nothing but the label says so. */
static const char euc_kr[] =
	"<?xml version=\"1.0\" encoding=\"euc-kr\"?>\n<rss version=\"2.0\"><channel><title>\xb5\xa5\xc0\xcc\xc5\xcd</title>"
	"<link>https://a.example/</link>"
	"<item><title>\xc7\xd1\xb1\xdb \xb1\xdb</title><link>https://a.example/1</link><guid>1</guid>"
	"<description>&lt;p&gt;\xb3\xbb\xbf\xeb&lt;/p&gt;</description></item></channel></rss>";

static struct client *
open_as(bool is_early)
{
	const char *build = getenv("O");
	struct client *client = NULL;
	struct path program;
	struct err err = { 0 };

	assert_int_equal(path_join(&program, build ? build : "build", "sosik-worker", &err), 0);
	if (client_open_program(&client, program.p, is_early, &err) < 0)
		fail_msg("%s", err.text);
	return client;
}

static struct client *
open_client(void)
{
	return open_as(false);
}

static void
start(struct client *client, enum record_task task, struct str bytes)
{
	struct err err = { 0 };

	if (client_start(client, task, str_lit("https://a.example/rss"), str_lit("text/xml"), bytes, &err) < 0)
		fail_msg("%s", err.text);
}

static void
next(struct client *client, struct client_answer *answer, enum client_got got)
{
	struct err err = { 0 };

	if (client_next(client, answer, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(answer->got, got);
}

/* A feed of n posts with a text of 2000 bytes each. */
static void
make_feed(struct buf *out, int n)
{
	buf_puts(out, "<rss version=\"2.0\"><channel><title>many</title><link>https://a.example/</link>\n");
	for (int i = 0; i < n; i++)
		buf_printf(out, "<item><title>post %d</title><link>https://a.example/%d</link><description>&lt;p&gt;%02000d"
			"&lt;/p&gt;</description></item>\n", i, i, i);
	buf_puts(out, "</channel></rss>\n");
}

static void
worker_reads_a_feed_in_euc_kr_and_cannot_get_out(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;

	(void)state;
	start(client, RECORD_FEED, str_of(euc_kr));
	next(client, &answer, CLIENT_POST);
	assert_str(answer.post.post.title, "한글 글");
	assert_true(str_has(answer.post.xhtml, "내용"));
	next(client, &answer, CLIENT_DONE);
	assert_int_equal(answer.problem, FEED_OK);
	assert_str(answer.feed.title, "데이터");
	start(client, RECORD_PROBE, STR_NONE);
	next(client, &answer, CLIENT_PROBE);
	assert_true(answer.probe.open == EPERM || answer.probe.open == EACCES);
	assert_int_equal(answer.probe.socket, EPERM);
	assert_int_equal(answer.probe.exec, EPERM);
	if (!jail_is_sanitized())
		assert_int_equal(answer.probe.descriptors, 2);
	else
		print_message("built with a sanitizer: standard error is open and address space not limited\n");
	next(client, &answer, CLIENT_DONE);
	client_close(client);
}

/* Ways out of the jail, each a system call that has to be refused. Arguments beyond those given are 0. */
static const struct {
	const char *name;
	long number, args[5];
} ways_out[] = {
	{ "openat", SYS_openat, { AT_FDCWD, (long)"/etc/passwd", O_RDONLY } },
	{ "openat of a folder of its own", SYS_openat, { AT_FDCWD, (long)".", O_RDONLY | O_DIRECTORY } },
	{ "socket", SYS_socket, { AF_INET, SOCK_STREAM } },
	{ "socketpair", SYS_socketpair, { AF_UNIX, SOCK_STREAM } },
	{ "connect", SYS_connect, { 0 } },
	{ "sendmsg", SYS_sendmsg, { 1 } },
	{ "execve", SYS_execve, { (long)"/bin/true" } },
	{ "execveat", SYS_execveat, { AT_FDCWD, (long)"/bin/true" } },
	{ "clone", SYS_clone, { SIGCHLD } },
	{ "clone3", SYS_clone3, { 0 } },
	{ "kill", SYS_kill, { 1, 0 } },
	{ "ptrace", SYS_ptrace, { 0 } },
	{ "process_vm_readv", SYS_process_vm_readv, { 1 } },
	{ "mmap to run", SYS_mmap, { 0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1 } },
	{ "mmap of a file", SYS_mmap, { 0, 4096, PROT_READ, MAP_PRIVATE, 0 } },
	{ "mmap that others share", SYS_mmap, { 0, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1 } },
	{ "mprotect to run", SYS_mprotect, { 0, 4096, PROT_READ | PROT_EXEC } },
	{ "dup", SYS_dup, { 0 } },
	{ "fcntl that dups", SYS_fcntl, { 0, F_DUPFD } },
	{ "fcntl that changes", SYS_fcntl, { 0, F_SETFL, O_NONBLOCK } },
	{ "pipe2", SYS_pipe2, { 0 } },
	{ "memfd_create", SYS_memfd_create, { (long)"x" } },
	{ "read of another descriptor", SYS_read, { 5 } },
	{ "write to another descriptor", SYS_write, { 5 } },
	{ "write to its input", SYS_write, { 0 } },
	{ "ioctl", SYS_ioctl, { 0 } },
	{ "unlinkat", SYS_unlinkat, { AT_FDCWD, (long)"x" } },
	{ "prctl", SYS_prctl, { 1 } },
	{ "prlimit64", SYS_prlimit64, { 0 } },
	{ "setuid", SYS_setuid, { 0 } },
	{ "unshare", SYS_unshare, { 0 } },
	{ "bpf", SYS_bpf, { 0 } },
	{ "io_uring_setup", SYS_io_uring_setup, { 1 } },
	{ "perf_event_open", SYS_perf_event_open, { 0 } },
	{ "userfaultfd", SYS_userfaultfd, { 0 } },
	{ "seccomp", SYS_seccomp, { 0 } },
	{ "shmget", SYS_shmget, { 0, 4096 } },
};

enum { WAYS_OUT = sizeof ways_out / sizeof *ways_out };

/* Jailed, says for each way what came of it. */
static void
try_ways_out(int to)
{
	int came[WAYS_OUT];

	(void)dup2(open("/dev/null", O_RDWR | O_CLOEXEC), 5);
	(void)dup2(to, STDOUT_FILENO);
	if (jail_enter(&(struct jail_limits){ LIMIT_WORKER_CPU_S, LIMIT_WORKER_MEMORY_MB }, NULL) < 0)
		_exit(1);
	for (size_t i = 0; i < WAYS_OUT; i++) {
		const long *a = ways_out[i].args;

		came[i] = syscall(ways_out[i].number, a[0], a[1], a[2], a[3], a[4], 0L) < 0 ? errno : 0;
	}
	_exit(write(STDOUT_FILENO, came, sizeof came) != sizeof came);
}

static void
jail_refuses_every_way_out(void **state)
{
	int came[WAYS_OUT], ends[2], status;
	pid_t pid;

	(void)state;
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	pid = fork();
	if (!pid)
		try_ways_out(ends[1]);
	(void)close(ends[1]);
	assert_int_equal(read(ends[0], came, sizeof came), sizeof came);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	for (size_t i = 0; i < WAYS_OUT; i++)
		if (came[i] != EPERM)
			fail_msg("%s: %d instead of EPERM", ways_out[i].name, came[i]);
	(void)close(ends[0]);
}

static void
worker_that_is_killed_in_mid_feed_fails_that_feed_alone(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;
	struct err err = { 0 };
	struct buf feed = { 0 };
	pid_t first = client_pid(client);
	int n = 0, rc;

	(void)state;
	make_feed(&feed, 2000);
	start(client, RECORD_FEED, buf_str(&feed));
	next(client, &answer, CLIENT_POST); /* the rest, 4 MB, does not fit the socket: it is in mid-feed */
	assert_int_equal(kill(first, SIGKILL), 0);
	while ((rc = client_next(client, &answer, &err)) > 0)
		n++;
	assert_int_equal(rc, -1);
	assert_true(n < 1999);
	assert_int_equal(err.code, ERR_FORMAT);
	assert_false(client_is_busy(client));
	assert_int_equal(client_pid(client), 0);
	start(client, RECORD_FEED, str_of(euc_kr));
	assert_int_not_equal(client_pid(client), first);
	next(client, &answer, CLIENT_POST);
	next(client, &answer, CLIENT_DONE);
	assert_int_equal(answer.problem, FEED_OK);
	client_close(client);
	buf_free(&feed);
}

static void
worker_answers_many_jobs_one_after_another(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;
	struct buf feed = { 0 };
	pid_t pid = client_pid(client);

	(void)state;
	make_feed(&feed, 300);
	for (int round = 0; round < 5; round++) {
		start(client, RECORD_FEED, buf_str(&feed));
		for (int i = 0; i < 300; i++)
			next(client, &answer, CLIENT_POST);
		assert_str(answer.post.post.title, "post 299");
		next(client, &answer, CLIENT_DONE);
		assert_int_equal(answer.feed.format, FEED_RSS_20);
	}
	assert_int_equal(client_pid(client), pid);
	client_close(client);
	buf_free(&feed);
}

static void
give(struct client *client, struct str bytes)
{
	struct client_job job = { .task = RECORD_FEED, .url = str_lit("https://a.example/rss"), .content_type = str_lit("text/xml") };
	struct err err = { 0 };

	assert_true(client_has_room(client));
	if (client_give(client, &job, bytes, &err) < 0)
		fail_msg("%s", err.text);
}

/* Whoever gives jobs never waits: a large one goes a piece at a time, and not before the worker has read what it has. */
static void
worker_has_its_next_job_before_it_is_through(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;
	struct buf feed = { 0 };

	(void)state;
	make_feed(&feed, 1000);
	assert_int_equal(kill(client_pid(client), SIGSTOP), 0);
	give(client, buf_str(&feed));
	assert_true(client_is_sending(client)); /* 2 MB are more than the socket takes */
	assert_false(client_has_room(client));
	assert_int_equal(kill(client_pid(client), SIGCONT), 0);
	for (; client_is_sending(client); client_push(client))
		(void)poll(&(struct pollfd){ .fd = client_fd(client), .events = POLLOUT }, 1, -1);
	give(client, str_of(euc_kr));
	assert_false(client_has_room(client));
	for (int i = 0; i < 1000; i++)
		next(client, &answer, CLIENT_POST);
	next(client, &answer, CLIENT_DONE);
	assert_str(answer.feed.title, "many");
	assert_true(client_is_busy(client));
	next(client, &answer, CLIENT_POST);
	assert_str(answer.post.post.title, "한글 글");
	next(client, &answer, CLIENT_DONE);
	assert_false(client_is_busy(client));
	client_close(client);
	buf_free(&feed);
}

/* What is said of a feed is as it came, though memory of its long post goes while the next job is at work. */
static void
answers_stay_when_memory_of_a_long_post_goes(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;
	struct buf feed = { 0 }, large = { 0 };

	(void)state;
	mem_give_back(128 << 10, 256 << 10); /* as programs do: then what is freed is not there any more */
	make_feed(&large, 1000);
	(void)buf_printf(&feed, "<rss version=\"2.0\"><channel><title>long</title><link>https://a.example/</link><item><title>post</title>"
		"<description>&lt;p&gt;%01000000d&lt;/p&gt;</description></item></channel></rss>", 0);
	give(client, buf_str(&feed));
	for (; client_is_sending(client); client_push(client))
		(void)poll(&(struct pollfd){ .fd = client_fd(client), .events = POLLOUT }, 1, -1);
	give(client, buf_str(&large));
	assert_true(client_is_sending(client)); /* so that nothing is answered to it yet */
	next(client, &answer, CLIENT_POST);
	assert_true(answer.post.xhtml.n > 1000000);
	next(client, &answer, CLIENT_DONE);
	assert_str(answer.feed.title, "long");
	assert_str(answer.feed.link, "https://a.example/");
	client_close(client);
	buf_free(&feed);
	buf_free(&large);
}

static void
worker_that_is_killed_loses_its_next_job_too(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;
	struct err err = { 0 };

	(void)state;
	give(client, str_of(euc_kr));
	next(client, &answer, CLIENT_POST);
	next(client, &answer, CLIENT_DONE);
	assert_int_equal(kill(client_pid(client), SIGSTOP), 0);
	give(client, str_of(euc_kr));
	give(client, str_of(euc_kr));
	assert_int_equal(kill(client_pid(client), SIGKILL), 0);
	assert_int_equal(client_next(client, &answer, &err), -1);
	assert_int_equal(err.code, ERR_FORMAT);
	assert_false(client_is_busy(client));
	give(client, str_of(euc_kr));
	next(client, &answer, CLIENT_POST);
	next(client, &answer, CLIENT_DONE);
	client_close(client);
}

static void
worker_names_the_feeds_of_a_page(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;

	(void)state;
	start(client, RECORD_FEED, str_lit("<!doctype html><html><head><title>blog</title>"
		"<link rel=\"alternate\" type=\"application/rss+xml\" title=\"글\" href=\"/feed\"></head><body>글</body></html>"));
	next(client, &answer, CLIENT_FEED_LINK);
	assert_str(answer.link_url, "https://a.example/feed");
	assert_str(answer.link_title, "글");
	next(client, &answer, CLIENT_DONE);
	assert_int_equal(answer.problem, FEED_IS_HTML);
	client_close(client);
}

static void
worker_leaves_the_text_a_post_is_called_by(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;

	(void)state;
	start(client, RECORD_FEED, str_lit("<rss version='2.0'><channel><title>t</title><item><description>&lt;p&gt;짧은 글&lt;/p&gt;</description></item>"
		"<item><title>1</title><content>짧다</content><summary>&lt;p&gt;요약이라는 이름의 훨씬 더 긴 글이다.&lt;/p&gt;</summary></item>"
		"<item><title>2</title><description><![CDATA[&lt;p&gt;두 번&lt;/p&gt;]]></description></item></channel></rss>"));
	next(client, &answer, CLIENT_POST);
	assert_str(answer.post.post.title, "짧은 글");
	assert_true(str_has(answer.post.xhtml, "<p>짧은 글</p>"));
	next(client, &answer, CLIENT_POST);
	assert_true(str_has(answer.post.xhtml, "훨씬 더 긴 글"));
	next(client, &answer, CLIENT_POST);
	assert_true(str_has(answer.post.xhtml, "<p>두 번</p>"));
	next(client, &answer, CLIENT_DONE);
	client_close(client);
}

static void
worker_gives_raw_posts_and_articles(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;

	(void)state;
	start(client, RECORD_RAW, str_of(euc_kr));
	next(client, &answer, CLIENT_POST);
	assert_str(answer.post.xhtml, "");
	assert_true(str_has(answer.post.post.summary, "<p>내용</p>"));
	next(client, &answer, CLIENT_DONE);
	start(client, RECORD_HTML, str_lit("<p>글 <a href=\"/x\">곳</a><script>alert(1)</script></p>"));
	next(client, &answer, CLIENT_ARTICLE);
	assert_true(str_has(answer.article.xhtml, "href=\"https://a.example/x\""));
	assert_false(str_has(answer.article.xhtml, "alert"));
	next(client, &answer, CLIENT_DONE);
	start(client, RECORD_TEXT, str_lit("첫 줄 <b>\n\n둘째"));
	next(client, &answer, CLIENT_ARTICLE);
	assert_true(str_has(answer.article.xhtml, "첫 줄 &lt;b&gt;"));
	next(client, &answer, CLIENT_DONE);
	client_close(client);
}

/* Stands in for a worker that was taken over. */
static void
client_refuses_a_program_that_speaks_otherwise(void **state)
{
	struct client *client = NULL;
	struct err err = { 0 };

	(void)state;
	assert_int_equal(client_open_program(&client, "/bin/true", false, &err), -1);
	assert_int_equal(client_open_program(&client, "/bin/echo", false, &err), -1);
	assert_int_equal(err.code, ERR_FORMAT);
}

/* What became of a process that nobody waited for is found out with its first job; the next one gets another. */
static void
client_that_is_opened_early_is_waited_for_with_its_first_job(void **state)
{
	struct client *client = open_as(true);
	struct client_answer answer;
	struct err err = { 0 };
	pid_t first = client_pid(client);

	(void)state;
	assert_true(first > 0);
	start(client, RECORD_FEED, str_of(euc_kr));
	next(client, &answer, CLIENT_POST);
	next(client, &answer, CLIENT_DONE);
	assert_int_equal(client_pid(client), first);
	client_close(client);
	client = open_as(true);
	assert_int_equal(kill(client_pid(client), SIGKILL), 0);
	if (!client_start(client, RECORD_FEED, STR_NONE, STR_NONE, str_of(euc_kr), &err)) /* it was ready before */
		assert_int_equal(client_next(client, &answer, &err), -1);
	start(client, RECORD_FEED, str_of(euc_kr));
	next(client, &answer, CLIENT_POST);
	next(client, &answer, CLIENT_DONE);
	client_close(client);
	assert_int_equal(client_open_program(&client, "/bin/true", true, &err), 0);
	assert_int_equal(client_start(client, RECORD_FEED, STR_NONE, STR_NONE, str_of(euc_kr), &err), -1);
	client_close(client);
}

static void
client_refuses_a_job_over_the_limit(void **state)
{
	struct client *client = open_client();
	struct err err = { 0 };
	struct str large = { euc_kr, LIMIT_FEED_BYTES + 1 };

	(void)state;
	assert_int_equal(client_start(client, RECORD_FEED, STR_NONE, STR_NONE, large, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	assert_int_equal(client_next(client, &(struct client_answer){ 0 }, &err), -1);
	client_close(client);
}

static void
worker_goes_by_a_rule_and_takes_no_wrong_one(void **state)
{
	struct client *client = open_client();
	struct client_answer answer;
	struct err err = { 0 };
	struct page_rule rule = { .host = str_lit("a.example"), .content = { str_lit(".z"), str_lit(".x") }, .n_contents = 2 };
	struct client_job job = { .task = RECORD_PAGE, .rule = &rule, .url = str_lit("https://a.example/1"),
		.content_type = str_lit("text/html") };
	struct str html = str_lit("<p>다른 글</p><p class=x>이 글</p>");

	(void)state;
	assert_int_equal(client_start_job(client, &job, html, &err), 0);
	next(client, &answer, CLIENT_ARTICLE);
	assert_str(answer.article.xhtml, "<article>\n<p>이 글</p>\n</article>");
	next(client, &answer, CLIENT_DONE);
	rule.drop = str_lit("p >");
	if (!client_start_job(client, &job, html, &err))
		assert_int_equal(client_next(client, &answer, &err), -1);
	assert_int_equal(client_pid(client), 0);
	client_close(client);
}

/* A feed of two posts; what is_other changes of the second is in an attribute of its text. */
static struct str
two_posts(bool is_other)
{
	static char text[800];

	(void)snprintf(text, sizeof text, "<rss version=\"2.0\"><channel><title>t</title><link>https://a.example/</link>"
		"<item><title>하나</title><guid>1</guid><description>&lt;p&gt;글&lt;/p&gt;</description></item>"
		"<item><title>둘</title><guid>2</guid><description>&lt;p&gt;글 &lt;a href=\"/%d\"&gt;둘&lt;/a&gt;&lt;/p&gt;</description>"
		"</item></channel></rss>", is_other);
	return str_of(text);
}

static void
start_known(struct client *client, const struct client_known *known, struct str bytes)
{
	struct client_job job = { .task = RECORD_FEED, .url = str_lit("https://a.example/rss"), .known = *known };
	struct err err = { 0 };

	if (client_start_job(client, &job, bytes, &err) < 0)
		fail_msg("%s", err.text);
}

static void
worker_gives_what_is_known_as_a_number(void **state)
{
	static const unsigned char key[SIPHASH_KEY] = "one", other[SIPHASH_KEY] = "two";
	struct client *client = open_client();
	struct client_answer answer;
	uint64_t hashes[2], swap;
	struct client_known known = { key, hashes, 0 };
	size_t first = 0;

	(void)state;
	start_known(client, &known, two_posts(false));
	for (int i = 0; i < 2; i++) {
		next(client, &answer, CLIENT_POST);
		hashes[i] = (uint64_t)answer.post.source;
		assert_true(hashes[i]);
	}
	next(client, &answer, CLIENT_DONE);
	if (hashes[0] > hashes[1]) {
		swap = hashes[0];
		hashes[0] = hashes[1];
		hashes[1] = swap;
		first = 1;
	}
	known.n = 2;
	start_known(client, &known, two_posts(false));
	next(client, &answer, CLIENT_KNOWN);
	assert_int_equal(answer.known, first);
	next(client, &answer, CLIENT_KNOWN);
	assert_int_equal(answer.known, 1 - first);
	next(client, &answer, CLIENT_DONE);
	start_known(client, &known, two_posts(true));
	next(client, &answer, CLIENT_KNOWN);
	next(client, &answer, CLIENT_POST);
	assert_str(answer.post.post.title, "둘");
	next(client, &answer, CLIENT_DONE);
	known.key = other;
	start_known(client, &known, two_posts(false));
	next(client, &answer, CLIENT_POST);
	next(client, &answer, CLIENT_POST);
	next(client, &answer, CLIENT_DONE);
	known.key = NULL;
	start_known(client, &known, two_posts(false));
	next(client, &answer, CLIENT_POST);
	assert_int_equal(answer.post.source, 0);
	client_close(client);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worker_reads_a_feed_in_euc_kr_and_cannot_get_out),
		cmocka_unit_test(jail_refuses_every_way_out),
		cmocka_unit_test(worker_that_is_killed_in_mid_feed_fails_that_feed_alone),
		cmocka_unit_test(worker_answers_many_jobs_one_after_another),
		cmocka_unit_test(worker_has_its_next_job_before_it_is_through),
		cmocka_unit_test(answers_stay_when_memory_of_a_long_post_goes),
		cmocka_unit_test(worker_that_is_killed_loses_its_next_job_too),
		cmocka_unit_test(worker_names_the_feeds_of_a_page),
		cmocka_unit_test(worker_leaves_the_text_a_post_is_called_by),
		cmocka_unit_test(worker_gives_raw_posts_and_articles),
		cmocka_unit_test(client_refuses_a_program_that_speaks_otherwise),
		cmocka_unit_test(worker_gives_what_is_known_as_a_number),
		cmocka_unit_test(worker_goes_by_a_rule_and_takes_no_wrong_one),
		cmocka_unit_test(client_that_is_opened_early_is_waited_for_with_its_first_job),
		cmocka_unit_test(client_refuses_a_job_over_the_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
