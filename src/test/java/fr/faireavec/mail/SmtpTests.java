package fr.faireavec.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import fr.faireavec.testing.TestDatabase;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters on the wire: to a good mail server, and to bad ones. */
class SmtpTests {

	@RegisterExtension
	static final GreenMailExtension GOOD = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

	private PostOffice.Address database;

	private BadServer bad;

	@BeforeEach
	void open() throws Exception {
		TestDatabase made = TestDatabase.migrated();
		this.database = new PostOffice.Address(made.url(), made.user(), made.password());
		this.bad = new BadServer();
	}

	@AfterEach
	void close() throws Exception {
		this.bad.close();
	}

	@Test
	void aGoodServerReceivesAWellMadeMessage() throws Exception {
		try (PostOffice office = office(GOOD.getSmtp().getPort())) {
			UUID person = office.person("Élise ; \"Anne\"", "elise@demo.example");
			UUID subject = UUID.randomUUID();
			office.post(Posting.of(PostOffice.KIND, person, subject).with("jeton"));
			assertThat(office.send()).isEqualTo(1);
			MimeMessage message = GOOD.getReceivedMessages()[0];
			assertThat(message.getMessageID()).isEqualTo(office.letter(subject).get("message_id"));
			assertThat(message.getSubject()).isEqualTo("Bonjour de Élise ; \"Anne\"");
			assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Faire avec");
			assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("lettres@faireavec.example");
			assertThat(((InternetAddress) message.getReplyTo()[0]).getAddress())
				.isEqualTo("reponses@faireavec.example");
			assertThat(message.getHeader("Return-Path")).containsExactly("<retours@faireavec.example>");
			assertThat(message.getHeader(LetterMark.HEADER))
				.containsExactly(office.context.getBean(LetterMark.class).of(office.idOf(subject)));
			assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
			assertThat(message.getHeader("List-Id")).containsExactly("<test.hello.faireavec.example>");
			assertThat(message.getAllRecipients()).hasSize(1);
			Multipart both = (Multipart) message.getContent();
			assertThat(both.getContentType()).startsWith("multipart/alternative");
			assertThat(both.getBodyPart(0).getContentType()).startsWith("text/plain").contains("UTF-8");
			assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html").contains("UTF-8");
			assertThat(both.getBodyPart(1).getHeader("Content-Transfer-Encoding")).containsExactly("base64");
			assertThat(String.valueOf(both.getBodyPart(1).getContent())).contains("«\u00A0des accents\u00A0»", "jeton");
			assertThat(String.valueOf(both.getBodyPart(0).getContent())).contains("« des accents » & des signes <b>.",
					"https://faireavec.example/invitation/jeton");
		}
	}

	@Test
	void aStarGivesEachLetterItsOwnWayBack() {
		assertThat(MailAddresses.of("lettres@a.example", "Faire avec", "", "retours+*@a.example").envelope("0a1b"))
			.isEqualTo("retours+0a1b@a.example");
		assertThat(MailAddresses.of("lettres@a.example", "Faire avec", "", "").envelope("0a1b"))
			.isEqualTo("lettres@a.example");
	}

	@Test
	void aNameInjectsNoHeader() throws Exception {
		try (PostOffice office = office(GOOD.getSmtp().getPort())) {
			UUID person = office.person("Eve\r\nBcc: tout@le.monde\r\n\r\nCorps", "eve@demo.example");
			office.post(Posting.of(PostOffice.KIND, person, UUID.randomUUID()));
			office.send();
			MimeMessage message = GOOD.getReceivedMessages()[0];
			assertThat(message.getHeader("Bcc")).isNull();
			assertThat(message.getRecipients(Message.RecipientType.BCC)).isNull();
			assertThat(GOOD.getReceivedMessages()).hasSize(1);
			assertThat(GreenMailUtil.getHeaders(message).lines().filter((line) -> line.startsWith("Bcc"))).isEmpty();
		}
	}

