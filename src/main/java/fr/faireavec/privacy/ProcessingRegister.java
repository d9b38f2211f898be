package fr.faireavec.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The register of personal data (RGPD, article 30): one declaration for every column of
 * the schema, read from privacy/register.txt, whose head says how it is written.
 */
@Component
public class ProcessingRegister {

	private static final String RESOURCE = "/privacy/register.txt";

	private final List<Declaration> declarations;

	ProcessingRegister() throws IOException {
		try (InputStream text = ProcessingRegister.class.getResourceAsStream(RESOURCE)) {
			if (text == null) {
				throw new IllegalStateException(RESOURCE + " is missing");
			}
			this.declarations = read(new String(text.readAllBytes(), StandardCharsets.UTF_8).lines());
		}
	}

	/** Every column, table by table, in the order of the resource. */
	public List<Declaration> declarations() {
		return this.declarations;
	}

	/** Those about somebody. */
	public List<Declaration> personal() {
		return this.declarations.stream().filter(Declaration::isPersonal).toList();
	}

	static List<Declaration> read(Stream<String> lines) {
		List<Declaration> declarations = new ArrayList<>();
		String[] table = {};
		for (String line : lines.toList()) {
			String told = line.replaceAll("#.*", "").strip();
			if (told.isEmpty()) {
				continue;
			}
			String[] parts = Arrays.stream(told.split("\\|", -1)).map(String::strip).toArray(String[]::new);
			if (parts[0].startsWith("table ")) {
				table = parts;
				continue;
			}
			for (String column : parts[1].split("\\s*,\\s*", -1)) {
				declarations.add(declaration(table, column, parts));
			}
		}
		return List.copyOf(declarations);
	}

	private static Declaration declaration(String[] table, String column, String[] parts) {
		String name = part(table, 0).split(" ", -1)[1];
		if ("-".equals(parts[0])) {
			return new Declaration(name, column, null, "", "", "", "", "");
		}
		String kept = part(parts, 4).isEmpty() ? part(table, 3) : part(parts, 4);
		return new Declaration(name, column, parts[0], part(table, 1), part(table, 2), kept, part(parts, 2),
				part(parts, 3));
	}

	private static String part(String[] parts, int number) {
		return (number < parts.length) ? parts[number] : "";
	}

	/**
	 * What is said of one column.
	 *
	 * @param kind of data; null when it is about nobody
	 * @param export « exported », or « withheld » and why
	 * @param erasure « erased », « redacted », or « kept » and why
	 */
	public record Declaration(String table, String column, @Nullable String kind, String purpose, String whose,
			String kept, String export, String erasure) {

		public String name() {
			return this.table + "." + this.column;
		}

		public boolean isPersonal() {
			return this.kind != null;
		}

		public boolean isExported() {
			return "exported".equals(this.export);
		}

		/** Why it is not in the export; empty when it is. */
		public String withheldBecause() {
			return because(this.export, "withheld ");
		}

		/** Nothing of the person may be left in it. */
		public boolean isForgotten() {
			return "erased".equals(this.erasure) || "redacted".equals(this.erasure);
		}

		/** Why erasure leaves it; empty when it does not. */
		public String keptBecause() {
			return because(this.erasure, "kept ");
		}

		private static String because(String said, String verb) {
			return said.startsWith(verb) ? said.substring(verb.length()) : "";
		}

	}

}
