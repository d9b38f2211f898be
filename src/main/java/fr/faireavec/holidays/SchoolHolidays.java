package fr.faireavec.holidays;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * School holidays of zone B (Amiens, Lille and others): those that come with the
 * application, each with the decree it was read in, and those the administration took
 * from the ministry's calendar since, which count where both say something.
 */
@Component
public class SchoolHolidays {

	private static final String SHIPPED = "zone-b.csv";

	private static final int COLUMNS = 4;

	private final List<SchoolHoliday> shipped = shipped();

	private final JdbcClient jdbc;

	SchoolHolidays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All that are known, in one statement. */
	public SchoolCalendar known() {
		List<SchoolHoliday> known = new ArrayList<>(
				this.jdbc.sql("SELECT first_day, back, name, source FROM school_holiday")
					.query((row, n) -> new SchoolHoliday(row.getObject("first_day", LocalDate.class),
							row.getObject("back", LocalDate.class), row.getString("name"), row.getString("source")))
					.list());
		List<SchoolHoliday> imported = List.copyOf(known);
		this.shipped.stream().filter((holiday) -> imported.stream().noneMatch(holiday::meets)).forEach(known::add);
		known.sort(Comparator.comparing(SchoolHoliday::firstDay));
		return new SchoolCalendar(known);
	}

	static List<SchoolHoliday> shipped() {
		InputStream file = Objects.requireNonNull(SchoolHolidays.class.getResourceAsStream(SHIPPED), SHIPPED);
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			return reader.lines().skip(1).map(SchoolHolidays::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SchoolHoliday read(String line) {
		String[] cells = line.split(";", COLUMNS);
		return new SchoolHoliday(LocalDate.parse(cells[0]), cells[1].isEmpty() ? null : LocalDate.parse(cells[1]),
				cells[2], cells[3]);
	}

}
