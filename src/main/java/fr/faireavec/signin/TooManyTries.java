package fr.faireavec.signin;

import java.time.Instant;

/** Tried too often: when to try again. */
public class TooManyTries extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Instant until;

	private final Gate gate;

	TooManyTries(Gate gate, Instant until) {
		super(gate + " until " + until);
		this.gate = gate;
		this.until = until;
	}

	public Instant until() {
		return this.until;
	}

	public Gate gate() {
		return this.gate;
	}

}
