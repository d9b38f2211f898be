package fr.faireavec.holidays;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administration takes later school holidays from the ministry's calendar. */
@Component
@Transactional
public class SchoolHolidayKeeping {

	/** What the audit calls the calendar. */
	private static final UUID CALENDAR = new UUID(0, 2);

	private final SchoolHolidays holidays;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SchoolHolidayKeeping(SchoolHolidays holidays, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.holidays = holidays;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What a calendar says that is not known yet, from today on.
	 * @param field beside which a refusal is said
	 * @throws Refusal when it is no calendar, is of another zone, or says nothing new
	 */
	@Transactional(readOnly = true)
	public List<SchoolHoliday> read(String calendar, String field) {
		SchoolCalendar known = this.holidays.known();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Zones.PARIS);
		List<SchoolHoliday> fresh = SchoolCalendarFile.read(calendar, field)
			.stream()
			.filter((holiday) -> holiday.knownUntil().isAfter(today))
			.filter((holiday) -> known.holidays().stream().noneMatch(holiday::isSameAs))
			.toList();
		if (fresh.isEmpty()) {
			throw Refusal.of(field, "holidays.file.nothingNew");
		}
		return fresh;
	}

	/**
	 * Keeps what is new in a calendar, in place of what was known of the same days.
	 * @return how many holidays
	 * @throws Refusal as when it is read
	 */
	public int keep(String calendar, String field) {
		this.jdbc.sql("LOCK TABLE school_holiday IN SHARE ROW EXCLUSIVE MODE").update();
		List<SchoolHoliday> fresh = read(calendar, field);
		for (SchoolHoliday holiday : fresh) {
			this.jdbc
				.sql("DELETE FROM school_holiday WHERE first_day < :until AND coalesce(back, first_day + 1) > :first")
				.param("until", holiday.knownUntil())
				.param("first", holiday.firstDay())
				.update();
			this.jdbc.sql(
					"INSERT INTO school_holiday (first_day, back, name, source) VALUES (:first, :back, :name, :source)")
				.param("first", holiday.firstDay())
				.param("back", holiday.back(), Types.DATE)
				.param("name", holiday.name())
				.param("source", holiday.source())
				.update();
		}
		this.events.publishEvent(new Noted("holidays.imported", CALENDAR, null, fresh.getFirst().name(),
				Changes.none().note("schoolHoliday", null, said(fresh))));
		return fresh.size();
	}

	private static String said(List<SchoolHoliday> holidays) {
		return holidays.stream()
			.map((holiday) -> holiday.name() + " : " + holiday.firstDay()
					+ ((holiday.back() != null) ? " → " + holiday.back() : ""))
			.collect(Collectors.joining("\u00a0· "));
	}

}
