package fr.faireavec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arrows point down in SQL too: a room reads and writes its own tables and those of the
 * rooms it may use. register.txt says whose each table is.
 */
class TableOwnershipTests {

	private static final Path OURS = Path.of("src/main/java/fr/faireavec");

	private static final Pattern OWNED = Pattern.compile("(?m)^table (\\w+) of (\\w+)");

	private static final Pattern TEXT = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"",
			Pattern.DOTALL);

	private static final Pattern ASKED = Pattern
		.compile("\\b(?:FROM|JOIN|INTO|UPDATE|USING|TABLE)\\s+(?:ONLY\\s+)?(\\w+)");

	/** What the cellar looks up for, and why: no more may come. */
	private static final Map<String, String> LOOKED_UP = Map.of("audit person", "calls people by their name of today",
			"audit parcours", "calls parcours by their name of today", "mail person",
			"keeps letters and bounces no longer than whom they are about");

	private final Map<String, String> owners = owners();

	@Test
	void roomsReadTheTablesOfRoomsTheyMayUse() throws IOException {
		Set<String> strangers = new TreeSet<>();
		Set<String> lookedUp = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(OURS)) {
			for (Path source : sources.filter((file) -> file.toString().endsWith(".java")).sorted().toList()) {
				String room = OURS.relativize(source).getName(0).toString();
				for (String table : strangers(room, Files.readString(source))) {
					if (!LOOKED_UP.containsKey(room + " " + table)) {
						strangers.add(room + " asks " + table + " of " + this.owners.get(table) + " in "
								+ source.getFileName());
					}
					lookedUp.add(room + " " + table);
				}
			}
		}
		assertThat(strangers).isEmpty();
		assertThat(lookedUp).isEqualTo(LOOKED_UP.keySet());
	}

	/** The control: each way to ask for a table of a room above is noticed. */
	@Test
	void aRoomThatLooksUpIsNoticed() {
		for (String sql : List.of("SELECT 1 FROM logged_action a",
				"SELECT 1 FROM person p JOIN logged_action a ON true", "INSERT INTO logged_action (id)",
				"UPDATE logged_action SET x", "DELETE FROM person USING logged_action",
				"TRUNCATE TABLE logged_action")) {
			assertThat(strangers("accounts", "jdbc.sql(\"" + sql + "\")")).as(sql).containsExactly("logged_action");
			assertThat(strangers("accounts", "jdbc.sql(\"\"\"\n\t" + sql + "\n\"\"\")")).as(sql)
				.containsExactly("logged_action");
			assertThat(strangers("journal", "jdbc.sql(\"" + sql + "\")")).as(sql).isEmpty();
		}
	}

	@Test
	void everyTableIsOfARoom() {
		assertThat(this.owners).hasSizeGreaterThan(50);
		assertThat(this.owners.values()).allSatisfy((room) -> assertThat(OURS.resolve(room)).isDirectory());
	}

	private List<String> strangers(String room, String source) {
		List<String> strangers = new ArrayList<>();
		Set<String> may = may(room);
		String joined = source.replaceAll("\"\\s*\\+\\s*\"", "");
		Matcher text = TEXT.matcher(joined);
		while (text.find()) {
			Matcher asked = ASKED.matcher((text.group(1) != null) ? text.group(1) : text.group(2));
			while (asked.find()) {
				String owner = this.owners.get(asked.group(1));
				if (owner != null && !owner.equals(room) && !may.contains(owner)) {
					strangers.add(asked.group(1));
				}
			}
		}
		return strangers;
	}

	private static Set<String> may(String room) {
		try {
			ApplicationModule module = Class.forName("fr.faireavec." + room + ".package-info")
				.getAnnotation(ApplicationModule.class);
			return (module != null) ? Set.of(module.allowedDependencies()) : Set.of();
		}
		catch (ClassNotFoundException none) {
			return Set.of();
		}
	}

	private static Map<String, String> owners() {
		try {
			return OWNED.matcher(Files.readString(Path.of("src/main/resources/privacy/register.txt")))
				.results()
				.collect(Collectors.toMap((table) -> table.group(1), (table) -> table.group(2), (one, other) -> one,
						TreeMap::new));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
