package fr.faireavec.journal;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is noted in under a minute: only the title (120 characters) is needed.
 *
 * @param state an idea when nothing is said
 * @param description at most 4000 characters
 * @param dueBySession the rank of the session it is meant for, « d’ici au jour 5 »
 * @param meetingId the meeting of the structure that decided it
 */
public record ActionDraft(String title, @Nullable ActionState state, String description, @Nullable UUID themeId,
		@Nullable Integer dueBySession, @Nullable UUID meetingId) {

	/** Decided in no meeting. */
	public ActionDraft(String title, @Nullable ActionState state, String description, @Nullable UUID themeId,
			@Nullable Integer dueBySession) {
		this(title, state, description, themeId, dueBySession, null);
	}

	public static ActionDraft titled(String title) {
		return new ActionDraft(title, null, "", null, null);
	}

}
