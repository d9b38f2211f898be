package fr.faireavec.web;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.faireavec.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is typed has its bounds: in every form, and in every column. */
@IntegrationTest
class BoundsTests {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyDayOfEveryFormHasItsBounds() {
		assertThat(fields()).filteredOn((field) -> field.getType() == LocalDate.class)
			.hasSizeGreaterThan(15)
			.allMatch((field) -> field.isAnnotationPresent(Day.class));
	}

	@Test
	void everyDateOfTheSchemaHasItsBounds() {
		this.jdbc.sql("SET LOCAL TIME ZONE 'UTC'").update();
		List<@Nullable String> unbounded = this.jdbc.sql("""
				SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
				  JOIN information_schema.tables t USING (table_schema, table_name)
				WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
				  AND c.table_name <> 'flyway_schema_history'
				  AND (c.data_type = 'date' OR c.data_type LIKE 'timestamp%')
				  AND NOT EXISTS (SELECT 1 FROM information_schema.check_constraints k
				    WHERE k.constraint_schema = c.table_schema
				      AND k.check_clause LIKE '%' || c.column_name || ' >= ''1900-01-01%'
				      AND k.check_clause LIKE '%' || c.column_name || ' <= ''2200-01-01%'
				      AND k.constraint_name LIKE c.table_name || '\\_%')""").query(String.class).list();
		assertThat(unbounded).isEmpty();
		assertThat(this.jdbc.sql("""
				SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
				WHERE c.table_schema = current_schema() AND c.data_type LIKE '%range' AND c.is_generated = 'NEVER'
				  AND NOT EXISTS (SELECT FROM information_schema.check_constraints k
				    WHERE k.constraint_schema = c.table_schema AND k.constraint_name LIKE c.table_name || '\\_%'
				      AND k.check_clause LIKE '%' || c.column_name || ' <@%[1900-01-01,2200-01-01)%')""")
			.query(String.class)
			.list()).as("a range needs bounds too").isEmpty();
	}

	/** What a form binds, and what it keeps for itself. */
	private static List<Field> fields() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("fr.faireavec")
			.stream()
			.filter((type) -> type.getSimpleName().endsWith("Form"))
			.map(JavaClass::reflect)
			.flatMap((type) -> Stream.<Class<?>>iterate(type, (one) -> one != Object.class, Class::getSuperclass))
			.flatMap((type) -> Arrays.stream(type.getDeclaredFields()))
			.filter((field) -> !Modifier.isStatic(field.getModifiers()))
			.distinct()
			.toList();
	}

}
