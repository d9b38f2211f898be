package fr.faireavec.library;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a mistyped word was meant to be. */
class TyposTests {

	@ParameterizedTest
	@CsvSource({ "velo, velo, 0", "vleo, velo, 1", "vello, velo, 1", "veo, velo, 1", "vilo, velo, 1",
			"recylcerei, recyclerie, 2", "'', velo, 4", "abc, cab, 2" })
	void slipsAreCounted(String typed, String meant, int slips) {
		assertThat(Typos.distance(typed, meant)).isEqualTo(slips);
		assertThat(Typos.distance(meant, typed)).isEqualTo(slips);
	}

	@Test
	void theNearestIsMeantAndTheFirstOfEquals() {
		List<Typos.Word> words = Stream.of("cafés", "cave", "recyclerie", "cage")
			.map((word) -> new Typos.Word(word, word.replace('é', 'e')))
			.toList();
		assertThat(Typos.nearest("caffe", words)).map(Typos.Word::word).isEmpty();
		assertThat(Typos.nearest("cafe", words)).map(Typos.Word::word).contains("cafés");
		assertThat(Typos.nearest("care", words)).map(Typos.Word::word).contains("cave");
		assertThat(Typos.nearest("reciclrie", words)).map(Typos.Word::word).contains("recyclerie");
		assertThat(Typos.nearest("cav", words)).isEmpty();
		assertThat(Typos.nearest("zebre", words)).isEmpty();
	}

}
