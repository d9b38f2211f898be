package fr.faireavec.web;

import java.sql.SQLException;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

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

	@ParameterizedTest
	@ValueSource(strings = { "23505", "23P01", "40001", "40P01" })
	void somebodyWasFaster(String state, CapturedOutput output) {
		assertThat(refused(new DataIntegrityViolationException("no", new SQLException("no", state))).getStatus())
			.isEqualTo(HttpStatus.CONFLICT);
		assertThat(refused(new CannotAcquireLockException("no", new SQLException("no", state))).getStatus())
			.isEqualTo(HttpStatus.CONFLICT);
		assertThat(output).doesNotContain("ERROR");
	}

	/** Not null, foreign key, check, restrict, too long, and who knows. */
	@ParameterizedTest
	@ValueSource(strings = { "23502", "23503", "23514", "23001", "22001", "XX000" })
	void weAreWrongAndTheLogSaysWhat(String state, CapturedOutput output) {
		ModelAndView page = refused(
				new DataIntegrityViolationException("no", new SQLException("violates " + state, state)));
		assertThat(page.getStatus()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(page.getViewName()).isEqualTo("error/500");
		String reference = String.valueOf(page.getModel().get("reference"));
		assertThat(reference).matches("[A-Z2-9]{4}-[A-Z2-9]{4}");
		assertThat(output).contains("ERROR", "Failure " + reference + ": POST /journal", "violates " + state);
	}

	/** Nobody changed anything: somebody holds it, come back. */
	@Test
	void whatIsHeldTooLongIsNoConflict() {
		assertThat(refused(new CannotAcquireLockException("no", new SQLException("no", "55P03"))).getStatus())
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void whatNobodyCaughtHasItsReferenceToo(CapturedOutput output) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/bilans");
		FailureAttributes attributes = new FailureAttributes();
		attributes.resolveException(request, new MockHttpServletResponse(), null, new IllegalStateException("broken"));
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 405);
		assertThat(said(attributes, request)).doesNotContainKey("reference");
		assertThat(output).doesNotContain("Failure");
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
		Object reference = said(attributes, request).get("reference");
		assertThat(output).contains("Failure " + reference + ": GET /bilans", "broken");
	}

	private static Map<String, @Nullable Object> said(FailureAttributes attributes, MockHttpServletRequest request) {
		return attributes.getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
	}

	private static ModelAndView refused(DataAccessException refused) {
		return new ErrorAdvice(new FrenchFormat(new StaticMessageSource())).refusedByTheDatabase(refused,
				new MockHttpServletRequest("POST", "/journal"));
	}

}
