package fr.faireavec.privacy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import fr.faireavec.privacy.ProcessingRegister.Declaration;
import fr.faireavec.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every column of the schema is declared in the register, whole and in known words. */
class RegisterTests {

	private static final Set<String> ERASURES = Set.of("erased", "redacted");

	private final ProcessingRegister register;

	private final Properties words = new Properties();

	RegisterTests() throws IOException {
		this.register = new ProcessingRegister();
		try (var file = java.nio.file.Files
			.newBufferedReader(java.nio.file.Path.of("src/main/resources/messages/privacy.properties"))) {
			this.words.load(file);
		}
	}

	@Test
	void everyColumnIsDeclaredOnce() throws SQLException {
		assertThat(names(this.register.declarations())).isEqualTo(schema());
		assertThat(this.register.declarations()).extracting(Declaration::name).doesNotHaveDuplicates();
	}

	/** Negative control: a column more, a column less, and the comparison sees it. */
	@Test
	void aColumnMoreOrLessIsNoticed() throws SQLException {
		TestDatabase database = TestDatabase.migrated();
		database.execute("ALTER TABLE person ADD COLUMN shoe_size text");
		assertThat(columnsOf(database)).contains("person.shoe_size").isNotEqualTo(names(this.register.declarations()));
		List<Declaration> oneLess = this.register.declarations().subList(1, this.register.declarations().size());
		assertThat(names(oneLess)).isNotEqualTo(schema());
	}

	@Test
	void whatIsPersonalSaysEverything() {
		assertThat(wrong(this.register.declarations(), this.words)).isEmpty();
	}

	@Test
	void whatSaysTooLittleIsNoticed() {
		for (String half : List.of("identity | name |  | erased", "identity | name | exported | ",
				"identity | name | exported | forgotten", "identity | name | withheld | erased",
				"identity | name | exported | kept", "poetry | name | exported | erased")) {
			assertThat(wrong(ProcessingRegister.read(Stream.of("table person | accounts | people | idle", half)),
					this.words))
				.as(half)
				.isNotEmpty();
		}
		for (String head : List.of("table person", "table person | accounts | people |",
				"table person | | people | idle", "table person | fun | people | idle")) {
			assertThat(
					wrong(ProcessingRegister.read(Stream.of(head, "identity | name | exported | erased")), this.words))
				.as(head)
				.isNotEmpty();
		}
	}

	private static List<String> wrong(List<Declaration> declarations, Properties words) {
		List<String> wrong = new ArrayList<>();
		for (Declaration declaration : declarations) {
			if (!declaration.isPersonal()) {
				continue;
			}
			for (String key : List.of("privacy.kind." + declaration.kind(),
					"privacy.purpose." + declaration.purpose() + ".title", "privacy.whose." + declaration.whose(),
					"privacy.keeping." + declaration.kept(), exportKey(declaration), erasureKey(declaration))) {
				if (!words.containsKey(key)) {
					wrong.add(declaration.name() + ": nothing is called " + key);
				}
			}
		}
		return wrong;
	}

	private static String exportKey(Declaration declaration) {
		return "privacy.export." + (declaration.isExported() ? "exported" : declaration.withheldBecause());
	}

	private static String erasureKey(Declaration declaration) {
		return "privacy.erasure."
				+ (ERASURES.contains(declaration.erasure()) ? declaration.erasure() : declaration.keptBecause());
	}

	private static Set<String> names(List<Declaration> declarations) {
		Set<String> names = new TreeSet<>();
		declarations.forEach((declaration) -> names.add(declaration.name()));
		return names;
	}

	private static Set<String> schema() throws SQLException {
		return columnsOf(TestDatabase.migrated());
	}

	private static Set<String> columnsOf(TestDatabase database) throws SQLException {
		Set<String> columns = new TreeSet<>();
		try (Connection connection = database.connect();
				var statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("""
						SELECT table_name || '.' || column_name FROM information_schema.columns
						WHERE table_schema = 'public'""")) {
			while (rows.next()) {
				columns.add(rows.getString(1));
			}
		}
		return columns;
	}

}
