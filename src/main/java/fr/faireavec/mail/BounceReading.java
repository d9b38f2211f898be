package fr.faireavec.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;

import fr.faireavec.jobs.Job;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox that undeliverable letters come back to (faireavec.mail.bounces.*,
 * IMAP), and notes the addresses they come back from; what calendars answer there is
 * heard. What is about none of our letters is left there, read; what a mail server says
 * there is kept to be looked at.
 */
@Component
@ConditionalOnProperty("faireavec.mail.bounces.host")
class BounceReading implements Job {

	private static final Logger log = LoggerFactory.getLogger(BounceReading.class);

	private static final int AT_ONCE = 200;

	private final Mailbox mailbox;

	private final JdbcClient jdbc;

	private final Bounces bounces;

	private final StrayReports strays;

	private final LetterMark mark;

	private final ObjectProvider<CalendarReplies> replies;

	BounceReading(@Value("${faireavec.mail.bounces.protocol:imaps}") String protocol,
			@Value("${faireavec.mail.bounces.host}") String host, @Value("${faireavec.mail.bounces.port:-1}") int port,
			@Value("${faireavec.mail.bounces.user:}") String user,
			@Value("${faireavec.mail.bounces.password:}") String password,
			@Value("${faireavec.mail.bounces.folder:INBOX}") String folder, JdbcClient jdbc, Bounces bounces,
			StrayReports strays, LetterMark mark, ObjectProvider<CalendarReplies> replies) {
		this.mailbox = new Mailbox(protocol, host, port, user, password, folder);
		this.jdbc = jdbc;
		this.bounces = bounces;
		this.strays = strays;
		this.mark = mark;
		this.replies = replies;
	}

	@Override
	public String name() {
		return "mail-bounces";
	}

	@Override
	public Rhythm rhythm() {
		return new Rhythm.Every(Duration.ofMinutes(10));
	}

	@Override
	public void run() {
		try (Store store = this.mailbox.open()) {
			Folder folder = store.getFolder(this.mailbox.folder());
			folder.open(Folder.READ_WRITE);
			try {
				Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
				for (int i = 0; i < Math.min(unread.length, AT_ONCE); i++) {
					readAlone(unread[i]);
				}
			}
			finally {
				folder.close(true);
			}
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException("the mailbox of bounces cannot be read", ex);
		}
	}

	/**
	 * One that cannot be heard now is read again later; the others are not kept waiting.
	 */
	private void readAlone(Message message) throws MessagingException, IOException {
		try {
			read(message);
		}
		catch (RuntimeException ex) {
			log.error("A message of the mailbox could not be heard", ex);
			// Reading it was enough for the server to say it is read.
			message.setFlag(Flags.Flag.SEEN, false);
		}
	}

	private void read(Message message) throws MessagingException, IOException {
		MimeMessage beginning = MessageParts.beginning(message);
		boolean ours = DeliveryReport.read(beginning).map(this::note).orElse(false);
		if (!ours && DeliveryReport.isClaimedBy(beginning)) {
			this.strays.keep(beginning);
		}
		else if (!ours) {
			ours = CalendarParts.read(beginning)
				.map((answer) -> this.replies.stream().anyMatch((replies) -> replies.hear(answer)))
				.orElse(false);
		}
		message.setFlag(Flags.Flag.SEEN, true);
		if (ours) {
			message.setFlag(Flags.Flag.DELETED, true);
		}
	}

	/**
	 * Whether it is about a letter of ours, by its Message-ID or its mark. The last one
	 * somebody is sent remembers no address: there is nothing more to note.
	 */
	private boolean note(DeliveryReport report) {
		return this.jdbc.sql("""
				SELECT id, sent_to FROM letter
				WHERE message_id = ANY (:messages) OR id = ANY (:marked) LIMIT 1
				""")
			.param("messages", report.messageIds().toArray(String[]::new))
			.param("marked", this.mark.in(report.marked()).toArray(UUID[]::new))
			.query((row, n) -> {
				UUID letterId = row.getObject("id", UUID.class);
				String address = row.getString("sent_to");
				if (report.isForGood() && address != null) {
					log.info("Letter {} came back: {}", letterId, report.status());
					this.bounces.record(address, report.status(), report.reason(), letterId);
				}
				return true;
			})
			.optional()
			.orElse(false);
	}

	/** Where undeliverable letters come back to. */
	private record Mailbox(String protocol, String host, int port, String user, String password, String folder) {

		Store open() throws MessagingException {
			Properties settings = new Properties();
			for (String name : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
				settings.setProperty("mail." + this.protocol + "." + name, "20000");
			}
			settings.setProperty("mail." + this.protocol + ".ssl.checkserveridentity", "true");
			Store store = Session.getInstance(settings).getStore(this.protocol);
			store.connect(this.host, this.port, this.user, this.password);
			return store;
		}

		@Override
		public String toString() {
			return this.protocol + "://" + this.host;
		}

	}

}
