package fr.faireavec.mail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.io.ByteArrayInputStream;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import fr.faireavec.testing.TestDatabase;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes back by mail is noted beside the address it left for. */
class BouncesTests {

	@RegisterExtension
	static final GreenMailExtension MAIL = new GreenMailExtension(
			new ServerSetup[] { ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort() });

	private PostOffice office;

	private GreenMailUser returns;

	private UUID subject;

	@BeforeEach
	void open() {
		TestDatabase made = TestDatabase.migrated();
		this.returns = MAIL.setUser("retours@faireavec.example", "retours", "mot de passe");
		this.office = PostOffice.smtp(new PostOffice.Address(made.url(), made.user(), made.password()),
				Map.of("faireavec.mail.bounces.host", "127.0.0.1", "faireavec.mail.bounces.port",
						MAIL.getImap().getPort(), "faireavec.mail.bounces.protocol", "imap",
						"faireavec.mail.bounces.user", "retours", "faireavec.mail.bounces.password", "mot de passe"),
				patient(), new PostOffice.Hello());
		this.subject = UUID.randomUUID();
		this.office.post(Posting.of(PostOffice.KIND, this.office.person("Inès", "ines@demo.example"), this.subject));
		this.office.send();
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void aReportOfOurLetterIsABounce() throws Exception {
		comesBack(report("failed", "5.1.1", messageId()));
		read();
		assertThat(bounces()).hasEntrySatisfying("ines@demo.example", (bounce) -> {
			assertThat(bounce.status()).isEqualTo("5.1.1");
			assertThat(bounce.reason()).contains("no such user");
		});
		assertThat(MAIL.getManagers().getImapHostManager().getInbox(this.returns).getMessageCount()).isZero();
	}

	@Test
	void aLaterLetterThatArrivesClearsIt() throws Exception {
		comesBack(report("failed", "5.1.1", messageId()));
		read();
		UUID person = UUID.fromString(String.valueOf(this.office.letter(this.subject).get("recipient_id")));
		this.office.post(Posting.of(PostOffice.KIND, person, UUID.randomUUID()));
		this.office.send();
		assertThat(bounces()).isEmpty();
	}

	@Test
	void aDelayIsNone() throws Exception {
		comesBack(report("delayed", "4.4.1", messageId()));
		read();
		assertThat(bounces()).isEmpty();
		assertThat(strays()).as("but it is understood").isEmpty();
	}

	@Test
	void neitherIsAReportOfAnotherLetterNorAnOrdinaryMessage() throws Exception {
		comesBack(report("failed", "5.1.1", "<autre@ailleurs.example>"));
		comesBack("From: a@b.example\r\nTo: retours@faireavec.example\r\nSubject: Absence\r\n\r\nJe suis en vacances.");
		read();
		read();
		assertThat(bounces()).isEmpty();
		assertThat(MAIL.getManagers().getImapHostManager().getInbox(this.returns).getMessageCount())
			.as("left there, read")
			.isEqualTo(2);
		assertThat(strays()).as("a mail server's alone is looked at").singleElement().satisfies((stray) -> {
			assertThat(stray.sender()).isEqualTo("MAILER-DAEMON@mx.example");
			assertThat(stray.subject()).isEqualTo("Undelivered Mail Returned to Sender");
			assertThat(stray.words()).contains("I am sorry.", "Action: failed", "Message-ID: <autre@ailleurs.example>");
		});
	}

	/** What a calendar answers is heard, and leaves the mailbox only if it is of ours. */
	@Test
	void whatCalendarsAnswerIsHeard() throws Exception {
		List<CalendarReplies.Answer> heard = new ArrayList<>();
		this.office.context.getBeanFactory().registerSingleton("calendarReplies", (CalendarReplies) (answer) -> {
			heard.add(answer);
			if (answer.file().contains("UID:panne")) {
				throw new IllegalStateException("not now");
			}
			return answer.file().contains("UID:à-nous");
		});
		comesBack(calendar("UID:panne", "text/calendar; charset=UTF-8; method=REPLY"));
		comesBack(calendar("UID:à-nous", "text/calendar; charset=UTF-8; method=REPLY"));
		comesBack(calendar("UID:ailleurs", "application/ics"));
		comesBack(calendar("UID:à-nous", "text/calendar; charset=x-unknown").replace("METHOD:REPLY", "METHOD:REQUEST"));
		read();
		assertThat(heard).extracting(CalendarReplies.Answer::from).containsOnly("ines@demo.example").hasSize(3);
		assertThat(MAIL.getManagers().getImapHostManager().getInbox(this.returns).getMessageCount()).isEqualTo(3);
		read();
		assertThat(heard).as("only what could not be heard is read again").hasSize(4);
		assertThat(strays()).isEmpty();
	}

	private static String calendar(String uid, String type) {
		return """
				From: =?UTF-8?Q?In=C3=A8s?= <Ines@demo.example>
				To: retours@faireavec.example
				Subject: Accept
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary="b"

				--b
				Content-Type: multipart/alternative; boundary="c"

				--c
				Content-Type: text/plain

				Oui
				--c
				Content-Type: {type}
				Content-Transfer-Encoding: 8bit

				BEGIN:VCALENDAR
				METHOD:REPLY
				BEGIN:VEVENT
				{uid}
				END:VEVENT
				END:VCALENDAR
				--c--
				--b--
				""".replace("{type}", type).replace("{uid}", uid).replace("\n", "\r\n");
	}

	/** The address is read where letters return to it, or where somebody says so. */
	@ParameterizedTest
	@CsvSource({ "'', a@x.example, '', false", "imap.example, '', '', true", "imap.example, a@x.example, '', false",
			"imap.example, a@x.example, true, true", "imap.example, '', false, false" })
	void answersAreAskedWhereTheyAreRead(String mailbox, String envelope, String said, boolean read) {
		MailAddresses addresses = MailAddresses.of("nous@faireavec.example", "Faire avec", "", envelope);
		assertThat(new MailConfiguration().sender(addresses, mailbox, said).isRead()).isEqualTo(read);
	}

	/** One tie each: the Message-ID kept aside, our own header, what is answered. */
	@ParameterizedTest
	@ValueSource(strings = { "exchange", "ses", "gmail" })
	void aLetterRenamedOnItsWayIsKnown(String sample) throws Exception {
		comesBack(sample(sample));
		read();
		assertThat(bounces()).containsKey("ines@demo.example");
		assertThat(strays()).isEmpty();
	}

	/** The address it came back to says which letter it was, when nothing else does. */
	@Test
	void theMarkInTheAddressIsEnough() throws Exception {
		assertThat(mark()).matches("[0-9a-f]{48}");
		comesBack(report("failed", "5.1.1", "<autre@ailleurs.example>").replace("To: retours@",
				"To: retours+" + mark().toUpperCase(java.util.Locale.ROOT) + "@"));
		read();
		assertThat(bounces()).containsKey("ines@demo.example");
	}

	@Test
	void nobodyElseMakesAMark() throws Exception {
		String forged = this.office.idOf(this.subject).toString().replace("-", "") + "0123456789abcdef";
		comesBack(report("failed", "5.1.1", "<autre@ailleurs.example>").replace("To: retours@",
				"To: retours+" + forged + "@"));
		read();
		assertThat(bounces()).isEmpty();
		assertThat(strays()).hasSize(1);
	}

	@Test
	void whatNobodyUnderstandsIsKeptWithoutWaysIn() throws Exception {
		comesBack(sample("qmail"));
		read();
		assertThat(bounces()).isEmpty();
		assertThat(strays()).singleElement().satisfies((stray) -> {
			assertThat(stray.words()).contains("Sorry, no mailbox here by that name", "https://faireavec.example/…")
				.doesNotContain("jeton-canari", "735911", "735 911", "Qm9uam91ci");
			assertThat(stray.subject()).doesNotContain("735911");
		});
	}

	@Test
	void howeverManyAndLongOnlyTheLastAreKept() throws Exception {
		this.office.jdbc.sql("""
				INSERT INTO mail_report (id, heard_at, sender, subject, words)
				SELECT gen_random_uuid(), timestamptz '2020-01-01' + n * interval '1 hour', 'x', n::text, 'x'
				FROM generate_series(1, 150) n""").update();
		comesBack(report("failed", "5.1.1", "<autre@ailleurs.example>")
			.replace("I am sorry.", "\u202E\u0085€ ".repeat(9_000))
			.replace("Subject: Undelivered", "Subject: " + "é".repeat(700)));
		read();
		assertThat(strays()).hasSize(StrayReports.MOST);
		assertThat(strays().getFirst().words()).hasSizeLessThanOrEqualTo(4000).doesNotContain("\u202E", "\u0085");
		assertThat(this.office.context.getBean(MailLog.class)
			.forgetSettledBefore(this.office.clock.instant().plusSeconds(1))).isOne();
		assertThat(strays()).isEmpty();
	}

	/** To a server that answers, however busy the machine is. */
	private static JavaMailSenderImpl patient() {
		JavaMailSenderImpl sender = PostOffice.sender(MAIL.getSmtp().getPort());
		sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "60000");
		return sender;
	}

