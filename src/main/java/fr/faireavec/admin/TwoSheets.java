package fr.faireavec.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.accounts.Account;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.KnownNames;
import fr.faireavec.accounts.KnownNames.KnownName;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.PersonalDataHolder.Obstacle;
import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetHolder.Settling;
import fr.faireavec.kernel.SheetHolder.Share;
import fr.faireavec.kernel.SheetRows;
import fr.faireavec.kernel.SheetRows.Two;
import fr.faireavec.kernel.Warning;
import fr.faireavec.kernel.Zones;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reuniting two sheets would do, asked of every room in one statement. */
@Component
@Transactional(readOnly = true)
public class TwoSheets {

	private final List<SheetHolder> holders;

	private final People people;

	private final Accounts accounts;

	private final KnownNames names;

	private final Everybody everybody;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	TwoSheets(List<SheetHolder> holders, People people, Accounts accounts, KnownNames names, Everybody everybody,
			JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.holders = List.copyOf(holders);
		this.people = people;
		this.accounts = accounts;
		this.names = names;
		this.everybody = everybody;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * @throws NotFound for one and the same, an erased one, or one reunited already
	 */
	public Prospect of(UUID keptId, UUID givenId) {
		Sheet kept = sheet(keptId);
		Sheet given = sheet(givenId);
		if (keptId.equals(givenId)) {
			throw new NotFound();
		}
		Two two = new Two(givenId, keptId, given.account(), kept.account());
		List<Share> shares = all(SheetHolder::shares).toList();
		List<Settling> settlings = all(SheetHolder::settlings).toList();
		List<Obstacle> obstacles = all(SheetHolder::obstacles).toList();
		List<String> questions = new ArrayList<>();
		shares.forEach((share) -> questions.add(share.sql()));
		settlings.forEach((settling) -> questions.add(named(settling.sql())));
		obstacles.forEach((obstacle) -> questions.add(named(obstacle.sql())));
		Iterator<List<Thing>> answers = answers(questions, two).iterator();
		List<Move> moves = shares.stream()
			.map((share) -> new Move(share.what(), answers.next()))
			.filter((move) -> !move.things().isEmpty())
			.toList();
		List<Line> settled = settlings.stream().flatMap((settling) -> lines(settling.how(), answers.next())).toList();
		List<Line> first = obstacles.stream()
			.flatMap((obstacle) -> lines(obstacle.messageKey(), answers.next()))
			.toList();
		return new Prospect(kept, given, moves, settled, first, mandatedIn(List.of(keptId, givenId)));
	}

	private List<UUID> mandatedIn(List<UUID> both) {
		return this.jdbc.sql("""
				SELECT DISTINCT e.parcours_id FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
				WHERE m.person_id IN (:both) ORDER BY 1""")
			.param("both", both)
			.query((row, n) -> row.getObject(1, UUID.class))
			.list();
	}

	private Sheet sheet(UUID personId) {
		Person person = this.people.findById(personId)
			.filter((one) -> !one.isErased() && !one.isReunited())
			.orElseThrow(NotFound::new);
		Account account = this.accounts.ofPerson(personId).orElse(null);
		return new Sheet(personId, person.getVersion(), person.getName(), person.getEmail(),
				(account != null) ? account.getId() : null, (account != null) ? account.getRole() : null,
				standing(account), this.names.of(personId).stream().map(TwoSheets::called).toList(),
				this.everybody.places(personId));
	}

	private static Called called(KnownName known) {
		return new Called(known.name().given() + " " + known.name().family(), known.until() == null,
				known.vouched() ? null : LocalDate.ofInstant(known.since(), Zones.PARIS));
	}

	private static AccountStanding standing(@Nullable Account account) {
		if (account == null) {
			return AccountStanding.NONE;
		}
		if (account.isDisabled()) {
			return AccountStanding.CLOSED;
		}
		return account.hasPassword() || account.hasComeIn() ? AccountStanding.OPEN : AccountStanding.WAITING;
	}

	private static String named(String sql) {
		return "SELECT n.name, NULL::uuid FROM (" + sql + ") AS n (name)";
	}

	/** All of them in one statement. */
	private List<List<Thing>> answers(List<String> questions, Two two) {
		String all = questions.stream()
			.map((sql) -> "(SELECT json_agg(json_build_object('name', x.name, 'parcours', x.parcours))::text FROM ("
					+ sql + ") AS x (name, parcours))")
			.collect(Collectors.joining(", ", "SELECT ARRAY[", "]::text[]"));
		return this.jdbc.sql(all)
			.params(SheetRows.parameters(two, this.clock.instant()))
			.query((row, n) -> Arrays.<@Nullable String>asList((String[]) row.getArray(1).getArray()))
			.single()
			.stream()
			.map(this::things)
			.toList();
	}

	private List<Thing> things(@Nullable String answer) {
		return (answer == null) ? List.of() : List.of(this.json.readValue(answer, Thing[].class));
	}

	private static Stream<Line> lines(String key, List<Thing> things) {
		return things.stream().map((thing) -> new Line(key, thing.name()));
	}

	private <T> Stream<T> all(Function<SheetHolder, List<T>> part) {
		return this.holders.stream().flatMap((holder) -> part.apply(holder).stream());
	}

	/** One of the two. */
	public record Sheet(UUID id, int version, String name, @Nullable String email, @Nullable UUID account,
			@Nullable Role role, AccountStanding standing, List<Called> names, List<PersonSheet.Place> places) {

		public Sheet {
			names = List.copyOf(names);
			places = List.copyOf(places);
		}

		public boolean isClosed() {
			return this.standing == AccountStanding.CLOSED;
		}

		/**
		 * Since when it has a name of its owner's giving; null when others gave or
		 * confirmed it.
		 */
		public @Nullable LocalDate getSelfNamedOn() {
			return this.names.stream().filter(Called::now).findFirst().map(Called::selfGivenOn).orElse(null);
		}

		public List<String> getFormerNames() {
			return this.names.stream().filter((called) -> !called.now()).map(Called::name).toList();
		}

	}

	/**
	 * What somebody is, or was, called.
	 *
	 * @param selfGivenOn when they gave it themselves; null when somebody else gave or
	 * confirmed it
	 */
	public record Called(String name, boolean now, @Nullable LocalDate selfGivenOn) {
	}

	/** What a reader calls it, and the parcours whose history tells of it, if any. */
	public record Thing(String name, @Nullable UUID parcours) {
	}

	/** One kind of things that pass to the sheet that stays; its message key. */
	public record Move(String key, List<Thing> things) {

		public Move {
			things = List.copyOf(things);
		}

		public int count() {
			return this.things.size();
		}

	}

	/** A message key, and the thing it is about. */
	public record Line(String key, String about) {
	}

	/**
	 * What moves, what of it is settled how, and what must be done first.
	 *
	 * @param mandatedIn every parcours where one of the two has or had a mandate
	 */
	public record Prospect(Sheet kept, Sheet given, List<Move> moves, List<Line> settled, List<Line> first,
			List<UUID> mandatedIn) {

		public Prospect {
			moves = List.copyOf(moves);
			settled = List.copyOf(settled);
			first = List.copyOf(first);
			mandatedIn = List.copyOf(mandatedIn);
		}

		public boolean isPossible() {
			return this.first.isEmpty();
		}

		/**
		 * Where something passes from one to the other, and where those who run the
		 * parcours know the one that goes on.
		 */
		public Set<UUID> parcours() {
			Stream<@Nullable UUID> passing = this.moves.stream()
				.flatMap((move) -> move.things().stream())
				.map(Thing::parcours);
			return Stream.concat(passing.filter(Objects::nonNull), this.mandatedIn.stream())
				.collect(Collectors.toCollection(LinkedHashSet::new));
		}

		/** Whether whoever runs a parcours is told. */
		public boolean isTellsAnimation() {
			return !parcours().isEmpty();
		}

		/** The address that stays: its own, else that of the other. */
		public @Nullable String email() {
			return (this.kept.email() != null) ? this.kept.email() : this.given.email();
		}

		/**
		 * The role it takes from the other, if that is a higher one and its account is
		 * open.
		 */
		public @Nullable Role newRole() {
			Role other = this.given.isClosed() ? null : this.given.role();
			return (other != null && (this.kept.role() == null || other.compareTo(this.kept.role()) < 0)) ? other
					: null;
		}

		/**
		 * Whether what the sheet that stays was set up to come in with is forgotten too:
		 * it opens more by a first role, or at an address that was not its own.
		 */
		public boolean isAnew() {
			return this.kept.account() != null && ((this.kept.email() == null && this.given.email() != null)
					|| (this.kept.role() == null && newRole() != null));
		}

		/** What was shown: anything else is looked at again. */
		public String code() {
			return Warning.of("admin.reunion", toString()).code();
		}

	}

}
