/*
 * A name server: takes port 53 of 127.0.0.1, says "mute" and keeps it until its
 * standard input ends. It never answers; with an ADDRESS of IPv4 as argument
 * every name has that address, and a line "NAME TYPE" says what was asked.
 */
#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HEAD = 12, PACKET = 512, TYPE_A = 1, LIFE_S = 60 };

/* The name behind the head as text, and where it ends; 0 for none. */
static size_t
name_of(const unsigned char *packet, size_t n, char name[PACKET])
{
	size_t at = HEAD, to = 0;

	while (at < n && packet[at] && at + 1 + packet[at] < n) {
		if (to)
			name[to++] = '.';
		memcpy(name + to, packet + at + 1, packet[at]);
		to += packet[at];
		at += 1u + packet[at];
	}
	name[to] = '\0';
	return at + 5 <= n && !packet[at] ? at + 1 : 0;
}

/* RFC 1035 4.1: the question comes back with an answer behind it, if there is one of its type. */
static void
answer(int fd, struct in_addr address)
{
	unsigned char packet[PACKET + 16];
	const unsigned char record[] = { 0xc0, HEAD, 0, TYPE_A, 0, 1, 0, 0, 0, LIFE_S, 0, 4 };
	struct sockaddr_in from;
	socklen_t size = sizeof from;
	ssize_t n = recvfrom(fd, packet, PACKET, 0, (struct sockaddr *)&from, &size);
	char name[PACKET];
	size_t end = n > HEAD ? name_of(packet, (size_t)n, name) : 0;

	if (!end)
		return;
	printf("%s %d\n", name, packet[end + 1]);
	fflush(stdout);
	end += 4;
	packet[2] = 0x81;
	packet[3] = 0x80;
	memset(packet + 6, 0, 6);
	if (packet[end - 3] == TYPE_A) {
		packet[7] = 1;
		memcpy(packet + end, record, sizeof record);
		memcpy(packet + end + sizeof record, &address, sizeof address);
		end += sizeof record + sizeof address;
	}
	(void)sendto(fd, packet, end, 0, (struct sockaddr *)&from, size);
}

int
main(int argc, char **argv)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons(53), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	struct pollfd polled[2] = { { .fd = STDIN_FILENO, .events = POLLIN }, { .fd = argc > 1 ? fd : -1, .events = POLLIN } };
	struct in_addr address = { 0 };
	char byte;

	if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) < 0 || (argc > 1 && inet_pton(AF_INET, argv[1], &address) != 1)) {
		perror("mute");
		return 1;
	}
	puts("mute");
	fflush(stdout);
	while (poll(polled, 2, -1) >= 0) {
		if (polled[1].revents)
			answer(fd, address);
		if (polled[0].revents && read(STDIN_FILENO, &byte, 1) <= 0)
			break;
	}
	return 0;
}
