package fr.faireavec.web;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns what went wrong into a page of the site that says what to do. */
@ControllerAdvice
class ErrorAdvice {

	private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

	/**
	 * Unique, exclusion, serialisation failures and deadlocks, as PostgreSQL names them.
	 */
	private static final Set<String> OVERTAKEN = Set.of("23505", "23P01", "40001", "40P01");

	/** Somebody held it too long: nothing was changed under anybody. */
	private static final String LOCKED = "55P03";

	/** By what a form says which version it was filled in on. */
	private static final Set<String> VERSIONS = Set.of("version", "seen");

	/** What a form carries without saying it. */
	private static final Set<String> UNCOMPARED = Set.of("version", "seen", "key");

	private final FrenchFormat french;

	ErrorAdvice(FrenchFormat french) {
		this.french = french;
	}

	@ExceptionHandler({ NotFound.class, NoResourceFoundException.class })
	ModelAndView notFound() {
		return page("error/404", HttpStatus.NOT_FOUND);
	}

	/** An address whose id or date cannot be read leads nowhere. */
	@ExceptionHandler(TypeMismatchException.class)
	ModelAndView unreadableAddress(TypeMismatchException mismatch, HttpServletRequest request) {
		boolean inAddress = "GET".equals(request.getMethod())
				|| (mismatch instanceof MethodArgumentTypeMismatchException argument
						&& argument.getParameter().hasParameterAnnotation(PathVariable.class));
		return inAddress ? notFound() : badRequest();
	}

	/** What is missing, or a field that no page of ours has. */
	@ExceptionHandler({ MissingServletRequestParameterException.class, ServletRequestBindingException.class,
			MultipartException.class, InvalidPropertyException.class })
	ModelAndView badRequest() {
		return page("error/400", HttpStatus.BAD_REQUEST);
	}

	@ExceptionHandler(MaxUploadSizeExceededException.class)
	ModelAndView tooLarge() {
		return refused("error.upload.tooLarge");
	}

	/** A refusal that no form was there to show. */
	@ExceptionHandler(Refusal.class)
	ModelAndView refused(Refusal refusal) {
		ModelAndView page = refused(refusal.messageKey());
		page.addObject("messageArgs", Submission.spoken(refusal.args()));
		return page;
	}

	@ExceptionHandler({ StaleEdit.class, OptimisticLockingFailureException.class })
	ModelAndView overtaken() {
		return page("error/409", HttpStatus.CONFLICT);
	}

	/**
	 * The database said no to what no rule of ours had refused: somebody was faster, or
	 * we are wrong.
	 */
	@ExceptionHandler({ DataIntegrityViolationException.class, PessimisticLockingFailureException.class })
	ModelAndView refusedByTheDatabase(DataAccessException refused, HttpServletRequest request) {
		String state = (refused.getMostSpecificCause() instanceof SQLException cause) ? cause.getSQLState() : null;
		if (state != null && OVERTAKEN.contains(state)) {
			return overtaken();
		}
		if (LOCKED.equals(state)) {
			return databaseAway(refused);
		}
		ModelAndView page = page("error/500", HttpStatus.INTERNAL_SERVER_ERROR);
		page.addObject("reference", Failure.noted(refused, request, request.getRequestURI()));
		return page;
	}

	@ExceptionHandler(Conflict.class)
	ModelAndView conflict(Conflict conflict, HttpServletRequest request) {
		ModelAndView page = page("web/conflict", HttpStatus.CONFLICT);
		PropertyAccessor mine = PropertyAccessorFactory.forDirectFieldAccess(conflict.mine());
		PropertyAccessor theirs = PropertyAccessorFactory.forDirectFieldAccess(conflict.theirs());
		String form = conflict.mine().getClass().getSimpleName();
		List<Difference> differences = new ArrayList<>();
		for (String name : SentFields.of(conflict.mine().getClass())) {
			if (!UNCOMPARED.contains(name) && !SecretFields.has(name)) {
				Object left = theirs.getPropertyValue(name);
				Object right = mine.getPropertyValue(name);
				if (!Objects.equals(left, right)) {
					differences.add(new Difference(form + "." + name, shown(conflict.theirs(), name, left),
							shown(conflict.mine(), name, right)));
				}
			}
		}
		page.addObject("differences", differences);
		page.addObject("sent", sent(request, theirs));
		page.addObject("target", request.getRequestURI());
		page.addObject("back", pageOf(request.getRequestURI()));
		return page;
	}

	@ExceptionHandler({ CannotGetJdbcConnectionException.class, DataAccessResourceFailureException.class,
			CannotCreateTransactionException.class })
	ModelAndView databaseAway(Exception away) {
		log.error("The database does not answer", away);
		return page("error/503", HttpStatus.SERVICE_UNAVAILABLE);
	}

	private @Nullable Object shown(Object form, String property, @Nullable Object value) {
		String words = (form instanceof InWords speaking) ? speaking.inWords(property) : null;
		return (words != null) ? words : spoken(value);
	}

	private @Nullable Object spoken(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case LocalDate date -> this.french.date(date);
			case LocalTime time -> this.french.time(time);
			case Number number -> this.french.number(number);
			case Duration time -> this.french.spent(time);
			default -> value;
		};
	}

	/**
	 * An operation is a noun under the page it belongs to; a form of its own answers
	 * itself.
	 */
	private static String pageOf(String address) {
		return address.endsWith("/modifier") ? address : address.substring(0, address.lastIndexOf('/'));
	}

	/** Everything that was posted, on top of the version that now stands. */
	private static List<Sent> sent(HttpServletRequest request, PropertyAccessor theirs) {
		List<Sent> sent = new ArrayList<>();
		for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
			String name = parameter.getKey();
			if ("_csrf".equals(name) || (SecretFields.has(name) && !name.startsWith("_"))) {
				continue;
			}
			for (String value : parameter.getValue()) {
				Object shown = VERSIONS.contains(name) ? theirs.getPropertyValue(name) : value;
				sent.add(new Sent(name, String.valueOf(shown)));
			}
		}
		return sent;
	}

	private static ModelAndView refused(String messageKey) {
		ModelAndView page = page("error/422", HttpStatus.UNPROCESSABLE_CONTENT);
		page.addObject("messageKey", messageKey);
		return page;
	}

	private static ModelAndView page(String view, HttpStatus status) {
		return new ModelAndView(view, status);
	}

	/** One field two people filled differently. */
	public record Difference(String label, @Nullable Object theirs, @Nullable Object mine) {
	}

	/** A parameter to send again. */
	public record Sent(String name, String value) {
	}

}
