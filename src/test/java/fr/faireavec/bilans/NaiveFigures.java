package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figures again, slowly and plainly, from whole tables: what the fast ones are held
 * against. Knows nothing of how those are made. Of some départements: of their structures
 * alone, and of who stood for one of them.
 */
@NullUnmarked
class NaiveFigures {

	private final JdbcClient jdbc;

	private final LocalDate from;

	private final LocalDate to;

	private final Map<String, Object> parcours;

	private final List<Map<String, Object>> enrolments;

	private final List<Map<String, Object>> sessions;

	private final List<Map<String, Object>> halfDays;

	private final List<Map<String, Object>> attendance;

	private final List<Map<String, Object>> stands;

	private final List<Map<String, Object>> guests;

	private final List<Map<String, Object>> actions;

	private final Map<String, String> told = new TreeMap<>();

	NaiveFigures(JdbcClient jdbc, UUID parcoursId, LocalDate from, LocalDate to) {
		this(jdbc, parcoursId, from, to, null);
	}

	NaiveFigures(JdbcClient jdbc, UUID parcoursId, LocalDate from, LocalDate to, @Nullable List<String> departements) {
		this.jdbc = jdbc;
		this.from = from;
		this.to = to;
		this.parcours = only(table("parcours"), (row) -> parcoursId.equals(row.get("id"))).getFirst();
		this.enrolments = only(table("enrolment"), (row) -> parcoursId.equals(row.get("parcours_id"))
				&& (departements == null || departements.contains(row.get("departement_then"))));
		this.sessions = only(table("collective_session"), (row) -> parcoursId.equals(row.get("parcours_id")));
		this.halfDays = only(table("half_day"), (row) -> ids(this.sessions).contains(row.get("session_id")));
		this.stands = only(table("attendance_enrolment"),
				(row) -> ids(this.enrolments).contains(row.get("enrolment_id")));
		this.attendance = only(table("attendance"), (row) -> ids(this.halfDays).contains(row.get("half_day_id"))
				&& (departements == null || !standsFor(row).isEmpty()));
		this.guests = only(table("session_guest"), (row) -> ids(this.sessions).contains(row.get("session_id")));
		this.actions = only(table("logged_action"), (row) -> ids(this.enrolments).contains(row.get("enrolment_id")));
	}

	Map<String, String> all() {
		Set<Object> engaged = engaged();
		tell("F1", engaged.size());
		boolean closed = Set.of("CLOSED", "ARCHIVED").contains(String.valueOf(this.parcours.get("status")));
		int completed = 0;
		for (Map<String, Object> enrolment : this.enrolments) {
			if (engaged.contains(enrolment.get("id")) && "COMPLETED".equals(enrolment.get("state"))) {
				completed++;
			}
		}
		tell("F2", closed ? completed + "/" + engaged.size() : "n. d.");
		sessions(engaged);
		meetings(engaged);
		people();
		actions(engaged);
		serviceUsers();
		involvement();
		hours();
		profile();
		return this.told;
	}

	private Set<Object> engaged() {
		Set<Object> engaged = new HashSet<>();
		for (Map<String, Object> line : this.attendance) {
			Map<String, Object> halfDay = the(this.halfDays, line.get("half_day_id"));
			Map<String, Object> session = the(this.sessions, halfDay.get("session_id"));
			if ("PRESENT".equals(line.get("status")) && within(day(halfDay, "starts_at"))
					&& !"CANCELLED".equals(session.get("state"))) {
				engaged.addAll(standsFor(line));
			}
		}
		for (Map<String, Object> guest : this.guests) {
			Map<String, Object> session = the(this.sessions, guest.get("session_id"));
			if (guest.get("represents_enrolment_id") != null && "HELD".equals(session.get("state"))
					&& within(day(session, "starts_at"))) {
				engaged.add(guest.get("represents_enrolment_id"));
			}
		}
		engaged.retainAll(ids(this.enrolments));
		return engaged;
	}

	private void sessions(Set<Object> engaged) {
		List<Map<String, Object>> held = only(this.sessions,
				(row) -> "HELD".equals(row.get("state")) && within(day(row, "starts_at")));
		tell("F3", held.size() + "/" + this.sessions.size());
		tell("F3 annulées", only(this.sessions, (row) -> "CANCELLED".equals(row.get("state"))).size());
		int there = 0;
		int expected = 0;
		Map<Object, Integer> attended = new java.util.HashMap<>();
		for (Map<String, Object> session : held) {
			for (Map<String, Object> enrolment : this.enrolments) {
				if (activeOn(enrolment, day(session, "starts_at"))) {
					expected++;
					if (stoodFor(enrolment, session)) {
						there++;
						attended.merge(enrolment.get("id"), 1, Integer::sum);
					}
				}
			}
		}
		tell("F7", there + "/" + expected);
		int steady = 0;
		for (Object id : engaged) {
			if (attended.getOrDefault(id, 0) >= 0.8 * held.size() - 1e-9) {
				steady++;
			}
		}
		tell("F8", held.isEmpty() ? "0/0" : steady + "/" + engaged.size());
	}

