package fr.faireavec.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import fr.faireavec.kernel.Sealing;
import fr.faireavec.mail.Leases.Lease;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, one letter after the other. May run at the same time here and on
 * other instances: each letter is leased to one of them. Holds no transaction while it
 * talks to the mail server.
 */
@Component
public class Dispatch {

	private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

	/** In what a mail server says; the log names nobody. */
	private static final Pattern ADDRESS = Pattern.compile("(?<![^\\s<>])[^\\s<>@]++@[^\\s<>]++");

	private final Leases leases;

	private final Map<String, LetterKind> kinds = new HashMap<>();

	private final Recipients recipients;

	private final NotificationChoices choices;

	private final Bounces bounces;

	private final WeeklyGathering weekly;

	private final LetterLook look;

	private final Postman postman;

	private final Sealing sealing;

	Dispatch(Leases leases, ObjectProvider<LetterKind> kinds, Recipients recipients, NotificationChoices choices,
			Bounces bounces, WeeklyGathering weekly, LetterLook look, Postman postman, Sealing sealing) {
		this.leases = leases;
		kinds.stream().forEach((kind) -> {
			if (this.kinds.put(kind.name(), kind) != null) {
				throw new IllegalStateException("two kinds of letters are called " + kind.name());
			}
		});
		this.recipients = recipients;
		this.choices = choices;
		this.bounces = bounces;
		this.weekly = weekly;
		this.look = look;
		this.postman = postman;
		this.sealing = sealing;
	}

	/**
	 * Sends until nothing is due, or nobody takes letters.
	 * @return how many left
	 */
	public int sendDue() {
		int sent = 0;
		while (this.postman.isReady() && !Thread.currentThread().isInterrupted()) {
			Optional<Lease> lease = this.leases.next();
			if (lease.isEmpty()) {
				return sent;
			}
			Delivery delivery = send(lease.get());
			if (delivery instanceof Delivery.Accepted) {
				sent++;
			}
			if (delivery instanceof Delivery.Later later && later.nobodyThere()) {
				log.warn("The mail server does not answer, letters wait: {}", unaddressed(later.reason()));
				return sent;
			}
		}
		return sent;
	}

	private @Nullable Delivery send(Lease lease) {
		if (lease.attempts() > Patience.ATTEMPTS) {
			this.leases.dead(lease, null, "cut off at each of its attempts");
			return null;
		}
		Mail mail;
		try {
			mail = prepared(lease);
		}
		catch (RuntimeException ex) {
			log.error("Letter {} ({}) could not be written", lease.id(), lease.kind(), ex);
			this.leases.later(lease, "could not be written: " + ex.getClass().getSimpleName());
			return null;
		}
		if (mail == null) {
			return null;
		}
		Delivery delivery = this.postman.deliver(mail);
		switch (delivery) {
			case Delivery.Accepted accepted -> {
				this.leases.sent(lease, mail.address());
				this.bounces.clear(mail.address());
				forgetLast(lease);
			}
			case Delivery.Refused refused -> {
				log.warn("Letter {} refused for good: {} {}", lease.id(), refused.status(),
						unaddressed(refused.reason()));
				this.leases.dead(lease, mail.address(), refused.status() + " " + refused.reason());
				if (!forgetLast(lease)) {
					this.bounces.record(mail.address(), refused.status(), refused.reason(), lease.id());
				}
			}
			case Delivery.Later later -> {
				log.info("Letter {} will be tried again: {}", lease.id(), unaddressed(later.reason()));
				this.leases.later(lease, later.reason());
			}
		}
		return delivery;
	}

	static String unaddressed(String words) {
		return ADDRESS.matcher(words).replaceAll("…");
	}

	/** Nobody is written to there any more, and no answer is waited for. */
	private boolean forgetLast(Lease lease) {
		LetterKind kind = this.kinds.get(lease.kind());
		boolean last = kind != null && kind.isLast();
		if (last) {
			this.leases.forgetAddress(lease);
		}
		return last;
	}

	/** The letter in its look; null when it is already settled otherwise. */
	private @Nullable Mail prepared(Lease lease) {
		LetterKind kind = this.kinds.get(lease.kind());
		if (kind == null) {
			this.leases.dead(lease, null, "nobody writes « " + lease.kind() + " » any more");
			return null;
		}
		Envelope envelope = envelope(lease);
		if (envelope == null) {
			this.leases.dead(lease, null, "no address to write to");
			return null;
		}
		if (!kind.stillDue(envelope)) {
			this.leases.obsolete(lease, "no longer due");
			return null;
		}
		if (kind.isOptional() && this.choices.refuses(lease.recipientId(), kind.name())) {
			this.leases.obsolete(lease, "chosen not to receive");
			return null;
		}
		if (this.weekly.takes(lease, kind)) {
			return null;
		}
		return this.look.dress(kind.render(envelope), kind, envelope, lease.messageId(), lease.toGuest());
	}

	private @Nullable Envelope envelope(Lease lease) {
		Optional<Recipients.Recipient> recipient = this.recipients.find(lease.recipientId());
		String elsewhere = lease.address();
		String address = (elsewhere != null) ? elsewhere : recipient.map(Recipients.Recipient::address).orElse(null);
		if (address == null) {
			return null;
		}
		String secret = lease.secret();
		// Elsewhere than where they are known to read, nobody is called by their name.
		Optional<Recipients.Recipient> reader = recipient.filter((known) -> known.address().equalsIgnoreCase(address));
		return new Envelope(lease.id(), lease.recipientId(), reader.map(Recipients.Recipient::name).orElse(""),
				reader.map(Recipients.Recipient::givenName).orElse(""), address.toLowerCase(Locale.ROOT),
				lease.subjectId(), (secret != null) ? this.sealing.open(secret) : null, lease.postedAt());
	}

}
