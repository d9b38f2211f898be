package fr.faireavec.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.time.Clock;
import java.util.Date;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.EmailAddress;
import fr.faireavec.kernel.OneLine;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands letters to the mail server of spring.mail.*. */
class SmtpPostman implements Postman {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final JavaMailSender sender;

	private final MailAddresses addresses;

	private final BaseUrl base;

	private final LetterMark mark;

	private final Clock clock;

	SmtpPostman(JavaMailSender sender, MailAddresses addresses, BaseUrl base, LetterMark mark, Clock clock) {
		this.sender = sender;
		this.addresses = addresses;
		this.base = base;
		this.mark = mark;
		this.clock = clock;
	}

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public Delivery deliver(Mail mail) {
		MimeMessage message;
		try {
			message = written(mail);
		}
		catch (AddressException ex) {
			return new Delivery.Refused("5.1.3", "not an address: " + OneLine.of(String.valueOf(ex.getMessage())));
		}
		catch (MessagingException ex) {
			return new Delivery.Later("could not be put together: " + OneLine.of(String.valueOf(ex.getMessage())),
					false);
		}
		try {
			this.sender.send(message);
			return new Delivery.Accepted();
		}
		catch (MailSendException ex) {
			Exception[] each = ex.getMessageExceptions();
			return SmtpAnswer.read((each != null && each.length > 0) ? each[0] : ex);
		}
		catch (MailException ex) {
			// Wrong credentials, no encryption offered: a setting to mend, not this
			// letter.
			return SmtpAnswer.nobodyThere(ex);
		}
	}

	private MimeMessage written(Mail mail) throws MessagingException {
		SMTPMessage message = new SMTPMessage(session());
		message.setEnvelopeFrom(this.addresses.envelope(this.mark.of(mail.letterId())));
		message.setFrom(address(this.addresses.from(), this.addresses.name()));
		String answers = answers(mail);
		if (answers != null) {
			message.setReplyTo(new InternetAddress[] { new InternetAddress(answers, true) });
		}
		message.setRecipient(MimeMessage.RecipientType.TO, address(mail.address(), mail.name()));
		message.setSubject(mail.subject(), UTF_8);
		message.setSentDate(Date.from(this.clock.instant()));
		message.setHeader("Message-ID", mail.messageId());
		message.setHeader(LetterMark.HEADER, this.mark.of(mail.letterId()));
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("X-Auto-Response-Suppress", "All");
		message.setHeader("Content-Language", "fr");
		message.setHeader("List-Id", "<" + mail.kind() + "." + this.base.host() + ">");
		if (mail.optional()) {
			message.setHeader("List-Unsubscribe", "<" + this.base.of("/mon-compte/notifications") + ">");
		}
		message.setContent(content(mail));
		return message;
	}

	/**
	 * What calendars read is one of the ways to read the letter; some programs look for a
	 * file beside it instead. Of several dates calendars understand one at a time: they
	 * are beside it only.
	 */
	private static MimeMultipart content(Mail mail) throws MessagingException {
		MimeMultipart ways = new MimeMultipart("alternative");
		ways.addBodyPart(part(mail.text(), "text/plain"));
		ways.addBodyPart(part(mail.html(), "text/html"));
		List<Letter.Calendar> calendars = mail.calendars();
		if (calendars.isEmpty()) {
			return ways;
		}
		if (calendars.size() == 1) {
			ways.addBodyPart(calendar(calendars.getFirst()));
		}
		MimeBodyPart read = new MimeBodyPart();
		read.setContent(ways);
		MimeMultipart all = new MimeMultipart("mixed", read);
		for (Letter.Calendar calendar : calendars) {
			MimeBodyPart file = calendar(calendar);
			file.setFileName(calendar.name() + ".ics");
			file.setDisposition(Part.ATTACHMENT);
			all.addBodyPart(file);
		}
		return all;
	}

	private static MimeBodyPart calendar(Letter.Calendar calendar) throws MessagingException {
		return part(calendar.file(), "text/calendar; method=" + calendar.method());
	}

	// Base64 survives every relay; quoted-printable breaks in some versions of Outlook.
	private static MimeBodyPart part(String content, String type) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setContent(content.replaceAll("\\r?\\n", "\r\n"), type + "; charset=UTF-8");
		part.setHeader("Content-Transfer-Encoding", "base64");
		return part;
	}

	/** What is no address is no header either: answers go where they usually do. */
	private @Nullable String answers(Mail mail) {
		String own = mail.answers();
		return (own != null && EmailAddress.isOne(own)) ? own : this.addresses.replyTo();
	}

	private static InternetAddress address(String address, String name) throws MessagingException {
		if (!EmailAddress.isOne(address)) {
			throw new AddressException("not an address we write to");
		}
		InternetAddress made = new InternetAddress(address, true);
		try {
			made.setPersonal(OneLine.of(name), UTF_8);
		}
		catch (java.io.UnsupportedEncodingException impossible) {
			throw new IllegalStateException(impossible);
		}
		return made;
	}

	private Session session() {
		return this.sender.createMimeMessage().getSession();
	}

}
