package fr.faireavec.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import fr.faireavec.accounts.KnownNames;
import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalDataHolder.Change;
import fr.faireavec.kernel.PersonalDataHolder.FreeText;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Spellings;
import fr.faireavec.kernel.Spellings.Found;
import fr.faireavec.kernel.Spellings.Manner;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the texts that others wrote name somebody: line by line, to be looked at before
 * anything changes, and taken out of them by the rooms that hold them. Only texts of
 * parcours where the person sat, or of none.
 */
@Component
@Transactional
public class Mentions {

	private static final int CONTEXT = 60;

	/** Where a name does not fit in the column. */
	private static final String SHORT = "…";

	private final List<FreeText> texts;

	private final Subjects subjects;

	private final KnownNames known;

	private final JdbcClient jdbc;

	Mentions(List<PersonalDataHolder> holders, Subjects subjects, KnownNames known, JdbcClient jdbc) {
		this.texts = holders.stream().flatMap((holder) -> holder.texts().stream()).toList();
		this.subjects = subjects;
		this.known = known;
		this.jdbc = jdbc;
	}

	/** Every line that names them. */
	@Transactional(readOnly = true)
	public Look of(Subject subject) {
		return look(spots(subject));
	}

	private static Look look(List<Spot> spots) {
		Map<String, Mention> mentions = new LinkedHashMap<>();
		for (Spot spot : spots) {
			Mention mention = spot.mention();
			mentions.merge(mention.key(), mention, Mention::and);
		}
		return new Look(List.copyOf(mentions.values()));
	}

	/**
	 * Takes the name out of every line but those left out.
	 * @return how many places changed
	 * @throws Refusal when the lines are not those that were looked at any more
	 */
	int rewrite(Subject subject, Review review) {
		if (!review.isWhole() && review.reason().isBlank()) {
			throw Refusal.of("reason", "privacy.review.why");
		}
		List<Spot> spots = spots(subject);
		Set<String> keys = spots.stream().map((spot) -> spot.mention().key()).collect(Collectors.toSet());
		if (!look(spots).seal().equals(review.seal())) {
			throw new Refusal("privacy.review.changed");
		}
		if (!keys.containsAll(review.leftOut())) {
			throw new Refusal("privacy.review.unknown");
		}
		return rewrite(spots, (spot) -> !review.leftOut().contains(spot.mention().key()));
	}

	/**
	 * The same without anybody looking: by known names, where nobody else can be meant.
	 */
	int rewriteCertain(Subject subject) {
		return rewrite(spots(this.subjects.vouched(subject)), (spot) -> !spot.mention().doubtful());
	}

	/**
	 * The parcours in which somebody without an account is named so, as a guest, or under
	 * a mandate.
	 */
	Set<UUID> parcoursNaming(String name) {
		String wanted = Spellings.plain(name);
		Subject nobody = new Subject(new UUID(0, 0), null, Set.of(), Set.of(), Set.of(), Set.of());
		return read(nobody, FreeText::isName, "true").stream()
			.filter((row) -> row.parcoursId() != null && Spellings.plain(row.words()).equals(wanted))
			.map(Row::parcoursId)
			.collect(Collectors.toSet());
	}

	private int rewrite(List<Spot> spots, Predicate<Spot> which) {
		Map<Target, Map<Row, List<Found>>> rows = new LinkedHashMap<>();
		spots.stream()
			.filter(which)
			.forEach((spot) -> rows
				.computeIfAbsent(new Target(spot.row().text(), spot.row().id()), (target) -> new LinkedHashMap<>())
				.computeIfAbsent(spot.row(), (row) -> new ArrayList<>())
				.add(spot.found()));
		int places = 0;
		for (Map.Entry<Target, Map<Row, List<Found>>> row : rows.entrySet()) {
			Map<String, Change> parts = new HashMap<>();
			for (Map.Entry<Row, List<Found>> part : row.getValue().entrySet()) {
				parts.put(part.getKey().part(),
						new Change(part.getKey().words(), part.getKey().without(part.getValue())));
				places += part.getValue().size();
			}
			if (!this.texts.get(row.getKey().text()).rewriting().put(row.getKey().id(), parts)) {
				throw new Refusal("privacy.review.changed");
			}
		}
		return places;
	}

