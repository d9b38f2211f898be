package fr.faireavec.attendance;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The signatures of registers, as they are drawn on documents; answered by the room that
 * keeps them.
 */
public interface SignatureDrawings {

	/** Those of these half-days. */
	Map<Signed, Drawing> of(Collection<UUID> halfDayIds);

	/** Those of an individual meeting, by whose they are. */
	Map<UUID, Drawing> ofMeeting(UUID meetingId);

	/** Whose signature it is, a person's or a guest's, for which half-day. */
	record Signed(UUID halfDayId, UUID signerId) {
	}

	/**
	 * One signature, drawn or typed: the two are worth the same.
	 *
	 * @param path SVG path data, within the width and height; null where it was typed
	 * @param typed the name as it was typed; null where it was drawn
	 * @param remote by somebody who was not in the room
	 * @param shared on a phone where somebody else signed too
	 */
	record Drawing(@Nullable String path, int width, int height, @Nullable String typed, boolean remote,
			boolean shared) {
	}

}
