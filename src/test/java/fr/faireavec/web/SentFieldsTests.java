package fr.faireavec.web;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.core.ResolvableType;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.stereotype.Controller;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a browser may send of each form: every name there is in its class is posted,
 * whatever its page shows, and fields.txt says which are taken.
 */
class SentFieldsTests {

	private static final Path LISTED = Path.of("src/test/resources/fields.txt");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** A field as templates name it: itself, or in the fragment that shows it. */
	private static final Path SCRIPTS = Path.of("src/main/resources/static/js");

	private static final Pattern BODY = Pattern.compile("new URLSearchParams\\(\\{(.+?)\\}\\)", Pattern.DOTALL);

	private static final Pattern NAMED = Pattern.compile("(?:^|,)\\s*(\\w+):");

	private static final Pattern SHOWN = Pattern
		.compile("(?:name=\"|\\|)(\\w+)[\"\\[]|(?:::\\s*|#form\\.)\\w+\\(\\s*'(\\w+)");

	@Test
	void ofEachFormTheListedFieldsAreTakenAndNoOther() throws IOException {
		Map<String, Set<String>> taken = new TreeMap<>();
		forms().forEach((form) -> taken.put(nameOf(form), taken(form)));
		assertThat(taken).hasSizeGreaterThan(40).isEqualTo(listed());
	}

	/** A field nobody is shown has no reason to be taken. */
	@Test
	void whatIsTakenIsShown() {
		Set<String> everywhere = shownIn("fragments");
		everywhere.addAll(sentByScripts());
		for (Class<?> form : forms()) {
			Set<String> shown = shownIn(room(form));
			shown.addAll(everywhere);
			assertThat(shown).as(nameOf(form))
				.containsAll(taken(form).stream().map((name) -> name.replace("[]", "")).toList());
		}
	}

	/** It is for its room alone: public, its fields open nothing to another. */
	@Test
	void aFormIsItsFields() {
		for (Class<?> form : forms()) {
			assertThat(Modifier.isPublic(form.getModifiers())).as(form + " is public").isFalse();
			assertThat(form.getMethods()).as(form + " has accessors")
				.filteredOn((method) -> method.getDeclaringClass() != Object.class)
				.extracting(Method::getName)
				.noneMatch((name) -> name.matches("(get|is|set)[A-Z].*"));
		}
	}

	/** Tries all that could name something of it, each in a blank form. */
	private static Set<String> taken(Class<?> form) {
		Set<String> taken = new TreeSet<>();
		for (String name : fields(form).map(Field::getName).toList()) {
			if (isTaken(form, name)) {
				taken.add(name);
			}
			else if (isColumn(form, name)) {
				assertThat(isTaken(form, name + "[a]")).as(form + " takes no row of " + name).isTrue();
				assertThat(List.of(name + "[a].b", name + "[a][b]", name + "[a].class.name", name + "[a].b[c]"))
					.noneMatch((odd) -> isTaken(form, odd));
				taken.add(name + "[]");
				continue;
			}
			else {
				assertThat(List.of("_" + name, "!" + name)).noneMatch((odd) -> isTaken(form, odd));
			}
			assertThat(List.of(name + "[0]", name + "['a']", name + ".a", name + "[0].a", name + ".class"))
				.as(form + " lets a part of it be named")
				.noneMatch((odd) -> isTaken(form, odd));
		}
		assertThat(List.of("class", "class.name", "")).noneMatch((odd) -> isTaken(form, odd));
		return taken;
	}

	/** One value a row, by the row's key. */
	private static boolean isColumn(Class<?> form, String name) {
		return Arrays.stream(form.getFields())
			.anyMatch((field) -> field.getName().equals(name) && Map.class.isAssignableFrom(field.getType()));
	}

	/** Whether it changes something, or is refused for being unreadable. */
	private static boolean isTaken(Class<?> type, String name) {
		WebDataBinder binder = new WebDataBinder(null, "form");
		binder.setTargetType(ResolvableType.forClass(type));
		DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();
		conversion.addConverter(new TickedIds());
		conversion.addFormatter(new FrenchDecimals());
		binder.setConversionService(conversion);
		new FormAdvice().bind(binder);
		binder.construct(new Nothing());
		Object form = Objects.requireNonNull(binder.getTarget());
		Map<String, String> before = content(form);
		MutablePropertyValues sent = new MutablePropertyValues().add(name, "7");
		binder.bind(sent);
		boolean reached = binder.getBindingResult().hasErrors() || !before.equals(content(form));
		assertThat(reached).as(type + " lets " + name + " through").isEqualTo(!sent.isEmpty());
		return reached;
	}

	/** All it holds, and what is common to all of its class. */
	private static Map<String, String> content(Object form) {
		return fields(form.getClass()).collect(Collectors.toMap(Field::toString, (field) -> value(field, form)));
	}

	private static String value(Field field, Object form) {
		try {
			field.setAccessible(true);
			return String.valueOf(field.get(form));
		}
		catch (IllegalAccessException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	private static Stream<Field> fields(Class<?> form) {
		return Stream.<Class<?>>iterate(form, (type) -> type != Object.class, Class::getSuperclass)
			.flatMap((type) -> Arrays.stream(type.getDeclaredFields()))
			.filter((field) -> !field.isSynthetic());
	}

	/** Whatever a handler has filled in from what was sent. */
	private static List<Class<?>> forms() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("fr.faireavec")
			.stream()
			.filter((type) -> type.isAnnotatedWith(Controller.class))
			.map(JavaClass::reflect)
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.flatMap((method) -> Arrays.stream(method.getParameters()))
			.filter((parameter) -> parameter.isAnnotationPresent(ModelAttribute.class))
			.<Class<?>>map((parameter) -> parameter.getType())
			.distinct()
			.toList();
	}

	private static String room(Class<?> form) {
		return form.getPackageName().split("\\.", -1)[2];
	}

	private static String nameOf(Class<?> form) {
		return room(form) + "." + form.getSimpleName();
	}

	private static Map<String, Set<String>> listed() throws IOException {
		return Files.readAllLines(LISTED)
			.stream()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.split(" \\| ", -1))
			.collect(Collectors.toMap((line) -> line[0], (line) -> new TreeSet<>(List.of(line[1].split(" ", -1)))));
	}

	private static Set<String> shownIn(String room) {
		try (Stream<Path> files = Files.walk(TEMPLATES.resolve(room))) {
			return files.filter((file) -> file.toString().endsWith(".html"))
				.flatMap((file) -> SHOWN.matcher(text(file)).results())
				.map((found) -> Objects.requireNonNullElseGet(found.group(1), () -> found.group(2)))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	/** What the scripts send by themselves. */
	private static Set<String> sentByScripts() {
		try (Stream<Path> files = Files.list(SCRIPTS)) {
			return files.flatMap((file) -> BODY.matcher(text(file)).results())
				.flatMap((body) -> NAMED.matcher(body.group(1)).results())
				.map((name) -> name.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	/** A browser that sends nothing while the form is made. */
	private static final class Nothing implements DataBinder.ValueResolver {

		@Override
		public @Nullable Object resolveValue(String name, Class<?> type) {
			return null;
		}

		@Override
		public Set<String> getNames() {
			return Set.of();
		}

	}

}
