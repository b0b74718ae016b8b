/*
 * A name server that never answers: takes port 53 of 127.0.0.1, says "mute" and
 * keeps it until its standard input ends.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <sys/socket.h>

int
main(void)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons(53), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) < 0) {
		perror("mute");
		return 1;
	}
	puts("mute");
	fflush(stdout);
	while (getchar() != EOF)
		continue;
	return 0;
}