	/** What somebody wrote is answered to them; what is no address writes no header. */
	@Test
	void answersGoToWhoeverWroteTheLetter() throws Exception {
		try (PostOffice office = answeredAt("claire@demo.example")) {
			office.post(Posting.of(PostOffice.KIND, office.person("Inès", "ines@demo.example"), UUID.randomUUID()));
			assertThat(office.send()).isEqualTo(1);
		}
		try (PostOffice office = answeredAt("claire@demo.example\r\nBcc: tout@le.monde")) {
			office.post(Posting.of(PostOffice.KIND, office.person("Nora", "nora@demo.example"), UUID.randomUUID()));
			assertThat(office.send()).isEqualTo(1);
		}
		MimeMessage[] received = GOOD.getReceivedMessages();
		assertThat(received[0].getReplyTo()).containsExactly(new InternetAddress("claire@demo.example"));
		assertThat(received[1].getReplyTo()).containsExactly(new InternetAddress("reponses@faireavec.example"));
		assertThat(received[1].getHeader("Bcc")).isNull();
		assertThat(received).hasSize(2);
	}

	private PostOffice answeredAt(String address) {
		return office(GOOD.getSmtp().getPort(), new PostOffice.Hello() {
			@Override
			public Letter render(Envelope envelope) {
				return super.render(envelope).answeredAt(address);
			}
		});
	}

	@Test
	void anAddressThatIsNoneIsRefusedAtOnce() {
		try (PostOffice office = office(GOOD.getSmtp().getPort())) {
			UUID person = office.person("Eve", "eve@demo.example>\r\nRCPT TO:<tout@le.monde");
			UUID subject = UUID.randomUUID();
			office.post(Posting.of(PostOffice.KIND, person, subject));
			office.send();
			assertThat(office.state(subject)).isEqualTo("DEAD");
			assertThat(GOOD.getReceivedMessages()).isEmpty();
		}
	}

	@Test
	void aServerThatIsAwayLosesNothing() {
		int nobody = this.bad.port();
		this.bad.close();
		UUID subject = UUID.randomUUID();
		try (PostOffice office = office(nobody)) {
			office.post(Posting.of(PostOffice.KIND, office.person("Inès", "ines@demo.example"), subject));
			assertThat(office.send()).isZero();
			assertThat(office.state(subject)).isEqualTo("RETRY");
		}
		try (PostOffice office = office(GOOD.getSmtp().getPort())) {
			office.later();
			assertThat(office.send()).isEqualTo(1);
		}
		assertThat(GOOD.getReceivedMessages()).hasSize(1);
	}

	@Test
	void aServerThatNeverAnswersIsLeftAlone() {
		this.bad.plays(BadServer.Part.SILENT);
		thenAccepted(1);
	}

	@Test
	void notNowIsTriedAgain() {
		this.bad.plays(BadServer.Part.NOT_NOW);
		thenAccepted(0);
	}

	@Test
	void notNowAfterTheDataIsTriedAgain() {
		this.bad.plays(BadServer.Part.NOT_NOW_AFTER_DATA);
		thenAccepted(1);
	}

	/** It may have taken the letter: the next attempt bears the same Message-ID. */
	@Test
	void aServerThatDiesAfterTheDataIsTriedAgainUnderTheSameMessageId() {
		this.bad.plays(BadServer.Part.DIES_AFTER_DATA);
		thenAccepted(1);
		assertThat(this.bad.received()).hasSize(2);
		assertThat(this.bad.messageIds()).hasSize(2).containsOnly(this.bad.messageIds().getFirst());
	}

