package fr.faireavec.kernel;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was read of one thing was not read of another. */
class WarningTests {

	private static final Warning SATURDAY = Warning.of("weekend", "samedi 10");

	private static final Warning SUNDAY = Warning.of("weekend", "dimanche 11");

	@Test
	void theCodeSaysWhatItIsAbout() {
		assertThat(SATURDAY.code()).startsWith("weekend:").isEqualTo(Warning.of("weekend", "samedi 10").code());
		assertThat(SUNDAY.code()).isNotEqualTo(SATURDAY.code());
		assertThat(Warning.of("clash", "ab", "c").code()).isNotEqualTo(Warning.of("clash", "a", "bc").code());
	}

	@Test
	void oneUnreadShowsThemAll() {
		List<Warning> both = List.of(SATURDAY, SUNDAY);
		assertThat(Warning.unread(both, Set.of(SATURDAY.code()))).isEqualTo(both);
		assertThat(Warning.unread(both, Set.of("weekend"))).isEqualTo(both);
		assertThat(Warning.unread(both, Set.of(SATURDAY.code(), SUNDAY.code()))).isEmpty();
	}

}
