package fr.faireavec.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.EmailAddress;
import fr.faireavec.kernel.OddCharacter;
import fr.faireavec.kernel.PersonName;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Spellings.Name;
import fr.faireavec.kernel.Telephone;
import fr.faireavec.kernel.Departement;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.structures.Siret;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Reads one line, and notes everything that is wrong with it. */
final class LineReading {

	/** What a spreadsheet makes of a long number. */
	private static final Pattern ROUNDED = Pattern.compile("[0-9]{1,30}([.,][0-9]{1,30})?[eE][+]?[0-9]{1,3}");

	private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	/** Whatever is longer is not looked at: no cell that says something is. */
	private static final int LONGEST = 2_000;

	/** What begins like a formula, and is a number to call. */
	private static final Pattern CALLED = Pattern.compile("\\+[0-9][0-9 ()./-]{4,28}");

	private static final PersonColumns PILOT = new PersonColumns(Column.PILOT_GIVEN_NAME, Column.PILOT_FAMILY_NAME,
			Column.PILOT_NAME, Column.PILOT_EMAIL, Column.PILOT_TELEPHONE);

	private static final PersonColumns COPILOT = new PersonColumns(Column.COPILOT_GIVEN_NAME,
			Column.COPILOT_FAMILY_NAME, Column.COPILOT_NAME, Column.COPILOT_EMAIL, Column.COPILOT_TELEPHONE);

	private final CohortFile file;

	private final CohortFile.Row row;

	private final LocalDate startsOn;

	private final LocalDate endsOn;

	private final LocalDate today;

	private final List<Reason> reasons = new ArrayList<>();

	private LineReading(CohortFile file, CohortFile.Row row, LocalDate startsOn, LocalDate endsOn, LocalDate today) {
		this.file = file;
		this.row = row;
		this.startsOn = startsOn;
		this.endsOn = endsOn;
		this.today = today;
	}

	/** Every structure, for a parcours between these two days, as it is read today. */
	static List<CohortLine> lines(CohortFile file, LocalDate startsOn, LocalDate endsOn, LocalDate today) {
		List<CohortLine> lines = file.rows()
			.stream()
			.map((row) -> new LineReading(file, row, startsOn, endsOn, today).line())
			.toList();
		return PersonLines.grouped(lines, file);
	}

	private CohortLine line() {
		if (this.row.overflows()) {
			refuse("imports.line.overflows");
		}
		String name = text(Column.STRUCTURE);
		if (name.isEmpty()) {
			refuse("imports.line.noName");
		}
		LegalForm legalForm = legalForm();
		Siret siret = siret();
		String commune = text(Column.COMMUNE);
		String departement = departement();
		Contact pilot = contact(PILOT, "pilot");
		Contact copilot = contact(COPILOT, "copilot");
		if (copilot == null && isCopilot()) {
			copilot = pilot;
			pilot = null;
		}
		if (pilot != null && copilot != null && pilot.email() != null && pilot.email().equals(copilot.email())) {
			refuse("imports.line.sameEmail", Plain.clipped(pilot.email()));
		}
		LocalDate from = from();
		String signatory = signatory();
		if (!signatory.isEmpty() && pilot == null && copilot == null) {
			refuse("imports.line.nothingToSign");
		}
		LocalDate signedOn = signedOn();
		if (signedOn != null && signatory.isEmpty()) {
			refuse("imports.line.noSignatory", FRENCH.format(signedOn));
		}
		return new CohortLine(this.row.line(), List.of(this.row.line()), name, legalForm, siret, orNull(commune),
				departement, pilot, copilot, from, !text(Column.MANDATE_DATE).isEmpty(), orNull(signatory), signedOn,
				List.copyOf(this.reasons));
	}

	private @Nullable LegalForm legalForm() {
		String typed = text(Column.LEGAL_FORM);
		if (typed.isEmpty()) {
			refuse("imports.line.noForm");
			return null;
		}
		LegalForm form = LegalFormNames.find(typed).orElse(null);
		if (form == null) {
			refuse("imports.line.unknownForm", Plain.clipped(typed));
		}
		return form;
	}

	private @Nullable Siret siret() {
		String typed = text(Column.SIRET);
		try {
			return Siret.parse(typed);
		}
		catch (Refusal invalid) {
			if (ROUNDED.matcher(typed).matches()) {
				refuse("imports.line.roundedSiret", Plain.clipped(typed));
			}
			else {
				refuse(invalid.messageKey(), invalid.args());
			}
			return null;
		}
	}

	private @Nullable String departement() {
		String typed = text(Column.DEPARTEMENT);
		try {
			return Departement.parse(typed);
		}
		catch (Refusal invalid) {
			refuse("imports.line.wrongDepartement", Plain.clipped(typed));
			return null;
		}
	}

