package fr.faireavec.web;

import java.security.SecureRandom;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something nobody foresaw broke: whoever met it is given a reference, under which the
 * log says what it was.
 */
final class Failure {

	private static final Logger log = LoggerFactory.getLogger(Failure.class);

	/** Nothing that reads like something else over the telephone. */
	private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private static final int LENGTH = 8;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Failure() {
	}

	/**
	 * Writes it down.
	 * @return its reference, such as « K7QD-3MZP »
	 */
	static String noted(Throwable cause, HttpServletRequest request, String address) {
		String reference = reference();
		log.error("Failure {}: {} {}", reference, request.getMethod(), address, cause);
		return reference;
	}

	private static String reference() {
		StringBuilder reference = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			reference.append((i == LENGTH / 2) ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
		}
		return reference.toString();
	}

}
