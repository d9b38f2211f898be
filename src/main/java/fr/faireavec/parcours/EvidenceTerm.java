package fr.faireavec.parcours;

import java.util.Map;

import fr.faireavec.kernel.Expiry;

/**
 * Until when the evidence of a parcours is kept: the last day its conventions say, else
 * for a time from the day itself; never less than a year after the parcours.
 */
public final class EvidenceTerm {

	private EvidenceTerm() {
	}

	/**
	 * SQL for the first day it is no longer kept; p is the parcours.
	 * @param since SQL for the day it is about
	 */
	public static String over(String since) {
		return """
				greatest(
				  coalesce((SELECT max(c.evidence_until) + 1 FROM convention c WHERE c.parcours_id = p.id),
				    (%s + make_interval(months => :months))::date),
				  (p.ends_on + interval '1 year')::date + 1)""".formatted(since);
	}

	/** What that SQL asks for. */
	public static Map<String, Integer> parameters(Expiry.Terms terms) {
		return Map.of("months", Math.toIntExact(terms.attendance().toTotalMonths()));
	}

}
