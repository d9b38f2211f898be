package fr.faireavec.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.files.StoredFiles;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.passes.Pass;
import fr.faireavec.passes.Passes;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks whoever can be recognised whether they agree to be shown, and hears what they say:
 * by a link of theirs, without an account, or by a form signed on paper. What was given
 * is taken back at any time, by the same link or by whoever asked.
 */
@Component
@Transactional
public class Authorising {

	/** How long a link waits for an answer. */
	public static final Duration LIFE = Duration.ofDays(30);

	static final String PURPOSE = "evidence.authorisation";

	private final EvidencePieces pieces;

	private final Authorisations authorisations;

	private final StoredFiles files;

	private final Passes passes;

	private final BaseUrl base;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Authorising(EvidencePieces pieces, Authorisations authorisations, StoredFiles files, Passes passes, BaseUrl base,
			ApplicationEventPublisher events, Clock clock) {
		this.pieces = pieces;
		this.authorisations = authorisations;
		this.files = files;
		this.passes = passes;
		this.base = base;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Asks somebody. Asked the same again, their link only opens for longer; asked
	 * something else, what they said before counts no more.
	 * @throws Refusal when nobody can be recognised there, or it cannot be asked like
	 * that
	 */
	public UUID ask(UUID parcoursId, UUID actionId, UUID pieceId, AuthorisationTerms terms) {
		EvidencePiece piece = this.pieces.of(parcoursId, actionId, pieceId).orElseThrow(NotFound::new);
		EvidenceKeeping.requireOpen(piece.getAction(), this.clock);
		LocalDate today = parcours(piece).today(this.clock);
		Instant now = this.clock.instant();
		Optional<Authorisation> before = this.authorisations.of(pieceId, terms.person());
		if (before.isPresent() && before.get().getTerms().equals(terms) && isOpen(before.get(), today)) {
			if (before.get().getAnswer() == null) {
				this.passes.giveGuest(PURPOSE, before.get().getId(), pieceId, now.plus(LIFE));
			}
			return before.get().getId();
		}
		Authorisation authorisation = before.orElseGet(() -> new Authorisation(Ids.next(), piece, terms, today, now));
		before.ifPresent((one) -> one.askAgain(terms, today, now));
		this.authorisations.saveAndFlush(authorisation);
		this.passes.giveGuest(PURPOSE, authorisation.getId(), pieceId, now.plus(LIFE));
		note("authorisation.asked", authorisation,
				Changes.none()
					.note("purposes", null, words(terms.purposes()))
					.note("supports", null, words(terms.supports()))
					.note("until", null, terms.until())
					.note("minor", null, terms.minor() ? true : null));
		return authorisation.getId();
	}

	private static boolean isOpen(Authorisation authorisation, LocalDate today) {
		return authorisation.getAnswer() == null || authorisation.stands(today);
	}

	/** The link of somebody who was asked, while it opens. */
	@Transactional(readOnly = true)
	public Optional<String> address(UUID authorisationId, UUID pieceId) {
		return this.passes.held(PURPOSE, authorisationId, pieceId).map((token) -> this.base.of(path(token)));
	}

	/** The path a link leads to. */
	public static String path(String token) {
		return "/autorisation/" + token;
	}

	/** What somebody with a link is asked; empty when it leads nowhere, or no more. */
	@Transactional(readOnly = true)
	public Optional<Demand> find(String token) {
		return this.passes.find(PURPOSE, token)
			.map(Pass::holderId)
			.flatMap(this.authorisations::whole)
			.map(this::demand);
	}

	private Demand demand(Authorisation authorisation) {
		EvidencePiece piece = authorisation.getPiece();
		LocalDate today = parcours(piece).today(this.clock);
		return new Demand(authorisation.getId(), authorisation.getTerms(),
				piece.getAction().getEnrolment().getStructure().getName(), parcours(piece).getName(),
				piece.getAction().getTitle(), piece.getKind(), authorisation.getAnswer(), authorisation.stands(today),
				authorisation.getUntil().isBefore(today));
	}

	/** What the demand is about, as it is shown to whoever is asked. */
	@Transactional(readOnly = true)
	public Optional<EvidenceFile> file(String token) {
		return this.passes.find(PURPOSE, token)
			.map(Pass::holderId)
			.flatMap(this.authorisations::whole)
			.map(Authorisation::getPiece)
			.flatMap((piece) -> Optional.ofNullable(piece.getFile())
				.flatMap(this.files::find)
				.map((content) -> new EvidenceFile(piece.getKind(), content)));
	}

	/**
	 * Somebody agrees by their link, which from now on opens until the last day.
	 * @param by who they are
	 */
	public void give(String token, String by) {
		Authorisation authorisation = held(token);
		Parcours parcours = parcours(authorisation.getPiece());
		authorisation.give(by, parcours.today(this.clock), this.clock.instant());
		this.authorisations.saveAndFlush(authorisation);
		lengthen(authorisation);
		note("authorisation.given", authorisation, Changes.none().note("until", null, authorisation.getUntil()));
	}

	/** Somebody says no by their link, or takes back what they gave. */
	public void decline(String token) {
		decline(held(token));
	}

	private Authorisation held(String token) {
		Pass pass = this.passes.find(PURPOSE, token).orElseThrow(NotFound::new);
		this.passes.noteUse(pass);
		return this.authorisations.whole(pass.holderId()).orElseThrow(NotFound::new);
	}

	/**
	 * A form signed on paper came back.
	 * @param picture of its page, drawn anew
	 * @throws Refusal when its last day is over
	 */
	public void giveOnPaper(UUID parcoursId, UUID actionId, UUID pieceId, UUID id, byte[] picture) {
		Authorisation authorisation = of(parcoursId, actionId, pieceId, id);
		EvidenceKeeping.requireOpen(authorisation.getPiece().getAction(), this.clock);
		authorisation.giveOnPaper(this.files.keep(picture), parcours(authorisation.getPiece()).today(this.clock),
				this.clock.instant());
		this.authorisations.saveAndFlush(authorisation);
		lengthen(authorisation);
		note("authorisation.paper", authorisation, Changes.none().note("until", null, authorisation.getUntil()));
	}

	/** Whoever agreed may take it back by the same link as long as it counts. */
	private void lengthen(Authorisation authorisation) {
		EvidencePiece piece = authorisation.getPiece();
		this.passes.giveGuest(PURPOSE, authorisation.getId(), piece.getId(),
				authorisation.getUntil().plusDays(1).atStartOfDay(parcours(piece).getZone()).toInstant());
	}

	/**
	 * Whoever asked takes it back for somebody: what was given ends, what nobody answered
	 * is no longer asked. A refusal stays.
	 */
	public void withdraw(UUID parcoursId, UUID actionId, UUID pieceId, UUID id) {
		Authorisation authorisation = of(parcoursId, actionId, pieceId, id);
		if (authorisation.getAnswer() == Answer.GIVEN) {
			decline(authorisation);
		}
		else if (authorisation.getAnswer() == null) {
			this.passes.end(PURPOSE, id, pieceId);
			this.authorisations.delete(authorisation);
			this.authorisations.flush();
			note("authorisation.dropped", authorisation, Changes.none());
		}
	}

	private void decline(Authorisation authorisation) {
		boolean before = authorisation.getAnswer() == Answer.GIVEN;
		authorisation.decline(this.clock.instant());
		this.authorisations.saveAndFlush(authorisation);
		note(before ? "authorisation.withdrawn" : "authorisation.refused", authorisation, Changes.none());
	}

	private Authorisation of(UUID parcoursId, UUID actionId, UUID pieceId, UUID id) {
		return this.authorisations.whole(id)
			.filter((one) -> one.getPiece().getId().equals(pieceId)
					&& one.getPiece().getAction().getId().equals(actionId)
					&& parcours(one.getPiece()).getId().equals(parcoursId))
			.orElseThrow(NotFound::new);
	}

	private static Parcours parcours(EvidencePiece piece) {
		return piece.getAction().getEnrolment().getParcours();
	}

	private static String words(Set<?> several) {
		return several.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
	}

	/** A history keeps no name of whoever has no account. */
	private void note(String what, Authorisation authorisation, Changes changes) {
		LoggedAction action = authorisation.getPiece().getAction();
		this.events.publishEvent(new Noted(what, authorisation.getId(), action.getEnrolment().getParcours().getId(),
				action.getTitle(), changes));
	}

	/**
	 * What somebody is asked.
	 *
	 * @param answer what they said, if they did
	 * @param stands whether they agreed and that counts today
	 * @param over whether its last day is over
	 */
	public record Demand(UUID id, AuthorisationTerms terms, String structure, String parcours, String action,
			PieceKind kind, @Nullable Answer answer, boolean stands, boolean over) {
	}

}
