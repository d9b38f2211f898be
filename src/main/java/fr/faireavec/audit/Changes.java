package fr.faireavec.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** What a write changed: field → before and after, in the order they were noted. */
public final class Changes {

	private final Map<String, @Nullable String[]> values = new LinkedHashMap<>();

	private Changes() {
	}

	public static Changes none() {
		return new Changes();
	}

	/** Notes a field, unless it kept its value. */
	public Changes note(String field, @Nullable Object before, @Nullable Object after) {
		String was = text(before);
		String is = text(after);
		if (!Objects.equals(was, is)) {
			this.values.put(field, new @Nullable String[] { was, is });
		}
		return this;
	}

	/**
	 * Notes that a text is another one, by what may be kept of it: its length, or how it
	 * begins, which may well be the same.
	 */
	public Changes noteText(String field, String before, String after, Function<String, ?> kept) {
		if (!before.equals(after)) {
			this.values.put(field, new @Nullable String[] { text(kept.apply(before)), text(kept.apply(after)) });
		}
		return this;
	}

	public boolean isEmpty() {
		return this.values.isEmpty();
	}

	public Map<String, @Nullable String[]> asMap() {
		return this.values;
	}

	private static @Nullable String text(@Nullable Object value) {
		if (value == null) {
			return null;
		}
		String text = value.toString();
		return text.isEmpty() ? null : text;
	}

}