	private List<StrayReports.Stray> strays() {
		return this.office.context.getBean(StrayReports.class).latest();
	}

	private String mark() {
		return this.office.context.getBean(LetterMark.class).of(this.office.idOf(this.subject));
	}

	private String sample(String name) throws Exception {
		String id = messageId();
		return Files.readString(Path.of("src/test/resources/dsn/" + name + ".eml"))
			.replace("{message-id}", id)
			.replace("{mark}", mark())
			.replace("\n", "\r\n");
	}

	private Map<String, Bounces.Bounce> bounces() {
		return this.office.context.getBean(Bounces.class).of(List.of("ines@demo.example"));
	}

	private String messageId() {
		return String.valueOf(this.office.letter(this.subject).get("message_id"));
	}

	private void read() {
		this.office.context.getBean(BounceReading.class).run();
	}

	private void comesBack(String message) throws Exception {
		this.returns.deliver(new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
	}

	private static String report(String action, String status, String messageId) {
		return """
				From: MAILER-DAEMON@mx.example
				To: retours@faireavec.example
				Subject: Undelivered Mail Returned to Sender
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b"

				--b
				Content-Type: text/plain

				I am sorry.
				--b
				Content-Type: message/delivery-status

				Reporting-MTA: dns; mx.example
				Arrival-Date: Mon, 05 Oct 2026 10:00:00 +0200

				Final-Recipient: rfc822; ines@demo.example
				Action: %s
				Status: %s
				Diagnostic-Code: smtp; 550 no such user here
				--b
				Content-Type: text/rfc822-headers

				Message-ID: %s
				Subject: Bonjour
				--b--
				""".formatted(action, status, messageId).replace("\n", "\r\n");
	}

}
