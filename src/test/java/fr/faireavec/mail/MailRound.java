package fr.faireavec.mail;

import java.time.Clock;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Sealing;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters that really leave the application under test, and what comes back to it. */
public final class MailRound {

	private MailRound() {
	}

	/** Sends what is due to the mail server of that port of this machine. */
	public static int send(ApplicationContext rooms, int port) {
		Postman postman = new SmtpPostman(PostOffice.sender(port),
				MailAddresses.of("nous@faireavec.example", "Apes", "", ""), rooms.getBean(BaseUrl.class),
				rooms.getBean(LetterMark.class), rooms.getBean(Clock.class));
		return new Dispatch(rooms.getBean(Leases.class), rooms.getBeanProvider(LetterKind.class),
				rooms.getBean(Recipients.class), rooms.getBean(NotificationChoices.class), rooms.getBean(Bounces.class),
				rooms.getBean(WeeklyGathering.class), rooms.getBean(LetterLook.class), postman,
				rooms.getBean(Sealing.class))
			.sendDue();
	}

	/** Reads the mailbox that answers come to. */
	public static void read(ApplicationContext rooms, int port, String user, String password) {
		new BounceReading("imap", "127.0.0.1", port, user, password, "INBOX", rooms.getBean(JdbcClient.class),
				rooms.getBean(Bounces.class), rooms.getBean(StrayReports.class), rooms.getBean(LetterMark.class),
				rooms.getBeanProvider(CalendarReplies.class))
			.run();
	}

}