	private boolean stoodFor(Map<String, Object> enrolment, Map<String, Object> session) {
		for (Map<String, Object> line : this.attendance) {
			Map<String, Object> halfDay = the(this.halfDays, line.get("half_day_id"));
			if (halfDay.get("session_id").equals(session.get("id")) && "PRESENT".equals(line.get("status"))
					&& standsFor(line).contains(enrolment.get("id"))) {
				return true;
			}
		}
		for (Map<String, Object> guest : this.guests) {
			if (guest.get("session_id").equals(session.get("id"))
					&& enrolment.get("id").equals(guest.get("represents_enrolment_id"))) {
				return true;
			}
		}
		return false;
	}

	private List<Object> standsFor(Map<String, Object> line) {
		List<Object> structures = new ArrayList<>();
		for (Map<String, Object> stand : this.stands) {
			if (stand.get("attendance_id").equals(line.get("id"))) {
				structures.add(stand.get("enrolment_id"));
			}
		}
		return structures;
	}

	private void meetings(Set<Object> engaged) {
		int held = 0;
		int extra = 0;
		int noShows = 0;
		for (Map<String, Object> meeting : table("individual_meeting")) {
			if (ids(this.enrolments).contains(meeting.get("enrolment_id")) && "HELD".equals(meeting.get("state"))
					&& within(day(meeting, "starts_at"))) {
				if (meeting.get("extra").equals(true)) {
					extra++;
				}
				else {
					held++;
					noShows += meeting.get("no_show").equals(true) ? 1 : 0;
				}
			}
		}
		tell("F4", held + "/" + engaged.size() * (Integer) this.parcours.get("meeting_count"));
		tell("F4 en plus", extra);
		tell("F4 sans la structure", noShows);
	}

	private void people() {
		Set<Object> present = new HashSet<>();
		Set<Object> inRoom = new HashSet<>();
		double hours = 0;
		long elsewhere = 0;
		int thereHalfDays = 0;
		for (Map<String, Object> line : this.attendance) {
			Map<String, Object> halfDay = the(this.halfDays, line.get("half_day_id"));
			Map<String, Object> session = the(this.sessions, halfDay.get("session_id"));
			if ("PRESENT".equals(line.get("status")) && within(day(halfDay, "starts_at"))) {
				if (!"CANCELLED".equals(session.get("state"))) {
					present.add(line.get("person_id"));
					if (!remote(line, session)) {
						inRoom.add(line.get("person_id"));
					}
				}
				if ("HELD".equals(session.get("state"))) {
					long there = there(line, halfDay);
					hours += there;
					elsewhere += remote(line, session) ? there : 0;
				}
			}
		}
		tell("F5", present.size());
		tell("F9", (long) hours);
		tell("F5 à distance", present.size() - inRoom.size());
		tell("F9 à distance", elsewhere);
		int expected = 0;
		List<Map<String, Object>> mandates = table("mandate");
		Set<Object> sealed = new HashSet<>();
		table("register_seal").forEach((seal) -> sealed.add(seal.get("half_day_id")));
		for (Map<String, Object> halfDay : this.halfDays) {
			LocalDate day = day(halfDay, "starts_at");
			if (!"HELD".equals(the(this.sessions, halfDay.get("session_id")).get("state")) || !within(day)) {
				continue;
			}
			Set<Object> due = new HashSet<>();
			for (Map<String, Object> mandate : mandates) {
				LocalDate ends = day(mandate, "ends_on");
				if (ids(this.enrolments).contains(mandate.get("enrolment_id"))
						&& activeOn(the(this.enrolments, mandate.get("enrolment_id")), day)
						&& !day.isBefore(day(mandate, "starts_on")) && (ends == null || day.isBefore(ends))
						&& (!sealed.contains(halfDay.get("id")) || hasALine(mandate.get("person_id"), halfDay))) {
					due.add(mandate.get("person_id"));
				}
			}
			expected += due.size();
			Set<Object> there = new HashSet<>();
			for (Map<String, Object> line : this.attendance) {
				if (line.get("half_day_id").equals(halfDay.get("id")) && "PRESENT".equals(line.get("status"))
						&& due.contains(line.get("person_id"))) {
					there.add(line.get("person_id"));
				}
			}
			thereHalfDays += there.size();
		}
		tell("F6", thereHalfDays + "/" + expected);
		Map<String, Map<Object, Integer>> names = new TreeMap<>();
		for (Map<String, Object> guest : this.guests) {
			Map<String, Object> session = the(this.sessions, guest.get("session_id"));
			if ("HELD".equals(session.get("state")) && within(day(session, "starts_at"))) {
				names
					.computeIfAbsent((guest.get("name") + " / " + guest.get("organisation")).toLowerCase(Locale.FRENCH),
							(name) -> new java.util.HashMap<>())
					.merge(session.get("id"), 1, Integer::sum);
			}
		}
		int guestCount = 0;
		for (Map<Object, Integer> days : names.values()) {
			guestCount += java.util.Collections.max(days.values());
		}
		tell("F5 invités", guestCount);
	}

