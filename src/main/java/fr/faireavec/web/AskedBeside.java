package fr.faireavec.web;

import fr.faireavec.kernel.Question;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.FieldError;

/** A question beside a field, with the two answers it takes. */
final class AskedBeside extends FieldError {

	private static final long serialVersionUID = 1L;

	private final transient Question question;

	AskedBeside(String form, @Nullable Object value, Question question, Object[] args) {
		super(form, String.valueOf(question.field()), value, false, new String[] { question.messageKey() }, args,
				question.messageKey());
		this.question = question;
	}

	Question question() {
		return this.question;
	}

}
