package fr.faireavec.testing;

import java.sql.Time;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of the days of a parcours, in the order a register is read. */
public final class WrittenRegister {

	private WrittenRegister() {
	}

	/**
	 * Structure, name, then what is said of each half-day: there, how, until when; or
	 * not.
	 */
	public static List<String> of(JdbcClient jdbc, UUID parcoursId) {
		List<String> read = new ArrayList<>();
		jdbc.sql("""
				SELECT o.name AS structure, a.person_name, a.status, a.how, a.left_at FROM attendance a
				  JOIN half_day h ON h.id = a.half_day_id JOIN attendance_enrolment f ON f.attendance_id = a.id
				  JOIN enrolment e ON e.id = f.enrolment_id JOIN structure o ON o.id = e.structure_id
				WHERE e.parcours_id = :parcours
				ORDER BY o.name, a.person_name, h.starts_at""").param("parcours", parcoursId).query((row) -> {
			String name = row.getString("person_name");
			if (!read.contains(name)) {
				read.add(row.getString("structure"));
				read.add(name);
			}
			read.addAll(said(row.getString("status"), row.getString("how"), row.getTime("left_at")));
		});
		return read;
	}

	private static List<String> said(String status, String how, @Nullable Time left) {
		List<String> said = new ArrayList<>();
		said.add(switch (status) {
			case "PRESENT" -> "Présence";
			case "EXCUSED" -> "Absence excusée";
			default -> "Absence";
		});
		if ("PRESENT".equals(status)) {
			said.add(switch (how) {
				case "SIGNED_ON_PHONE" -> "téléphone";
				case "SIGNED_ON_TABLET" -> "tablette";
				case "PAPER" -> "feuille signée";
				default -> "notée";
			});
		}
		if (left != null) {
			LocalTime at = left.toLocalTime();
			said.add("jusqu’à " + at.getHour() + " h" + ((at.getMinute() > 0) ? " " + at.getMinute() : ""));
		}
		return said;
	}

}
