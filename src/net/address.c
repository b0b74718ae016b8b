#include "net/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "text/ip.h"

bool
address_is_internal(const struct sockaddr *address)
{
	struct sockaddr_in in4;
	struct sockaddr_in6 in6;

	if (address->sa_family == AF_INET) {
		memcpy(&in4, address, sizeof in4);
		return ip_is_internal_v4(ntohl(in4.sin_addr.s_addr));
	}
	if (address->sa_family == AF_INET6) {
		memcpy(&in6, address, sizeof in6);
		return ip_is_internal_v6(in6.sin6_addr.s6_addr);
	}
	return true;
}

bool
address_is_internal_text(const char *text)
{
	unsigned char bytes[16];
	struct in_addr in4;

	if (inet_pton(AF_INET, text, &in4) == 1)
		return ip_is_internal_v4(ntohl(in4.s_addr));
	return inet_pton(AF_INET6, text, bytes) != 1 || ip_is_internal_v6(bytes);
}
