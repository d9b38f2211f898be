package fr.faireavec.convening;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.mail.MailRound;
import fr.faireavec.testing.Pages;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A day, as one person lives it: every letter is read where it arrives, and what her
 * calendar answers is sent from there.
 */
class OnePersonsDateTests extends DateTests {

	@RegisterExtension
	static final GreenMailExtension MAIL = new GreenMailExtension(
			new ServerSetup[] { ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort() });

	private static final String INES = "ines.carpentier@demo.example";

	private static final String OURS = "nous@faireavec.example";

	@Autowired
	private ApplicationContext rooms;

	@Autowired
	private MockMvcTester mvc;

	private final List<String> story = new ArrayList<>();

	@Test
	void fromTheMandateToWhoFollows() throws Exception {
		Pages pages = new Pages(this.mvc, this.cast);
		String who = "/parcours/nos-sources/seances/1/presences";
		MAIL.setUser(OURS, "nous", "mot de passe");
		arrives(INES, 1);
		assertThat(subject(last(INES))).contains("pilot");

		near();
		this.telling.tellDue();
		MimeMessage convened = arrives(INES, 2);
		assertThat(subject(convened)).startsWith("Le dimanche 11 octobre");
		String uid = told(convened, "REQUEST", 0);
		answers(convened, "ACCEPTED");
		assertThat(pages.read(who, this.claire).text()).contains("1 personne vient");

		later(Telling.SETTLED);
		schedule(DAY.plusDays(1));
		later(Telling.SETTLED);
		this.telling.tellDue();
		MimeMessage moved = arrives(INES, 3);
		assertThat(subject(moved)).startsWith("Nouvelle date, le lundi 12 octobre");
		assertThat(told(moved, "REQUEST", 1)).isEqualTo(uid);
		assertThat(pages.read(who, this.claire).text()).as("she is asked again").contains("1 sans réponse");
		answers(moved, "DECLINED");
		assertThat(pages.read(who, this.claire).text()).contains("1 ne peut pas venir");

		Impersonation.as(this.claire, () -> this.scheduling.cancel(this.ours.getId(), 1, version(), "Neige"));
		this.cast.forget();
		later(Telling.SETTLED);
		this.telling.tellDue();
		MimeMessage cancelled = arrives(INES, 4);
		assertThat(subject(cancelled)).startsWith("Annulé, le lundi 12 octobre");
		assertThat(told(cancelled, "CANCEL", 2)).isEqualTo(uid);

		schedule(DAY.plusDays(1));
		later(Telling.SETTLED);
		this.telling.tellDue();
		assertThat(told(arrives(INES, 5), "REQUEST", 3)).as("the same day comes back").isEqualTo(uid);

		Person nora = this.cast.person("Nora", "Leclercq");
		this.cast.pilot(this.recyclerie, nora, DAY.minusDays(20));
		this.cast.forget();
		this.telling.tellDue();
		MimeMessage replaced = arrives(INES, 6);
		assertThat(subject(replaced)).startsWith("Plus dans votre agenda");
		assertThat(told(replaced, "CANCEL", 3)).isEqualTo(uid);
		MimeMessage follows = last("nora.leclercq@demo.example");
		assertThat(told(follows, "REQUEST", 3)).isEqualTo(uid);
		answers(replaced, "ACCEPTED");
		assertThat(pages.read(who, this.claire).text()).contains("1 réponse à lire", "n’est plus attendue ce jour-là");
		assertThat(this.story).containsExactly("REQUEST 0", "REQUEST 1", "CANCEL 2", "REQUEST 3", "CANCEL 3",
				"REQUEST 3");
	}

	/**
	 * All that is due leaves; she has so many letters then, the last of which this is.
	 */
	private MimeMessage arrives(String address, int many) throws Exception {
		this.cast.flush();
		MailRound.send(this.rooms, MAIL.getSmtp().getPort());
		assertThat(MAIL.getReceivedMessagesForDomain(address)).hasSize(many);
		return last(address);
	}

	private static MimeMessage last(String address) {
		return Arrays.asList(MAIL.getReceivedMessagesForDomain(address)).getLast();
	}

	private static String subject(MimeMessage message) throws Exception {
		return message.getSubject().replace('\u00a0', ' ');
	}

	/** What her calendar does with it; the name of the date there. */
	private String told(MimeMessage message, String method, int sequence) throws Exception {
		ICalendar calendar = Biweekly.parse(calendar(message)).first();
		this.story
			.add(calendar.getMethod().getValue() + " " + calendar.getEvents().getFirst().getSequence().getValue());
		assertThat(this.story.getLast()).isEqualTo(method + " " + sequence);
		return calendar.getEvents().getFirst().getUid().getValue();
	}

	/** Her calendar answers, by mail. */
	private void answers(MimeMessage invitation, String said) throws Exception {
		String reply = calendar(invitation).replace("\r\n ", "")
			.replaceFirst("METHOD:[A-Z]+", "METHOD:REPLY")
			.replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=" + said);
		String message = "From: Ines <" + INES + ">\r\nTo: " + OURS + "\r\nSubject: " + said
				+ "\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset=UTF-8; method=REPLY\r\n"
				+ "Content-Transfer-Encoding: 8bit\r\n\r\n" + reply;
		MAIL.setUser(OURS, "nous", "mot de passe")
			.deliver(new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
		MailRound.read(this.rooms, MAIL.getImap().getPort(), "nous", "mot de passe");
		this.cast.flush();
		this.cast.forget();
	}

	private static String calendar(Part part) throws Exception {
		if (part.isMimeType("text/calendar")) {
			return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		if (part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				BodyPart one = parts.getBodyPart(i);
				String found = calendar(one);
				if (!found.isEmpty()) {
					return found;
				}
			}
		}
		return "";
	}

}
