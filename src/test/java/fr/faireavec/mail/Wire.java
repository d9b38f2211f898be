package fr.faireavec.mail;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import fr.faireavec.kernel.BaseUrl;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jsoup.Jsoup;

import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A letter as a mail program receives it, written down so that two of them can be
 * compared.
 */
public final class Wire {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private static final Pattern MOMENT = Pattern.compile("[0-9]{8}T[0-9]{6}Z");

	private Wire() {
	}

	/** The whole message: ids and moments by what they are, each part decoded. */
	public static String of(ApplicationContext context, LetterKind kind, Envelope envelope) throws Exception {
		Mail mail = context.getBean(LetterLook.class)
			.dress(kind.render(envelope), kind, envelope, "<lettre@faireavec.example>", false);
		AtomicReference<MimeMessage> sent = new AtomicReference<>();
		JavaMailSenderImpl sender = new JavaMailSenderImpl() {
			@Override
			public void send(MimeMessage message) {
				sent.set(message);
			}
		};
		Delivery delivery = new SmtpPostman(sender,
				MailAddresses.of("lettres@faireavec.example", "Apes, le réseau", "", "retours@faireavec.example"),
				context.getBean(BaseUrl.class), context.getBean(LetterMark.class), context.getBean(Clock.class))
			.deliver(mail);
		if (!(delivery instanceof Delivery.Accepted)) {
			throw new AssertionError(delivery);
		}
		MimeMessage message = sent.get();
		message.saveChanges();
		StringBuilder written = new StringBuilder();
		for (String header : new String[] { "From", "To", "Auto-Submitted", "List-Id", "List-Unsubscribe" }) {
			String[] values = message.getHeader(header);
			if (values != null) {
				written.append(header).append(": ").append(MimeUtility.decodeText(values[0])).append('\n');
			}
		}
		written.append("Subject: ").append(message.getSubject()).append('\n');
		write(message, "", written);
		return named(written.toString()
			.replaceAll("/presence/[\\w-]+", "/presence/(lien)")
			.replace(context.getBean(BaseUrl.class).of(""), "https://faireavec.example"));
	}

	private static void write(Part part, String indent, StringBuilder written) throws Exception {
		String type = part.getContentType()
			.replaceAll("\\s*boundary=\"?[^\";]*\"?;?", "")
			.replaceAll("\\s+", " ")
			.replaceAll(";\\s*$", "");
		written.append(indent).append("-- ").append(type);
		if (part instanceof BodyPart && part.getHeader("Content-Transfer-Encoding") != null) {
			written.append(", ").append(part.getHeader("Content-Transfer-Encoding")[0]);
		}
		if (part.getFileName() != null) {
			written.append(", ").append(part.getDisposition()).append(' ').append(part.getFileName());
		}
		written.append('\n');
		Object content = part.getContent();
		if (content instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				write(parts.getBodyPart(i), indent + "  ", written);
			}
			return;
		}
		String text = (content instanceof InputStream bytes) ? new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
				: content.toString();
		text = type.startsWith("text/calendar") ? text.replace("\r\n ", "") : text;
		String shown = type.startsWith("text/html") ? Jsoup.parse(text).body().text()
				: text.replace("\r\n", "\n").strip();
		shown.lines().forEach((line) -> written.append(indent).append("   ").append(line).append('\n'));
	}

	private static String named(String text) {
		Map<String, String> names = new HashMap<>();
		String ids = ID.matcher(text)
			.replaceAll((MatchResult id) -> names.computeIfAbsent(id.group(),
					(known) -> "(id " + (names.size() + 1) + ")"));
		return MOMENT.matcher(ids).replaceAll("(moment)");
	}

}
