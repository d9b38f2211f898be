package fr.faireavec.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageOfTests {

	@Test
	void saysWhichRowsItShows() {
		PageOf<String> last = new PageOf<>(List.of("a", "b"), 3, 20, 42);
		assertThat(last.from()).isEqualTo(41);
		assertThat(last.to()).isEqualTo(42);
		assertThat(last.last()).isEqualTo(3);
		assertThat(last.hasNext()).isFalse();
		assertThat(last.hasPrevious()).isTrue();
	}

	@Test
	void linksTheEndsAndTheNeighboursAndMarksTheGaps() {
		assertThat(new PageOf<>(List.of(), 5, 10, 110).links()).containsExactly(1, 0, 4, 5, 6, 0, 11);
		assertThat(new PageOf<>(List.of(), 1, 10, 25).links()).containsExactly(1, 2, 3);
	}

	@Test
	void anEmptyListIsOnePage() {
		PageOf<String> none = new PageOf<>(List.of(), 0, 20, 0);
		assertThat(none.isOnlyOne()).isTrue();
		assertThat(none.from()).isZero();
		assertThat(none.to()).isZero();
	}

}
