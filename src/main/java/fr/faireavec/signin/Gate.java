package fr.faireavec.signin;

import java.time.Duration;

/**
 * What is counted, and how often it may be tried: for one address from one network, for
 * one address from anywhere, from one network for any address.
 */
public enum Gate {

	PASSWORD(10, 60, 200, Duration.ofMinutes(15)),

	/** Letters with a link or a code. */
	MAIL(5, 30, 100, Duration.ofMinutes(30)),

	/** Codes typed: each request already allows five only. */
	CODE(20, 100, 200, Duration.ofMinutes(15)),

	/**
	 * Wrong codes for one address, all its requests together: beyond, its link alone
	 * opens.
	 */
	CODE_DAY(20, 30, 200, Duration.ofHours(24)),

	/** Challenges for a passkey, each kept until it is answered. */
	KEY(200, 200, 200, Duration.ofMinutes(15)),

	/** Coming in, however it is proved: counted for the account, once it is known. */
	ENTRY(60, 60, 600, Duration.ofHours(1)),

	/** Letters somebody has sent by giving an address to another, or taking it back. */
	ADDRESS(6, 12, 60, Duration.ofHours(1)),

	/** Other names one gives oneself. */
	RENAME(10, 10, 600, Duration.ofHours(24)),

	/** Links that lead nowhere. */
	LOOKUP(60, 60, 60, Duration.ofMinutes(15)),

	/**
	 * Files somebody asks about: a whole parcours at once, and not one after the other.
	 */
	VERIFICATION(60, 60, 60, Duration.ofMinutes(15));

	private final int here;

	private final int anywhere;

	private final int network;

	private final Duration window;

	Gate(int here, int anywhere, int network, Duration window) {
		this.here = here;
		this.anywhere = anywhere;
		this.network = network;
		this.window = window;
	}

	int here() {
		return this.here;
	}

	int anywhere() {
		return this.anywhere;
	}

	int network() {
		return this.network;
	}

	Duration window() {
		return this.window;
	}

}
