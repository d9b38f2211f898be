package fr.faireavec.privacy;

import java.time.Period;
import java.util.Map;

import fr.faireavec.settings.Retention;
import fr.faireavec.settings.Settings;

import org.springframework.stereotype.Component;

/**
 * How long this installation keeps what it knows about people: what its settings say, and
 * the few lengths that are not for it to choose.
 */
@Component
public class Keeping {

	/** Somebody idle is told this long before. */
	static final Period NOTICE = Period.ofDays(30);

	/** Answered requests stay as the proof that they were. */
	static final Period REQUESTS = Period.ofYears(5);

	/** What each night forgot. */
	static final Period RUNS = Period.ofYears(1);

	private final Settings settings;

	Keeping(Settings settings) {
		this.settings = settings;
	}

	/** From the last visit on. */
	public Period idleAccounts() {
		return this.settings.keep(Retention.IDLE_ACCOUNTS);
	}

	/** Where no convention says until when evidence is kept. */
	public Period attendance() {
		return this.settings.keep(Retention.ATTENDANCE);
	}

	public Period letters() {
		return this.settings.keep(Retention.MAIL_LOG);
	}

	public Period audit() {
		return this.settings.keep(Retention.AUDIT_LOG);
	}

	/** The lengths of the register, as « 3 ans », by its own words; read at once. */
	public Map<String, String> inWords() {
		Settings.Current current = this.settings.current();
		return Map.of("idle", inWords(current, Retention.IDLE_ACCOUNTS), "evidence",
				inWords(current, Retention.ATTENDANCE), "letters", inWords(current, Retention.MAIL_LOG), "audit",
				inWords(current, Retention.AUDIT_LOG), "requests", years(REQUESTS.getYears()));
	}

	private static String inWords(Settings.Current current, Retention retention) {
		int length = current.length(retention);
		return (retention.unit() == Retention.Unit.YEARS) ? years(length) : length + " mois";
	}

	private static String years(int length) {
		return length + ((length == 1) ? " an" : " ans");
	}

}