	private @Nullable Contact contact(PersonColumns columns, String who) {
		String given = name(text(columns.given()));
		String family = name(text(columns.family()));
		String whole = text(columns.whole());
		String typed = text(columns.email());
		String telephone = telephone(text(columns.telephone()));
		if (given.isEmpty() && family.isEmpty() && !whole.isEmpty()) {
			Name split = WholeName.split(whole, this.file.isFamilyFirst(columns.whole()));
			if (split == null) {
				refuse("imports.line.whichName", Plain.clipped(whole));
				return new Contact(whole, "", email(typed), orNull(telephone));
			}
			given = name(split.given());
			family = name(split.family());
		}
		if (given.isEmpty() && family.isEmpty() && typed.isEmpty() && telephone.isEmpty()) {
			return null;
		}
		if (given.isEmpty() && family.isEmpty()) {
			refuse("imports.line." + who + ".noName");
		}
		else if (given.isEmpty() || family.isEmpty()) {
			refuse("imports.line." + who + ".halfName");
		}
		return new Contact(given, family, email(typed), orNull(telephone));
	}

	/** What the column of roles says, where each person has a line. */
	private boolean isCopilot() {
		String role = Plain.words(text(Column.ROLE)).replace("co pilote", "copilote");
		if (role.isEmpty() || role.startsWith("pilote")) {
			return false;
		}
		if (!role.startsWith("copilote")) {
			refuse("imports.line.unknownRole", Plain.clipped(text(Column.ROLE)));
		}
		return true;
	}

	/** A spreadsheet takes a French number for a figure, and drops its zero. */
	private String telephone(String typed) {
		return read(typed.matches("[1-9][0-9]{8}") ? "0" + typed : typed,
				(text) -> Objects.requireNonNullElse(Telephone.read("telephone", text), ""));
	}

	private String name(String typed) {
		return read(typed, (text) -> PersonName.read("name", text));
	}

	private @Nullable String email(String typed) {
		return orNull(read(typed, (text) -> Objects.requireNonNullElse(EmailAddress.read("email", text), "")));
	}

	private String signatory() {
		return read(text(Column.SIGNATORY), (text) -> PersonName.withFunction("signatory", text));
	}

	/** What was typed, cleaned by this rule; as it is when refused. */
	private String read(String typed, UnaryOperator<String> rule) {
		try {
			return (isFormula(typed) && !CALLED.matcher(typed).matches()) ? typed : rule.apply(typed);
		}
		catch (Refusal invalid) {
			refuse("imports.line.typed", Plain.clipped(typed),
					new DefaultMessageSourceResolvable(new String[] { invalid.messageKey() }, invalid.args()));
			return typed;
		}
	}

	private LocalDate from() {
		LocalDate from = day(Column.MANDATE_DATE);
		if (from == null) {
			return this.startsOn;
		}
		if (from.isBefore(this.startsOn) || from.isAfter(this.endsOn)) {
			refuse("imports.line.dateOutside", FRENCH.format(from), FRENCH.format(this.startsOn),
					FRENCH.format(this.endsOn));
		}
		return from;
	}

	private @Nullable LocalDate signedOn() {
		LocalDate on = day(Column.SIGNED_ON);
		if (on != null && !DayKind.PAST.allows(on, this.today)) {
			refuse("imports.line.signedOutside", FRENCH.format(on), FRENCH.format(DayKind.PAST.first()),
					FRENCH.format(this.today));
		}
		return on;
	}

	private @Nullable LocalDate day(Column column) {
		String typed = text(column);
		LocalDate day = date(typed);
		if (day == null && !typed.isEmpty()) {
			refuse("imports.line.wrongDate", Plain.clipped(typed));
		}
		return day;
	}

	private static @Nullable LocalDate date(String typed) {
		for (DateTimeFormatter format : List.of(FRENCH, DateTimeFormatter.ISO_LOCAL_DATE)) {
			try {
				return LocalDate.parse(typed, format);
			}
			catch (DateTimeParseException other) {
				// Perhaps written the other way.
			}
		}
		return null;
	}

	/** A cell on one line, cleaned as a form's; refused where it could do harm. */
	private String text(Column column) {
		String typed = this.file.cell(this.row, column);
		if (typed.length() > LONGEST) {
			refuse("imports.line.tooLong", label(column), column.longest(), typed.length());
			return Plain.clipped(typed);
		}
		String text = CleanText.line(typed);
		OddCharacter unreadable = CleanText.unreadable(text);
		if (unreadable != null) {
			refuse("imports.line.control", label(column), unreadable);
			return Plain.clipped(text.replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFD]", ""));
		}
		boolean called = column.isTelephone() && CALLED.matcher(text).matches();
		if (!called && (typed.startsWith("\t") || isFormula(text))) {
			refuse("imports.line.formula", label(column), Plain.clipped(text));
		}
		else if (text.length() > column.longest()) {
			refuse("imports.line.tooLong", label(column), column.longest(), text.length());
			return Plain.clipped(text);
		}
		return text;
	}

	private static boolean isFormula(String text) {
		return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
	}

	private static Object label(Column column) {
		return new DefaultMessageSourceResolvable("imports.column." + column);
	}

	private void refuse(String messageKey, Object... args) {
		this.reasons.add(Reason.of(messageKey, args));
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	/** Where a file says who somebody is. */
	private record PersonColumns(Column given, Column family, Column whole, Column email, Column telephone) {

	}

}