	/**
	 * Silent, then dying with a letter in its hands, then without room: what takes a date
	 * away still follows what gave it, and each comes once, but for the one it may have
	 * kept.
	 */
	@Test
	void calendarsKeepTheirOrderWhateverTheServerDoes() {
		try (PostOffice office = PostOffice.smtp(this.database, Map.of(), PostOffice.sender(this.bad.port()),
				new Dated())) {
			UUID person = office.person("Inès", "ines@demo.example");
			for (String method : List.of("REQUEST", "REQUEST", "CANCEL")) {
				office.post(Posting.of("test.date", person, UUID.randomUUID()).with(method).inOrder("calendar"));
			}
			for (BadServer.Part part : List.of(BadServer.Part.SILENT, BadServer.Part.DIES_AFTER_DATA,
					BadServer.Part.NOT_NOW_AFTER_DATA)) {
				this.bad.plays(part);
				assertThat(office.send()).isZero();
				office.later();
			}
			assertThat(this.bad.messageIds()).as("nothing overtakes the first")
				.hasSize(2)
				.containsOnly(this.bad.messageIds().getFirst());
			this.bad.plays(BadServer.Part.GOOD);
			assertThat(office.send()).isEqualTo(3);
			assertThat(this.bad.messageIds().stream().distinct()).hasSize(3);
			assertThat(this.bad.received()
				.stream()
				.map((message) -> message.contains("method=CANCEL") ? "CANCEL" : "REQUEST"))
				.containsExactly("REQUEST", "REQUEST", "REQUEST", "REQUEST", "CANCEL");
		}
	}

	@Test
	void neverAtTheRecipientIsABounce() {
		this.bad.plays(BadServer.Part.NEVER);
		refused();
	}

	@Test
	void neverAfterTheDataIsABounce() {
		this.bad.plays(BadServer.Part.NEVER_AFTER_DATA);
		refused();
	}

	/** Our own address refused: for us to mend, the recipient is not to blame. */
	@Test
	void neverAtOurOwnAddressIsNoBounce() {
		this.bad.plays(BadServer.Part.NEVER_FROM_US);
		try (PostOffice office = office(this.bad.port())) {
			UUID subject = UUID.randomUUID();
			office.post(Posting.of(PostOffice.KIND, office.person("Inès", "ines@demo.example"), subject));
			office.send();
			assertThat(office.state(subject)).isEqualTo("RETRY");
			assertThat(office.context.getBean(Bounces.class).of(List.of("ines@demo.example"))).isEmpty();
		}
	}

	private void thenAccepted(int lettersAlreadySeen) {
		try (PostOffice office = office(this.bad.port())) {
			UUID subject = UUID.randomUUID();
			office.post(Posting.of(PostOffice.KIND, office.person("Inès", "ines@demo.example"), subject));
			assertThat(office.send()).isZero();
			assertThat(office.letter(subject)).containsEntry("state", "RETRY").containsEntry("attempts", 1);
			this.bad.plays(BadServer.Part.GOOD);
			office.later();
			assertThat(office.send()).isEqualTo(1);
			assertThat(office.state(subject)).isEqualTo("SENT");
			assertThat(this.bad.received().size()).isBetween(1, lettersAlreadySeen + 1);
		}
	}

	private void refused() {
		try (PostOffice office = office(this.bad.port())) {
			UUID subject = UUID.randomUUID();
			office.post(Posting.of(PostOffice.KIND, office.person("Inès", "ines@demo.example"), subject));
			office.send();
			assertThat(office.letter(subject)).containsEntry("state", "DEAD").containsEntry("attempts", 1);
			assertThat(office.context.getBean(Bounces.class).of(List.of("ines@demo.example")))
				.hasEntrySatisfying("ines@demo.example", (bounce) -> assertThat(bounce.status()).isEqualTo("550"));
		}
	}

	private PostOffice office(int port) {
		return office(port, new PostOffice.Hello());
	}

	private PostOffice office(int port, LetterKind kind) {
		return PostOffice.smtp(this.database,
				Map.of("faireavec.mail.from", "lettres@faireavec.example", "faireavec.mail.reply-to",
						"reponses@faireavec.example", "faireavec.mail.envelope", "retours@faireavec.example"),
				PostOffice.sender(port), kind);
	}

	/** A date, given or taken away as its secret says. */
	private static final class Dated extends PostOffice.Hello {

		@Override
		public String name() {
			return "test.date";
		}

		@Override
		public Letter render(Envelope envelope) {
			String method = String.valueOf(envelope.secret());
			return Letter.about("Une date")
				.calendar(method, "jour-1", "BEGIN:VCALENDAR\r\nMETHOD:" + method + "\r\nEND:VCALENDAR\r\n");
		}

	}

}
