package fr.faireavec.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What mail services write, each its own way (the folder dsn), is understood alike. */
class DeliveryReportTests {

	private static final String ID = "<0199@faireavec.example>";

	private static final String MARK = "0199".repeat(12);

	@ParameterizedTest
	@CsvSource({ "postfix, 5.1.1, does not exist", "postfix-expired, 4.4.1, Connection timed out",
			"exchange, 5.1.10, RecipientNotFound", "exchange-expired, 4.4.7, Message expired",
			"ses, 5.1.1, user unknown", "gmail, 5.1.1, does not exist", "several, 5.2.2, mailbox full" })
	void eachServiceSaysThatItGaveUp(String sample, String status, String reason) throws Exception {
		MimeMessage message = sample(sample);
		assertThat(DeliveryReport.isClaimedBy(message) || sample.equals("several")).isTrue();
		assertThat(DeliveryReport.read(message)).hasValueSatisfying((report) -> {
			assertThat(report.isForGood()).isTrue();
			assertThat(report.status()).isEqualTo(status);
			assertThat(report.reason()).contains(reason);
			assertThat(report.messageIds().contains(ID) || report.marked().contains(MARK)).as("tied to our letter")
				.isTrue();
		});
	}

	/** The action decides, whatever the last attempt was told; comments do not. */
	@ParameterizedTest
	@CsvSource({ "failed, 4.4.7, true", "failed, 4.4.1, true", "failed, 4.2.2, true", "failed, '', true",
			"Failed (gave up), 5.0.0 (no \\) (such) user), true", "delayed, 4.4.1, false", "delayed, 5.7.1, false",
			"(failed) delayed, 4.4.7, false", "delivered, 2.0.0, false", "relayed, 5.0.0, false",
			"expanded, 5.0.0, false", "'', 5.1.1, true", "'', 4.4.7, false" })
	void theActionDecides(String action, String status, boolean forGood) throws Exception {
		String sample = text("postfix").replace("Action: failed", "Action: " + action)
			.replace("Status: 5.1.1", "Status: " + status);
		assertThat(DeliveryReport.read(message(sample))).hasValueSatisfying((report) -> {
			assertThat(report.isForGood()).isEqualTo(forGood);
			assertThat(report.action() + report.status()).doesNotContain("(", ")");
		});
	}

	@Test
	void whatHasNoFieldsIsClaimedAndNotRead() throws Exception {
		assertThat(DeliveryReport.read(sample("qmail"))).isEmpty();
		assertThat(DeliveryReport.isClaimedBy(sample("qmail"))).isTrue();
	}

	@Test
	void peopleAndReceiptsClaimNothing() throws Exception {
		for (String message : new String[] { "From: a@b.example\nSubject: Absence\n\nJe suis en vacances.",
				"From: a@b.example\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b--" }) {
			assertThat(DeliveryReport.isClaimedBy(message(message))).as(message).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '§', value = { "a (b) c→a   c", "(a (b) c) d→d", "\"(a)\" b→\"(a)\" b", "(a \\) b) c→c",
			"(never closed→§§", "a) b→a) b" }, delimiter = '→')
	void commentsAreTakenOut(String field, String kept) {
		assertThat(StructuredField.withoutComments(field).replaceAll("\\s+", " "))
			.isEqualTo(kept.replaceAll("\\s+", " "));
	}

	private static MimeMessage sample(String name) throws Exception {
		return message(text(name));
	}

	private static String text(String name) throws Exception {
		return Files.readString(Path.of("src/test/resources/dsn/" + name + ".eml"))
			.replace("{message-id}", ID)
			.replace("{mark}", MARK);
	}

	private static MimeMessage message(String text) throws MessagingException {
		return new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
	}

}
