package fr.faireavec.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;

/**
 * The words of all rooms, read once from their files and found in one look. They are
 * French, whatever the language asked for.
 */
class RoomMessages extends AbstractMessageSource {

	private final Map<String, String> words;

	private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

	private RoomMessages(Map<String, String> words) {
		this.words = words;
	}

	/**
	 * Reads every file, in UTF-8.
	 * @throws IllegalStateException when two rooms say the same key
	 */
	static RoomMessages of(Resource... files) throws IOException {
		Map<String, String> words = new HashMap<>();
		for (Resource file : files) {
			Properties room = new Properties();
			try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
				room.load(reader);
			}
			for (String key : room.stringPropertyNames()) {
				if (words.put(key, room.getProperty(key)) != null) {
					throw new IllegalStateException("« " + key + " » stands twice, here again: " + file);
				}
			}
		}
		return new RoomMessages(Map.copyOf(words));
	}

	@Override
	protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
		String text = this.words.get(code);
		return (text != null) ? this.patterns.computeIfAbsent(code, (key) -> Agreement.in(text)) : null;
	}

	@Override
	protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
		return this.words.get(code);
	}

}