	private static boolean remote(Map<String, Object> line, Map<String, Object> session) {
		return line.get("remote").equals(true) || "DISTANCIEL".equals(session.get("mode"));
	}

	/** In minutes, counted one by one. */
	private long there(Map<String, Object> line, Map<String, Object> halfDay) {
		Time came = (Time) line.get("came_at");
		Time left = (Time) line.get("left_at");
		long minutes = 0;
		for (LocalDateTime at = moment(halfDay, "starts_at"); at
			.isBefore(moment(halfDay, "ends_at")); at = at.plusMinutes(1)) {
			boolean early = came != null && at.toLocalTime().isBefore(came.toLocalTime());
			boolean late = left != null && !at.toLocalTime().isBefore(left.toLocalTime());
			minutes += (early || late) ? 0 : 1;
		}
		return minutes;
	}

	private boolean hasALine(Object person, Map<String, Object> halfDay) {
		for (Map<String, Object> line : this.attendance) {
			if (line.get("half_day_id").equals(halfDay.get("id")) && line.get("person_id").equals(person)) {
				return true;
			}
		}
		return false;
	}

	private void actions(Set<Object> engaged) {
		int logged = 0;
		int ongoing = 0;
		int abandoned = 0;
		for (Map<String, Object> action : this.actions) {
			if (counts(action)) {
				logged++;
				ongoing += "ONGOING".equals(action.get("state")) ? 1 : 0;
				abandoned += "ABANDONED".equals(action.get("state"))
						&& !String.valueOf(action.get("learning")).isBlank() ? 1 : 0;
			}
		}
		Set<Object> withDone = new HashSet<>();
		done().forEach((action) -> withDone.add(action.get("enrolment_id")));
		tell("F10 notées", logged);
		tell("F10 engagées", ongoing);
		tell("F10 réalisées", done().size());
		tell("F10 abandonnées", abandoned);
		tell("F10 structures", withDone.size());
		withDone.retainAll(engaged);
		tell("F10", withDone.size() + "/" + engaged.size());
	}

	private void serviceUsers() {
		Map<String, Object> framework = the(table("framework"), this.parcours.get("framework_id"));
		if (framework.get("asks_people").equals(false)) {
			tell("F11", "sans objet");
			return;
		}
		long reached = 0;
		long involved = 0;
		for (Map<String, Object> action : done()) {
			reached += (action.get("people_reached") != null) ? (Integer) action.get("people_reached") : 0;
			involved += (action.get("people_involved") != null) ? (Integer) action.get("people_involved") : 0;
		}
		long distinct = 0;
		int estimates = 0;
		for (Map<String, Object> enrolment : this.enrolments) {
			if (activeInPeriod(enrolment) && enrolment.get("distinct_service_users") != null) {
				distinct += (Integer) enrolment.get("distinct_service_users");
				estimates++;
			}
		}
		tell("F11", reached);
		tell("F12", involved);
		tell("F12 distincts", distinct + " selon " + estimates);
	}

	private void involvement() {
		List<Map<String, Object>> entries = table("taxonomy_entry");
		boolean scale = false;
		for (Map<String, Object> placed : table("framework_entry")) {
			scale |= placed.get("framework_id").equals(this.parcours.get("framework_id"))
					&& "LEVEL".equals(the(entries, placed.get("entry_id")).get("taxonomy"));
		}
		if (!scale) {
			tell("F13", "sans objet");
			return;
		}
		int beyond = 0;
		int withLevel = 0;
		Map<String, Integer> distribution = new TreeMap<>();
		for (Map<String, Object> action : done()) {
			if (action.get("level_id") != null) {
				Map<String, Object> level = the(entries, action.get("level_id"));
				withLevel++;
				beyond += level.get("beyond_concertation").equals(true) ? 1 : 0;
				distribution.merge(String.valueOf(level.get("label")), 1, Integer::sum);
			}
		}
		Map<String, Integer> aimed = new TreeMap<>();
		for (Map<String, Object> aim : table("enrolment_aimed_level")) {
			if (ids(this.enrolments).contains(aim.get("enrolment_id"))
					&& activeInPeriod(the(this.enrolments, aim.get("enrolment_id")))) {
				aimed.merge(String.valueOf(the(entries, aim.get("entry_id")).get("label")), 1, Integer::sum);
			}
		}
		tell("F13", beyond + "/" + withLevel);
		tell("F13 répartition", distribution);
		tell("F13 visés", aimed);
	}

