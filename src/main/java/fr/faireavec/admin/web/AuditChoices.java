package fr.faireavec.admin.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import fr.faireavec.web.Option;

import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the audit may be filtered by. */
@Component
class AuditChoices {

	private static final Set<String> NO_KIND = Set.of("field", "value");

	private final JdbcClient jdbc;

	private final List<Option> kinds;

	AuditChoices(JdbcClient jdbc, MessageSource messages, ResourcePatternResolver resources) throws IOException {
		this.jdbc = jdbc;
		this.kinds = told(resources).stream()
			.map((kind) -> new Option(kind, messages.getMessage("audit.kind." + kind, null, Locale.FRENCH)))
			.sorted(Comparator.comparing(Option::label, Collator.getInstance(Locale.FRENCH)))
			.toList();
	}

	/** Every kind of fact some room has a sentence for. */
	List<Option> kinds() {
		return this.kinds;
	}

	List<Option> parcours() {
		return this.jdbc.sql("SELECT id, name FROM parcours ORDER BY starts_on DESC, name")
			.query((row, n) -> new Option(row.getString("id"), row.getString("name")))
			.list();
	}

	/** The rooms write « history.session.held = … »: here « session ». */
	private static Set<String> told(ResourcePatternResolver resources) throws IOException {
		Set<String> kinds = new TreeSet<>();
		for (Resource file : resources.getResources("classpath*:messages/*.properties")) {
			Properties words = new Properties();
			try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
				words.load(reader);
			}
			words.stringPropertyNames()
				.stream()
				.filter((key) -> key.startsWith("history."))
				.map((key) -> key.split("\\.", -1)[1])
				.forEach(kinds::add);
		}
		kinds.removeAll(NO_KIND);
		return kinds;
	}

}
