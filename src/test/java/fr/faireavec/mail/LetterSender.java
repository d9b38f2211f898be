package fr.faireavec.mail;

import java.time.Duration;
import java.util.Map;

/**
 * The mail room in a JVM of its own, to be killed: sends whatever is due until then. Its
 * clock is set forward, so that leases of those killed before have run out.
 */
final class LetterSender {

	private LetterSender() {
	}

	public static void main(String[] args) throws InterruptedException {
		PostOffice.Address database = new PostOffice.Address(args[0], args[1], args[2]);
		boolean careless = args.length > 5;
		PostOffice[] office = new PostOffice[1];
		office[0] = PostOffice.smtp(database, Map.of(), PostOffice.sender(Integer.parseInt(args[3])),
				new PostOffice.Hello() {
					@Override
					public Letter render(Envelope envelope) {
						if (careless) {
							office[0].jdbc
								.sql("UPDATE letter SET state = 'SENT', leased_until = NULL, settled_at = posted_at, "
										+ "secret = NULL WHERE id = :id")
								.param("id", envelope.letterId())
								.update();
						}
						return super.render(envelope);
					}
				});
		office[0].clock.moveTo(office[0].clock.instant().plus(Duration.ofHours(Long.parseLong(args[4]))));
		System.out.println("READY");
		while (true) {
			office[0].send();
			Thread.sleep(5);
		}
	}

}
