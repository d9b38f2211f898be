package fr.faireavec.web;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields of a form that a browser may send: the public ones, in the order of the
 * form. A private one is the form's own, and nothing that is posted reaches it.
 */
final class SentFields {

	private static final int OWN = Modifier.STATIC | Modifier.FINAL;

	private SentFields() {
	}

	/** Their names, those of what it extends last. */
	static List<String> of(Class<?> form) {
		return sent(form).map(Field::getName).toList();
	}

	/** The same as a binder reads them: of a column, any row. */
	static List<String> bound(Class<?> form) {
		return sent(form)
			.map((field) -> Map.class.isAssignableFrom(field.getType()) ? field.getName() + "[*]" : field.getName())
			.toList();
	}

	private static Stream<Field> sent(Class<?> form) {
		return Arrays.stream(form.getFields()).filter((field) -> (field.getModifiers() & OWN) == 0);
	}

}
