package fr.faireavec.factors;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OneTimeCodeTests {

	private static final String SECRET = Base32.builder()
		.get()
		.encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

	private static OneTimeCode at(long second) {
		return new OneTimeCode(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
	}

	/** RFC 6238, appendix B, the last six of its eight digits. */
	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void givesTheCodesOfTheStandard(long second, String code) {
		assertThat(at(second).at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
		assertThat(at(second).step(SECRET, code)).containsExactly(second / 30);
	}

	@Test
	void takesTheOneBeforeAndTheOneAfterAndNoOther() {
		assertThat(at(59 + 30).step(SECRET, "287082")).containsExactly(1L);
		assertThat(at(59 - 30).step(SECRET, "287082")).containsExactly(1L);
		assertThat(at(59 + 60).step(SECRET, "287082")).isEmpty();
		assertThat(at(29).step(SECRET, "287 082")).containsExactly(1L);
		assertThat(at(59).step(SECRET, "28708")).isEmpty();
		assertThat(at(59).step(SECRET, "")).isEmpty();
	}

	@Test
	void aSecretIsDrawnAnewEachTime() {
		OneTimeCode codes = at(59);
		assertThat(codes.drawSecret()).hasSize(32).matches("[A-Z2-7]+").isNotEqualTo(codes.drawSecret());
	}

}
