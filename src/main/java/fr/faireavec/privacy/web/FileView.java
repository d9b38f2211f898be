package fr.faireavec.privacy.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fr.faireavec.privacy.PersonalFile.Section;
import fr.faireavec.web.FrenchFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A personal file in words. */
@Component
class FileView {

	private static final String WHAT = "audit_row.what";

	private static final String LABEL = "audit_row.label";

	private final MessageSource messages;

	private final FrenchFormat french;

	FileView(MessageSource messages, FrenchFormat french) {
		this.messages = messages;
		this.french = french;
	}

	/** Each section as a table, so many rows at the most. */
	List<Table> tables(List<Section> sections, int most) {
		return sections.stream().map((section) -> table(section, most)).toList();
	}

	private Table table(Section section, int most) {
		List<String> shown = section.columns().stream().filter((column) -> !LABEL.equals(column)).toList();
		List<List<Cell>> rows = new ArrayList<>();
		for (List<@Nullable Object> row : section.rows().subList(0, Math.min(most, section.rows().size()))) {
			Map<String, @Nullable Object> told = named(section, row);
			rows.add(shown.stream().map((column) -> new Cell(label(column), spoken(column, told))).toList());
		}
		return new Table(say(section.title(), section.title()), shown.stream().map(this::label).toList(), rows,
				section.rows().size() - rows.size());
	}

	/** The same for another program: ISO dates, the schema's own words. */
	List<Map<String, Object>> plain(List<Section> sections) {
		return sections.stream().map((section) -> {
			Map<String, Object> plain = new LinkedHashMap<>();
			plain.put("section", say(section.title(), section.title()));
			plain.put("rows", section.rows().stream().map((row) -> {
				Map<String, @Nullable Object> told = named(section, row);
				told.replaceAll((column, cell) -> (cell instanceof Number || cell instanceof Boolean || cell == null)
						? cell : cell.toString());
				return told;
			}).toList());
			return plain;
		}).toList();
	}

	private static Map<String, @Nullable Object> named(Section section, List<@Nullable Object> row) {
		Map<String, @Nullable Object> named = new LinkedHashMap<>();
		for (int i = 0; i < row.size(); i++) {
			named.put(section.columns().get(i), row.get(i));
		}
		return named;
	}

	private String spoken(String column, Map<String, @Nullable Object> row) {
		Object cell = row.get(column);
		if (WHAT.equals(column)) {
			Object label = row.get(LABEL);
			return say("history." + cell, String.valueOf(cell), (label != null) ? label : "…");
		}
		return switch (cell) {
			case null -> "";
			case Instant moment -> this.french.moment(moment);
			case LocalDate day -> this.french.date(day);
			case LocalDateTime moment -> this.french.date(moment) + ", " + this.french.time(moment);
			case LocalTime hour -> this.french.time(hour);
			case Boolean yes -> say(yes ? "privacy.value.yes" : "privacy.value.no", "");
			case Number number -> this.french.number(number);
			default -> column.endsWith(".kind") ? say(letter(cell.toString()), cell.toString())
					: say("privacy.value." + cell, cell.toString());
		};
	}

	/** « cohorts.mandated » is called by the message « cohorts.letter.mandated.kind ». */
	private static String letter(String kind) {
		return kind.replaceFirst("\\.", ".letter.") + ".kind";
	}

	private String label(String column) {
		return say("privacy.column." + column, column);
	}

	String say(String key, String otherwise, Object... args) {
		String said = this.messages.getMessage(key, args, otherwise, Locale.FRENCH);
		return (said != null) ? said : otherwise;
	}

	/** One section: its rows, and how many more there are in the file. */
	public record Table(String title, List<String> headers, List<List<Cell>> rows, int more) {

		public boolean isSingle() {
			return this.rows.size() == 1 && this.more == 0;
		}

		public int size() {
			return this.rows.size() + this.more;
		}

	}

	/** A value and what it is. */
	public record Cell(String label, String value) {
	}

}
