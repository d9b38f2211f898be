package fr.faireavec.kernel;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/** Makes identities: UUID version 7, so that rows of one moment lie together. */
public final class Ids {

	private Ids() {
	}

	public static UUID next() {
		return UuidCreator.getTimeOrderedEpochPlus1();
	}

}
