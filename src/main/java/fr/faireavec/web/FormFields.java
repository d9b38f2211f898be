package fr.faireavec.web;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.faireavec.kernel.Question;
import fr.faireavec.kernel.Warning;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.spring6.context.IThymeleafBindStatus;
import org.thymeleaf.spring6.context.IThymeleafRequestContext;
import org.thymeleaf.spring6.naming.SpringContextVariableNames;

import org.springframework.beans.ConfigurablePropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/**
 * What the field fragments ask about the form of the page, {@code #form} in templates:
 * what was typed, what is wrong with it, what is required.
 */
class FormFields {

	private static final String FORM = "form";

	private static final String ANSWERED = "answered";

	private static final List<Class<?>> REQUIRING = List.of(NotBlank.class, NotNull.class, NotEmpty.class,
			AssertTrue.class);

	private final IExpressionContext context;

	private final Validator validator;

	FormFields(IExpressionContext context, Validator validator) {
		this.context = context;
		this.validator = validator;
	}

	/** The field of this name, which may be nested: {@code lines[0].name}. */
	public Field field(String name) {
		IThymeleafBindStatus status = request().getBindStatus(FORM + "." + name, false);
		return new Field(idOf(name), name, typed(status), values(name, status), required(name), notCalledOptional(name),
				List.of(status.getErrorMessages()), asked(name));
	}

	/** What is asked beside a field, if something is. */
	private @Nullable Asked asked(String name) {
		Errors errors = errors();
		return (errors == null) ? null
				: errors.getFieldErrors(name)
					.stream()
					.filter(AskedBeside.class::isInstance)
					.map((error) -> new Asked(((AskedBeside) error).question(), answer()))
					.findFirst()
					.orElse(null);
	}

	/** What was answered before; sent again with the form, unless it is asked anew. */
	public String answer() {
		Object form = this.context.getVariable(FORM);
		if (form == null) {
			return "";
		}
		ConfigurablePropertyAccessor values = PropertyAccessorFactory.forDirectFieldAccess(form);
		return values.isReadableProperty(ANSWERED) ? text(values.getPropertyValue(ANSWERED)) : "";
	}

	/**
	 * Everything that is wrong, in the order of the page: the whole first, then each
	 * field.
	 */
	public List<Problem> problems() {
		Errors errors = errors();
		if (errors == null) {
			return List.of();
		}
		Object form = this.context.getVariable(FORM);
		List<String> order = (form == null) ? List.of() : SentFields.of(form.getClass());
		Stream<Problem> global = errors.getGlobalErrors()
			.stream()
			.filter((error) -> !(error instanceof Unread))
			.map((error) -> new Problem(request().getMessage(error, false), null));
		Stream<Problem> fields = errors.getFieldErrors()
			.stream()
			.sorted(Comparator.comparingInt((FieldError error) -> order.indexOf(firstName(error.getField())))
				.thenComparing(FieldError::getField))
			.map((error) -> new Problem(request().getMessage(error, false), "#" + idOf(error.getField())));
		return Stream.concat(global, fields).distinct().toList();
	}

	/** What is to be read before the form is sent again. */
	public List<Warning> warnings() {
		Errors errors = errors();
		return (errors == null) ? List.of()
				: errors.getGlobalErrors()
					.stream()
					.filter(Unread.class::isInstance)
					.flatMap((error) -> ((Unread) error).warnings().stream())
					.toList();
	}

	private @Nullable Errors errors() {
		Optional<Errors> errors = hasForm() ? request().getErrors(FORM, false) : Optional.empty();
		return errors.orElse(null);
	}

	private boolean hasForm() {
		return this.context.containsVariable(FORM);
	}

	private IThymeleafRequestContext request() {
		Object request = this.context.getVariable(SpringContextVariableNames.THYMELEAF_REQUEST_CONTEXT);
		if (request instanceof IThymeleafRequestContext found) {
			return found;
		}
		throw new IllegalStateException("Fields need the template of a web page");
	}

	private static String typed(IThymeleafBindStatus status) {
		Object value = status.getValue();
		if (value instanceof Object[] several) {
			return (several.length == 0) ? "" : text(several[0]);
		}
		String shown = status.getDisplayValue();
		return (value == null || shown == null) ? "" : shown;
	}

