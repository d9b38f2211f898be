package fr.faireavec.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Sealing;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People set up an application of one-time codes, and show its codes. */
@Component
@Transactional
public class CodeKeeping {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** Without the letters and digits people take for one another. */
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int RECOVERY_CODES = 10;

	/** 138 random bits. */
	private static final int RECOVERY_LENGTH = 28;

	/** Of codes drawn before, which still open. */
	private static final int FORMER_LENGTH = 24;

	private final Authenticators authenticators;

	private final RecoveryCodes recovery;

	private final OneTimeCode codes;

	private final Failures failures;

	private final StrongMeans means;

	private final Sealing sealing;

	private final OwnerNotice notice;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CodeKeeping(Authenticators authenticators, RecoveryCodes recovery, OneTimeCode codes, Failures failures,
			StrongMeans means, Sealing sealing, OwnerNotice notice, ApplicationEventPublisher events, Clock clock) {
		this.authenticators = authenticators;
		this.recovery = recovery;
		this.codes = codes;
		this.failures = failures;
		this.means = means;
		this.sealing = sealing;
		this.notice = notice;
		this.events = events;
		this.clock = clock;
	}

	/** A new secret, which counts for nothing until its first code is right. */
	public void start(Viewer viewer) {
		this.authenticators.of(viewer.accountId()).ifPresent((known) -> {
			if (known.isConfirmed()) {
				throw new Refusal("factors.authenticator.already");
			}
			this.authenticators.delete(known);
			this.authenticators.flush();
		});
		this.authenticators.saveAndFlush(new Authenticator(Ids.next(), viewer.accountId(),
				this.sealing.seal(this.codes.drawSecret()), this.clock.instant()));
	}

	/** The secret being set up, in Base32. */
	@Transactional(readOnly = true)
	public String secret(Viewer viewer) {
		return this.authenticators.of(viewer.accountId())
			.filter((started) -> !started.isConfirmed())
			.map((started) -> this.sealing.open(started.sealedSecret()))
			.orElseThrow(NotFound::new);
	}

	/**
	 * The application works: from now on its codes are asked for.
	 * @return the recovery codes, shown this once
	 */
	public List<String> confirm(Viewer viewer, String code) {
		Authenticator started = this.authenticators.held(viewer.accountId())
			.filter((one) -> !one.isConfirmed())
			.orElseThrow(NotFound::new);
		if (!isRight(started, code)) {
			throw Refusal.of("code", "factors.code.wrong");
		}
		started.confirm(this.clock.instant());
		tell("account.authenticatorAdded", viewer);
		return drawRecoveryCodes(viewer.accountId());
	}

	/** New recovery codes; the old ones are worth nothing any more. */
	public List<String> renewRecoveryCodes(Viewer viewer) {
		if (!this.means.of(viewer.accountId()).authenticator()) {
			throw new NotFound();
		}
		tell("account.recoveryCodesRenewed", viewer);
		return drawRecoveryCodes(viewer.accountId());
	}

	/**
	 * @throws Refusal when it is the last strong means of somebody who must have one
	 */
	public void remove(Viewer viewer) {
		if (this.authenticators.of(viewer.accountId()).isEmpty()) {
			throw new NotFound();
		}
		this.means.refuseLosingTheLast(viewer, StrongMeans.Kind.AUTHENTICATOR);
		this.authenticators.forget(viewer.accountId());
		this.recovery.forget(viewer.accountId());
		tell("account.authenticatorRemoved", viewer);
	}

	/**
	 * Whether this is the application's code of the moment, or a recovery code not used
	 * yet; either is taken once.
	 * @throws Refusal after too many wrong ones, for a while
	 */
	public boolean shows(Viewer viewer, String code) {
		UUID account = viewer.accountId();
		this.failures.refuseTooMany(account);
		boolean right = this.authenticators.held(account)
			.filter(Authenticator::isConfirmed)
			.filter((known) -> isRight(known, code))
			.isPresent() || isRecoveryCode(viewer, code);
		this.failures.note(account, right);
		return right;
	}

	private boolean isRight(Authenticator authenticator, String code) {
		boolean right = this.codes.step(this.sealing.open(authenticator.sealedSecret()), code)
			.stream()
			.anyMatch(authenticator::take);
		if (right) {
			this.sealing.sealedAnew(authenticator.sealedSecret()).ifPresent(authenticator::keep);
		}
		return right;
	}

	private boolean isRecoveryCode(Viewer viewer, String code) {
		String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
		if ((plain.length() != RECOVERY_LENGTH && plain.length() != FORMER_LENGTH)
				|| !takes(viewer.accountId(), plain)) {
			return false;
		}
		tell("account.recoveryCodeUsed", viewer);
		return true;
	}

	/** Also a code drawn under the installation's former secret. */
	private boolean takes(UUID account, String code) {
		return Stream
			.concat(Stream.of(fingerprint(account, code)),
					this.sealing.formerFingerprint(purpose(account), code).stream())
			.anyMatch((one) -> this.recovery.use(account, one, this.clock.instant()) > 0);
	}

	private List<String> drawRecoveryCodes(UUID accountId) {
		this.recovery.forget(accountId);
		List<String> drawn = new ArrayList<>();
		for (int n = 0; n < RECOVERY_CODES; n++) {
			StringBuilder code = new StringBuilder();
			for (int i = 0; i < RECOVERY_LENGTH; i++) {
				code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
			}
			this.recovery.save(new RecoveryCode(Ids.next(), accountId, fingerprint(accountId, code.toString())));
			drawn.add(code.toString().replaceAll("(.{4})(?=.)", "$1-"));
		}
		return drawn;
	}

	private String fingerprint(UUID accountId, String code) {
		return this.sealing.fingerprint(purpose(accountId), code);
	}

	private static String purpose(UUID accountId) {
		return "recovery code of " + accountId;
	}

	private void tell(String what, Viewer viewer) {
		this.events.publishEvent(new Noted(what, viewer.personId(), null, viewer.name()));
		this.notice.post(viewer, what);
		this.events.publishEvent(new WaysInChanged(viewer.personId(), WaysInChanged.Reason.FACTORS));
	}

}
