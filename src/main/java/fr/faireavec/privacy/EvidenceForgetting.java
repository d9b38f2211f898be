package fr.faireavec.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.EvidenceExpiry.Due;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.privacy.ErasureNotices.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets evidence past its day, but only what the administration was told of a month
 * before under that very day, and nobody keeps. A date that moves meanwhile is announced
 * anew.
 */
@Component
class EvidenceForgetting {

	private static final Logger log = LoggerFactory.getLogger(EvidenceForgetting.class);

	private static final int BATCH = 500;

	private final List<EvidenceExpiry> expiries;

	private final ErasureNotices notices;

	private final Accounts accounts;

	private final Outbox outbox;

	private final TransactionOperations transactions;

	EvidenceForgetting(List<EvidenceExpiry> expiries, ErasureNotices notices, Accounts accounts, Outbox outbox,
			TransactionOperations transactions) {
		this.expiries = expiries.stream().sorted(Comparator.comparing(EvidenceExpiry::name)).toList();
		this.notices = notices;
		this.accounts = accounts;
		this.outbox = outbox;
		this.transactions = transactions;
	}

	List<EvidenceExpiry> kinds() {
		return this.expiries;
	}

	/**
	 * Says what comes to its day within a month, and takes back what no longer does.
	 * @return how many were announced
	 */
	int announce(Terms terms) {
		Integer announced = this.transactions.execute((status) -> {
			this.notices.releasePast(terms.today());
			int all = this.expiries.stream().mapToInt((expiry) -> announce(expiry, terms)).sum();
			if (all > 0) {
				tellEveryAdministrator(terms.today());
			}
			return all;
		});
		return (announced != null) ? announced : 0;
	}

	private int announce(EvidenceExpiry expiry, Terms terms) {
		LocalDate soon = terms.today().plus(Keeping.NOTICE);
		List<ErasureNotices.Hold> held = this.notices.holds();
		List<Due> due = expiry.due(terms, soon)
			.stream()
			.filter((one) -> held.stream()
				.noneMatch((hold) -> hold.parcoursId().equals(one.parcoursId()) && !hold.until().isBefore(soon)))
			.toList();
		List<Due> unsaid = new ArrayList<>(due);
		for (Notice notice : this.notices.ofKind(expiry.name())) {
			if (!unsaid.removeIf(notice::isAbout)) {
				this.notices.remove(notice.id());
			}
		}
		unsaid.forEach((one) -> this.notices.add(expiry.name(), one, terms.now()));
		return unsaid.size();
	}

	private void tellEveryAdministrator(LocalDate today) {
		this.accounts.heldAdministrators()
			.stream()
			.map((account) -> account.getPerson().getId())
			.forEach((id) -> this.outbox.post(Posting.of(NoticeLetter.NAME, id, id).apart(today.toString())));
	}

	/**
	 * Forgets one kind, parcours by parcours: one that cannot be forgotten leaves the
	 * others.
	 * @throws IllegalStateException afterwards, when some could not
	 */
	int forget(EvidenceExpiry expiry, Terms terms) {
		int all = 0;
		int failed = 0;
		for (Notice notice : this.notices.ofKind(expiry.name())) {
			if (notice.goesOn().isAfter(terms.today())) {
				continue;
			}
			try {
				all += forget(expiry, terms, notice);
			}
			catch (RuntimeException ex) {
				log.error("Could not forget {} of parcours {}", notice.kind(), notice.parcoursId(), ex);
				failed++;
			}
		}
		if (failed > 0) {
			throw new IllegalStateException(failed + " of " + expiry.name() + " could not be forgotten");
		}
		return all;
	}

	private int forget(EvidenceExpiry expiry, Terms terms, Notice notice) {
		int all = 0;
		int forgotten = BATCH;
		while (forgotten == BATCH) {
			Integer batch = this.transactions
				.execute((status) -> expiry.forget(terms, notice.parcoursId(), notice.dueOn(), BATCH));
			forgotten = (batch != null) ? batch : 0;
			all += forgotten;
		}
		this.transactions.executeWithoutResult((status) -> this.notices.remove(notice.id()));
		return all;
	}

}