	private List<String> values(String name, IThymeleafBindStatus status) {
		Errors errors = status.getErrors();
		FieldError refused = (errors != null) ? errors.getFieldError(name) : null;
		Object value = (refused != null) ? refused.getRejectedValue() : status.getActualValue();
		if (refused != null && refused.isBindingFailure() && value instanceof String joined) {
			// Spring joins with commas the several values it could not convert.
			return List.of(joined.split(",", -1));
		}
		return elements(value).map(FormFields::text).toList();
	}

	private static Stream<?> elements(@Nullable Object value) {
		return switch (value) {
			case null -> Stream.empty();
			case Collection<?> several -> several.stream();
			case Object[] several -> Arrays.stream(several);
			case Object array when array.getClass().isArray() ->
				Stream.iterate(0, (i) -> i < Array.getLength(array), (i) -> i + 1).map((i) -> Array.get(array, i));
			default -> Stream.of(value);
		};
	}

	private static String text(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Enum<?> constant -> constant.name();
			default -> value.toString();
		};
	}

	private boolean required(String name) {
		Object owner = owner(name);
		String property = name.substring(name.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
		return owner != null && Optional
			.ofNullable(this.validator.getConstraintsForClass(ClassUtils.getUserClass(owner))
				.getConstraintsForProperty(property))
			.stream()
			.flatMap((described) -> described.getConstraintDescriptors().stream())
			.anyMatch(FormFields::requires);
	}

	private boolean notCalledOptional(String name) {
		Object owner = owner(name);
		String property = name.substring(name.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
		java.lang.reflect.Field field = (owner == null) ? null
				: ReflectionUtils.findField(ClassUtils.getUserClass(owner), property);
		return field != null && field.isAnnotationPresent(NotCalledOptional.class);
	}

	private static boolean requires(ConstraintDescriptor<?> constraint) {
		return REQUIRING.contains(constraint.getAnnotation().annotationType())
				|| constraint.getComposingConstraints().stream().anyMatch(FormFields::requires);
	}

	private @Nullable Object owner(String name) {
		Object form = this.context.getVariable(FORM);
		int dot = name.lastIndexOf('.');
		return (form == null || dot < 0) ? form
				: PropertyAccessorFactory.forDirectFieldAccess(form).getPropertyValue(name.substring(0, dot));
	}

	private static String firstName(String path) {
		return path.replaceAll("[.\\[].*", "");
	}

	private static String idOf(String name) {
		return name.replaceAll("[^\\w-]+", "-").replaceAll("-$", "");
	}

	/** A question, the two answers as they are sent, and which of them was given. */
	public record Asked(String yes, String no, String topic, boolean saidNo) {

		Asked(Question question, String answered) {
			this(question.yes(), question.no(), question.topic(), question.no().equals(answered));
		}

	}

	/** One thing to mend, and the link to where, unless it is about the whole form. */
	public record Problem(String text, @Nullable String href) {

	}

	/**
	 * One field as the page shows it: a value typed and refused is still there, and
	 * {@code values} holds each one where several are possible.
	 */
	public record Field(String id, String name, String value, List<String> values, boolean required,
			boolean notCalledOptional, List<String> errors, @Nullable Asked asked) {

		/** The same on a page that asks for it, though other uses of the form do not. */
		public Field needed() {
			return new Field(this.id, this.name, this.value, this.values, true, false, this.errors, this.asked);
		}

		/** Whether the page says so. */
		public boolean isOptional() {
			return !this.required && !this.notCalledOptional;
		}

		public boolean isInvalid() {
			return !this.errors.isEmpty();
		}

		/** Never shown back. */
		public boolean isSecret() {
			return SecretFields.has(this.name);
		}

		public boolean holds(String candidate) {
			return this.values.contains(candidate);
		}

		public boolean isTicked() {
			return holds("true") || holds("on");
		}

		/** The ids of the texts that explain the field, or null when there are none. */
		public @Nullable String describedBy(@Nullable String hint) {
			String hintId = (hint == null || hint.isEmpty()) ? null : this.id + "-hint";
			String errorId = isInvalid() ? this.id + "-error" : null;
			return (hintId != null && errorId != null) ? hintId + " " + errorId : (hintId != null) ? hintId : errorId;
		}

	}

}
