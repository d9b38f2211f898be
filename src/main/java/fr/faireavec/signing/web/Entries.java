package fr.faireavec.signing.web;

import java.util.Optional;

import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import fr.faireavec.signing.RemoteLinks;
import fr.faireavec.signing.Rooms;
import fr.faireavec.web.Network;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Finds where a code leads. Only those that lead nowhere are counted: a whole room behind
 * one address goes in.
 */
@Component
class Entries {

	static final String GONE = "signing/gone";

	private final Rooms rooms;

	private final RemoteLinks remote;

	private final Throttle throttle;

	Entries(Rooms rooms, RemoteLinks remote, Throttle throttle) {
		this.rooms = rooms;
		this.remote = remote;
		this.throttle = throttle;
	}

	Optional<Entry> find(String code, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
		Optional<Entry> entry = this.rooms.find(code)
			.map((session) -> new Entry(code, session, null))
			.or(() -> this.remote.find(code).map((bearer) -> new Entry(code, bearer.session(), bearer.personId())));
		if (entry.isEmpty()) {
			this.throttle.pass(Gate.LOOKUP, Throttle.Attempt.from(Network.of(request)));
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		return entry;
	}

}
