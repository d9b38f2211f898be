package fr.faireavec.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import fr.faireavec.calendar.CalendarEvent.Status;
import fr.faireavec.calendar.CalendarEvent.Words;
import fr.faireavec.calendar.CalendarFile.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Byte for byte as they should be, and read back by another library. */
class CalendarFileTests {

	private static final UUID ID = UUID.fromString("01a1f0c2-0000-7000-8000-000000000001");

	private static final Instant CHANGED = Instant.parse("2026-09-02T08:15:30Z");

	private static final Party SENDER = new Party("Apes, le réseau", "parcours@apes.example");

	private static final Party INES = new Party("Inès « la pilote » Carpentier", "ines.carpentier@demo.example");

	private static final Words WORDS = new Words("Pays des Sources, jour 3 : Écouter ; comprendre, \"faire avec\" 🌱",
			"9 h 30–12 h 30, 13 h 30–16 h 30\nhttps://parcours.example.org/parcours/sources/seances/3",
			"Maison du parc ; salle « Élan », 12 rue de l’Église, 59000 Saint-Amand-les-Eaux-sur-l’Étang-du-Vivier",
			"https://visio.example/rejoindre?salle=3&cle=é", "https://parcours.example.org/parcours/sources/seances/3");

	private final CalendarFile file = new CalendarFile("parcours.example.org");

	@Test
	void aFeedIsWrittenToTheByte() throws IOException {
		String feed = this.file.feed("Inès Carpentier, agenda Faire avec",
				List.of(day(0, Status.CONFIRMED), later(Status.TENTATIVE), another(Status.CANCELLED)));
		isAsKept("feed.ics", feed);
	}

	@Test
	void aRequestAndACancelAreWrittenToTheByte() throws IOException {
		isAsKept("request.ics", this.file.request(day(2, Status.CONFIRMED), SENDER, INES, true));
		isAsKept("cancel.ics", this.file.cancel(day(3, Status.CANCELLED), SENDER, INES));
	}

	@Test
	void noLineIsLongerThan75OctetsAndNoSignIsCut() {
		String feed = this.file.feed("é".repeat(300), List.of(day(0, Status.CONFIRMED)));
		assertThat(feed.split("\r\n", -1))
			.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
		assertThat(feed.replace("\r\n ", "")).contains("NAME:" + "é".repeat(300), "🌱", "\\, \"faire avec\"");
		assertThat(feed).endsWith("END:VCALENDAR\r\n").doesNotContain("\n\n");
	}

	/** Whichever library wrote it, another reads the same. */
	@Test
	void anotherLibraryReadsWhatWasMeant() {
		ICalendar read = Biweekly.parse(this.file.request(day(2, Status.CONFIRMED), SENDER, INES, true)).first();
		assertThat(read.getMethod().isRequest()).isTrue();
		VEvent event = read.getEvents().getFirst();
		assertThat(event.getUid().getValue()).isEqualTo(ID + "@parcours.example.org");
		assertThat(event.getSequence().getValue()).isEqualTo(2);
		assertThat(event.getSummary().getValue()).isEqualTo(WORDS.title());
		assertThat(event.getLocation().getValue()).isEqualTo(WORDS.place());
		assertThat(event.getDescription().getValue()).isEqualTo(WORDS.description());
		assertThat(event.getOrganizer().getEmail()).isEqualTo(SENDER.address());
		assertThat(event.getAttendees()).singleElement().satisfies((attendee) -> {
			assertThat(attendee.getEmail()).isEqualTo(INES.address());
			assertThat(attendee.getRsvp()).isTrue();
		});
		assertThat(Biweekly.parse(this.file.feed("x", List.of(day(0, Status.CANCELLED)))).first().getEvents())
			.singleElement()
			.satisfies((cancelled) -> {
				assertThat(cancelled.getStatus().isCancelled()).isTrue();
				assertThat(cancelled.getAttendees()).isEmpty();
			});
	}

	/** The weeks when the clocks change among them. */
	@ParameterizedTest
	@ValueSource(strings = { "2026-10-23T09:30", "2026-10-25T01:30", "2026-10-25T09:30", "2026-10-26T09:30",
			"2027-03-26T09:30", "2027-03-28T09:30", "2027-03-29T09:30", "2027-07-01T18:00" })
	void hoursAreThoseOfParis(String start) {
		LocalDateTime said = LocalDateTime.parse(start);
		CalendarEvent event = new CalendarEvent(ID, 0, Status.CONFIRMED, said, said.plusHours(2), WORDS, CHANGED);
		VEvent read = Biweekly.parse(this.file.feed("x", List.of(event))).first().getEvents().getFirst();
		assertThat(read.getDateStart().getValue().toInstant())
			.isEqualTo(said.atZone(ZoneId.of("Europe/Paris")).toInstant());
		assertThat(this.file.feed("x", List.of(event)))
			.contains("DTSTART;TZID=Europe/Paris:" + start.replaceAll("[-:]", "") + "00");
	}

	private static CalendarEvent day(int sequence, Status status) {
		return new CalendarEvent(ID, sequence, status, LocalDateTime.parse("2026-12-10T09:30"),
				LocalDateTime.parse("2026-12-10T16:30"), WORDS, CHANGED);
	}

	private static CalendarEvent later(Status status) {
		return new CalendarEvent(UUID.fromString("01a1f0c2-0000-7000-8000-000000000002"), 0, status,
				LocalDateTime.parse("2027-03-28T14:00"), LocalDateTime.parse("2027-03-28T15:00"),
				new Words("Rendez-vous : Recyclerie du Canal", "", "", "", ""), CHANGED);
	}

	private static CalendarEvent another(Status status) {
		return new CalendarEvent(UUID.fromString("01a1f0c2-0000-7000-8000-000000000003"), 4, status,
				LocalDateTime.parse("2026-10-25T09:00"), LocalDateTime.parse("2026-10-25T12:00"),
				new Words("Jour 2", "", "", "", ""), CHANGED);
	}

	private static void isAsKept(String name, String written) throws IOException {
		Path kept = Path.of("src/test/resources/calendar", name);
		assertThat(written.replace("\r\n", "\n")).isEqualTo(Files.readString(kept));
		assertThat(written.replace("\r\n", "")).as("no bare line ends").doesNotContain("\n", "\r");
	}

}
