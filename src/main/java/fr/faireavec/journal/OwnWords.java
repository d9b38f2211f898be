package fr.faireavec.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import fr.faireavec.taxonomies.Taxonomy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What the lists did not offer, « autre… »: a few words for each list, 80 characters at
 * most, empty where there are none. A scale has no other step.
 */
@Embeddable
public record OwnWords(@Column(name = "own_theme") String theme, @Column(name = "own_lever") String lever,
		@Column(name = "own_instrument") String instrument, @Column(name = "own_service_user") String serviceUser,
		@Column(name = "own_role") String role, @Column(name = "own_recognition") String recognition,
		@Column(name = "own_effect") String effect) {

	public static final int LONGEST = 80;

	public static final OwnWords NONE = new OwnWords("", "", "", "", "", "", "");

	/** The lists that one may say otherwise. */
	public static final List<Taxonomy> LISTS = List.of(Taxonomy.THEME, Taxonomy.LEVER, Taxonomy.INSTRUMENT,
			Taxonomy.SERVICE_USER, Taxonomy.ROLE, Taxonomy.RECOGNITION, Taxonomy.EFFECT);

	public OwnWords {
		theme = theme.strip();
		lever = lever.strip();
		instrument = instrument.strip();
		serviceUser = serviceUser.strip();
		role = role.strip();
		recognition = recognition.strip();
		effect = effect.strip();
	}

	/** What was said in place of an entry of that list. */
	public String of(Taxonomy list) {
		return switch (list) {
			case THEME -> this.theme;
			case LEVER -> this.lever;
			case INSTRUMENT -> this.instrument;
			case SERVICE_USER -> this.serviceUser;
			case ROLE -> this.role;
			case RECOGNITION -> this.recognition;
			case EFFECT -> this.effect;
			case LEVEL, FAMILY, NEED -> "";
		};
	}

	/** The same, with other words for one list. */
	OwnWords with(Taxonomy list, String words) {
		String[] said = LISTS.stream().map((one) -> (one == list) ? words : of(one)).toArray(String[]::new);
		return new OwnWords(said[0], said[1], said[2], said[3], said[4], said[5], said[6]);
	}

	/** Where the words for that list are kept. */
	public static String column(Taxonomy list) {
		if (!LISTS.contains(list)) {
			throw new IllegalArgumentException(list.name());
		}
		return "own_" + list.name().toLowerCase(Locale.ROOT);
	}

	/** All of it, in the order of the lists. */
	String all() {
		return String
			.join(" ",
					Arrays.asList(this.theme, this.lever, this.instrument, this.serviceUser, this.role,
							this.recognition, this.effect))
			.strip();
	}

}
