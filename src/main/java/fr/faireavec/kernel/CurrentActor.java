package fr.faireavec.kernel;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Who is acting in this thread. */
public interface CurrentActor {

	/** The person's id, or null when the application acts by itself. */
	@Nullable UUID personId();

}
