package fr.faireavec.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** The leaves of a message somebody sent, however deep it is and however long. */
final class MessageParts {

	private static final int DEEPEST = 5;

	private static final int MOST = 50;

	private static final int LONGEST = 100_000;

	private static final int LONGEST_MESSAGE = 1_000_000;

	private MessageParts() {
	}

	/**
	 * The beginning of a message of some mailbox, to be read here: servers cut messages
	 * into parts each in its own way.
	 */
	static MimeMessage beginning(Message message) throws MessagingException, IOException {
		ByteArrayOutputStream beginning = new ByteArrayOutputStream();
		message.writeTo(new OutputStream() {

			@Override
			public void write(int one) {
				if (beginning.size() < LONGEST_MESSAGE) {
					beginning.write(one);
				}
			}

			@Override
			public void write(byte[] bytes, int from, int length) {
				beginning.write(bytes, from, Math.clamp(LONGEST_MESSAGE - beginning.size(), 0, length));
			}

		});
		return new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(beginning.toByteArray()));
	}

	static List<Part> of(Part whole) throws MessagingException, IOException {
		List<Part> leaves = new ArrayList<>();
		gather(whole, 0, leaves);
		return leaves;
	}

	private static void gather(Part part, int depth, List<Part> leaves) throws MessagingException, IOException {
		if (depth > DEEPEST || leaves.size() >= MOST) {
			return;
		}
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < Math.min(parts.getCount(), MOST); i++) {
				gather(parts.getBodyPart(i), depth + 1, leaves);
			}
			return;
		}
		leaves.add(part);
	}

	/** The letter that comes back, or its headers. */
	static boolean isReturned(Part part) throws MessagingException {
		return part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")
				|| part.isMimeType("message/rfc822-headers") || part.isMimeType("message/global")
				|| part.isMimeType("message/global-headers");
	}

	/** Its beginning. */
	static byte[] bytes(Part part) throws IOException, MessagingException {
		try (InputStream content = part.getDataHandler().getInputStream()) {
			return content.readNBytes(LONGEST);
		}
	}

}