	private List<Spot> spots(Subject subject) {
		Spellings theirs = new Spellings(subject.names(), subject.addresses());
		Spellings all = subject.names().containsAll(subject.allNames()) ? theirs
				: new Spellings(subject.allNames(), subject.addresses());
		Spellings namesakes = new Spellings(this.known.namesakes(subject.personId()), List.of());
		List<Spot> spots = new ArrayList<>();
		for (Row row : read(subject, (text) -> true, "x.own OR x.parcours_id IS NULL OR x.parcours_id IN (:seats)")) {
			boolean about = row.own() && row.parcoursId() == null;
			List<Found> found = (about ? all : theirs).in(row.words());
			if (found.isEmpty() && this.texts.get(row.text()).isName() && isNameOf(subject, row.words())) {
				found = List.of(new Found(0, row.words().length(), Manner.WHOLE));
			}
			List<Found> others = found.isEmpty() ? List.of() : namesakes.in(row.words());
			for (Found one : found) {
				// Outside a parcours, « Mme Carpentier » may be anybody.
				if (row.parcoursId() != null || about || one.manner() == Manner.WHOLE
						|| one.manner() == Manner.ADDRESS) {
					spots.add(new Spot(row, one, mention(row, one, others)));
				}
			}
		}
		return spots;
	}

	/** A guest may be noted by one word alone. */
	private static boolean isNameOf(Subject subject, String words) {
		String plain = Spellings.plain(words).strip();
		return subject.names().stream().anyMatch((name) -> Spellings.plain(name.whole()).equals(plain));
	}

	private Mention mention(Row row, Found one, List<Found> others) {
		String words = row.words();
		int from = Math.max(0, one.start() - CONTEXT);
		int to = Math.min(words.length(), one.end() + CONTEXT);
		String before = ((from > 0) ? SHORT : "") + words.substring(from, one.start());
		String after = words.substring(one.end(), to) + ((to < words.length()) ? SHORT : "");
		String named = words.substring(one.start(), one.end());
		String title = this.texts.get(row.text()).title();
		boolean doubtful = others.stream().anyMatch((other) -> other.start() < one.end() && one.start() < other.end());
		return new Mention(digest(String.join("\u0000", title, row.place(), before, named, after)), title, row.place(),
				before, named, after, doubtful, 1);
	}

	private List<Row> read(Subject subject, Predicate<FreeText> which, String where) {
		List<String> asked = new ArrayList<>();
		for (int i = 0; i < this.texts.size(); i++) {
			if (which.test(this.texts.get(i))) {
				asked.add("SELECT " + i + " AS text, x.* FROM (" + this.texts.get(i).sql()
						+ ") AS x WHERE x.words <> '' AND (" + where + ")");
			}
		}
		return this.jdbc.sql(String.join(" UNION ALL ", asked) + " ORDER BY text, place, id, part")
			.params(PersonalRecords.parameters(subject, Instant.EPOCH))
			.query((row, number) -> row(row))
			.list();
	}

	private static Row row(ResultSet row) throws SQLException {
		String place = row.getString("place");
		return new Row(row.getInt("text"), row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
				row.getBoolean("own"), (place != null) ? place : "", row.getString("part"), row.getString("words"),
				row.getObject("longest", Integer.class));
	}

	private static String digest(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 12);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/**
	 * A line that names somebody.
	 *
	 * @param key what a form calls it
	 * @param title what kind of text it is, a message key
	 * @param place in which parcours, for which structure; empty when in none
	 * @param doubtful somebody else known here may be written so too
	 * @param count how many times the same line stands there
	 */
	public record Mention(String key, String title, String place, String before, String named, String after,
			boolean doubtful, int count) {

		Mention and(Mention same) {
			return new Mention(this.key, this.title, this.place, this.before, this.named, this.after,
					this.doubtful || same.doubtful, this.count + same.count);
		}

		/** What stands there afterwards. */
		public String put() {
			return PersonalRecords.NOBODY;
		}

	}

	/** All lines, as they were looked at. */
	public record Look(List<Mention> mentions) {

		/** Another one once any line has changed. */
		public String seal() {
			return digest(this.mentions.stream()
				.map((mention) -> mention.key() + mention.count())
				.sorted()
				.collect(Collectors.joining(" ")));
		}

	}

	/**
	 * What somebody decided who looked at the lines.
	 *
	 * @param seal of the lines they saw
	 * @param leftOut keys of those that mean somebody else
	 * @param reason why; empty when none is left out
	 */
	public record Review(String seal, Set<String> leftOut, String reason) {

		public Review {
			leftOut = Set.copyOf(leftOut);
		}

		boolean isWhole() {
			return this.leftOut.isEmpty();
		}

	}

	private record Target(int text, UUID id) {
	}

	private record Spot(Row row, Found found, Mention mention) {
	}

	private record Row(int text, UUID id, @Nullable UUID parcoursId, boolean own, String place, String part,
			String words, @Nullable Integer longest) {

		String without(List<Found> found) {
			String without = Spellings.replaced(this.words, found, PersonalRecords.NOBODY);
			return (this.longest != null && without.codePointCount(0, without.length()) > this.longest)
					? Spellings.replaced(this.words, found, SHORT) : without;
		}

	}

}
