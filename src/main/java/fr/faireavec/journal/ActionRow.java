package fr.faireavec.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An action in a list, for its structure and the animation; hours by quarter hour. */
public record ActionRow(UUID id, String title, String structureName, UUID enrolmentId, ActionState state,
		@Nullable String themeLabel, @Nullable String levelLabel, @Nullable LocalDate startsOn,
		@Nullable LocalDate endsOn, @Nullable Integer peopleInvolved, @Nullable BigDecimal contributedHours,
		Instant loggedAt, boolean awaitsPilot) {

	/** The day it ends, else the one it starts. */
	public @Nullable LocalDate day() {
		return (this.endsOn != null) ? this.endsOn : this.startsOn;
	}

	/** Whether it says when, with how many usagers or for how many hours. */
	public boolean isFigured() {
		return day() != null || this.peopleInvolved != null || this.contributedHours != null;
	}

}