	private void hours() {
		BigDecimal contributed = BigDecimal.ZERO;
		BigDecimal volunteer = BigDecimal.ZERO;
		BigDecimal amount = BigDecimal.ZERO;
		for (Map<String, Object> action : done()) {
			contributed = contributed.add(decimal(action, "contributed_hours"));
			volunteer = volunteer.add(decimal(action, "volunteer_hours"));
			amount = amount.add(decimal(action, "valued_amount"));
		}
		tell("F15", plain(contributed) + " h, " + plain(volunteer) + " h, " + plain(amount) + " €");
	}

	private void profile() {
		for (String trait : List.of("departement_then", "legal_form_then", "sector_then")) {
			Map<String, Integer> counts = new TreeMap<>();
			for (Map<String, Object> enrolment : this.enrolments) {
				if (activeInPeriod(enrolment)) {
					Object value = enrolment.get(trait);
					counts.merge((value == null) ? "" : value.toString().strip().toLowerCase(Locale.FRENCH), 1,
							Integer::sum);
				}
			}
			tell("F19 " + trait, counts);
		}
	}

	private List<Map<String, Object>> done() {
		return only(this.actions, (action) -> "DONE".equals(action.get("state")) && counts(action));
	}

	private boolean counts(Map<String, Object> action) {
		LocalDate start = day(action, "starts_on");
		LocalDate end = day(action, "ends_on");
		LocalDate logged = ((Timestamp) action.get("logged_at")).toInstant()
			.atZone(ZoneId.of(String.valueOf(this.parcours.get("zone"))))
			.toLocalDate();
		return switch (String.valueOf(action.get("state"))) {
			case "DONE" -> within((end != null) ? end : start);
			case "ABANDONED" -> within((end != null) ? end : (start != null) ? start : logged);
			case "ONGOING" ->
				!((start != null) ? start : logged).isAfter(this.to) && (end == null || !end.isBefore(this.from));
			default -> within(logged);
		};
	}

	private boolean within(@Nullable LocalDate day) {
		return day != null && !day.isBefore(this.from) && !day.isAfter(this.to);
	}

	private boolean activeOn(Map<String, Object> enrolment, @Nullable LocalDate day) {
		LocalDate withdrawn = day(enrolment, "withdrawn_on");
		LocalDate start = day(enrolment, "active_from");
		return day != null && start != null && !day.isBefore(start) && (withdrawn == null || day.isBefore(withdrawn))
				&& !awayOn(enrolment, day);
	}

	private static boolean awayOn(Map<String, Object> enrolment, LocalDate day) {
		String[] days = enrolment.get("away").toString().replaceAll("[^-0-9,]", "").split(",", -1);
		for (int i = 0; i + 1 < days.length; i += 2) {
			if (!day.isBefore(LocalDate.parse(days[i])) && day.isBefore(LocalDate.parse(days[i + 1]))) {
				return true;
			}
		}
		return false;
	}

	private boolean activeInPeriod(Map<String, Object> enrolment) {
		for (LocalDate day = this.from; !day.isAfter(this.to); day = day.plusDays(1)) {
			if (activeOn(enrolment, day)) {
				return true;
			}
		}
		return false;
	}

	private List<Map<String, Object>> table(String name) {
		return this.jdbc.sql("SELECT * FROM " + name).query().listOfRows();
	}

	private void tell(String what, Object value) {
		this.told.put(what, value.toString());
	}

	private static List<Map<String, Object>> only(List<Map<String, Object>> rows,
			Predicate<Map<String, Object>> question) {
		return new ArrayList<>(rows.stream().filter(question).toList());
	}

	private static Set<Object> ids(List<Map<String, Object>> rows) {
		Set<Object> ids = new HashSet<>();
		rows.forEach((row) -> ids.add(row.get("id")));
		return ids;
	}

	private static Map<String, Object> the(List<Map<String, Object>> rows, @Nullable Object id) {
		return only(rows, (row) -> row.get("id").equals(id)).getFirst();
	}

	private static @Nullable LocalDate day(Map<String, Object> row, String column) {
		Object value = row.get(column);
		return (value instanceof Date date) ? date.toLocalDate()
				: (value instanceof Timestamp at) ? at.toLocalDateTime().toLocalDate() : null;
	}

	private static LocalDateTime moment(Map<String, Object> row, String column) {
		return ((Timestamp) row.get(column)).toLocalDateTime();
	}

	private static BigDecimal decimal(Map<String, Object> row, String column) {
		return (row.get(column) instanceof BigDecimal value) ? value : BigDecimal.ZERO;
	}

	static String plain(BigDecimal value) {
		return value.setScale(2).toPlainString();
	}

}
