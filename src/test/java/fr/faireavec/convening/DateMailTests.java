package fr.faireavec.convening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Wire;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole messages, part by part, as mail programs receive them. */
class DateMailTests extends DateTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private MeetingKeeping keeping;

	/** From the convocation to the cancellation, and once more. */
	@Test
	void aDayIsConvenedMovedPlacedCancelledAndConvenedAgain() throws Exception {
		near();
		this.telling.tellDue();
		isAsKept("convened", this.ines);
		told();
		schedule(DAY.plusDays(1));
		settled();
		isAsKept("moved", this.ines);
		told();
		place(DAY.plusDays(1), "Salle « Élan » ; 2e étage, à gauche 🌱", "https://visio.example/a?b=c,d;e");
		settled();
		isAsKept("placed", this.ines);
		told();
		Impersonation.as(this.claire,
				() -> this.scheduling.describe(this.ours.getId(), 1, version(), "Un autre titre", "", ""));
		settled();
		assertThat(envelope(this.ines)).as("another title alone is no news").isEmpty();
		this.cast.forget();
		Impersonation.as(this.claire, () -> this.scheduling.cancel(this.ours.getId(), 1, version(), "Neige"));
		this.cast.forget();
		settled();
		isAsKept("cancelled", this.ines);
		told();
		this.cast.itIs(DAY.minusDays(17).atTime(10, 0));
		schedule(DAY.plusDays(3));
		settled();
		isAsKept("convened-again", this.ines);
	}

	@Test
	void whoIsReplacedLosesTheDateAndWhoFollowsGetsIt() throws Exception {
		near();
		told();
		Person nora = this.cast.person("Nora", "Leclercq");
		this.cast.pilot(this.recyclerie, nora, DAY.minusDays(20));
		this.cast.forget();
		this.telling.tellDue();
		isAsKept("replaced", this.ines);
		isAsKept("follows", nora);
	}

	@Test
	void aMeetingMovesToo() throws Exception {
		near();
		told();
		IndividualMeeting meeting = this.meetings.ofEnrolment(this.recyclerie.getId()).getFirst();
		meet(meeting, DAY.minusDays(15).atTime(14, 0));
		settled();
		told();
		meet(meeting, DAY.minusDays(14).atTime(14, 0));
		settled();
		isAsKept("meeting-moved", this.ines);
	}

	/** Whatever the week, the hours are those of the clock on the wall. */
	@ParameterizedTest
	@ValueSource(strings = { "2026-10-25", "2026-10-26", "2027-03-28", "2027-03-29" })
	void inTheWeeksWhenTheHourChangesHoursStay(LocalDate day) {
		schedule(day);
		this.cast.itIs(day.minusDays(20).atTime(10, 0));
		this.telling.tellDue();
		assertThat(letter(this.ines).calendars().getFirst().file())
			.contains("DTSTART;TZID=Europe/Paris:" + day.toString().replace("-", "") + "T093000");
		assertThat(event(letter(this.ines)).getDateStart().getValue())
			.isEqualTo(Date.from(day.atTime(9, 30).atZone(Zones.PARIS).toInstant()));
	}

	private void settled() {
		later(Telling.SETTLED);
		this.telling.tellDue();
	}

	private void place(LocalDate day, String venue, String link) {
		Impersonation.as(this.claire,
				() -> this.scheduling.schedule(this.ours.getId(), 1, version(),
						new SessionPlan(List.of(new TimeSlot(day.atTime(9, 30), day.atTime(12, 30))), Mode.HYBRIDE,
								venue, "12 rue de l’Église, 59000 Lille", link)));
		this.cast.forget();
	}

	private void meet(IndividualMeeting meeting, LocalDateTime start) {
		int version = this.meetings.findById(meeting.getId()).orElseThrow().getVersion();
		Impersonation.as(this.claire, () -> this.keeping.schedule(this.ours.getId(), meeting.getId(), version,
				this.claire.getId(), new TimeSlot(start, start.plusHours(1)), Mode.PRESENTIEL, "Chez eux"));
		this.cast.forget();
	}

	private void isAsKept(String name, Person person) throws Exception {
		String written = Wire.of(this.context, kind(), envelope(person).orElseThrow());
		Path made = Path.of("target", "messages", name + ".txt");
		write(made, written);
		assertThat(written).as("%s, see %s", name, made)
			.isEqualTo(Files.readString(Path.of("src/test/resources/convening", name + ".txt")));
	}

	private static void write(Path path, String text) throws IOException {
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

}
