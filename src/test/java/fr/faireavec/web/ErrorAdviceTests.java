package fr.faireavec.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ErrorAdviceTests {

	/** The visitor is told to come back, the operator why. */
	@Test
	void aDatabaseThatGoesAwayLeavesItsLine(CapturedOutput output) {
		ErrorAdvice advice = new ErrorAdvice(new FrenchFormat(new StaticMessageSource()));
		assertThat(advice.databaseAway(new CannotGetJdbcConnectionException("connection refused")).getStatus())
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(output).contains("ERROR").contains("The database does not answer").contains("connection refused");
	}

}
