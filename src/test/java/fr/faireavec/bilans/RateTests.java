package fr.faireavec.bilans;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateTests {

	@Test
	void isAWholePercentHalfUp() {
		assertThat(new Rate(1, 8).percent()).isEqualTo(13);
		assertThat(new Rate(0, 0).percent()).isNull();
	}

	/** Involved people may be said where the reached ones are not. */
	@Test
	void noPageFallsForTheLargestPart() {
		assertThat(new Rate(30_000_000, 1).percent()).isEqualTo(Integer.MAX_VALUE);
	}

}
