package fr.faireavec.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from: one household or office. */
public final class Network {

	private Network() {
	}

	/** An IPv4 address, or the half of an IPv6 one. */
	public static String of(HttpServletRequest request) {
		String address = String.valueOf(request.getRemoteAddr());
		if (!address.contains(":")) {
			return address;
		}
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, 8), bytes.length)).getHostAddress();
		}
		catch (UnknownHostException unreadable) {
			return address;
		}
	}

}
