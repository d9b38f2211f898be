package fr.faireavec.convening;

import java.time.Duration;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.mail.CalendarReplies;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody's calendar answers is what they say, or is read; never guessed. */
class CalendarHearingTests extends DateTests {

	private static final String LIST = "/parcours/nos-sources/seances/1/presences";

	private static final String INES = "ines.carpentier@demo.example";

	@Autowired
	private CalendarReplies replies;

	@Autowired
	private MockMvcTester mvc;

	private Pages pages;

	private String invited;

	@BeforeEach
	void inesIsInvited() {
		this.pages = new Pages(this.mvc, this.cast);
		near();
		this.telling.tellDue();
		this.invited = letter(this.ines).calendars().getFirst().file().replace("\r\n ", "");
		told();
		later(Duration.ofMinutes(30));
	}

	@Test
	void whoAcceptsComesAndWhoDeclinesDoesNotHoweverOften() {
		for (int twice = 0; twice < 2; twice++) {
			assertThat(hear(INES, reply("ACCEPTED"))).isTrue();
			assertThat(answer()).isEqualTo("COMING");
		}
		assertThat(hear("ines.carpentier@demo.example", reply("DECLINED"))).isTrue();
		assertThat(answer()).isEqualTo("NOT_COMING");
		assertThat(toRead()).isEmpty();
		assertThat(
				this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what = 'reply.given'").query(Long.class).single())
			.isEqualTo(2);
	}

	/** As Outlook, Google and Apple write them. */
	@ParameterizedTest
	@ValueSource(strings = { "outlook", "google", "apple" })
	void eachCalendarHasItsWay(String program) {
		String file = switch (program) {
			case "outlook" -> """
					BEGIN:VCALENDAR
					METHOD:REPLY
					PRODID:Microsoft Exchange Server 2010
					VERSION:2.0
					BEGIN:VTIMEZONE
					TZID:Romance Standard Time
					BEGIN:STANDARD
					DTSTART:16010101T030000
					TZOFFSETFROM:+0200
					TZOFFSETTO:+0100
					RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
					END:STANDARD
					END:VTIMEZONE
					BEGIN:VEVENT
					ATTENDEE;PARTSTAT=ACCEPTED;CN="Carpentier, Inès":MAILTO:Ines.Carpentier@demo.example
					COMMENT;LANGUAGE=fr-FR:\\n
					UID:{uid}
					SUMMARY;LANGUAGE=fr-FR:Accepté: une date
					DTSTART;TZID=Romance Standard Time:20261011T093000
					DTSTAMP:20260921T090000Z
					SEQUENCE:0
					X-MICROSOFT-CDO-APPT-SEQUENCE:0
					BEGIN:VALARM
					ATTENDEE;PARTSTAT=DECLINED:MAILTO:autre@demo.example
					END:VALARM
					END:VEVENT
					END:VCALENDAR
					""";
			case "google" -> """
					BEGIN:VCALENDAR
					PRODID:-//Google Inc//Google Calendar 70.9054//EN
					VERSION:2.0
					CALSCALE:GREGORIAN
					METHOD:REPLY
					BEGIN:VEVENT
					DTSTART:20261011T073000Z
					DTEND:20261011T103000Z
					DTSTAMP:20260921T090000Z
					UID:{uid}
					ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Inès C
					 arpentier;X-NUM-GUESTS=0:mailto:ines.carpentier@demo.example
					SEQUENCE:0
					STATUS:CONFIRMED
					END:VEVENT
					END:VCALENDAR
					""";
			default -> """
					BEGIN:VCALENDAR
					CALSCALE:GREGORIAN
					VERSION:2.0
					METHOD:REPLY
					PRODID:-//Apple Inc.//macOS 15.1//EN
					BEGIN:VEVENT
					DTSTAMP:20260921T090000Z
					SEQUENCE:0
					UID:{uid}
					ATTENDEE;CN=Inès;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;EMAIL=x@y.example:mailto:ines.carpentie
					 r@demo.example
					END:VEVENT
					END:VCALENDAR
					""";
		};
		assertThat(hear(INES, file.replace("{uid}", uid()).replace("\n", "\r\n"))).isTrue();
		assertThat(answer()).isEqualTo("COMING");
	}

	@Test
	void perhapsIsReadAndGoesOnceItWas() {
		assertThat(hear(INES, reply("TENTATIVE"))).isTrue();
		hear(INES, reply("TENTATIVE"));
		assertThat(answer()).isNull();
		assertThat(this.pages.read(LIST, this.claire).select("section[aria-labelledby=agendas] li")).singleElement()
			.extracting(Element::text)
			.asString()
			.contains("Inès Carpentier viendra peut-être");
		String read = this.pages.read(LIST, this.claire).select("form[action*=/agendas/]").attr("action");
		assertThat(this.pages.post(read, this.claire)).hasRedirectedUrl(LIST);
		assertThat(this.pages.post(read, this.claire)).as("twice").hasRedirectedUrl(LIST);
		assertThat(this.pages.read(LIST, this.claire).select("#agendas")).isEmpty();
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what = 'reply.read'").query(Long.class).single())
			.isOne();
	}

	/** From another address, for another one, for nobody: nothing is guessed. */
	@Test
	void anotherAddressOrAForgedOneSaysNothing() {
		hear("nouveau@demo.example", reply("ACCEPTED").replace(INES, "nouveau@demo.example"));
		hear("pirate@demo.example", reply("DECLINED"));
		hear("", reply("DECLINED"));
		hear(INES, reply("DECLINED").replace("mailto:" + INES, "mailto:nora@demo.example"));
		assertThat(answer()).isNull();
		assertThat(toRead()).isEqualTo("ANOTHER_ADDRESS ANOTHER_ADDRESS ANOTHER_ADDRESS ANOTHER_ADDRESS");
		assertThat(this.pages.read(LIST, this.claire).text()).contains("La réponse est partie de pirate@demo.example");
	}

	@Test
	void anEndedMandateACancelledDayAndAnOldDateSayNothing() {
		schedule(DAY.plusDays(1));
		hear(INES, reply("ACCEPTED"));
		assertThat(toRead()).as("a date they do not know yet is not accepted").isEqualTo("OLD");
		later(Telling.SETTLED);
		told();
		hear(INES, reply("DECLINED"));
		assertThat(toRead()).isEqualTo("OLD OLD");
		hear(INES, reply("ACCEPTED").replace("SEQUENCE:0", "SEQUENCE:1"));
		assertThat(answer()).as("the date they were told").isEqualTo("COMING");
		Person nora = this.cast.person("Nora", "Leclercq");
		this.cast.pilot(this.recyclerie, nora, DAY.minusDays(20));
		this.cast.forget();
		hear(INES, reply("DECLINED").replace("SEQUENCE:0", "SEQUENCE:1"));
		assertThat(toRead()).isEqualTo("OLD OLD NOT_EXPECTED");
		Impersonation.as(this.claire, () -> this.scheduling.cancel(this.ours.getId(), 1, version(), "Neige"));
		this.cast.forget();
		hear(INES, reply("TENTATIVE").replace("SEQUENCE:0", "SEQUENCE:1"));
		assertThat(toRead()).isEqualTo("OLD OLD NOT_EXPECTED TOO_LATE");
	}

	/** A calendar's word arrives late; and whoever runs the day is not asked. */
	@Test
	void whatWasSaidHereSinceStands() {
		assertThat(this.pages.post("/parcours/nos-sources/seances/1/ma-presence", this.ines, "answer", "NOT_COMING"))
			.hasStatus3xxRedirection();
		hear(INES, reply("ACCEPTED"));
		assertThat(answer()).isEqualTo("NOT_COMING");
		hear("claire.vasseur@demo.example", reply("ACCEPTED").replace(INES, "claire.vasseur@demo.example"));
		assertThat(toRead()).isEmpty();
	}

	@Test
	void whatCannotBeReadIsReadWhenItNamesADateOfOurs() {
		assertThat(hear(INES, "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" + uid())).isTrue();
		assertThat(hear(INES, reply("ACCEPTED").replace("END:VEVENT", "UID:autre\r\nEND:VEVENT"))).isTrue();
		assertThat(hear(INES, reply("ACCEPTED").replace("SEQUENCE:0", "SEQUENCE:99999999999"))).isTrue();
		assertThat(toRead()).isEqualTo("UNCLEAR UNCLEAR UNCLEAR");
		assertThat(hear(INES, "METHOD:REPLY")).isFalse();
		assertThat(hear(INES, reply("ACCEPTED").replace("UID:", "UID:x"))).isFalse();
		assertThat(answer()).isNull();
	}

	private boolean hear(String from, String file) {
		boolean ours = this.replies.hear(new CalendarReplies.Answer(from, file));
		this.cast.flush();
		this.cast.forget();
		return ours;
	}

	private String reply(String said) {
		return this.invited.replace("METHOD:REQUEST", "METHOD:REPLY")
			.replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=" + said);
	}

	private String uid() {
		return this.invited.lines().filter((line) -> line.startsWith("UID:")).findFirst().orElseThrow().substring(4);
	}

	private @Nullable String answer() {
		return this.jdbc.sql("SELECT max(answer) FROM reply WHERE person_id = :person")
			.param("person", this.ines.getId())
			.query(String.class)
			.optional()
			.orElse(null);
	}

	private String toRead() {
		return String.join(" ",
				this.jdbc.sql("SELECT why FROM calendar_reply ORDER BY heard_at, id").query(String.class).list());
	}

}
